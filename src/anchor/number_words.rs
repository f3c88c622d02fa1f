//! Numbers in words, from the tables of each language.
//!
//! Source: the additive-multiplicative grammar of number words (Hurford 1975): units fill units,
//! tens fill tens, "hundred" and the powers of a thousand multiply what stands before them.
//! Complexity: linear in the words of the number, times the cuts of a compound. Weakness: words
//! that are numbers only sometimes ("one", "acht", "neuf") are found and marked weak, not judged
//! by their context.

use super::in_one_word;
use super::vocabulary::{Senses, Suffix, Vocabulary};
use super::word::{Folded, after_gap, word_at};
use super::{Form, Rational, Strength};
use crate::knowledge::units::UnitId;
use crate::span::Span;

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

/// A number as far as it has been read.
#[derive(Clone, Copy, Debug)]
struct Sum {
    /// What the scales have closed.
    closed: u64,
    /// What stands since the last scale, below 1000.
    open: u64,
    /// The last scale; the next one must be smaller.
    scale: u64,
    /// Words read.
    words: u8,
    /// The last word was a unit, and a joiner that may bring tens stands behind it.
    joined: bool,
    vigesimal: bool,
    /// Units may come before ten: Hebrew and Arabic 11 to 19.
    units_first: bool,
}

impl Sum {
    fn new(vocabulary: &Vocabulary) -> Sum {
        let code = vocabulary.language.code;
        Sum {
            closed: 0,
            open: 0,
            scale: u64::MAX,
            words: 0,
            joined: false,
            vigesimal: code == "fr",
            units_first: matches!(code, "he" | "ar"),
        }
    }

    fn value(self) -> u64 {
        self.closed + self.open
    }

    /// The sum with a counting word added; `None` where it does not fit.
    fn count(mut self, value: u64) -> Option<Sum> {
        if value >= 1000 {
            return self.count_thousands(value);
        }
        let open = self.open;
        let fits = match value {
            _ if self.words == 0 => true,
            _ if value == 0 || self.value() == 0 => false,
            1..=9 => open.is_multiple_of(10) && open % 100 != 10,
            10 if self.units_first && (1..=9).contains(&(open % 100)) => true,
            10..=19 => {
                open.is_multiple_of(100) || (self.vigesimal && matches!(open % 100, 60 | 80))
            }
            20 if self.vigesimal && open % 100 == 4 => {
                self.open += 56;
                true
            }
            20..=99 => {
                open.is_multiple_of(100)
                    || (self.joined && value.is_multiple_of(10) && (1..=9).contains(&(open % 100)))
            }
            _ => open == 0,
        };
        if !fits {
            return None;
        }
        self.open += value;
        self.words += 1;
        self.joined = false;
        Some(self)
    }

    /// Hebrew and Arabic duals such as "two thousand" in one word.
    fn count_thousands(mut self, value: u64) -> Option<Sum> {
        if self.open > 0 || self.scale <= 1000 {
            return None;
        }
        self.closed += value;
        (self.scale, self.words) = (1000, self.words + 1);
        Some(self)
    }

    /// The sum multiplied by "hundred", "dozen" or a power of a thousand.
    fn multiply(mut self, scale: u64) -> Option<Sum> {
        if scale < 1000 {
            if self.open >= 100 || (self.words > 0 && self.open == 0 && self.closed == 0) {
                return None;
            }
            self.open = self.open.max(1).checked_mul(scale)?;
        } else {
            if scale >= self.scale {
                if self.open > 0 || self.closed == 0 || self.scale > 1000 {
                    return None;
                }
                self.closed = self.closed.checked_mul(scale)?;
            } else {
                if self.words > 0 && self.open == 0 {
                    return None;
                }
                self.closed = self.closed.checked_add(self.open.max(1).checked_mul(scale)?)?;
            }
            (self.open, self.scale) = (0, scale);
        }
        self.words += 1;
        self.joined = false;
        Some(self)
    }
}

/// A word of a number, after compounds have been taken apart.
struct Part {
    sum: Sum,
    ordinal: bool,
    unit: Option<UnitId>,
    fold: bool,
    simple: bool,
}

