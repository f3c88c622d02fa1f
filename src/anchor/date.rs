//! Dates, times of day, decades and centuries.

use std::fmt;

use super::figure::Figure;
use super::passage::Passage;
use super::roman::roman;
use super::year_part::{self, YearPart};
use super::{Anchor, Form, Key, Kind, Magnitude, Match, Number, Rational, Strength, Value};
use crate::lang::DateOrder;
use crate::span::Span;

/// A point or stretch of calendar time, as far as the text gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Date {
    /// Year of the common era, negative before it; the first year of a period.
    pub year: Option<i32>,
    /// Whether the year begins a decade or a century.
    pub period: Period,
    /// A quarter or a half of the year.
    pub part: Option<YearPart>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31; the first of a range.
    pub day: Option<u8>,
    /// Last day of a range of days in one month.
    pub last_day: Option<u8>,
    /// Weekday by ISO 8601: 1 is Monday, 7 Sunday.
    pub weekday: Option<u8>,
    /// Time of day.
    pub clock: Option<Clock>,
}

/// How long the time named by a year is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A year or less.
    #[default]
    Year,
    /// Ten years: "the 1990s". A decade named by two digits is taken to be of the 20th century.
    Decade,
    /// A hundred years: "the 19th century", "1800-tallet" (both begin at 1800).
    Century,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// Hour, 0 to 24.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Whether the text says which half of the day is meant: "15:00", "3 pm".
    pub definite: bool,
}

impl Date {
    /// A key equal for dates with equal parts. Weekday and clock count only where nothing else is
    /// given, since renderings differ in giving them.
    pub fn key(&self) -> Key {
        let parts = match (self.year, self.month, self.day) {
            parts if self.part.is_some() => format!("{parts:?}{:?}", self.part),
            (None, None, None) => {
                format!("{:?}{:?}", self.weekday, self.clock.map(|c| c.hour % 12))
            }
            parts => format!("{parts:?}"),
        };
        Key::of(Kind::Date, &[parts.as_bytes()])
    }

    /// The numbers written in digits: day, last day, year, hour and minute, without the month.
    pub fn numbers(&self) -> Vec<Rational> {
        let clock = self.clock.map(|clock| [clock.hour, clock.minute]);
        [self.day, self.last_day]
            .into_iter()
            .flatten()
            .map(i64::from)
            .chain(self.part.map(|part| part.rank().into()))
            .chain(self.year.map(i64::from))
            .chain(clock.into_iter().flatten().map(i64::from))
            .map(Rational::from_int)
            .collect()
    }

    /// How far it agrees with a number: a year, a day, or a time of day written 17.30.
    pub(super) fn matches_number(&self, number: &Number) -> Match {
        let Magnitude { low, high: None, .. } = number.magnitude else { return Match::None };
        let time = self.clock.and_then(|clock| {
            Rational::decimal(i64::from(clock.hour) * 100 + i64::from(clock.minute), 2)
        });
        let same = time == Some(low) || self.numbers() == [low];
        if same { Match::Bare } else { Match::None }
    }

