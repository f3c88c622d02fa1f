//! One rendering with everything that later stages borrow from it.

use std::ops::Range;

use crate::anchor::{Anchor, anchor};
use crate::document::Document;
use crate::segment::{Segment, segment};

/// A document, its segments and its anchors.
#[derive(Clone, Debug)]
pub struct Rendering {
    /// The text and its blocks.
    pub document: Document,
    /// Its segments, in order.
    pub segments: Vec<Segment>,
    /// Its anchors, ordered by span.
    pub anchors: Vec<Anchor>,
}

impl Rendering {
    /// Segments a document and extracts its anchors.
    pub fn new(document: Document) -> Self {
        let segments = segment(&document);
        let anchors = anchor(&document, &segments);
        Rendering { document, segments, anchors }
    }

    /// The text of a segment.
    pub fn text(&self, index: usize) -> &str {
        self.segments[index].span.of(&self.document.text)
    }

    /// The anchors whose span starts inside a range of segments.
    pub fn anchors_in(&self, segments: Range<usize>) -> &[Anchor] {
        if segments.is_empty() {
            return &[];
        }
        let start = self.segments[segments.start].span.start;
        let end = self.segments[segments.end - 1].span.end;
        let first = self.anchors.partition_point(|anchor| anchor.span.start < start);
        let last = self.anchors.partition_point(|anchor| anchor.span.start < end);
        &self.anchors[first..last.max(first)]
    }
}
