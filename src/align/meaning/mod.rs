//! Evidence from sentence embeddings: whether the two sides of a bead mean the same.
//!
//! A cosine is judged against those of this pair of documents: of segments that are each other's nearest,
//! which most probably render each other, and of their neighbours. Of several segments the bead without
//! the least of them is judged so, and then what that one adds, since a stranger takes little from the
//! cosine of two segments that render each other. Source: log-likelihood ratio of two normal
//! distributions of equal variance; the gain of a bead over its parts after Bertalign (Liu and Zhu 2022).
//! Complexity: up to five cosines a bead. Weakness: embeddings do not see a changed number, unit or
//! negation.

mod weights;

#[cfg(test)]
mod train;

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use weights::OTHER;
pub(super) use weights::WEIGHTS;

use super::embeddings::Embeddings;
use super::lattice::Shape;
use super::learn::Example;
use crate::pair::{Pair, Side};

/// What is known of the meaning of a bead, in the order of [`WEIGHTS`].
pub(super) type Amounts = [f32; COUNT];

const COUNT: usize = WEIGHTS.len();

/// What the evidence is worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    /// How much all other evidence counts beside it.
    pub other: f32,
    /// Log-odds per unit.
    pub amounts: Amounts,
}

impl Worth {
    /// That of the table.
    pub fn trained() -> Worth {
        Worth { other: OTHER, amounts: WEIGHTS.map(|(_, weight)| weight) }
    }
}

/// Log-odds of one cosine, before they are weighted, are no more.
const MOST: f32 = 30.0;

/// The cosines of a pair of documents.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cosines {
    /// Mean of segments that render each other, and of those that do not.
    pair: f32,
    other: f32,
    /// Variance around either mean.
    variance: f32,
}

/// What is expected of multilingual encoders, and the cosines it counts for.
const PRIOR: Cosines = Cosines { pair: 0.5, other: 0.0, variance: 0.03 };
const PRIOR_COUNT: f32 = 5.0;
/// How far from where it seems to be a counterpart is sought, in segments.
const NEAR: usize = 6;

/// What a segment adds to the cosine of a bead.
struct Gain {
    /// Mean where it belongs to the bead and where it does not, in units of how far the cosines of
    /// renderings are from those of other segments.
    belongs: f32,
    does_not: f32,
    /// Variance in units of that of cosines.
    variance: f32,
}

/// Measured with multilingual-e5-small on 36 beads of one and two segments of Text+Berg, and on 125 single
/// segments with a neighbour of their counterpart.
const GAIN: Gain = Gain { belongs: 0.07, does_not: -0.2, variance: 0.6 };

impl Cosines {
    /// Those of segments that render each other and of others, drawn to what is expected.
    fn learn(self, pairs: Vec<f32>, others: Vec<f32>) -> Cosines {
        let pair = mean(pairs.iter().copied(), self.pair);
        let other = mean(others.iter().copied(), self.other);
        let spread = |values: &[f32], middle: f32| {
            mean(values.iter().map(|value| (value - middle).powi(2)), self.variance)
        };
        let variance = ((spread(&pairs, pair) + spread(&others, other)) / 2.0).max(1e-4);
        Cosines { pair, other, variance }
    }

    /// Log-odds per unit of cosine.
    fn slope(self) -> f32 {
        (self.pair - self.other).max(0.0) / self.variance
    }

    fn log_odds(self, cosine: f32) -> f32 {
        (self.slope() * (cosine - (self.pair + self.other) / 2.0)).clamp(-MOST, MOST)
    }

    /// Log-odds that a segment belongs to a bead whose cosine is by `gained` higher with it.
    fn log_odds_of_gain(self, gained: f32) -> f32 {
        let spread = (self.pair - self.other).max(0.0);
        let (belongs, does_not) = (GAIN.belongs * spread, GAIN.does_not * spread);
        let slope = (belongs - does_not) / (GAIN.variance * self.variance);
        (slope * (gained - (belongs + does_not) / 2.0)).clamp(-MOST, MOST)
    }
}

/// Mean of values, drawn to what is expected.
fn mean(values: impl ExactSizeIterator<Item = f32>, expected: f32) -> f32 {
    let count = values.len() as f32 + PRIOR_COUNT;
    (values.sum::<f32>() + PRIOR_COUNT * expected) / count
}

/// The embeddings of a pair and what their cosines tell.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    embeddings: Arc<Embeddings>,
    cosines: Cosines,
    worth: Worth,
}

impl Meaning {
    /// Learns which cosines renderings have in this pair: those of segments near the `examples` of which
    /// each is the other's nearest. That the examples are right is not asked, since without words to go by
    /// they may all be wrong by one.
    pub fn new(embeddings: Arc<Embeddings>, examples: &[Example], worth: Worth) -> Meaning {
        let near = near(&embeddings, examples);
        let mut nearest: Pair<HashMap<usize, f32>> = Pair::default();
        for &(segments, cosine) in &near {
            for side in Side::BOTH {
                let held = nearest.side_mut(side).entry(*segments.side(side)).or_insert(cosine);
                *held = held.max(cosine);
            }
        }
        let is_nearest = |&(segments, cosine): &(Pair<usize>, f32)| {
            Side::BOTH.into_iter().all(|side| nearest.side(side)[segments.side(side)] == cosine)
        };
        let (pairs, others): (Vec<_>, Vec<_>) = near.into_iter().partition(is_nearest);
        let cosines = |list: Vec<(Pair<usize>, f32)>| list.into_iter().map(|(_, cosine)| cosine);
        let cosines = PRIOR.learn(cosines(pairs).collect(), cosines(others).collect());
        Meaning { embeddings, cosines, worth }
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
        if shape.source + shape.target == 2 {
            out[0] = self.cosines.log_odds(whole);
            return out;
        }
        let best =
            parts(&spans).filter_map(|part| self.embeddings.cosine(part)).fold(-1.0, f32::max);
        out[1] = self.cosines.log_odds(best);
        out[2] = self.cosines.log_odds_of_gain(whole - best);
        out[3] = 1.0;
        out
    }

    /// The log-odds of a bead's meaning.
    pub fn score(&self, starts: Pair<usize>, shape: Shape) -> f32 {
        self.bead(starts, shape).iter().zip(self.worth.amounts).map(|(a, worth)| a * worth).sum()
    }
}

/// The cosines of single segments where examples stand, and around.
fn near(embeddings: &Embeddings, examples: &[Example]) -> Vec<(Pair<usize>, f32)> {
    let places: BTreeSet<(usize, usize)> = examples
        .iter()
        .map(|(segments, _)| segments.as_ref().map(|range| range.start))
        .flat_map(|at| {
            (at.target.saturating_sub(NEAR)..=at.target + NEAR).map(move |j| (at.source, j))
        })
        .collect();
    let cosine =
        |(i, j)| Some((Pair::new(i, j), embeddings.cosine(Pair::new(i..i + 1, j..j + 1))?));
    places.into_iter().filter_map(cosine).collect()
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
