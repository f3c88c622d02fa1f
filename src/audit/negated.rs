//! The negations of a bead that the other side does not answer, and how sure that is.
//!
//! A negation has a place among the words of its side. Where on the other side it would stand is
//! told by the counterparts of the words around it: their mean, the nearer words weighing more.
//! Negations of both sides are paired, nearest first. What is left is a flip, unless a word of lack
//! ("avoid", "ulovlig") stands where it would or is taken back by it, an opposite ("guilty",
//! "innocent") or another turn of the sentence ("only when" for "not before") says the same. The
//! weights are those of a logistic regression over negations taken from or put into translations,
//! and over clean news in ten language pairs; that of a word of lack taken back, which is rare
//! there, is set to that of one in its place.
//! Quadratic in the words of a bead.

use super::correspondence::{Correspondence, Role, Unit};
use crate::knowledge::contrasts::{Contrast, contrast};
use crate::knowledge::lexicon::Concept;
use crate::knowledge::litotes::is_litotes;
use crate::knowledge::negation::{Negation, Polarity};
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Words around a negation that tell its place.
const AROUND: usize = 6;
/// Words within which two things stand in one place, and near each other.
const ONE_PLACE: f64 = 2.0;
const NEAR: f64 = 4.0;

/// A plain negation that no negation of the other side answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unanswered {
    pub side: Side,
    pub negation: Negation,
    pub evidence: Evidence,
}

/// What is known about an unanswered negation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Evidence {
    /// Words from its place to the nearest word that may say the same on the other side.
    pub lack: Option<f64>,
    /// The same to the nearest phrase that holds a negation and does not negate.
    pub idle: Option<f64>,
    /// Whether it takes a word of lack back: "not unknown", "did not cease".
    pub is_doubled: bool,
    /// Whether an opposite or a turn of the sentence says the same.
    pub is_turned: bool,
    /// Whether words near it have counterparts, so that its place is known.
    pub is_placed: bool,
    /// How many of the next content words on either side of it the lexicon knows or the other side
    /// says, 0 to 2.
    pub known_beside: usize,
    /// Share of the content words of both sides that have counterparts.
    pub coverage: f64,
    /// Whether the other side negates something else.
    pub other_negates: bool,
}

impl Evidence {
    /// Log odds that the other side leaves the negation out.
    pub fn log_odds(&self) -> f64 {
        let weigh = |distance: Option<f64>, weights: [f64; 3]| match distance {
            None => 0.0,
            Some(words) if words <= ONE_PLACE => weights[0],
            Some(words) if words <= NEAR => weights[1],
            Some(_) => weights[2],
        };
        let when = |holds: bool, weight: f64| if holds { weight } else { 0.0 };
        -1.7 + weigh(self.lack, [-3.9, -2.8, -2.3])
            + weigh(self.idle, [-4.0, -4.0, -0.7])
            + when(self.is_doubled, -3.9)
            + when(self.is_turned, -3.8)
            + when(!self.is_placed, -0.8)
            + 0.85 * self.known_beside as f64
            + 2.5 * self.coverage
            + when(self.other_negates, -1.8)
    }
}

/// The plain negations that no plain negation of the other side answers. `all` are the negations of
/// both sides, without those that a word around them is rendered with.
pub(super) fn unanswered(words: &Correspondence, all: &Pair<Vec<Negation>>) -> Vec<Unanswered> {
    let ranks = words.units.as_ref().map(|units| ranks(units));
    let placed = Pair::from_fn(|side| {
        all.side(side).iter().map(|negation| placed(words, &ranks, side, *negation)).collect()
    });
    let open = unpaired(&ranks, &placed);
    let coverage = coverage(words);
    let mut found = Vec::new();
    for side in Side::BOTH {
        let other = side.other();
        let negates = placed.side(other).iter().any(Placed::is_plain);
        for &at in open.side(side) {
            let here = &placed.side(side)[at];
            let nearest = |is_meant: fn(Polarity) -> bool| {
                let there = placed.side(other).iter();
                there
                    .filter(|there| is_meant(there.negation.polarity))
                    .map(|there| {
                        here.expected.map_or(f64::MAX, |place| (place - there.at as f64).abs())
                    })
                    .min_by(f64::total_cmp)
            };
            let evidence = Evidence {
                lack: nearest(|kind| matches!(kind, Polarity::Partial | Polarity::Without)),
                idle: nearest(|kind| kind == Polarity::Idle),
                is_doubled: placed.side(side).iter().any(|other| {
                    here.takes_back(other) || is_raised(words.units.side(side), here, other)
                }),
                is_turned: has_opposite(words, side, here)
                    || has_litotes(words, &ranks, side, here)
                    || is_turn(words, side, here),
                is_placed: here.expected.is_some(),
                known_beside: known_beside(words.units.side(side), here),
                coverage,
                other_negates: negates,
            };
            found.push(Unanswered { side, negation: here.negation, evidence });
        }
    }
    found
}

