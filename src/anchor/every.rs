//! "Every other day", "hver åttende time", "un jour sur deux": what comes back after a time.

use super::Form;
use super::figure::{Figure, behind};
use super::measure::unit_at;
use super::passage::Passage;
use super::quantity::Unit;
use super::word::{Folded, word_at};
use crate::knowledge::units::Dimension;

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
const EVERY_OTHER: &[&str] = &["annenhver", "annethvert", "annakvar", "varannan", "vartannat"];

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
    let last = before.rsplit([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
    if !EVERY_OTHER.contains(&word.text()) && !every(passage.language.code).contains(&&*last) {
        return None;
    }
    let at = behind(passage, end + usize::from(dotted));
    let is_time =
        |unit: Unit| matches!(unit.of.row().dimension, Dimension::Time | Dimension::Calendar);
    unit_at(passage, at)
        .filter(|(unit, _)| is_time(*unit) && !word_at(text, at, passage.span.end).is_empty())
}
