//! Units of two quantities with the same figure, compared: what is measured, and what it is taken per.

use super::BeadView;
use crate::anchor::{Quantity, Rational, Unit, Value};
use crate::knowledge::units::{Dimension, UnitId};
use crate::pair::{Pair, Side};

/// Whether the units of two quantities cannot both be meant. What counts rather than measures is
/// left alone.
pub(super) fn differ(view: &BeadView<'_>, pair: Pair<&Quantity>) -> bool {
    let counts = |quantity: &Quantity| {
        matches!(
            quantity.unit.of.row().dimension,
            Dimension::Times | Dimension::Degree | Dimension::Cent
        )
    };
    let is_measured = !counts(pair.source) && !counts(pair.target);
    is_measured && (pair.source.unit.of != pair.target.unit.of || differ_in_rate(view, pair))
}

/// Whether two quantities are measured alike, and one is taken per something that the other is not.
pub(super) fn are_one_but_for_rate(a: &Quantity, b: &Quantity) -> bool {
    let more = |a: &Unit, b: &Unit| b.per.iter().flatten().all(|per| a.per.contains(&Some(*per)));
    a.unit.of == b.unit.of && a.is_dose() && (more(&a.unit, &b.unit) || more(&b.unit, &a.unit))
}

/// Whether two quantities are taken per different units of one kind, or a dose per a measure that
/// the other side does not name at all. What one side takes per day may be said elsewhere.
fn differ_in_rate(view: &BeadView<'_>, pair: Pair<&Quantity>) -> bool {
    let of_kind = |is_time: bool| {
        pair.map(|quantity| {
            let units = quantity.unit.per.into_iter().flatten();
            units.filter(move |unit| is_timed(*unit) == is_time).collect::<Vec<_>>()
        })
    };
    let is_same = |a: UnitId, b: UnitId| {
        a.row().dimension == b.row().dimension
            && a.to_base(Rational::ONE) == b.to_base(Rational::ONE)
    };
    let all_differ = |units: &Pair<Vec<UnitId>>| {
        let differs = |a: &UnitId| units.target.iter().all(|b| !is_same(*a, *b));
        !units.source.is_empty() && !units.target.is_empty() && units.source.iter().all(differs)
    };
    let (times, measures) = (of_kind(true), of_kind(false));
    all_differ(&times)
        || all_differ(&measures)
        || pair.source.is_dose()
            && Side::BOTH.iter().any(|&side| {
                let lone = measures.side(side.other()).is_empty();
                let mut units = measures.side(side).iter().filter(|_| lone);
                units.any(|unit| is_telling(*unit) && !names(view, side.other(), *unit))
            })
}

fn is_timed(unit: UnitId) -> bool {
    matches!(unit.row().dimension, Dimension::Time | Dimension::Calendar)
}

/// Whether a dose per such a unit is another dose without it.
fn is_telling(unit: UnitId) -> bool {
    matches!(unit.row().dimension, Dimension::Mass | Dimension::Volume | Dimension::Area)
}

/// Whether a side names a unit anywhere in the bead.
fn names(view: &BeadView<'_>, side: Side, unit: UnitId) -> bool {
    let language = view.language(side);
    let in_a_value = view.anchors().side(side).iter().any(|anchor| match &anchor.value {
        Value::Quantity(other) => other.unit.of == unit || other.unit.per.contains(&Some(unit)),
        _ => false,
    });
    in_a_value || Unit::all_named_in(view.text(side), language).any(|(_, named)| named.of == unit)
}
