//! Dates, times of day, decades and centuries.

use std::fmt;

use super::passage::Passage;
use super::{Anchor, Key, Kind, Match, Rational};

/// A point or stretch of calendar time, as far as the text gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Date {
    /// Year of the common era, negative before it; the first year of a period.
    pub year: Option<i32>,
    /// Whether the year begins a decade or a century.
    pub period: Period,
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
            .chain(self.year.map(i64::from))
            .chain(clock.into_iter().flatten().map(i64::from))
            .map(Rational::from_int)
            .collect()
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
        let clocks = match (self.clock, other.clock) {
            (Some(a), Some(b)) => {
                shared += 1;
                let half = if a.definite && b.definite { 24 } else { 12 };
                (a.hour % half, a.minute, a.second) == (b.hour % half, b.minute, b.second)
            }
            _ => true,
        };
        if consistent && clocks && shared > 0 { Match::Bare } else { Match::None }
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
pub(super) fn extract(_passage: &Passage, _anchors: &mut Vec<Anchor>) {}
