//! Times of day in words: "halv seks om ettermiddagen", "a quarter to nine", "neuf heures et quart".
//!
//! Works on the figures of a passage and what stands between them, so that a time costs nothing
//! where there are no numbers. What might count something else is a time only behind "klokken" or
//! "at", before a part of the day, or where no noun can follow. Weakness: a time of day that says
//! nothing of the kind ("she came at eight") stays a number.

use std::borrow::Cow;

use super::bound::without_gap;
use super::date::{Clock, Date};
use super::figure::Figure;
use super::numeric_date::said_after;
use super::passage::Passage;
use super::vocabulary::plain_quotes;
use super::{Form, Rational};
use crate::lang::HalfDay;
use crate::lang::clock::ClockWords;
use crate::span::Span;

/// Takes the figures that are times of day out of `figures`, into `dates`.
pub(super) fn read(passage: &Passage, figures: &mut Vec<Figure>, dates: &mut Vec<(Span, Date)>) {
    if figures.is_empty() {
        return;
    }
    let words = ClockWords::of(passage.language);
    if words.near.is_empty() && words.heads.is_empty() {
        return;
    }
    let reader = Reader { passage, words, figures };
    let mut times: Vec<(Span, Date)> = Vec::new();
    let mut taken = passage.span.start;
    for (index, figure) in figures.iter().enumerate() {
        if figure.span.start < taken {
            continue;
        }
        if let Some((span, date)) = reader.lengthen(index, dates).or_else(|| reader.time(index)) {
            taken = span.end;
            times.push((span, date));
        }
    }
    if times.is_empty() {
        return;
    }
    let is_taken = |span: Span| times.iter().any(|(time, _)| time.overlaps(span));
    figures.retain(|figure| !is_taken(figure.span));
    dates.retain(|(span, _)| !is_taken(*span));
    dates.extend(times);
    dates.sort_by_key(|(span, _)| *span);
}

/// How sure a reading is of itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// It is a time wherever it stands.
    Sure,
    /// Behind a word such as "at", before a part of the day, or where nothing is counted.
    Likely,
    /// Behind a word such as "at" or before a part of the day.
    Headed,
    /// Behind a word such as "klokken", or "at" with a part of the day.
    Bare,
}

/// A reading of some figures as a time of day.
struct Reading {
    /// Minutes since midnight or noon, may be below nought.
    minutes: i64,
    /// Whether the hour it is said with is above twelve.
    of_24: bool,
    end: usize,
    certainty: Certainty,
}

struct Reader<'r, 'd> {
    passage: &'r Passage<'d>,
    words: &'static ClockWords,
    figures: &'r [Figure],
}

impl Reader<'_, '_> {
    /// The time whose first figure has this index.
    fn time(&self, index: usize) -> Option<(Span, Date)> {
        let start = self.figures[index].span.start;
        let accept = |reading: Option<Reading>| self.accept(start, reading?);
        accept(self.off_the_hour(index))
            .or_else(|| accept(self.ahead(index, 0)))
            .or_else(|| accept(self.hour_first(index)))
            .or_else(|| accept(self.hour_alone(index)))
    }

    /// "Five to nine", "kvart over åtte", "fem på halv ti".
    fn off_the_hour(&self, index: usize) -> Option<Reading> {
        let next = self.figures.get(index + 1)?;
        let (minutes, named) = self.minutes(index)?;
        let gap = self.gap(index)?;
        let (gap, counted) = self.without(&gap, self.words.minutes);
        let to = has(self.words.to, gap);
        if !to && !has(self.words.past, gap) {
            return None;
        }
        if minutes == 30 && named && to {
            return None;
        }
        let minutes = if to { -minutes } else { minutes };
        let reading = match self.ahead(index + 1, minutes) {
            Some(reading) => reading,
            None => Reading {
                minutes: 60 * self.hour(next)? + minutes,
                of_24: self.hour(next)? > 12,
                end: self.after_hour(next.span.end).0,
                certainty: Certainty::Sure,
            },
        };
        let ambiguous = to && self.words.to_may_be_range;
        let rounded = minutes % 5 == 0 && minutes.abs() < 30;
        let certainty = match (named || counted, ambiguous) {
            (true, false) => Certainty::Sure,
            (true, true) => Certainty::Likely,
            (false, false) if rounded => Certainty::Likely,
            (false, _) => Certainty::Headed,
        };
        Some(Reading { certainty, ..reading })
    }

