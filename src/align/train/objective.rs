//! The log-likelihood of gold beads under weights, and the climb to its maximum.
//!
//! Source: conditional maximum likelihood of a semi-Markov random field (Sarawagi and Cohen 2004),
//! gradient by forward-backward over the free and the gold-constrained lattice, resilient
//! propagation (Riedmiller and Braun 1993), L2 prior, weights kept to the sign that makes sense.
//! Complexity: steps times features times nodes in the band. Weakness: hits are those of the weights at the start of a round.

use std::sync::Arc;

use rayon::prelude::*;

use super::articles::Article;
use crate::align::feature::{COUNT, Feature, Features, Weights, dot, prior, sign};
use crate::align::hits::Contest;
use crate::align::lattice::{Band, Close, Scores, shapes};
use crate::align::pass::Passes;
use crate::align::{Embeddings, Options};
use crate::pair::{Pair, Side};

/// The lattice of a document with the features of every move.
pub(in crate::align) struct Case {
    pub scores: Scores,
    /// What the gold allows: as `scores.beads`, `scores.swaps` and the skips.
    pub allowed: Allowed,
    beads: Vec<(u32, Features)>,
    skips: Pair<Vec<Features>>,
    pub weight: f64,
}

pub(in crate::align) struct Allowed {
    pub beads: Vec<bool>,
    pub swaps: Vec<bool>,
    pub skips: Pair<Vec<bool>>,
}

/// The gold as beads of adjacent segments, and the segments it says nothing usable about.
struct Gold {
    beads: Vec<Pair<std::ops::Range<usize>>>,
    free: Pair<Vec<bool>>,
    null: Pair<Vec<bool>>,
}

impl Gold {
    fn new(article: &Article) -> Gold {
        let counts = article.renderings.as_ref().map(|r| r.segments.len());
        let mut free = counts.map(|count| vec![true; count]);
        let mut null = counts.map(|count| vec![false; count]);
        let range = |list: &[usize]| {
            let (first, last) = (*list.first()?, *list.last()?);
            (last + 1 - first == list.len()).then_some(first..last + 1)
        };
        let mut beads: Vec<Pair<std::ops::Range<usize>>> = Vec::new();
        for link in &article.gold {
            for (list, side) in [(&link.source, Side::Source), (&link.target, Side::Target)] {
                let other = if side == Side::Source { &link.target } else { &link.source };
                if other.is_empty() {
                    for &index in list {
                        null.side_mut(side)[index] = true;
                        free.side_mut(side)[index] = false;
                    }
                }
            }
            if let (Some(source), Some(target)) = (range(&link.source), range(&link.target))
                && source.len() + target.len() <= 6
            {
                beads.push(Pair::new(source, target));
            }
        }
        beads.sort_by_key(|bead| bead.source.start);
        let crosses = |a: &Pair<std::ops::Range<usize>>, b: &Pair<std::ops::Range<usize>>| {
            (a.source.start < b.source.start) != (a.target.start < b.target.start)
        };
        let is_swap = |a: &Pair<std::ops::Range<usize>>, b: &Pair<std::ops::Range<usize>>| {
            let single =
                |x: &Pair<std::ops::Range<usize>>| x.source.len() == 1 && x.target.len() == 1;
            single(a)
                && single(b)
                && a.source.start.abs_diff(b.source.start) == 1
                && a.target.start.abs_diff(b.target.start) == 1
        };
        let kept: Vec<_> = beads
            .iter()
            .filter(|a| beads.iter().all(|b| *a == b || !crosses(a, b) || is_swap(a, b)))
            .cloned()
            .collect();
        for bead in &kept {
            for side in Side::BOTH {
                for index in bead.side(side).clone() {
                    free.side_mut(side)[index] = false;
                }
            }
        }
        Gold { beads: kept, free, null }
    }
}

