//! How much: a value or a range, and the comparator before it.

use std::fmt;

use super::{Comparator, Key, Kind, Match, Rational};

/// A value, or a range of values, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Magnitude {
    /// What is said about the value.
    pub comparator: Comparator,
    /// The value, or the lower end of the range.
    pub low: Rational,
    /// The upper end of the range.
    pub high: Option<Rational>,
    /// The value under the other separator convention, where the text can be read both ways:
    /// "12,500" in Norwegian is 12.5 by the convention of the language and may be meant as 12500.
    pub alternative: Option<Rational>,
}

impl Magnitude {
    /// Exactly `value`.
    pub const fn exactly(value: Rational) -> Self {
        Magnitude { comparator: Comparator::Equal, low: value, high: None, alternative: None }
    }

    /// From `low` to `high`.
    pub const fn range(low: Rational, high: Rational) -> Self {
        Magnitude { high: Some(high), ..Magnitude::exactly(low) }
    }

    /// The numbers written: one, or two for a range.
    pub fn numbers(&self) -> impl Iterator<Item = Rational> {
        [Some(self.low), self.high].into_iter().flatten()
    }

    /// Every value multiplied by `factor`; `None` out of range.
    pub fn scaled(&self, factor: Rational) -> Option<Magnitude> {
        self.map(|value| value.times(factor))
    }

    /// The magnitude with every value replaced.
    pub(super) fn map(&self, f: impl Fn(Rational) -> Option<Rational>) -> Option<Magnitude> {
        let high = match self.high {
            Some(high) => Some(f(high)?),
            None => None,
        };
        Some(Magnitude {
            comparator: self.comparator,
            low: f(self.low)?,
            high,
            alternative: self.alternative.and_then(&f),
        })
    }

    /// The key of the value or range, whatever it counts.
    pub(super) fn key(&self) -> Key {
        match self.high {
            None => Key::number(self.low),
            Some(high) => Key::of(
                Kind::Number,
                &[&Key::number(self.low).0.to_le_bytes(), &Key::number(high).0.to_le_bytes()],
            ),
        }
    }

    /// How two magnitudes in the same unit agree. The comparators are not compared, but where both
    /// sides name the value itself, a rounded value is another value.
    pub fn matches(&self, other: &Magnitude) -> Match {
        let bounded = [self.comparator, other.comparator].iter().any(|it| *it != Comparator::Equal);
        match self.matches_rounded(other) {
            Match::Approximate if !bounded => Match::None,
            grade => grade,
        }
    }

    /// How two magnitudes agree where a measure may have been rounded.
    pub(super) fn matches_rounded(&self, other: &Magnitude) -> Match {
        if (self.low, self.high) == (other.low, other.high) {
            return Match::Exact;
        }
        if self.high.is_none() && other.high.is_none() {
            let readings = |magnitude: &Magnitude| [Some(magnitude.low), magnitude.alternative];
            let shared = readings(self)
                .iter()
                .any(|reading| reading.is_some() && readings(other).contains(reading));
            if shared {
                return Match::OtherNotation;
            }
        }
        let ends = match (self.high, other.high) {
            (None, None) => is_rounding(self.low, other.low),
            (Some(a), Some(b)) => is_rounding(self.low, other.low) && is_rounding(a, b),
            _ => false,
        };
        if ends { Match::Approximate } else { Match::None }
    }
}

impl fmt::Display for Magnitude {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.comparator.sign(), self.low)?;
        self.high.map_or(Ok(()), |high| write!(f, "..{high}"))
    }
}

/// Whether one value is the other rounded to two significant digits or more.
fn is_rounding(a: Rational, b: Rational) -> bool {
    rounds_to(a, b) || rounds_to(b, a)
}

fn rounds_to(fine: Rational, coarse: Rational) -> bool {
    if fine == coarse {
        return true;
    }
    let Some(step) = step(coarse) else { return false };
    let half = step.times(Rational::new(1, 2).unwrap_or(Rational::ONE));
    let gap = fine.plus(coarse.negated()).map(Rational::abs);
    matches!((gap, half), (Some(gap), Some(half)) if gap <= half)
        && coarse.abs() >= step.times(10.into()).unwrap_or(coarse)
}

/// The place value of the last digit of a finite decimal that is not nought.
fn step(value: Rational) -> Option<Rational> {
    let ten = Rational::from_int(10);
    let (mut step, mut whole) = (Rational::ONE, value);
    while whole.to_int().is_none() {
        (whole, step) = (whole.times(ten)?, step.over(ten)?);
    }
    if whole == Rational::ZERO {
        return None;
    }
    while whole.over(ten)?.to_int().is_some() {
        (whole, step) = (whole.over(ten)?, step.times(ten)?);
    }
    Some(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_matches_its_rounding() {
        let exactly = |text: &str| Magnitude::exactly(Rational::parse(text).unwrap());
        assert_eq!(exactly("322").matches_rounded(&exactly("320")), Match::Approximate);
        assert_eq!(exactly("12.7").matches_rounded(&exactly("13")), Match::Approximate);
        assert_eq!(exactly("64").matches_rounded(&exactly("66")), Match::None);
        assert_eq!(exactly("322").matches(&exactly("320")), Match::None);
        assert_eq!(exactly("6").matches_rounded(&exactly("5.8")), Match::None);
        assert_eq!(
            exactly("1/3".split('/').next().unwrap()).matches(&exactly("1.0")),
            Match::Exact
        );
    }
}
