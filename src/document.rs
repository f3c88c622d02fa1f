//! A rendering as it was read: its visible text, the blocks that structure it, its language.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::lang::Language;
use crate::span::{LineIndex, OffsetMap, Position, ScalarIndex, Span};

/// One rendering of an article.
#[derive(Clone, Debug)]
pub struct Document {
    /// The visible text: what a reader of the article sees, without markup.
    pub text: String,
    /// The blocks, in order, without overlap; only white space stands between them.
    pub blocks: Vec<Block>,
    /// The language of the text.
    pub language: &'static Language,
    /// The file it came from.
    pub origin: Origin,
}

/// The file of a document, and where the visible text stands in it.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The path, if it was a file.
    pub path: Option<PathBuf>,
    /// The raw text of the file; `None` when the visible text is all of it.
    pub raw: Option<Arc<str>>,
    /// From visible to raw bytes.
    pub offsets: OffsetMap,
}

impl Document {
    /// A document without a file: one paragraph a non-blank line of `text`.
    pub fn from_lines(text: impl Into<String>, language: &'static Language) -> Self {
        let text = text.into();
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(start, start + line.len()).trim(&text);
            if !span.is_empty() {
                blocks.push(Block { kind: BlockKind::Paragraph, depth: 0, span });
            }
            start += line.len();
        }
        Document { text, blocks, language, origin: Origin::default() }
    }

    /// The raw text of the file.
    pub fn raw(&self) -> &str {
        self.origin.raw.as_deref().unwrap_or(&self.text)
    }
}

/// Places of a document's visible text in its raw file, for output.
#[derive(Debug)]
pub struct Locator<'a> {
    document: &'a Document,
    lines: LineIndex,
    scalars: ScalarIndex,
}

impl<'a> Locator<'a> {
    /// Indexes the raw text in two passes.
    pub fn new(document: &'a Document) -> Self {
        let raw = document.raw();
        Locator { document, lines: LineIndex::new(raw), scalars: ScalarIndex::new(raw) }
    }

    /// The Unicode scalar offsets of a visible span in the raw file.
    pub fn scalars(&self, span: Span) -> Range<usize> {
        let raw = self.document.origin.offsets.raw_span(span);
        let text = self.document.raw();
        self.scalars.scalar(text, raw.start)..self.scalars.scalar(text, raw.end)
    }

    /// Line and column, from 0, of both ends of a visible span in the raw file.
    pub fn positions(&self, span: Span) -> Range<Position> {
        let raw = self.document.origin.offsets.raw_span(span);
        let text = self.document.raw();
        self.lines.position(text, raw.start)..self.lines.position(text, raw.end)
    }
}

/// A structural unit of a document. No segment crosses a block's edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Nesting depth: 0 for running text, 1 and up for list items and sub-headings.
    pub depth: u8,
    /// Its text, markers such as bullets included, without white space at the ends.
    pub span: Span,
}

/// The kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The title of the article.
    Title,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// A line such as "last reviewed: 18.08.2025".
    KeyValue,
    /// One cell of a table.
    TableCell,
    /// A line without a letter or digit worth reading: stray marks, left-over markup.
    Debris,
    /// A block that was declared to be exactly one segment.
    Line,
}

impl BlockKind {
    /// The name used in output.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Title => "title",
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::ListItem => "list-item",
            BlockKind::KeyValue => "key-value",
            BlockKind::TableCell => "table-cell",
            BlockKind::Debris => "debris",
            BlockKind::Line => "line",
        }
    }
}
