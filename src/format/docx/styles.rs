//! The styles of a Word document: which paragraphs are titles, headings, items of a list.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::xml::attribute;
use crate::document::BlockKind;

/// The value that most elements of a style have.
pub(super) const VALUE: &[&str] = &["w:val"];

/// What the styles say of a paragraph, by the identifier of the style.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    is_listed: bool,
}

impl Styles {
    /// Reads `styles.xml` as far as it is sound: without it every paragraph is plain.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = Styles::default();
        let mut open: Option<(String, Style)> = None;
        let mut reader = Reader::from_str(xml);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) if tag.local_name().as_ref() == "style" => {
                    open = attribute(&tag, &["w:styleId"]).map(|id| (id, Style::default()));
                }
                Event::End(tag) if tag.local_name().as_ref() == "style" => {
                    styles.0.extend(open.take())
                }
                Event::Start(tag) | Event::Empty(tag) => {
                    if let Some((_, style)) = &mut open {
                        style.note(&tag);
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        styles
    }

    /// The kind and depth of a paragraph in the style `id`.
    pub(super) fn block(&self, id: &str) -> Option<(BlockKind, u8)> {
        let mut id = id;
        // A style that is based on itself has no end.
        for _ in 0..10 {
            let style = self.0.get(id)?;
            if let Some(block) = style.block() {
                return Some(block);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }
}

impl Style {
    fn note(&mut self, tag: &BytesStart<'_>) {
        let value = || attribute(tag, VALUE);
        match tag.local_name().as_ref() {
            "name" => self.name = value().unwrap_or_default().to_lowercase(),
            "basedOn" => self.based_on = value(),
            "outlineLvl" => self.outline = value().and_then(|level| level.parse().ok()),
            "numId" => self.is_listed = value().is_some_and(|id| id != "0"),
            _ => {}
        }
    }

    fn block(&self) -> Option<(BlockKind, u8)> {
        if self.name == "title" {
            return Some((BlockKind::Title, 0));
        }
        let level = self.name.strip_prefix("heading ").and_then(|level| level.parse().ok());
        let outline = level.or(self.outline.map(|level| level + 1));
        match outline {
            Some(level @ 1..=9) => Some((BlockKind::Heading, level - 1)),
            _ if self.name == "subtitle" => Some((BlockKind::Heading, 0)),
            _ if self.is_listed => Some((BlockKind::ListItem, 1)),
            _ => None,
        }
    }
}
