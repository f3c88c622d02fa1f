//! What a text says about a value: "more than", "up to", "about", and where the words for it say
//! something else.

use super::passage::Passage;
use super::quantity::Unit;
use super::word::is_letter;
use super::{Anchor, Comparator, Value};
use crate::knowledge::units::Dimension;

/// A text without the spaces and hyphens at its end.
pub(super) fn without_gap(text: &str) -> &str {
    // As most text is.
    if let [.., b'a'..=b'z', b' '] = text.as_bytes() {
        return &text[..text.len() - 1];
    }
    text.trim_end_matches([' ', '\u{a0}', '\u{202f}', '-', '־'])
}

/// What is said about the value that stands from `start` to `end`.
pub(super) fn comparator(passage: &Passage, start: usize, end: usize) -> Comparator {
    let vocabulary = passage.vocabulary;
    let before = without_gap(passage.before(start));
    let sign = match before.chars().next_back() {
        Some('<') => Some(Comparator::Less),
        Some('>') => Some(Comparator::More),
        Some('≤' | '⩽') => Some(Comparator::AtMost),
        Some('≥' | '⩾') => Some(Comparator::AtLeast),
        Some('~' | '≈' | '∼') => Some(Comparator::About),
        _ => None,
    };
    if let Some(sign) = sign {
        return sign;
    }
    let whole = |rest: &str| !rest.trim_end_matches(['ו', 'ש']).ends_with(is_letter);
    let mut found = vocabulary.before.ending(before).filter(|(rest, _)| whole(rest));
    let mut about = false;
    if let Some((rest, sign)) = found.find(|(_, sign)| {
        about |= **sign == Comparator::About;
        **sign != Comparator::About
    }) {
        return if is_reached(passage, rest, &before[rest.len()..]) {
            Comparator::Equal
        } else {
            *sign
        };
    }
    let rest = passage.rest(end);
    if rest.starts_with('+') {
        return Comparator::AtLeast;
    }
    if rest.starts_with([' ', '\u{a0}'])
        && let Some((_, sign)) = vocabulary.after.beginning(rest.trim_start()).next()
    {
        return *sign;
    }
    if about { Comparator::About } else { Comparator::Equal }
}

/// Whether "to" gives what a change arrives at and no bound: Dutch "verhoogd tot 10 mg". `before` is
/// the text up to the word.
fn is_reached(passage: &Passage, before: &str, word: &str) -> bool {
    if passage.language.code != "nl" || !word.eq_ignore_ascii_case("tot") {
        return false;
    }
    let last = before.trim_end().rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    CHANGES.iter().any(|change| last.eq_ignore_ascii_case(change))
}

/// Dutch words for a change, and the particles that end one.
const CHANGES: &[&str] = &[
    "af", "afgenomen", "daalde", "daalden", "daalt", "dalen", "gedaald", "gegroeid", "gestegen",
    "groeide", "groeit", "op", "opgelopen", "steeg", "stegen", "stijgen", "stijgt", "terug",
    "teruggebracht", "toe", "toegenomen", "uitgebreid", "verdubbeld", "verhogen", "verhoogd",
    "verhoogde", "verlaagd", "verlaagde", "verlagen", "verminderd", "verminderde", "verminderen",
];

/// Whether "over" or "under" before a duration says how long something lasts: "15 ml/kg over 30
/// minutes", Swedish "under 30 minuter". `dose` is the quantity before it, if there is one.
pub(super) fn lasts(passage: &Passage, start: usize, unit: Unit, dose: Option<&Anchor>) -> bool {
    if unit.of.row().dimension != Dimension::Time {
        return false;
    }
    let before = without_gap(passage.before(start));
    let word = before.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let head = before[..before.len() - word.len()].trim_end();
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    match passage.language.code {
        "sv" if is("under") => {
            let last = head.rsplit(' ').next().unwrap_or_default();
            !["på", "i", "till"].contains(&last)
        }
        "en" | "nb" | "nn" | "da" | "nl" | "sv" | "de"
            if is("over") || is("över") || word.to_lowercase() == "über" =>
        {
            follows_dose(passage, passage.span.start + head.len(), dose)
        }
        _ => false,
    }
}

/// The longest way from a dose to how long it is given over, in bytes.
const LONGEST_WAY: usize = 40;

/// Whether a dose stands shortly before the byte `at`, and no word that another duration hangs on.
fn follows_dose(passage: &Passage, at: usize, dose: Option<&Anchor>) -> bool {
    let Some((dose, Value::Quantity(quantity))) = dose.map(|dose| (dose, &dose.value)) else {
        return false;
    };
    let way = passage.text.get(dose.span.end..at).unwrap_or(".");
    let last = way.rsplit(' ').next().unwrap_or_default();
    quantity.is_dose()
        && way.len() <= LONGEST_WAY
        && !way.contains(['.', ';', ':', '!', '?'])
        && !BEFORE_DURATION.contains(&last)
}

/// Words behind which "over" compares: "for over two hours".
const BEFORE_DURATION: &[&str] = &[
    "after", "efter", "etter", "for", "i", "in", "just", "na", "nach", "of", "på", "seit", "since",
    "til", "till", "tot", "van", "von", "well",
];
