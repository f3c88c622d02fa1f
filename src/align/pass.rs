//! The passes over one pair: a coarse one in a wide band, then finer ones in a narrow band, learning
//! from what is probable in between.
//!
//! A long text is passed in pieces: each piece ends at the node that alignments most probably pass
//! through, so that time grows with the length and memory with the piece. Up to [`PIECE`] segments
//! there is one piece and nothing is lost.

use std::ops::Range;

use super::chain;
use super::evidence::{Model, Weights, trained};
use super::lattice::{Band, Close, Gains, Posteriors, Scores, Step, shapes};
use super::learn::{Example, Learned};
use super::length::LengthModel;
use super::view::Views;
use super::{Alignment, Bead, Options};
use crate::pair::Pair;
use crate::rendering::Rendering;

/// Source segments of a piece, and how far it looks beyond its end.
const PIECE: usize = 2000;
const AHEAD: usize = 100;
/// Segments in a bead of the coarse pass.
const COARSE: usize = 3;
/// Nodes around the probable ones that stay in the band, and what probable means.
const MARGIN: usize = 6;
const PROBABLE: f32 = 1e-6;

/// How the decoder weighs beads and skips.
const GAINS: Gains = Gains { threshold: 0.2, skip: 0.5 };

/// What the passes know of a pair.
pub(super) struct Passes {
    pub views: Views,
    pub length: LengthModel,
    pub learned: Learned,
    /// The target boundaries to look at, both included, for each source boundary.
    pub rows: Vec<(usize, usize)>,
}

/// A part of the lattice with its sums.
pub(super) struct Piece {
    pub origin: Pair<usize>,
    pub scores: Scores,
    pub posteriors: Posteriors,
    /// The node, from the origin, at which the next piece starts.
    pub end: (usize, usize),
}

impl Passes {
    /// Narrows the band and learns the length model and translations of a pair.
    pub fn new(renderings: Pair<&Rendering>, weights: &Weights, options: &Options) -> Passes {
        let views = Views::new(renderings);
        let totals = views
            .sides
            .as_ref()
            .map(|view| view.lengths.iter().map(|&length| f64::from(length)).sum::<f64>());
        let length = LengthModel::new(totals);
        let learned = Learned::none(&views);
        let rows = chain::rows(&views);
        let mut passes = Passes { views, length, learned, rows };
        for size in [COARSE.min(options.max_bead), options.max_bead] {
            let mut examples = Vec::new();
            let mut narrow = vec![(usize::MAX, 0); passes.rows.len()];
            passes.sweep(weights, size, |piece| {
                piece.examples(&mut examples);
                piece.narrow(&mut narrow);
            });
            passes.narrow(narrow);
            passes.learn(&examples);
        }
        passes
    }

    /// The model as it stands.
    pub fn model<'a>(&'a self, weights: &'a Weights) -> Model<'a> {
        Model { views: &self.views, length: self.length, learned: &self.learned, weights }
    }

    /// Passes over the pair, piece by piece.
    pub fn sweep(&self, weights: &Weights, max_bead: usize, mut each: impl FnMut(&Piece)) {
        let counts = self.views.sides.as_ref().map(|view| view.len());
        let model = self.model(weights);
        let mut origin = Pair::new(0, 0);
        loop {
            let rest = counts.source - origin.source;
            let is_last = rest <= PIECE + AHEAD;
            let height = if is_last { rest } else { PIECE + AHEAD };
            let rows = self.rows[origin.source..=origin.source + height]
                .iter()
                .map(|&(low, high)| {
                    let low = low.max(origin.target) - origin.target;
                    (low, high.max(origin.target) - origin.target)
                })
                .collect();
            let close = if is_last { Close::Corner } else { Close::Row };
            let scores = model.scores(Band::new(rows), close, shapes(max_bead), origin);
            let posteriors = scores.posteriors();
            let end = if is_last {
                (height, counts.target - origin.target)
            } else {
                posteriors.surest_node(&scores.band, PIECE / 2..PIECE + 1)
            };
            each(&Piece { origin, scores, posteriors, end });
            if is_last {
                return;
            }
            origin = Pair::new(origin.source + end.0, origin.target + end.1);
        }
    }

