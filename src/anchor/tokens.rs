//! The words of a passage, cut once for every extractor that reads words.
//!
//! A word is a run of letters and the marks inside it: Hebrew points, the geresh, the gershayim of
//! an abbreviation, an apostrophe between two letters. Digits, hyphens and maqaf end a word.
//! Complexity: one pass over the bytes. Weakness: scripts without spaces are one word a run.

use std::sync::LazyLock;

use super::word_type::{Hints, WordTypes};
use crate::lang::Script;
use crate::lang::ascii_run::AsciiRun;
use crate::lang::letter::{is_capital, is_letter};
use crate::span::Span;

/// A word of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its script.
    pub script: Script,
    /// Its use of capitals.
    pub case: Case,
    /// What it may be part of.
    pub hints: Hints,
    /// Its place in the [`WordTypes`] of the document.
    pub word_type: u32,
}

/// How a word uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// No capital, in a script that has them.
    Lower,
    /// The first letter alone.
    Capital,
    /// Every letter, two or more of them; or two or more and fewer small ones: "RCTs".
    Upper,
    /// Anything else: "iLive", "McCain".
    Mixed,
    /// A script without case.
    None,
}

impl Case {
    /// That of a word of some letters, so many of them capitals.
    #[inline]
    fn of(letters: usize, capitals: usize, first_capital: bool) -> Case {
        match capitals {
            0 => Case::Lower,
            2.. if capitals > letters - capitals => Case::Upper,
            1 if first_capital => Case::Capital,
            _ => Case::Mixed,
        }
    }
}

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Letter(Script, bool),
    /// Belongs to the word it stands in.
    Mark,
    /// Joins two letters.
    Joint,
    Break,
}

fn role(c: char) -> Role {
    match c {
        'a'..='z' => Role::Letter(Script::Latin, false),
        'A'..='Z' => Role::Letter(Script::Latin, true),
        '\'' | '’' => Role::Joint,
        '"' | '״' | '“' | '”' => Role::Joint,
        '׳' => Role::Mark,
        c if c.is_ascii() => Role::Break,
        '\u{00c0}'..='\u{024f}' | '\u{1e00}'..='\u{1eff}' if is_letter(c) => {
            Role::Letter(Script::Latin, is_capital(c))
        }
        'א'..='ת' | '\u{fb1d}'..='\u{fb4f}' => Role::Letter(Script::Hebrew, false),
        '\u{0591}'..='\u{05bd}' | '\u{05bf}'..='\u{05c7}' => Role::Mark,
        '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{0655}' | '\u{0670}' | '\u{0640}' => Role::Mark,
        '\u{0370}'..='\u{03ff}' | '\u{1f00}'..='\u{1fff}' if is_letter(c) => {
            Role::Letter(Script::Greek, is_capital(c))
        }
        '\u{0400}'..='\u{052f}' if is_letter(c) => Role::Letter(Script::Cyrillic, is_capital(c)),
        '\u{0620}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' if is_letter(c) => {
            Role::Letter(Script::Arabic, false)
        }
        '\u{3040}'..='\u{30ff}' => Role::Letter(Script::Japanese, false),
        '\u{3400}'..='\u{9fff}' => Role::Letter(Script::Han, false),
        _ => Role::Break,
    }
}

/// The roles of the characters that UTF-8 writes in one byte or two.
static ROLES: LazyLock<[Role; 0x800]> =
    LazyLock::new(|| std::array::from_fn(|c| char::from_u32(c as u32).map_or(Role::Break, role)));

/// The role of the character at a byte offset, and its length in bytes.
fn role_at(text: &str, at: usize, roles: &[Role; 0x800]) -> (Role, usize) {
    match text.as_bytes()[at..] {
        [byte @ ..0x80, ..] => (roles[usize::from(byte)], 1),
        [first @ 0xc0..0xe0, second, ..] => {
            (roles[usize::from(first & 0x1f) << 6 | usize::from(second & 0x3f)], 2)
        }
        [0xe3, 0x81..=0x83, ..] => (Role::Letter(Script::Japanese, false), 3),
        [0xe3, 0x90..=0xbf, ..] | [0xe4..=0xe9, ..] => (Role::Letter(Script::Han, false), 3),
        _ => char_at(text, at).map_or((Role::Break, 1), |c| (role(c), c.len_utf8())),
    }
}

/// Where the letters end that begin at a byte offset, for the scripts whose letters are a block of
/// Unicode.
#[inline]
fn block_end(bytes: &[u8], start: usize, script: Script) -> usize {
    let mut at = start;
    match script {
        Script::Hebrew => {
            while let [0xd7, 0x90..=0xaa, ..] = bytes[at..] {
                at += 2;
            }
        }
        Script::Japanese => {
            while let [0xe3, 0x81..=0x83, _, ..] = bytes[at..] {
                at += 3;
            }
        }
        Script::Han => {
            while let [0xe3, 0x90..=0xbf, _, ..] | [0xe4..=0xe9, _, _, ..] = bytes[at..] {
                at += 3;
            }
        }
        _ => {}
    }
    at
}

