//! Finds the bytes at which a cut is worth thinking about.
//!
//! Source: byte-class scanning as in table-driven lexers. Complexity: one table look-up a byte,
//! eight bytes a branch. Weakness: scripts whose every lead byte begins a mark somewhere (kana,
//! Arabic) are looked at two bytes deep.

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
const CAPITAL_LEAD: u8 = 8;
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
    classes[0xC3] = CAPITAL_LEAD;
    classes
};

static GREEK: [u8; 256] = classes(&[0x87, 0xC2, 0xE2, 0xE3, 0xEF]);
static ARABIC: [u8; 256] = classes(&[0x94, 0x9B, 0x9F, 0xE2, 0xE3, 0xEF]);
static EAST_ASIAN: [u8; 256] = classes(&[0x80, 0xEF]);

/// The candidates of a text, ascending.
pub(super) struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    classes: &'static [u8; 256],
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
        Scan { bytes: text.as_bytes(), at: 0, classes }
    }

    /// Goes on at the byte `at`, if that lies ahead.
    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = self.at.max(at);
    }
}

impl Scan<'_> {
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

    /// Whether `À` to `Þ` stands at the byte `at`.
    fn is_capital(&self, at: usize) -> bool {
        matches!(self.bytes.get(at + 1), Some(0x80..=0x9E))
    }
}

impl Iterator for Scan<'_> {
    type Item = (usize, Mark);

    fn next(&mut self) -> Option<(usize, Mark)> {
        loop {
            while let Some(eight) = self.bytes.get(self.at..self.at + 8) {
                if eight.iter().fold(OTHER, |any, &byte| any | self.classes[usize::from(byte)])
                    != OTHER
                {
                    break;
                }
                self.at += 8;
            }
            let found = self.bytes[self.at.min(self.bytes.len())..]
                .iter()
                .position(|&byte| self.classes[usize::from(byte)] != OTHER)?;
            let at = self.at + found;
            self.at = at + 1;
            let mark = match self.classes[usize::from(self.bytes[at])] {
                FULL_STOP => Mark::Terminal,
                COLON => Mark::Colon,
                SEMICOLON => Mark::Semicolon,
                LINE => Mark::Line,
                RULE if self.bytes[at..].starts_with(&[self.bytes[at]; 3]) => Mark::Rule,
                DATE if at > 0
                    && self.bytes[at - 1].is_ascii_digit()
                    && self.bytes.get(at + 1).is_some_and(u8::is_ascii_digit) =>
                {
                    Mark::Date
                }
                RULE | DATE => continue,
                CAPITAL if self.opens(at) => Mark::Capital,
                CAPITAL_LEAD if self.opens(at) && self.is_capital(at) => Mark::Capital,
                CAPITAL | CAPITAL_LEAD => continue,
                SECOND => {
                    match at.checked_sub(1).map(|lead| (lead, multibyte(&self.bytes[lead..]))) {
                        Some((lead, Some(mark))) => return Some((lead, mark)),
                        _ => continue,
                    }
                }
                _ => match multibyte(&self.bytes[at..]) {
                    Some(mark) => mark,
                    None => continue,
                },
            };
            return Some((at, mark));
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
