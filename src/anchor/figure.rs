//! Figures: the numerals of a passage, in digits and in words, before anything claims them.
//!
//! One pass over the bytes. Digits start a numeral; the first bytes of every word go through a
//! bit set that all but a few words of running text fail, so that the cost of a word is a few
//! instructions.

use super::clock;
use super::date::Date;
use super::digits::{self, digit};
use super::han_numerals;
use super::negative;
use super::number::Form;
use super::number_words::{self, and_a_half, scale_after};
use super::numeric_date as numeric;
use super::passage::Passage;
use super::power;
use super::range::join_ranges;
use super::said_apart;
use super::signs::{glued_scale, is_negative, vulgar_fraction};
use super::stems::stems;
use super::vocabulary::{Senses, Suffix};
use super::word::{Folded, after_spaces, word_at};
use super::{Magnitude, Rational, Strength};
use crate::knowledge::units::UnitId;
use crate::lang::letter;
use crate::span::Span;

/// A numeral as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Where it stands, with scale words such as "million" and suffixes.
    pub span: Span,
    /// Its value or range. The comparator is not yet known.
    pub magnitude: Magnitude,
    /// What it does.
    pub form: Form,
    /// Whether its absence means anything.
    pub strength: Strength,
    /// How many digits it has, if it is nothing but a run of digits, a suffix aside.
    pub plain: Option<u8>,
    /// What it counts, if it says so itself: "twice", "3-årig".
    pub unit: Option<UnitId>,
    /// Whether it is a decade or century by its suffix: "1990s".
    pub decade: bool,
    /// What its scale word multiplied by.
    pub scale: Rational,
}

impl Figure {
    /// The value as a whole number, if it is a run of digits alone.
    pub fn whole(&self) -> Option<i64> {
        self.plain?;
        if self.magnitude.high.is_some() { None } else { self.magnitude.low.to_int() }
    }
}

/// A word of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub span: Span,
    pub senses: Senses,
}

/// Finds the figures and marks of a passage.
pub(super) fn scan(passage: &mut Passage) {
    let (mut figures, mut marks, mut dates) = (
        std::mem::take(&mut passage.figures),
        std::mem::take(&mut passage.marks),
        std::mem::take(&mut passage.dates),
    );
    figures.clear();
    marks.clear();
    dates.clear();
    let mut scanner = Scanner { passage, figures, marks, dates };
    scanner.run();
    let Scanner { mut figures, marks, mut dates, .. } = scanner;
    clock::read(passage, &mut figures, &mut dates);
    said_apart::join(passage, &mut figures);
    join_ranges(passage, &mut figures);
    negative::read(passage, &mut figures);
    (passage.figures, passage.marks, passage.dates) = (figures, marks, dates);
}

struct Scanner<'s, 'd> {
    passage: &'s Passage<'d>,
    figures: Vec<Figure>,
    marks: Vec<Mark>,
    dates: Vec<(Span, Date)>,
}

impl Scanner<'_, '_> {
    fn run(&mut self) {
        let passage = self.passage;
        let bytes = passage.text.as_bytes();
        let mut at = passage.span.start;
        for place in &passage.found.numeric {
            at = at.max(place.start);
            while at < place.end {
                at = if bytes[at].is_ascii_alphabetic() {
                    self.word(at)
                } else if digit(bytes, at).is_some() {
                    self.digits(at)
                } else {
                    self.other(at)
                };
            }
        }
    }

    fn other(&mut self, at: usize) -> usize {
        let end = self.passage.span.end;
        let Some(sign) = self.passage.text[at..end].chars().next() else { return end };
        if letter::is_letter(sign) {
            return self.word(at);
        }
        let stop = at + sign.len_utf8();
        if let Some(value) = vulgar_fraction(sign) {
            self.push_fraction(at, stop, value);
        }
        stop
    }

    /// Adds a fraction sign, to the whole number before it if there is one.
    fn push_fraction(&mut self, at: usize, stop: usize, value: Rational) {
        let gap = |last: &Figure| &self.passage.text[last.span.end..at];
        if let Some(last) = self.figures.last_mut()
            && last.plain.is_some()
            && matches!(gap(last), "" | " " | "\u{a0}" | "\u{202f}")
            && let Some(sum) = last.magnitude.low.plus(value)
        {
            last.magnitude = Magnitude::exactly(sum);
            (last.span.end, last.plain) = (stop, None);
        } else {
            self.figures.push(Figure {
                form: Form::Fraction,
                ..Figure::of(Span::new(at, stop), Magnitude::exactly(value))
            });
        }
        self.scale_last();
    }

