//! The passes over one pair: a coarse one in a wide band, then finer ones in a narrow band, learning
//! from what is probable in between.
//!
//! A long text is passed in pieces: each piece ends at the node that alignments most probably pass
//! through, so that time grows with the length and memory with the piece. Up to [`WHOLE`] segments
//! there is one piece.

use std::ops::Range;

use super::astray;
use super::chain::{Course, close};
use super::coverage::{Expected, Gauges};
use super::evidence::Model;
use super::feature::{Weights, trained};
use super::hits::Hits;
use super::lattice::{Band, Close, Gains, Posteriors, Scores, Step, shapes};
use super::learn::{Example, Learned};
use super::length::LengthModel;
use super::meaning::Meaning;
use super::moves;
use super::seeds::Joint;
use super::sharpness::Sharpness;
use super::view::Views;
use super::warning::warnings;
use super::{Alignment, Bead, Options, Search};
use crate::pair::Pair;
use crate::rendering::Rendering;

/// Source segments that are passed in one piece.
const WHOLE: usize = 2000;
/// Source segments of a piece of a longer text, and how far it looks beyond its end.
const PIECE: usize = 400;
const AHEAD: usize = 60;
/// Segments in a bead of the coarse pass.
pub(super) const COARSE: usize = 3;
/// Nodes around the probable ones that stay in the band, where one node is sure and elsewhere, and
/// what probable and sure mean.
const MARGINS: (usize, usize) = (2, 6);
const PROBABLE: f32 = 1e-6;
const SURE: f32 = 0.9999;

/// Nodes a row, on average, from which a band is too wide for larger beads than the coarse ones: where so
/// little is sure they tell nothing, and they would take most of the time.
const WIDE: usize = 150;

/// How the decoder weighs beads and skips.
pub(super) const GAINS: Gains = Gains { threshold: 0.3, skip: 0.25 };
/// The same for text that repeats itself, where no bead is probable but some are better than none.
const REPETITIVE_GAINS: Gains = Gains { threshold: 0.0, skip: 0.02 };

/// What the passes know of a pair.
pub(super) struct Passes {
    pub weights: Weights,
    pub views: Views,
    pub length: LengthModel,
    pub learned: Learned,
    pub coverage: Expected,
    /// What embeddings tell, where there are any.
    pub meaning: Option<Meaning>,
    /// The target boundaries to look at, both included, for each source boundary.
    pub rows: Vec<(usize, usize)>,
    /// How the decoder weighs beads and skips.
    pub gains: Gains,
    /// Which of the first 64 nodes of each row are probable; empty before that is known.
    probable: Vec<u64>,
}

/// A part of the lattice with its sums.
pub(super) struct Piece {
    pub origin: Pair<usize>,
    pub hits: Hits,
    pub scores: Scores,
    pub posteriors: Posteriors,
    /// The node, from the origin, at which the next piece starts.
    pub end: (usize, usize),
}

impl Passes {
    /// Narrows the band and learns the length model and translations of a pair.
    pub fn new(renderings: Pair<&Rendering>, options: &Options) -> Passes {
        Passes::with(renderings, options, trained())
    }

    /// The same with weights of the caller's.
    pub fn with(renderings: Pair<&Rendering>, options: &Options, weights: Weights) -> Passes {
        let views = Views::new(renderings, options.lexicon.as_deref());
        let totals = views
            .sides
            .as_ref()
            .map(|view| view.lengths.iter().map(|&length| f64::from(length)).sum::<f64>());
        let length = LengthModel::new(totals);
        let learned = Learned::none(&views);
        let course = match options.search {
            Search::Banded => Course::new(&views, &Joint::default()),
            Search::Exact => Course::whole(&views),
        };
        let coverage = Expected::PRIOR;
        let mut passes = Passes {
            weights,
            views,
            length,
            learned,
            coverage,
            meaning: None,
            rows: course.rows,
            gains: GAINS,
            probable: Vec::new(),
        };
        passes.gauge();
        let mut examples = passes.pass(COARSE.min(options.max_bead), options);
        if course.has_gap {
            let points = course.chain.len();
            examples = astray::find(&mut passes, points, options).unwrap_or(examples);
        }
        passes.take_meaning(&examples, options);
        let examples = passes.pass(options.max_bead, options);
        passes.take_meaning(&examples, options);
        passes
    }

