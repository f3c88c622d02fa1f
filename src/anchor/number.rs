//! Bare numbers: figures that no unit, date or name has claimed.

use super::bound::comparator;
use super::passage::Passage;
use super::tokens::Token;
use super::word_type::Hints;
use super::{Anchor, Magnitude, Strength, Value, hebrew_numerals, roman};
use crate::span::Span;

/// A number without a unit.
///
/// A year that stands alone is a number too ([`Number::is_year_like`]), since the other rendering
/// may give it as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// The value or range.
    pub magnitude: Magnitude,
    /// What the numeral does. It is not part of the value: "89th" matches "89".
    pub form: Form,
}

/// What a numeral does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Counts: "three".
    #[default]
    Cardinal,
    /// Ranks: "third".
    Ordinal,
    /// Divides: "a third".
    Fraction,
    /// Multiplies: "threefold".
    Multiple,
    /// Gives an order of magnitude: "hundreds of".
    Vague,
}

impl Number {
    /// Whether it may be a year: a whole number from 1100 to 2099 that counts nothing else.
    pub fn is_year_like(&self) -> bool {
        self.form == Form::Cardinal
            && self
                .magnitude
                .numbers()
                .all(|value| value.to_int().is_some_and(|value| (1100..2100).contains(&value)))
    }
}

/// Gives each figure of the passage as a number.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    for figure in &passage.figures {
        let Span { start, end } = figure.span;
        let comparator = comparator(passage, start, end);
        let magnitude = Magnitude { comparator, ..figure.magnitude };
        let value = Value::Number(Number { magnitude, form: figure.form });
        anchors.push(Anchor { value, span: figure.span, strength: figure.strength });
    }
    number_what_stands_before(passage, Hints::ROMAN, roman::numbering, anchors);
    let letters = hebrew_numerals::numbering;
    number_what_stands_before(passage, Hints::LETTER_NUMERAL, letters, anchors);
}

/// Gives each numeral in letters that no figure holds: `numbering` tells the value of a word that
/// numbers the one before it.
fn number_what_stands_before(
    passage: &Passage,
    hint: Hints,
    numbering: fn(&Passage, &Token, &Token) -> Option<i64>,
    anchors: &mut Vec<Anchor>,
) {
    for (index, word) in passage.words_with(hint) {
        let Some(before) = index.checked_sub(1).map(|before| &passage.words()[before]) else {
            continue;
        };
        let Some(value) = numbering(passage, before, word) else { continue };
        if !passage.figures.iter().any(|figure| figure.span.overlaps(word.span)) {
            let magnitude = Magnitude::exactly(value.into());
            anchors.push(Anchor {
                value: Value::Number(Number { magnitude, form: Form::Ordinal }),
                span: word.span,
                strength: Strength::Weak,
            });
        }
    }
}
