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

/// Words for "every" before an ordinal.
fn every(code: &str) -> &'static [&'static str] {
    match code {
        "en" => &["every", "each"],
        "nb" | "da" => &["hver", "hvert"],
        "nn" => &["kvar", "kvart"],
        "sv" => &["var", "vart", "varje"],
        "de" => &["jeden", "jede", "jedes", "jeder"],
        "nl" => &["elke", "elk", "iedere", "ieder"],
        _ => &[],
    }
}

/// Words that are "every other" in one.
const EVERY_OTHER: &[&str] =
    &["annenhver", "annethvert", "annakvar", "annankvar", "annakvart", "varannan", "vartannat"];

/// Words for "every" before a number of units of time, in lower case.
fn every_so_many(code: &str) -> &'static [&'static str] {
    match code {
        "de" => &["alle", "aller"],
        "nl" => &["om de", "elke", "iedere"],
        "fr" => &["toutes les", "tous les", "chaque"],
        "he" => &["כל", "בכל", "מדי", "אחת ל", "אחת ל-", "פעם ב", "פעם ב-"],
        code => every(code),
    }
}

/// Whether a duration comes back, by its own words or by those before it.
pub(super) fn is_said(text: &str, before: &str, language: &Language) -> bool {
    let first = text.split([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
    let (phrases, _) = every_other(language.code);
    if EVERY_OTHER.contains(&&*first)
        || phrases.iter().any(|phrase| phrase_length(text, phrase).is_some())
        || text.contains(" sur ")
        || text.contains(" su ")
    {
        return true;
    }
    let before = before.trim_end();
    let said =
        |phrase: &&str| without_end(before, phrase).is_some_and(|rest| !rest.ends_with(is_letter));
    every(language.code).iter().chain(every_so_many(language.code)).any(said)
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
    let mut every = every(passage.language.code).iter();
    if !EVERY_OTHER.contains(&word.text()) && !every.any(|every| last.eq_ignore_ascii_case(every)) {
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

/// Phrases before a unit of time that say "every other" without a word that counts, and how sure
/// they are: Dutch "om de dag" is also "for the day".
fn every_other(code: &str) -> (&'static [&'static str], Strength) {
    match code {
        "en" => (&["every other"], Strength::Firm),
        "nl" => (&["om de andere", "om de"], Strength::Weak),
        _ => (&[], Strength::Firm),
    }
}

/// Whether a word may begin a phrase for "every other".
pub(super) fn may_begin(word: &str, language: &Language) -> bool {
    let (phrases, _) = every_other(language.code);
    let first =
        |phrase: &&str| phrase.split(' ').next().is_some_and(|it| word.eq_ignore_ascii_case(it));
    phrases.iter().any(first)
}

/// Gives "every other day" where no figure says it.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    if !passage.has(Hints::EVERY) {
        return;
    }
    let (phrases, strength) = every_other(passage.language.code);
    for phrase in phrases {
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
    let in_ = match passage.language.code {
        "fr" => " sur ",
        "it" => " su ",
        _ => return None,
    };
    let from = end + in_.len();
    let figure = passage.figures.iter().find(|figure| figure.span.start == from)?;
    let fits = is_time(unit)
        && one.magnitude == Magnitude::exactly(Rational::ONE)
        && passage.text.get(end..from) == Some(in_)
        && figure.form == Form::Cardinal
        && figure.unit.is_none();
    fits.then_some((figure.magnitude.low, figure.span.end))
}
