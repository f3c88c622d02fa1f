//! Numbers whose parts stand apart and are one value: years said as two pairs of digits ("nineteen
//! eighty-four", "nineteen oh five"), Danish "to et halvt", Hebrew "שנים עשר".

use super::figure::Figure;
use super::passage::Passage;
use super::{Form, Magnitude, Rational, Strength};
use crate::span::Span;

/// Joins such parts.
pub(super) fn join(passage: &Passage, figures: &mut Vec<Figure>) {
    match passage.language.code {
        "he" => twelves(passage, figures),
        "en" | "nb" | "nn" | "sv" | "da" | "de" | "nl" => pairs(passage, figures),
        "fr" => half_dozens(passage, figures),
        _ => {}
    }
}

fn pairs(passage: &Passage, figures: &mut Vec<Figure>) {
    let mut index = 0;
    while index + 1 < figures.len() {
        let (first, last) = (figures[index], figures[index + 1]);
        let joined = year(passage, &first, &last).or_else(|| with_a_half(passage, &first, &last));
        if let Some(joined) = joined {
            figures[index] = joined;
            figures.remove(index + 1);
        }
        index += 1;
    }
}

/// "Une demi-douzaine".
fn half_dozens(passage: &Passage, figures: &mut Vec<Figure>) {
    let mut index = 0;
    while index + 1 < figures.len() {
        let (first, last) = (figures[index], figures[index + 1]);
        let is_half = first.form == Form::Fraction
            && Some(first.magnitude.low) == Rational::new(1, 2)
            && passage.text.get(first.span.end..last.span.start) == Some("-");
        if is_half && last.form == Form::Vague && last.magnitude.low == Rational::from_int(12) {
            figures[index] = Figure {
                span: Span::new(first.span.start, last.span.end),
                magnitude: Magnitude::exactly(6.into()),
                form: Form::Cardinal,
                strength: Strength::Firm,
                ..first
            };
            figures.remove(index + 1);
        }
        index += 1;
    }
}

/// "Nineteen eighty-four".
fn year(passage: &Passage, first: &Figure, last: &Figure) -> Option<Figure> {
    let century = in_words(passage, first).filter(|value| (11..=20).contains(value))?;
    let year = in_words(passage, last)?;
    let gap = passage.text.get(first.span.end..last.span.start)?;
    let fits = match gap {
        " " | "-" | "\u{a0}" => (10..100).contains(&year),
        " oh " | " o " | " oh-" | "-oh-" => {
            (1..10).contains(&year) && passage.language.code == "en"
        }
        _ => false,
    };
    let value = century * 100 + year;
    fits.then(|| Figure {
        span: Span::new(first.span.start, last.span.end),
        magnitude: Magnitude::exactly(value.into()),
        plain: Some(4),
        strength: Strength::Firm,
        ..*first
    })
}

/// Danish "to et halvt år", where "og" may be left out.
fn with_a_half(passage: &Passage, first: &Figure, last: &Figure) -> Option<Figure> {
    let whole = in_words(passage, first).filter(|value| (2..10).contains(value))?;
    let half = Rational::new(1, 2)?;
    let text = last.span.of(passage.text);
    let fits = passage.language.code == "da"
        && passage.text.get(first.span.end..last.span.start) == Some(" ")
        && last.form == Form::Fraction
        && last.magnitude.low == half
        && (text.starts_with("et ") || text.starts_with("en "));
    fits.then_some(Figure {
        span: Span::new(first.span.start, last.span.end),
        magnitude: Magnitude::exactly(Rational::from_int(whole).plus(half)?),
        ..*first
    })
}

/// A whole number in words that counts without a unit.
fn in_words(passage: &Passage, figure: &Figure) -> Option<i64> {
    let spoken = !figure.span.of(passage.text).contains(|sign: char| sign.is_ascii_digit());
    let plain = figure.form == Form::Cardinal
        && figure.unit.is_none()
        && figure.scale == Rational::ONE
        && figure.magnitude.high.is_none();
    figure.magnitude.low.to_int().filter(|_| plain && spoken)
}

/// "שנים עשר", whose first word alone means "years".
fn twelves(passage: &Passage, figures: &mut [Figure]) {
    let mut taken = passage.span.start;
    for figure in figures {
        let before = passage.before(figure.span.start);
        let word = before.trim_end_matches([' ', '\u{a0}', '-', '־']);
        let head = word.strip_suffix("שנים").or_else(|| word.strip_suffix("שניים"));
        if let Some(head) = head
            && word.len() < before.len()
            && matches!(figure.span.of(passage.text), "עשר" | "עשרה")
            && figure.magnitude.low == Rational::from_int(10)
            && !head.ends_with(|sign: char| {
                sign.is_alphabetic() && !passage.vocabulary.prefixes.contains(&sign)
            })
            && passage.span.start + head.len() >= taken
        {
            figure.span.start = passage.span.start + head.len();
            figure.magnitude = Magnitude::exactly(12.into());
            figure.strength = Strength::Firm;
        }
        taken = figure.span.end;
    }
}
