//! What a quantity is taken per: "500 mg/day", "2 mg per kg body weight a day", "täglich 75 mg".

use super::figure::behind;
use super::measure::unit_at;
use super::passage::Passage;
use super::quantity::Unit;
use super::vocabulary::Vocabulary;
use super::word::{Folded, is_letter, phrase_length, word_at};
use super::{Form, Rational};
use crate::knowledge::units::{Dimension, UNITS, UnitId};

/// The unit of a quantity with what it is taken per, and where that ends.
pub(super) fn rate(passage: &Passage, unit: Unit, end: usize) -> (Unit, usize) {
    let (mut unit, mut end) = (unit, end);
    loop {
        let from = if unit.per == [None, None] { end } else { behind_whose(passage, end) };
        let Some((per, after)) = denominator(passage, from) else { break };
        let Some(more) = unit.per(per) else { break };
        (unit, end) = (more, after);
    }
    if unit.per == [None, None]
        && unit.of.row().dimension.is_dose()
        && let Some(per) = behind_substance(passage, end)
    {
        unit = unit.per(per).unwrap_or(unit);
    }
    (unit, end)
}

/// What a dose is taken per where its substance stands between: "50 µg levothyroxine daily", "50 µg
/// de lévothyroxine par jour".
fn behind_substance(passage: &Passage, end: usize) -> Option<UnitId> {
    let from = behind(passage, end);
    let mut word = word_at(passage.text, from, passage.span.end);
    let vocabulary = passage.vocabulary;
    if vocabulary.of.contains(&word.of(passage.text)) {
        let next = passage.rest(word.end).chars().next();
        let gap = next.filter(|gap| matches!(gap, ' ' | '\u{a0}' | '\'' | '’'))?;
        let from = word.end + gap.len_utf8();
        word = word_at(passage.text, from, passage.span.end);
    }
    let at = behind(passage, word.end);
    let is_substance = from > end
        && at > word.end
        && word.len() >= SUBSTANCE
        && vocabulary.senses_of(word.of(passage.text)).is_none()
        && !passage.figures.iter().any(|figure| figure.span.overlaps(word));
    let rest = passage.rest(at);
    let (length, unit) = vocabulary.rates.beginning(rest).next().filter(|_| is_substance)?;
    is_adverbial(vocabulary, &rest[..length]).then_some(*unit)
}

/// The shortest name of a substance, in bytes.
const SUBSTANCE: usize = 5;

fn denominator(passage: &Passage, at: usize) -> Option<(UnitId, usize)> {
    let vocabulary = passage.vocabulary;
    let rest = passage.rest(at);
    let slash = rest.chars().next().filter(|sign| matches!(sign, '/' | '⁄'));
    let plain = |(unit, end): (Unit, usize)| (unit.per == [None, None]).then_some((unit.of, end));
    if let Some(slash) = slash {
        let from = at + slash.len_utf8();
        let found = counted(passage, from).or_else(|| unit_at(passage, from).and_then(plain));
        return found.or_else(|| {
            let word = word_at(passage.text, from, passage.span.end);
            let is_day = word.of(passage.text) == passage.language.numerals.dosing.day_sign;
            Some((UnitId::named("day").filter(|_| is_day)?, word.end))
        });
    }
    let from = behind(passage, at);
    if from == at && !rest.starts_with('-') {
        return None;
    }
    let tail = passage.rest(from);
    if let Some((length, unit)) = vocabulary.rates.beginning(tail).next() {
        let next = tail[length..].trim_start();
        let is_date = next.starts_with(|sign: char| sign.is_numeric())
            || Folded::new(word_at(next, 0, next.len()).of(next))
                .and_then(|word| vocabulary.senses(word.text()))
                .is_some_and(|senses| senses.weekday.is_some() || senses.month.is_some());
        // "Om dagen 3. mai", but "täglich 10 ml".
        let dated = is_date && !is_adverbial(vocabulary, &tail[..length]);
        return (!dated).then_some((*unit, from + length));
    }
    for per in &vocabulary.per {
        let glued = !vocabulary.prefixes.is_empty() && per.chars().count() == 1;
        let length = if glued {
            tail.starts_with(per).then_some(per.len())
        } else {
            phrase_length(tail, per).filter(|&length| tail[length..].starts_with([' ', '\u{a0}']))
        };
        let Some(length) = length else { continue };
        if let Some(found) = counted(passage, behind(passage, from + length)) {
            return Some(found);
        }
        if let Some((unit, end)) = unit_at(passage, behind(passage, from + length)).and_then(plain)
        {
            let dimension = unit.row().dimension;
            let measures = matches!(
                dimension,
                Dimension::Mass
                    | Dimension::Volume
                    | Dimension::Area
                    | Dimension::Length
                    | Dimension::Substance
            );
            let times = matches!(dimension, Dimension::Time | Dimension::Calendar);
            if measures || (times && !glued) {
                return Some((unit, end));
            }
        }
    }
    None
}

