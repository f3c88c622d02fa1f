//! Finds the bytes at which a cut is worth thinking about.
//!
//! Source: byte-class scanning as in table-driven lexers. Complexity: one table look-up a byte,
//! eight bytes a branch. Weakness: scripts whose every lead byte begins a mark somewhere (kana,
//! Arabic) are looked at two bytes deep.

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
}

const OTHER: u8 = 0;
const FULL_STOP: u8 = 1;
const COLON: u8 = 2;
const SEMICOLON: u8 = 3;
const LINE: u8 = 4;
const LEAD: u8 = 5;
const SECOND: u8 = 6;

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
    let mut index = 0;
    while index < telling.len() {
        classes[telling[index] as usize] = if telling[index] < 0xC0 { SECOND } else { LEAD };
        index += 1;
    }
    classes
}

static GENERAL: [u8; 256] = classes(&[0xD6, 0xD8, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF]);
static ARABIC: [u8; 256] = classes(&[0x94, 0x9B, 0x9F, 0xE2, 0xE3, 0xEF]);
static EAST_ASIAN: [u8; 256] = classes(&[0x80, 0xEF]);

/// The candidates of a text, ascending.
pub(super) struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
    classes: &'static [u8; 256],
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, script: Script) -> Self {
        let classes = match script {
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
        [0xD8, 0x9F, ..] => Some(Mark::Terminal),          // ؟
        [0xDB, 0x94, ..] => Some(Mark::Terminal),          // ۔
        [0xD6, 0x89, ..] => Some(Mark::Terminal),          // ։
        [0xE0, 0xA5, 0xA4 | 0xA5, ..] => Some(Mark::Terminal), // । ॥
        [0xD8, 0x9B, ..] => Some(Mark::Semicolon),         // ؛
        _ => None,
    }
}
