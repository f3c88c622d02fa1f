//! Identifiers: DOI, URL, e-mail, PMID, PMCID, ORCID, ISBN, trial and registration numbers, files.
//!
//! Source: ISO 26324 (DOI), RFC 3986 (URL), ISO 2108 (ISBN), the numbering of ClinicalTrials.gov,
//! ISRCTN, EudraCT, CTIS, ChiCTR and PROSPERO. Complexity: one search for the few bytes that an
//! identifier must hold, then linear in each hit. Weakness: a DOI may lawfully end in a full stop
//! or a bracket; here the stop is the sentence's.

use std::fmt;

use super::passage::Passage;
use super::tokens::{char_at, char_before};
use super::{Anchor, Key, Kind, Strength, Value};
use crate::span::Span;

/// An identifier: its scheme and its normal form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identifier {
    /// What numbers it.
    pub scheme: Scheme,
    /// Its form as the scheme compares it: lower case for a DOI, a host or an address, without
    /// hyphens for an ISBN, without `https://` and a last `/` for a URL.
    pub form: Box<str>,
}

/// The schemes of identifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Scheme {
    Doi,
    Url,
    Email,
    Pmid,
    Pmcid,
    Orcid,
    Isbn,
    /// A clinical trial or review in a public register.
    Trial,
    /// A file name with its extension.
    File,
}

impl Scheme {
    /// The name used in output.
    pub fn name(self) -> &'static str {
        match self {
            Scheme::Doi => "doi",
            Scheme::Url => "url",
            Scheme::Email => "email",
            Scheme::Pmid => "pmid",
            Scheme::Pmcid => "pmcid",
            Scheme::Orcid => "orcid",
            Scheme::Isbn => "isbn",
            Scheme::Trial => "trial",
            Scheme::File => "file",
        }
    }
}

impl Identifier {
    pub(super) fn key(&self) -> Key {
        Key::of(Kind::Identifier, &[self.scheme.name().as_bytes(), self.form.as_bytes()])
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.scheme.name(), self.form)
    }
}

/// Gives each identifier.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    let (text, span) = (passage.text, passage.span);
    let bytes = &text.as_bytes()[..span.end];
    let mut free = span.start;
    let mut taken = span.start;
    for &at in &passage.found.signs {
        if at < free {
            continue;
        }
        // Every scheme shows itself by one of these bytes: `:` `/` of a link, `@` of an address,
        // `.` of a host, a file or a DOI, a digit of a number.
        let found = match bytes[at] {
            b':' if bytes[at..].starts_with(b"://") => url_with_scheme(text, span, taken, at),
            b'@' => email(text, span, taken, at),
            b'.' => dotted(text, span, taken, at),
            b'0'..=b'9' => {
                let found = numbered(text, span, taken, at);
                let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit());
                free = if found.is_none() { at + digits.count() } else { free };
                found
            }
            _ => None,
        };
        if let Some((scheme, form, place)) = found {
            free = place.end;
            taken = place.end;
            anchors.push(Anchor {
                value: Value::Identifier(Identifier { scheme, form: form.into() }),
                span: place,
                strength: Strength::Firm,
            });
        }
    }
}

type Found = Option<(Scheme, String, Span)>;

/// Walks back from `at` over ASCII bytes that `keep` accepts.
fn back(text: &str, low: usize, at: usize, keep: impl Fn(u8) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut start = at;
    while start > low && keep(bytes[start - 1]) {
        start -= 1;
    }
    start
}

fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

/// The end of a link: without the marks of the sentence around it.
fn link_end(text: &str, start: usize, high: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while end < high && is_url_byte(bytes[end]) {
        end += 1;
    }
    loop {
        let inner = &text[start..end];
        let unpaired = |open: char, close: char| {
            inner.ends_with(close) && inner.matches(close).count() > inner.matches(open).count()
        };
        let marks = ['.', ',', ';', ':', '!', '?', '\'', '*', '('];
        if inner.ends_with(marks) || unpaired('(', ')') || unpaired('[', ']') {
            end -= 1;
        } else {
            return end;
        }
    }
}

