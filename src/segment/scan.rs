//! Finds the bytes at which a cut is worth thinking about.
//!
//! Source: byte-class scanning as in table-driven lexers, with the sifting of whole blocks into a bit a
//! byte as in simdjson (Langdale and Lemire 2019). Complexity: a handful of comparisons a byte, which
//! compilers make of sixteen bytes at once or more, and one branch for sixty-four bytes; a table look-up
//! a candidate. Weakness: where a lead byte begins letters too (kana, Arabic, accented Latin) the second
//! byte is told, and second bytes are those of other letters as well.

use super::lexicon::{Capitals, Lexicon};
use crate::lang::Script;

/// What a place in the text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `.` `!` `?` or an ellipsis, and the marks of other scripts that need white space after them.
    Terminal,
    /// A mark that ends a sentence without white space: `。` `！` `？`.
    Ideographic,
    /// `:`
    Colon,
    /// `;` and the Arabic semicolon.
    Semicolon,
    /// A line end.
    Line,
    /// `•` and its like.
    Bullet,
    /// Three asterisks, or five underscores or equals signs.
    Rule,
    /// A hyphen or slash between digits.
    Date,
    /// A capital Latin letter after white space or an opening mark, at which a word may stand that
    /// begins sentences.
    Capital,
}

const OTHER: u8 = 0;
const FULL_STOP: u8 = 1;
const COLON: u8 = 2;
const SEMICOLON: u8 = 3;
const LINE: u8 = 4;
const LEAD: u8 = 5;
const SECOND: u8 = 6;
const CAPITAL: u8 = 7;
const CAPITAL_SECOND: u8 = 8;
const RULE: u8 = 9;
const DATE: u8 = 10;

/// A byte of a mark of several bytes that is rare in the script: the first in most, the second where
/// the first begins many letters too.
const fn classes(telling: &[u8]) -> [u8; 256] {
    let mut classes = [OTHER; 256];
    classes[b'.' as usize] = FULL_STOP;
    classes[b'!' as usize] = FULL_STOP;
    classes[b'?' as usize] = FULL_STOP;
    classes[b':' as usize] = COLON;
    classes[b';' as usize] = SEMICOLON;
    classes[b'\n' as usize] = LINE;
    classes[b'\r' as usize] = LINE;
    classes[b'*' as usize] = RULE;
    classes[b'_' as usize] = RULE;
    classes[b'=' as usize] = RULE;
    classes[b'-' as usize] = DATE;
    classes[b'/' as usize] = DATE;
    let mut index = 0;
    while index < telling.len() {
        classes[telling[index] as usize] = if telling[index] < 0xC0 { SECOND } else { LEAD };
        index += 1;
    }
    classes
}

static GENERAL: [u8; 256] = classes(&[0xD6, 0xD8, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF]);
/// As [`GENERAL`], and capital letters.
static CAPITALS: [u8; 256] = {
    let mut classes = GENERAL;
    let mut letter = b'A';
    while letter <= b'Z' {
        classes[letter as usize] = CAPITAL;
        letter += 1;
    }
    let mut second = 0x80;
    while second <= 0x9E {
        classes[second] = CAPITAL_SECOND;
        second += 1;
    }
    classes
};

static GREEK: [u8; 256] = classes(&[0x87, 0xC2, 0xE2, 0xE3, 0xEF]);
static ARABIC: [u8; 256] = classes(&[0x94, 0x9B, 0x9F, 0xE2, 0xE3, 0xEF]);
static EAST_ASIAN: [u8; 256] = classes(&[0x80, 0xEF]);

/// The bytes that a capital letter follows inside a word or an address.
static JOINED: [bool; 256] = {
    let mut joined = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        let letter = byte as u8;
        joined[byte] =
            letter.is_ascii_alphanumeric() || matches!(letter, b'/' | b'.' | b'@' | b'_');
        byte += 1;
    }
    joined
};

/// How many bytes are sifted at once.
const BLOCK: usize = 64;

/// Tells the bytes of a block that have a class, the first lowest, and perhaps some that have none.
type Sift = fn(&[u8; BLOCK]) -> u64;

/// A bit for every byte that `told` holds for.
#[inline(always)]
fn sift(block: &[u8; BLOCK], told: impl Fn(u8) -> bool) -> u64 {
    let flags = block.map(|byte| u8::from(told(byte)));
    let (eights, _) = flags.as_chunks();
    eights.iter().rev().fold(0, |bits, eight| {
        // The product gathers the lowest bits of eight bytes in its highest byte.
        let gathered = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits << 8 | gathered
    })
}

