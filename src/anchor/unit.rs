//! Units by their words, away from any figure.

use super::Unit;
use super::vocabulary::{Vocabulary, plain_quote};
use crate::lang::Language;

impl Unit {
    /// The unit that a word or sign of a language names where it stands alone: "percent", "%".
    pub fn named_by(word: &str, language: &'static Language) -> Option<Unit> {
        let vocabulary = Vocabulary::of(language);
        let name: String = word.chars().map(plain_quote).flat_map(char::to_lowercase).collect();
        vocabulary.unit(&name).or_else(|| vocabulary.sign(word))
    }
}
