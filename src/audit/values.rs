//! What the two sides of a bead say in numbers, quantities and dates, compared.
//!
//! Method: values are paired by [`agree`], best grade first. Of what is left, repetitions, weak
//! values and values that stand in a neighbouring bead are forgiven; the rest is paired across the
//! sides by likeness, since a changed value leaves one on either side, and what finds no like is
//! missing on a side. Every difference has one [`Fault`], so that one cause is told by one check.
//! Complexity: quadratic in the values of a bead. Weakness: of two changed values in one bead it
//! may pair the wrong ones.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::BeadView;
use super::bound::are_opposite;
use super::equivalence::{mean_the_same, restates};
use super::exchange;
use super::implied;
use super::localised;
use super::traces::{is_beheaded, is_glued, is_stranded};
use super::units;
use super::value_likeness::likeness;
use crate::anchor::{
    Agreement, Anchor, Comparator, Date, Manner, Match, Period, Quantity, Rational, Strength,
    Value, agree,
};
use crate::knowledge::units::Dimension;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// What is wrong with a value; each belongs to one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// A bare number differs or is missing.
    Number,
    /// A value with a unit differs or is missing.
    Quantity,
    /// The same number with another unit.
    Unit,
    /// A range with another end, or with one end only.
    Range,
    /// The same value bounded from the opposite direction.
    Comparator,
    /// The same number without its percent sign.
    Percent,
    /// A date or time differs or is missing.
    Date,
}

/// How a difference looks; each has been measured to be right in its own share of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Situation {
    /// Different values, one at least in digits, where the sides agree otherwise.
    Changed,
    /// Different values, both in words.
    ChangedInWords,
    /// A value in digits that the other side does not give.
    Lone,
    /// A value in words that the other side does not give.
    LoneInWords,
    /// A value that the other side gives once less often.
    Repeated,
    /// A value that the other side rounds.
    Rounded,
    /// The values agree; what is said about them does not.
    Qualified,
    /// A date of which the other side gives a part only.
    Partial,
}

/// A difference between the values of a bead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Difference<'a> {
    pub fault: Fault,
    pub situation: Situation,
    /// The values; one at least.
    pub anchors: Pair<Option<&'a Anchor>>,
}

impl Difference<'_> {
    /// Probability that the renderings diverge here: the share of true ones among such differences
    /// in the development data.
    pub fn confidence(&self) -> f64 {
        match self.situation {
            Situation::Changed => 0.95,
            Situation::Qualified => 0.9,
            Situation::Lone => 0.85,
            Situation::Partial => 0.75,
            Situation::ChangedInWords => 0.8,
            Situation::Rounded => 0.4,
            Situation::Repeated => 0.3,
            Situation::LoneInWords => 0.3,
        }
    }
}

/// The differences of a bead, in text order.
pub(super) fn differences<'a>(view: &BeadView<'a>) -> Vec<Difference<'a>> {
    if view.bead().is_null() {
        return Vec::new();
    }
    let (values, mut agreement) = compared(view);
    let mut found = Vec::new();
    for (source, target) in exchange::uncross(&values, &mut agreement) {
        let anchors = Pair::new(values.source[source], values.target[target]).map(Some);
        let situation = Situation::Changed;
        found.push(Difference { fault: fault(anchors), situation, anchors });
    }
    for &(source, target, grade) in &agreement.pairs {
        let anchors = Pair::new(values.source[source], values.target[target]);
        if let Some((fault, situation)) = judge(view, anchors, grade) {
            found.push(Difference { fault, situation, anchors: anchors.map(Some) });
        }
    }
    let mut left = left_over(&values, &agreement);
    let frequencies = view.frequencies();
    for side in Side::BOTH {
        let changed = frequencies.changed.iter().map(|pair| pair.side(side));
        let changed = changed.filter(|one| one.manner != Manner::Dose).map(|one| one.span);
        let said: Vec<Span> = frequencies.met.side(side).iter().copied().chain(changed).collect();
        left.side_mut(side).retain(|anchor| !said.iter().any(|at| at.overlaps(anchor.span)));
    }
    implied::forgive(view, &values, &mut left);
    found.extend(changed_and_lone(view, &values, left));
    found.retain(|difference| difference.confidence() >= 0.5);
    found.sort_by_key(|difference| {
        let start = |anchor: Option<&Anchor>| anchor.map(|anchor| anchor.span.start);
        (start(difference.anchors.target), start(difference.anchors.source), difference.fault)
    });
    found
}