    /// One pass over the pair: narrows the band, learns from what is probable and returns it.
    pub fn pass(&mut self, size: usize, options: &Options) -> Vec<Example> {
        let mut examples = Vec::new();
        let mut narrow = Narrow::new(self.rows.len());
        let mut gauges = Gauges::default();
        self.sweep(self.affordable(size, options.search), |model, piece| {
            piece.examples(&mut examples);
            piece.narrow(&mut narrow);
            piece.gauge(model, &mut gauges);
            true
        });
        if options.search == Search::Banded {
            self.narrow(narrow, options.max_bead);
        }
        self.learn(&examples);
        // A narrow band has few segments that have nothing to do with each other.
        self.coverage = gauges.expected().with_chances_of(self.coverage);
        examples
    }

    /// Takes another band.
    pub fn take_rows(&mut self, rows: Vec<(usize, usize)>) {
        self.rows = rows;
        self.probable.clear();
    }

    fn take_meaning(&mut self, examples: &[Example], options: &Options) {
        if let Some(embeddings) = &options.embeddings {
            self.meaning = Some(Meaning::new(embeddings.clone(), examples));
        }
    }

    /// The size of beads up to `size` for which the band is narrow enough.
    fn affordable(&self, size: usize, search: Search) -> usize {
        let nodes: usize = self.rows.iter().map(|(low, high)| high + 1 - low).sum();
        let is_wide = nodes > WIDE * self.rows.len();
        if is_wide && search == Search::Banded { size.min(COARSE) } else { size }
    }

    /// Characters of each side.
    pub fn lengths(&self) -> Pair<f64> {
        totals(&self.views)
    }

    /// Characters of each side that are expected to have a counterpart.
    fn expected(&self, beads: &[Bead]) -> Pair<f64> {
        Pair::from_fn(|side| {
            let lengths = &self.views.sides.side(side).lengths;
            let full = beads.iter().filter(|bead| !bead.is_null());
            full.map(|bead| {
                let lengths = &lengths[bead.segments.side(side).clone()];
                bead.posterior * lengths.iter().map(|&length| f64::from(length)).sum::<f64>()
            })
            .sum()
        })
    }