/// Without branches, so that many bytes are compared at once.
#[inline(always)]
fn is_ascii_mark(byte: u8) -> bool {
    (byte.wrapping_sub(b'-') < 3) // - . /
        | (byte.wrapping_sub(b':') < 6) // : ; < = > ?
        | (byte.wrapping_sub(b'\n') < 4)
        | (byte == b'!')
        | (byte == b'*')
}

#[inline(always)]
fn is_general(byte: u8) -> bool {
    is_ascii_mark(byte)
        | (byte == b'_')
        | (byte == 0xD6)
        | (byte == 0xD8)
        | (byte == 0xDB)
        | (byte >= 0xE0)
}

fn sift_general(block: &[u8; BLOCK]) -> u64 {
    sift(block, is_general)
}

fn sift_capitals(block: &[u8; BLOCK]) -> u64 {
    sift(block, |byte| {
        (byte < b' ')
            | (byte == b'!')
            | (byte == b'*')
            | (byte.wrapping_sub(b'-') < 3)
            | (byte.wrapping_sub(b':') < 38) // : ; < = > ? @ A to Z [ \ ] ^ _
            | (byte.cast_signed() < 0x9F_u8.cast_signed())
            | (byte >= 0xD6)
    })
}

fn sift_greek(block: &[u8; BLOCK]) -> u64 {
    sift(block, |byte| {
        is_ascii_mark(byte) | (byte == b'_') | (byte == 0x87) | (byte == 0xC2) | (byte >= 0xE2)
    })
}

fn sift_arabic(block: &[u8; BLOCK]) -> u64 {
    sift(block, |byte| {
        is_ascii_mark(byte)
            | (byte == b'_')
            | (byte == 0x94)
            | (byte == 0x9B)
            | (byte == 0x9F)
            | (byte >= 0xE2)
    })
}

fn sift_east_asian(block: &[u8; BLOCK]) -> u64 {
    sift(block, |byte| is_ascii_mark(byte) | (byte == b'_') | (byte == 0x80) | (byte == 0xEF))
}

/// The candidates of a text, ascending.
pub(super) struct Scan<'t> {
    bytes: &'t [u8],
    lexicon: &'static Lexicon,
    classes: &'static [u8; 256],
    sift: Sift,
    /// Where the block begins whose candidates are told.
    block: usize,
    /// A bit for every candidate of the block that has not been told.
    left: u64,
    /// Where the bytes begin that have not been looked at.
    ahead: usize,
}

impl<'t> Scan<'t> {
    pub(super) fn new(
        text: &'t str,
        script: Script,
        lexicon: &'static Lexicon,
        capitals: Capitals,
    ) -> Self {
        let (classes, sift): (_, Sift) = match script {
            Script::Latin if capitals == Capitals::Weighed => (&CAPITALS, sift_capitals),
            Script::Greek => (&GREEK, sift_greek),
            Script::Arabic => (&ARABIC, sift_arabic),
            Script::Japanese | Script::Han => (&EAST_ASIAN, sift_east_asian),
            _ => (&GENERAL, sift_general),
        };
        Scan { bytes: text.as_bytes(), lexicon, classes, sift, block: 0, left: 0, ahead: 0 }
    }

    /// Goes on at the byte `at`, if that lies ahead.
    pub(super) fn skip_to(&mut self, at: usize) {
        if at >= self.ahead {
            (self.ahead, self.left) = (at, 0);
        } else if at > self.block {
            self.left &= u64::MAX << (at - self.block);
        }
    }

