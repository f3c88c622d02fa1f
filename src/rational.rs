//! Exact numbers: what a text says, without rounding.

use std::cmp::Ordering;
use std::fmt;

/// An exact rational number in lowest terms; equality is equality of value, so 0.50 = 1/2.
///
/// Holds every decimal of up to 18 digits. Arithmetic that would leave the range gives `None`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rational {
    numerator: i64,
    denominator: i64,
}

impl Rational {
    /// Nought.
    pub const ZERO: Rational = Rational::from_int(0);
    /// One.
    pub const ONE: Rational = Rational::from_int(1);

    /// A whole number.
    pub const fn from_int(value: i64) -> Self {
        Rational { numerator: value, denominator: 1 }
    }

    /// `numerator / denominator` in lowest terms; `None` for a zero denominator or out of range.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs()) as i128;
        let sign = denominator.signum();
        Some(Rational {
            numerator: i64::try_from(sign * numerator / divisor).ok()?,
            denominator: i64::try_from(sign * denominator / divisor).ok()?,
        })
    }

    /// `digits` × 10^-`places`.
    pub fn decimal(digits: i64, places: u32) -> Option<Self> {
        Rational::new(digits.into(), 10_i128.checked_pow(places)?)
    }

    /// Reads a plain ASCII decimal such as `0.0254` or `-3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{fraction}").parse().ok()?;
        Rational::decimal(digits, fraction.len().try_into().ok()?)
    }

    /// The numerator; it carries the sign.
    pub const fn numerator(self) -> i64 {
        self.numerator
    }

    /// The denominator, 1 or more.
    pub const fn denominator(self) -> i64 {
        self.denominator
    }

    /// The value if it is whole.
    pub const fn to_int(self) -> Option<i64> {
        if self.denominator == 1 { Some(self.numerator) } else { None }
    }

    /// The sum.
    pub fn plus(self, other: Rational) -> Option<Rational> {
        if (self.denominator, other.denominator) == (1, 1) {
            return self.numerator.checked_add(other.numerator).map(Rational::from_int);
        }
        let [a, b, c, d] = self.widened(other);
        Rational::new(a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?, b.checked_mul(d)?)
    }

    /// The product.
    pub fn times(self, other: Rational) -> Option<Rational> {
        if (self.denominator, other.denominator) == (1, 1) {
            return self.numerator.checked_mul(other.numerator).map(Rational::from_int);
        }
        let [a, b, c, d] = self.widened(other);
        Rational::new(a * c, b * d)
    }

    /// The quotient; `None` when `other` is zero.
    pub fn over(self, other: Rational) -> Option<Rational> {
        let [a, b, c, d] = self.widened(other);
        Rational::new(a * d, b * c)
    }

    /// The value with the opposite sign.
    pub fn negated(self) -> Rational {
        Rational { numerator: self.numerator.saturating_neg(), ..self }
    }

    /// The value without its sign.
    pub fn abs(self) -> Rational {
        if self.numerator < 0 { self.negated() } else { self }
    }

    /// Whether the values differ by no more than `parts` thousandths of the larger one.
    pub fn is_near(self, other: Rational, parts: i128) -> bool {
        let [a, b, c, d] = self.widened(other);
        let (left, right) = (a * d, c * b);
        (left - right).abs().saturating_mul(1000)
            <= left.abs().max(right.abs()).saturating_mul(parts)
    }

    fn widened(self, other: Rational) -> [i128; 4] {
        [self.numerator, self.denominator, other.numerator, other.denominator].map(i128::from)
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        let [a, b, c, d] = self.widened(*other);
        (a * d).cmp(&(c * b))
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Rational {
    fn from(value: i64) -> Self {
        Rational::from_int(value)
    }
}

/// A finite decimal is written with a full stop, anything else as `numerator/denominator`.
impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut rest, mut places) = (self.denominator, 0_u32);
        let (mut twos, mut fives) = (0, 0);
        while rest % 2 == 0 {
            (rest, twos) = (rest / 2, twos + 1);
        }
        while rest % 5 == 0 {
            (rest, fives) = (rest / 5, fives + 1);
        }
        places = places.max(twos).max(fives);
        let scaled = 10_i128.checked_pow(places).map(|power| {
            i128::from(self.numerator) * (power / i128::from(self.denominator).max(1))
        });
        match scaled {
            Some(_) if rest != 1 => write!(f, "{}/{}", self.numerator, self.denominator),
            Some(digits) if places == 0 => write!(f, "{digits}"),
            Some(digits) => {
                let sign = if digits < 0 { "-" } else { "" };
                let all = format!("{:0>width$}", digits.abs(), width = places as usize + 1);
                let (whole, fraction) = all.split_at(all.len() - places as usize);
                write!(f, "{sign}{whole}.{fraction}")
            }
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

impl fmt::Debug for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equality_is_of_value_and_display_is_decimal_where_it_can_be() {
        assert_eq!(Rational::parse("0.50"), Rational::new(1, 2));
        assert_eq!(
            Rational::parse("12500"),
            Rational::decimal(125, 0).and_then(|v| v.times(100.into()))
        );
        assert_eq!(Rational::parse("-0.025").map(|v| v.to_string()).as_deref(), Some("-0.025"));
        assert_eq!(Rational::new(2, 6).map(|v| v.to_string()).as_deref(), Some("1/3"));
        assert_eq!(Rational::new(1, 0), None);
        assert_eq!(Rational::from_int(i64::MAX).times(2.into()), None);
    }
}
