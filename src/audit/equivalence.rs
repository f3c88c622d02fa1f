//! Values that differ on paper and say the same: rounded conversions, a scale that one side leaves
//! unsaid, one text read in two ways.

use crate::anchor::{Anchor, Date, Number, Period, Quantity, Rational, Value};
use crate::knowledge::units::Dimension;

/// Whether two values that do not match may render each other.
pub(super) fn mean_the_same(source: &Value, target: &Value) -> bool {
    match (source, target) {
        // "Fifth" as a rank and as a part.
        (Value::Number(a), Value::Number(b)) => {
            Rational::ONE.over(b.magnitude.low) == Some(a.magnitude.low)
        }
        (Value::Quantity(a), Value::Quantity(b)) => {
            is_conversion(a, b, 100) || are_degrees_of_two_scales(a, b)
        }
        // 17.30 as a number and as a time of day.
        (Value::Date(date), Value::Number(number)) | (Value::Number(number), Value::Date(date)) => {
            is_decade(date, number)
                || date.clock.is_some_and(|clock| {
                    let minutes = Rational::decimal(clock.minute.into(), 2);
                    let read = minutes.and_then(|part| part.plus(i64::from(clock.hour).into()));
                    read == Some(number.magnitude.low)
                })
        }
        (Value::Date(a), Value::Date(b)) => say_different_things(a, b),
        _ => false,
    }
}

/// Whether a range of years is a decade: "between 1990 and 2000", "the 1990s".
fn is_decade(date: &Date, years: &Number) -> bool {
    let first = date.year.filter(|_| date.period == Period::Decade).map(i64::from);
    let last = years.magnitude.high.and_then(Rational::to_int);
    let length = last.zip(first).map(|(last, first)| last - first);
    first == years.magnitude.low.to_int() && matches!(length, Some(9 | 10))
}

/// Whether a quantity says again, in another unit, what another of its own side says: "30 metres
/// (100 feet)".
pub(super) fn restates(anchor: &Anchor, own: &[&Anchor]) -> bool {
    let Value::Quantity(quantity) = &anchor.value else { return false };
    own.iter().any(|other| match &other.value {
        Value::Quantity(other) => is_conversion(quantity, other, 60),
        _ => false,
    })
}

/// Whether two distances, areas, speeds or durations in different units are within `parts`
/// thousandths of each other, as writers convert them. Doses are not converted loosely.
fn is_conversion(a: &Quantity, b: &Quantity, parts: i128) -> bool {
    let loose = matches!(
        a.unit.dimensions().0,
        Dimension::Length | Dimension::Area | Dimension::Speed | Dimension::Time
    );
    a.unit.of != b.unit.of
        && loose
        && a.unit.dimensions() == b.unit.dimensions()
        && matches!((a.base(), b.base()), (Some(a), Some(b)) if a.low.is_near(b.low, parts))
}

/// Whether degrees of an unnamed scale are Fahrenheit on one side and Celsius on the other, to a
/// degree and a half.
fn are_degrees_of_two_scales(a: &Quantity, b: &Quantity) -> bool {
    let is_degree = |quantity: &Quantity| {
        matches!(quantity.unit.of.row().dimension, Dimension::Degree | Dimension::Temperature)
    };
    let to_fahrenheit = |value: Rational| {
        value.times(Rational::new(9, 5)?).and_then(|scaled| scaled.plus(32.into()))
    };
    let near = |cold: Rational, hot: Rational| {
        let gap = to_fahrenheit(cold).and_then(|value| value.plus(hot.negated()));
        let most = Rational::new(3, 2);
        matches!((gap, most), (Some(gap), Some(most)) if gap.abs() <= most)
    };
    let (a_low, b_low) = (a.magnitude.low, b.magnitude.low);
    is_degree(a) && is_degree(b) && (near(a_low, b_low) || near(b_low, a_low))
}

/// Whether two dates share no part, so that both may be right: a weekday and a day of the month.
fn say_different_things(a: &Date, b: &Date) -> bool {
    let both = |parts: [bool; 2]| parts[0] && parts[1];
    !(both([a.year.is_some(), b.year.is_some()])
        || both([a.month.is_some(), b.month.is_some()])
        || both([a.day.is_some(), b.day.is_some()])
        || both([a.weekday.is_some(), b.weekday.is_some()])
        || both([a.part.is_some(), b.part.is_some()])
        || both([a.clock.is_some(), b.clock.is_some()]))
}