/// What the first byte of a character says of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// An ASCII letter.
    Letter,
    /// An ASCII sign that begins nothing.
    Plain,
    /// A quotation mark, which may join the letters of a word.
    Quote,
    /// An ASCII sign that may begin an anchor.
    Sign,
    /// Anything beyond ASCII.
    Wide,
}

static BYTES: [Byte; 256] = {
    let mut bytes = [Byte::Plain; 256];
    let mut at = 0;
    while at < 256 {
        bytes[at] = match at as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
            b'0'..=b'9' | b'.' | b':' | b'@' => Byte::Sign,
            0x80.. => Byte::Wide,
            b'"' | b'\'' => Byte::Quote,
            _ => Byte::Plain,
        };
        at += 1;
    }
    bytes
};

/// A run of letters that is a word unless a quotation mark or a rarer letter follows.
struct PlainWord {
    end: usize,
    script: Script,
    case: Case,
}

impl PlainWord {
    /// The run that begins with a letter of another script than ASCII; `None` where another begins.
    #[inline]
    fn wide(bytes: &[u8], at: usize) -> Option<PlainWord> {
        match bytes[at..] {
            [0xc3, second, ..] if is_latin_1(second) => Some(PlainWord::latin(bytes, at)),
            [0xd7, 0x90..=0xaa, ..] => Some(PlainWord::hebrew(bytes, at)),
            _ => None,
        }
    }

    /// The run of letters of ASCII and Latin-1.
    #[inline(always)]
    fn latin(bytes: &[u8], at: usize) -> PlainWord {
        let (mut end, mut letters, mut capitals) = (at, 0, 0);
        loop {
            let run = AsciiRun::at(bytes, end);
            (end, letters) = (end + run.length, letters + run.length);
            capitals += run.capitals;
            match bytes[end..] {
                [0xc3, second, ..] if is_latin_1(second) => {
                    (end, letters) = (end + 2, letters + 1);
                    capitals += usize::from(second < 0x9f);
                }
                _ => break,
            }
        }
        let first_capital =
            bytes[at].is_ascii_uppercase() || bytes[at] == 0xc3 && bytes[at + 1] < 0x9f;
        PlainWord { end, script: Script::Latin, case: Case::of(letters, capitals, first_capital) }
    }

    /// The run of Hebrew letters without points.
    #[inline]
    fn hebrew(bytes: &[u8], at: usize) -> PlainWord {
        let end = block_end(bytes, at, Script::Hebrew);
        PlainWord { end, script: Script::Hebrew, case: Case::None }
    }
}

/// Whether a byte behind 0xC3 makes a letter with it: À to ÿ, without × and ÷.
fn is_latin_1(second: u8) -> bool {
    second >= 0x80 && !matches!(second, 0x97 | 0xb7)
}

/// Whether the word before a byte may go on there.
fn may_go_on(byte: u8) -> bool {
    matches!(BYTES[usize::from(byte)], Byte::Letter | Byte::Wide | Byte::Quote)
}

/// What stands in a passage.
#[derive(Default)]
pub(super) struct Found {
    /// Its words, ascending.
    pub words: Vec<Token>,
    /// The places of the words with hints other than [`Hints::NUMERAL`].
    hinted: Vec<u32>,
    /// The signs between the words that may begin an anchor: digits, `.`, `:`, `@` and anything
    /// beyond ASCII, by their first bytes, ascending.
    pub signs: Vec<usize>,
    /// Where a numeral may stand: words that may hold one, and the signs by their first bytes;
    /// ascending.
    pub numeric: Vec<Span>,
    /// What the words hint at together.
    pub hints: Hints,
}

impl Found {
    /// Finds what stands in `span` of a text, in place of what was found before.
    pub fn scan(&mut self, text: &str, span: Span, types: &mut WordTypes) {
        let roles = &*ROLES;
        let bytes = &text.as_bytes()[..span.end];
        self.words.clear();
        self.hinted.clear();
        self.signs.clear();
        self.numeric.clear();
        self.hints = Hints::default();
        let mut at = span.start;
        while let Some(&byte) = bytes.get(at) {
            let plain = match BYTES[usize::from(byte)] {
                Byte::Letter => Some(PlainWord::latin(bytes, at)),
                Byte::Plain | Byte::Quote => {
                    at += 1;
                    continue;
                }
                Byte::Sign => {
                    self.sign(at);
                    at += 1;
                    continue;
                }
                Byte::Wide => PlainWord::wide(bytes, at),
            };
            if let Some(PlainWord { end, script, case }) = plain
                && !bytes.get(end).is_some_and(|byte| may_go_on(*byte))
            {
                self.word(text, Span::new(at, end), script, case, types);
                at = end + usize::from(bytes.get(end) == Some(&b' '));
                continue;
            }
            let (Role::Letter(script, _), _) = role_at(text, at, roles) else {
                self.sign(at);
                at += role_at(text, at, roles).1;
                continue;
            };
            let (span, case) = word(text, at, bytes.len(), script, roles);
            let hints = self.word(text, span, script, case, types);
            // What is quiet alone may be the first part of a word in two scripts.
            let goes_on = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphabetic();
            if !hints.has(Hints::NUMERAL)
                && bytes.get(span.end).is_some_and(goes_on)
                && !types.is_unspaced()
            {
                self.numeric.push(span);
            }
            at = span.end;
        }
    }

