//! Citations by year, volume, issue and pages, and reference marks such as `[4–6]`.
//!
//! Source: the forms of ISO 690, Vancouver, APA and MDPI style. Complexity: linear; brackets and
//! colons start the search. Weakness: the title and the authors are left to the names; "12:345"
//! alone is a time or a ratio, so a citation without an issue needs its year.

use std::fmt;

use super::passage::Passage;
use super::{Anchor, Key, Kind, Match, Strength, Value};
use crate::span::Span;

/// Where a cited work was published, or the marks that point into a list of references.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Citation {
    /// A place in a periodical.
    Source(Source),
    /// The numbers of a reference mark, ranges written out, ascending: `[2, 4–6]` is 2 4 5 6.
    Marks(Box<[u16]>),
}

/// A place in a periodical, as far as the text gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Source {
    /// Year of publication.
    pub year: Option<u16>,
    /// Volume.
    pub volume: Option<u32>,
    /// Issue, or the first of a double one.
    pub issue: Option<u32>,
    /// First page or article number.
    pub page: Option<u64>,
    /// Last page.
    pub last_page: Option<u64>,
}

impl Citation {
    /// Volume and first page name a source; whether year, issue and last page are given differs.
    pub(super) fn key(&self) -> Key {
        match self {
            Citation::Source(source) => {
                let parts = format!("{:?} {:?}", source.volume, source.page);
                Key::of(Kind::Citation, &[b"source", parts.as_bytes()])
            }
            Citation::Marks(marks) => {
                Key::of(Kind::Citation, &[b"marks", format!("{marks:?}").as_bytes()])
            }
        }
    }

    /// Exactly when all is equal; bare when every part that both give is equal, the volume or the
    /// page among them.
    pub(super) fn matches(&self, other: &Citation) -> Match {
        match (self, other) {
            _ if self == other => Match::Exact,
            (Citation::Source(a), Citation::Source(b)) => a.matches(b),
            _ => Match::None,
        }
    }
}

impl Source {
    fn parts(&self) -> [Option<u64>; 5] {
        [
            self.year.map(u64::from),
            self.volume.map(u64::from),
            self.issue.map(u64::from),
            self.page,
            self.last_page,
        ]
    }

    fn matches(&self, other: &Source) -> Match {
        let shared = || self.parts().into_iter().zip(other.parts());
        let contradicts = shared().any(|pair| matches!(pair, (Some(a), Some(b)) if a != b));
        let both = [1, 3].iter().any(|&i| self.parts()[i].is_some() && other.parts()[i].is_some());
        if !contradicts && both { Match::Bare } else { Match::None }
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Citation::Marks(marks) => {
                let marks: Vec<_> = marks.iter().map(u16::to_string).collect();
                write!(f, "[{}]", marks.join(","))
            }
            Citation::Source(source) => {
                let mut text = String::new();
                if let Some(year) = source.year {
                    text += &format!("{year};");
                }
                if let Some(volume) = source.volume {
                    text += &volume.to_string();
                }
                if let Some(issue) = source.issue {
                    text += &format!("({issue})");
                }
                if let Some(page) = source.page {
                    text += &format!(":{page}");
                }
                if let Some(page) = source.last_page {
                    text += &format!("-{page}");
                }
                f.write_str(&text)
            }
        }
    }
}

/// Gives each citation and reference mark.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    let (text, span) = (passage.text, passage.span);
    let bytes = &text.as_bytes()[..span.end];
    let mut at = span.start;
    let mut taken = span.start;
    while let Some(step) = memchr::memchr3(b'(', b'[', b':', &bytes[at..]) {
        let here = at + step;
        at = here + 1;
        let cursor = Cursor { bytes, low: taken };
        let found = match bytes[here] {
            b'[' => marks(&cursor, here),
            b'(' => cursor.with_issue(here).or_else(|| cursor.with_year_last(here)),
            _ => cursor.without_issue(here),
        };
        if let Some((citation, place)) = found {
            at = at.max(place.end);
            taken = place.end;
            anchors.push(Anchor {
                value: Value::Citation(citation),
                span: place,
                strength: Strength::Firm,
            });
        }
    }
}

