//! One rendering with everything that later stages borrow from it.

use std::ops::Range;
use std::sync::Arc;

use crate::anchor::{Anchor, Term, anchor, terms};
use crate::document::Document;
use crate::knowledge::termbase::Termbase;
use crate::segment::{Segment, segment};
use crate::span::Span;

/// A document, its segments and its anchors.
#[derive(Clone, Debug)]
pub struct Rendering {
    /// The text and its blocks.
    pub document: Document,
    /// Its segments, in order.
    pub segments: Vec<Segment>,
    /// Its anchors, ordered by span.
    pub anchors: Vec<Anchor>,
    /// Its terms, ordered by span.
    pub terms: Vec<Term>,
    /// The user's concepts, which the terms may be of beside those of the lexicon.
    pub termbase: Option<Arc<Termbase>>,
}

impl Rendering {
    /// Segments a document and extracts its anchors.
    pub fn new(document: Document) -> Self {
        let segments = segment(&document);
        Rendering::from_segments(document, segments)
    }

    /// Extracts the anchors and terms of a document that is segmented already.
    pub fn from_segments(document: Document, segments: Vec<Segment>) -> Self {
        let anchors = anchor(&document, &segments);
        let terms = terms(&document, &segments, None);
        Rendering { document, segments, anchors, terms, termbase: None }
    }

    /// The rendering with its terms found anew, among them those of a termbase. Both renderings of a
    /// pair must have the same one.
    #[must_use]
    pub fn with_termbase(mut self, termbase: Arc<Termbase>) -> Self {
        self.terms = terms(&self.document, &self.segments, Some(&termbase));
        self.termbase = Some(termbase);
        self
    }

    /// The text of a segment.
    pub fn text(&self, index: usize) -> &str {
        self.segments[index].span.of(&self.document.text)
    }

    /// A range of segments as one line: joined by a space, white space folded.
    pub fn line(&self, segments: Range<usize>) -> String {
        let words = segments.flat_map(|index| self.text(index).split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    /// The span from the first to the last byte of a range of segments; `None` for an empty range.
    pub fn span(&self, segments: Range<usize>) -> Option<Span> {
        let segments = &self.segments[segments];
        Some(Span::new(segments.first()?.span.start, segments.last()?.span.end))
    }

    /// The anchors that start inside a range of segments.
    pub fn anchors_in(&self, segments: Range<usize>) -> &[Anchor] {
        self.span(segments).map_or(&[], |span| starting_in(&self.anchors, span, |a| a.span))
    }

    /// The terms that start inside a range of segments.
    pub fn terms_in(&self, segments: Range<usize>) -> &[Term] {
        self.span(segments).map_or(&[], |span| starting_in(&self.terms, span, |term| term.span))
    }
}

fn starting_in<T>(sorted: &[T], span: Span, span_of: impl Fn(&T) -> Span) -> &[T] {
    let first = sorted.partition_point(|item| span_of(item).start < span.start);
    let last = sorted.partition_point(|item| span_of(item).start < span.end);
    &sorted[first..last]
}