    /// "Halv seks", "drei viertel acht": a part of the hour that ends at the number, plus minutes.
    fn ahead(&self, index: usize, plus: i64) -> Option<Reading> {
        let (part, hour) = (self.figures.get(index)?, self.figures.get(index + 1)?);
        if part.form != Form::Fraction || !self.gap(index)?.is_empty() {
            return None;
        }
        let word = part.span.of(self.passage.text).to_lowercase();
        let is_half = self.words.half.split_whitespace().any(|half| half == word);
        let (minutes, _) = self.minutes(index)?;
        if !(is_half || self.words.quarters && minutes != 30) {
            return None;
        }
        let value = self.hour(hour).filter(|hour| (1..=12).contains(hour))?;
        let certainty =
            if minutes == 15 && !self.words.ordinal { Certainty::Headed } else { Certainty::Sure };
        Some(Reading {
            minutes: 60 * (value - 1) + minutes + plus,
            of_24: false,
            end: self.after_hour(hour.span.end).0,
            certainty,
        })
    }

    /// "Huit heures et quart", "acht Uhr dreißig", "klokken åtte tretti", "שמונה ורבע".
    fn hour_first(&self, index: usize) -> Option<Reading> {
        let figure = &self.figures[index];
        // "חמש וחצי" has been read as 5.5.
        if self.words.and == "ו"
            && let Some(half) = Rational::new(1, 2)
            && let Some(hour) = figure.magnitude.low.plus(half.negated()).and_then(Rational::to_int)
            && (1..=12).contains(&hour)
            && figure.form == Form::Cardinal
            && is_bare(figure)
        {
            let end = figure.span.end;
            let minutes = 60 * hour + 30;
            return Some(Reading { minutes, of_24: false, end, certainty: Certainty::Headed });
        }
        let hour = self.hour(figure)?;
        // "תשע ועשרה" has been read as 19.
        if (11..20).contains(&hour) && figure.span.of(self.passage.text).contains(" ו") {
            let (minutes, end) = (60 * (hour - 10) + 10, figure.span.end);
            return Some(Reading { minutes, of_24: false, end, certainty: Certainty::Headed });
        }
        let next = self.figures.get(index + 1)?;
        let (minutes, with_hours) = self.behind_hour(index)?;
        let sure = with_hours && (self.words.hours_are_sure || minutes < 0);
        Some(Reading {
            minutes: 60 * hour + minutes,
            of_24: hour > 12,
            end: next.span.end,
            certainty: if sure { Certainty::Sure } else { Certainty::Headed },
        })
    }

    /// The minutes in the figure behind an hour, and whether "heures" stands between.
    fn behind_hour(&self, index: usize) -> Option<(i64, bool)> {
        let (minutes, named) = self.minutes(index + 1)?;
        let gap = self.gap(index)?;
        let (mark, with_hours) = self.without_phrase(&gap, self.words.hours);
        let less = has(self.words.less, mark);
        let added = has(self.words.and, mark);
        let plain = mark.is_empty() && !named && minutes >= 5;
        let in_words = !self.figures[index + 1].span.of(self.passage.text).starts_with(is_digit);
        (less || added || plain && in_words)
            .then_some((if less { -minutes } else { minutes }, with_hours))
    }

    /// "Klokken åtte", "um acht Uhr", "at eight o'clock".
    fn hour_alone(&self, index: usize) -> Option<Reading> {
        let figure = &self.figures[index];
        let hour = self.hour(figure).filter(|_| figure.plain.is_none())?;
        let (end, with_hours) = self.after_hour(figure.span.end);
        let is_announced = || self.is_headed(figure.span.start) || self.is_near(figure.span.start);
        if !(with_hours || is_announced()) || self.behind_hour(index).is_some() {
            return None;
        }
        let certainty = match with_hours {
            true if self.words.hours_are_sure => Certainty::Sure,
            true => Certainty::Headed,
            false => Certainty::Bare,
        };
        Some(Reading { minutes: 60 * hour, of_24: hour > 12, end, certainty })
    }

