//! Numbers in words, from the tables of each language.
//!
//! Source: the additive-multiplicative grammar of number words (Hurford 1975): units fill units,
//! tens fill tens, "hundred" and the powers of a thousand multiply what stands before them.
//! Complexity: linear in the words of the number, times the cuts of a compound. Weakness: words
//! that are numbers only sometimes ("one", "acht", "neuf") are found and marked weak, not judged
//! by their context.

use super::in_one_word;
use super::vocabulary::{Senses, Vocabulary};
use super::word::{Folded, after_gap, word_at};
use super::{Form, Rational, Strength};
use crate::knowledge::units::UnitId;
use crate::span::Span;

mod sum;

use sum::{Part, Sum, add};

/// A number in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelled {
    pub span: Span,
    pub value: Rational,
    pub form: Form,
    pub strength: Strength,
    /// What the words count, if they say it themselves: "twice", "zweijährig".
    pub unit: Option<UnitId>,
    /// What its last scale word multiplied by, 1 without one.
    pub scale: u64,
}

/// Whether a word in lower case may begin a number in words or be a word of the calendar.
pub(super) fn may_begin(vocabulary: &Vocabulary, word: &str) -> bool {
    match vocabulary.senses(word) {
        Some(senses) => senses.begins(),
        None => {
            add(vocabulary, Sum::new(vocabulary), word).is_some()
                || in_one_word::read(vocabulary, word).is_some()
        }
    }
}

/// Reads the number in words whose first word is `first`; no letter before `first` belongs to it.
pub(super) fn spelled(
    vocabulary: &Vocabulary,
    text: &str,
    first: Span,
    end: usize,
) -> Option<Spelled> {
    if let Some(one) = lone_one(vocabulary, text, first, end) {
        return Some(one);
    }
    let mut sum = Sum::new(vocabulary);
    let mut at = first;
    let mut stop = None;
    let (mut form, mut unit, mut simple) = (Form::Cardinal, None, true);
    loop {
        let folded = Folded::new(at.of(text))?;
        if stop.is_none()
            && let Some(spelled) = alone(vocabulary, text, folded.text(), at, end)
        {
            return Some(spelled);
        }
        if stop.is_none()
            && vocabulary.senses(folded.text()).is_none()
            && let Some(value) = in_one_word::read(vocabulary, folded.text())
        {
            let (form, strength) = (Form::Cardinal, Strength::Firm);
            return Some(Spelled { span: at, value, form, strength, unit: None, scale: 1 });
        }
        let Some(part) = add(vocabulary, sum, folded.text()) else { break };
        sum = part.sum;
        simple &= part.simple;
        stop = Some(at.end);
        unit = part.unit;
        if part.ordinal || part.fold || unit.is_some() {
            form = match part {
                Part { ordinal: true, .. } => Form::Ordinal,
                Part { fold: true, .. } => Form::Multiple,
                _ => form,
            };
            break;
        }
        let Some((next, joined)) = next_word(vocabulary, text, at.end, end) else { break };
        let units_first = joined && brings_tens(vocabulary, text, sum, first, next);
        if joined
            && vocabulary.language.code == "fr"
            && !is_one_or_eleven(vocabulary, next.of(text))
        {
            break;
        }
        if joined && !units_first && !sum.open.is_multiple_of(10) && sum.scale == u64::MAX {
            break;
        }
        sum.joined |= units_first;
        at = next;
    }
    let mut stop = stop?;
    let followed = is_followed(vocabulary, text, stop, end);
    if let Some((next, false)) = next_word(vocabulary, text, stop, end).filter(|_| followed)
        && sum.value() == 2
        && is_both(vocabulary, first.of(text))
        && vocabulary.senses_of(next.of(text)).is_some_and(|senses| senses.cardinal == Some(2))
    {
        stop = next.end;
    }
    let mut value = Rational::from_int(i64::try_from(sum.value()).ok()?);
    let one_word = Span::new(first.start, stop) == first;
    let senses = vocabulary.senses_of(first.of(text));
    if form == Form::Cardinal && unit.is_none() && followed {
        if let Some((fraction, after)) = fraction(vocabulary, text, sum, stop, end) {
            (value, form, stop) = (fraction, Form::Fraction, after);
            if let Some((scale, after)) = scale_after(vocabulary, text, stop, end) {
                value = value.times(i64::try_from(scale).ok()?.into())?;
                (form, stop) = (Form::Cardinal, after);
            }
        } else if let Some((half, scale, after)) = and_a_half(vocabulary, text, stop, end) {
            let ends_in_scale = sum.open == 0 && sum.scale != u64::MAX;
            let last = if ends_in_scale { i64::try_from(sum.scale).ok()? } else { 1 };
            let scale = i64::try_from(scale).ok()?;
            value = value.plus(half.times(last.into())?)?.times(scale.into())?;
            stop = after;
        }
    }
    let weak = (one_word || is_both(vocabulary, first.of(text)))
        && senses.is_some_and(|senses| senses.weak)
        || value == Rational::ONE
        || value == Rational::ZERO
        || form == Form::Ordinal && sum.value() <= 3
        || form == Form::Multiple
        || form == Form::Fraction && sum.value() == 1
        || sum.value() == 2 && is_definite(vocabulary, text, first, stop, end)
        || sum.value() < 10 && follows(text, first.start, &vocabulary.infinitive);
    let is_vague = |senses: &Senses| senses.vague.is_some() && senses.cardinal.is_none();
    let quantified = one_word
        && senses.is_some_and(|senses| senses.scale.is_some_and(|scale| scale >= 100))
        && follows(text, first.start, vocabulary.language.numerals.quantifiers);
    let vague = simple && (senses.is_some_and(is_vague) || quantified);
    Some(Spelled {
        span: Span::new(first.start, stop),
        value,
        form: if vague { Form::Vague } else { form },
        strength: if weak || vague { Strength::Weak } else { Strength::Firm },
        unit,
        scale: if sum.scale == u64::MAX { 1 } else { sum.scale },
    })
}