    /// How far it agrees with another date: exactly when every part is given and equal on both
    /// sides, as bare numbers when no part contradicts the other side and the shared ones hold a
    /// year, a month, a weekday or a time.
    pub fn matches(&self, other: &Date) -> Match {
        if self == other {
            return Match::Exact;
        }
        let mut shared = 0;
        let mut agree = |a: Option<i32>, b: Option<i32>| match (a, b) {
            (Some(a), Some(b)) => {
                shared += 1;
                a == b
            }
            _ => true,
        };
        let small = |part: Option<u8>| part.map(i32::from);
        let consistent = agree(self.year, other.year)
            && agree(small(self.month), small(other.month))
            && agree(small(self.day), small(other.day))
            && agree(small(self.last_day), small(other.last_day))
            && agree(small(self.weekday), small(other.weekday));
        let parts = match (self.part, other.part) {
            (Some(a), Some(b)) => {
                shared += 1;
                a == b
            }
            _ => true,
        };
        let clocks = match (self.clock, other.clock) {
            (Some(a), Some(b)) => {
                shared += 1;
                let half = if a.definite && b.definite { 24 } else { 12 };
                (a.hour % half, a.minute, a.second) == (b.hour % half, b.minute, b.second)
            }
            _ => true,
        };
        if consistent && parts && clocks && shared > 0 { Match::Bare } else { Match::None }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(year) = self.year {
            parts.push(match self.period {
                Period::Year => format!("{year:04}"),
                Period::Decade => format!("{year}s"),
                Period::Century => format!("{year}c"),
            });
        } else if self.month.is_some() {
            parts.push("----".to_owned());
        }
        parts.extend(self.part.map(|part| match part {
            YearPart::Quarter(rank) => format!("Q{rank}"),
            YearPart::Half(rank) => format!("H{rank}"),
        }));
        parts.extend(self.month.map(|month| format!("-{month:02}")));
        parts.extend(self.day.map(|day| format!("-{day:02}")));
        parts.extend(self.last_day.map(|day| format!("..{day:02}")));
        const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let mut text = parts.concat();
        let mut add = |part: String| {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&part);
        };
        if let Some(day) =
            self.weekday.and_then(|day| WEEKDAYS.get(usize::from(day).wrapping_sub(1)))
        {
            add((*day).to_owned());
        }
        if let Some(clock) = self.clock {
            let mark = if clock.definite { "" } else { "?" };
            add(format!("T{:02}:{:02}{mark}", clock.hour, clock.minute));
        }
        f.write_str(&text)
    }
}

/// Gives each date.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    let mut dates = Vec::new();
    let mut push = |date, span, strength| {
        dates.push(Anchor { value: Value::Date(date), span, strength });
    };
    for (span, date) in &passage.dates {
        push(*date, *span, Strength::Firm);
    }
    year_part::find(passage, &mut push);
    for figure in &passage.figures {
        if let Some((date, span)) = decade(passage, figure) {
            push(date, span, Strength::Firm);
        }
    }
    for mark in &passage.marks {
        let senses = mark.senses;
        if let Some(year) = senses.decade {
            if let Some(span) = named_decade(passage, mark.span) {
                push(Date::period(year as i32), span, Strength::Firm);
            }
        } else if let Some(month) = senses.month {
            if let Some((date, span)) = around_month(passage, mark.span, month) {
                let alone = date.day.is_none() && date.year.is_none();
                push(date, span, if alone { Strength::Weak } else { Strength::Firm });
            }
        } else if let Some(weekday) = senses.weekday {
            let date = Date { weekday: Some(weekday), ..Date::default() };
            push(date, mark.span, Strength::Weak);
        } else if let Some(hour) = senses.hour {
            let clock = Clock { hour, minute: 0, second: 0, definite: true };
            let date = Date { clock: Some(clock), ..Date::default() };
            push(date, mark.span, Strength::Weak);
        } else if senses.century
            && let Some((date, span)) = century(passage, mark.span)
        {
            push(date, span, Strength::Firm);
        }
    }
    join_decades(passage, &mut dates);
    anchors.append(&mut dates);
}

/// Gives the decades that are written with two digits the century named behind them: "the 40s of the
/// 19th century", "40-årene på 1800-tallet".
fn join_decades(passage: &Passage, anchors: &mut Vec<Anchor>) {
    let date = |anchor: &Anchor| match anchor.value {
        Value::Date(date) => Some(date),
        _ => None,
    };
    let periods = |anchor: &Anchor| date(anchor).is_some_and(|it| it.period != Period::Year);
    if anchors.iter().filter(|anchor| periods(anchor)).count() < 2 {
        return;
    }
    anchors.sort_by_key(|anchor| anchor.span);
    let mut at = 1;
    while at < anchors.len() {
        let (first, second) = (&anchors[at - 1], &anchors[at]);
        let gap = passage.text.get(first.span.end..second.span.start);
        let short = |span: Span| {
            let figure = passage.figures.iter().find(|figure| figure.span.overlaps(span));
            figure.is_some_and(|figure| figure.plain == Some(2))
        };
        let parts = date(first).zip(date(second)).filter(|(decade, century)| {
            decade.period == Period::Decade && century.period == Period::Century
        });
        let year = |date: Date| date.year.unwrap_or_default();
        if first.span.overlaps(second.span)
            && parts.is_some_and(|(decade, century)| year(decade) / 100 == year(century) / 100)
        {
            // The century belongs to the decade's own phrase.
            anchors.remove(at);
        } else if let (Some((decade, century)), Some(gap)) = (parts, gap)
            && gap.len() <= LONGEST_GAP
            && !gap.contains([',', '.', ';', ':', '('])
            && short(first.span)
            && let (Some(decade), Some(century)) = (decade.year, century.year)
        {
            let year = century + decade % 100;
            let joined = Date { year: Some(year), period: Period::Decade, ..Date::default() };
            let span = Span::new(first.span.start, second.span.end);
            anchors[at - 1] = Anchor { value: Value::Date(joined), span, strength: Strength::Firm };
            anchors.remove(at);
        } else {
            at += 1;
        }
    }
}

