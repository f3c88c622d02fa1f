//! Fits how far probabilities are believed, on documents that the weights have not seen.
//!
//! Source: logistic regression by Newton's method. Complexity: a few passes over the outcomes.

use crate::align::sharpness::{Sharpness, freedom};
use crate::align::{Alignment, Bead};
use crate::evaluate::alignment::Counts;
use crate::format::links::{Link, links};

/// A document that was aligned under weights that have not seen it.
pub(super) struct Outcome {
    /// Which of the folds it is in.
    pub fold: usize,
    /// What it is one of.
    pub kind: String,
    freedom: f64,
    gold: Vec<Link>,
    links: Vec<Link>,
    /// Log-odds in the lattice of every bead with two sides, and whether it is right.
    beads: Vec<(f64, bool)>,
}

/// The factor where the usual share of beads has several segments a side, and its gain.
type Fit = [f64; 2];

impl Outcome {
    pub fn new(fold: usize, kind: &str, gold: &[Link], alignment: &Alignment) -> Outcome {
        let linked: Vec<Bead> =
            alignment.beads().iter().filter(|bead| !bead.is_null()).cloned().collect();
        let sharpness = Sharpness::of(&linked);
        let mut links = links(alignment);
        links.retain(|link| !link.source.is_empty() && !link.target.is_empty());
        let is_right =
            |link: &Link| gold.iter().any(|g| g.source == link.source && g.target == link.target);
        let log_odds = linked.iter().map(|bead| {
            let probability = bead.posterior.clamp(1e-4, 1.0 - 1e-4);
            sharpness.log_odds_before(probability)
        });
        Outcome {
            fold,
            kind: kind.to_owned(),
            freedom: freedom(&linked),
            gold: gold.to_vec(),
            beads: log_odds.zip(links.iter().map(is_right)).collect(),
            links,
        }
    }

    fn amounts(&self, log_odds: f64) -> Fit {
        [log_odds, log_odds * self.freedom]
    }

    /// Adds the beads with the probabilities of a fit.
    pub fn count(&self, fit: Fit, counts: &mut Counts) {
        let mut links = self.links.clone();
        for (link, (log_odds, _)) in links.iter_mut().zip(&self.beads) {
            link.posterior = Some(probability(fit, self.amounts(*log_odds)));
        }
        counts.add(&self.gold, &links);
    }
}

fn probability(fit: Fit, amounts: Fit) -> f64 {
    1.0 / (1.0 + (-fit[0] * amounts[0] - fit[1] * amounts[1]).exp())
}

/// The fit that makes the outcomes most probable, every kind with the weight of 400 beads.
pub(super) fn fit<'a>(outcomes: impl Iterator<Item = &'a Outcome> + Clone) -> Fit {
    const PRIOR: (Fit, f64) = ([1.0, 0.0], 3.0);
    let of_kind = |kind: &str| {
        let same = outcomes.clone().filter(|other| other.kind == kind);
        same.map(|outcome| outcome.beads.len()).sum::<usize>() as f64
    };
    let weights: Vec<f64> =
        outcomes.clone().map(|outcome| 400.0 / of_kind(&outcome.kind).max(1.0)).collect();
    let mut fit = PRIOR.0;
    for _ in 0..30 {
        let mut gradient = [0, 1].map(|at| -PRIOR.1 * (fit[at] - PRIOR.0[at]));
        let mut curve = [[PRIOR.1, 0.0], [0.0, PRIOR.1]];
        for (outcome, weight) in outcomes.clone().zip(&weights) {
            for &(log_odds, is_right) in &outcome.beads {
                let amounts = outcome.amounts(log_odds);
                let p = probability(fit, amounts);
                let miss = if is_right { 1.0 - p } else { -p };
                for a in 0..2 {
                    gradient[a] += weight * miss * amounts[a];
                    for b in 0..2 {
                        curve[a][b] += weight * p * (1.0 - p) * amounts[a] * amounts[b];
                    }
                }
            }
        }
        let [[a, b], [c, d]] = curve;
        let determinant = a * d - b * c;
        fit[0] += (d * gradient[0] - b * gradient[1]) / determinant;
        fit[1] += (a * gradient[1] - c * gradient[0]) / determinant;
    }
    fit
}
