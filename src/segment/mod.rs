//! Cuts the blocks of a document into segments: sentences, headings, list items.
//!
//! Total and lossless: every input has segments, and every byte belongs to a segment or to the
//! white space between two.

use crate::document::Document;
use crate::lang::Language;
use crate::span::Span;

/// A unit of alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its text, without white space at the ends.
    pub span: Span,
    /// Index of the block that holds it.
    pub block: u32,
    /// How sure the cut before it is.
    pub boundary: Boundary,
}

/// How sure a cut is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Boundary {
    /// A cut that one language's conventions make and another's do not (after a colon, a semicolon,
    /// before a bullet). An aligner may merge across it at no cost.
    Soft,
    /// The end of a sentence.
    Hard,
    /// The edge of a block.
    Block,
}

/// A cut inside a block: the byte at which the next segment's leading white space begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Byte offset in the text given.
    pub at: usize,
    /// [`Boundary::Soft`] or [`Boundary::Hard`].
    pub boundary: Boundary,
}

/// Segments a document.
pub fn segment(document: &Document) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let inner = block.span.of(&document.text);
        let mut start = 0;
        let mut boundary = Boundary::Block;
        for cut in cuts(inner, document.language)
            .into_iter()
            .chain([Cut { at: inner.len(), boundary: Boundary::Block }])
        {
            let span = Span::new(start, cut.at).trim(inner);
            if !span.is_empty() || document.blocks[index].span.is_empty() {
                segments.push(Segment {
                    span: span.shift(block.span.start),
                    block: index as u32,
                    boundary,
                });
            }
            (start, boundary) = (cut.at, cut.boundary);
        }
    }
    segments
}

/// The cuts inside one block of text, ascending.
pub fn cuts(_text: &str, _language: &Language) -> Vec<Cut> {
    Vec::new()
}
