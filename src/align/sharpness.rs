//! How far the probabilities of a pair are to be believed.
//!
//! Log-odds of a bead are multiplied by a factor of the pair: the more of its beads have several segments
//! a side, the freer the translation and the less the model knows of it. Source: temperature scaling (Guo
//! et al. 2017), here by the pair. Complexity: one pass over the beads. Weakness: two numbers, fitted on
//! three kinds of text.

use super::Bead;

/// The factor where the usual share of beads has several segments a side, and what it gains for each
/// unit of the log of that share: close to the fit that `align::train::cross` prints.
const FACTOR: f64 = 1.15;
const GAIN: f64 = -0.67;
/// The usual share.
pub(super) const USUAL: f64 = 0.15;
/// Beads of the share of one in ten that a pair is taken to have before its own are counted.
const EXPECTED: f64 = 20.0;

/// What the log-odds of the beads of a pair are multiplied by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sharpness(f64);

impl Sharpness {
    /// That of a pair with these beads.
    pub fn of(beads: &[Bead]) -> Sharpness {
        Sharpness((FACTOR + GAIN * freedom(beads)).clamp(0.5, 2.0))
    }

    /// The probability to believe of what has this one in the lattice.
    pub fn apply(self, probability: f64) -> f64 {
        let odds = probability / (1.0 - probability);
        let power = odds.powf(self.0);
        if power.is_finite() { power / (1.0 + power) } else { probability }
    }

    /// The log-odds in the lattice of what is believed to have this probability.
    #[cfg(test)]
    pub fn log_odds_before(self, probability: f64) -> f64 {
        (probability / (1.0 - probability)).ln() / self.0
    }
}

/// Log of the share of beads with several segments a side, beside the usual one.
pub(super) fn freedom(beads: &[Bead]) -> f64 {
    let linked = beads.iter().filter(|bead| !bead.is_null());
    let (several, all) = linked.fold((0.1 * EXPECTED, EXPECTED), |(several, all), bead| {
        let shape = bead.shape();
        (several + if shape.source + shape.target > 2 { 1.0 } else { 0.0 }, all + 1.0)
    });
    (several / all / USUAL).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pair::Pair;

    fn beads(single: usize, double: usize) -> Vec<Bead> {
        let bead = |count| Bead { segments: Pair::new(0..1, 0..count), posterior: 0.9 };
        let mut out = vec![bead(1); single];
        out.resize(single + double, bead(2));
        out
    }

    #[test]
    fn a_free_translation_is_believed_less_than_a_close_one() {
        let close = Sharpness::of(&beads(100, 2)).apply(0.9);
        let free = Sharpness::of(&beads(60, 40)).apply(0.9);
        assert!(close > 0.9 && free < 0.9, "{close} {free}");
    }

    #[test]
    fn certainty_and_doubt_stay() {
        for single in [0, 10, 1000] {
            let sharpness = Sharpness::of(&beads(single, 10));
            assert_eq!([0.0, 0.5, 1.0].map(|p| sharpness.apply(p)), [0.0, 0.5, 1.0]);
        }
    }
}