fn url_with_scheme(text: &str, span: Span, low: usize, at: usize) -> Found {
    let start = back(text, low, at, |byte| byte.is_ascii_alphanumeric());
    let scheme = &text[start..at];
    if !["http", "https", "ftp"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let end = link_end(text, at + 3, span.end);
    (end > at + 3).then(|| link(&text[at + 3..end], Span::new(start, end)))
}

fn link(rest: &str, place: Span) -> (Scheme, String, Span) {
    let lower = rest.to_ascii_lowercase();
    for host in ["doi.org/", "dx.doi.org/", "www.doi.org/"] {
        if let Some(doi) = lower.strip_prefix(host) {
            return (Scheme::Doi, doi.to_owned(), place);
        }
    }
    if let Some(id) = lower.strip_prefix("orcid.org/") {
        return (Scheme::Orcid, id.to_ascii_uppercase(), place);
    }
    if let Some(id) = lower.strip_prefix("pubmed.ncbi.nlm.nih.gov/") {
        return (Scheme::Pmid, id.trim_end_matches('/').to_owned(), place);
    }
    let path = rest.find('/').unwrap_or(rest.len());
    let form = [&lower[..path], &rest[path..]].concat();
    let form = form.strip_prefix("www.").unwrap_or(&form).trim_end_matches('/').to_owned();
    (Scheme::Url, form, place)
}

fn email(text: &str, span: Span, low: usize, at: usize) -> Found {
    let start =
        back(text, low, at, |byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte));
    let bytes = text.as_bytes();
    let mut end = at + 1;
    while end < span.end && (bytes[end].is_ascii_alphanumeric() || b".-".contains(&bytes[end])) {
        end += 1;
    }
    let host = text[at + 1..end].trim_end_matches(['.', '-']);
    let top = host.rsplit_once('.')?.1;
    let place = Span::new(start, at + 1 + host.len());
    (start < at && top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .then(|| (Scheme::Email, place.of(text).to_ascii_lowercase(), place))
}

/// Extensions that make a word with a full stop a file name.
const EXTENSIONS: &[&str] = &[
    "csv", "doc", "docx", "epub", "exe", "gif", "html", "ini", "jpeg", "jpg", "json", "mp3", "mp4",
    "odt", "pdf", "png", "ppt", "pptx", "py", "rtf", "svg", "tsv", "txt", "wav", "xls", "xlsx",
    "xml", "yaml", "zip",
];

/// Last labels that make a bare host a link.
const HOSTS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "info", "int", "eu", "no", "se", "dk", "nl", "de", "fr",
    "uk", "il", "fi", "is", "es", "it", "pl", "ru", "gr", "jp", "cn", "ch", "at", "be", "ca", "au",
];

fn dotted(text: &str, span: Span, low: usize, at: usize) -> Found {
    let bytes = text.as_bytes();
    let inside = at > low
        && bytes[at - 1].is_ascii_alphanumeric()
        && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
    if !inside {
        return None;
    }
    if bytes[..at].ends_with(b"10")
        && let Some(doi) = doi(text, span, low, at)
    {
        return Some(doi);
    }
    let start = back(text, low, at, |byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
    let host = &text[start..at];
    let rest_end = (at + 1..span.end)
        .find(|&end| !(bytes[end].is_ascii_alphanumeric() || bytes[end] == b'-'))
        .unwrap_or(span.end);
    let label = &text[at + 1..rest_end];
    let letter_follows = char_at(&text[..span.end], rest_end).is_some_and(char::is_alphabetic);
    if letter_follows || char_before(text, start).is_some_and(|c| c == '@') {
        return None;
    }
    if host.eq_ignore_ascii_case("www") && label.len() >= 2 {
        let end = link_end(text, start, span.end);
        return Some(link(&text[start..end], Span::new(start, end)));
    }
    let lower = label.to_ascii_lowercase();
    let more = bytes.get(rest_end) == Some(&b'.')
        && bytes.get(rest_end + 1).is_some_and(u8::is_ascii_alphanumeric);
    if more {
        return None;
    }
    if EXTENSIONS.contains(&lower.as_str()) && host.bytes().any(|b| b.is_ascii_alphabetic()) {
        let place = Span::new(start, rest_end);
        return Some((Scheme::File, place.of(text).to_owned(), place));
    }
    let path = bytes.get(rest_end) == Some(&b'/')
        && bytes.get(rest_end + 1).is_some_and(u8::is_ascii_alphanumeric);
    let sure = path || ["com", "org", "net", "edu", "gov", "info"].contains(&lower.as_str());
    let plain =
        host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b))
            && host.bytes().filter(u8::is_ascii_lowercase).count() >= 2;
    (label == lower && HOSTS.contains(&lower.as_str()) && plain && sure).then(|| {
        let end = if path { link_end(text, start, span.end) } else { rest_end };
        link(&text[start..end], Span::new(start, end))
    })
}

/// A DOI whose prefix `10.` has its full stop at `at`.
fn doi(text: &str, span: Span, low: usize, at: usize) -> Found {
    let start = at - 2;
    let bytes = text.as_bytes();
    let slash = (at + 1..span.end).find(|&i| !bytes[i].is_ascii_digit() && bytes[i] != b'.')?;
    let registrant = slash - at - 1;
    let glued = start > low && bytes[start - 1].is_ascii_digit();
    if bytes[slash] != b'/' || !(4..=9).contains(&registrant) || glued || start < low {
        return None;
    }
    let end = link_end(text, start, span.end);
    (end > slash + 1)
        .then(|| (Scheme::Doi, text[start..end].to_ascii_lowercase(), Span::new(start, end)))
}

