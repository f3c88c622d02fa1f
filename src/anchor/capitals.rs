//! Which words a document also writes without a capital, so that the capital at the start of a
//! sentence is not taken for that of a name.
//!
//! A set of hashes in one bit each, four bits a byte of text: about one word in fifty is wrongly
//! held to be common. Complexity: one pass over the text.

use super::tokens::char_at;
use crate::document::Document;
use crate::lang::{Script, letter};

/// The words that a document writes in small letters.
pub(super) struct Capitals {
    bits: Vec<u64>,
    mask: u64,
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
        let mut set = Capitals { bits: vec![0; count / 64], mask: count as u64 - 1 };
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            let mut hash = Hash::NEW;
            while let Some(&byte) = bytes.get(at) {
                if byte.is_ascii_alphabetic() {
                    hash = hash.eat(byte.to_ascii_lowercase());
                    at += 1;
                } else if let Some(c) = char_at(text, at).filter(|_| is_letter(byte)) {
                    hash = hash.letter(c);
                    at += c.len_utf8();
                } else {
                    break;
                }
            }
            if at > start + 1 && !starts_with_capital(&text[start..]) {
                set.insert(hash.mixed());
            }
            at += bytes.get(at).map_or(1, |&byte| width(byte));
        }
        set
    }

    /// Whether the document writes `word` in small letters somewhere, as far as the set can tell.
    pub(super) fn has_small(&self, word: &str) -> bool {
        let hash = word.chars().fold(Hash::NEW, Hash::letter);
        let bit = hash.mixed() & self.mask;
        self.bits[(bit / 64) as usize] >> (bit % 64) & 1 == 1
    }

    fn insert(&mut self, hash: u64) {
        let bit = hash & self.mask;
        self.bits[(bit / 64) as usize] |= 1 << (bit % 64);
    }
}

/// Whether a byte beyond ASCII begins a letter. Latin-1 signs and the block of general punctuation
/// are none; finer distinctions do not matter here.
fn is_letter(byte: u8) -> bool {
    !matches!(byte, ..0x80 | 0xc2 | 0xe2)
}

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

/// FNV-1a over the letters of a word in lower case.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    const NEW: Hash = Hash(0xcbf2_9ce4_8422_2325);

    fn eat(self, byte: u8) -> Hash {
        Hash((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    fn letter(self, c: char) -> Hash {
        if c.is_ascii() {
            return self.eat(c.to_ascii_lowercase() as u8);
        }
        let c = letter::lower(c) as u32;
        self.eat(c as u8).eat((c >> 8) as u8)
    }

    /// The hash folded to 32 well mixed bits.
    fn mixed(self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}
