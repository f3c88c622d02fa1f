//! Phrases of a table, found where a text begins or ends with one.
//!
//! The phrases are kept by the byte that a text must show first, so that most texts meet none of
//! them. Complexity: a comparison for each phrase with that byte, without copies.

use super::three_letters::ThreeLetters;
use super::vocabulary::{plain_quote, plain_quotes};
use super::word::{is_letter, phrase_length, reads_as};
use crate::lang::letter;

/// Phrases in lower case and what they mean, longest first.
pub(super) struct Phrases<T> {
    phrases: Vec<(Box<str>, T)>,
    /// The byte beside the first one or the last, if both are ASCII letters; else 0.
    beside: Vec<u8>,
    /// The last byte of a phrase, or its first, to a range of `phrases`.
    by_byte: Vec<(u16, u16)>,
    /// The three letters at the edge of the phrases that have so many there.
    edges: ThreeLetters,
    /// By the byte at the edge: whether a phrase has fewer.
    short: Vec<bool>,
}

/// The bytes of a phrase from one of its edges.
type Bytes = for<'p> fn(&'p str) -> Box<dyn Iterator<Item = u8> + 'p>;

impl<T> Phrases<T> {
    /// For [`Phrases::beginning`].
    pub fn by_first(phrases: Vec<(Box<str>, T)>) -> Phrases<T> {
        Phrases::by(phrases, |phrase| Box::new(phrase.bytes()))
    }

    /// For [`Phrases::ending`].
    pub fn by_last(phrases: Vec<(Box<str>, T)>) -> Phrases<T> {
        Phrases::by(phrases, |phrase| Box::new(phrase.bytes().rev()))
    }

    fn by(mut phrases: Vec<(Box<str>, T)>, bytes: Bytes) -> Phrases<T> {
        let edge = |phrase: &str| bytes(phrase).next().map_or(0, usize::from);
        phrases.retain(|(phrase, _)| !phrase.is_empty());
        phrases.sort_by_key(|(phrase, _)| (edge(phrase), std::cmp::Reverse(phrase.len())));
        let (mut by_byte, mut short) = (vec![(0, 0); 256], vec![false; 256]);
        let mut edges = ThreeLetters::new();
        for (at, (phrase, _)) in phrases.iter().enumerate() {
            let range: &mut (u16, u16) = &mut by_byte[edge(phrase)];
            let start = if range.1 == 0 { at as u16 } else { range.0 };
            *range = (start, at as u16 + 1);
            short[edge(phrase)] |= !edges.insert(bytes(phrase));
        }
        let beside = phrases.iter().map(|(phrase, _)| beside(bytes(phrase))).collect();
        Phrases { phrases, beside, by_byte, edges, short }
    }

    /// Whether no phrase stands at the edge of a text, whose bytes are given from there.
    fn is_ruled_out(&self, mut bytes: impl Iterator<Item = u8> + Clone) -> bool {
        self.edges.rules_out(bytes.clone())
            && bytes.next().is_some_and(|byte| !self.short[usize::from(byte.to_ascii_lowercase())])
    }

    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// The phrases that a text may have at its edge: `byte` is what stands there in small letters,
    /// `beside` the byte next to it, 0 if it might be read as another.
    fn under(&self, byte: Option<u8>, beside: u8) -> impl Iterator<Item = (&str, &T)> {
        let range = byte.and_then(|byte| self.by_byte.get(usize::from(byte)));
        let range = range.map_or(0..0, |&(from, to)| usize::from(from)..usize::from(to));
        let rows = self.phrases[range.clone()].iter().zip(&self.beside[range]);
        let fits = move |other: u8| other == 0 || beside == 0 || other == beside;
        rows.filter(move |(_, other)| fits(**other)).map(|((phrase, value), _)| (&**phrase, value))
    }

    /// The phrases that a text begins with, as whole words in any case, and how many bytes of it
    /// each covers.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = (usize, &T)> {
        let first = text.chars().next().filter(|_| !self.is_ruled_out(text.bytes()));
        let byte = first.map(|sign| first_byte(letter::lower(plain_quote(sign))));
        let fits = move |(phrase, value)| Some((phrase_length(text, phrase)?, value));
        self.under(byte, next(text.bytes())).filter_map(fits)
    }

    /// The phrases that a text ends with, in any case, and the text before each. Where the phrase
    /// begins it may still stand inside a word.
    pub fn ending<'t>(&self, text: &'t str) -> impl Iterator<Item = (&'t str, &T)> {
        let last = text.chars().next_back().filter(|_| !self.is_ruled_out(text.bytes().rev()));
        let byte = last.map(|sign| last_byte(letter::lower(plain_quote(sign))));
        let fits = move |(phrase, value)| Some((without_end(text, phrase)?, value));
        self.under(byte, next(text.bytes().rev())).filter_map(fits)
    }

    /// Whether a text ends with one of the phrases as whole words.
    pub fn ends(&self, text: &str) -> bool {
        self.ending(text).any(|(rest, _)| !rest.ends_with(is_letter))
    }
}

/// The second of the bytes of a text in small letters, if the first two are ASCII; else 0.
fn next(mut bytes: impl Iterator<Item = u8>) -> u8 {
    let second = bytes.next().filter(u8::is_ascii).and_then(|_| bytes.next());
    second.filter(u8::is_ascii).map_or(0, |byte| byte.to_ascii_lowercase())
}

/// The second of the bytes of a phrase, if the first two are ASCII letters; else 0, which fits
/// anything.
fn beside(mut bytes: impl Iterator<Item = u8>) -> u8 {
    let letter = |byte: &u8| byte.is_ascii_alphabetic();
    let second = bytes.next().filter(letter).and_then(|_| bytes.next()).filter(letter);
    second.unwrap_or(0)
}

/// The phrases of a cell.
pub(super) fn parts(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split('|').filter(|phrase| !phrase.is_empty())
}

/// The phrases of cells with what each cell means.
pub(super) fn cells<T: Copy>(cells: impl Iterator<Item = (T, &'static str)>) -> Vec<(Box<str>, T)> {
    cells
        .flat_map(|(value, text)| {
            parts(text).map(move |phrase| (plain_quotes(phrase).into(), value))
        })
        .collect()
}

fn first_byte(sign: char) -> u8 {
    let mut buffer = [0; 4];
    sign.encode_utf8(&mut buffer).as_bytes()[0]
}

fn last_byte(sign: char) -> u8 {
    let mut buffer = [0; 4];
    let bytes = sign.encode_utf8(&mut buffer).as_bytes();
    bytes[bytes.len() - 1]
}

/// A text without the phrase in lower case at its end.
pub(super) fn without_end<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for expected in phrase.chars().rev() {
        if !reads_as(rest.next_back()?, expected) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_comes_first_in_any_case() {
        let table = || vec![("than".into(), 1), ("more than".into(), 2), ("über".into(), 3)];
        let last = Phrases::by_last(table());
        assert_eq!(last.ending("far More Than").next(), Some(("far ", &2)));
        assert_eq!(last.ending("ÜBER").next(), Some(("", &3)));
        assert!(!last.ends("Ethan") && last.ends("other than") && !last.ends(""));
        let first = Phrases::by_first(table());
        assert_eq!(first.beginning("Über 5").next(), Some(("über".len(), &3)));
        assert!(first.beginning("thank").next().is_none());
        assert!(first.beginning("").next().is_none());
    }
}
