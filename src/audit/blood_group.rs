//! Blood groups of the ABO system, which one letter tells apart, and a sign of the Rhesus factor behind it.
//!
//! A group is read behind the words for it, at most [`REACH`] words on. Linear in the bead. Weakness: a
//! group that stands before its word ("A-type blood") is not seen.

use super::BeadView;
use crate::lang::words::fold;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// A blood group in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct BloodGroup {
    /// The letter and its sign.
    pub span: Span,
    letter: &'static str,
    /// Whether the sign behind the letter is plus; `None` where there is none.
    rhesus: Option<bool>,
}

/// Beginnings of the words for a blood group, by their first word and the second, if there are two.
const NAMES: &[(&str, &str)] = &[
    ("blodgrup", ""),
    ("blodtyp", ""),
    ("bloedgroep", ""),
    ("blood", "group"),
    ("blood", "type"),
    ("blutgruppe", ""),
    ("groupe", "sanguin"),
    ("סוג", "דם"),
    ("סוג", "הדם"),
];

/// The groups; nought is the letter O.
const LETTERS: &[&str] = &["A", "AB", "B", "O"];

/// Words behind the name of the thing among which its letter stands.
const REACH: usize = 4;

/// The first of the blood groups that differ, where both sides name equally many.
pub(super) fn changed(groups: Pair<Vec<BloodGroup>>) -> Option<Pair<BloodGroup>> {
    if groups.source.len() != groups.target.len() {
        return None;
    }
    let is_one = |a: &BloodGroup, b: &BloodGroup| {
        a.letter == b.letter && (a.rhesus.is_none() || b.rhesus.is_none() || a.rhesus == b.rhesus)
    };
    let mut target = groups.target;
    let mut open = groups.source;
    open.retain(|source| {
        let met = target.iter().position(|other| is_one(source, other));
        if let Some(at) = met {
            target.remove(at);
        }
        met.is_none()
    });
    Some(Pair::new(*open.first()?, *target.first()?))
}

/// The blood groups that a side names, in text order.
pub(super) fn groups(view: &BeadView<'_>, side: Side) -> Vec<BloodGroup> {
    let text = view.document_text(side);
    let all: Vec<(Span, &str)> = view.words(side).collect();
    let mut found = Vec::new();
    for (at, (_, word)) in all.iter().enumerate() {
        let (first, next) = (fold(word), all.get(at + 1));
        let goes_on = |second: &str| {
            second.is_empty() || next.is_some_and(|(_, word)| fold(word).starts_with(second))
        };
        let mut names = NAMES.iter();
        let name = names.find(|(name, second)| first.starts_with(name) && goes_on(second));
        let Some((_, second)) = name else { continue };
        let from = at + 1 + usize::from(!second.is_empty());
        let end = all[from - 1].0.end;
        let is_in_sentence = |span: Span| !text[end..span.start].contains(['.', '!', '?']);
        let mut near = all.iter().skip(from).take(REACH).filter(|(span, _)| is_in_sentence(*span));
        let letter = near.find_map(|(span, word)| Some((*span, letter(word)?)));
        found.extend(letter.map(|(span, letter)| signed(text, span, letter)));
    }
    found
}

fn letter(word: &str) -> Option<&'static str> {
    let word = if word == "0" { "O" } else { word };
    LETTERS.iter().copied().find(|letter| *letter == word)
}

/// A group with the sign that stands behind its letter.
fn signed(text: &str, span: Span, letter: &'static str) -> BloodGroup {
    let rest = &text[span.end..];
    let sign = rest.chars().next().filter(|sign| matches!(sign, '+' | '-' | '−' | '–'));
    let is_joined = |sign: char| rest[sign.len_utf8()..].starts_with(char::is_alphanumeric);
    match sign.filter(|&sign| !is_joined(sign)) {
        Some(sign) => BloodGroup {
            span: Span::new(span.start, span.end + sign.len_utf8()),
            letter,
            rhesus: Some(sign == '+'),
        },
        None => BloodGroup { span, letter, rhesus: None },
    }
}