/// "One" and the articles of its form, before a word that no number goes on with: what the rest of
/// [`spelled`] gives, sooner.
fn lone_one(vocabulary: &Vocabulary, text: &str, first: Span, end: usize) -> Option<Spelled> {
    if first.len() > ONE || !vocabulary.prefixes.is_empty() {
        return None;
    }
    let senses = vocabulary.senses_of(first.of(text))?;
    let one = Senses {
        cardinal: Some(1),
        article: senses.article,
        weak: senses.weak,
        ..Senses::default()
    };
    if *senses != one {
        return None;
    }
    let next = after_gap(text, first.end, end).map(|at| word_at(text, at, end));
    let goes_on = next.is_some_and(|next| vocabulary.may_begin(next.of(text).as_bytes()));
    (!goes_on).then_some(Spelled {
        span: first,
        value: Rational::ONE,
        form: Form::Cardinal,
        strength: Strength::Weak,
        unit: None,
        scale: 1,
    })
}

/// The longest word for one, in bytes.
const ONE: usize = 8;

/// What French "et" may join to a number: "vingt et un", "soixante et onze", but not "trente et deux".
fn is_one_or_eleven(vocabulary: &Vocabulary, word: &str) -> bool {
    vocabulary
        .senses_of(word)
        .and_then(|senses| senses.cardinal.or(senses.ordinal))
        .is_some_and(|it| it == 1 || it == 11)
}

/// Whether tens behind "and" belong to the units before it, "fem og halvtreds", and the two are no
/// range, "mellem fem og halvtreds".
fn brings_tens(vocabulary: &Vocabulary, text: &str, sum: Sum, first: Span, next: Span) -> bool {
    let heads = vocabulary.language.numerals.between.iter().map(|(head, _)| *head);
    let is_ten = vocabulary
        .senses_of(next.of(text))
        .and_then(|senses| senses.cardinal)
        .is_some_and(|value| value.is_multiple_of(10) && (20..100).contains(&value));
    is_ten
        && vocabulary.compounds().is_some()
        && sum.words > 0
        && (1..=9).contains(&(sum.open % 100))
        && sum.value() > 1
        && !follows(text, first.start, &heads.collect::<Vec<_>>())
}

/// The value of a cardinal in one word, in lower case.
pub(super) fn whole(vocabulary: &Vocabulary, word: &str) -> Option<u64> {
    let part = add(vocabulary, Sum::new(vocabulary), word)?;
    (!part.ordinal && !part.fold && part.unit.is_none()).then(|| part.sum.value())
}

