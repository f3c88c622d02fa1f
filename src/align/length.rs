//! How long a rendering should be, given the other one.
//!
//! Source: Gale and Church 1993, with the ratio and its variance estimated per pair and heavy tails.
//! Complexity: constant per bead. Weakness: blind where all segments are equally long.

use crate::pair::Pair;

/// The length of a rendering as a ratio of the other one's, and how far it strays.
#[derive(Clone, Copy, Debug)]
pub(super) struct LengthModel {
    /// Target scalars per source scalar.
    pub ratio: f64,
    /// Variance per scalar of the mean length of both sides.
    pub variance: f64,
}

/// Variance that any pair is expected to have, and the beads it counts for.
const PRIOR_VARIANCE: f64 = 3.0;
const PRIOR_BEADS: f64 = 20.0;

impl LengthModel {
    /// The model before anything is aligned.
    pub fn new(totals: Pair<f64>) -> Self {
        let ratio = if totals.source > 0.0 && totals.target > 0.0 {
            ((totals.target + 500.0) / (totals.source + 500.0)).clamp(0.2, 5.0)
        } else {
            1.0
        };
        LengthModel { ratio, variance: PRIOR_VARIANCE }
    }

    /// The model of beads with the lengths and probabilities given.
    pub fn estimate(&self, beads: impl Iterator<Item = (Pair<f64>, f64)> + Clone) -> Self {
        let prior = 300.0;
        let (mut source, mut target) = (prior, prior * self.ratio);
        for (lengths, probability) in beads.clone() {
            source += probability * lengths.source;
            target += probability * lengths.target;
        }
        let ratio = (target / source).clamp(0.1, 10.0);
        let mut model = LengthModel { ratio, variance: 1.0 };
        let (mut sum, mut weight) = (PRIOR_VARIANCE * PRIOR_BEADS, PRIOR_BEADS);
        for (lengths, probability) in beads {
            let deviation = model.deviation(lengths);
            sum += probability * (deviation * deviation).min(25.0 * PRIOR_VARIANCE);
            weight += probability;
        }
        model.variance = (sum / weight).clamp(0.5, 12.0);
        model
    }

    /// How many standard deviations the target is longer than expected.
    pub fn deviation(&self, lengths: Pair<f64>) -> f64 {
        (lengths.target - lengths.source * self.ratio) / self.spread(lengths)
    }

    /// The standard deviation, in target scalars, of lengths like these.
    pub fn spread(&self, lengths: Pair<f64>) -> f64 {
        let mean = (lengths.source * self.ratio + lengths.target) / 2.0;
        (self.variance * (mean + 4.0)).sqrt()
    }
}