/// A negation in its place.
#[derive(Clone, Copy, Debug)]
struct Placed {
    negation: Negation,
    /// Its rank among the words of its side.
    at: usize,
    /// Units of its side that begin before it, and before its end.
    units: (usize, usize),
    /// The rank of the place where it would stand on the other side; `None` where no word near it
    /// has a counterpart.
    expected: Option<f64>,
}

impl Placed {
    fn is_plain(&self) -> bool {
        self.negation.polarity == Polarity::Plain
    }

    /// Whether a word of lack stands right behind it.
    fn takes_back(&self, other: &Placed) -> bool {
        matches!(other.negation.polarity, Polarity::Partial | Polarity::Without)
            && self.negation.span.end <= other.negation.span.start
            && (other.at - self.at) as f64 <= ONE_PLACE
    }
}

fn placed(
    words: &Correspondence,
    ranks: &Pair<Vec<usize>>,
    side: Side,
    negation: Negation,
) -> Placed {
    let units = words.units.side(side);
    let before = |place: usize| units.partition_point(|unit| unit.span.start < place);
    let Span { start, end } = negation.span;
    let place = (before(start), before(end));
    let expected = expected(words, ranks.side(side.other()), side, place);
    Placed { negation, at: ranks.side(side)[place.0], units: place, expected }
}

/// For each unit of a side, and the end, the words before it that are no glue of the language.
fn ranks(units: &[Unit]) -> Vec<usize> {
    let mut ranks = Vec::with_capacity(units.len() + 1);
    ranks.push(0);
    for (before, unit) in units.iter().enumerate() {
        ranks.push(ranks[before] + usize::from(unit.role != Role::Function));
    }
    ranks
}

/// Where on the other side a place between two words would be.
fn expected(
    words: &Correspondence,
    ranks: &[usize],
    side: Side,
    place: (usize, usize),
) -> Option<f64> {
    let (units, others) = (words.units.side(side), words.units.side(side.other()));
    let scale = others.len() as f64 / units.len().max(1) as f64;
    let (mut sum, mut weights) = (0.0, 0.0);
    let from = place.0.saturating_sub(AROUND);
    for (at, unit) in units.iter().enumerate().take(place.1 + AROUND).skip(from) {
        let (distance, is_before) = if at < place.0 {
            (place.0 - at, true)
        } else if at >= place.1 {
            (at + 1 - place.1, false)
        } else {
            continue;
        };
        let gap = |other: &usize| (*other as f64 - at as f64 * scale).abs();
        let nearest = unit.counterparts.iter().min_by(|a, b| gap(a).total_cmp(&gap(b)));
        if let Some(&nearest) = nearest.filter(|_| unit.role != Role::Function) {
            let weight = 1.0 / (distance * unit.counterparts.len()) as f64;
            // Behind the counterpart of a word before it, before that of a word behind it.
            sum += weight * ranks[nearest + usize::from(is_before)] as f64;
            weights += weight;
        }
    }
    (weights > 0.0).then(|| sum / weights)
}

