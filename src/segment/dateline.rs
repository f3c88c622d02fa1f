//! Datelines and rules: what stands between two texts that were run together.
//!
//! "Harbour reopens 2024-05-17 The harbour of ..." is a headline, a date and a sentence;
//! `_____` and `***` separate texts. Complexity: constant a hyphen, slash or asterisk. Weakness: only
//! numeric dates are known.

use super::gap::Kind;
use super::lexicon::{Lexicon, Roles};
use crate::span::Span;

/// The run of `***`, `_____` or `=====` that begins at the byte `at`, if it stands by itself.
pub(super) fn rule(text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let mark = *bytes.get(at)?;
    let len = bytes[at..].iter().take_while(|&&byte| byte == mark).count();
    let least = if mark == b'*' { 3 } else { 5 };
    let alone = at == 0 || bytes[at - 1].is_ascii_whitespace();
    (len >= least && alone).then(|| Span::new(at, at + len))
}

/// The date, with the time of day behind it, whose first hyphen or slash stands at the byte `at`, if
/// it stands between a headline or a name and a capital letter.
pub(super) fn dateline(text: &str, at: usize, start: usize, lexicon: &Lexicon) -> Option<Span> {
    let bytes = text.as_bytes();
    let digits = bytes[start..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let first = at - digits;
    let mut end = at + 1;
    let mark = bytes[at];
    let run = |from: usize| {
        bytes.get(from..).map_or(0, |rest| rest.iter().take_while(|it| it.is_ascii_digit()).count())
    };
    let middle = run(end);
    end += middle;
    if !(1..=2).contains(&middle) || bytes.get(end) != Some(&mark) {
        return None;
    }
    let last = run(end + 1);
    end += 1 + last;
    let dated = match mark {
        b'-' => digits == 4 && last == 2,
        _ => (1..=2).contains(&digits) && (last == 2 || last == 4),
    };
    let timed = time(text, end);
    if !dated || (mark == b'/' && timed.is_none()) {
        return None;
    }
    end = timed.unwrap_or(end);
    let next = text[end..].strip_prefix(' ')?.chars().next()?;
    let before = text[start..first].strip_suffix(' ')?;
    let word = before.rsplit(' ').next().unwrap_or_default();
    let name = word.chars().next().is_some_and(|c| c.is_uppercase() || c == '<');
    let free = word.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '>' | ')' | '"' | '»'))
        && !lexicon.roles(word).any(Roles::STARTER)
        && (mark == b'-' || name);
    (Kind::of(next) == Kind::Upper && free).then(|| Span::new(first, end))
}

/// The end of ` 09:11 AM` or ` 09:11:30` at the byte `at`.
fn time(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix(' ')?;
    let len = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    let clock = &rest[..len];
    if !(4..=8).contains(&len) || !clock.contains(':') {
        return None;
    }
    let half = [" AM", " PM"].iter().any(|half| rest[len..].starts_with(half));
    Some(at + 1 + len + if half { 3 } else { 0 })
}