/// Whether "two" means "the two": after a definite article, or before a noun with one.
fn is_definite(vocabulary: &Vocabulary, text: &str, first: Span, stop: usize, end: usize) -> bool {
    let prefixed = !vocabulary.prefixes.is_empty();
    let rest = text.get(stop..end).unwrap_or_default();
    let mut nouns = rest.split_ascii_whitespace().take(2);
    follows(text, first.start, &vocabulary.definite)
        || prefixed && text[..first.start].ends_with('ה')
        || prefixed && nouns.any(|noun| noun.starts_with('ה'))
}

fn is_both(vocabulary: &Vocabulary, word: &str) -> bool {
    let both = vocabulary.language.numerals.both;
    Folded::new(word).is_some_and(|word| both.split_whitespace().any(|other| other == word.text()))
}

/// Whether one of `words` stands right before `at`.
fn follows(text: &str, at: usize, words: &[&str]) -> bool {
    let before = text[..at].strip_suffix([' ', '\u{a0}']);
    before.is_some_and(|before| {
        words.iter().any(|word| {
            let start = before.len().saturating_sub(word.len());
            before.get(start..).is_some_and(|last| last.eq_ignore_ascii_case(word))
                && !before[..start].ends_with(|sign: char| sign.is_alphanumeric())
        })
    })
}

/// Words that are a number only alone: "half", "hundreds", "twice", and those that the following
/// word decides.
fn alone(vocabulary: &Vocabulary, text: &str, word: &str, at: Span, end: usize) -> Option<Spelled> {
    let senses = vocabulary.senses(word)?;
    let spelled = |value, form, unit, strength, stop| Spelled {
        span: Span::new(at.start, stop),
        value,
        form,
        strength,
        unit,
        scale: 1,
    };
    if let Some((count, unit)) = senses.counted {
        let strength = if count == 1 { Strength::Weak } else { Strength::Firm };
        let mut value = Rational::from_int(count.try_into().ok()?);
        let mut stop = at.end;
        if let Some((half, _, after)) = and_a_half(vocabulary, text, at.end, end) {
            (value, stop) = (value.plus(half)?, after);
        }
        return Some(spelled(value, Form::Cardinal, Some(unit), strength, stop));
    }
    if let Some(factor) = senses.multiple {
        let value = Rational::from_int(factor.try_into().ok()?);
        return Some(spelled(value, Form::Multiple, None, Strength::Weak, at.end));
    }
    if senses.one_and_a_half {
        let mut value = Rational::new(3, 2)?;
        let mut stop = at.end;
        if let Some((scale, after)) = scale_after(vocabulary, text, at.end, end) {
            (value, stop) = (value.times(i64::try_from(scale).ok()?.into())?, after);
        }
        return Some(spelled(value, Form::Cardinal, None, Strength::Firm, stop));
    }
    let counts = senses.cardinal.is_some() || senses.scale.is_some() || senses.ordinal.is_some();
    // Hebrew ordinals that name a fraction more often are marked weak.
    let hebrew = !vocabulary.prefixes.is_empty()
        && senses.cardinal.is_none()
        && (senses.ordinal.is_none() || senses.weak);
    if let Some(denominator) = senses.denominator.filter(|_| !counts || hebrew) {
        let mut value = Rational::new(1, denominator.into())?;
        let mut stop = at.end;
        if let Some((scale, after)) = scale_after(vocabulary, text, at.end, end) {
            value = value.times(i64::try_from(scale).ok()?.into())?;
            stop = after;
            return Some(spelled(value, Form::Cardinal, None, Strength::Firm, stop));
        }
        let strength = if senses.weak { Strength::Weak } else { Strength::Firm };
        return Some(spelled(value, Form::Fraction, None, strength, stop));
    }
    let continues = || {
        let follows = next_word(vocabulary, text, at.end, end)
            .and_then(|(next, _)| vocabulary.senses_of(next.of(text)));
        follows.is_some_and(|next| next.cardinal.is_some() || next.scale.is_some())
    };
    match senses.vague {
        Some(magnitude) if senses.scale.is_none() || !continues() => {
            let value = Rational::from_int(magnitude.try_into().ok()?);
            Some(spelled(value, Form::Vague, None, Strength::Weak, at.end))
        }
        _ => None,
    }
}

