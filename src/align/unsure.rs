//! Where an encoder is worth its time: the spans that the beads of unsure stretches are made of.
//!
//! Source: none known; other aligners embed every span. Complexity: that of an alignment.
//! Weakness: beads that are surely wrong are not looked at.

use std::collections::BTreeSet;
use std::ops::Range;

use super::embeddings::{Embeddings, SpanVectors, Vectors};
use super::pass::Passes;
use super::{Bead, Options};
use crate::error::Result;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// A segment is sure when one of its beads is this probable.
const SURE: f64 = 0.98;
/// Beads less probable than this are not looked at.
const POSSIBLE: f64 = 1e-4;
/// Sure 1-1 beads that are looked at so that there is something to compare with.
const SAMPLE: usize = 24;

/// The spans of segments whose vectors would tell most: those of beads that are neither sure nor
/// impossible without an encoder, and of a sample of sure beads.
///
/// Ordered by start, then end; each of at most [`Options::max_bead`] - 1 segments.
pub fn unsure(renderings: Pair<&Rendering>, options: &Options) -> Pair<Vec<Range<usize>>> {
    let options = Options { embeddings: None, ..options.clone() };
    let passes = Passes::new(renderings, &options);
    let mut beads: Vec<Bead> = Vec::new();
    passes.sweep(options.max_bead, |_, piece| {
        let ends = piece.origin.zip(Pair::new(piece.end.0, piece.end.1)).map(|(a, b)| a + b);
        piece.each_bead(|bead| {
            let Pair { source, target } = &bead.segments;
            let is_inside = if source.is_empty() {
                target.start < ends.target
            } else {
                source.start < ends.source
            };
            if bead.posterior > POSSIBLE && is_inside {
                beads.push(bead);
            }
        });
        true
    });
    let mut sure = renderings.map(|rendering| vec![false; rendering.segments.len()]);
    for bead in beads.iter().filter(|bead| bead.posterior >= SURE) {
        for side in Side::BOTH {
            sure.side_mut(side)[bead.segments.side(side).clone()].fill(true);
        }
    }
    let mut spans: Pair<BTreeSet<(usize, usize)>> = Pair::from_fn(|side| {
        let sure = sure.side(side);
        (0..sure.len()).filter(|&at| !sure[at]).map(|at| (at, at + 1)).collect()
    });
    let mut add = |bead: &Pair<Range<usize>>| {
        for side in Side::BOTH {
            let span = bead.side(side);
            spans.side_mut(side).insert((span.start, span.end));
        }
    };
    let is_unsure = |bead: &Bead| {
        Side::BOTH
            .into_iter()
            .all(|side| bead.segments.side(side).clone().all(|segment| !sure.side(side)[segment]))
    };
    for bead in beads.iter().filter(|bead| !bead.is_null() && is_unsure(bead)) {
        add(&bead.segments);
    }
    let singles: Vec<&Bead> = beads
        .iter()
        .filter(|bead| bead.posterior >= SURE && bead.shape() == Pair::new(1, 1))
        .collect();
    let count = singles.len().min(SAMPLE);
    (0..count).for_each(|at| add(&singles[at * singles.len() / count].segments));
    spans.map(|spans| spans.into_iter().map(|(start, end)| start..end).collect())
}

impl Embeddings {
    /// Has `encode` compute the vectors of the spans that are [`unsure`], one for each text, both sides
    /// at once.
    ///
    /// # Errors
    ///
    /// Those of `encode`; and when it does not give one vector for each text.
    pub fn of_unsure(
        renderings: Pair<&Rendering>,
        options: &Options,
        encode: impl FnOnce(&[String]) -> Result<Vectors>,
    ) -> Result<Self> {
        let spans = unsure(renderings, options);
        let mut texts = Vec::new();
        for side in Side::BOTH {
            let rendering = renderings.side(side);
            texts.extend(spans.side(side).iter().map(|span| rendering.line(span.clone())));
        }
        let vectors = encode(&texts)?;
        let (source, target) = vectors.split(spans.source.len())?;
        Embeddings::new(Pair::new(
            SpanVectors::new(spans.source, source)?,
            SpanVectors::new(spans.target, target)?,
        ))
    }
}
