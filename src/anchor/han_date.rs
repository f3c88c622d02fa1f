//! Dates and times of day as Japanese and Chinese write them: 1998年3月12日, 19世紀, 午後10時15分.

use super::date::{Clock, Date, Period};
use super::digits::digit;
use super::passage::Passage;

/// The date that begins with the digits at a byte, and where it ends. A year alone is a number, and
/// so is a month alone.
pub(super) fn date(passage: &Passage, at: usize) -> Option<(Date, usize)> {
    let (value, end) = field(passage, at)?;
    century(passage, value, end)
        .or_else(|| calendar(passage, value, end))
        .or_else(|| clock(passage, at, value, end))
}

/// The digits at a byte, up to four, and where they end.
fn field(passage: &Passage, at: usize) -> Option<(i32, usize)> {
    let bytes = &passage.text.as_bytes()[..passage.span.end];
    let (mut value, mut end, mut digits) = (0, at, 0);
    while let Some((next, length)) = digit(bytes, end) {
        (value, end, digits) = (value * 10 + i32::from(next), end + length, digits + 1);
        if digits > 4 {
            return None;
        }
    }
    (digits > 0).then_some((value, end))
}

/// Where a sign ends that stands at a byte, a space before it allowed.
fn sign(passage: &Passage, at: usize, signs: &[&str]) -> Option<usize> {
    let rest = passage.rest(at);
    let found = signs.iter().find_map(|sign| rest.trim_start_matches(' ').strip_prefix(sign))?;
    Some(passage.span.end - found.len())
}

/// A field and the sign behind it.
fn signed(passage: &Passage, at: usize, below: i32, signs: &[&str]) -> Option<(u8, usize)> {
    let spaces = passage.rest(at).bytes().take_while(|byte| *byte == b' ').count();
    let (value, end) = field(passage, at + spaces).filter(|(value, _)| *value < below)?;
    Some((u8::try_from(value).ok()?, sign(passage, end, signs)?))
}

fn century(passage: &Passage, value: i32, end: usize) -> Option<(Date, usize)> {
    let end = sign(passage, end, &["世紀", "世纪"]).filter(|_| (1..=30).contains(&value))?;
    let year = Some((value - 1) * 100);
    Some((Date { year, period: Period::Century, ..Date::default() }, end))
}

fn calendar(passage: &Passage, value: i32, end: usize) -> Option<(Date, usize)> {
    let year = sign(passage, end, &["年"]).filter(|_| (1000..2200).contains(&value));
    let (month, stop) = match year {
        Some(end) => signed(passage, end, 13, &["月"])?,
        None => {
            let month = u8::try_from(value).ok().filter(|month| *month < 13)?;
            (month, sign(passage, end, &["月"])?)
        }
    };
    let day = signed(passage, stop, 32, &["日", "号", "號"]);
    let valid = month > 0 && (year.is_some() || day.is_some());
    let date = Date {
        year: year.map(|_| value),
        month: Some(month),
        day: day.map(|(day, _)| day).filter(|day| *day > 0),
        ..Date::default()
    };
    valid.then_some((date, day.map_or(stop, |(_, end)| end)))
}

/// Words for the half of the day, and whether it is the second.
const HALVES: &[(&str, bool)] = &[
    ("午前", false),
    ("午後", true),
    ("上午", false),
    ("下午", true),
    ("晚上", true),
    ("早上", false),
    ("凌晨", false),
];

fn clock(passage: &Passage, at: usize, value: i32, end: usize) -> Option<(Date, usize)> {
    let before = passage.before(at).trim_end_matches(' ');
    let half = HALVES.iter().find(|(word, _)| before.ends_with(word));
    let hours = sign(passage, end, &["時", "时", "點", "点"])?;
    let minutes = signed(passage, hours, 60, &["分"]);
    // "3時間" is how long, and 三点 may be three points.
    let lasts = passage.rest(hours).starts_with(['間', '间', '半']);
    let sure = half.is_some() || minutes.is_some() || passage.language.code == "ja";
    let hour = u8::try_from(value).ok().filter(|hour| *hour <= 24 && sure && !lasts)?;
    let later = half.is_some_and(|(_, later)| *later && hour < 12);
    let clock = Clock {
        hour: if later { hour + 12 } else { hour },
        minute: minutes.map_or(0, |(minute, _)| minute),
        second: 0,
        definite: half.is_some() || hour > 12,
    };
    let end = minutes.map_or(hours, |(_, end)| end);
    Some((Date { clock: Some(clock), ..Date::default() }, end))
}
