//! Units by their words, away from any figure.

use super::Unit;
use super::vocabulary::{Vocabulary, plain_quote};
use super::word::is_letter;
use crate::lang::Language;
use crate::span::Span;

impl Unit {
    /// The unit that a word or sign of a language names where it stands alone: "percent", "%".
    pub fn named_by(word: &str, language: &'static Language) -> Option<Unit> {
        let vocabulary = Vocabulary::of(language);
        let name: String = word.chars().map(plain_quote).flat_map(char::to_lowercase).collect();
        vocabulary.unit(&name).or_else(|| vocabulary.sign(word))
    }

    /// Every unit that a text names, with figure or without, where a word begins or behind the
    /// particles written together with it; the longest name at each place.
    pub fn all_named_in(
        text: &str,
        language: &'static Language,
    ) -> impl Iterator<Item = (Span, Unit)> {
        let vocabulary = Vocabulary::of(language);
        let unspaced = vocabulary.is_unspaced();
        let mut inside = false;
        text.char_indices().filter_map(move |(at, sign)| {
            let begins = !inside;
            // What is behind a particle may begin a word too.
            inside = is_letter(sign) && !(begins && vocabulary.prefixes.contains(&sign));
            if !begins && !unspaced {
                return None;
            }
            let rest = &text[at..];
            let name = vocabulary.unit_names.longest(rest, unspaced);
            let sign = vocabulary.unit_signs.longest(rest, unspaced);
            let (unit, length) = match (name, sign) {
                (Some(name), Some(sign)) if sign.1 >= name.1 => sign,
                (name, sign) => name.or(sign)?,
            };
            Some((Span::new(at, at + length), unit))
        })
    }
}
