//! Finds text that stands elsewhere on the other side: runs of segments that were left out of the
//! alignment on both sides and render each other.
//!
//! Source: block moves as in tercom (Snover et al. 2006), with the alignment's own lattice inside a
//! block, a band along rare seeds where the block is long. Complexity: one small lattice for each pair of
//! runs that share a rare key, the most telling first, within a budget that grows with the text.
//! Weakness: a moved run whose neighbours were aligned to something else is not seen, nor is one that
//! shares nothing rare.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::chain::rows_of;
use super::feature::Feature;
use super::lattice::{Band, Close, shapes};
use super::pass::{GAINS, Passes, Piece};
use super::seeds::{self, Joint, Point};
use super::{Bead, Options};
use crate::pair::{Pair, Side};

/// Log-odds against a given pair of runs being a move.
const PENALTY: f64 = 7.0;
/// Largest lattice of which all nodes are tried.
const WHOLE: usize = 40_000;
/// Nodes tried in all: so many, and so many more a segment. Texts that do not render each other leave
/// long runs, any two of which share something.
const BUDGET: (usize, usize) = (200_000, 50);

/// Exchanges skipped segments that render each other for the beads they make.
pub(super) fn find(passes: &Passes, options: &Options, beads: &mut Vec<Bead>) {
    let segments = passes.views.sides.source.len() + passes.views.sides.target.len();
    let mut budget = BUDGET.0 + BUDGET.1 * segments;
    let mut points: Option<Vec<Point>> = None;
    for _ in 0..3 {
        let runs = Pair::from_fn(|side| runs(beads, side));
        let mut found = Vec::new();
        for (source, target) in candidates(passes, &runs) {
            if source.len().max(target.len()) > budget {
                continue;
            }
            let nodes = (source.len() + 1).saturating_mul(target.len() + 1);
            let band = if nodes <= WHOLE {
                Band::full(source.len(), target.len())
            } else {
                let points =
                    points.get_or_insert_with(|| seeds::points(&passes.views, &Joint::default()));
                Band::new(rows_of(points, Pair::new(source.clone(), target.clone())))
            };
            if band.len() > budget {
                budget -= budget.min(source.len());
                continue;
            }
            budget -= band.len();
            found.extend(try_move(passes, options, band, source, target));
        }
        if !accept(found, beads) {
            return;
        }
    }
}

/// The segments of one side that stand in a row without a counterpart.
fn runs(beads: &[Bead], side: Side) -> Vec<Range<usize>> {
    let mut null: Vec<usize> = beads
        .iter()
        .filter(|bead| bead.segments.side(side.other()).is_empty())
        .flat_map(|bead| bead.segments.side(side).clone())
        .collect();
    null.sort_unstable();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for segment in null {
        match runs.last_mut() {
            Some(run) if run.end == segment => run.end += 1,
            _ => runs.push(segment..segment + 1),
        }
    }
    runs
}

