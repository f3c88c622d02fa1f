//! Markdown: CommonMark with the tables, notes and lists of GitHub; HTML in it is read as HTML.
//!
//! Of a header between `---` lines, `title` is read as the title of the article and `lang` as its
//! language. Pictures are left out, with the words that stand for them.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html::HtmlReader;
use super::page::Page;
use crate::document::BlockKind;
use crate::span::Span;

/// The text of an article, and the language tag that it declares.
pub(super) fn read(raw: &str) -> (Page, Option<String>) {
    let mut reader = MarkdownReader::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(raw, options).into_offset_iter() {
        reader.event(raw, event, Span::from(range));
    }
    (reader.html.finish(), reader.language)
}

#[derive(Default)]
struct MarkdownReader {
    html: HtmlReader,
    /// The blocks around, innermost last.
    around: Vec<(BlockKind, u8)>,
    /// How many pictures, headers and blocks of HTML are open; their text is not read as it stands.
    passed: usize,
    language: Option<String>,
}

impl MarkdownReader {
    fn event(&mut self, raw: &str, event: Event<'_>, place: Span) {
        match event {
            Event::Start(tag) => self.start(raw, &tag, place),
            Event::End(tag) => self.end(tag),
            _ if self.passed > 0 => {}
            Event::Text(text) if *text == *place.of(raw) => self.html.verbatim(raw, place),
            Event::Text(text) => self.html.stand_in(&text, place),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                match place.of(raw).find(&*text) {
                    Some(at) => {
                        let start = place.start + at;
                        self.html.verbatim(raw, Span::new(start, start + text.len()));
                    }
                    None => self.html.stand_in(&text, place),
                }
            }
            Event::InlineHtml(_) | Event::Html(_) => self.html.feed(raw, place),
            Event::FootnoteReference(name) if name.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.html.stand_in(&format!("[{name}]"), place);
            }
            Event::SoftBreak => self.html.stand_in(" ", place),
            Event::HardBreak => self.html.break_line(place),
            Event::FootnoteReference(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, raw: &str, tag: &Tag<'_>, place: Span) {
        match tag {
            Tag::MetadataBlock(_) => {
                self.header(raw, place);
                self.passed += 1;
            }
            Tag::Image { .. } => self.passed += 1,
            // By its lines a tag or comment would be torn.
            Tag::HtmlBlock => {
                self.html.feed(raw, place);
                self.passed += 1;
            }
            Tag::Heading { level, .. } => {
                let (kind, depth) = heading(*level);
                self.html.open_as(kind, depth);
            }
            Tag::Item => {
                let items =
                    self.around.iter().filter(|block| block.0 == BlockKind::ListItem).count();
                self.around
                    .push((BlockKind::ListItem, (items + 1).min(usize::from(u8::MAX)) as u8));
                self.open();
            }
            Tag::TableCell => {
                self.around.push((BlockKind::TableCell, 0));
                self.open();
            }
            Tag::CodeBlock(_) => {
                self.open();
                self.html.keeps_lines = true;
            }
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => self.open(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) | TagEnd::Image | TagEnd::HtmlBlock => self.passed -= 1,
            TagEnd::Item | TagEnd::TableCell => {
                self.around.pop();
                self.open();
            }
            TagEnd::CodeBlock => {
                self.html.keeps_lines = false;
                self.open();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) => self.open(),
            _ => {}
        }
    }

    fn open(&mut self) {
        let (kind, depth) = self.around.last().copied().unwrap_or((BlockKind::Paragraph, 0));
        self.html.open_as(kind, depth);
    }

    /// Reads the title and the language of a header.
    fn header(&mut self, raw: &str, place: Span) {
        let mut at = place.start;
        for line in place.of(raw).split_inclusive('\n') {
            let start = at;
            at += line.len();
            let Some((key, value)) = line.split_once(':') else { continue };
            let value =
                Span::new(start + key.len() + 1, start + key.len() + 1 + value.len()).trim(raw);
            let value = unquoted(raw, value);
            match key {
                "title" => {
                    self.html.open_as(BlockKind::Title, 0);
                    self.html.verbatim(raw, value);
                    self.open();
                }
                "lang" | "language" => self.language = Some(value.of(raw).to_owned()),
                _ => {}
            }
        }
    }
}

fn heading(level: HeadingLevel) -> (BlockKind, u8) {
    match level {
        HeadingLevel::H1 => (BlockKind::Title, 0),
        HeadingLevel::H2 => (BlockKind::Heading, 0),
        HeadingLevel::H3 => (BlockKind::Heading, 1),
        HeadingLevel::H4 => (BlockKind::Heading, 2),
        HeadingLevel::H5 | HeadingLevel::H6 => (BlockKind::Heading, 3),
    }
}

/// A value without the quotation marks around it.
fn unquoted(raw: &str, value: Span) -> Span {
    let text = value.of(raw);
    let is_quoted = text.len() > 1
        && ['"', '\''].iter().any(|&mark| text.starts_with(mark) && text.ends_with(mark));
    if is_quoted { Span::new(value.start + 1, value.end - 1) } else { value }
}