    /// Looks at the next bytes until there is a candidate in a block.
    fn refill(&mut self) -> Option<()> {
        while let Some(block) = self.bytes.get(self.ahead..)?.first_chunk() {
            self.block = self.ahead;
            self.ahead += BLOCK;
            self.left = (self.sift)(block);
            if self.left != 0 {
                return Some(());
            }
        }
        let rest = &self.bytes[self.ahead..];
        if rest.is_empty() {
            return None;
        }
        (self.block, self.ahead) = (self.ahead, self.bytes.len());
        self.left = match self.bytes.last_chunk() {
            Some(last) => (self.sift)(last) >> (BLOCK - rest.len()),
            None => {
                let mut block = [b' '; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                (self.sift)(&block)
            }
        };
        (self.left != 0).then_some(())
    }

    /// Whether a word that begins sentences may begin at the byte `at`, behind no end of a sentence.
    #[inline]
    fn opens(&self, at: usize) -> bool {
        let [before, last] = match self.bytes[..at] {
            [.., before, last] => [before, last],
            [last] => [0, last],
            [] => return false,
        };
        let is_begun = (last == b' ') & matches!(before, b'.' | b'!' | b'?');
        !(is_begun | JOINED[usize::from(last)])
    }

    /// Whether the mark at the byte `at` stands inside a word or number, or at the end of the text.
    #[inline]
    fn is_inside(&self, at: usize) -> bool {
        matches!(self.bytes.get(at + 1), None | Some(b'a'..=b'z' | b'0'..=b'9'))
    }

    /// What the byte of a rare class at `at` is, and where it begins.
    fn rare_mark(&self, class: u8, at: usize) -> Option<(usize, Mark)> {
        let bytes = self.bytes;
        let lead = at.wrapping_sub(1);
        let mark = match class {
            LINE => Mark::Line,
            RULE => bytes[at..].starts_with(&[bytes[at]; 3]).then_some(Mark::Rule)?,
            DATE => {
                let between =
                    bytes.get(lead)?.is_ascii_digit() && bytes.get(at + 1)?.is_ascii_digit();
                between.then_some(Mark::Date)?
            }
            CAPITAL_SECOND => {
                let capital = *bytes.get(lead)? == 0xC3 && self.opens(lead);
                return capital.then_some((lead, Mark::Capital));
            }
            SECOND => return Some((lead, multibyte(bytes.get(lead..)?)?)),
            LEAD => multibyte(&bytes[at..])?,
            _ => return None,
        };
        Some((at, mark))
    }
}

impl Iterator for Scan<'_> {
    type Item = (usize, Mark);

    #[inline]
    fn next(&mut self) -> Option<(usize, Mark)> {
        loop {
            if self.left == 0 {
                self.refill()?;
            }
            let at = self.block + self.left.trailing_zeros() as usize;
            self.left &= self.left - 1;
            match self.classes[usize::from(*self.bytes.get(at)?)] {
                CAPITAL => {
                    if self.opens(at) && self.lexicon.openings().may_begin(&self.bytes[at..]) {
                        return Some((at, Mark::Capital));
                    }
                }
                FULL_STOP if !self.is_inside(at) => return Some((at, Mark::Terminal)),
                COLON if !self.is_inside(at) => return Some((at, Mark::Colon)),
                SEMICOLON if !self.is_inside(at) => return Some((at, Mark::Semicolon)),
                OTHER | FULL_STOP | COLON | SEMICOLON => {}
                class => {
                    if let Some(found) = self.rare_mark(class, at) {
                        return Some(found);
                    }
                }
            }
        }
    }
}

fn multibyte(bytes: &[u8]) -> Option<Mark> {
    match *bytes {
        [0xE3, 0x80, 0x82, ..] => Some(Mark::Ideographic), // 。
        [0xEF, 0xBC, 0x81 | 0x9F | 0x8E, ..] => Some(Mark::Ideographic), // ！？．
        [0xEF, 0xBD, 0xA1, ..] => Some(Mark::Ideographic), // ｡
        [0xE2, 0x80, 0xA6 | 0xBC, ..] => Some(Mark::Terminal), // … ‼
        [0xE2, 0x81, 0x87..=0x89, ..] => Some(Mark::Terminal), // ⁇ ⁈ ⁉
        [0xE2, 0x80, 0xA2, ..] => Some(Mark::Bullet),      // •
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => Some(Mark::Line), // line and paragraph separators
        [0xC2, 0xB7, ..] | [0xCE, 0x87, ..] => Some(Mark::Semicolon), // · in Greek
        [0xD8, 0x9F, ..] => Some(Mark::Terminal),          // ؟
        [0xDB, 0x94, ..] => Some(Mark::Terminal),          // ۔
        [0xD6, 0x89, ..] => Some(Mark::Terminal),          // ։
        [0xE0, 0xA5, 0xA4 | 0xA5, ..] => Some(Mark::Terminal), // । ॥
        [0xD8, 0x9B, ..] => Some(Mark::Semicolon),         // ؛
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_with_a_class_is_told() {
        let tables: [(&[u8; 256], Sift); 5] = [
            (&GENERAL, sift_general),
            (&CAPITALS, sift_capitals),
            (&GREEK, sift_greek),
            (&ARABIC, sift_arabic),
            (&EAST_ASIAN, sift_east_asian),
        ];
        for (classes, sift) in tables {
            for byte in 0..=u8::MAX {
                for place in [0, 7, 8, 31, 63] {
                    let mut block = [b' '; BLOCK];
                    block[place] = byte;
                    let told = sift(&block);
                    assert!(told == 0 || told == 1 << place, "{byte:#x}");
                    assert!(told != 0 || classes[usize::from(byte)] == OTHER, "{byte:#x}");
                }
            }
        }
    }
}
