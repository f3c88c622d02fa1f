//! Cuts that one language's conventions make and another's do not: after a colon or a semicolon,
//! before a bullet.

use super::gap::{Ahead, Kind, emoticon};
use super::reference::is_publisher_or_author;
use super::{Boundary, Cut, SoftCuts};
use crate::lang::{Convention, Language, Script};

/// The cut after the colon at the byte `at`, in a segment that begins at the byte `start`.
pub(super) fn at_colon(
    text: &str,
    at: usize,
    start: usize,
    language: &Language,
    soft: SoftCuts,
) -> Option<Cut> {
    if let Some(len) = emoticon(&text[at..]) {
        return after_emoticon(text, at, at + len);
    }
    if soft == SoftCuts::Never {
        return None;
    }
    let cut = Cut { at: at + 1, boundary: Boundary::Soft };
    let ahead = after_space(&text[cut.at..])?;
    let cuts = match soft {
        SoftCuts::Always => ahead.kind != Kind::End,
        _ => {
            language.sentence.colon == Convention::Cuts
                && !in_title(&text[start..at])
                && !in_bracket(&text[start..at])
                && !text[..at].ends_with('.')
                && !is_publisher_or_author(ahead.rest)
                && (ahead.kind == Kind::Upper || ahead.opened || ahead.dashed)
                && ahead.kind != Kind::Digit
        }
    };
    cuts.then_some(cut)
}

/// The cut after the emoticon from byte `at` to byte `end`, which stands for a mark: before a capital.
fn after_emoticon(text: &str, at: usize, end: usize) -> Option<Cut> {
    let ahead = after_space(&text[end..])?;
    let ends = text[..at].ends_with(' ') && ahead.kind == Kind::Upper && !ahead.dashed;
    ends.then_some(Cut { at: end, boundary: Boundary::Hard })
}

/// The cut after the semicolon at the byte `at`; in Greek, a question mark.
pub(super) fn at_semicolon(
    text: &str,
    at: usize,
    language: &Language,
    soft: SoftCuts,
) -> Option<Cut> {
    let end = at + text[at..].chars().next().map_or(1, char::len_utf8);
    let ahead = after_space(&text[end..])?;
    if language.script == Script::Greek {
        let question = text[at..].starts_with(';');
        if question && ahead.kind != Kind::Lower {
            return Some(Cut { at: end, boundary: Boundary::Hard });
        }
        if !question && soft == SoftCuts::Conventional {
            return Some(Cut { at: end, boundary: Boundary::Soft });
        }
    }
    let cuts = match soft {
        SoftCuts::Never => false,
        SoftCuts::Conventional => {
            language.sentence.semicolon == Convention::Cuts && ahead.kind == Kind::Upper
        }
        SoftCuts::Always => ahead.kind != Kind::End,
    };
    cuts.then_some(Cut { at: end, boundary: Boundary::Soft })
}

/// The cut before the bullet at the byte `at`, in a segment that begins at the byte `start`.
pub(super) fn at_bullet(text: &str, at: usize, start: usize) -> Option<Cut> {
    let before = text[start..at].trim_end();
    let item = text[at..].chars().nth(1).is_some_and(char::is_whitespace);
    (item && !before.trim_start().is_empty())
        .then_some(Cut { at: start + before.len(), boundary: Boundary::Hard })
}

/// Whether `text` ends inside a short quotation: the title of a work ("«Guitar Hero").
fn in_title(text: &str) -> bool {
    text.rfind('«').is_some_and(|open| {
        let inside = &text[open..];
        !inside.contains('»') && inside.split_whitespace().nth(4).is_none()
    })
}

/// Whether `text` ends inside a short bracket: "(uttale: «kip»)".
fn in_bracket(text: &str) -> bool {
    text.rfind(['(', ')']).is_some_and(|mark| {
        let inside = &text[mark..];
        inside.starts_with('(') && inside.split_whitespace().nth(4).is_none()
    })
}

fn after_space(text: &str) -> Option<Ahead<'_>> {
    let rest = text.trim_start();
    (rest.len() < text.len()).then(|| Ahead::of(rest))
}
