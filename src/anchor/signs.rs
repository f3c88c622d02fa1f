//! The signs that figures carry: vulgar fractions, the minus sign, the letter of a scale.

use super::Rational;
use super::passage::Passage;
use super::word::{Folded, word_at};
use crate::span::Span;

/// The value of a fraction that is one sign.
pub(super) fn vulgar_fraction(sign: char) -> Option<Rational> {
    let (numerator, denominator) = match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅒' => (1, 10),
        _ => return None,
    };
    Rational::new(numerator, denominator)
}

/// The minus sign that ends `before`, if it is one and no hyphen, range or bullet.
pub(super) fn is_negative(before: &str) -> Option<char> {
    let sign = before.chars().next_back().filter(|sign| matches!(sign, '-' | '−'))?;
    let rest = &before[..before.len() - sign.len_utf8()];
    let free = match rest.chars().next_back() {
        None => sign == '−',
        Some('(' | '[' | '{' | ';' | '=' | '<' | '>' | '~' | '≥' | '≤') => true,
        Some(space) if space.is_whitespace() => {
            let word = rest.trim_end();
            let letter = word.chars().next_back().filter(|sign| sign.is_alphabetic());
            let lone = letter.is_some_and(|letter| {
                !word[..word.len() - letter.len_utf8()].ends_with(|sign: char| sign.is_alphabetic())
            });
            !lone && !word.ends_with(|sign: char| sign.is_numeric())
        }
        Some(_) => false,
    };
    free.then_some(sign)
}

/// The letter of scale glued to an amount of money: $5m, £2.3bn, 300k.
pub(super) fn glued_scale(passage: &Passage, span: Span) -> Option<(u64, usize)> {
    let word = word_at(passage.text, span.end, passage.span.end);
    if word.is_empty() {
        return None;
    }
    let money = passage.before(span.start).trim_end().ends_with(['$', '€', '£', '¥', '₪']);
    let folded = Folded::new(word.of(passage.text))?;
    let scale = match folded.text() {
        "k" if word.of(passage.text) == "k" || money => 1000,
        "m" | "mn" if money => 1_000_000,
        "b" | "bn" if money => 1_000_000_000,
        "tn" | "t" if money => 1_000_000_000_000,
        other => passage.vocabulary.senses(other)?.scale.filter(|&scale| scale >= 1000)?,
    };
    Some((scale, word.end))
}