/// `[1]`, `[2, 3]`, `[4–6]`, `[7; 9-11]`.
fn marks(cursor: &Cursor, open: usize) -> Option<(Citation, Span)> {
    let mut marks: Vec<u16> = Vec::new();
    let mut at = open + 1;
    loop {
        let (first, end) = cursor.number(at)?;
        at = end;
        let mut last = first;
        if let Some(behind) = cursor.dash(at) {
            (last, at) = cursor.number(behind)?;
        }
        if last < first || last - first > 60 || last >= 1000 {
            return None;
        }
        marks.extend((first..=last).map(|mark| mark as u16));
        match cursor.bytes.get(at)? {
            b']' => break,
            b',' | b';' => at = cursor.blanks(at + 1),
            _ => return None,
        }
    }
    marks.sort_unstable();
    marks.dedup();
    Some((Citation::Marks(marks.into()), Span::new(open, at + 1)))
}

/// Bytes of a passage, and the first of them that no citation has taken.
struct Cursor<'t> {
    bytes: &'t [u8],
    low: usize,
}

impl Cursor<'_> {
    /// A number at `at` and the byte behind it.
    fn number(&self, at: usize) -> Option<(u64, usize)> {
        let count = self.bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let digits = std::str::from_utf8(&self.bytes[at..at + count]).ok()?;
        (count <= 12).then(|| digits.parse().ok().map(|number| (number, at + count)))?
    }

    /// The number that ends before `at` and its first byte.
    fn number_before(&self, at: usize) -> Option<(u64, usize)> {
        let count =
            self.bytes[self.low..at].iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let (number, end) = self.number(at - count)?;
        (end == at && count > 0).then_some((number, at - count))
    }

    /// The byte behind a hyphen or dash at `at`.
    fn dash(&self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?;
        ["-", "–", "—", "‑", "־"]
            .iter()
            .find(|d| rest.starts_with(d.as_bytes()))
            .map(|d| at + d.len())
    }

    fn blanks(&self, mut at: usize) -> usize {
        while let Some(length) = blank(&self.bytes[at.min(self.bytes.len())..]) {
            at += length;
        }
        at
    }

    fn blanks_before(&self, mut at: usize) -> usize {
        loop {
            let head = &self.bytes[self.low..at];
            at -= match head {
                [.., b' ' | b'\t' | b'\n'] => 1,
                [.., 0xc2, 0xa0] => 2,
                _ => return at,
            };
        }
    }

    /// First page, last page and end of what stands behind `at`.
    fn pages(&self, at: usize) -> Option<(u64, Option<u64>, usize)> {
        let prefixed = self.bytes.get(at).is_some_and(|b| *b == b'e' || b.is_ascii_uppercase());
        let (page, end) = self.number(at + usize::from(prefixed))?;
        let behind = self.dash(end).and_then(|at| {
            let prefixed = self.bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
            self.number(at + usize::from(prefixed))
        });
        match behind {
            // "123–9" stands for 123–129.
            Some((last, end)) => {
                let scale = 10_u64.pow(last.checked_ilog10().unwrap_or(0) + 1);
                let last = if last < page { page / scale * scale + last } else { last };
                Some((page, (last > page).then_some(last), end))
            }
            None => Some((page, None, end)),
        }
    }

    /// A year before `at`, bare or in brackets, with the marks that part it from a volume.
    fn year_before(&self, at: usize) -> Option<(u16, usize)> {
        let end = self.blanks_before(at);
        let end = match self.bytes[self.low..end] {
            [.., b',' | b';' | b':' | b')' | b'.'] => self.blanks_before(end - 1),
            _ => return None,
        };
        let (year, start) = self.number_before(end)?;
        let open = start > self.low && self.bytes[start - 1] == b'(';
        year_of(year).map(|year| (year, start - usize::from(open)))
    }

    /// A year in brackets behind `at`.
    fn year_behind(&self, at: usize) -> Option<(u16, usize)> {
        let open = self.blanks(at);
        let (year, end) = self.number(open + 1).filter(|_| self.bytes.get(open) == Some(&b'('))?;
        Some((year_of(year)?, end + 1)).filter(|_| self.bytes.get(end) == Some(&b')'))
    }

    /// `17(13):2216`, `17 (13), 2216`, with `(2025)` or `2025,` before it or behind it.
    fn with_issue(&self, open: usize) -> Option<(Citation, Span)> {
        let (issue, end) = self.number(open + 1)?;
        let end = match self.dash(end) {
            Some(behind) => self.number(behind)?.1,
            None => end,
        };
        if self.bytes.get(end) != Some(&b')') || issue > 9999 {
            return None;
        }
        let (volume, start) = self.number_before(self.blanks_before(open))?;
        let mark = self.bytes.get(end + 1)?;
        if !matches!(mark, b':' | b',') {
            return None;
        }
        let (page, last_page, end) = self.pages(self.blanks(end + 2))?;
        let volume = u32::try_from(volume).ok().filter(|volume| *volume < 10_000)?;
        let year = self.year_before(start);
        let later = if year.is_none() { self.year_behind(end) } else { None };
        let colon = *mark == b':';
        if !colon && year.is_none() && later.is_none() {
            return None;
        }
        let source = Source {
            year: year.or(later).map(|(year, _)| year),
            volume: Some(volume),
            issue: u32::try_from(issue).ok(),
            page: Some(page),
            last_page,
        };
        let start = year.map_or(start, |(_, start)| start);
        let end = later.map_or(end, |(_, end)| end);
        Some((Citation::Source(source), Span::new(start, end)))
    }

    /// `276, 12345–12350 (2001)`.
    fn with_year_last(&self, open: usize) -> Option<(Citation, Span)> {
        let (year, end) = self.year_behind(open)?;
        let (_, last) = self.number_before(self.blanks_before(open))?;
        let dash =
            ["-", "–", "—", "‑"].iter().find(|d| self.bytes[..last].ends_with(d.as_bytes()))?;
        let (_, first) = self.number_before(last - dash.len())?;
        let comma = self.blanks_before(first);
        let comma = comma.checked_sub(1).filter(|&at| at > self.low && self.bytes[at] == b',')?;
        let (volume, start) = self.number_before(comma)?;
        let (page, last_page, _) = self.pages(first)?;
        let volume = u32::try_from(volume).ok().filter(|volume| *volume < 10_000)?;
        let last_page = Some(last_page?);
        let source = Source {
            year: Some(year),
            volume: Some(volume),
            issue: None,
            page: Some(page),
            last_page,
        };
        Some((Citation::Source(source), Span::new(start, end)))
    }

    /// `2020;45:123-130` or `45:123–130 (2020)`.
    fn without_issue(&self, colon: usize) -> Option<(Citation, Span)> {
        let (volume, start) = self.number_before(self.blanks_before(colon))?;
        let (page, last_page, end) = self.pages(self.blanks(colon + 1))?;
        let year = self.year_before(start);
        let later = if year.is_none() { self.year_behind(end) } else { None };
        let sure = match year {
            Some(_) => {
                self.bytes[self.low..self.blanks_before(start)].ends_with(b";")
                    || last_page.is_some()
            }
            None => later.is_some() && last_page.is_some(),
        };
        let volume = u32::try_from(volume).ok().filter(|volume| *volume < 10_000 && sure)?;
        let source = Source {
            year: year.or(later).map(|(year, _)| year),
            volume: Some(volume),
            issue: None,
            page: Some(page),
            last_page,
        };
        let start = year.map_or(start, |(_, start)| start);
        let end = later.map_or(end, |(_, end)| end);
        Some((Citation::Source(source), Span::new(start, end)))
    }
}

fn year_of(number: u64) -> Option<u16> {
    u16::try_from(number).ok().filter(|year| (1600..=2099).contains(year))
}

fn blank(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b' ' | b'\t' | b'\n', ..] => Some(1),
        [0xc2, 0xa0, ..] => Some(2),
        _ => None,
    }
}