/// The word after one gap, over a joiner if one stands there, and whether there was a joiner.
fn next_word(vocabulary: &Vocabulary, text: &str, at: usize, end: usize) -> Option<(Span, bool)> {
    let next = letters(text, after_gap(text, at, end)?, end)?;
    if !vocabulary.prefixes.is_empty() {
        let mut signs = next.of(text).chars();
        let joiner = signs.next().filter(|&sign| Some(&sign) == vocabulary.prefixes.first());
        let known = vocabulary.senses_of(next.of(text)).is_some();
        return match joiner {
            Some(sign) if !known => {
                Some((Span::new(next.start + sign.len_utf8(), next.end), false))
            }
            _ => Some((next, false)),
        };
    }
    let joins = vocabulary.senses_of(next.of(text)).is_some_and(|senses| senses.joiner);
    if joins {
        return Some((letters(text, after_gap(text, next.end, end)?, end)?, true));
    }
    Some((next, false))
}

/// Whether the word behind a number may be a part of it: it is in the vocabulary, or has the joiner
/// of Hebrew before it.
fn is_followed(vocabulary: &Vocabulary, text: &str, at: usize, end: usize) -> bool {
    let Some(next) = after_gap(text, at, end).and_then(|at| letters(text, at, end)) else {
        return false;
    };
    let joiner = vocabulary.prefixes.first();
    joiner.is_some_and(|joiner| next.of(text).starts_with(*joiner))
        || vocabulary.senses_of(next.of(text)).is_some()
}

fn letters(text: &str, at: usize, end: usize) -> Option<Span> {
    Some(word_at(text, at, end)).filter(|word| !word.is_empty())
}

/// The fraction whose numerator has been read: "two thirds".
fn fraction(
    vocabulary: &Vocabulary,
    text: &str,
    sum: Sum,
    at: usize,
    end: usize,
) -> Option<(Rational, usize)> {
    let next = letters(text, after_gap(text, at, end)?, end)?;
    let senses = vocabulary.senses_of(next.of(text))?;
    let denominator = senses.denominator.filter(|&denominator| sum.value() < denominator)?;
    (sum.scale == u64::MAX && (denominator > 2 || sum.value() == 1))
        .then(|| Rational::new(sum.value().into(), denominator.into()))
        .flatten()
        .map(|value| (value, next.end))
}

/// "and a half" after a number, with the scale behind it: one half, 1 or the scale, the end.
pub(super) fn and_a_half(
    vocabulary: &Vocabulary,
    text: &str,
    at: usize,
    end: usize,
) -> Option<(Rational, u64, usize)> {
    let (mut word, joined) = next_word(vocabulary, text, at, end)?;
    let glued = !vocabulary.prefixes.is_empty()
        && text[..word.start].chars().next_back() == vocabulary.prefixes.first().copied();
    if !joined && !glued {
        return None;
    }
    let mut senses = vocabulary.senses_of(word.of(text))?;
    if senses.article && senses.denominator.is_none() {
        word = letters(text, after_gap(text, word.end, end)?, end)?;
        senses = vocabulary.senses_of(word.of(text))?;
    }
    if senses.denominator != Some(2) {
        return None;
    }
    let half = Rational::new(1, 2)?;
    match scale_after(vocabulary, text, word.end, end) {
        Some((scale, after)) => Some((half, scale, after)),
        None => Some((half, 1, word.end)),
    }
}

/// The scale word after a number, over an article if one stands there.
pub(super) fn scale_after(
    vocabulary: &Vocabulary,
    text: &str,
    at: usize,
    end: usize,
) -> Option<(u64, usize)> {
    let mut word = letters(text, after_gap(text, at, end)?, end)?;
    let mut senses = vocabulary.senses_of(word.of(text))?;
    if senses.article && senses.scale.is_none() {
        word = letters(text, after_gap(text, word.end, end)?, end)?;
        senses = vocabulary.senses_of(word.of(text))?;
    }
    let scale = senses.scale.filter(|_| senses.ordinal.is_none())?;
    let dot =
        usize::from(text.as_bytes().get(word.end) == Some(&b'.') && abbreviates(word.of(text)));
    Some((scale, word.end + dot))
}

/// Whether a scale word is an abbreviation that takes a full stop.
fn abbreviates(word: &str) -> bool {
    word.chars().count() <= 4
        && !word.chars().any(|sign| "aeiouyæøåäöüéè".contains(sign.to_ascii_lowercase()))
        || matches!(word, "mio" | "mia" | "mill" | "milj" | "bio")
}
