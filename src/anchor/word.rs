//! Words as the extractors of numbers read them.

use super::vocabulary::plain_quote;
use crate::lang::ascii_run::AsciiRun;
use crate::lang::letter;
use crate::span::Span;

/// The word that begins at `at`: letters and the marks on them. `at` must be on a letter.
pub(super) fn word_at(text: &str, at: usize, end: usize) -> Span {
    let bytes = text.as_bytes();
    let mut stop = at;
    while stop < end {
        let byte = bytes[stop];
        if byte.is_ascii_alphabetic() {
            stop += AsciiRun::at(&bytes[..end], stop).length;
        } else if byte < 0x80 {
            break;
        } else if matches!(byte, 0xd7) && stop + 1 < end {
            if !(0x90..=0xaa).contains(&bytes[stop + 1]) {
                break;
            }
            stop += 2;
        } else {
            match text[stop..end].chars().next() {
                Some(letter) if is_letter(letter) => stop += letter.len_utf8(),
                _ => break,
            }
        }
    }
    Span::new(at, stop)
}

/// Whether a sign is part of a word: a letter or a mark on one.
pub(super) fn is_letter(sign: char) -> bool {
    letter::is_letter(sign)
        || matches!(sign, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{ad}')
}

/// The longest word that [`Folded`] holds, in bytes.
const LONGEST: usize = 80;

/// A word in lower case.
pub(super) enum Folded<'w> {
    /// A word that is written so.
    AsWritten(&'w str),
    /// A word with capitals or soft hyphens.
    Changed { bytes: [u8; LONGEST], length: usize },
}

impl<'w> Folded<'w> {
    /// Folds a word; `None` if it is too long to be one of interest.
    pub fn new(word: &'w str) -> Option<Folded<'w>> {
        let is_folded = |sign| sign != '\u{ad}' && letter::lower(sign) == sign;
        let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
        if word.bytes().all(plain) || word.chars().all(is_folded) {
            return (word.len() <= LONGEST).then_some(Folded::AsWritten(word));
        }
        let (mut bytes, mut length) = ([0; LONGEST], 0);
        for sign in word.chars().filter(|&sign| sign != '\u{ad}') {
            let lower = letter::lower(sign);
            let slot = bytes.get_mut(length..length + lower.len_utf8())?;
            length += lower.encode_utf8(slot).len();
        }
        Some(Folded::Changed { bytes, length })
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        match self {
            Folded::AsWritten(word) => word,
            Folded::Changed { bytes, length } => {
                std::str::from_utf8(&bytes[..*length]).unwrap_or_default()
            }
        }
    }
}

/// The byte after the one space or hyphen at `at` that may stand between the parts of a number;
/// `None` if something else or more stands there.
pub(super) fn after_gap(text: &str, at: usize, end: usize) -> Option<usize> {
    let sign = text.get(at..end)?.chars().next()?;
    matches!(
        sign,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '-' | '\u{2010}' | '\u{2011}' | '\u{5be}'
    )
    .then(|| at + sign.len_utf8())
}

/// The byte after any spaces at `at`.
pub(super) fn after_spaces(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    at + (rest.len()
        - rest
            .trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{200f}', '\u{200e}'])
            .len())
}

/// Whether a character of a text is one of a phrase in lower case, quotes and spaces of any kind taken
/// for plain ones.
#[inline]
pub(super) fn reads_as(sign: char, expected: char) -> bool {
    match sign.is_ascii() {
        true => sign.to_ascii_lowercase() == expected,
        false => letter::lower(plain_quote(sign)) == expected,
    }
}

/// How many bytes of `text` a phrase in lower case covers at its start, quotes and spaces of any
/// kind taken for plain ones; `None` if it does not begin with the phrase as whole words.
pub(super) fn phrase_length(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in phrase.chars() {
        if !reads_as(rest.next()?, expected) {
            return None;
        }
    }
    let edge = !phrase.ends_with(is_letter) || !rest.clone().next().is_some_and(is_letter);
    edge.then(|| text.len() - rest.as_str().len())
}