/// The values of both sides that agree, and how far.
pub(super) fn pairs<'a>(view: &BeadView<'a>) -> Vec<(Pair<&'a Anchor>, Match)> {
    let (values, agreement) = compared(view);
    let pair = |&(source, target, grade): &(usize, usize, Match)| {
        (Pair::new(values.source[source], values.target[target]), grade)
    };
    agreement.pairs.iter().map(pair).collect()
}

/// The values of both sides, and which of them agree.
fn compared<'a>(view: &BeadView<'a>) -> (Pair<Vec<&'a Anchor>>, Agreement) {
    let values = view.anchors().map(|anchors| {
        anchors.iter().filter(|anchor| is_compared(&anchor.value)).collect::<Vec<_>>()
    });
    let owned = values.as_ref().map(|side| side.iter().map(|a| (*a).clone()).collect::<Vec<_>>());
    let agreement = agree(owned.as_ref().map(Vec::as_slice));
    (values, agreement)
}

/// The values without a partner. Numbers that the other side writes apart are at home there; two
/// dates of the same numbers are not, nor is a range of which the other side gives one end.
fn left_over<'a>(values: &Pair<Vec<&'a Anchor>>, agreement: &Agreement) -> Pair<Vec<&'a Anchor>> {
    let of = |indices: &[usize], side: Side| {
        indices.iter().map(|&index| values.side(side)[index]).collect::<Vec<_>>()
    };
    Pair::from_fn(|side| {
        let other = side.other();
        let apart = of(agreement.dispersed.side(other), other);
        let unmatched = of(agreement.unmatched.side(other), other);
        let mut left = of(agreement.unmatched.side(side), side);
        left.extend(of(agreement.dispersed.side(side), side).into_iter().filter(|anchor| {
            let is_date = |anchor: &Anchor| matches!(anchor.value, Value::Date(_));
            let numbers = anchor.value.numbers();
            is_date(anchor) && apart.iter().any(|other| is_date(other))
                || unmatched.iter().any(|range| {
                    is_range(&range.value)
                        && numbers.iter().all(|number| range.value.numbers().contains(number))
                })
        }));
        left.sort_by_key(|anchor| anchor.span);
        left
    })
}

fn is_compared(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Quantity(_) | Value::Date(_))
}

/// What is wrong with two values that [`agree`] has paired.
fn judge(view: &BeadView<'_>, pair: Pair<&Anchor>, grade: Match) -> Option<(Fault, Situation)> {
    let values = pair.map(|anchor| &anchor.value);
    match grade {
        Match::Exact | Match::Converted => {
            are_opposite(view, pair).then_some((Fault::Comparator, Situation::Qualified))
        }
        Match::Bare => match (values.source, values.target) {
            (Value::Quantity(source), Value::Quantity(target)) => {
                units::differ(view, Pair::new(source, target))
                    .then_some((Fault::Unit, Situation::Qualified))
            }
            (Value::Quantity(quantity), Value::Number(_)) if is_percent(quantity) => {
                (!shares_sign(view, Side::Target, pair.target))
                    .then_some((Fault::Percent, Situation::Qualified))
            }
            (Value::Number(_), Value::Quantity(quantity)) if is_percent(quantity) => {
                (!shares_sign(view, Side::Source, pair.source))
                    .then_some((Fault::Percent, Situation::Qualified))
            }
            (Value::Date(source), Value::Date(target)) => {
                let lacks = source.day.is_some() != target.day.is_some()
                    || source.year.is_some() != target.year.is_some();
                let is_longer = source.numbers().len() > target.numbers().len();
                let fuller = if is_longer { Side::Source } else { Side::Target };
                let anchor = *pair.side(fuller);
                let is_free =
                    is_in_words(view, fuller, anchor) || is_a_score(view, fuller.other(), anchor);
                (lacks && !is_free).then_some((Fault::Date, Situation::Partial))
            }
            _ => None,
        },
        Match::Approximate => {
            let same_unit = match (values.source, values.target) {
                (Value::Quantity(source), Value::Quantity(target)) => source.unit == target.unit,
                (Value::Number(_), Value::Number(_)) => true,
                _ => false,
            };
            let is_about = values.map(|value| comparator(value) == Comparator::About);
            let claims = !is_about.source || is_about.target;
            let situation = if claims && is_finer(values.target, values.source) {
                Situation::Changed
            } else {
                Situation::Rounded
            };
            same_unit.then(|| (fault(pair.map(Some)), situation))
        }
        Match::OtherNotation | Match::None => None,
    }
}