    /// A time in digits, with the minutes behind it: "à 8 heures et demie", "בשעה 8 וחצי".
    fn lengthen(&self, index: usize, dates: &[(Span, Date)]) -> Option<(Span, Date)> {
        let start = self.figures[index].span.start;
        let (span, date) =
            dates.iter().rfind(|(span, _)| span.end <= start && start - span.end <= 12)?;
        let clock = date.clock.filter(|clock| clock.minute == 0)?;
        let gap = normal(self.passage.text.get(span.end..start)?);
        let less = has(self.words.less, &gap);
        if gap.is_empty() || !(less || has(self.words.and, &gap)) {
            return None;
        }
        let (minutes, _) = self.minutes(index)?;
        let total = 60 * i64::from(clock.hour) + if less { -minutes } else { minutes };
        let reading = Reading {
            minutes: total,
            of_24: clock.definite,
            end: self.figures[index].span.end,
            certainty: Certainty::Sure,
        };
        self.accept(span.start, reading)
    }

    /// The date of a reading whose surroundings bear it out.
    fn accept(&self, start: usize, reading: Reading) -> Option<(Span, Date)> {
        let passage = self.passage;
        let said = || said_after(passage, reading.end);
        let headed = || self.is_headed(start);
        let near = || self.is_near(start);
        let part_of_day = || said().is_some_and(|(half, _, _)| half != HalfDay::Unsaid);
        let free = || self.is_free(reading.end);
        let borne_out = match reading.certainty {
            Certainty::Sure => true,
            Certainty::Likely => headed() || part_of_day() || free(),
            Certainty::Headed => headed() || part_of_day() || near() && free(),
            Certainty::Bare => headed() || near() && part_of_day(),
        };
        if !borne_out {
            return None;
        }
        let (half, end) =
            said().map_or((HalfDay::Unsaid, reading.end), |(half, _, end)| (half, end));
        let clock = clock(reading.minutes, reading.of_24, half)?;
        Some((Span::new(start, end), Date { clock: Some(clock), ..Date::default() }))
    }

    /// Whether a word such as "klokken" stands before the byte `start`.
    fn is_headed(&self, start: usize) -> bool {
        self.passage.vocabulary.clock.heads.ends(without_gap(self.passage.before(start)))
    }

    /// Whether a word such as "at" stands before the byte `start`.
    fn is_near(&self, start: usize) -> bool {
        let vocabulary = self.passage.vocabulary;
        let tail = without_gap(self.passage.before(start));
        let in_hebrew = || vocabulary.prefixes.contains(&'ב');
        let behind_in = |rest: &str| rest.is_empty() || rest.ends_with([' ', '\u{a0}', 'ו']);
        vocabulary.clock.near.ends(tail)
            || tail.strip_suffix('ב').is_some_and(behind_in) && in_hebrew()
    }

    /// Whether nothing that might be counted stands behind.
    fn is_free(&self, at: usize) -> bool {
        let rest = self.passage.rest(at);
        let next = rest.trim_start_matches([' ', '\u{a0}']);
        if next.len() == rest.len() || !next.starts_with(char::is_alphanumeric) {
            return !rest.starts_with(['-', '־', '%']) && !rest.starts_with(is_letter);
        }
        let word = next.split(|sign: char| !is_letter(sign)).next().unwrap_or_default();
        let word = word.to_lowercase();
        let joins = self.words.and == "ו" && word.starts_with('ו');
        joins || self.passage.vocabulary.clock.followers.contains(&*word)
    }

    /// The end of an hour with what may stand behind it, "o'clock", and whether it does.
    fn after_hour(&self, at: usize) -> (usize, bool) {
        let rest = self.passage.rest(at);
        let next = rest.trim_start_matches([' ', '\u{a0}', '-']);
        let skip = rest.len() - next.len();
        let hours = self.passage.vocabulary.clock.hours.beginning(next).next();
        hours.map_or((at, false), |(length, ())| (at + skip + length, true))
    }

