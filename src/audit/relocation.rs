//! Whether text that one side has alone stands in another place of the other side: moved as a whole,
//! or merged into a neighbouring bead.
//!
//! Method: what a text says (concepts of the lexicon, values, names) is looked for in the other
//! text. Complexity: the pairs of runs within [`REACH`] beads, each the product of their words.
//! Weakness: in languages without a lexicon only values and names tell.

use std::ops::Range;

use super::one_sided::runs;
use crate::anchor::{Anchor, Match, Value};
use crate::bitext::Bitext;
use crate::knowledge::lexicon::Concept;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;
use crate::span::Span;

/// How many beads apart the two places of a moved text may be.
const REACH: usize = 100;

/// A text whose rendering stands in another place: the beads of both, one side each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub beads: Pair<Vec<usize>>,
}

impl Move {
    /// Whether linked text stands between the two places; else the text is where it belongs, and
    /// only the aligner did not link it.
    pub fn is_apart(&self, bitext: &Bitext) -> bool {
        let (source, target) = (self.beads.source[0], self.beads.target[0]);
        let between = source.min(target)..source.max(target);
        bitext.alignment.beads()[between].iter().any(|bead| !bead.is_null())
    }
}

/// The runs of segments that each side seems to have alone and that render each other.
pub(super) fn moves(bitext: &Bitext) -> Vec<Move> {
    let runs = Pair::from_fn(|side| runs(bitext, side));
    if runs.source.is_empty() || runs.target.is_empty() {
        return Vec::new();
    }
    let contents = Pair::from_fn(|side| {
        let of_run = |run: &Vec<usize>| Content::of_beads(bitext, side, run);
        runs.side(side).iter().map(of_run).collect::<Vec<_>>()
    });
    let mut is_free = vec![true; runs.target.len()];
    let mut moves = Vec::new();
    for (run, content) in runs.source.iter().zip(&contents.source) {
        let is_near = |other: &Vec<usize>| run[0].abs_diff(other[0]) <= REACH;
        let found = (0..runs.target.len()).find(|&at| {
            is_free[at] && is_near(&runs.target[at]) && content.says_the_same(&contents.target[at])
        });
        if let Some(at) = found {
            is_free[at] = false;
            moves.push(Move { beads: Pair::new(run.clone(), runs.target[at].clone()) });
        }
    }
    moves
}

/// Whether what a run of one side says stands in a bead beside it that says more on the other side
/// than on this one.
pub(super) fn is_merged(bitext: &Bitext, side: Side, run: &[usize]) -> bool {
    let content = Content::of_beads(bitext, side, run);
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let beads = bitext.alignment.beads();
    let neighbours = [first.checked_sub(1), Some(last + 1)];
    neighbours.into_iter().flatten().filter(|&at| at < beads.len()).any(|at| {
        let own = Content::of_beads(bitext, side, &[at]);
        let mut extra = Content::of_beads(bitext, side.other(), &[at]);
        extra.units.retain(|unit| !own.holds(unit));
        let met = content.met_in(&extra);
        met >= 3 && met * 5 >= content.units.len() * 3
    })
}

/// What a text says, in parts that a rendering keeps.
struct Content<'a> {
    units: Vec<Unit<'a>>,
}

enum Unit<'a> {
    /// What a word may mean.
    Term(Vec<Concept>),
    /// A number, a name and the like.
    Value(&'a Value),
}

impl<'a> Content<'a> {
    fn of_beads(bitext: &'a Bitext, side: Side, beads: &[usize]) -> Content<'a> {
        let rendering = bitext.renderings.side(side);
        let ranges =
            beads.iter().map(|&bead| bitext.alignment.beads()[bead].segments.side(side).clone());
        let mut units = Vec::new();
        for range in ranges {
            units_of(rendering, range, &mut units);
        }
        Content { units }
    }

    fn holds(&self, unit: &Unit<'_>) -> bool {
        self.units.iter().any(|own| own.is_like(unit))
    }

    fn met_in(&self, other: &Content<'_>) -> usize {
        self.units.iter().filter(|unit| other.holds(unit)).count()
    }

    /// Whether more than half of what each says is said by the other.
    fn says_the_same(&self, other: &Content<'_>) -> bool {
        let is_most = |a: &Content<'_>, b: &Content<'_>| {
            let met = a.met_in(b);
            met >= 2 && met * 2 > a.units.len()
        };
        is_most(self, other) && is_most(other, self)
    }
}

impl Unit<'_> {
    fn is_like(&self, other: &Unit<'_>) -> bool {
        match (self, other) {
            (Unit::Term(a), Unit::Term(b)) => a.iter().any(|concept| {
                b.contains(concept) || concept.neighbours().iter().any(|near| b.contains(near))
            }),
            (Unit::Value(a), Unit::Value(b)) => a.matches(b) != Match::None,
            _ => false,
        }
    }
}

fn units_of<'a>(rendering: &'a Rendering, segments: Range<usize>, units: &mut Vec<Unit<'a>>) {
    let is_content = |concept: Concept| {
        ["noun.", "verb.", "adj."].iter().any(|class| concept.class().starts_with(class))
    };
    let mut last: Option<Span> = None;
    for term in rendering.terms_in(segments.clone()).iter().filter(|t| is_content(t.concept)) {
        match units.last_mut() {
            Some(Unit::Term(concepts)) if last == Some(term.span) => concepts.push(term.concept),
            _ => units.push(Unit::Term(vec![term.concept])),
        }
        last = Some(term.span);
    }
    let anchors = rendering.anchors_in(segments).iter();
    units.extend(anchors.map(|Anchor { value, .. }| Unit::Value(value)));
}