/// Whether the days of a date are numbers of the other side: "the 1-4 February win".
fn is_a_score(view: &BeadView<'_>, other: Side, date: &Anchor) -> bool {
    let numbers = view.anchors().side(other).iter();
    let given = numbers.filter(|number| is_in_days(&date.value, &number.value));
    given.flat_map(|number| number.value.numbers()).collect::<BTreeSet<_>>().len() >= 2
}

/// Whether a number is made of the first and the last day of a date.
fn is_in_days(date: &Value, number: &Value) -> bool {
    let (Value::Date(date), Value::Number(_)) = (date, number) else { return false };
    let Some((first, last)) = date.day.zip(date.last_day) else { return false };
    let days = [first, last].map(|day| Rational::from_int(day.into()));
    number.numbers().iter().all(|number| days.contains(number))
}

/// Whether a value is written with more digits that count than another.
fn is_finer(value: &Value, other: &Value) -> bool {
    let digits = |value: &Value| {
        let text = value.numbers().first().map(Rational::to_string).unwrap_or_default();
        let is_whole = !text.contains('.');
        let text = if is_whole { text.trim_end_matches('0') } else { &text };
        text.bytes().filter(u8::is_ascii_digit).count()
    };
    digits(value) > digits(other)
}

/// What is said about a value.
pub(super) fn comparator(value: &Value) -> Comparator {
    match value {
        Value::Number(number) => number.magnitude.comparator,
        Value::Quantity(quantity) => quantity.magnitude.comparator,
        _ => Default::default(),
    }
}

fn is_percent(quantity: &Quantity) -> bool {
    quantity.unit.dimensions() == (Dimension::Ratio, [None, None])
}

/// Whether a bare number takes its percent sign from the next one: "5 to 10 %", "5 and 10 %".
fn shares_sign(view: &BeadView<'_>, side: Side, number: &Anchor) -> bool {
    const NEAR: usize = 16;
    view.anchors().side(side).iter().any(|other| {
        matches!(&other.value, Value::Quantity(quantity) if is_percent(quantity))
            && other.span.start >= number.span.end
            && other.span.start - number.span.end <= NEAR
    })
}

pub(super) fn is_range(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.magnitude.high.is_some(),
        Value::Quantity(quantity) => quantity.magnitude.high.is_some(),
        _ => false,
    }
}

/// The fault of two different values, or of one that stands alone.
fn fault(pair: Pair<Option<&Anchor>>) -> Fault {
    let values = || [pair.source, pair.target].into_iter().flatten().map(|anchor| &anchor.value);
    let changed = pair.source.is_some() && pair.target.is_some();
    if values().any(|value| matches!(value, Value::Date(_))) {
        Fault::Date
    } else if changed && values().any(is_range) {
        Fault::Range
    } else if values().any(|value| matches!(value, Value::Quantity(_))) {
        Fault::Quantity
    } else {
        Fault::Number
    }
}