    #[inline(always)]
    fn word(
        &mut self,
        text: &str,
        span: Span,
        script: Script,
        case: Case,
        types: &mut WordTypes,
    ) -> Hints {
        let (word_type, hints) = types.meet(text, span, script, case);
        if hints != Hints::default() {
            self.hints = self.hints.and(hints);
            if hints.has(Hints::BESIDE_NUMERAL) {
                self.hinted.push(self.words.len() as u32);
            }
            if hints.has(Hints::NUMERAL) {
                self.numeric.push(span);
            }
        }
        self.words.push(Token { span, script, case, hints, word_type });
        hints
    }

    /// The words with one of the hints, ascending, and their places among the words.
    /// [`Hints::NUMERAL`] is not among those that can be asked for.
    pub fn words_with(&self, hints: Hints) -> impl Iterator<Item = (usize, &Token)> {
        let hinted: &[u32] = if self.hints.has(hints) { &self.hinted } else { &[] };
        let words = hinted.iter().map(|&at| (at as usize, &self.words[at as usize]));
        words.filter(move |(_, word)| word.hints.has(hints))
    }

    fn sign(&mut self, at: usize) {
        self.signs.push(at);
        self.numeric.push(Span::new(at, at + 1));
    }
}

/// The character at a byte offset; `None` at the end or inside a character.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    match *text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The character before a byte offset.
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The word of one script that begins at `start`, and its use of capitals.
fn word(
    text: &str,
    start: usize,
    end: usize,
    script: Script,
    roles: &[Role; 0x800],
) -> (Span, Case) {
    let bytes = &text.as_bytes()[..end];
    let first_capital = match bytes.get(start) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => matches!(role_at(text, start, roles).0, Role::Letter(_, true)),
    };
    let run = AsciiRun::at(bytes, start);
    let mut at = block_end(bytes, start + run.length, script);
    let (mut last, mut letters, mut capitals) = (at, run.length, run.capitals);
    // The rest of a word that has other letters.
    while bytes.get(at).is_some_and(|byte| may_go_on(*byte)) {
        let (role, length) = role_at(text, at, roles);
        let next = at + length;
        match role {
            Role::Letter(other, capital) if other == script => {
                capitals += usize::from(capital);
                letters += 1;
                last = next;
            }
            Role::Mark => last = next,
            Role::Joint => {
                let Some(c) = char_at(text, at) else { break };
                if !joins(text, c, next, end, script) {
                    if !geresh(text, c, at, script) {
                        break;
                    }
                    last = next;
                }
            }
            _ => break,
        }
        at = next;
    }
    let case = match script {
        Script::Hebrew | Script::Arabic | Script::Japanese | Script::Han => Case::None,
        _ => Case::of(letters, capitals, first_capital),
    };
    (Span::new(start, last), case)
}

/// Whether a joint has a letter of the script behind it. A quotation mark joins only the last
/// letter of a Hebrew word to the rest, as gershayim do.
fn joins(text: &str, c: char, next: usize, end: usize, script: Script) -> bool {
    let mut rest = text.get(next..end).unwrap_or_default().chars();
    let is_letter = |c: Option<char>| {
        c.is_some_and(|c| matches!(role(c), Role::Letter(other, _) if other == script))
    };
    match c {
        '\'' | '’' if script == Script::Hebrew => is_letter(rest.next()),
        // "it's", "don't", "we'll"; not "l'homme", "d'Artagnan".
        '\'' | '’' => {
            is_letter(rest.next()) && !(is_letter(rest.next()) && is_letter(rest.next()))
        }
        _ => {
            script == Script::Hebrew && is_letter(rest.next()) && {
                let after = rest.next();
                !is_letter(after) || c == '״' || (!is_letter(rest.next()))
            }
        }
    }
}

/// Whether an apostrophe is a geresh: behind a Hebrew letter that takes one.
fn geresh(text: &str, c: char, at: usize, script: Script) -> bool {
    script == Script::Hebrew
        && matches!(c, '\'' | '’')
        && matches!(
            char_before(text, at),
            Some('ג' | 'ז' | 'צ' | 'ץ' | 'ת' | 'ד' | 'ר' | 'ע' | 'ח')
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cuts_agree_with_the_roles() {
        let mut text = [0; 4];
        for sign in '\0'..='\u{ffff}' {
            let text = &*sign.encode_utf8(&mut text);
            assert_eq!(role_at(text, 0, &ROLES), (role(sign), sign.len_utf8()), "{sign:?}");
            for script in [Script::Hebrew, Script::Japanese, Script::Han] {
                let end = block_end(text.as_bytes(), 0, script);
                let is_in_block = role(sign) == Role::Letter(script, false);
                let is_presentation_form = ('\u{fb1d}'..='\u{fb4f}').contains(&sign);
                assert_eq!(end > 0, is_in_block && !is_presentation_form, "{sign:?}");
                assert!(end == 0 || end == text.len(), "{sign:?}");
            }
        }
    }
}
