//! Raised and lowered text: figures keep their height, so that 10⁶ is not read as 106.

use super::page::Page;
use crate::lang::height::{LOWERED, RAISED};
use crate::span::Span;

/// The text between a `sup` or `sub` and its end.
#[derive(Debug)]
pub(super) struct Raised {
    is_raised: bool,
    parts: Vec<(String, Span)>,
}

impl Raised {
    pub(super) fn new(is_raised: bool) -> Self {
        Raised { is_raised, parts: Vec::new() }
    }

    /// Adds the text that stands at `raw`.
    pub(super) fn push(&mut self, text: String, raw: Span) {
        self.parts.push((text, raw));
    }

    /// Puts the text onto the page: with the signs of Unicode where it has them for all of it, else as
    /// it is.
    pub(super) fn put(self, page: &mut Page) {
        let letters = || self.parts.iter().flat_map(|(text, _)| text.trim().chars());
        let has_figure = letters().any(|letter| letter.is_ascii_digit());
        let is_charge = letters().count() == 1 && letters().all(|letter| "+-−–".contains(letter));
        let is_figure =
            (has_figure || is_charge) && letters().all(|letter| self.sign(letter).is_some());
        for (text, place) in &self.parts {
            let signs = || text.chars().map(|letter| self.sign(letter).unwrap_or(letter)).collect();
            page.stand_in(&if is_figure { signs() } else { text.clone() }, *place);
        }
    }

    /// The sign of Unicode for a figure or sign at this height.
    fn sign(&self, letter: char) -> Option<char> {
        let (digits, plus, minus) =
            if self.is_raised { (RAISED, '⁺', '⁻') } else { (LOWERED, '₊', '₋') };
        match letter {
            '+' => Some(plus),
            '-' | '−' => Some(minus),
            // Between the numbers of two notes.
            ',' | '–' => Some(letter),
            _ => letter.to_digit(10).map(|digit| digits[digit as usize]),
        }
    }
}
