//! The evidence for a bead, as features whose weighted sum is its log-odds.
//!
//! Source: log-linear alignment; lexical evidence as log-likelihood ratios after Moore 2002.
//! Complexity: a bead costs its lexical hits. Weakness: pieces of evidence that tell the same add up.

use rayon::prelude::*;

use super::coverage::{Expected, Tallies};
use super::feature::{COUNT, Feature, Features, Weights, dot};
use super::hits::{Contest, Hit, Hits};
use super::lattice::{Band, Close, Scores, Shape};
use super::learn::Learned;
use super::length::LengthModel;
use super::likeness::{beginnings, ends, inner};
use super::meaning::Meaning;
use super::view::{Source, Views};
use crate::pair::{Pair, Side};

/// Beads of so many segments are looked at everywhere in the band.
const SMALL: usize = 3;
/// Standard deviations of length that no larger bead strays.
const STRAY: f64 = 8.0;

/// The models that score beads of one pair.
pub(super) struct Model<'a> {
    pub views: &'a Views,
    pub length: LengthModel,
    pub learned: &'a Learned,
    pub coverage: Expected,
    pub meaning: Option<&'a Meaning>,
    /// Added to the cost of every run of skipped segments.
    pub skip_bias: f32,
    pub weights: &'a Weights,
}