/// Pairs of runs that share keys worth as much as a move costs, the most telling first.
fn candidates(
    passes: &Passes,
    runs: &Pair<Vec<Range<usize>>>,
) -> Vec<(Range<usize>, Range<usize>)> {
    if runs.source.is_empty() || runs.target.is_empty() {
        return Vec::new();
    }
    let mut places: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let keys_of = |side: Side, run: &Range<usize>| {
        let view = passes.views.sides.side(side);
        let mut keys: Vec<u32> = view
            .slots(run.clone())
            .iter()
            .flat_map(|slot| view.keys(slot).iter().copied())
            .filter(|&key| {
                let facts = &passes.views.keys[key as usize];
                !facts.source.is_coarse() && facts.gain > 2.0
            })
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    for (at, run) in runs.target.iter().enumerate() {
        for key in keys_of(Side::Target, run) {
            places.entry(key).or_default().push(at as u32);
        }
    }
    let mut shared: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for (at, run) in runs.source.iter().enumerate() {
        for key in keys_of(Side::Source, run) {
            for &other in places.get(&key).into_iter().flatten().take(20) {
                let gain = passes.views.keys[key as usize].gain;
                *shared.entry((at, other as usize)).or_default() += gain;
            }
        }
    }
    let mut shared: Vec<_> = shared.into_iter().filter(|(_, gain)| *gain > 5.0).collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    shared
        .into_iter()
        .map(|((source, target), _)| (runs.source[source].clone(), runs.target[target].clone()))
        .collect()
}

/// The beads of a pair of runs, if they are more probable than none at all.
fn try_move(
    passes: &Passes,
    options: &Options,
    band: Band,
    source: Range<usize>,
    target: Range<usize>,
) -> Option<(f64, Vec<Bead>)> {
    let origin = Pair::new(source.start, target.start);
    let model = passes.model();
    let hits = model.hits(&band, origin);
    let scores =
        model.scores(band, &hits, Close::Corner, shapes(options.max_bead), origin, |_, _| true);
    let posteriors = scores.posteriors();
    let open = f64::from(passes.weights[Feature::SkipOpen as usize]);
    let extend = f64::from(passes.weights[Feature::SkipExtend as usize]);
    let skips = scores.skip_source.iter().chain(&scores.skip_target);
    let nothing = 2.0 * open
        + (source.len() + target.len() - 2) as f64 * extend
        + skips.map(|&skip| f64::from(skip)).sum::<f64>();
    let gain = posteriors.evidence - nothing - PENALTY;
    if gain <= 0.0 {
        return None;
    }
    let end = (source.len(), target.len());
    let piece = Piece { origin, hits, scores, posteriors, end };
    let mut beads = Vec::new();
    piece.beads(GAINS, &mut beads);
    let share = 1.0 / (1.0 + (-gain).exp());
    for bead in &mut beads {
        bead.posterior *= share;
    }
    beads.retain(|bead| !bead.is_null() && bead.posterior > 0.5);
    (!beads.is_empty()).then_some((gain, beads))
}

/// Takes over the most probable moves that do not contradict each other.
fn accept(mut found: Vec<(f64, Vec<Bead>)>, beads: &mut Vec<Bead>) -> bool {
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut taken: Pair<BTreeSet<usize>> = Pair::default();
    let mut moved: Vec<Bead> = Vec::new();
    for (_, candidate) in found {
        let is_free = candidate.iter().all(|bead| {
            Side::BOTH.into_iter().all(|side| {
                bead.segments.side(side).clone().all(|s| !taken.side(side).contains(&s))
            })
        });
        if is_free {
            for bead in &candidate {
                for side in Side::BOTH {
                    taken.side_mut(side).extend(bead.segments.side(side).clone());
                }
            }
            moved.extend(candidate);
        }
    }
    if moved.is_empty() {
        return false;
    }
    beads.retain(|bead| {
        let is_taken =
            |side: Side| bead.segments.side(side).clone().any(|s| taken.side(side).contains(&s));
        !(bead.is_null() && (is_taken(Side::Source) || is_taken(Side::Target)))
    });
    beads.extend(moved);
    beads.sort_by_key(|bead| {
        let Pair { source, target } = &bead.segments;
        (source.start, !source.is_empty(), target.start)
    });
    true
}

/// Indices of the beads outside the heaviest chain that ascends on both sides.
pub(super) fn moved(beads: &[Bead]) -> Vec<usize> {
    let full: Vec<usize> = (0..beads.len()).filter(|&at| !beads[at].is_null()).collect();
    let start = |at: usize| beads[at].segments.target.start;
    if full.windows(2).all(|pair| start(pair[0]) < start(pair[1])) {
        return Vec::new();
    }
    let mut ends: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut before = vec![usize::MAX; beads.len()];
    for &at in &full {
        let shape = beads[at].shape();
        let (held, last) =
            ends.range(..start(at)).next_back().map_or((0, usize::MAX), |(_, end)| *end);
        before[at] = last;
        let total = held + shape.source + shape.target;
        while let Some((&place, _)) =
            ends.range(start(at)..).next().filter(|(_, (other, _))| *other <= total)
        {
            ends.remove(&place);
        }
        if ends.range(..=start(at)).next_back().is_none_or(|(_, (other, _))| *other < total) {
            ends.insert(start(at), (total, at));
        }
    }
    let mut chain = Vec::new();
    let mut last = ends.values().next_back().map_or(usize::MAX, |(_, at)| *at);
    while let Some(&next) = before.get(last) {
        chain.push(last);
        last = next;
    }
    chain.reverse();
    full.into_iter().filter(|at| chain.binary_search(at).is_err()).collect()
}
