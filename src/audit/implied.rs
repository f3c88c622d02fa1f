//! Durations that the other side writes like a time of day, or says by the name of a unit: "the first
//! 24 hours" and "det første døgnet", "the first 48 hours" and "de to første døgnene".
//!
//! Linear in the bead for each duration without a partner.

use super::BeadView;
use crate::anchor::{Anchor, Quantity, Rational, Unit, Value};
use crate::knowledge::units::{Dimension, UnitId};
use crate::pair::{Pair, Side};

/// Takes out of `left` the durations that are one unit, or as many as a number of the other side
/// says, where that side names the unit; that number too.
pub(super) fn forgive<'a>(
    view: &BeadView<'a>,
    values: &Pair<Vec<&'a Anchor>>,
    left: &mut Pair<Vec<&'a Anchor>>,
) {
    for side in Side::BOTH {
        let other = side.other();
        forgive_clocks(left, side);
        let mut spent: Vec<&Anchor> = Vec::new();
        left.side_mut(side).retain(|anchor| {
            let Some((quantity, size)) = duration(anchor) else { return true };
            let units = named_alone(view, other, values.side(other), quantity)
                .chain(taken_per(values.side(other)));
            let dimension = quantity.unit.of.row().dimension;
            let mut counts = units
                .filter(|unit| unit.row().dimension == dimension)
                .filter_map(|unit| size.over(unit.to_base(Rational::ONE)?));
            !counts.any(|count| {
                if count == Rational::ONE {
                    return true;
                }
                let number = values.side(other).iter().find(|number| {
                    matches!(number.value, Value::Number(_))
                        && number.value.numbers() == [count]
                        && !spent.contains(number)
                });
                spent.extend(number);
                number.is_some()
            })
        });
        left.side_mut(other).retain(|anchor| !spent.contains(anchor));
    }
}

/// Takes out of `left` the times of a side that are as long as a duration of the other, and that
/// duration: "2:59:30" and "2 h 59 min 30 s".
fn forgive_clocks(left: &mut Pair<Vec<&Anchor>>, side: Side) {
    let others = left.side(side.other()).clone();
    let mut clocked: Vec<&Anchor> = Vec::new();
    left.side_mut(side).retain(|anchor| {
        let Some(seconds) = on_the_clock(anchor) else { return true };
        let lasts = others.iter().find(|other| {
            duration(other).is_some_and(|(quantity, size)| {
                size == seconds && quantity.unit.of.row().dimension == Dimension::Time
            })
        });
        clocked.extend(lasts);
        lasts.is_none()
    });
    left.side_mut(side.other()).retain(|anchor| !clocked.contains(anchor));
}

/// The seconds of a time that is written like one of day.
fn on_the_clock(anchor: &Anchor) -> Option<Rational> {
    let Value::Date(date) = &anchor.value else { return None };
    let clock = date.clock?;
    let minutes = i64::from(clock.hour) * 60 + i64::from(clock.minute);
    Some(Rational::from_int(minutes * 60 + i64::from(clock.second)))
}

/// A duration taken per nothing, and its size in the base unit.
fn duration(anchor: &Anchor) -> Option<(&Quantity, Rational)> {
    let Value::Quantity(quantity) = &anchor.value else { return None };
    let is_plain = quantity.unit.per == [None, None] && quantity.magnitude.high.is_none();
    let is_time = matches!(quantity.unit.of.row().dimension, Dimension::Time | Dimension::Calendar);
    (is_plain && is_time).then_some((quantity, quantity.base()?.low))
}

/// The units of time that the quantities of a side are taken per: "in 24 hours", "i døgnet".
fn taken_per<'v>(values: &'v [&Anchor]) -> impl Iterator<Item = UnitId> + use<'v> {
    let per = values.iter().filter_map(|anchor| match &anchor.value {
        Value::Quantity(quantity) => Some(quantity.unit.per),
        _ => None,
    });
    per.flatten()
        .flatten()
        .filter(|unit| matches!(unit.row().dimension, Dimension::Time | Dimension::Calendar))
}

/// The units of time, other than that of a duration, that a side names outside its quantities and
/// dates. Seconds are ordinals too.
fn named_alone<'v>(
    view: &'v BeadView<'_>,
    side: Side,
    values: &'v [&Anchor],
    quantity: &Quantity,
) -> impl Iterator<Item = UnitId> + use<'v> {
    let start = view.span(side).map_or(0, |span| span.start);
    let (own, dimension) = (quantity.unit.of, quantity.unit.of.row().dimension);
    let named = Unit::all_named_in(view.text(side), view.language(side));
    named.filter_map(move |(span, unit)| {
        let span = span.shift(start);
        let is_taken = values
            .iter()
            .any(|anchor| !matches!(anchor.value, Value::Number(_)) && anchor.span.overlaps(span));
        let is_other = unit.of != own
            && unit.of.row().id != "second"
            && unit.of.row().dimension == dimension
            && span.len() > 2;
        (is_other && !is_taken).then_some(unit.of)
    })
}
