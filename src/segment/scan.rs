//! Finds the bytes at which a cut is worth thinking about.
//!
//! Source: byte-class scanning as in table-driven lexers. Complexity: one table look-up a byte,
//! eight bytes a branch; the classes of eight bytes are kept as one integer, from which one candidate
//! after the other is taken. Weakness: where a lead byte begins letters too (kana, Arabic, accented
//! Latin) the second byte is told, and second bytes are those of other letters as well.

use super::lexicon::Capitals;
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
    /// A capital Latin letter after white space or an opening mark.
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

/// The candidates of a text, ascending.
pub(super) struct Scan<'t> {
    bytes: &'t [u8],
    classes: &'static [u8; 256],
    /// Where the eight bytes begin whose candidates are told.
    block: usize,
    /// The classes of these bytes, the first lowest; those told are [`OTHER`].
    left: u64,
    /// Where the bytes begin that have not been looked at.
    ahead: usize,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, script: Script, capitals: Capitals) -> Self {
        let classes = match script {
            Script::Latin if capitals == Capitals::Weighed => &CAPITALS,
            Script::Greek => &GREEK,
            Script::Arabic => &ARABIC,
            Script::Japanese | Script::Han => &EAST_ASIAN,
            _ => &GENERAL,
        };
        Scan { bytes: text.as_bytes(), classes, block: 0, left: 0, ahead: 0 }
    }

    /// Goes on at the byte `at`, if that lies ahead.
    pub(super) fn skip_to(&mut self, at: usize) {
        if at >= self.ahead {
            (self.ahead, self.left) = (at, 0);
        } else if at > self.block {
            self.left &= u64::MAX << (8 * (at - self.block));
        }
    }

    /// Looks at the next bytes until there is a candidate among eight.
    fn refill(&mut self) -> Option<()> {
        let classes = self.classes;
        let classify =
            |eight: &[u8; 8]| u64::from_le_bytes(eight.map(|byte| classes[usize::from(byte)]));
        while let Some(eight) = self.bytes.get(self.ahead..)?.first_chunk() {
            self.block = self.ahead;
            self.ahead += 8;
            if eight.iter().fold(OTHER, |any, &byte| any | classes[usize::from(byte)]) != OTHER {
                self.left = classify(eight);
                return Some(());
            }
        }
        let rest = &self.bytes[self.ahead..];
        let mut eight = [0; 8];
        eight[..rest.len()].copy_from_slice(rest);
        (self.block, self.ahead) = (self.ahead, self.bytes.len());
        self.left = classify(&eight);
        (self.left != 0).then_some(())
    }

    /// Whether a word may begin at the byte `at`.
    fn opens(&self, at: usize) -> bool {
        match self.bytes[..at] {
            // The sentence before has ended already.
            [.., b'.' | b'!' | b'?', b' '] => false,
            [.., byte] => {
                !byte.is_ascii_alphanumeric() && !matches!(byte, b'/' | b'.' | b'@' | b'_')
            }
            [] => false,
        }
    }

    /// Whether the mark at the byte `at` stands inside a word or number, or at the end of the text.
    fn is_inside(&self, at: usize) -> bool {
        matches!(self.bytes.get(at + 1), None | Some(b'a'..=b'z' | b'0'..=b'9'))
    }

    /// What the byte of the class given at `at` is, and where it begins.
    fn mark(&self, class: u8, at: usize) -> Option<(usize, Mark)> {
        let bytes = self.bytes;
        let lead = at.wrapping_sub(1);
        let mark = match class {
            FULL_STOP | COLON | SEMICOLON if self.is_inside(at) => return None,
            FULL_STOP => Mark::Terminal,
            COLON => Mark::Colon,
            SEMICOLON => Mark::Semicolon,
            LINE => Mark::Line,
            RULE => bytes[at..].starts_with(&[bytes[at]; 3]).then_some(Mark::Rule)?,
            DATE => {
                let between =
                    bytes.get(lead)?.is_ascii_digit() && bytes.get(at + 1)?.is_ascii_digit();
                between.then_some(Mark::Date)?
            }
            CAPITAL => self.opens(at).then_some(Mark::Capital)?,
            CAPITAL_SECOND => {
                let capital = *bytes.get(lead)? == 0xC3 && self.opens(lead);
                return capital.then_some((lead, Mark::Capital));
            }
            SECOND => return Some((lead, multibyte(bytes.get(lead..)?)?)),
            _ => multibyte(&bytes[at..])?,
        };
        Some((at, mark))
    }
}

impl Iterator for Scan<'_> {
    type Item = (usize, Mark);

    fn next(&mut self) -> Option<(usize, Mark)> {
        loop {
            if self.left == 0 {
                self.refill()?;
            }
            let index = self.left.trailing_zeros() / 8;
            let class = (self.left >> (8 * index)) as u8;
            self.left &= !(0xFF << (8 * index));
            if let Some(found) = self.mark(class, self.block + index as usize) {
                return Some(found);
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
