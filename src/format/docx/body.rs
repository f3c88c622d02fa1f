//! The paragraphs of a part of a Word document.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::page::Page;
use super::super::raised::Raised;
use super::super::xml::{attribute, cut_off, malformed, resolve};
use super::styles::{Styles, VALUE};
use super::symbol;
use crate::document::BlockKind;
use crate::error::Result;
use crate::span::Span;

/// Elements that are not read: what a change took out, how the text was set before it, and a second
/// form of what stands before.
const SKIPPED: &[&str] = &["del", "moveFrom", "pPrChange", "rPrChange", "Fallback"];

/// Text on a page has no places of its own here.
const NOWHERE: Span = Span::new(0, 0);

/// Reads the parts of a document, one after another, into a page.
pub(super) struct Body {
    styles: Styles,
    page: Page,
    /// What is known of the open paragraph, as long as no text of it was read.
    paragraph: Option<Paragraph>,
    run: Run,
    /// How many table cells are open.
    cells: usize,
    /// How many elements of [`SKIPPED`] are open.
    skipped: usize,
    is_text: bool,
    /// How many notes were referred to.
    notes: usize,
}

/// What the properties of a paragraph say.
#[derive(Default)]
struct Paragraph {
    style: Option<(BlockKind, u8)>,
    list: Option<u8>,
    outline: Option<u8>,
}

/// How the text of a run is set.
#[derive(Clone, Copy, Default)]
struct Run {
    /// Raised or lowered.
    height: Option<bool>,
    is_hidden: bool,
    is_open: bool,
}

impl Body {
    pub(super) fn new(styles: Styles) -> Self {
        Body {
            styles,
            page: Page::default(),
            paragraph: None,
            run: Run::default(),
            cells: 0,
            skipped: 0,
            is_text: false,
            notes: 0,
        }
    }

    pub(super) fn finish(self) -> Page {
        self.page
    }

    /// Reads one part.
    ///
    /// # Errors
    /// When its XML is broken.
    pub(super) fn read(&mut self, xml: &str, name: &str) -> Result<()> {
        self.events(xml).map_err(|error| error.in_file(std::path::Path::new(name)))
    }

    fn events(&mut self, xml: &str) -> Result<()> {
        let mut reader = Reader::from_str(xml);
        let mut depth = 0usize;
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event();
            match event.map_err(|error| malformed(xml, reader.error_position() as usize, error))? {
                Event::Start(tag) => {
                    depth += 1;
                    self.start(&tag);
                }
                Event::Empty(tag) => {
                    self.start(&tag);
                    self.end(tag.local_name().as_ref());
                }
                Event::End(tag) => {
                    depth = depth.saturating_sub(1);
                    self.end(tag.local_name().as_ref());
                }
                Event::Text(text) => self.text(&text),
                Event::CData(text) => self.text(&text),
                Event::GeneralRef(reference) => self.text(&resolve(&reference, xml, start)?),
                Event::Eof if depth > 0 => return Err(cut_off(xml, "w:document")),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let value = || attribute(tag, VALUE);
        let name = tag.local_name();
        let name = name.as_ref();
        if SKIPPED.contains(&name) {
            self.skipped += 1;
        }
        if self.skipped > 0 {
            return;
        }
        if let Some(paragraph) = &mut self.paragraph {
            match name {
                "pStyle" => paragraph.style = value().and_then(|id| self.styles.block(&id)),
                "ilvl" => paragraph.list = value().and_then(|level| level.parse().ok()),
                "numId" if value().as_deref() == Some("0") => paragraph.list = None,
                "numId" => paragraph.list = paragraph.list.or(Some(0)),
                "outlineLvl" => paragraph.outline = value().and_then(|level| level.parse().ok()),
                _ => {}
            }
        }
        match name {
            "p" => self.paragraph = Some(Paragraph::default()),
            "r" => self.run = Run { is_open: true, ..Run::default() },
            "vertAlign" => {
                self.run.height = match value().as_deref() {
                    Some("superscript") => Some(true),
                    Some("subscript") => Some(false),
                    _ => None,
                };
            }
            "vanish" => {
                self.run.is_hidden = value().is_none_or(|value| value != "0" && value != "false")
            }
            "tc" => self.cells += 1,
            "t" => self.is_text = true,
            "tab" | "ptab" if self.run.is_open => self.put(" "),
            "br" | "cr" if self.run.is_open => self.page.break_line(NOWHERE),
            "noBreakHyphen" => self.put("-"),
            "sym" => {
                let is_symbol = attribute(tag, &["w:font"]).is_some_and(|font| font == "Symbol");
                let place = attribute(tag, &["w:char"]).filter(|_| is_symbol);
                let character = place.and_then(|place| symbol::character(&place));
                if let Some(character) = character {
                    self.put(character.encode_utf8(&mut [0; 4]));
                }
            }
            "footnoteReference" | "endnoteReference" => {
                self.notes += 1;
                self.run.height = Some(true);
                self.put(&self.notes.to_string());
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "r" => self.run = Run::default(),
            "tc" => self.cells = self.cells.saturating_sub(1),
            "p" => {
                self.paragraph = None;
                self.page.open(BlockKind::Paragraph, 0);
            }
            _ if SKIPPED.contains(&name) => self.skipped -= 1,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text {
            self.put(text);
        }
    }

    fn put(&mut self, text: &str) {
        if self.skipped > 0 || self.run.is_hidden {
            return;
        }
        if let Some(paragraph) = self.paragraph.take() {
            let (kind, depth) = paragraph.block(self.cells > 0);
            self.page.open(kind, depth);
        }
        match self.run.height {
            Some(is_raised) => {
                let mut raised = Raised::new(is_raised);
                raised.push(text.to_owned(), NOWHERE);
                raised.put(&mut self.page);
            }
            None => self.page.verbatim(text, Span::new(0, text.len())),
        }
    }
}

impl Paragraph {
    fn block(&self, in_table: bool) -> (BlockKind, u8) {
        let of_list = self.list.map(|level| (BlockKind::ListItem, level.saturating_add(1)));
        let of_outline =
            self.outline.filter(|&level| level < 9).map(|level| (BlockKind::Heading, level));
        match self.style {
            // A numbered heading is a heading.
            Some(heading @ (BlockKind::Title | BlockKind::Heading, _)) => heading,
            _ if in_table => (BlockKind::TableCell, 0),
            style => of_outline.or(of_list).or(style).unwrap_or((BlockKind::Paragraph, 0)),
        }
    }
}