/// The unit that a number of smaller ones makes, and where they end: 24 hours are a day, 100 ml a
/// decilitre.
fn counted(passage: &Passage, at: usize) -> Option<(UnitId, usize)> {
    let figures = &passage.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.span.start < at))?;
    let is_count = figure.span.start == at
        && figure.form == Form::Cardinal
        && figure.unit.is_none()
        && figure.magnitude.high.is_none();
    let (unit, end) = unit_at(passage, behind(passage, figure.span.end)).filter(|_| is_count)?;
    let dimension = unit.of.row().dimension;
    let counts = matches!(dimension, Dimension::Time | Dimension::Calendar | Dimension::Volume);
    if !counts || unit.per != [None, None] {
        return None;
    }
    let size = unit.of.to_base(figure.magnitude.low)?;
    let is_whole = |unit: &UnitId| {
        unit.row().dimension == dimension
            && WHOLES.contains(&unit.row().id)
            && unit.to_base(Rational::ONE) == Some(size)
    };
    Some(((0..UNITS.len()).filter_map(UnitId::at).find(is_whole)?, end))
}

/// Units that others are counted up to.
const WHOLES: &[&str] = &["minute", "hour", "day", "week", "month", "year", "decilitre", "litre"];

/// Where the words for the body end that begin at `at`; `at` itself if there are none.
fn behind_whose(passage: &Passage, at: usize) -> usize {
    let from = behind(passage, at);
    let rest = passage.rest(from);
    let whose = passage.language.numerals.dosing.body_weight;
    let found = whose.iter().find_map(|words| phrase_length(rest, words));
    found.map_or(at, |length| from + length)
}

/// The unit with what stands before its figure to say what it is taken per, and where that begins:
/// "täglich 75 mg". Not before `from`.
pub(super) fn leading(
    passage: &Passage,
    unit: Unit,
    start: usize,
    from: usize,
) -> Option<(Unit, usize)> {
    let is_timed =
        |per: UnitId| matches!(per.row().dimension, Dimension::Time | Dimension::Calendar);
    if !unit.of.row().dimension.is_dose() || unit.per.into_iter().flatten().any(is_timed) {
        return None;
    }
    let before = passage.before(start);
    let trimmed = before.strip_suffix([' ', '\u{a0}'])?;
    let (rest, per) = passage.vocabulary.rates_before.ending(trimmed).next()?;
    let at = passage.span.start + rest.len();
    let stands = at >= from && !rest.ends_with(is_letter);
    let dated = || is_adverbial(passage.vocabulary, trimmed.get(rest.len()..).unwrap_or_default());
    (stands && dated()).then(|| Some((unit.per(*per)?, at)))?
}

/// Whether a phrase says that something comes back wherever it stands: "daily", "every week", but
/// not "in the week".
pub(super) fn is_adverbial(vocabulary: &Vocabulary, phrase: &str) -> bool {
    let mut words = phrase.split([' ', '\u{a0}']);
    let Some(first) = words.next().and_then(Folded::new) else { return false };
    let is_alone = words.next().is_none();
    let each = vocabulary.language.numerals.dosing.each;
    is_alone && vocabulary.prefixes.is_empty() || each.contains(&first.text())
}