/// Pairs left-over values by likeness; says what stays alone.
fn changed_and_lone<'a>(
    view: &BeadView<'a>,
    values: &Pair<Vec<&'a Anchor>>,
    left: Pair<Vec<&'a Anchor>>,
) -> Vec<Difference<'a>> {
    let left = Pair::from_fn(|side| {
        let mut left = left.side(side).clone();
        left.retain(|anchor| !stands_beside(view, side, anchor));
        left
    });
    let mut candidates = Vec::new();
    for (i, source) in left.source.iter().enumerate() {
        for (j, target) in left.target.iter().enumerate() {
            let likeness = likeness(&source.value, &target.value);
            let is_weak = [source, target].iter().any(|anchor| anchor.strength == Strength::Weak);
            let is_telling = || {
                is_measured_alike(&source.value, &target.value)
                    || matches!((&source.value, &target.value), (Value::Date(_), Value::Date(_)))
                        && mean_the_same(&source.value, &target.value)
            };
            if likeness > 0 && (!is_weak || is_telling()) {
                candidates.push((Reverse(likeness), i.abs_diff(j), i, j));
            }
        }
    }
    candidates.sort_unstable();
    let mut free = left.as_ref().map(|side| vec![true; side.len()]);
    let mut found = Vec::new();
    for (_, _, i, j) in candidates {
        if !free.source[i] || !free.target[j] {
            continue;
        }
        (free.source[i], free.target[j]) = (false, false);
        let (source, target) = (left.source[i], left.target[j]);
        if mean_the_same(&source.value, &target.value)
            || localised::is_rendered(view, Pair::new(source, target))
        {
            continue;
        }
        let anchors = Pair::new(Some(source), Some(target));
        let in_words =
            is_in_words(view, Side::Source, source) && is_in_words(view, Side::Target, target);
        let situation = if in_words { Situation::ChangedInWords } else { Situation::Changed };
        found.push(Difference { fault: fault(anchors), situation, anchors });
    }
    for side in Side::BOTH {
        let alone = left.side(side).iter().zip(free.side(side)).filter(|(_, free)| **free);
        for (&anchor, _) in alone {
            let others = values.side(side.other());
            let of_this_side = values.side(side).iter().copied();
            let met: Vec<&Anchor> =
                of_this_side.filter(|own| !left.side(side).contains(own)).collect();
            let is_lost = lost_its_figure(view, side, anchor);
            let is_said = anchor.strength == Strength::Weak || restates(anchor, &met);
            let is_elsewhere = is_glued(view, side.other(), &anchor.value)
                || others.iter().any(|date| is_in_days(&date.value, &anchor.value));
            if is_said && !is_lost || is_elsewhere {
                continue;
            }
            let mut anchors = Pair::new(None, None);
            *anchors.side_mut(side) = Some(anchor);
            let repeats =
                others.iter().any(|other| anchor.value.matches(&other.value) == Match::Exact);
            let situation = if repeats {
                Situation::Repeated
            } else if is_in_words(view, side, anchor)
                || is_figure_of_speech(view, side, anchor) && !is_lost
            {
                Situation::LoneInWords
            } else {
                Situation::Lone
            };
            found.push(Difference { fault: fault(anchors), situation, anchors });
        }
    }
    found
}

/// Whether both are quantities of one unit, days of the week or months, so that a difference means
/// something even where either could be left out: "30 m (100 ft)".
fn is_measured_alike(source: &Value, target: &Value) -> bool {
    match (source, target) {
        (Value::Quantity(a), Value::Quantity(b)) => a.unit == b.unit,
        (Value::Date(a), Value::Date(b)) => {
            let both = |part: fn(&Date) -> Option<u8>| part(a).is_some() && part(b).is_some();
            both(|date| date.weekday) || both(|date| date.month)
        }
        _ => false,
    }
}

/// "1st", "100 %" and "in his 40s" are often said in other words.
fn is_figure_of_speech(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    match &anchor.value {
        Value::Number(number) => number.magnitude.low == Rational::ONE,
        Value::Quantity(quantity) => {
            is_percent(quantity) && quantity.base().is_some_and(|base| base.low == Rational::ONE)
        }
        Value::Date(date) => {
            let text = anchor.span.of(view.document_text(side));
            date.period == Period::Decade && text.chars().filter(char::is_ascii_digit).count() < 4
        }
        _ => false,
    }
}

/// Whether the other side keeps the unit of a quantity in digits, and no figure before it; or the
/// word that a decade was part of.
fn lost_its_figure(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    let other = side.other();
    let is_more = anchor.value.numbers().iter().all(|number| *number > Rational::ONE);
    let is_decade = || matches!(&anchor.value, Value::Date(date) if date.period == Period::Decade);
    is_more
        && !is_in_words(view, side, anchor)
        && (is_stranded(view, other, &anchor.value) || is_decade() && is_beheaded(view, other))
}

fn is_in_words(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    !anchor.span.of(view.document_text(side)).contains(char::is_numeric)
}

/// Whether the other side gives the value in a bead beside this one, where the same side does not:
/// the segments were cut or aligned otherwise.
fn stands_beside(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    let gives = |view: &BeadView<'_>, side: Side| {
        view.anchors()
            .side(side)
            .iter()
            .filter(|other| gives_value(&other.value, &anchor.value))
            .count()
    };
    view.neighbours().any(|beside| gives(&beside, side.other()) > gives(&beside, side))
}

/// Whether a value holds another one: the same, or a date with that year.
fn gives_value(value: &Value, wanted: &Value) -> bool {
    let worst = match (value, wanted) {
        (Value::Quantity(_), Value::Quantity(_)) => Match::OtherNotation,
        _ => Match::Bare,
    };
    let is_year = || match (value, wanted) {
        (Value::Date(date), Value::Number(number)) => {
            number.is_year_like() && date.numbers().contains(&number.magnitude.low)
        }
        _ => false,
    };
    wanted.matches(value) <= worst || is_year()
}
