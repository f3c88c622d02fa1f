//! Figures: the numerals of a passage, in digits and in words, before anything claims them.

use super::digits::{self, digit};
use super::number::Form;
use super::passage::Passage;
use super::{Magnitude, Strength};
use crate::span::Span;

/// A numeral as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Where it stands, scale words such as "million" included.
    pub span: Span,
    /// Its value.
    pub magnitude: Magnitude,
    /// What it does.
    pub form: Form,
    /// Whether its absence means anything.
    pub strength: Strength,
    /// How many digits it has, if it is nothing but a run of digits.
    pub plain: Option<u8>,
}

/// Finds the figures of a passage.
pub(super) fn scan(passage: &Passage, figures: &mut Vec<Figure>) {
    let bytes = &passage.text.as_bytes()[..passage.span.end];
    let mut at = passage.span.start;
    while at < bytes.len() {
        if digit(bytes, at).is_none() {
            at += 1;
            continue;
        }
        let Some(numeral) = digits::numeral(bytes, at, &passage.language.orthography) else {
            while let Some((_, length)) = digit(bytes, at) {
                at += length;
            }
            continue;
        };
        let glued = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
        let code = at > passage.span.start && glued(bytes.get(at - 1));
        if let (Some(value), false) = (numeral.value, code) {
            let magnitude =
                Magnitude { alternative: numeral.alternative, ..Magnitude::exactly(value) };
            figures.push(Figure {
                span: Span::new(at, numeral.end),
                magnitude,
                form: Form::Cardinal,
                strength: Strength::Firm,
                plain: numeral.plain,
            });
        }
        at = numeral.end;
    }
}
