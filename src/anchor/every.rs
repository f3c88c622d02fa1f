//! "Every other day", "hver åttende time", "un jour sur deux": what comes back after a time.

use super::figure::{Figure, behind};
use super::measure::unit_at;
use super::passage::Passage;
use super::phrases::without_end;
use super::quantity::{Quantity, Unit};
use super::word::{Folded, is_letter, phrase_length, word_at};
use super::word_type::Hints;
use super::{Anchor, Form, Magnitude, Rational, Strength, Value};
use crate::knowledge::units::Dimension;
use crate::lang::Language;
use crate::span::Span;

/// Whether a duration comes back, by its own words or by those before it.
pub(super) fn is_said(text: &str, before: &str, language: &Language) -> bool {
    let first = text.split([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
    let dosing = &language.numerals.dosing;
    if dosing.every_other.contains(&&*first)
        || dosing.every_other_phrases.iter().any(|phrase| phrase_length(text, phrase).is_some())
        || !dosing.one_in.is_empty() && text.contains(dosing.one_in)
    {
        return true;
    }
    let before = before.trim_end();
    let said =
        |phrase: &&str| without_end(before, phrase).is_some_and(|rest| !rest.ends_with(is_letter));
    dosing.every.iter().chain(dosing.every_so_many).any(said)
}

/// The unit of time that an ordinal counts, and where it ends: "every third week" comes back after
/// three weeks.
pub(super) fn period(passage: &Passage, figure: &Figure) -> Option<(Unit, usize)> {
    let (text, end) = (passage.text, figure.span.end);
    let dotted = figure.plain.is_some() && passage.rest(end).starts_with(". ");
    if !(figure.form == Form::Ordinal || dotted) {
        return None;
    }
    let word = Folded::new(figure.span.of(text))?;
    let before = passage.before(figure.span.start).trim_end_matches([' ', '\u{a0}']);
    let last = before.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let dosing = &passage.language.numerals.dosing;
    let every = |last: &str| dosing.every.iter().any(|every| last.eq_ignore_ascii_case(every));
    if !dosing.every_other.contains(&word.text()) && !every(last) {
        return None;
    }
    time_at(passage, behind(passage, end + usize::from(dotted)))
}

/// The unit of time whose name begins at `at`, and where it ends.
fn time_at(passage: &Passage, at: usize) -> Option<(Unit, usize)> {
    unit_at(passage, at)
        .filter(|(unit, _)| is_time(*unit))
        .filter(|_| !word_at(passage.text, at, passage.span.end).is_empty())
}

fn is_time(unit: Unit) -> bool {
    matches!(unit.of.row().dimension, Dimension::Time | Dimension::Calendar)
}

/// Whether a word may begin a phrase for "every other".
pub(super) fn may_begin(word: &str, language: &Language) -> bool {
    let phrases = language.numerals.dosing.every_other_phrases;
    let first =
        |phrase: &&str| phrase.split(' ').next().is_some_and(|it| word.eq_ignore_ascii_case(it));
    phrases.iter().any(first)
}

/// Gives "every other day" where no figure says it.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    if !passage.has(Hints::EVERY) {
        return;
    }
    let dosing = &passage.language.numerals.dosing;
    let strength = if dosing.every_other_is_sure { Strength::Firm } else { Strength::Weak };
    for phrase in dosing.every_other_phrases {
        // The first letter may be a capital.
        let tail = &phrase[1..];
        for (found, _) in passage.segment().match_indices(tail).filter(|(found, _)| *found > 0) {
            let start = passage.span.start + found - 1;
            let Some(rest) = passage.text.get(start..passage.span.end) else { continue };
            let Some(length) = phrase_length(rest, phrase) else { continue };
            let whole = !passage.before(start).ends_with(char::is_alphanumeric);
            let unit = time_at(passage, behind(passage, start + length));
            let Some((unit, end)) = unit.filter(|_| whole) else { continue };
            let span = Span::new(start, end);
            if passage.language.code == "nl" && is_purpose(&passage.text[end..passage.span.end]) {
                continue;
            }
            if anchors.iter().any(|other| other.span.overlaps(span)) {
                continue;
            }
            let quantity = Quantity { magnitude: Magnitude::exactly(2.into()), unit };
            anchors.push(Anchor { value: Value::Quantity(quantity), span, strength });
        }
    }
}

/// Whether the clause goes on with the infinitive that Dutch "om" has where it says what for: "om de
/// dag goed te beginnen". What follows "te" elsewhere, as "te laat", does not end in -n.
fn is_purpose(rest: &str) -> bool {
    let clause = rest.split([',', '.', ';', ':', '!', '?', '(', ')']).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().collect();
    words.windows(2).any(|pair| pair[0] == "te" && pair[1].ends_with('n'))
}

/// How many units there are to one of a kind, and where that ends: "un jour sur deux" comes back
/// after two days.
pub(super) fn one_in(
    passage: &Passage,
    one: &Figure,
    unit: Unit,
    end: usize,
) -> Option<(Rational, usize)> {
    let in_ = passage.language.numerals.dosing.one_in;
    let from = end + in_.len();
    let figure = passage.figures.iter().find(|figure| figure.span.start == from)?;
    let fits = !in_.is_empty()
        && is_time(unit)
        && one.magnitude == Magnitude::exactly(Rational::ONE)
        && passage.text.get(end..from) == Some(in_)
        && figure.form == Form::Cardinal
        && figure.unit.is_none();
    fits.then_some((figure.magnitude.low, figure.span.end))
}