    /// A figure as an hour.
    fn hour(&self, figure: &Figure) -> Option<i64> {
        let form = if self.words.ordinal { Form::Ordinal } else { Form::Cardinal };
        let is_short = figure.plain.is_none_or(|digits| digits <= 2);
        if figure.form != form || !is_bare(figure) || !is_short {
            return None;
        }
        figure.magnitude.low.to_int().filter(|hour| (1..=24).contains(hour))
    }

    /// A figure as minutes, and whether it says so itself, as "quarter" and "half" do.
    fn minutes(&self, index: usize) -> Option<(i64, bool)> {
        let figure = self.figures.get(index).filter(|figure| is_bare(figure))?;
        let value = figure.magnitude.low;
        match figure.form {
            Form::Fraction => {
                let minutes = value.times(60.into())?.to_int()?;
                matches!(minutes, 15 | 30 | 45).then_some((minutes, true))
            }
            Form::Cardinal => {
                value.to_int().filter(|value| (1..60).contains(value)).map(|value| (value, false))
            }
            _ => None,
        }
    }

    /// What stands between a figure and the next, without spaces at its ends, in lower case.
    fn gap(&self, index: usize) -> Option<Cow<'_, str>> {
        let (a, b) = (self.figures.get(index)?, self.figures.get(index + 1)?);
        let gap = self.passage.text.get(a.span.end..b.span.start)?;
        (gap.len() <= 24 && !gap.is_empty()).then(|| normal(gap))
    }

    /// A gap without one of some words at its start, and whether there was one.
    fn without<'g>(&self, gap: &'g str, words: &str) -> (&'g str, bool) {
        let word = gap.split(' ').next().unwrap_or_default();
        if !word.is_empty() && words.split_whitespace().any(|other| other == word) {
            return (gap[word.len()..].trim_start(), true);
        }
        (gap, false)
    }

    /// A gap without one of some phrases at its start, and whether there was one.
    fn without_phrase<'g>(&self, gap: &'g str, phrases: &str) -> (&'g str, bool) {
        let found = phrases.split('|').filter(|phrase| !phrase.is_empty()).find_map(|phrase| {
            gap.strip_prefix(phrase).filter(|rest| !rest.starts_with(is_letter))
        });
        found.map_or((gap, false), |rest| (rest.trim_start(), true))
    }
}

/// The time that lies `minutes` after midnight, or after noon where only the half of the day that
/// is said, or an hour above twelve, can tell.
fn clock(minutes: i64, of_24: bool, half: HalfDay) -> Option<Clock> {
    let minutes = minutes.rem_euclid(24 * 60);
    let (hour, minute) = (minutes / 60, minutes % 60);
    let hour = match half {
        HalfDay::Afternoon if hour < 12 => hour + 12,
        HalfDay::Morning if hour == 12 => 0,
        HalfDay::Night if (6..12).contains(&hour) => hour + 12,
        HalfDay::Night if hour == 12 => 0,
        HalfDay::Unsaid if hour == 0 && !of_24 => 12,
        _ => hour,
    };
    Some(Clock {
        hour: u8::try_from(hour).ok()?,
        minute: u8::try_from(minute).ok()?,
        second: 0,
        definite: of_24 || half != HalfDay::Unsaid,
    })
}

/// Whether a figure is a number without a unit, a scale or another end.
fn is_bare(figure: &Figure) -> bool {
    figure.unit.is_none()
        && figure.magnitude.high.is_none()
        && figure.scale == Rational::ONE
        && !figure.decade
}

fn has(phrases: &str, phrase: &str) -> bool {
    !phrase.is_empty() && phrases.split('|').any(|other| other == phrase)
}

fn normal(gap: &str) -> Cow<'_, str> {
    let edges = [' ', '-', '\u{200f}', '\u{200e}'];
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if gap.bytes().all(is_plain) {
        return Cow::Borrowed(gap.trim_matches(edges));
    }
    let gap = plain_quotes(gap).to_lowercase();
    Cow::Owned(gap.trim_matches(edges).to_owned())
}

fn is_letter(sign: char) -> bool {
    sign.is_alphabetic()
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit()
}