    /// The model as it stands.
    pub fn model(&self) -> Model<'_> {
        Model {
            views: &self.views,
            length: self.length,
            learned: &self.learned,
            coverage: self.coverage,
            meaning: self.meaning.as_ref(),
            skip_bias: 0.0,
            weights: &self.weights,
        }
    }

    /// Measures how many tokens find a counterpart in this pair, by an alignment of its first piece
    /// that is slow to skip.
    fn gauge(&mut self) {
        let mut model = self.model();
        model.skip_bias = -4.0;
        let mut gauges = Gauges::default();
        self.sweep_with(&model, COARSE, |piece| {
            piece.gauge(&model, &mut gauges);
            false
        });
        self.coverage = gauges.expected();
    }

    /// Passes over the pair, piece by piece, as long as `each` says to go on.
    pub fn sweep(&self, max_bead: usize, mut each: impl FnMut(&Model, &Piece) -> bool) {
        let model = self.model();
        self.sweep_with(&model, max_bead, |piece| each(&model, piece));
    }

    fn sweep_with(&self, model: &Model, max_bead: usize, mut each: impl FnMut(&Piece) -> bool) {
        let counts = self.views.sides.as_ref().map(|view| view.len());
        let mut origin = Pair::new(0, 0);
        loop {
            let rest = counts.source - origin.source;
            let is_last = rest <= PIECE + AHEAD || counts.source <= WHOLE;
            let height = if is_last { rest } else { PIECE + AHEAD };
            let rows = self.rows[origin.source..=origin.source + height]
                .iter()
                .map(|&(low, high)| {
                    let low = low.max(origin.target) - origin.target;
                    (low, high.max(origin.target) - origin.target)
                })
                .collect();
            let close = if is_last { Close::Corner } else { Close::Row };
            let band = Band::new(rows);
            let hits = model.hits(&band, origin);
            let probable = |i: usize, j: usize| {
                let (i, j) = (i + origin.source, j + origin.target);
                let Some(mask) = self.probable.get(i) else { return true };
                let low = self.rows[i].0;
                j >= low + 64 || mask & bit(j, low) != 0
            };
            let scores = model.scores(band, &hits, close, shapes(max_bead), origin, probable);
            let posteriors = scores.posteriors();
            let end = if is_last {
                (height, counts.target - origin.target)
            } else {
                posteriors.surest_node(&scores.band, PIECE / 2..PIECE + 1)
            };
            if !each(&Piece { origin, hits, scores, posteriors, end }) || is_last {
                return;
            }
            origin = Pair::new(origin.source + end.0, origin.target + end.1);
        }
    }

    /// Keeps the part of the band that is probable.
    fn narrow(&mut self, narrow: Narrow, max_bead: usize) {
        let Narrow { mut rows, nodes } = narrow;
        let target = self.views.sides.target.len();
        let mut ends = vec![0; rows.len()];
        for &(i, j) in &nodes {
            ends[i as usize] = ends[i as usize].max(j as usize);
        }
        // What a bead of several target segments finds in them is kept at nodes of its first row.
        for (row, ends) in rows.iter_mut().zip(ends.windows(2)) {
            row.1 = row.1.max(ends[1].min(ends[0] + max_bead));
        }
        for (row, old) in rows.iter_mut().zip(&self.rows) {
            if row.0 <= row.1 {
                *row = (row.0.max(old.0), row.1.min(old.1));
            }
        }
        close(&mut rows, target);
        self.probable = vec![0; rows.len()];
        for (i, j) in nodes {
            self.probable[i as usize] |= bit(j as usize, rows[i as usize].0);
        }
        self.rows = rows;
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

fn totals(views: &Views) -> Pair<f64> {
    views
        .sides
        .as_ref()
        .map(|view| view.lengths.iter().map(|&length| f64::from(length)).sum::<f64>())
}

/// Whether more than half of the segments have the same text as one not far before them.
fn repeats_itself(rendering: &Rendering) -> bool {
    let count = rendering.segments.len();
    let repeats = (1..count)
        .filter(|&at| {
            (at.saturating_sub(3)..at).any(|before| rendering.text(at) == rendering.text(before))
        })
        .count();
    count >= 10 && 2 * repeats > count
}

/// The band of the next pass.
struct Narrow {
    rows: Vec<(usize, usize)>,
    /// The probable nodes.
    nodes: Vec<(u32, u32)>,
}

impl Narrow {
    fn new(rows: usize) -> Narrow {
        Narrow { rows: vec![(usize::MAX, 0); rows], nodes: Vec::new() }
    }
}

/// The bit of a node in the mask of its row; nodes beyond the mask share none.
fn bit(j: usize, low: usize) -> u64 {
    j.checked_sub(low).filter(|at| *at < 64).map_or(0, |at| 1 << at)
}

impl Piece {
    /// Adds the coverage of probable 1-1 beads, and of segments that have nothing to do with each
    /// other.
    fn gauge(&self, model: &Model, gauges: &mut Gauges) {
        let band = &self.scores.band;
        let width = self.scores.shapes.len();
        for i in 0..self.end.0 {
            let (low, high) = band.row(i);
            for j in low..high.min(self.end.1) {
                let Some(node) = band.node(i, j) else { continue };
                let probability = self.posteriors.beads[node * width];
                let segments = Pair::new(i + self.origin.source, j + self.origin.target);
                let gauge = gauges.of(model.is_borrowed(segments));
                if probability > 0.3 {
                    gauge.aligned.add(model.covered(&self.hits, node, segments), probability);
                } else if probability < 1e-4 && (i + 3 * j) % 16 == 0 {
                    gauge.chance.add(model.covered(&self.hits, node, segments), 1.0);
                }
            }
        }
    }

    /// The beads that are probable enough to learn from.
    fn examples(&self, out: &mut Vec<Example>) {
        let end = self.origin.source + self.end.0;
        self.each_bead(|bead| {
            if bead.posterior > 0.2 && !bead.is_null() && bead.segments.source.start < end {
                out.push((bead.segments, bead.posterior as f32));
            }
        });
    }

    /// Widens `rows` to the nodes that are probable here.
    fn narrow(&self, narrow: &mut Narrow) {
        let band = &self.scores.band;
        for i in 0..=self.end.0 {
            let (low, high) = band.row(i);
            let row = &mut narrow.rows[self.origin.source + i];
            let shares = (low..=high).filter_map(|j| {
                let share = self.posteriors.nodes[band.node(i, j)?];
                (share > PROBABLE).then_some((j, share))
            });
            let is_sure = shares.clone().any(|(_, share)| share > SURE);
            let margin = if is_sure { MARGINS.0 } else { MARGINS.1 };
            for (j, _) in shares {
                let j = j + self.origin.target;
                *row = (row.0.min(j.saturating_sub(margin)), row.1.max(j + margin));
                narrow.nodes.push(((self.origin.source + i) as u32, j as u32));
            }
        }
    }

    /// Calls `each` for every bead that is not quite improbable.
    pub fn each_bead(&self, mut each: impl FnMut(Bead)) {
        let band = &self.scores.band;
        let width = self.scores.shapes.len();
        let mut offer = |source: Range<usize>, target: Range<usize>, share: f32| {
            if share > 1e-6 {
                let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
                let segments =
                    Pair::new(shift(source, self.origin.source), shift(target, self.origin.target));
                each(Bead { segments, posterior: f64::from(share.min(1.0)) });
            }
        };
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                for (k, shape) in self.scores.shapes.iter().enumerate() {
                    let share = self.posteriors.beads[node * width + k];
                    offer(i..i + shape.source, j..j + shape.target, share);
                }
            }
        }
        for (i, &share) in self.posteriors.skip_source.iter().enumerate() {
            offer(i..i + 1, 0..0, share);
        }
        for (j, &share) in self.posteriors.skip_target.iter().enumerate() {
            offer(0..0, j..j + 1, share);
        }
    }

    /// The decoded beads with their probabilities.
    pub fn beads(&self, gains: Gains, out: &mut Vec<Bead>) {
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
        for (i, j, step) in posteriors.decode(scores, gains, self.end) {
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
    decode(renderings, options, &Passes::new(renderings, options))
}

/// The alignment that the passes come to.
pub(super) fn decode(
    renderings: Pair<&Rendering>,
    options: &Options,
    passes: &Passes,
) -> Alignment {
    let repetitive = renderings.map(repeats_itself);
    let is_repetitive = repetitive.source && repetitive.target;
    let gains = if is_repetitive { REPETITIVE_GAINS } else { passes.gains };
    let mut beads = Vec::new();
    let lengths = passes.lengths();
    if lengths.source == 0.0 || lengths.target == 0.0 {
        let counts = renderings.map(|rendering| rendering.segments.len());
        let null = |source, target| Bead { segments: Pair::new(source, target), posterior: 1.0 };
        beads.extend((0..counts.source).map(|i| null(i..i + 1, 0..0)));
        beads.extend((0..counts.target).map(|j| null(counts.source..counts.source, j..j + 1)));
    } else {
        passes.sweep(passes.affordable(options.max_bead, options.search), |_, piece| {
            piece.beads(gains, &mut beads);
            true
        });
        moves::find(passes, options, &mut beads);
        let sharpness = Sharpness::of(&beads);
        for bead in &mut beads {
            bead.posterior = sharpness.apply(bead.posterior);
        }
    }
    let expected = passes.expected(&beads).zip(lengths).map(|(some, all)| some / all.max(1.0));
    let warnings = warnings(lengths, expected, repetitive, passes.coverage.own.all, &beads);
    Alignment { beads, warnings }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::train::sets;

    #[test]
    fn the_band_finds_what_the_whole_lattice_finds() {
        let (mut beads, mut equal) = (0, 0);
        for set in
            sets().iter().filter(|set| set.name.contains("scattered") || set.name == "parice")
        {
            for article in set.articles.iter().take(1) {
                let renderings = article.renderings.as_ref();
                let exact = Options { search: Search::Exact, ..Options::default() };
                let banded = align(renderings, &Options::default());
                let exact = align(renderings, &exact);
                beads += exact.beads().len();
                equal += exact
                    .beads()
                    .iter()
                    .filter(|bead| banded.beads().iter().any(|b| b.segments == bead.segments))
                    .count();
            }
        }
        if beads == 0 {
            println!("skipped: no ../shared/data");
        }
        println!("{equal} of {beads} beads of the exact lattice");
        assert!(equal as f64 >= 0.995 * beads as f64, "{equal} of {beads}");
    }
}