/// The longest gap between a decade and its century, in bytes.
const LONGEST_GAP: usize = 12;

impl Date {
    /// The decade or century that begins with `year`, in full or as the last two digits.
    fn period(year: i32) -> Date {
        let year = if year < 100 { 1900 + year } else { year };
        let period = if year % 100 == 0 && year < 2000 { Period::Century } else { Period::Decade };
        Date { year: Some(year), period, ..Date::default() }
    }
}

/// What may stand between the parts of a date: spaces, a full stop, a comma, "of".
pub(super) fn is_gap(passage: &Passage, from: usize, to: usize) -> bool {
    let Some(gap) = passage.text.get(from..to) else { return false };
    let word = gap.trim_matches([' ', '\u{a0}', '\u{202f}', '.', ',', '-', '־', '‑', '\u{200f}']);
    gap.len() <= 12 && (word.is_empty() || passage.vocabulary.of.contains(&word))
}

/// The date whose month stands at `at`.
fn around_month(passage: &Passage, at: Span, month: u8) -> Option<(Date, Span)> {
    let figures = &passage.figures;
    let index = figures.partition_point(|figure| figure.span.start < at.start);
    let mut date = Date { month: Some(month), ..Date::default() };
    let mut span = at;
    let mut next = index;
    let day = |figure: &Figure| {
        let short = figure.plain.is_some_and(|digits| digits <= 2);
        let ranked = figure.form == Form::Ordinal || figure.magnitude.high.is_some();
        let low = figure.magnitude.low.to_int().filter(|day| (1..=31).contains(day))?;
        let high = match figure.magnitude.high {
            Some(high) => Some(high.to_int().filter(|day| (1..=31).contains(day))?),
            None => None,
        };
        (short || ranked).then_some((low as u8, high.map(|day| day as u8)))
    };
    if let Some(figure) = index.checked_sub(1).and_then(|index| figures.get(index))
        && is_gap(passage, figure.span.end, at.start)
        && let Some((low, high)) = day(figure)
    {
        (date.day, date.last_day) = (Some(low), high);
        span.start = figure.span.start;
    } else if passage.language.numerals.order == DateOrder::Either
        && let Some(figure) = figures.get(index)
        && is_gap(passage, at.end, figure.span.start)
        && let Some((low, high)) = day(figure)
    {
        (date.day, date.last_day) = (Some(low), high);
        span.end = figure.span.end;
        next += 1;
    }
    if let Some(figure) = figures.get(next)
        && is_gap(passage, span.end, figure.span.start)
        && figure.plain == Some(4)
        && let Some(year) = figure.whole().filter(|year| (1000..2200).contains(year))
    {
        date.year = Some(year as i32);
        span.end = figure.span.end;
    }
    let alone = date.day.is_none() && date.year.is_none();
    let short = is_short_month(passage, at, month);
    (!alone || !short).then_some((date, span))
}

