//! A rendering as it was read: its visible text, the blocks that structure it, its language.

use crate::lang::Language;
use crate::span::{OffsetMap, Span};

/// One rendering of an article.
#[derive(Clone, Debug)]
pub struct Document {
    /// The visible text: what a reader of the article sees, without markup.
    pub text: String,
    /// The blocks, in order, without overlap; only white space stands between them.
    pub blocks: Vec<Block>,
    /// The language of the text.
    pub language: &'static Language,
    /// Where the visible text stands in the raw file.
    pub offsets: OffsetMap,
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