impl Case {
    pub fn new(
        article: &Article,
        embeddings: Option<Arc<Embeddings>>,
        weights: &Weights,
        weight: f64,
    ) -> Option<Case> {
        let options = Options { embeddings, ..article.options() };
        let passes = Passes::with(article.renderings.as_ref(), &options, *weights);
        let model = passes.model();
        let gold = Gold::new(article);
        let counts = article.renderings.as_ref().map(|r| r.segments.len());
        let band = band(&gold, counts);
        let hits = model.hits(&band, Pair::default());
        let scores = model.scores(
            band,
            &hits,
            Close::Corner,
            shapes(options.max_bead),
            Pair::default(),
            |_, _| true,
        );
        let band = &scores.band;
        let width = scores.shapes.len();
        let mut allowed = Allowed {
            beads: vec![false; scores.beads.len()],
            swaps: vec![false; scores.swaps.len()],
            skips: Pair::from_fn(|side| {
                gold.free
                    .side(side)
                    .iter()
                    .zip(gold.null.side(side))
                    .map(|(a, b)| *a || *b)
                    .collect()
            }),
        };
        let is_gold = |i: std::ops::Range<usize>, j: std::ops::Range<usize>| {
            gold.beads.iter().any(|bead| bead.source == i && bead.target == j)
        };
        let mut beads = Vec::new();
        let mut contest = Contest::default();
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                for (k, &shape) in scores.shapes.iter().enumerate() {
                    let at = node * width + k;
                    if scores.beads[at] == f32::NEG_INFINITY {
                        continue;
                    }
                    let (s, t) = (i..i + shape.source, j..j + shape.target);
                    allowed.beads[at] = is_gold(s.clone(), t.clone())
                        || (gold.free.source[s].iter().all(|free| *free)
                            && gold.free.target[t].iter().all(|free| *free));
                    let features =
                        model.bead(band, &hits, Pair::default(), (i, j), shape, &mut contest);
                    beads.push((at as u32, features));
                }
                allowed.swaps[node] =
                    is_gold(i..i + 1, j + 1..j + 2) && is_gold(i + 1..i + 2, j..j + 1);
            }
        }
        let skips = Pair::from_fn(|side| {
            (0..*counts.side(side)).map(|segment| model.skip(side, segment)).collect()
        });
        let case = Case { scores, allowed, beads, skips, weight };
        let constrained = case.rescored(weights, true).posteriors().evidence;
        if constrained == f64::NEG_INFINITY {
            println!("left out, its gold is no path: {}", article.name);
            return None;
        }
        Some(case)
    }

    /// The lattice under new weights, perhaps with the moves of the gold only.
    fn rescored(&self, weights: &Weights, to_gold: bool) -> Scores {
        let never = f32::NEG_INFINITY;
        let old = &self.scores;
        let width = old.shapes.len();
        let mut beads = vec![never; old.beads.len()];
        for (at, features) in &self.beads {
            beads[*at as usize] = dot(weights, features);
        }
        let mut swaps = vec![never; old.swaps.len()];
        for (node, swap) in swaps.iter_mut().enumerate() {
            if old.swaps[node] != never && (!to_gold || self.allowed.swaps[node]) {
                *swap = weights[Feature::Swap as usize];
            }
        }
        for i in 0..=old.band.source() {
            let (low, high) = old.band.row(i);
            for j in low..=high {
                let Some(node) = old.band.node(i, j) else { continue };
                if swaps[node] != never {
                    for cell in [old.band.node(i, j + 1), old.band.node(i + 1, j)] {
                        swaps[node] += cell.map_or(never, |cell| beads[cell * width]);
                    }
                }
            }
        }
        if to_gold {
            for (bead, allowed) in beads.iter_mut().zip(&self.allowed.beads) {
                if !allowed {
                    *bead = never;
                }
            }
        }
        let skips = Pair::from_fn(|side| {
            let allowed = self.allowed.skips.side(side);
            let skips = self.skips.side(side).iter().zip(allowed);
            skips
                .map(
                    |(features, allowed)| {
                        if to_gold && !allowed { never } else { dot(weights, features) }
                    },
                )
                .collect::<Vec<_>>()
        });
        Scores {
            band: old.band.clone(),
            close: Close::Corner,
            shapes: old.shapes.clone(),
            beads,
            swaps,
            skip_source: skips.source,
            skip_target: skips.target,
            skip_open: weights[Feature::SkipOpen as usize],
            skip_extend: weights[Feature::SkipExtend as usize],
        }
    }

    /// The log-likelihood of the gold and its gradient.
    pub fn gradient(&self, weights: &Weights) -> (f64, [f64; COUNT]) {
        let mut gradient = [0.0; COUNT];
        let mut likelihood = 0.0;
        for (to_gold, sign) in [(true, self.weight), (false, -self.weight)] {
            let posteriors = self.rescored(weights, to_gold).posteriors();
            likelihood += sign * posteriors.evidence;
            let mut add = |features: &Features, share: f64| {
                for (sum, value) in gradient.iter_mut().zip(features) {
                    *sum += share * f64::from(*value);
                }
            };
            for (at, features) in &self.beads {
                let share = f64::from(posteriors.beads[*at as usize]);
                if share > 1e-9 {
                    add(features, sign * share);
                }
            }
            let mut skipped = 0.0;
            for (side, shares) in
                [(Side::Source, &posteriors.skip_source), (Side::Target, &posteriors.skip_target)]
            {
                for (features, share) in self.skips.side(side).iter().zip(shares) {
                    add(features, sign * f64::from(*share));
                    skipped += f64::from(*share);
                }
            }
            let swaps: f64 = posteriors.swaps.iter().map(|&share| f64::from(share)).sum();
            gradient[Feature::Swap as usize] += sign * swaps;
            gradient[Feature::SkipOpen as usize] += sign * posteriors.skip_runs;
            gradient[Feature::SkipExtend as usize] += sign * (skipped - posteriors.skip_runs);
        }
        (likelihood, gradient)
    }
}