/// Adds a word to a sum.
fn add(vocabulary: &Vocabulary, sum: Sum, word: &str) -> Option<Part> {
    if let Some(senses) = vocabulary.senses(word) {
        let part = |sum, ordinal| Part { sum, ordinal, unit: None, fold: false, simple: true };
        if let Some(sum) = senses.cardinal.and_then(|value| sum.count(value)) {
            return Some(part(sum, false));
        }
        if let Some(sum) = senses.scale.and_then(|scale| sum.multiply(scale)) {
            return Some(part(sum, false));
        }
        if let Some(sum) = senses.ordinal.and_then(|rank| sum.rank(rank)) {
            return Some(part(sum, true));
        }
        return None;
    }
    if !vocabulary.may_compound(word.as_bytes()) || vocabulary.unit(word).is_some() {
        return None;
    }
    let joiners = vocabulary.compounds()?;
    compound(vocabulary, joiners, sum, word, 0)
}

impl Sum {
    /// The sum with an ordinal as its last part.
    fn rank(self, rank: u64) -> Option<Sum> {
        match rank {
            100 | 1000 if self.words > 0 => self.multiply(rank),
            _ => self.count(rank),
        }
    }
}

/// Takes the rest of a compound apart, longest morpheme first.
fn compound(
    vocabulary: &Vocabulary,
    joiners: &[&str],
    sum: Sum,
    rest: &str,
    parts: usize,
) -> Option<Part> {
    let part = |ordinal, unit, fold| Part { sum, ordinal, unit, fold, simple: false };
    if rest.is_empty() {
        return (parts > 1).then(|| part(false, None, false));
    }
    if parts > 0 && sum.value() > 1 {
        match vocabulary.suffix(rest) {
            Some(Suffix::Unit(unit)) => return Some(part(false, Some(unit), false)),
            Some(Suffix::Fold) => return Some(part(false, None, true)),
            _ => {}
        }
    }
    if parts > 0 && !sum.joined {
        for joiner in joiners {
            if let Some(rest) = rest.strip_prefix(joiner) {
                let found = compound(vocabulary, joiners, Sum { joined: true, ..sum }, rest, parts);
                if found.is_some() {
                    return found;
                }
            }
        }
    }
    let longest = rest.len().min(24);
    for cut in (2..=longest).rev().filter(|&cut| rest.is_char_boundary(cut)) {
        let Some(senses) = vocabulary.senses(&rest[..cut]) else { continue };
        let tail = &rest[cut..];
        let counted = senses.cardinal.filter(|&value| value > 0).and_then(|value| sum.count(value));
        let scaled = senses.scale.and_then(|scale| sum.multiply(scale));
        for next in [counted, scaled].into_iter().flatten() {
            let found = compound(vocabulary, joiners, next, tail, parts + 1);
            if found.is_some() {
                return found;
            }
        }
        let ranked = tail.is_empty() && parts > 0 || vocabulary.suffix(tail) == Some(Suffix::Rank);
        if let Some(sum) = senses.ordinal.and_then(|rank| sum.rank(rank)).filter(|_| ranked) {
            return Some(Part { sum, ordinal: true, unit: None, fold: false, simple: false });
        }
    }
    None
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
        if joined && !units_first && !sum.open.is_multiple_of(10) && sum.scale == u64::MAX {
            break;
        }
        sum.joined |= units_first;
        at = next;
    }
    let mut stop = stop?;
    if let Some((next, false)) = next_word(vocabulary, text, stop, end)
        && sum.value() == 2
        && is_both(vocabulary, first.of(text))
        && vocabulary.senses_of(next.of(text)).is_some_and(|senses| senses.cardinal == Some(2))
    {
        stop = next.end;
    }
    let mut value = Rational::from_int(i64::try_from(sum.value()).ok()?);
    let one_word = Span::new(first.start, stop) == first;
    let senses = vocabulary.senses_of(first.of(text));
    if form == Form::Cardinal && unit.is_none() {
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
    let vague = simple && senses.is_some_and(is_vague);
    Some(Spelled {
        span: Span::new(first.start, stop),
        value,
        form: if vague { Form::Vague } else { form },
        strength: if weak || vague { Strength::Weak } else { Strength::Firm },
        unit,
        scale: if sum.scale == u64::MAX { 1 } else { sum.scale },
    })
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
    let hebrew = !vocabulary.prefixes.is_empty() && senses.cardinal.is_none();
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
    let follows = next_word(vocabulary, text, at.end, end)
        .and_then(|(next, _)| vocabulary.senses_of(next.of(text)));
    let continues = follows.is_some_and(|next| next.cardinal.is_some() || next.scale.is_some());
    match senses.vague {
        Some(magnitude) if senses.scale.is_none() || !continues => {
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