    /// Reads a numeral in digits and what is glued to it; gives where to go on.
    fn digits(&mut self, at: usize) -> usize {
        let passage = self.passage;
        let (text, end) = (passage.text, passage.span.end);
        let bytes = &text.as_bytes()[..end];
        let Some(numeral) = digits::numeral(bytes, at, &passage.language.orthography) else {
            let mut at = at;
            while let Some((_, length)) = digit(bytes, at) {
                at += length;
            }
            return at;
        };
        let before = &text[passage.span.start..at];
        if !before
            .ends_with(|sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '/' | ':'))
            && let Some((date, stop)) =
                numeric::date(passage, at).or_else(|| numeric::clock(passage, at))
        {
            self.dates.push((Span::new(at, stop), date));
            return stop;
        }
        let code = before.ends_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_');
        let numeral = power::raised(&text[..end], at, numeral, &passage.language.orthography);
        let Some(value) = numeral.value.filter(|_| !code) else { return numeral.end };
        let negative = is_negative(before);
        let start = if negative.is_some() { at - negative.map_or(0, char::len_utf8) } else { at };
        let signed = |value: Rational| if negative.is_some() { value.negated() } else { value };
        let mut figure = Figure::of(
            Span::new(start, numeral.end),
            Magnitude {
                alternative: numeral.alternative.map(signed),
                ..Magnitude::exactly(signed(value))
            },
        );
        figure.plain = numeral.plain;
        let glued = bytes.get(numeral.end).is_some_and(u8::is_ascii_alphabetic);
        let suffixed = self.suffix(&mut figure, glued);
        if glued && !suffixed && !self.is_unit_or_scale(numeral.end) {
            return word_at(text, numeral.end, end).end;
        }
        if let Some((numerator, stop)) = self.slashed(&figure) {
            figure.magnitude = Magnitude::exactly(numerator);
            (figure.form, figure.span.end, figure.plain) = (Form::Fraction, stop, None);
        }
        let next = figure.span.end;
        self.figures.push(figure);
        self.scale_last();
        self.figures.last().map_or(next, |figure| figure.span.end.max(next))
    }

    /// The fraction 1/2 whose numerator is `figure`.
    fn slashed(&self, figure: &Figure) -> Option<(Rational, usize)> {
        let bytes = &self.passage.text.as_bytes()[..self.passage.span.end];
        let numerator = figure.whole().filter(|value| (1..10).contains(value))?;
        let slash = figure.span.end;
        if !matches!(bytes.get(slash), Some(b'/')) && !bytes[slash..].starts_with("⁄".as_bytes())
        {
            return None;
        }
        let at = slash + if bytes[slash] == b'/' { 1 } else { "⁄".len() };
        let next = digits::numeral(bytes, at, &self.passage.language.orthography)?;
        let denominator =
            next.value?.to_int().filter(|value| (numerator + 1..=10).contains(value))?;
        let closed =
            !bytes.get(next.end).is_some_and(|byte| *byte == b'/' || byte.is_ascii_alphanumeric());
        let opened = !self.passage.before(figure.span.start).ends_with('/');
        (closed && opened)
            .then(|| Rational::new(numerator.into(), denominator.into()))
            .flatten()
            .map(|value| (value, next.end))
    }

    /// Takes a suffix such as "-årig" or "th" into the figure.
    fn suffix(&self, figure: &mut Figure, glued: bool) -> bool {
        let (text, end) = (self.passage.text, self.passage.span.end);
        let rest = &text[figure.span.end..end];
        let hyphen = rest
            .chars()
            .next()
            .filter(|sign| matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '–'))
            .map_or(0, char::len_utf8);
        let vocabulary = self.passage.vocabulary;
        let mut stop = figure.span.end + hyphen;
        let mark = text[stop..end].chars().next().filter(|sign| matches!(sign, '\'' | '’' | ':'));
        stop += mark.map_or(0, char::len_utf8);
        let begins = stop;
        loop {
            let word = word_at(text, stop, end);
            if word.is_empty() {
                break;
            }
            stop = word.end;
            let next = &text.as_bytes()[stop..end];
            let hyphened =
                next.first() == Some(&b'-') && next.get(1).is_some_and(u8::is_ascii_alphabetic);
            if !hyphened {
                break;
            }
            stop += 1;
        }
        if stop == begins {
            return false;
        }
        let mut longest = stop;
        loop {
            let from =
                if mark.is_some() { begins - mark.map_or(0, char::len_utf8) } else { begins };
            for start in [from, begins] {
                let Some(folded) = Folded::new(&text[start..longest]) else { continue };
                let name = folded.text().replace('’', "'");
                let english =
                    matches!(&*name, "st" | "nd" | "rd" | "th").then_some(Suffix::Ordinal);
                if let Some(suffix) = vocabulary.suffix(&name).or(english)
                    && self.apply(figure, suffix, hyphen > 0 || glued || mark.is_some())
                {
                    figure.span.end = longest;
                    return true;
                }
            }
            match text[begins..longest].rfind('-') {
                Some(cut) if cut > 0 => longest = begins + cut,
                _ => return false,
            }
        }
    }

    fn apply(&self, figure: &mut Figure, suffix: Suffix, attached: bool) -> bool {
        if !attached {
            return false;
        }
        let value = figure.magnitude.low.to_int();
        match suffix {
            Suffix::Unit(unit) => figure.unit = Some(unit),
            Suffix::Fold => {
                (figure.form, figure.strength) = (Form::Multiple, Strength::Weak);
            }
            Suffix::Rank => return false,
            Suffix::Ordinal => figure.form = Form::Ordinal,
            Suffix::Decade => {
                let whole = value.filter(|value| value % 10 == 0 && figure.plain.is_some());
                if !whole.is_some_and(|value| {
                    (10..100).contains(&value) || (1000..2100).contains(&value)
                }) {
                    return false;
                }
                figure.decade = true;
            }
        }
        true
    }

    /// Whether the letters glued to a numeral are a unit or a scale: 5kg, 3bn.
    fn is_unit_or_scale(&self, at: usize) -> bool {
        let passage = self.passage;
        let word = word_at(passage.text, at, passage.span.end);
        let Some(folded) = Folded::new(word.of(passage.text)) else { return false };
        let vocabulary = passage.vocabulary;
        vocabulary.sign(word.of(passage.text)).is_some()
            || vocabulary.unit(folded.text()).is_some()
            || matches!(folded.text(), "am" | "pm" | "k" | "m" | "b" | "h")
            || vocabulary.senses(folded.text()).is_some_and(|senses| senses.scale.is_some())
            || !word.of(passage.text).is_ascii()
    }

    /// Multiplies the last figure by the scale word that follows it.
    fn scale_last(&mut self) {
        let passage = self.passage;
        let (text, end) = (passage.text, passage.span.end);
        let Some(figure) = self.figures.last_mut() else { return };
        if figure.unit.is_some() || figure.decade || figure.form == Form::Ordinal {
            return;
        }
        let vocabulary = passage.vocabulary;
        let mut at = figure.span.end;
        let mut half = None;
        if let Some((value, scale, after)) = and_a_half(vocabulary, text, at, end) {
            (half, at) = (Some((value, scale)), after);
        }
        let glued = glued_scale(passage, figure.span);
        let scale = match half {
            Some((_, scale)) => Some((scale, at)),
            None => glued.or_else(|| scale_after(vocabulary, text, at, end)),
        };
        let Some((scale, after)) = scale.filter(|(scale, _)| *scale != 12 || half.is_some()) else {
            return;
        };
        let half = half.and_then(|(value, _)| value.into()).unwrap_or(Rational::ZERO);
        let Ok(factor) = i64::try_from(scale) else { return };
        let scaled = |value: Rational| value.plus(half)?.times(factor.into());
        if let Some(low) = scaled(figure.magnitude.low) {
            figure.magnitude.low = low;
            figure.magnitude.alternative = figure.magnitude.alternative.and_then(scaled);
            figure.scale = factor.into();
            figure.span.end = after;
            figure.plain = None;
            if let Some((scale, after)) = scale_after(vocabulary, text, after, end)
                && let Some(low) =
                    i64::try_from(scale).ok().and_then(|scale| low.times(scale.into()))
                && factor < 1_000_000
            {
                figure.magnitude.low = low;
                figure.span.end = after;
            }
        }
    }

    /// Reads a word; gives where to go on.
    fn word(&mut self, at: usize) -> usize {
        let passage = self.passage;
        let (text, end) = (passage.text, passage.span.end);
        let vocabulary = passage.vocabulary;
        if vocabulary.is_unspaced() {
            return self.han(at);
        }
        let word = word_at(text, at, end);
        if word.is_empty() {
            return at + text[at..end].chars().next().map_or(1, char::len_utf8);
        }
        for stem in stems(word.of(text), vocabulary) {
            let stem = Span::new(word.end - stem.len(), word.end);
            if vocabulary.may_begin(stem.of(text).as_bytes())
                && let Some(stop) = self.known(stem, word)
            {
                return stop;
            }
        }
        word.end
    }

    /// Takes a run of Han numerals, or multiplies the digits before it by one.
    fn han(&mut self, at: usize) -> usize {
        let rest = self.passage.rest(at);
        let Some(numeral) = han_numerals::read(rest) else {
            return at + rest.chars().next().map_or(1, char::len_utf8);
        };
        let stop = at + numeral.length;
        match self.figures.last_mut() {
            Some(last)
                if last.span.end == at && last.scale == Rational::ONE && numeral.multiplies =>
            {
                if let Some(low) = last.magnitude.low.times(numeral.value.into()) {
                    last.magnitude = Magnitude::exactly(low);
                    last.scale = numeral.value.into();
                    (last.span.end, last.plain) = (stop, None);
                }
            }
            _ => {
                let span = Span::new(at, stop);
                let figure = Figure::of(span, Magnitude::exactly(numeral.value.into()));
                let single = rest[..numeral.length].chars().count() == 1;
                let strength = if single { Strength::Weak } else { Strength::Firm };
                self.figures.push(Figure { strength, ..figure });
            }
        }
        stop
    }

    /// Takes a word of the vocabulary; gives where to go on, `None` if it is not one.
    fn known(&mut self, stem: Span, word: Span) -> Option<usize> {
        let passage = self.passage;
        let (text, end) = (passage.text, passage.span.end);
        let vocabulary = passage.vocabulary;
        let folded = Folded::new(stem.of(text))?;
        let senses = vocabulary.senses(folded.text());
        if let Some(senses) = senses
            && (senses.month.is_some()
                || senses.weekday.is_some()
                || senses.hour.is_some()
                || senses.decade.is_some()
                || senses.century)
            && self.is_mark(stem, word, senses)
        {
            self.marks.push(Mark { span: stem, senses: *senses });
            if senses.scale.is_none() {
                return Some(word.end);
            }
        }
        let spelled = number_words::spelled(vocabulary, text, stem, end)?;
        if stem != word && self.is_doubtful_prefix(stem, &spelled) {
            return None;
        }
        let mut spelled = spelled;
        let definite = text[..stem.start].ends_with('ה') && stem != word;
        let rank = senses.and_then(|senses| senses.ordinal).filter(|_| definite);
        if let (Form::Fraction, Some(rank)) = (spelled.form, rank) {
            (spelled.form, spelled.value) = (Form::Ordinal, i64::try_from(rank).ok()?.into());
        }
        self.figures.push(Figure {
            form: spelled.form,
            strength: spelled.strength,
            unit: spelled.unit,
            scale: i64::try_from(spelled.scale).map_or(Rational::ONE, Rational::from_int),
            ..Figure::of(spelled.span, Magnitude::exactly(spelled.value))
        });
        Some(spelled.span.end.max(word.end))
    }

    /// Whether what is left of a word without its prefix is too short to be sure of.
    fn is_doubtful_prefix(&self, stem: Span, spelled: &number_words::Spelled) -> bool {
        stem.of(self.passage.text).chars().count() < 3 && spelled.value.to_int() != Some(6)
    }

    fn is_mark(&self, stem: Span, word: Span, senses: &Senses) -> bool {
        let passage = self.passage;
        let vocabulary = passage.vocabulary;
        let text = stem.of(passage.text);
        if senses.weekday.is_some() && !vocabulary.weekday_heads.is_empty() {
            let before = passage.before(word.start).trim_end_matches([' ', '\u{a0}', '-']);
            let headed = vocabulary.weekday_heads.iter().any(|head| {
                before.strip_suffix(head).is_some_and(|rest| {
                    let rest = rest.trim_end_matches(vocabulary.prefixes.as_slice());
                    !rest.ends_with(|sign: char| sign.is_alphabetic())
                })
            });
            let chained = self.marks.last().is_some_and(|last| {
                last.senses.weekday.is_some()
                    && passage.text[last.span.end..word.start].trim().chars().count() < 2
            });
            if headed || (chained && stem != word) {
                let short = text.chars().count() == 1;
                return !short || passage.rest(stem.end).starts_with(['\'', '׳', '’', '‘']);
            }
            return senses.cardinal.is_none() && senses.ordinal.is_none() && text == "שבת";
        }
        // French "sept" is September only with its full stop.
        let counts = senses.month.is_some() && senses.cardinal.is_some();
        if counts && !passage.rest(stem.end).starts_with('.') {
            return false;
        }
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        let calendar = senses.month.is_some() || senses.weekday.is_some();
        !(calendar && passage.language.numerals.capitalised) || capital
    }
}

impl Figure {
    fn of(span: Span, magnitude: Magnitude) -> Figure {
        Figure {
            span,
            magnitude,
            form: Form::Cardinal,
            strength: Strength::Firm,
            plain: None,
            unit: None,
            decade: false,
            scale: Rational::ONE,
        }
    }
}

/// The byte after any spaces behind a figure.
pub(super) fn behind(passage: &Passage, at: usize) -> usize {
    after_spaces(passage.text, at, passage.span.end)
}