/// All nodes of a short document; of a long one those within 40 of the gold.
fn band(gold: &Gold, counts: Pair<usize>) -> Band {
    const REACH: usize = 40;
    if counts.source * counts.target < 10_000 {
        return Band::full(counts.source, counts.target);
    }
    let mut low = vec![counts.target; counts.source + 1];
    let mut high = vec![0; counts.source + 1];
    (low[0], high[counts.source]) = (0, counts.target);
    for bead in &gold.beads {
        for i in [bead.source.start, bead.source.end] {
            low[i] = low[i].min(bead.target.start.saturating_sub(REACH));
            high[i] = high[i].max((bead.target.end + REACH).min(counts.target));
        }
    }
    for i in 1..=counts.source {
        high[i] = high[i].max(high[i - 1]);
    }
    for i in (0..counts.source).rev() {
        low[i] = low[i].min(low[i + 1]);
    }
    Band::new(low.into_iter().zip(high).collect())
}

/// How strongly weights are drawn to what they are without data. The more, up to 60 at least, the better
/// omissions are found in documents that were held out, and the less is believed of texts as clean as ParIce,
/// which the sharpness of a pair makes up for.
const PRIOR: f64 = 60.0;

/// The weights that make the gold most probable, none of the wrong sign.
pub(super) fn climb(cases: &[&Case], mut weights: Weights, steps: usize) -> Weights {
    let mut sizes = [0.05_f64; COUNT];
    let mut last = [0.0_f64; COUNT];
    for step in 0..steps {
        let parts: Vec<_> = cases.par_iter().map(|case| case.gradient(&weights)).collect();
        let mut likelihood = 0.0;
        let mut gradient = [0.0; COUNT];
        for (value, part) in parts {
            likelihood += value;
            for (sum, value) in gradient.iter_mut().zip(part) {
                *sum += value;
            }
        }
        for f in 0..COUNT {
            // It is learned with vectors, by a trainer of its own.
            if f == Feature::Meaning as usize {
                continue;
            }
            gradient[f] -= PRIOR * f64::from(weights[f] - prior(Feature::ALL[f]));
            let turn = gradient[f] * last[f];
            if turn > 0.0 {
                sizes[f] = (sizes[f] * 1.2).min(0.5);
            } else if turn < 0.0 {
                sizes[f] = (sizes[f] * 0.5).max(1e-4);
            }
            if turn < 0.0 {
                last[f] = 0.0;
                continue;
            }
            last[f] = gradient[f];
            if gradient[f] != 0.0 {
                weights[f] += (gradient[f].signum() * sizes[f]) as f32;
            }
            if weights[f] * sign(Feature::ALL[f]) < 0.0 {
                weights[f] = 0.0;
            }
        }
        if step % 20 == 0 || step + 1 == steps {
            println!("step {step}: log-likelihood {likelihood:.1}");
        }
    }
    scaled(cases, weights)
}

/// The weights times the factor that makes the gold most probable, since the prior draws all of them to
/// too little.
fn scaled(cases: &[&Case], weights: Weights) -> Weights {
    let likelihood = |factor: f32| {
        let weights = times(weights, factor);
        let parts: Vec<f64> = cases.par_iter().map(|case| case.gradient(&weights).0).collect();
        parts.iter().sum::<f64>()
    };
    let (mut best, mut held) = (1.0, likelihood(1.0));
    for step in -2..=10 {
        let factor = 1.0 + 0.05 * step as f32;
        let value = likelihood(factor);
        if value > held {
            (best, held) = (factor, value);
        }
    }
    println!("scale {best}: log-likelihood {held:.1}");
    times(weights, best)
}

/// The weights times a factor, but for what vectors are worth.
fn times(weights: Weights, factor: f32) -> Weights {
    let mut out = weights.map(|weight| factor * weight);
    out[Feature::Meaning as usize] = weights[Feature::Meaning as usize];
    out
}
