//! Values with a unit: "500 mg/day", "1.2 billion dollars", "three times a day", "32 years old".

use std::fmt;

use super::{Comparator, Form, Key, Kind, Magnitude, Match, Number, Rational};
use crate::knowledge::units::{Dimension, UnitId};

/// A value or range in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The value or range, as written.
    pub magnitude: Magnitude,
    /// The unit, as written.
    pub unit: Unit,
}

/// A unit, and the units it is taken per: mg, mg/day, mg/kg/day.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The unit itself.
    pub of: UnitId,
    /// What it is taken per.
    pub per: [Option<UnitId>; 2],
}

impl Unit {
    /// A unit that is taken per nothing.
    pub const fn plain(of: UnitId) -> Self {
        Unit { of, per: [None, None] }
    }

    /// The unit, taken per one more; `None` when it is already taken per two.
    pub fn per(mut self, per: UnitId) -> Option<Self> {
        *self.per.iter_mut().find(|slot| slot.is_none())? = Some(per);
        Some(self)
    }

    /// What it measures, per what. Units of equal dimensions convert into each other.
    pub fn dimensions(&self) -> (Dimension, [Option<Dimension>; 2]) {
        let mut per = self.per.map(|unit| unit.map(|unit| unit.row().dimension));
        per.sort();
        per.reverse();
        match (self.of.row().dimension, per) {
            (Dimension::Length, [Some(Dimension::Time), None]) => (Dimension::Speed, [None, None]),
            dimensions => dimensions,
        }
    }

    /// `value` of this unit in the base unit of its dimensions; `None` out of range.
    pub fn to_base(&self, value: Rational) -> Option<Rational> {
        let one = |unit: UnitId| unit.to_base(Rational::ONE);
        self.per
            .into_iter()
            .flatten()
            .try_fold(self.of.to_base(value)?, |value, unit| value.over(one(unit)?))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.of.row().id)?;
        self.per.into_iter().flatten().try_for_each(|unit| write!(f, "/{}", unit.row().id))
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Quantity {
    /// The magnitude in the base unit of its dimensions; `None` out of range.
    pub fn base(&self) -> Option<Magnitude> {
        self.magnitude.map(|value| self.unit.to_base(value))
    }

    /// A key equal for quantities that are equal after conversion.
    pub fn key(&self) -> Key {
        let (of, per) = self.unit.dimensions();
        let Some(base) = self.base() else { return self.magnitude.key() };
        Key::of(Kind::Quantity, &[format!("{of:?}{per:?}").as_bytes(), &base.key().0.to_le_bytes()])
    }

    /// How far it agrees with another quantity. The comparators are not compared.
    pub fn matches(&self, other: &Quantity) -> Match {
        let measured = self.is_measured() && other.is_measured();
        if self.unit == other.unit {
            return match self.magnitude.matches(&other.magnitude) {
                Match::None if measured && self.is_remeasured(other) => Match::Approximate,
                grade => grade,
            };
        }
        let bare = match self.magnitude.matches(&other.magnitude) {
            Match::Exact => Match::Bare,
            _ => Match::None,
        };
        if self.unit.dimensions() != other.unit.dimensions() {
            let degrees = [self, other].map(|it| {
                matches!(it.unit.of.row().dimension, Dimension::Degree | Dimension::Temperature)
            });
            return match bare {
                Match::None if degrees == [true, true] && self.is_remeasured(other) => {
                    Match::Approximate
                }
                bare => bare,
            };
        }
        let (Some(left), Some(right)) = (self.base(), other.base()) else { return bare };
        let ends = measured && is_near(&left, &right, 20);
        match left.matches(&right) {
            Match::Exact => Match::Converted,
            Match::OtherNotation => Match::OtherNotation,
            _ if ends => Match::Approximate,
            _ => bare,
        }
    }

    /// Whether it is measured as medicines are: by mass, volume, amount of substance or activity.
    pub fn is_dose(&self) -> bool {
        self.unit.of.row().dimension.is_dose()
    }

    /// Whether it is measured in a unit that translators convert.
    fn is_measured(&self) -> bool {
        matches!(
            self.unit.dimensions().0,
            Dimension::Mass
                | Dimension::Length
                | Dimension::Area
                | Dimension::Volume
                | Dimension::Speed
                | Dimension::Temperature
                | Dimension::Degree
        )
    }

    /// Whether both may come from one measure in a third unit, converted and rounded on each side:
    /// 64 and 65 km out of 40 miles.
    fn is_remeasured(&self, other: &Quantity) -> bool {
        let (a, b) = (&self.magnitude, &other.magnitude);
        let about = [a, b].iter().any(|it| it.comparator == Comparator::About);
        let fives = |value: Rational| value.over(5.into()).and_then(Rational::to_int).is_some();
        let rounded = a.high.is_none() && (fives(a.low) || fives(b.low));
        a.matches_rounded(b) == Match::Approximate
            || about && is_near(a, b, 60)
            || rounded && is_near(a, b, 20)
    }

    /// How far it agrees with a number without a unit: 50 % is one half, and 32 years may be "(32)".
    pub(super) fn matches_number(&self, number: &Number) -> Match {
        // An article is no 100 %.
        let is_share = matches!(number.form, Form::Fraction | Form::Multiple)
            || number.magnitude.low.to_int().is_none();
        if is_share
            && self.unit.dimensions() == (Dimension::Ratio, [None, None])
            && self.base().is_some_and(|base| base.matches(&number.magnitude) == Match::Exact)
        {
            return Match::Converted;
        }
        match self.magnitude.matches(&number.magnitude) {
            Match::Exact => Match::Bare,
            Match::OtherNotation => Match::OtherNotation,
            _ => Match::None,
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.magnitude, self.unit)
    }
}

/// Whether two magnitudes are within a number of thousandths of each other.
pub(super) fn is_near(a: &Magnitude, b: &Magnitude, parts: i128) -> bool {
    match (a.high, b.high) {
        (None, None) => a.low.is_near(b.low, parts),
        (Some(high), Some(other)) => a.low.is_near(b.low, parts) && high.is_near(other, parts),
        _ => false,
    }
}
