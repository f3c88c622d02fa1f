//! Evidence from sentence embeddings: whether the two sides of a bead mean the same.
//!
//! A cosine is judged against those of this pair of documents: of segments that most probably render
//! each other, and of their neighbours, which most probably do not. Source: log-likelihood ratio of two
//! normal distributions of equal variance; the gain of a bead over its parts after Bertalign (Liu and
//! Zhu 2022). Complexity: up to five cosines a bead. Weakness: embeddings do not see a changed number,
//! unit or negation.

mod weights;

#[cfg(test)]
mod train;

use std::ops::Range;
use std::sync::Arc;

pub(super) use weights::{OTHER, WEIGHTS};

use super::embeddings::Embeddings;
use super::lattice::Shape;
use super::learn::Example;
use crate::pair::{Pair, Side};

/// What is known of the meaning of a bead, in the order of [`WEIGHTS`].
pub(super) type Amounts = [f32; COUNT];

const COUNT: usize = WEIGHTS.len();

/// Log-odds of one cosine count for no more.
const MOST: f32 = 8.0;

/// The cosines of a pair of documents.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cosines {
    /// Mean of segments that render each other, and of those that do not.
    pair: f32,
    other: f32,
    /// Variance around either mean.
    variance: f32,
}

/// What is expected of multilingual encoders, and the beads it counts for.
const PRIOR: Cosines = Cosines { pair: 0.5, other: 0.0, variance: 0.03 };
const PRIOR_BEADS: f32 = 5.0;

impl Cosines {
    /// Log-odds per unit of cosine.
    fn slope(self) -> f32 {
        (self.pair - self.other).max(0.0) / self.variance
    }

    fn log_odds(self, cosine: f32) -> f32 {
        self.slope() * (cosine - (self.pair + self.other) / 2.0)
    }
}

/// The embeddings of a pair and what their cosines tell.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    embeddings: Arc<Embeddings>,
    cosines: Cosines,
}

impl Meaning {
    /// Learns from probable beads which cosines renderings have in this pair.
    pub fn new(embeddings: Arc<Embeddings>, examples: &[Example]) -> Meaning {
        let singles: Vec<(Pair<usize>, f32)> = examples
            .iter()
            .filter(|(segments, _)| segments.source.len() == 1 && segments.target.len() == 1)
            .map(|(segments, share)| (segments.as_ref().map(|range| range.start), *share))
            .collect();
        let cosine = |source: usize, target: usize| {
            embeddings.cosine(Pair::new(source..source + 1, target..target + 1))
        };
        let pairs: Vec<(f32, f32)> = singles
            .iter()
            .filter_map(|(at, share)| Some((cosine(at.source, at.target)?, *share)))
            .collect();
        let others: Vec<(f32, f32)> = [2, 3, 5, 8]
            .into_iter()
            .flat_map(|apart| singles.iter().zip(singles.iter().skip(apart)))
            .filter(|((a, _), (b, _))| a.source.abs_diff(b.source) > 1)
            .filter(|((a, _), (b, _))| a.target.abs_diff(b.target) > 1)
            .filter_map(|((a, share), (b, _))| Some((cosine(a.source, b.target)?, *share)))
            .collect();
        let cosines = Cosines {
            pair: mean(&pairs, PRIOR.pair),
            other: mean(&others, PRIOR.other),
            variance: PRIOR.variance,
        };
        let squares = |list: &[(f32, f32)], mean: f32| -> Vec<(f32, f32)> {
            list.iter().map(|(cosine, share)| ((cosine - mean).powi(2), *share)).collect()
        };
        let spread = [squares(&pairs, cosines.pair), squares(&others, cosines.other)].concat();
        let variance = mean(&spread, PRIOR.variance).max(1e-4);
        Meaning { embeddings, cosines: Cosines { variance, ..cosines } }
    }

    /// The evidence for the bead of `shape` that starts at segments `starts`; nothing where a segment
    /// has no vector.
    pub fn bead(&self, starts: Pair<usize>, shape: Shape) -> Amounts {
        let mut out = [0.0; COUNT];
        let spans = Pair::new(
            starts.source..starts.source + shape.source,
            starts.target..starts.target + shape.target,
        );
        let Some(whole) = self.embeddings.cosine(spans.clone()) else { return out };
        let similar = self.cosines.log_odds(whole).clamp(-MOST, MOST);
        if shape.source + shape.target == 2 {
            out[0] = similar;
            return out;
        }
        let best =
            parts(&spans).filter_map(|part| self.embeddings.cosine(part)).fold(-1.0, f32::max);
        out[1] = similar * (shape.source + shape.target) as f32 / 2.0;
        out[2] = (self.cosines.slope() * (whole - best)).clamp(-MOST, MOST);
        out[3] = 1.0;
        out
    }

    /// The log-odds of a bead's meaning.
    pub fn score(&self, starts: Pair<usize>, shape: Shape) -> f32 {
        score(&self.bead(starts, shape))
    }
}

fn score(amounts: &Amounts) -> f32 {
    amounts.iter().zip(WEIGHTS).map(|(amount, (_, weight))| amount * weight).sum()
}

/// Mean of values with weights, drawn to `prior`.
fn mean(list: &[(f32, f32)], prior: f32) -> f32 {
    let weight: f32 = list.iter().map(|(_, weight)| weight).sum();
    let sum: f32 = list.iter().map(|(value, weight)| value * weight).sum();
    (sum + PRIOR_BEADS * prior) / (weight + PRIOR_BEADS)
}

/// What is left of a bead without the first or the last segment of a side that has several.
pub(super) fn parts(
    spans: &Pair<Range<usize>>,
) -> impl Iterator<Item = Pair<Range<usize>>> + use<'_> {
    let several = |side: &Side| spans.side(*side).len() > 1;
    Side::BOTH.into_iter().filter(several).flat_map(move |side| {
        let span = spans.side(side);
        [span.start + 1..span.end, span.start..span.end - 1].map(|rest| {
            let mut part = spans.clone();
            *part.side_mut(side) = rest;
            part
        })
    })
}
