//! Numbers with a power of ten: "3.2 × 10⁹", "1.5·10^-3", "10⁶".

use super::Rational;
use super::digits::{self, Numeral};
use crate::lang::Orthography;
use crate::lang::height::raised_digit;

/// The numeral that ends in `text` before `numeral.end`, with the power of ten behind it taken in.
/// `at` is its first byte.
pub(super) fn raised(
    text: &str,
    at: usize,
    numeral: Numeral,
    orthography: &Orthography,
) -> Numeral {
    times_power(text, at, numeral, orthography)
        .or_else(|| power(text, at, numeral))
        .unwrap_or(numeral)
}

/// "3.2 × 10⁹"; "2·10⁻³", whose point was read as a decimal one.
fn times_power(
    text: &str,
    at: usize,
    numeral: Numeral,
    orthography: &Orthography,
) -> Option<Numeral> {
    let dotted = text.get(at..numeral.end)?.strip_suffix("·10");
    if let Some(mantissa) = dotted {
        let (exponent, end) = exponent(text, numeral.end)?;
        let bytes = &text.as_bytes()[..at + mantissa.len()];
        let mantissa = digits::numeral(bytes, at, orthography)?;
        return scaled(mantissa, exponent, end);
    }
    let rest = text.get(numeral.end..)?;
    let behind = rest.trim_start_matches(SPACES);
    let ten = behind.strip_prefix(['×', 'x', '·', '∙', '⋅', '*'])?.trim_start_matches(SPACES);
    let ten = ten.strip_prefix("10")?;
    let (exponent, end) = exponent(text, text.len() - ten.len())?;
    scaled(numeral, exponent, end)
}

const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// "10⁶", "10^-3".
fn power(text: &str, at: usize, numeral: Numeral) -> Option<Numeral> {
    let ten = text.get(at..numeral.end)? == "10";
    let caret = text.get(numeral.end..)?.starts_with('^');
    let (exponent, end) = exponent(text, numeral.end).filter(|_| ten)?;
    // "10²" may carry a note.
    let sure = caret || !(0..3).contains(&exponent);
    scaled(Numeral { value: Some(Rational::ONE), ..numeral }, exponent, end).filter(|_| sure)
}

fn scaled(numeral: Numeral, exponent: i32, end: usize) -> Option<Numeral> {
    let power = Rational::from_int(10_i64.checked_pow(exponent.unsigned_abs())?);
    let scale = |value: Rational| {
        if exponent < 0 { value.over(power) } else { value.times(power) }
    };
    Some(Numeral {
        end,
        value: Some(numeral.value.and_then(scale)?),
        alternative: numeral.alternative.and_then(scale),
        plain: None,
    })
}

/// The exponent that begins at a byte, raised or behind a caret, and where it ends.
fn exponent(text: &str, at: usize) -> Option<(i32, usize)> {
    let rest = text.get(at..)?;
    let caret = rest.strip_prefix('^');
    let signs = caret.unwrap_or(rest);
    let minus = signs.strip_prefix(['-', '−', '⁻']);
    let digits = minus.unwrap_or(signs);
    let value = |sign: char| match caret {
        Some(_) => sign.to_digit(10),
        None => raised_digit(sign),
    };
    let (mut exponent, mut length) = (0, 0);
    for sign in digits.chars().take(3) {
        let Some(digit) = value(sign) else { break };
        exponent = exponent * 10 + digit;
        length += sign.len_utf8();
    }
    let raised_minus = caret.is_some() || minus.is_none() || signs.starts_with('⁻');
    let exponent = i32::try_from(exponent).ok().filter(|_| length > 0 && raised_minus)?;
    let end = text.len() - digits.len() + length;
    Some((if minus.is_some() { -exponent } else { exponent }, end))
}
