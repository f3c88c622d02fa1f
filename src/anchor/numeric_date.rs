//! Dates and times of day in digits: 2018-09-30, 30.9.2018, 15:00, "kl. 15.00", "3 pm".

use super::date::{Clock, Date};
use super::every;
use super::han_date;
use super::passage::Passage;
use super::range::ends_with_word;
use super::word::after_spaces;
use crate::lang::{DateOrder, HalfDay};

/// The ASCII digits at `at`: their value, and where they end. At most four.
fn field(bytes: &[u8], at: usize) -> Option<(i32, usize)> {
    let digits = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let value =
        bytes[at..at + digits].iter().fold(0, |value, byte| value * 10 + i32::from(byte - b'0'));
    Some((value, at + digits))
}

/// The date in digits that begins at `at`, and where it ends.
pub(super) fn date(passage: &Passage, at: usize) -> Option<(Date, usize)> {
    if passage.vocabulary.is_unspaced()
        && let Some(found) = han_date::date(passage, at)
    {
        return Some(found);
    }
    let bytes = &passage.text.as_bytes()[..passage.span.end];
    let (first, stop) = field(bytes, at)?;
    let mark = *bytes.get(stop).filter(|mark| matches!(mark, b'.' | b'/' | b'-'))?;
    let (second, middle) = field(bytes, stop + 1).filter(|(_, end)| end - stop <= 3)?;
    bytes.get(middle).filter(|&&other| other == mark)?;
    let spaced = usize::from(mark == b'.' && bytes.get(middle + 1) == Some(&b' '));
    let (third, end) = field(bytes, middle + 1 + spaced)?;
    let length = end - middle - 1 - spaced;
    let more = bytes.get(end) == Some(&mark) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    let timed = (stop - at == 4).then(|| time_behind(bytes, end)).flatten();
    let closed =
        !more && (timed.is_some() || !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric));
    if !closed || (spaced == 1 && length != 4) {
        return None;
    }
    let leading = stop - at;
    let (year, month, day) = match (leading, length) {
        (4, 1 | 2) if mark != b'.' || third <= 31 => (first, second, third),
        (1 | 2, 4) => {
            ordered(passage, mark, first, second).map(|(day, month)| (third, month, day))?
        }
        (2, 2) if mark != b'-' => {
            let year = if third < 50 { 2000 + third } else { 1900 + third };
            ordered(passage, mark, first, second).map(|(day, month)| (year, month, day))?
        }
        (1, 2) if mark != b'-' && third > 12 => {
            let year = if third < 50 { 2000 + third } else { 1900 + third };
            ordered(passage, mark, first, second).map(|(day, month)| (year, month, day))?
        }
        _ => return None,
    };
    let valid =
        (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| {
        let date = Date {
            year: Some(year),
            month: u8::try_from(month).ok(),
            day: u8::try_from(day).ok(),
            clock: timed.map(|(clock, _)| clock),
            ..Date::default()
        };
        (date, timed.map_or(end, |(_, end)| end))
    })
}