impl Model<'_> {
    /// How far the lengths of a bead stray from each other, in standard deviations.
    fn deviation(&self, origin: Pair<usize>, at: (usize, usize), shape: Shape) -> f64 {
        let sum = |side: Side, start: usize, count: usize| {
            let lengths = &self.views.sides.side(side).lengths;
            lengths[start..start + count].iter().map(|&length| f64::from(length)).sum::<f64>()
        };
        self.length.deviation(Pair::new(
            sum(Side::Source, origin.source + at.0, shape.source),
            sum(Side::Target, origin.target + at.1, shape.target),
        ))
    }

    /// The evidence for the bead of `shape` that starts at a node of the band.
    pub fn bead(
        &self,
        band: &Band,
        hits: &Hits,
        origin: Pair<usize>,
        at: (usize, usize),
        shape: Shape,
        contest: &mut Contest,
    ) -> Features {
        let mut out = [0.0; COUNT];
        let views = &self.views.sides;
        let starts = Pair::new(origin.source + at.0, origin.target + at.1);
        let counts = Pair::new(shape.source, shape.target);
        let mut set = |feature: Feature, value: f32| out[feature as usize] += value;
        if let Some(feature) = shape_feature(shape) {
            set(feature, 1.0);
        }

        let lengths = Pair::from_fn(|side| {
            let (start, count) = (*starts.side(side), *counts.side(side));
            views.side(side).lengths[start..start + count]
                .iter()
                .map(|&l| f64::from(l))
                .sum::<f64>()
        });
        let deviation = self.length.deviation(lengths);
        set(Feature::LengthSquare, ((deviation * deviation).min(20.0) / 2.0) as f32);
        set(Feature::LengthDeviation, deviation.abs().min(8.0) as f32);
        set(Feature::LengthLog, ((lengths.source + lengths.target + 2.0).ln() - 4.5) as f32);

        let slots = Pair::from_fn(|side| {
            let (start, count) = (*starts.side(side), *counts.side(side));
            views.side(side).slots(start..start + count)
        });
        let mut total = Tallies::default();
        let mut unmatched = 0.0;
        for side in Side::BOTH {
            for segment in *starts.side(side)..starts.side(side) + counts.side(side) {
                let (weight, numbers) = views.side(side).tokens[segment];
                total.all.weight += weight;
                total.known.weight += self.learned.known_weight(side, segment);
                unmatched += numbers;
            }
        }
        let link = |hit: &Hit| {
            set(feature_of(hit.source), hit.gain);
            for side in Side::BOTH {
                let slot = &slots.side(side)[usize::from(*hit.slots.side(side))];
                total.all.matched += slot.weight;
                if self.learned.is_known(side, slot) {
                    total.known.matched += slot.weight;
                }
                unmatched -= if slot.is_number { 1.0 } else { 0.0 };
            }
        };
        let of = |p: usize, q: usize| {
            band.node(at.0 + p, at.1 + q).map_or(&[][..], |node| hits.of(node))
        };
        if counts == Pair::new(1, 1) {
            of(0, 0).iter().for_each(link);
        } else {
            for p in 0..counts.source {
                for q in 0..counts.target {
                    let offsets = starts
                        .zip(Pair::new(p, q))
                        .zip(views.as_ref())
                        .map(|((start, own), view)| view.slot_count(start..start + own));
                    contest.enter(of(p, q), offsets, |hit| self.worth(hit.source, hit.gain));
                }
            }
            let mut again = 0.0;
            contest.settle(link, |_, hit| again += hit.gain / 2.0);
            set(Feature::Again, again);
        }
        set(Feature::UnmatchedNumber, unmatched / 2.0);
        if let Some(meaning) = self.meaning {
            set(Feature::Meaning, meaning.log_odds(starts, shape));
        }
        let coverage = self.coverage.of(self.is_borrowed(starts));
        set(Feature::Coverage, coverage.all.ratio(total.all));
        set(Feature::CoverageKnown, coverage.known.ratio(total.known));

        let first = starts.zip(views.as_ref()).map(|(start, view)| view.forms[start]);
        let last = starts
            .zip(counts)
            .zip(views.as_ref())
            .map(|((start, count), view)| view.forms[start + count - 1]);
        ends(last, &mut set);
        beginnings(first, &mut set);
        let continues = starts
            .zip(views.as_ref())
            .map(|(start, view)| start > 0 && view.forms[start].continues(&view.forms[start - 1]));
        match (continues.source, continues.target) {
            (true, true) => set(Feature::ContinuesBoth, 1.0),
            (false, false) => {}
            _ => set(Feature::ContinuesOne, 1.0),
        }
        for side in Side::BOTH {
            let (start, count) = (*starts.side(side), *counts.side(side));
            inner(views.side(side), start, count, &mut set);
        }
        out
    }

    /// Whether one of two segments is in Latin letters although its language is not.
    pub fn is_borrowed(&self, segments: Pair<usize>) -> bool {
        let forms = segments.zip(self.views.sides.as_ref()).map(|(at, view)| view.forms[at]);
        forms.source.is_borrowed || forms.target.is_borrowed
    }

    /// The matched and the whole weight of the tokens of two segments at a node.
    pub fn covered(&self, hits: &Hits, node: usize, segments: Pair<usize>) -> Tallies {
        let mut out = Tallies::default();
        for side in Side::BOTH {
            let segment = *segments.side(side);
            let slots = self.views.sides.side(side).slots(segment..segment + 1);
            out.all.weight += self.views.sides.side(side).tokens[segment].0;
            out.known.weight += self.learned.known_weight(side, segment);
            for hit in hits.of(node) {
                let slot = &slots[usize::from(*hit.slots.side(side))];
                out.all.matched += slot.weight;
                if self.learned.is_known(side, slot) {
                    out.known.matched += slot.weight;
                }
            }
        }
        out
    }

    /// The evidence that a segment has no counterpart.
    pub fn skip(&self, side: Side, segment: usize) -> Features {
        let mut out = [0.0; COUNT];
        let view = self.views.sides.side(side);
        out[Feature::SkipLength as usize] = (view.lengths[segment] + 2.0).ln() - 3.5;
        if !view.forms[segment].has_letters {
            out[Feature::SkipBare as usize] = 1.0;
        }
        out
    }

    /// Scores every move of the band. Beads of more than [`SMALL`] segments are looked at only from and
    /// to nodes that are `probable`, and no bead that is much too short or long for its other side.
    pub fn scores(
        &self,
        band: Band,
        hits: &Hits,
        close: Close,
        shapes: Vec<Shape>,
        origin: Pair<usize>,
        probable: impl Fn(usize, usize) -> bool + Sync,
    ) -> Scores {
        let width = shapes.len();
        let row = |contest: &mut Contest, i: usize| {
            let (low, high) = band.row(i);
            let mut row = vec![f32::NEG_INFINITY; (high + 1 - low) * width];
            for j in low..=high {
                for (k, &shape) in shapes.iter().enumerate() {
                    let end = (i + shape.source, j + shape.target);
                    if band.node(end.0, end.1).is_none() {
                        continue;
                    }
                    let is_small = shape.source + shape.target <= SMALL;
                    if is_small
                        || (probable(i, j)
                            && probable(end.0, end.1)
                            && self.deviation(origin, (i, j), shape).abs() < STRAY)
                    {
                        let features = self.bead(&band, hits, origin, (i, j), shape, contest);
                        row[(j - low) * width + k] = dot(self.weights, &features);
                    }
                }
            }
            row
        };
        let rows: Vec<Vec<f32>> = (0..band.source() + 1)
            .into_par_iter()
            .with_min_len(16)
            .map_init(Contest::default, row)
            .collect();
        let beads = rows.concat();
        let mut swaps = vec![f32::NEG_INFINITY; band.len()];
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            for j in low..=high {
                let (Some(node), Some(after), Some(before), Some(_)) = (
                    band.node(i, j),
                    band.node(i, j + 1),
                    band.node(i + 1, j),
                    band.node(i + 2, j + 2),
                ) else {
                    continue;
                };
                swaps[node] = beads[after * width]
                    + beads[before * width]
                    + self.weights[Feature::Swap as usize];
            }
        }
        let skip = |side: Side, start: usize, count: usize| {
            (start..start + count)
                .map(|segment| dot(self.weights, &self.skip(side, segment)))
                .collect::<Vec<_>>()
        };
        let (n, m) = (band.source(), band.target());
        Scores {
            shapes,
            close,
            beads,
            swaps,
            skip_source: skip(Side::Source, origin.source, n),
            skip_target: skip(Side::Target, origin.target, m),
            skip_open: self.weights[Feature::SkipOpen as usize] + self.skip_bias,
            skip_extend: self.weights[Feature::SkipExtend as usize],
            band,
        }
    }
}

/// The feature that a source of lexical evidence adds to.
pub(super) fn feature_of(source: Source) -> Feature {
    match source {
        Source::Number => Feature::Number,
        Source::Word => Feature::Word,
        Source::ShortWord => Feature::ShortWord,
        Source::Prefix => Feature::Prefix,
        Source::Skeleton => Feature::Skeleton,
        Source::Sound => Feature::Sound,
        Source::Anchor => Feature::Anchor,
        Source::Term => Feature::Term,
        Source::Learned => Feature::Learned,
        Source::Lexicon => Feature::Lexicon,
    }
}

fn shape_feature(shape: Shape) -> Option<Feature> {
    let (small, large) = (shape.source.min(shape.target), shape.source.max(shape.target));
    Some(match (small, large) {
        (1, 1) => return None,
        (1, 2) => Feature::Shape12,
        (2, 2) => Feature::Shape22,
        (1, 3) => Feature::Shape13,
        (2, 3) => Feature::Shape23,
        (1, 4) => Feature::Shape14,
        (3, 3) => Feature::Shape33,
        (2, 4) => Feature::Shape24,
        (1, 5) => Feature::Shape15,
        _ => Feature::ShapeLarge,
    })
}
