//! Phrases of a table, found where a text begins or ends with one.
//!
//! The phrases are kept by the byte that a text must show first, so that most texts meet none of
//! them. Complexity: a comparison for each phrase with that byte, without copies.

use super::vocabulary::plain_quote;
use super::word::{is_letter, phrase_length};
use crate::lang::letter;

/// Phrases in lower case and what they mean, longest first.
#[derive(Default)]
pub(super) struct Phrases<T> {
    phrases: Vec<(Box<str>, T)>,
    /// The last byte of a phrase, or its first, to a range of `phrases`.
    by_byte: Vec<(u16, u16)>,
}

impl<T> Phrases<T> {
    /// For [`Phrases::beginning`].
    pub fn by_first(phrases: Vec<(Box<str>, T)>) -> Phrases<T> {
        Phrases::by(phrases, |phrase| phrase.bytes().next())
    }

    /// For [`Phrases::ending`].
    pub fn by_last(phrases: Vec<(Box<str>, T)>) -> Phrases<T> {
        Phrases::by(phrases, |phrase| phrase.bytes().next_back())
    }

    fn by(mut phrases: Vec<(Box<str>, T)>, byte: fn(&str) -> Option<u8>) -> Phrases<T> {
        phrases.retain(|(phrase, _)| !phrase.is_empty());
        phrases.sort_by_key(|(phrase, _)| (byte(phrase), std::cmp::Reverse(phrase.len())));
        let mut by_byte = vec![(0, 0); 256];
        for (at, (phrase, _)) in phrases.iter().enumerate() {
            let range: &mut (u16, u16) =
                &mut by_byte[usize::from(byte(phrase).unwrap_or_default())];
            let start = if range.1 == 0 { at as u16 } else { range.0 };
            *range = (start, at as u16 + 1);
        }
        Phrases { phrases, by_byte }
    }

    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    fn under(&self, byte: Option<u8>) -> &[(Box<str>, T)] {
        let range = byte.and_then(|byte| self.by_byte.get(usize::from(byte)));
        range.map_or(&[], |&(from, to)| &self.phrases[usize::from(from)..usize::from(to)])
    }

    /// The phrases that a text begins with, as whole words in any case, and how many bytes of it
    /// each covers.
    pub fn beginning(&self, text: &str) -> impl Iterator<Item = (usize, &T)> {
        let byte = text.chars().next().map(|sign| first_byte(letter::lower(plain_quote(sign))));
        let fits = |(phrase, value)| Some((phrase_length(text, phrase)?, value));
        self.under(byte).iter().map(|(phrase, value)| (&**phrase, value)).filter_map(fits)
    }

    /// The phrases that a text ends with, in any case, and the text before each. Where the phrase
    /// begins it may still stand inside a word.
    pub fn ending<'t>(&self, text: &'t str) -> impl Iterator<Item = (&'t str, &T)> {
        let byte = text.chars().next_back().map(|sign| last_byte(letter::lower(sign)));
        let fits = move |(phrase, value)| Some((without_end(text, phrase)?, value));
        self.under(byte).iter().map(|(phrase, value)| (&**phrase, value)).filter_map(fits)
    }

    /// Whether a text ends with one of the phrases as whole words.
    pub fn ends(&self, text: &str) -> bool {
        self.ending(text).any(|(rest, _)| !rest.ends_with(is_letter))
    }
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
        if letter::lower(rest.next_back()?) != expected {
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
