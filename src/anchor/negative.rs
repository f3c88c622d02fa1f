//! Numbers below nought in words: "minus 12", "12 degrees below zero", "12 kuldegrader".

use super::figure::Figure;
use super::passage::Passage;
use super::vocabulary::Vocabulary;
use super::word::{Folded, after_spaces, phrase_length, word_at};
use super::word_type::Hints;
use super::{Form, Magnitude, Rational};
use crate::knowledge::units::Dimension;
use crate::lang::cold::ColdWords;
use crate::span::Span;

/// Negates the figures that are said to be below nought.
pub(super) fn read(passage: &Passage, figures: &mut Vec<Figure>) {
    if !passage.has(Hints::COLD) {
        return;
    }
    let cold = ColdWords::of(passage.language);
    let mut index = 0;
    while index < figures.len() {
        let figure = figures[index];
        let previous = index.checked_sub(1).map(|index| figures[index].span);
        index += 1;
        let positive = figure.magnitude.low > Rational::ZERO;
        if !positive || figure.form != Form::Cardinal || figure.decade {
            continue;
        }
        let minus = minus_before(passage, cold, figure.span, previous)
            .filter(|_| figure.magnitude.high.is_none());
        let zero =
            if minus.is_none() { below_nought(passage, cold, figure.span.end) } else { None };
        if minus.is_none() && zero.is_none() {
            continue;
        }
        let Some(magnitude) = negated(figure.magnitude) else { continue };
        let start = minus.unwrap_or(figure.span.start);
        let span = Span::new(start, figure.span.end);
        figures[index - 1] = Figure { magnitude, span, plain: None, ..figure };
        if let Some(end) = zero {
            figures.retain(|other| {
                other.span.start < figure.span.end
                    || other.span.start >= end
                    || other.magnitude.low != Rational::ZERO
            });
        }
    }
}

/// Whether a word may put a number below nought.
pub(super) fn may_be(word: &str, vocabulary: &Vocabulary) -> bool {
    let Some(lower) = Folded::new(word) else { return false };
    let (lower, minus) = (lower.text(), vocabulary.language.numerals.minus);
    !minus.is_empty() && lower.ends_with(minus)
        || vocabulary.cold.iter().any(|last| lower.starts_with(last))
}

/// The magnitude below nought, the colder end of a range first.
fn negated(magnitude: Magnitude) -> Option<Magnitude> {
    let magnitude = magnitude.map(|value| Some(value.negated()))?;
    Some(match magnitude.high {
        Some(high) => Magnitude { low: high, high: Some(magnitude.low), ..magnitude },
        None => magnitude,
    })
}

/// Where the word for minus begins that stands before a figure; behind another figure it is a
/// subtraction.
fn minus_before(
    passage: &Passage,
    cold: &ColdWords,
    figure: Span,
    previous: Option<Span>,
) -> Option<usize> {
    let text = passage.before(figure.start);
    let trimmed = text.trim_end_matches([' ', '\u{a0}', '\u{202f}', '-', '־']);
    if trimmed.len() == text.len() {
        return None;
    }
    let from = trimmed
        .rfind(|sign: char| !sign.is_alphabetic())
        .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
    let word = Folded::new(&trimmed[from..])?;
    let bare = word.text().strip_prefix(['ב', 'ל', 'ו', 'ה', 'מ']);
    let minus = passage.language.numerals.minus;
    let is_minus =
        minus == word.text() || !passage.vocabulary.prefixes.is_empty() && bare == Some(minus);
    if !is_minus {
        return None;
    }
    let start = passage.span.start + from;
    let head = text[..from].trim_end();
    let apostrophes = ['\'', '’'];
    let before = head
        .rsplit(|sign| sign == ' ' || sign == '\u{a0}' || apostrophes.contains(&sign))
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let subtracts = previous.is_some_and(|previous| {
        passage.text.get(previous.end..start).is_none_or(|gap| gap.trim().is_empty())
    });
    let is_else = cold.not_minus.contains(&&*before) || head.ends_with(apostrophes);
    (!subtracts && !is_else).then_some(start)
}

/// Where a phrase such as "degrees below zero" ends that begins at `at`.
fn below_nought(passage: &Passage, cold: &ColdWords, at: usize) -> Option<usize> {
    let end = passage.span.end;
    let from = after_spaces(passage.text, at, end);
    if from == at || cold.below.is_empty() {
        return None;
    }
    let phrase_at = |at: usize, phrases: &[&str]| {
        let rest = passage.rest(at);
        phrases.iter().find_map(|phrase| Some(at + phrase_length(rest, phrase)?))
    };
    if let Some(end) = phrase_at(from, cold.degrees) {
        return Some(end);
    }
    let behind = behind_degrees(passage, from);
    let named =
        cold.below.iter().copied().filter(|phrase| behind.is_some() || phrase.contains(' '));
    phrase_at(behind.unwrap_or(from), &named.collect::<Vec<_>>())
}

/// The byte behind "degrees" or "°C" and the spaces after it.
fn behind_degrees(passage: &Passage, at: usize) -> Option<usize> {
    let (text, end) = (passage.text, passage.span.end);
    let mut at = at;
    if passage.rest(at).starts_with('°') {
        at += '°'.len_utf8();
        let scale = word_at(text, at, end);
        return Some(after_spaces(text, scale.end, end));
    }
    let is_scale = |name: &str| {
        passage.vocabulary.unit(name).is_some_and(|unit| {
            matches!(unit.of.row().dimension, Dimension::Degree | Dimension::Temperature)
        })
    };
    let mut found = None;
    for _ in 0..2 {
        let word = word_at(text, at, end);
        let folded = Folded::new(word.of(text))?;
        let name = folded.text();
        if word.is_empty() || !(is_scale(name) || is_scale(name.trim_end_matches('s'))) {
            break;
        }
        at = after_spaces(text, word.end, end);
        found = Some(at);
    }
    found
}
