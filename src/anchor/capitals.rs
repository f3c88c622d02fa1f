//! Which words a document also writes without a capital, so that the capital at the start of a
//! sentence is not taken for that of a name.
//!
//! A set of hashes, two bits each, four bits a byte of text: about one word in a thousand is
//! wrongly held to be common. Complexity: one pass over the text.

use crate::document::Document;
use crate::lang::distinct::ends;
use crate::lang::{Script, letter};

/// The words that a document writes in small letters.
pub(super) struct Capitals {
    /// Both bits of a hash are in one of these.
    bits: Vec<u64>,
}

impl Capitals {
    /// Reads a document.
    pub(super) fn of(document: &Document) -> Capitals {
        let cased = !matches!(
            document.language.script,
            Script::Hebrew | Script::Arabic | Script::Japanese | Script::Han
        );
        let text = if cased { document.text.as_str() } else { "" };
        let count = (text.len() * 4).next_power_of_two().max(64);
        let mut set = Capitals { bits: vec![0; count / 64] };
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&first) = bytes.get(at) {
            if !is_letter(first) {
                at += width(first);
                continue;
            }
            let start = at;
            while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                at += 1;
            }
            let ascii = at;
            while let Some(&byte) = bytes.get(at).filter(|&&byte| is_letter(byte)) {
                at += width(byte);
            }
            let small = first.is_ascii_lowercase()
                || !first.is_ascii() && !starts_with_capital(&text[start..]);
            if small && at > start + 1 {
                set.insert(if ascii == at {
                    hash_ascii(&bytes[start..at])
                } else {
                    hash(&text[start..at])
                });
            }
        }
        set
    }

    /// Whether the document writes `word` in small letters somewhere, as far as the set can tell.
    pub(super) fn has_small(&self, word: &str) -> bool {
        let hash = if word.is_ascii() { hash_ascii(word.as_bytes()) } else { hash(word) };
        let (at, bits) = self.place(hash);
        self.bits[at] & bits == bits
    }

    fn insert(&mut self, hash: u64) {
        let (at, bits) = self.place(hash);
        self.bits[at] |= bits;
    }

    /// Where the bits of a hash are, and which.
    fn place(&self, hash: u64) -> (usize, u64) {
        (hash as usize & (self.bits.len() - 1), 1 << (hash >> 52 & 63) | 1 << (hash >> 58))
    }
}

/// The hash of a word of ASCII letters, in lower case.
fn hash_ascii(word: &[u8]) -> u64 {
    let (first, last) = ends(word);
    let middle = word.get(8..word.len().saturating_sub(8)).unwrap_or_default();
    let seed = mix(word.len() as u64, first);
    let seed = middle.iter().fold(seed, |hash, byte| mix(hash, u64::from(*byte)));
    mix(seed, last)
}

/// The hash of any word, in lower case.
fn hash(word: &str) -> u64 {
    let mut folded = [0; 96];
    let mut length = 0;
    for sign in word.chars() {
        let lower = letter::lower(sign);
        let Some(slot) = folded.get_mut(length..length + lower.len_utf8()) else { break };
        length += lower.encode_utf8(slot).len();
    }
    hash_ascii(&folded[..length])
}

/// Eats eight letters; the bit that tells ASCII capitals from small letters is set in all of them.
fn mix(hash: u64, letters: u64) -> u64 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let product =
        u128::from(hash ^ (letters | SMALL) ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
    (product as u64) ^ (product >> 64) as u64
}

/// Whether a byte begins a letter. Of those beyond ASCII, Latin-1 signs and the block of general
/// punctuation are none; finer distinctions do not matter here.
fn is_letter(byte: u8) -> bool {
    LETTERS[usize::from(byte)]
}

static LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        letters[at] = byte.is_ascii_alphabetic() || !matches!(byte, ..0xc0 | 0xc2 | 0xe2);
        at += 1;
    }
    letters
};

/// The length of the character that a byte begins.
fn width(byte: u8) -> usize {
    match byte {
        0x00..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

fn starts_with_capital(text: &str) -> bool {
    text.chars().next().is_none_or(letter::is_capital)
}
