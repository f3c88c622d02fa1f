//! Ranges: two figures that are the ends of one stretch, "5–10", "between 18 and 29".

use super::figure::{Figure, behind};
use super::measure::unit_at;
use super::passage::Passage;
use super::phrases::without_end;
use super::quantity::Unit;
use super::word::Folded;
use super::{Form, Magnitude, Rational};
use crate::span::Span;

/// Joins the two ends of a range: "5–10", "70 to 90", "between 18 and 29".
pub(super) fn join_ranges(passage: &Passage, figures: &mut Vec<Figure>) {
    if figures.len() < 2 {
        return;
    }
    let (mut index, mut joined) = (0, 0);
    while let Some(&figure) = figures.get(index) {
        index += 1;
        let next = figures.get(index).copied();
        let range = next.filter(|next| may_span(&figure, next)).and_then(|next| {
            let chained = figures.get(index + 1).is_some_and(|third| {
                is_dash(&passage.text[next.span.end..third.span.start.max(next.span.end)])
            }) || figures[..joined].last().is_some_and(|last| {
                last.span.end <= figure.span.start
                    && is_dash(&passage.text[last.span.end..figure.span.start])
            });
            range(passage, &figure, &next).filter(|_| !chained)
        });
        index += usize::from(range.is_some());
        figures[joined] = range.unwrap_or(figure);
        joined += 1;
    }
    figures.truncate(joined);
}

/// The longest gap between the ends of a range, in bytes.
const LONGEST_GAP: usize = 24;

/// Whether two figures stand near enough to be the ends of a range.
fn may_span(first: &Figure, last: &Figure) -> bool {
    last.span.start.saturating_sub(first.span.end) <= LONGEST_GAP
}

fn is_dash(gap: &str) -> bool {
    matches!(
        gap.trim_matches([' ', '\u{a0}', '.']),
        "-" | "–" | "—" | "−" | "‑" | "־" | "‐" | "～" | "~" | "〜"
    )
}

fn range(passage: &Passage, first: &Figure, last: &Figure) -> Option<Figure> {
    let counts = |figure: &Figure| {
        figure.unit.is_none()
            && !figure.decade
            && matches!(figure.form, Form::Cardinal | Form::Fraction)
    };
    let dual = first.unit.filter(|_| is_same_unit(passage, first, last));
    let first = &Figure { unit: first.unit.filter(|_| dual.is_none()), ..*first };
    if !counts(first)
        || first.magnitude.high.is_some()
        || last.decade
        || matches!(last.form, Form::Ordinal | Form::Vague)
    {
        return None;
    }
    let gap = passage.text.get(first.span.end..last.span.start)?;
    if !(is_dash(gap) || is_worded(passage, first, gap) || is_season(first, last, gap)) {
        return None;
    }
    let mut low = first.magnitude.low;
    let mut high = last.magnitude.low;
    if first.scale == Rational::ONE && last.scale != Rational::ONE {
        let scaled = low.times(last.scale)?;
        if scaled < high {
            low = scaled;
        }
    }
    if let (Some(4), Some(2), Some(year), Some(short)) =
        (first.plain, last.plain, low.to_int(), high.to_int())
        && year % 100 < short
        && (1100..2100).contains(&year)
    {
        high = (year - year % 100 + short).into();
    }
    (low < high).then(|| Figure {
        span: Span::new(first.span.start, last.span.end),
        magnitude: Magnitude::range(low, high),
        strength: first.strength.max(last.strength),
        unit: last.unit,
        form: Form::Cardinal,
        ..*first
    })
}

/// Whether a figure that says itself what it counts and one that a unit follows count the same:
/// "שבועיים עד ארבעה שבועות".
fn is_same_unit(passage: &Passage, first: &Figure, last: &Figure) -> bool {
    let Some(unit) = first.unit.filter(|_| last.unit.is_none()) else { return false };
    let next = behind(passage, last.span.end);
    next > last.span.end
        && unit_at(passage, next).is_some_and(|(other, _)| other == Unit::plain(unit))
}

/// Whether two figures are a year and the next: "1998/99", "2018/2019".
fn is_season(first: &Figure, last: &Figure, gap: &str) -> bool {
    let (Some(year), Some(next)) = (first.whole(), last.whole()) else { return false };
    let follows = match last.plain {
        Some(2) => next == (year + 1) % 100 && next > 0,
        _ => next == year + 1,
    };
    gap == "/" && first.plain == Some(4) && (1100..2100).contains(&year) && follows
}

/// Whether a gap holds the word between the ends of a range.
fn is_worded(passage: &Passage, first: &Figure, gap: &str) -> bool {
    let vocabulary = passage.vocabulary;
    let word = gap.trim_matches([' ', '\u{a0}', '-', '־', '\u{200f}', '\u{200e}']);
    let Some(folded) = Folded::new(word) else { return false };
    let word = folded.text();
    let between = |pair: &(&str, &str)| {
        pair.1 == word
            && ends_with_word(passage.before(first.span.start), pair.0, &vocabulary.prefixes)
    };
    passage.language.numerals.between.iter().any(between)
        || (vocabulary.to.contains(&word) && (word.len() > 2 || vocabulary.prefixes.is_empty()))
}

/// Whether a text ends with a word, spaces and hyphens after it aside, one word between allowed.
pub(super) fn ends_with_word(text: &str, word: &str, prefixes: &[char]) -> bool {
    let tail = text.trim_end_matches([' ', '\u{a0}', '-', '־', '$', '£', '€']);
    let ends = |tail: &str| {
        without_end(tail, word).is_some_and(|rest| {
            let rest = rest.trim_end_matches(prefixes);
            !rest.ends_with(|sign: char| sign.is_alphabetic())
        })
    };
    if ends(tail) {
        return true;
    }
    let mut signs = word.chars();
    signs.next();
    signs.next().is_some() && tail.rsplit_once(' ').is_some_and(|(rest, _)| ends(rest))
}