/// Registers whose numbers begin with letters, and the digits that follow.
const REGISTERS: &[(&str, usize, usize)] = &[
    ("NCT", 8, 8),
    ("ISRCTN", 8, 8),
    ("ACTRN", 14, 14),
    ("DRKS", 8, 8),
    ("CRD", 8, 12),
    ("UMIN", 9, 9),
    ("NTR", 3, 5),
    ("NL", 8, 8),
    ("IRCT", 10, 16),
    ("KCT", 7, 7),
];

fn numbered(text: &str, span: Span, low: usize, at: usize) -> Found {
    let bytes = text.as_bytes();
    let digits = |from: usize| (from..span.end).take_while(|&i| bytes[i].is_ascii_digit()).count();
    let count = digits(at);
    let end = at + count;
    let letters = back(text, low, at, |byte| byte.is_ascii_uppercase());
    if letters < at {
        let register = &text[letters..at];
        let known = REGISTERS
            .iter()
            .any(|&(name, least, most)| register == name && (least..=most).contains(&count));
        if known {
            let place = Span::new(letters, end);
            return Some((Scheme::Trial, place.of(text).to_owned(), place));
        }
        if register == "PMC" && count >= 5 {
            let place = Span::new(letters, end);
            return Some((Scheme::Pmcid, place.of(text).to_owned(), place));
        }
    }
    if bytes[..at].ends_with(b"ChiCTR") && count >= 8 {
        let place = Span::new(at - 6, end);
        return Some((Scheme::Trial, place.of(text).to_owned(), place));
    }
    if count == 4 && bytes.get(end) == Some(&b'-') {
        return orcid(text, span, at).or_else(|| eudract(text, span, at));
    }
    let label = text[low..at].trim_end_matches([' ', ':', '\u{a0}', '#', '.', '-', '־']);
    let labelled = |name: &str| {
        label.len() >= name.len()
            && label.as_bytes()[label.len() - name.len()..].eq_ignore_ascii_case(name.as_bytes())
    };
    if (1..=8).contains(&count) && (labelled("PMID") || labelled("PubMed ID")) {
        return Some((Scheme::Pmid, text[at..end].to_owned(), Span::new(at, end)));
    }
    let after_label = ["ISBN", "ISBN-13", "ISBN-10", "ISBN 13", "ISBN 10", "מסת\"ב", "מסת״ב"];
    if text[low..at].len() >= 4 && after_label.iter().any(|name| labelled(name)) {
        return isbn(text, span, at);
    }
    None
}

/// `0000-0002-1825-0097`, the last digit a checksum that may be X.
fn orcid(text: &str, span: Span, at: usize) -> Found {
    let place = Span::new(at, at + 19);
    let bytes = text.as_bytes().get(place.range()).filter(|_| place.end <= span.end)?;
    let fits = bytes.iter().enumerate().all(|(i, byte)| match i {
        4 | 9 | 14 => *byte == b'-',
        18 => byte.is_ascii_digit() || *byte == b'X',
        _ => byte.is_ascii_digit(),
    });
    let sum = bytes[..18]
        .iter()
        .filter(|byte| byte.is_ascii_digit())
        .fold(0_u32, |sum, byte| (sum + u32::from(byte - b'0')) * 2 % 11);
    let check = match (12 - sum % 11) % 11 {
        10 => b'X',
        digit => b'0' + digit as u8,
    };
    (fits && bytes[18] == check).then(|| (Scheme::Orcid, place.of(text).to_owned(), place))
}

/// `2014-001234-56`, EudraCT, or `2022-500123-11-00`, CTIS.
fn eudract(text: &str, span: Span, at: usize) -> Found {
    let bytes = &text.as_bytes()[..span.end];
    let fits = |shape: &[u8]| {
        bytes.get(at..at + shape.len()).is_some_and(|run| {
            run.iter().zip(shape).all(|(byte, shape)| match shape {
                b'0' => byte.is_ascii_digit(),
                _ => byte == shape,
            })
        }) && !bytes.get(at + shape.len()).is_some_and(u8::is_ascii_digit)
    };
    let length = if fits(b"0000-000000-00-00") {
        17
    } else if fits(b"0000-000000-00") {
        14
    } else {
        return None;
    };
    let place = Span::new(at, at + length);
    Some((Scheme::Trial, place.of(text).to_owned(), place))
}

fn isbn(text: &str, span: Span, at: usize) -> Found {
    let bytes = &text.as_bytes()[..span.end];
    let mut digits = String::new();
    let mut end = at;
    for (i, &byte) in bytes.iter().enumerate().skip(at) {
        match byte {
            b'0'..=b'9' | b'X' if digits.len() < 13 => {
                digits.push(char::from(byte));
                end = i + 1;
            }
            b'-' | b' ' if end == i => {}
            _ => break,
        }
    }
    matches!(digits.len(), 10 | 13).then(|| (Scheme::Isbn, digits, Span::new(at, end)))
}
