//! Aligns the segments of two renderings.
//!
//! The segments of both sides span a lattice of beads (`lattice`). Every bead has features
//! (`evidence`): length (`length`), tokens that both sides share (`view`), translations learned
//! on the way (`learn`), outward form (`form`); their weighted sum (`weights`) is its log-odds, to which
//! sentence embeddings may add (`meaning`) where the rest is unsure (`unsure`).
//! A chain of rare shared seeds keeps the lattice of a long text narrow (`seeds`, `chain`, `pass`); where
//! nothing is shared, lengths lead on (`walk`), then words that were learned (`astray`).
//! Sums over the lattice give each bead's probability, and the alignment is the one with the greatest
//! expected number of right beads.

mod astray;
mod chain;
mod coverage;
mod documents;
mod embeddings;
#[cfg(feature = "encoder")]
mod encoder;
mod evidence;
mod explain;
mod feature;
mod form;
mod hits;
mod lattice;
mod learn;
mod length;
mod lexicon;
mod likeness;
mod meaning;
mod moves;
mod pass;
mod seeds;
mod sharpness;
mod sound;
mod text;
mod unsure;
mod view;
mod walk;
mod warning;
mod weights;

pub(crate) use sound::{Ear, for_each_skeleton};

#[cfg(test)]
mod train;

use std::ops::Range;
use std::sync::Arc;

pub use documents::{DocumentPair, pair_documents};
pub use embeddings::{Embeddings, SpanVectors, Vectors};
#[cfg(feature = "encoder")]
pub use encoder::Encoder;
pub use explain::{Evidence, Explanation, Reasons, explain};
pub use lexicon::{Learner, Lexicon};
pub use unsure::unsure;
pub use warning::Warning;

use crate::error::{Error, Result};
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// A group of segments that render each other; one side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Bead {
    /// Segment indices of each side; an empty range stands where the missing text would.
    pub segments: Pair<Range<usize>>,
    /// Probability that the bead is right, 0 to 1.
    pub posterior: f64,
}

impl Bead {
    /// How many segments each side has.
    pub fn shape(&self) -> Pair<usize> {
        self.segments.as_ref().map(|range| range.len())
    }

    /// Whether one side is empty.
    pub fn is_null(&self) -> bool {
        self.segments.source.is_empty() || self.segments.target.is_empty()
    }
}

/// Beads that tile both sides: every segment of either side is in exactly one bead.
///
/// Ordered by source, a bead without source segments where its target segments fall. Beads may
/// cross where text was moved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    beads: Vec<Bead>,
    warnings: Vec<Warning>,
}

impl Alignment {
    /// Checks that `beads` tile `counts` segments a side.
    pub fn new(beads: Vec<Bead>, counts: Pair<usize>) -> Result<Self> {
        for side in Side::BOTH {
            let mut ranges: Vec<_> = beads
                .iter()
                .map(|bead| bead.segments.side(side).clone())
                .filter(|range| !range.is_empty())
                .collect();
            ranges.sort_by_key(|range| range.start);
            let mut next = 0;
            for range in &ranges {
                if range.start != next {
                    let place = if range.start > next { "in no bead" } else { "in two beads" };
                    return Err(untiled(side, next.min(range.start), place));
                }
                next = range.end;
            }
            if next != *counts.side(side) {
                return Err(untiled(
                    side,
                    next.min(*counts.side(side)),
                    "at the end of one list only",
                ));
            }
        }
        Ok(Alignment { beads, warnings: Vec::new() })
    }

    /// The beads, in order.
    pub fn beads(&self) -> &[Bead] {
        &self.beads
    }

    /// What is odd about the pair.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Indices of the beads whose text stands elsewhere on the other side: those outside the longest
    /// chain of beads that ascends on both sides, by segments.
    pub fn moved(&self) -> Vec<usize> {
        moves::moved(&self.beads)
    }
}

fn untiled(side: Side, segment: usize, place: &str) -> Error {
    Error::expected(
        format!("beads that hold every {} segment once", side.name()),
        format!("segment {segment} {place}"),
    )
}

/// How to align.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// Most segments in a bead, both sides together; at least 2.
    pub max_bead: usize,
    /// Translations learned from other texts in the same languages.
    pub lexicon: Option<Arc<Lexicon>>,
    /// Vectors of what the segments mean.
    pub embeddings: Option<Arc<Embeddings>>,
    /// Which part of the lattice to look at.
    pub search: Search,
}

/// Which part of the lattice of all alignments is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Search {
    /// A band along shared tokens, made narrower pass by pass: time grows with the length.
    #[default]
    Banded,
    /// All of it: time and memory grow with the product of both lengths.
    Exact,
}

impl Default for Options {
    fn default() -> Self {
        Options { max_bead: 6, lexicon: None, embeddings: None, search: Search::Banded }
    }
}

/// Aligns the segments of two renderings.
pub fn align(renderings: Pair<&Rendering>, options: &Options) -> Alignment {
    pass::align(renderings, options)
}
