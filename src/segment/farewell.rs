//! The formula that closes a letter, run together with the name below it: "Best regards, Anna Vik".
//!
//! Complexity: one look-up a segment by its first three letters. Weakness: a formula without a comma is
//! not known.

use super::lexicon::Lexicon;
use super::{Boundary, Cut};

/// No formula is longer, in bytes.
const LONGEST: usize = 32;

/// Adds a cut behind every one of the language's formulas that opens a segment, with a name behind it.
pub(super) fn add_cuts(text: &str, cuts: &mut Vec<Cut>, formulas: &[&str], lexicon: &Lexicon) {
    if formulas.is_empty() {
        return;
    }
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    for next in cuts.iter().map(|cut| cut.at).chain([text.len()]) {
        start += usize::from(bytes.get(start) == Some(&b' '));
        if lexicon.farewells().may_begin(&bytes[start..])
            && let Some(at) = formula_end(text, start, formulas)
        {
            found.push(Cut { at, boundary: Boundary::Hard });
        }
        start = next;
    }
    if !found.is_empty() {
        cuts.extend(found);
        cuts.sort_by_key(|cut| cut.at);
        cuts.dedup_by_key(|cut| cut.at);
    }
}

/// The byte behind the comma of the formula that begins at the byte `start`.
fn formula_end(text: &str, start: usize, formulas: &[&str]) -> Option<usize> {
    let window = &text.as_bytes()[start..text.len().min(start + LONGEST)];
    let comma = start + memchr::memchr(b',', window)?;
    let is_formula = || {
        let formula = text[start..comma].to_lowercase();
        formulas.contains(&formula.as_str())
    };
    (is_signature(&text[comma + 1..]) && is_formula()).then_some(comma + 1)
}

/// Whether `text` begins with a name that no mark follows, as one does that is spoken to ("Thanks, Tom.").
fn is_signature(text: &str) -> bool {
    let Some(name) = text.strip_prefix(' ') else { return false };
    let mut words = name.split(' ').take(2);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let marked = |word: &str| word.ends_with(['.', ',', '!', '?', ':', ';']) && word.len() > 2;
    words.next().is_some_and(|word| capital(word) && !marked(word))
        && words.next().is_none_or(|word| !(capital(word) && marked(word)))
}
