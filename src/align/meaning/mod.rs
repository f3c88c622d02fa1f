//! Evidence from sentence embeddings: whether the two sides of a bead mean the same.
//!
//! A cosine is judged against those of this pair of documents: of segments that are each other's nearest,
//! which most probably render each other, and of their neighbours. Source: log-likelihood ratio of two
//! normal distributions of equal variance. Complexity: a cosine a bead. Weakness: embeddings do not see a
//! changed number, unit or negation, and one segment more or less changes the cosine little.

#[cfg(test)]
mod train;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::embeddings::Embeddings;
use super::lattice::Shape;
use super::learn::Example;
use crate::pair::{Pair, Side};

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

    fn log_odds(self, cosine: f32) -> f32 {
        let slope = (self.pair - self.other).max(0.0) / self.variance;
        (slope * (cosine - (self.pair + self.other) / 2.0)).clamp(-MOST, MOST)
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
}

impl Meaning {
    /// Learns which cosines renderings have in this pair: those of segments near the `examples` of which
    /// each is the other's nearest. That the examples are right is not asked, since without words to go by
    /// they may all be wrong by one.
    pub fn new(embeddings: Arc<Embeddings>, examples: &[Example]) -> Meaning {
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
        Meaning { embeddings, cosines }
    }

    /// Log-odds that the bead of `shape` that starts at segments `starts` is right; 0 where a segment has
    /// no vector.
    pub fn log_odds(&self, starts: Pair<usize>, shape: Shape) -> f32 {
        let counts = Pair::new(shape.source, shape.target);
        let spans = starts.zip(counts).map(|(start, count)| start..start + count);
        self.embeddings.cosine(spans).map_or(0.0, |cosine| self.cosines.log_odds(cosine))
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