    /// Keeps the part of the band that is probable.
    fn narrow(&mut self, mut probable: Vec<(usize, usize)>) {
        let target = self.views.sides.target.len();
        for (row, old) in probable.iter_mut().zip(&self.rows) {
            if row.0 > row.1 {
                *row = (usize::MAX, 0);
                continue;
            }
            row.0 = row.0.saturating_sub(MARGIN).max(old.0);
            row.1 = (row.1 + MARGIN).min(old.1);
        }
        chain::close(&mut probable, target);
        self.rows = probable;
    }

    fn learn(&mut self, examples: &[Example]) {
        let sides = &self.views.sides;
        let lengths = examples.iter().map(|(segments, probability)| {
            let lengths = segments.as_ref().zip(sides.as_ref()).map(|(range, view)| {
                view.lengths[range.clone()].iter().map(|&l| f64::from(l)).sum::<f64>()
            });
            (lengths, f64::from(*probability))
        });
        self.length = self.length.estimate(lengths);
        self.learned = Learned::from_beads(&self.views, examples);
    }
}

impl Piece {
    /// The beads that are probable enough to learn from.
    fn examples(&self, out: &mut Vec<Example>) {
        let band = &self.scores.band;
        let width = self.scores.shapes.len();
        for i in 0..self.end.0 {
            let (low, high) = band.row(i);
            for j in low..=high.min(self.end.1) {
                let Some(node) = band.node(i, j) else { continue };
                for (k, shape) in self.scores.shapes.iter().enumerate() {
                    let probability = self.posteriors.beads[node * width + k];
                    if probability > 0.2 {
                        let (i, j) = (i + self.origin.source, j + self.origin.target);
                        let segments = Pair::new(i..i + shape.source, j..j + shape.target);
                        out.push((segments, probability.min(1.0)));
                    }
                }
            }
        }
    }

    /// Widens `rows` to the nodes that are probable here.
    fn narrow(&self, rows: &mut [(usize, usize)]) {
        let band = &self.scores.band;
        for i in 0..=self.end.0 {
            let (low, high) = band.row(i);
            let row = &mut rows[self.origin.source + i];
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                if self.posteriors.nodes[node] > PROBABLE {
                    let j = j + self.origin.target;
                    *row = (row.0.min(j), row.1.max(j));
                }
            }
        }
    }

    /// The decoded beads with their probabilities.
    fn beads(&self, out: &mut Vec<Bead>) {
        let (scores, posteriors) = (&self.scores, &self.posteriors);
        let width = scores.shapes.len();
        let probability = |i: usize, j: usize, k: usize| {
            scores.band.node(i, j).map_or(0.0, |node| posteriors.beads[node * width + k])
        };
        let mut push = |source: Range<usize>, target: Range<usize>, posterior: f32| {
            let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
            out.push(Bead {
                segments: Pair::new(
                    shift(source, self.origin.source),
                    shift(target, self.origin.target),
                ),
                posterior: f64::from(posterior.clamp(0.0, 1.0)),
            });
        };
        for (i, j, step) in posteriors.decode(scores, GAINS, self.end) {
            match step {
                Step::Bead(shape) => {
                    let k = scores.shapes.iter().position(|other| *other == shape).unwrap_or(0);
                    push(i..i + shape.source, j..j + shape.target, probability(i, j, k));
                }
                Step::Swap => {
                    push(i..i + 1, j + 1..j + 2, probability(i, j + 1, 0));
                    push(i + 1..i + 2, j..j + 1, probability(i + 1, j, 0));
                }
                Step::SkipSource => push(i..i + 1, j..j, posteriors.skip_source[i]),
                Step::SkipTarget => push(i..i, j..j + 1, posteriors.skip_target[j]),
            }
        }
    }
}

/// Aligns a pair.
pub(super) fn align(renderings: Pair<&Rendering>, options: &Options) -> Alignment {
    align_with(renderings, options, &trained())
}

/// Aligns a pair with weights of the caller's.
pub(super) fn align_with(
    renderings: Pair<&Rendering>,
    options: &Options,
    weights: &Weights,
) -> Alignment {
    let passes = Passes::new(renderings, weights, options);
    let mut beads = Vec::new();
    passes.sweep(weights, options.max_bead, |piece| piece.beads(&mut beads));
    Alignment { beads }
}
