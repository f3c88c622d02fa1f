//! How likely two different values are the same one changed.
//!
//! By kind and unit first, then by digits and size. Constant. Weakness: the weights are by hand.

use super::equivalence::mean_the_same;
use super::units;
use super::values::is_range;
use crate::anchor::{Quantity, Value};
use crate::knowledge::units::Dimension;

/// Values that differ by no more, in thousandths, are as like as those of the same digits.
const NEAR: i128 = 80;

/// How likely two different values are the same one changed; 0 when they are not.
pub(super) fn likeness(source: &Value, target: &Value) -> u32 {
    let kinds = match (source, target) {
        (Value::Quantity(a), Value::Quantity(b)) if a.unit == b.unit => 6,
        (Value::Quantity(a), Value::Quantity(b)) if a.unit.dimensions() == b.unit.dimensions() => 4,
        (Value::Quantity(a), Value::Quantity(b)) if are_degrees(a) && are_degrees(b) => 4,
        (Value::Quantity(a), Value::Quantity(b)) if units::are_one_but_for_rate(a, b) => 5,
        (Value::Date(_), Value::Date(_)) => 6,
        (Value::Number(_), Value::Number(_)) => 4,
        (Value::Number(_), Value::Quantity(_)) | (Value::Quantity(_), Value::Number(_)) => 1,
        (Value::Number(number), Value::Date(date)) | (Value::Date(date), Value::Number(number)) => {
            let is_year = date.year.is_some() && number.is_year_like();
            return u32::from(is_year || mean_the_same(source, target));
        }
        _ => 0,
    };
    let share_an_end = source.numbers().iter().any(|number| target.numbers().contains(number));
    if kinds == 0 || is_range(source) != is_range(target) && !share_an_end {
        return 0;
    }
    let [first, second] = [source, target].map(|value| value.numbers().first().copied());
    let [a, b] = [first, second].map(|number| number.map_or_else(String::new, |it| it.to_string()));
    let sorted = |text: &str| {
        let mut signs: Vec<_> = text.chars().collect();
        signs.sort_unstable();
        signs
    };
    let tenfold = |short: &str, long: &str| {
        long.trim_end_matches('0') == short.trim_end_matches('0') && !short.is_empty()
    };
    let is_near = first.zip(second).is_some_and(|(first, second)| first.is_near(second, NEAR));
    let alike = if sorted(&a) == sorted(&b) || tenfold(&a, &b) || is_near {
        3
    } else if a.chars().next() == b.chars().next() || a.chars().last() == b.chars().last() {
        2
    } else {
        u32::from(a.len() == b.len())
    };
    kinds + alike
}

/// Whether a value is a temperature or in degrees of a scale that is not named.
fn are_degrees(quantity: &Quantity) -> bool {
    matches!(quantity.unit.of.row().dimension, Dimension::Temperature | Dimension::Degree)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anchor::anchor;
    use crate::lang::Language;

    #[test]
    fn a_near_value_is_liker_than_one_that_begins_alike() {
        let value = |text: &str| {
            let document =
                crate::format::plain::read(text.to_owned(), Language::from_tag("en").unwrap());
            let segments = crate::segment::segment(&document);
            anchor(&document, &segments).remove(0).value
        };
        let [slow, near, far] = ["19 km/h", "20 km/h", "135 km/h"].map(value);
        assert!(likeness(&slow, &near) > likeness(&slow, &far));
    }
}