/// The plain negations that stay without a partner when those of both sides are paired, nearest
/// first.
fn unpaired(ranks: &Pair<Vec<usize>>, placed: &Pair<Vec<Placed>>) -> Pair<Vec<usize>> {
    let plain = |side: Side| {
        let all = placed.side(side).iter().enumerate();
        all.filter(|(_, placed)| placed.is_plain()).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let mut open = Pair::from_fn(plain);
    let mut candidates = Vec::new();
    for &source in &open.source {
        for &target in &open.target {
            let gap = apart(ranks, &placed.source[source], &placed.target[target]);
            candidates.push((gap, source, target));
        }
    }
    candidates.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (_, source, target) in candidates {
        if open.source.contains(&source) && open.target.contains(&target) {
            open.source.retain(|&at| at != source);
            open.target.retain(|&at| at != target);
        }
    }
    open
}

/// How far apart two negations stand, in words.
fn apart(ranks: &Pair<Vec<usize>>, source: &Placed, target: &Placed) -> f64 {
    let there = source.expected.map(|place| (place - target.at as f64).abs());
    let back = target.expected.map(|place| (place - source.at as f64).abs());
    match (there, back) {
        (Some(there), Some(back)) => (there + back) / 2.0,
        (Some(gap), None) | (None, Some(gap)) => gap,
        (None, None) => {
            let lengths =
                ranks.as_ref().map(|ranks| ranks.last().map_or(1, |&last| last.max(1)) as f64);
            let relative = source.at as f64 / lengths.source - target.at as f64 / lengths.target;
            relative.abs() * lengths.target
        }
    }
}

fn is_content(unit: &&Unit) -> bool {
    unit.role == Role::Content
}

/// How many of the next content words before and behind a negation have concepts or counterparts.
fn known_beside(units: &[Unit], placed: &Placed) -> usize {
    let is_known = |unit: &&Unit| unit.has_counterpart || !unit.concepts.is_empty();
    let before = units[..placed.units.0].iter().rev().find(is_content).filter(is_known);
    let behind = units[placed.units.1..].iter().find(is_content).filter(is_known);
    usize::from(before.is_some()) + usize::from(behind.is_some())
}

/// Whether the other side has an opposite of what is negated: "not guilty", "innocent".
fn has_opposite(words: &Correspondence, side: Side, placed: &Placed) -> bool {
    const REACH: usize = 4;
    let units = words.units.side(side);
    let around = units[..placed.units.0].iter().rev().take(REACH);
    let around = around.chain(units[placed.units.1..].iter().take(REACH));
    let others = words.units.side(side.other());
    around.filter(|unit| !unit.has_counterpart).any(|unit| {
        unit.concepts.iter().any(|&concept| {
            others.iter().filter(|other| !other.has_counterpart).any(|other| {
                let opposite = |&there| contrast(concept, there) == Some(Contrast::Opposite);
                other.concepts.iter().any(opposite)
            })
        })
    })
}

/// Whether a negation belongs to a word of lack that is said behind a verb of opinion: "did not think
/// that it was hopeless".
fn is_raised(units: &[Unit], placed: &Placed, other: &Placed) -> bool {
    const REACH: usize = 8;
    const OPINIONS: [&str; 4] = ["believe", "think", "mean", "consider"];
    let is_lack = matches!(other.negation.polarity, Polarity::Partial | Polarity::Without);
    let opinions = || OPINIONS.iter().filter_map(|name| Concept::named(name));
    let is_opinion = |unit: &Unit| opinions().any(|concept| unit.concepts.contains(&concept));
    let (from, to) = (placed.units.0.saturating_sub(1), other.units.0);
    is_lack
        && placed.units.1 <= to
        && other.at - placed.at <= REACH
        && units[from..to].iter().any(is_opinion)
}

/// Whether the other side has, near where the negation would stand, a word that says about the same as
/// what is negated: "not content", "worried".
fn has_litotes(
    words: &Correspondence,
    ranks: &Pair<Vec<usize>>,
    side: Side,
    placed: &Placed,
) -> bool {
    const AROUND: usize = 3;
    const APART: f64 = 6.0;
    let Some(expected) = placed.expected else { return false };
    let units = words.units.side(side);
    let around = units[..placed.units.0].iter().rev().take(AROUND);
    let negated = around.chain(units[placed.units.1..].iter().take(AROUND));
    let ranks = ranks.side(side.other());
    let others = words.units.side(side.other()).iter().enumerate();
    let near = others.filter(|(at, unit)| {
        !unit.has_counterpart && (ranks[*at] as f64 - expected).abs() <= APART
    });
    let says_not = |unit: &Unit, other: &Unit| {
        let mut pairs =
            unit.concepts.iter().flat_map(|a| other.concepts.iter().map(move |b| (a, b)));
        pairs.any(|(&a, &b)| is_litotes(a, b))
    };
    negated
        .filter(|unit| !unit.has_counterpart)
        .any(|unit| near.clone().any(|(_, other)| says_not(unit, other)))
}

/// Words that, behind a negation, let the other side do without it, and what that side then has
/// instead: "not before", "only when"; "not since", "last"; "not without", "only"; "not for a decade", "a decade since". An empty list is
/// for what it then does not have: "no better than", "the best"; "not ..., or else", "if"; "not the
/// only", "one of".
const TURNS: &[(&[&str], &[&str])] = &[
    (&["until", "before", "unless", "without"], &["only", "first", "first.ordinal"]),
    (&["since.time"], &["last", "last.sequence"]),
    (&["than"], &[]),
    (&["otherwise"], &[]),
    (&["only"], &[]),
    (SPANS, &["since.time", "ago"]),
];

/// Spans of time: "not for a decade" is "a decade ago".
const SPANS: &[&str] = &["decade", "century", "year", "month", "week"];

/// Whether the sentence goes on so that the other side says the same without a negation.
fn is_turn(words: &Correspondence, side: Side, placed: &Placed) -> bool {
    let has = |units: &[Unit], names: &[&str]| {
        let concepts: Vec<Concept> = names.iter().filter_map(|name| Concept::named(name)).collect();
        let mut found = units.iter().flat_map(|unit| &unit.concepts);
        found.any(|concept| concepts.contains(concept))
    };
    // "since" may stand before it too.
    let (here, after) = (words.units.side(side), &words.units.side(side)[placed.units.1..]);
    let there = words.units.side(side.other());
    TURNS.iter().any(|(behind, instead)| {
        has(if instead.contains(&"last") { here } else { after }, behind)
            && if instead.is_empty() {
                !has(there, behind)
            } else {
                has(there, instead) && !(*behind == SPANS && has(here, instead))
            }
    })
}

/// Share of the content words of both sides that have counterparts.
fn coverage(words: &Correspondence) -> f64 {
    let content = Side::BOTH.map(|side| words.content(side));
    let with: usize = content.iter().map(|(with, _)| with).sum();
    let all: usize = content.iter().map(|(with, without)| with + without).sum();
    with as f64 / all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_turns_are_concepts() {
        for (behind, instead) in TURNS {
            for name in behind.iter().chain(*instead) {
                assert!(Concept::named(name).is_some(), "{name}");
            }
        }
    }
}
