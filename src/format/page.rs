//! Gathers the visible text of a marked-up file, block by block, with its places in the raw text.

use std::sync::Arc;

use super::kind::classify;
use crate::document::{Block, BlockKind, Document, Origin};
use crate::lang::Language;
use crate::span::{OffsetMap, Span};

/// Not seen by a reader: where a word may be broken.
const SOFT_HYPHEN: char = '\u{ad}';

/// The visible text so far, and the block that is open. White space is folded to one space, as it
/// is shown; that at the ends of a block is left out.
#[derive(Debug)]
pub(super) struct Page {
    text: String,
    offsets: OffsetMap,
    blocks: Vec<Block>,
    /// The kind and depth of the open block.
    style: (BlockKind, u8),
    /// Where the open block begins.
    start: usize,
    /// White space that is due when more text comes.
    space: Option<Span>,
    /// The raw byte behind the last.
    raw_end: usize,
    has_title: bool,
}

impl Default for Page {
    fn default() -> Self {
        Page {
            text: String::new(),
            offsets: OffsetMap::default(),
            blocks: Vec::new(),
            style: (BlockKind::Paragraph, 0),
            start: 0,
            space: None,
            raw_end: 0,
            has_title: false,
        }
    }
}

impl Page {
    /// Closes the open block and opens another. The second title and those behind it are headings.
    pub(super) fn open(&mut self, kind: BlockKind, depth: u8) {
        self.close();
        let is_second = kind == BlockKind::Title && self.has_title;
        self.style = (if is_second { BlockKind::Heading } else { kind }, depth);
    }

    /// Ends the line: a block of the same kind follows. In a title or heading it is white space.
    pub(super) fn break_line(&mut self, raw: Span) {
        match self.style.0 {
            BlockKind::Title | BlockKind::Heading => self.white(raw),
            _ => self.close(),
        }
    }

    /// Adds the text of `raw` under the span as it stands there.
    pub(super) fn verbatim(&mut self, raw: &str, span: Span) {
        let is_white = |c: char| c.is_ascii_whitespace() || c == SOFT_HYPHEN;
        let mut at = span.start;
        while at < span.end {
            let rest = &raw[at..span.end];
            let word = rest.find(is_white).unwrap_or(rest.len());
            if word > 0 {
                self.put(&rest[..word], at);
                at += word;
                continue;
            }
            let white = rest.find(|c| !is_white(c)).unwrap_or(rest.len());
            if rest[..white].contains(|c: char| c.is_ascii_whitespace()) {
                self.white(Span::new(at, at + white));
            }
            at += white;
        }
    }

    /// Adds text that a reference or the like at `raw` stands for.
    pub(super) fn stand_in(&mut self, text: &str, raw: Span) {
        if text.chars().all(|c| c.is_ascii_whitespace()) {
            return self.white(raw);
        }
        if text.chars().all(|c| c == SOFT_HYPHEN) {
            return;
        }
        self.put_space();
        self.offsets.push_stand_in(self.text.len(), raw);
        self.text.push_str(text);
        self.raw_end = raw.end;
    }

    /// The document of all blocks; `raw` is the text of the file, if its places are wanted.
    pub(super) fn finish(mut self, raw: Option<String>, language: &'static Language) -> Document {
        self.close();
        let Page { text, mut blocks, offsets, .. } = self;
        classify(&text, &mut blocks);
        let origin = match raw {
            Some(raw) => Origin { path: None, raw: Some(Arc::from(raw)), offsets },
            None => Origin::default(),
        };
        Document { text, blocks, language, origin }
    }

    /// The visible text, with the last block closed.
    pub(super) fn text(&mut self) -> &str {
        self.close();
        &self.text
    }

    fn close(&mut self) {
        self.space = None;
        let span = Span::new(self.start, self.text.len()).trim(&self.text);
        if !span.is_empty() {
            let (kind, depth) = self.style;
            self.has_title |= kind == BlockKind::Title;
            self.blocks.push(Block { kind, depth, span });
        }
        if self.text.len() > self.start {
            let behind = Span::new(self.raw_end, self.raw_end);
            self.offsets.push_stand_in(self.text.len(), behind);
            self.text.push('\n');
        }
        self.start = self.text.len();
    }

    fn white(&mut self, raw: Span) {
        if self.text.len() > self.start && self.space.is_none() {
            self.space = Some(raw);
        }
    }

    fn put_space(&mut self) {
        if let Some(raw) = self.space.take() {
            self.offsets.push_stand_in(self.text.len(), raw);
            self.text.push(' ');
        }
    }

    fn put(&mut self, word: &str, raw: usize) {
        match self.space.take() {
            // One raw byte for one: the run goes on.
            Some(space) if space.len() == 1 && space.end == raw => {
                self.offsets.push(self.text.len(), space.start);
                self.text.push(' ');
            }
            due => {
                self.space = due;
                self.put_space();
            }
        }
        self.offsets.push(self.text.len(), raw);
        self.text.push_str(word);
        self.raw_end = raw + word.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded_and_places_are_kept() {
        let raw = "  A  long\n word and soft\u{ad}ly &amp; more ";
        let mut page = Page::default();
        let reference = raw.find("&amp;").unwrap();
        page.verbatim(raw, Span::new(0, reference));
        page.stand_in("&", Span::new(reference, reference + 5));
        page.verbatim(raw, Span::new(reference + 5, raw.len()));
        let document =
            page.finish(Some(raw.to_owned()), Language::from_tag("en").expect("English"));
        assert_eq!(document.text, "A long word and softly & more\n");
        let place = |part: &str| {
            let start = document.text.find(part).unwrap();
            document.origin.offsets.raw_span(Span::new(start, start + part.len())).of(raw)
        };
        for (part, expected) in [
            ("A long", "A  long"),
            ("long word and", "long\n word and"),
            ("softly", "soft\u{ad}ly"),
            ("softly & more", "soft\u{ad}ly &amp; more"),
        ] {
            assert_eq!(place(part), expected);
        }
    }

    #[test]
    fn blocks_have_no_white_ends() {
        let mut page = Page::default();
        for (kind, text) in [
            (BlockKind::Title, " One title of it "),
            (BlockKind::Paragraph, " \u{a0}"),
            (BlockKind::Title, "Two."),
        ] {
            page.open(kind, 0);
            page.verbatim(text, Span::new(0, text.len()));
        }
        let document = page.finish(None, Language::from_tag("en").expect("English"));
        let blocks: Vec<_> =
            document.blocks.iter().map(|b| (b.kind, b.span.of(&document.text))).collect();
        assert_eq!(blocks, [(BlockKind::Title, "One title of it"), (BlockKind::Heading, "Two.")]);
    }
}
