//! Quantities said in parts: "two hours and 20 minutes", "an hour and a half", "three quarters of
//! an hour", "8 kg and 200 g".

use super::figure::{Figure, behind};
use super::measure::{unit_alone, unit_at};
use super::passage::Passage;
use super::quantity::Unit;
use super::word::{Folded, phrase_length, word_at};
use super::{Form, Rational};
use crate::knowledge::units::Dimension;

/// What stands behind a quantity of whole units and belongs to it: its value in the base unit, its
/// own unit if it is not a fraction, and where it ends.
pub(super) fn rest_behind(
    passage: &Passage,
    unit: Unit,
    whole: Rational,
    end: usize,
) -> Option<(Rational, Option<Unit>, usize)> {
    whole.to_int()?;
    if !comes_in_parts(unit) {
        return None;
    }
    let figures = &passage.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.span.start < end))?;
    let joint = joint(passage, end, figure.span.start)?;
    if figure.magnitude.high.is_some() || figure.decade {
        return None;
    }
    if figure.form == Form::Fraction {
        let is_of_else = unit_alone(passage, figure).is_some() || is_share(passage, figure);
        let part = figure.magnitude.low;
        return (joint == Joint::And && !is_of_else && part < Rational::ONE).then_some((
            unit.to_base(part)?,
            None,
            figure.span.end,
        ));
    }
    let (smaller, stop) = unit_alone(passage, figure).filter(|_| figure.form == Form::Cardinal)?;
    if smaller.per != [None, None] || smaller.dimensions() != unit.dimensions() {
        return None;
    }
    let size = unit.to_base(Rational::ONE)?;
    let part = smaller.to_base(figure.magnitude.low)?;
    let one = smaller.to_base(Rational::ONE)?;
    // "12 km and 4 cm" are two lengths.
    let is_part = one < size && part < size && size <= one.times(1000.into())?;
    is_part.then_some((part, Some(smaller), stop))
}

/// Whether the values of a unit are said in larger and smaller units.
fn comes_in_parts(unit: Unit) -> bool {
    let dimension = unit.of.row().dimension;
    let feet = matches!(unit.of.row().id, "foot" | "inch");
    unit.per == [None, None]
        && !feet
        && matches!(
            dimension,
            Dimension::Time | Dimension::Calendar | Dimension::Mass | Dimension::Length
        )
}

/// What joins two parts of a quantity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Nothing but a space.
    Space,
    /// "And", with or without an article.
    And,
}

/// What stands between two parts, if they may belong together.
fn joint(passage: &Passage, from: usize, to: usize) -> Option<Joint> {
    let gap = passage.text.get(from..to)?;
    if gap.len() > 16 || !gap.starts_with([' ', '\u{a0}', '\u{202f}']) {
        return None;
    }
    let vocabulary = passage.vocabulary;
    let gap = gap.trim_matches([' ', '\u{a0}', '\u{202f}', '-', '־']);
    if gap.is_empty() {
        return Some(Joint::Space);
    }
    if !vocabulary.prefixes.is_empty() {
        return gap.chars().eq(vocabulary.prefixes.first().copied()).then_some(Joint::And);
    }
    let mut words = gap.split([' ', '\u{a0}']);
    let joins = |word: &str| {
        let word = Folded::new(word);
        word.and_then(|word| vocabulary.senses(word.text())).is_some_and(|senses| senses.joiner)
    };
    let is_article = |word: &str| is_article(passage, word);
    (joins(words.next()?) && words.all(is_article)).then_some(Joint::And)
}

fn is_article(passage: &Passage, word: &str) -> bool {
    let word = Folded::new(word);
    word.and_then(|word| passage.vocabulary.senses(word.text()))
        .is_some_and(|senses| senses.article)
}

/// Whether a fraction is a share of what follows: "half of the members".
fn is_share(passage: &Passage, fraction: &Figure) -> bool {
    let text = fraction.span.of(passage.text).to_lowercase();
    let before = passage.before(fraction.span.start).trim_end();
    let article = is_article(passage, before.rsplit(' ').next().unwrap_or_default());
    let rest = passage.rest(fraction.span.end).trim_start();
    passage.language.numerals.shares.contains(&&*text)
        || passage.language.code == "en" && !article && phrase_length(rest, "of").is_some()
}

/// The single unit that a fraction adds to, and where it begins: "an hour and a half", "שעה וחצי".
pub(super) fn one_before(passage: &Passage, fraction: &Figure) -> Option<(Unit, usize)> {
    if fraction.form != Form::Fraction
        || fraction.magnitude.low >= Rational::ONE
        || is_share(passage, fraction)
    {
        return None;
    }
    let vocabulary = passage.vocabulary;
    let word_before = |at: usize| {
        let before = passage.before(at).trim_end_matches([' ', '\u{a0}', '\u{202f}']);
        let from = before
            .char_indices()
            .rev()
            .take_while(|(_, sign)| sign.is_alphabetic() || matches!(sign, '"' | '״'))
            .last()?
            .0;
        Some(passage.span.start + from)
    };
    let prefixed = !vocabulary.prefixes.is_empty();
    let mut at = fraction.span.start;
    if prefixed {
        at -= vocabulary
            .prefixes
            .first()
            .filter(|and| passage.before(at).ends_with(**and))?
            .len_utf8();
    } else {
        let word = |at: usize| word_at(passage.text, at, fraction.span.start).of(passage.text);
        at = word_before(at)?;
        if is_article(passage, word(at)) {
            at = word_before(at)?;
        }
        let senses = Folded::new(word(at))?;
        vocabulary.senses(senses.text()).filter(|senses| senses.joiner)?;
    }
    let start = word_before(at)?;
    let name = passage.text[start..at].trim_end();
    let folded = Folded::new(name)?;
    let whole = folded.text();
    let plural = prefixed && (whole.ends_with("ים") || whole.ends_with("ות"));
    let stripped = whole.strip_prefix(['ה', 'ב', 'ל', 'כ', 'מ']).filter(|_| prefixed);
    let unit = vocabulary
        .unit(whole)
        .or_else(|| stripped.and_then(|name| vocabulary.unit(name)))
        .filter(|unit| comes_in_parts(*unit) && !plural)?;
    if prefixed {
        return Some((unit, start));
    }
    let article = word_before(start)?;
    let word = word_at(passage.text, article, start).of(passage.text);
    is_article(passage, word).then_some((unit, article))
}

/// The unit behind a fraction and "of": "a quarter of an hour", "trois quarts d'heure".
pub(super) fn unit_behind_of(passage: &Passage, at: usize) -> Option<(Unit, usize)> {
    let from = behind(passage, at);
    let rest = passage.rest(from);
    let length = passage.vocabulary.of.iter().find_map(|of| phrase_length(rest, of))?;
    let mut at = behind(passage, from + length);
    let word = word_at(passage.text, at, passage.span.end);
    if is_article(passage, word.of(passage.text)) {
        at = behind(passage, word.end);
    }
    unit_at(passage, at).filter(|(unit, _)| comes_in_parts(*unit))
}