/// The time of day behind an ISO 8601 date, and where it ends with its zone: "T13:05:00Z".
fn time_behind(bytes: &[u8], at: usize) -> Option<(Clock, usize)> {
    let part = |from: usize, below: i32| {
        let (value, end) = field(bytes, from).filter(|(value, _)| *value < below)?;
        (end - from == 2).then_some((u8::try_from(value).ok()?, end))
    };
    let (hour, end) = part(at + 1, 25).filter(|_| bytes.get(at) == Some(&b'T'))?;
    let (minute, end) = part(end + 1, 60).filter(|_| bytes.get(end) == Some(&b':'))?;
    let seconds = part(end + 1, 60).filter(|_| bytes.get(end) == Some(&b':'));
    let (second, mut end) = seconds.unwrap_or((0, end));
    let digits = |from: usize| {
        bytes.get(from..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let thousandths = digits(end + 1);
    if thousandths > 0 && bytes.get(end) == Some(&b'.') {
        end += 1 + thousandths;
    }
    match bytes.get(end) {
        Some(b'Z') => end += 1,
        Some(b'+' | b'-') => {
            end = part(end + 1, 15).map_or(end, |(_, stop)| match bytes.get(stop) {
                Some(b':') => part(stop + 1, 60).map_or(stop, |(_, stop)| stop),
                _ => part(stop, 60).map_or(stop, |(_, stop)| stop),
            });
        }
        _ => {}
    }
    let closed = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    closed.then_some((Clock { hour, minute, second, definite: true }, end))
}

/// Day and month in the order of the language, or in the only order that makes sense: with slashes every
/// language quotes American dates, "07/20/1954".
fn ordered(passage: &Passage, mark: u8, first: i32, second: i32) -> Option<(i32, i32)> {
    let american = passage.language.numerals.order == DateOrder::Either || mark == b'/';
    match (first <= 12, second <= 12) {
        (_, true) => Some((first, second)),
        (true, false) if american => Some((second, first)),
        _ => None,
    }
}

/// The time of day that begins at `at`, and where it ends.
pub(super) fn clock(passage: &Passage, at: usize) -> Option<(Date, usize)> {
    let bytes = &passage.text.as_bytes()[..passage.span.end];
    let vocabulary = passage.vocabulary;
    let (hour, stop) = field(bytes, at).filter(|(hour, end)| end - at <= 2 && *hour <= 24)?;
    let next = bytes.get(stop).copied();
    if next.is_some_and(|byte| matches!(byte, b',' | b'%' | b'/')) {
        return None;
    }
    let two_digits =
        |from: usize| field(bytes, from).filter(|(value, end)| end - from == 2 && *value < 60);
    let hours = |from: usize| {
        let letter = bytes.get(from).filter(|byte| matches!(byte, b'h' | b'H'))?;
        let after = after_spaces(passage.text, from + 1, bytes.len());
        let minutes = letter.is_ascii().then(|| two_digits(after)).flatten();
        // "2 h 59 min" is how long something takes.
        minutes.filter(|(_, end)| !passage.rest(*end).trim_start().starts_with("min"))
    };
    let colon = (next == Some(b':')).then(|| two_digits(stop + 1)).flatten();
    // "1:10 000" is a ratio.
    let grouped = |end: usize| {
        let gap = passage.rest(end).chars().next();
        let gap =
            gap.filter(|gap| matches!(gap, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ',' | '.'));
        gap.is_some_and(|gap| {
            let from = end + gap.len_utf8();
            let digits = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            hour == 1 && digits == 3
        })
    };
    let colon = colon.filter(|(_, end)| !grouped(*end));
    let point = (next == Some(b'.')).then(|| two_digits(stop + 1)).flatten();
    let lettered = hours(after_spaces(passage.text, stop, bytes.len()));
    let before = passage.before(at);
    let headed = || {
        vocabulary
            .clock_before
            .iter()
            .any(|word| ends_with_word(before, word, &vocabulary.prefixes))
    };
    let near = || vocabulary.clock_near.iter().any(|word| ends_with_word(before, word, &[]));
    let (minute, mut end, certain) = match (colon.or(lettered), point) {
        (Some((minute, end)), _) => (minute, end, true),
        (None, Some((minute, end))) => (minute, end, false),
        (None, None) => (0, stop, false),
    };
    let mut second = 0;
    if colon.is_some() && bytes.get(end) == Some(&b':') {
        (second, end) = two_digits(end + 1)?;
    }
    if bytes.get(end).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let whole = colon.is_none() && lettered.is_none() && point.is_none();
    let after = said_after(passage, end)
        .filter(|(_, phrase, _)| !(whole && vocabulary.unit(phrase).is_some()) || near());
    if !certain && after.is_none() && !headed() {
        return None;
    }
    if whole
        && after.is_none()
        && next.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        return None;
    }
    // "2 h 59 min" is how long something takes.
    let minutes = after.and_then(|(_, _, stop)| {
        let (_, stop) = field(bytes, after_spaces(passage.text, stop, bytes.len()))?;
        Some(passage.rest(stop).trim_start().starts_with("min"))
    });
    // "Toutes les 4 à 6 heures" is how often.
    let comes_back = || {
        let first = before.trim_end_matches(|sign: char| {
            sign.is_ascii_digit() || sign.is_whitespace() || matches!(sign, 'à' | '-' | '–')
        });
        every::is_said("", first, passage.language)
    };
    if whole && (minutes == Some(true) || after.is_some() && comes_back()) {
        return None;
    }
    let half = after.map(|(half, _, _)| half).unwrap_or(HalfDay::Unsaid);
    if let Some((_, _, stop)) = after {
        end = stop;
    }
    let hour = match half {
        HalfDay::Afternoon if hour < 12 => hour + 12,
        HalfDay::Night if (6..12).contains(&hour) => hour + 12,
        HalfDay::Morning | HalfDay::Night if hour == 12 => 0,
        _ => hour,
    };
    let definite = half != HalfDay::Unsaid || hour > 12 || hour == 0;
    let small = |value: i32| u8::try_from(value).ok();
    let clock =
        Clock { hour: small(hour)?, minute: small(minute)?, second: small(second)?, definite };
    Some((Date { clock: Some(clock), ..Date::default() }, end))
}

/// Time zones that are words in small letters: "le résultat 2 est négatif", "12 pt".
const WORDS: &[&str] = &["est", "et", "pt"];

/// What stands after a time of day: what it says, the phrase, where it ends.
pub(super) fn said_after(passage: &Passage, at: usize) -> Option<(HalfDay, &'static str, usize)> {
    let from = after_spaces(passage.text, at, passage.span.end);
    let rest = passage.rest(from);
    passage.vocabulary.clock.said.beginning(rest).find_map(|(length, (phrase, half))| {
        let digit = rest.as_bytes().get(length).is_some_and(u8::is_ascii_digit);
        let is_word = WORDS.contains(phrase) && rest.starts_with(char::is_lowercase);
        (!digit && !is_word).then_some((*half, *phrase, from + length))
    })
}
