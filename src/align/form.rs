//! The outward form of a segment: how it starts and ends, and the block it stands in.
//!
//! Source: punctuation as evidence, Chuang and Yeh 2005. Complexity: linear in the segment's ends.
//! Weakness: says nothing where every segment is a plain sentence.

use crate::document::BlockKind;
use crate::lang::Script;
use crate::rendering::Rendering;
use crate::segment::Boundary;

/// How a segment ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Full stop, or the like in other scripts.
    Stop,
    /// Question mark.
    Question,
    /// Exclamation mark.
    Exclamation,
    /// Dots that trail off.
    Ellipsis,
    /// Colon.
    Colon,
    /// Comma, semicolon or dash: the sentence goes on.
    Open,
    /// A letter, digit or anything else.
    Bare,
}

/// How a segment starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// Upper-case letter.
    Upper,
    /// Lower-case letter: probably inside a sentence.
    Lower,
    /// Letter of a script without case.
    Uncased,
    /// Digit.
    Digit,
    /// Nothing of these.
    Other,
}

/// The outward form of a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub end: End,
    pub start: Start,
    /// Whether a dash or bullet comes first.
    pub is_item: bool,
    /// Whether a quotation mark comes first.
    pub opens_quote: bool,
    /// Whether a quotation mark comes last.
    pub closes_quote: bool,
    /// Whether there is a letter or digit in it.
    pub has_letters: bool,
    /// Whether most of it is in Latin letters although its language is not.
    pub is_borrowed: bool,
    /// The cut before it.
    pub boundary: Boundary,
    /// The kind of its block, and its depth.
    pub block: (BlockKind, u8),
}

impl Form {
    pub fn of(rendering: &Rendering, index: usize) -> Form {
        let segment = &rendering.segments[index];
        let text = rendering.text(index);
        let block = rendering.document.blocks.get(segment.block as usize);
        let mut form = Form {
            end: End::Bare,
            start: Start::Other,
            is_item: false,
            opens_quote: false,
            closes_quote: false,
            has_letters: false,
            is_borrowed: rendering.document.language.script != Script::Latin && is_latin(text),
            boundary: segment.boundary,
            block: block.map_or((BlockKind::Paragraph, 0), |block| (block.kind, block.depth)),
        };
        for c in text.chars().filter(|c| !is_invisible(*c)) {
            if c.is_alphanumeric() {
                form.has_letters = true;
                form.start = match c {
                    _ if c.is_uppercase() => Start::Upper,
                    _ if c.is_lowercase() => Start::Lower,
                    _ if c.is_numeric() => Start::Digit,
                    _ => Start::Uncased,
                };
                break;
            }
            form.is_item |= matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '‣' | '▪' | '◦' | '־');
            form.opens_quote |= is_quote(c);
        }
        let mut last = text.chars().rev().filter(|c| !is_invisible(*c)).peekable();
        while let Some(&c) = last.peek() {
            if !is_quote(c) && !matches!(c, ')' | ']' | '}') {
                break;
            }
            form.closes_quote |= is_quote(c);
            last.next();
        }
        let ended = last.next();
        form.end = match ended {
            Some('…') => End::Ellipsis,
            Some('.') if last.peek() == Some(&'.') => End::Ellipsis,
            Some('.' | '。' | '।' | '۔' | '\u{5c3}' | '．') => End::Stop,
            Some('?' | '？' | '؟' | ';' | '\u{37e}') if is_question(ended, rendering) => {
                End::Question
            }
            Some('!' | '！') => End::Exclamation,
            Some(':' | '：') => End::Colon,
            Some(',' | ';' | '،' | '、' | '؛' | '-' | '–' | '—') => End::Open,
            _ => End::Bare,
        };
        form
    }

    /// Whether the segment seems to go on with what stood before it, given how that ended.
    pub fn continues(&self, before: &Form) -> bool {
        self.boundary == Boundary::Soft
            || (self.start == Start::Lower && !self.is_item)
            || matches!(before.end, End::Open | End::Colon)
    }
}

/// Whether Latin letters outweigh the others, of which one may be a syllable or a word.
fn is_latin(text: &str) -> bool {
    let weigh = |(latin, other): (usize, usize), c: char| match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => (latin + 1, other),
        '\u{3040}'.. => (latin, other + 3),
        c if c.is_alphabetic() => (latin, other + 1),
        _ => (latin, other),
    };
    let (latin, other) = text.chars().fold((0, 0), weigh);
    latin > other
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '«'
            | '»'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '‚'
            | '‹'
            | '›'
            | '״'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

/// A semicolon is the question mark of Greek.
fn is_question(c: Option<char>, rendering: &Rendering) -> bool {
    c != Some(';') || rendering.document.language.code == "el"
}
