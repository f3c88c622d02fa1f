//! How often something comes back: "twice a day", "every 8 hours", "weekly", "t.i.d.".
//!
//! Read from a text whose anchors are known: times per unit of time, durations behind a word for
//! "every", doses per unit of time, and adverbs that stand by themselves. Complexity: linear in the
//! text. Weakness: "once" must stand beside its unit of time.

use super::every;
use super::rate::is_adverbial;
use super::vocabulary::Vocabulary;
use super::word::{after_spaces, is_letter, phrase_length};
use super::{Anchor, Quantity, Rational, Value};
use crate::knowledge::units::{Dimension, UnitId};
use crate::lang::Language;
use crate::span::Span;

/// How a frequency is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// By a number of times: "twice a day".
    Times,
    /// By a number of times that no figure gives: "t.i.d.", "פעם ביום".
    Idiom,
    /// By the time from one to the next: "every 8 hours".
    Interval,
    /// By a dose: "50 mg a day", which may be given at once or in parts.
    Dose,
    /// By an adverb alone: "daily".
    Adverb,
}

/// How often something comes back, and where the text says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frequency {
    /// Where it stands in the visible text.
    pub span: Span,
    /// How it is said.
    pub manner: Manner,
    /// The unit of time that the text names.
    pub unit: UnitId,
    /// Times a second, fewest and most.
    pub rate: (Rational, Rational),
}

/// Thousandths by which two frequencies that are one may differ: four weeks are a month.
const NEAR: i128 = 90;

impl Frequency {
    /// Whether both come back as often, months taken as thirty days.
    pub fn equals(&self, other: &Frequency) -> bool {
        let is_near = |a: Rational, b: Rational| a == b || a.is_near(b, NEAR);
        is_near(self.rate.0, other.rate.0) && is_near(self.rate.1, other.rate.1)
    }
}

/// Seconds of one unit of time; a month is a twelfth of 365 days and a quarter.
fn seconds(unit: UnitId) -> Option<Rational> {
    let size = unit.to_base(Rational::ONE)?;
    match unit.row().dimension {
        Dimension::Time => Some(size),
        Dimension::Calendar => size.times(2_629_800.into()),
        _ => None,
    }
}

/// The frequencies that a text at `span` gives, by place. `anchors` are those of the span.
pub fn frequencies(
    text: &str,
    span: Span,
    language: &'static Language,
    anchors: &[Anchor],
) -> Vec<Frequency> {
    let mut found = Vec::new();
    for anchor in anchors {
        let Value::Quantity(quantity) = &anchor.value else { continue };
        let before = text.get(span.start..anchor.span.start).unwrap_or_default();
        found.extend(of_quantity(quantity, anchor.span, before, text, language));
    }
    let mut at = span.start;
    while let Some(start) = word_start(text, at, span.end) {
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        let rest = &text[start..span.end];
        let Some((length, manner, unit, count)) = standing_alone(rest, language) else { continue };
        let here = Span::new(start, start + length);
        let is_taken = anchors
            .iter()
            .any(|anchor| anchor.span.overlaps(here) && matches!(anchor.value, Value::Quantity(_)));
        if !is_taken && let Some(rate) = seconds(unit).and_then(|unit| count.over(unit)) {
            found.push(Frequency { span: here, manner, unit, rate: (rate, rate) });
        }
        at = here.end;
    }
    found.sort_by_key(|frequency| frequency.span);
    found
}

fn of_quantity(
    quantity: &Quantity,
    span: Span,
    before: &str,
    text: &str,
    language: &Language,
) -> Option<Frequency> {
    let low = quantity.magnitude.low;
    let high = quantity.magnitude.high.unwrap_or(low);
    let dimension = quantity.unit.of.row().dimension;
    let per = quantity.unit.per.into_iter().flatten().find(|per| seconds(*per).is_some());
    match (dimension, per) {
        (Dimension::Times, Some(per)) => {
            let one = seconds(per)?;
            let rate = (low.over(one)?, high.over(one)?);
            Some(Frequency { span, manner: Manner::Times, unit: per, rate })
        }
        (Dimension::Time | Dimension::Calendar, None) => {
            let unit = quantity.unit.of;
            let comes_back = every::is_said(text.get(span.range())?, before, language);
            let (low, high) = (low.times(seconds(unit)?)?, high.times(seconds(unit)?)?);
            let rate = (Rational::ONE.over(high)?, Rational::ONE.over(low)?);
            comes_back.then_some(Frequency { span, manner: Manner::Interval, unit, rate })
        }
        (dimension, per) if dimension.is_dose() => {
            let per = per?;
            let rate = Rational::ONE.over(seconds(per)?)?;
            // A flow is no frequency.
            let is_flow = matches!(per.row().id, "second" | "minute" | "hour");
            (!is_flow).then_some(Frequency {
                span,
                manner: Manner::Dose,
                unit: per,
                rate: (rate, rate),
            })
        }
        _ => None,
    }
}

/// Where the next word begins.
fn word_start(text: &str, from: usize, end: usize) -> Option<usize> {
    let mut inside = text.get(..from)?.ends_with(is_letter);
    text.get(from..end)?.char_indices().find_map(|(at, sign)| {
        let starts = is_letter(sign) && !inside;
        inside = is_letter(sign);
        starts.then_some(from + at)
    })
}

/// What a text begins with that says by itself how often: its length, and the times per unit.
fn standing_alone(
    rest: &str,
    language: &'static Language,
) -> Option<(usize, Manner, UnitId, Rational)> {
    let vocabulary = Vocabulary::of(language);
    let day = UnitId::named("day")?;
    for (phrase, times) in LATIN {
        if let Some(length) = phrase_length(rest, phrase) {
            return Some((length, Manner::Idiom, day, Rational::from_int(*times)));
        }
    }
    for once in once(language.code) {
        let Some(length) = phrase_length(rest, once) else { continue };
        let behind = after_spaces(rest, length, rest.len());
        if let Some((more, unit)) = vocabulary.rates.beginning(&rest[behind..]).next() {
            return Some((behind + more, Manner::Idiom, *unit, Rational::ONE));
        }
    }
    let (length, unit) = vocabulary.rates.beginning(rest).next()?;
    // "Daily-life", "weekly's".
    let is_whole = !rest[length..].starts_with(['-', '\'', '’']);
    (is_whole && is_adverbial(vocabulary, &rest[..length])).then_some((
        length,
        Manner::Adverb,
        *unit,
        Rational::ONE,
    ))
}

/// Words for "once" that are no figures, before a unit of time.
fn once(code: &str) -> &'static [&'static str] {
    match code {
        "he" => &["פעם אחת", "פעם", "אחת"],
        _ => &[],
    }
}

/// Times a day as prescriptions say them in Latin.
const LATIN: &[(&str, i64)] = &[
    ("b.i.d.", 2),
    ("b.d.", 2),
    ("o.d.", 1),
    ("q.d.", 1),
    ("q.i.d.", 4),
    ("q.d.s.", 4),
    ("t.d.s.", 3),
    ("t.i.d.", 3),
];
