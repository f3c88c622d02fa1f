//! Finds what translation leaves unchanged and gives it a value that is equal across languages.

use crate::document::Document;
use crate::segment::Segment;
use crate::span::Span;

/// Something in the text that a translation must keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// What it says, normalised: equal across languages where the meaning is equal.
    pub value: Value,
    /// Where it stands in the visible text.
    pub span: Span,
}

/// The normalised value of an anchor.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {}

/// The kinds of anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Number,
    Quantity,
    Date,
    Formula,
    Acronym,
    Identifier,
    Citation,
    Name,
    Term,
}

/// Extracts the anchors of a document, ordered by span.
pub fn anchor(_document: &Document, _segments: &[Segment]) -> Vec<Anchor> {
    Vec::new()
}