/// Whether a month that stands alone may be something else: an abbreviation, or English "may".
fn is_short_month(passage: &Passage, at: Span, month: u8) -> bool {
    let word = at.of(passage.text);
    if passage.vocabulary.is_unspaced() || word.chars().count() > 4 {
        return false;
    }
    let name = word.to_lowercase();
    let full = passage.vocabulary.month_names.get(usize::from(month).wrapping_sub(1));
    if full.is_none_or(|full| **full != *name) {
        return word.chars().count() <= 3 || passage.rest(at.end).starts_with('.');
    }
    let before = passage.before(at.start).trim_end();
    let last = before.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    name == "may" && !matches!(last, "in" | "since" | "until" | "till" | "of" | "last" | "next")
}

/// The decade that a figure names by its suffix or by the words around it.
fn decade(passage: &Passage, figure: &Figure) -> Option<(Date, Span)> {
    let vocabulary = passage.vocabulary;
    let year =
        figure.magnitude.low.to_int().filter(|year| year % 10 == 0 && (10..2100).contains(year))?;
    let mut span = figure.span;
    let before = passage.before(span.start).trim_end_matches([' ', '\u{a0}', '-', '־']);
    let headed =
        vocabulary.decade_before.ending(before).any(|(rest, _)| !rest.ends_with(is_bare_letter));
    let ranged = figure.magnitude.high.is_some();
    let named = headed && !ranged && !(100..1000).contains(&year);
    if !figure.decade && !named {
        return None;
    }
    let rest = passage.rest(span.end);
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '-']).len();
    let after = vocabulary.decade_after.beginning(&rest[spaces..]).next();
    span.end += after.map_or(0, |(length, _)| spaces + length);
    Some((Date::period(year as i32), span))
}

fn is_bare_letter(sign: char) -> bool {
    sign.is_alphabetic() && !('א'..='ת').contains(&sign)
}

/// The span of a decade in words; where a language needs "years" behind it, only with that.
fn named_decade(passage: &Passage, at: Span) -> Option<Span> {
    let after = &passage.vocabulary.decade_after;
    if after.is_empty() || at.of(passage.text).to_lowercase().contains("jahre") {
        return Some(at);
    }
    let rest = passage.rest(at.end).trim_start_matches([' ', '\u{a0}', '-']);
    after.beginning(rest).next().map(|_| at)
}

/// The century whose word stands at `at`: "19th century", "siècle XIX", "המאה ה-19".
fn century(passage: &Passage, at: Span) -> Option<(Date, Span)> {
    let figures = &passage.figures;
    let index = figures.partition_point(|figure| figure.span.start < at.start);
    let rank = |value: i64| (1..=30).contains(&value).then_some(value as i32);
    let date = |rank: i32| Date {
        year: Some((rank - 1) * 100),
        period: Period::Century,
        ..Date::default()
    };
    if let Some(figure) = index.checked_sub(1).and_then(|index| figures.get(index))
        && is_gap(passage, figure.span.end, at.start)
        && let Some(rank) = figure.magnitude.low.to_int().and_then(rank)
        && (figure.form == Form::Ordinal
            || passage.text[figure.span.end..at.start].starts_with('.'))
    {
        return Some((date(rank), Span::new(figure.span.start, at.end)));
    }
    let follows = figures.iter().find(|figure| figure.span.start >= at.end);
    if let Some(figure) = follows.filter(|_| !passage.vocabulary.prefixes.is_empty())
        && is_gap(passage, at.end, figure.span.start)
        && let Some(rank) = figure.magnitude.low.to_int().and_then(rank)
    {
        return Some((date(rank), Span::new(at.start, figure.span.end)));
    }
    let before = passage.before(at.start).trim_end();
    let word = before.rsplit([' ', '\u{a0}', '(']).next().unwrap_or_default();
    let start = passage.span.start + before.len() - word.len();
    if let Some(value) = roman(word.trim_end_matches(['e', '.', 'ᵉ', 'è', 'm'])).and_then(rank) {
        return Some((date(value), Span::new(start, at.end)));
    }
    let rest = passage.rest(at.end).trim_start();
    let word = rest.split([' ', ',', '.', ')']).next().unwrap_or_default();
    let start = passage.span.end - rest.len();
    let value = roman(word).and_then(rank)?;
    Some((date(value), Span::new(at.start, start + word.len())))
}
