//! What a value leaves in a text besides an anchor: its digits inside a longer word, its unit without
//! a figure, or the end of a word that began with it.

use super::BeadView;
use crate::anchor::{Anchor, Unit, Value};
use crate::pair::Side;

/// Whether `side` holds the digits of a whole number glued to letters: 15 in "15on", 2019 in
/// "SS2019" and "SS19".
pub(super) fn is_glued(view: &BeadView<'_>, side: Side, value: &Value) -> bool {
    let Value::Number(number) = value else { return false };
    let Some(whole) = number.magnitude.low.to_int().filter(|_| number.magnitude.high.is_none())
    else {
        return false;
    };
    let digits = whole.to_string();
    let short = digits.get(2..).filter(|_| number.is_year_like());
    let runs = view.text(side).split(|c: char| !c.is_alphanumeric());
    runs.filter(|run| run.contains(char::is_alphabetic)).any(|run| {
        let mut parts = run.split(|c: char| !c.is_ascii_digit());
        parts.any(|part| part == digits || Some(part) == short)
    })
}

/// Whether `side` holds the unit of a quantity without a figure, as where the figure was lost:
/// "about metres (100 feet)".
pub(super) fn is_stranded(view: &BeadView<'_>, side: Side, value: &Value) -> bool {
    let Value::Quantity(quantity) = value else { return false };
    let Some(bead) = view.span(side) else { return false };
    let (text, language) = (view.document_text(side), view.language(side));
    let anchors: &[Anchor] = view.anchors().side(side);
    let words = bead.of(text).split_whitespace().map(|word| {
        let word = word.trim_matches(|c: char| {
            !c.is_alphanumeric() && !matches!(c, '%' | '°' | '$' | '€' | '£')
        });
        // "100%ig"
        if word.starts_with('%') { &word[..1] } else { word }
    });
    words.filter(|word| !word.is_empty()).any(|word| {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let is_taken = || anchors.iter().any(|anchor| anchor.span.range().contains(&at));
        Unit::named_by(word, language).is_some_and(|unit| unit.of == quantity.unit.of)
            && !is_taken()
    })
}

/// Whether `side` holds a word that begins with a hyphen, as where the figure before it was lost: "a
/// man in his -årene". Behind another word that ends in one, or a conjunction, a hyphen stands for
/// the first part of a compound; so this tells only beside a value that is missing.
pub(super) fn is_beheaded(view: &BeadView<'_>, side: Side) -> bool {
    view.text(side).split_whitespace().any(|word| {
        let rest = word.strip_prefix(['-', '\u{2010}', '\u{2011}', '\u{5be}']);
        rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    })
}
