//! The bounds of two values, with the negation that turns them: "do not take more than 4 g" is at
//! most 4 g.
//!
//! A negation before "more than" or "less than" in the same clause turns the bound, however many
//! words stand between; "not more than" itself is read with the value. Linear in the bead.

use super::BeadView;
use super::values::{comparator, pairs};
use crate::anchor::{Anchor, Comparator, Match};
use crate::knowledge::negation::{Negation, Polarity};
use crate::pair::{Pair, Side};
use crate::span::Span;

/// A bound as the text says it.
#[derive(Clone, Copy, Debug)]
struct Bound {
    comparator: Comparator,
    /// The negation before it, in its clause.
    negation: Option<Span>,
    /// Whether that negation turns it.
    is_turned: bool,
}

impl Bound {
    /// -1 when it bounds the value from above, 1 when from below.
    fn direction(&self) -> i8 {
        if self.is_turned { -self.comparator.direction() } else { self.comparator.direction() }
    }
}

/// Whether two values that agree are bounded from opposite directions.
pub(super) fn are_opposite(view: &BeadView<'_>, pair: Pair<&Anchor>) -> bool {
    let plain = pair.map(|anchor| comparator(&anchor.value));
    if plain.source.direction() == 0 || plain.target.direction() == 0 {
        return false;
    }
    let bounds = Pair::from_fn(|side| bound(view, side, pair.side(side)));
    let differ = |a: i8, b: i8| a * b < 0;
    let is_said = differ(plain.source.direction(), plain.target.direction());
    let is_meant = differ(bounds.source.direction(), bounds.target.direction());
    // One word on both sides, negated on one: that is the negation's matter.
    let is_one_word = bounds.source.comparator == bounds.target.comparator;
    is_meant && (is_said || !is_one_word)
}

/// The negations that a bound of the other side says without one: "must not exceed 5 mg", "at most
/// 5 mg".
pub(super) fn said_by_bounds(view: &BeadView<'_>) -> Pair<Vec<Span>> {
    let mut said = Pair::<Vec<Span>>::default();
    let is_bounded = |anchor: &Anchor| comparator(&anchor.value).direction() != 0;
    let anchors = view.anchors();
    if !Side::BOTH.iter().all(|&side| anchors.side(side).iter().any(is_bounded)) {
        return said;
    }
    for (pair, grade) in pairs(view) {
        if !matches!(grade, Match::Exact | Match::Converted) || !is_bounded(pair.source) {
            continue;
        }
        let bounds = Pair::from_fn(|side| bound(view, side, pair.side(side)));
        for side in Side::BOTH {
            let (here, there) = (bounds.side(side), bounds.side(side.other()));
            if let (Some(negation), None) = (here.negation, there.negation)
                && here.direction() * there.direction() > 0
            {
                said.side_mut(side).push(negation);
            }
        }
    }
    said
}

fn bound(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> Bound {
    let comparator = comparator(&anchor.value);
    let is_strict = matches!(comparator, Comparator::Less | Comparator::More);
    let text = view.document_text(side);
    let before = |negation: &Negation| {
        let gap = text.get(negation.span.end..anchor.span.start)?;
        let words = gap.split_whitespace().count();
        // What is read with the value stands beside it.
        let reach = if is_strict { REACH } else { BESIDE };
        let is_plain = negation.polarity == Polarity::Plain;
        (is_plain && words <= reach && !gap.contains(CLAUSE_MARKS)).then_some(negation.span)
    };
    let behind = |negation: &Negation| {
        let gap = text.get(anchor.span.end..negation.span.start)?;
        let is_plain = negation.polarity == Polarity::Plain;
        (!is_strict && is_plain && gap.trim().is_empty()).then_some(negation.span)
    };
    let negations = view.negations(side);
    let negation = negations.iter().rev().find_map(before);
    let negation = negation.or_else(|| negations.iter().find_map(behind));
    Bound { comparator, negation, is_turned: is_strict && negation.is_some() }
}

/// Words between a negation and the value whose bound it turns.
const REACH: usize = 10;
/// Words between a negation and a value with whose bound it is read.
const BESIDE: usize = 2;

/// Marks at which a clause ends.
const CLAUSE_MARKS: &[char] = &[',', ';', ':', '.', '(', ')', '–', '—', '!', '?', '،'];
