//! Why a bead: its evidence by source, and what came second.

use super::evidence::Model;
use super::feature::{COUNT, Feature, Features};
use super::hits::Contest;
use super::lattice::Shape;
use super::pass::{Passes, Piece};
use super::sharpness::Sharpness;
use super::{Alignment, Bead, Options};
use crate::error::{Error, Result};
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// The reasons for a bead.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The bead itself, and why.
    pub chosen: Reasons,
    /// The most probable bead that shares a segment with it and is another one.
    pub runner_up: Option<Reasons>,
}

/// A bead and the evidence for and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reasons {
    /// The bead.
    pub bead: Bead,
    /// Log-odds of the evidence in sum.
    pub log_odds: f64,
    /// What counts: heaviest first.
    pub evidence: Vec<Evidence>,
}

/// One source of evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// Its name.
    pub source: &'static str,
    /// How much of it there is, in the source's own unit.
    pub amount: f64,
    /// What it adds to the log-odds.
    pub log_odds: f64,
}

/// Explains a bead of the alignment that [`align`](super::align) gives with the same options.
///
/// # Errors
///
/// When the alignment has no such bead.
pub fn explain(
    renderings: Pair<&Rendering>,
    options: &Options,
    alignment: &Alignment,
    index: usize,
) -> Result<Explanation> {
    let beads = alignment.beads();
    let Some(bead) = beads.get(index) else {
        let expected = format!("a bead from 0 to {}", beads.len().saturating_sub(1));
        return Err(Error::expected(expected, index.to_string()));
    };
    let passes = Passes::new(renderings, options);
    let sharpness = Sharpness::of(beads);
    let mut found = None;
    passes.sweep(options.max_bead, |model, piece| {
        let starts = bead.segments.as_ref().map(|range| range.start);
        let is_inside = starts.source >= piece.origin.source
            && starts.target >= piece.origin.target
            && starts.source <= piece.origin.source + piece.end.0;
        if is_inside {
            found = Some(Explanation {
                chosen: reasons(model, piece, bead.clone()),
                runner_up: runner_up(piece, bead).map(|mut other| {
                    other.posterior = sharpness.apply(other.posterior);
                    reasons(model, piece, other)
                }),
            });
        }
        found.is_none()
    });
    found.ok_or_else(|| Error::expected("a bead of these renderings", format!("bead {index}")))
}

fn reasons(model: &Model, piece: &Piece, bead: Bead) -> Reasons {
    let shape = bead.shape();
    let mut features: Features = [0.0; COUNT];
    if bead.is_null() {
        for side in Side::BOTH {
            for segment in bead.segments.side(side).clone() {
                let skip = model.skip(side, segment);
                features.iter_mut().zip(skip).for_each(|(sum, value)| *sum += value);
                features[Feature::SkipOpen as usize] += 1.0;
            }
        }
    } else {
        let (i, j) = (
            bead.segments.source.start.saturating_sub(piece.origin.source),
            bead.segments.target.start.saturating_sub(piece.origin.target),
        );
        let shape = Shape { source: shape.source, target: shape.target };
        let mut contest = Contest::default();
        features =
            model.bead(&piece.scores.band, &piece.hits, piece.origin, (i, j), shape, &mut contest);
    }
    let mut evidence: Vec<Evidence> = Feature::ALL
        .iter()
        .map(|feature| feature.label())
        .zip(features.iter().zip(model.weights))
        .map(|(source, (amount, weight))| Evidence {
            source,
            amount: f64::from(*amount),
            log_odds: f64::from(amount * weight),
        })
        .filter(|evidence| evidence.log_odds.abs() >= 0.005)
        .collect();
    evidence.sort_by(|a, b| b.log_odds.abs().total_cmp(&a.log_odds.abs()));
    let log_odds = evidence.iter().map(|evidence| evidence.log_odds).sum();
    Reasons { bead, log_odds, evidence }
}

/// The most probable other bead with a segment of this one.
fn runner_up(piece: &Piece, chosen: &Bead) -> Option<Bead> {
    let mut best: Option<Bead> = None;
    let shares = |bead: &Bead| {
        Side::BOTH.into_iter().any(|side| {
            let (a, b) = (bead.segments.side(side), chosen.segments.side(side));
            a.start.max(b.start) < a.end.min(b.end)
        })
    };
    piece.each_bead(|bead| {
        let is_better = best.as_ref().is_none_or(|best| bead.posterior > best.posterior);
        if bead.segments != chosen.segments && is_better && shares(&bead) {
            best = Some(bead);
        }
    });
    best
}
