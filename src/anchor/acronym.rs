//! Acronyms: words of capitals, Hebrew words with gershayim, and what acronyms stand for.
//!
//! Equal by form, or by the identifier that `knowledge/acronyms.tsv` gives to the forms of one
//! acronym in several languages. Complexity: linear. Weakness: in a heading set in capitals no
//! word is taken for an acronym.

use std::fmt;

use super::gazetteer::{Hit, Known};
use super::passage::Passage;
use super::tokens::{Case, Token, char_at, char_before};
use super::word_type::Hints;
use super::{Anchor, Key, Kind, Strength, Value};
use crate::lang::Script;
use crate::span::Span;

/// An acronym in the form that the languages share, where they do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Acronym {
    /// The English acronym where the tables know it; else as written, in capitals, without stops.
    pub form: Box<str>,
    /// How it is written.
    pub writing: Writing,
}

/// How an acronym is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Writing {
    /// By its letters.
    Short,
    /// By the words it stands for.
    Expanded,
}

impl Acronym {
    pub(super) fn key(&self) -> Key {
        Key::of(Kind::Acronym, &[self.form.as_bytes()])
    }
}

impl fmt::Display for Acronym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.form)
    }
}

/// Few acronyms are so long, in bytes: alone in a heading, such a word is a word.
const LONG: usize = 8;

/// Gives each acronym.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    for hit in &passage.hits {
        if let Known::Acronym(id) = hit.known {
            anchors.push(known(passage, hit, meant(passage, hit, id)));
        }
    }
    if !passage.has(Hints::ACRONYM) {
        return;
    }
    let capitals = passage.words().iter().filter(|word| word.case == Case::Upper).count();
    let cased = passage
        .words()
        .iter()
        .filter(|word| word.case != Case::None && word.span.len() > 1)
        .count();
    let cased =
        if passage.language.script == Script::Latin { cased } else { passage.words().len() };
    let is_long = |word: &Token| word.case == Case::Upper && word.span.len() >= LONG;
    let is_heading = capitals == cased && passage.words().iter().any(is_long);
    let shouted = capitals >= 3 && capitals * 4 > cased * 3 || is_heading;
    for (index, word) in passage.words_with(Hints::ACRONYM) {
        let known = || passage.hits.iter().any(|hit| (hit.words.0..hit.words.1).contains(&index));
        match word.script {
            Script::Hebrew => {
                if let Some(form) = gershayim(word.span.of(passage.text))
                    && !known()
                {
                    let value = Acronym { form: form.into(), writing: Writing::Short };
                    anchors.push(Anchor {
                        value: Value::Acronym(value),
                        span: word.span,
                        strength: Strength::Weak,
                    });
                }
            }
            _ if word.case == Case::Upper && !shouted && !is_in_capitals(passage, index) => {
                if let Some((form, span)) = capitals_of(passage, word)
                    && !known()
                    && !is_roman(&form)
                {
                    let value = Acronym { form: form.into(), writing: Writing::Short };
                    anchors.push(Anchor {
                        value: Value::Acronym(value),
                        span,
                        strength: Strength::Firm,
                    });
                }
            }
            _ => {}
        }
    }
}

/// Whether a word stands in a run of four words or more in capitals, or of three with a long one: an
/// inscription or a title inside a sentence.
fn is_in_capitals(passage: &Passage, index: usize) -> bool {
    let words = passage.words();
    let joined = |pair: &[Token]| {
        pair[0].case == Case::Upper
            && pair[1].case == Case::Upper
            && passage.text.get(pair[0].span.end..pair[1].span.start) == Some(" ")
    };
    let before = words[..=index].windows(2).rev().take_while(|pair| joined(pair)).count();
    let behind = words[index..].windows(2).take_while(|pair| joined(pair)).count();
    let run = &words[index - before..=index + behind];
    run.len() >= 4 || run.len() == 3 && run.iter().any(|word| word.span.len() >= LONG - 2)
}

/// Whether a word may be an acronym somewhere.
pub(super) fn may_be(word: &str, script: Script, case: Case) -> bool {
    match script {
        Script::Hebrew => word.contains(is_gershayim),
        _ => case == Case::Upper,
    }
}

/// The identifier of an acronym in its place: behind a percentage "KI" is an interval, no intelligence.
fn meant(passage: &Passage, hit: &Hit, id: &'static str) -> &'static str {
    let before = passage.before(hit.span.start).trim_end_matches([' ', '\u{a0}', '-', '‑']);
    let is_interval = id == "AI" && hit.span.of(passage.text) == "KI" && before.ends_with('%');
    if is_interval { "CI" } else { id }
}

fn known(passage: &Passage, hit: &Hit, id: &str) -> Anchor {
    let text = hit.span.of(passage.text);
    let word = passage.words()[hit.words.0];
    let short = hit.words.1 - hit.words.0 == 1
        && (word.case == Case::Upper || text.contains(['"', '״', '“', '”']));
    let (writing, strength) = match short {
        true => (Writing::Short, Strength::Firm),
        false => (Writing::Expanded, Strength::Weak),
    };
    Anchor { value: Value::Acronym(Acronym { form: id.into(), writing }), span: hit.span, strength }
}

fn is_gershayim(c: char) -> bool {
    matches!(c, '"' | '״' | '“' | '”')
}

/// The letters of a Hebrew abbreviation without its gershayim.
fn gershayim(word: &str) -> Option<String> {
    word.contains(is_gershayim).then(|| word.chars().filter(|c| ('א'..='ת').contains(c)).collect())
}

/// The capitals of a word with the digits that belong to them, without an inflecting ending:
/// "RCTs" is RCT, "IL-6" is IL6, "COVID-19" is COVID19.
fn capitals_of(passage: &Passage, word: &Token) -> Option<(String, Span)> {
    let text = passage.text;
    let mut form: String = word.span.of(text).to_owned();
    let mut end = word.span.end;
    let ending = form.trim_start_matches(|c: char| c.is_uppercase() || c == '\'' || c == '’');
    let ending = ["s", "er", "en", "et", "ene", "ar", "a", "n", "e"]
        .iter()
        .find(|known| **known == ending)
        .map_or(0, |ending| ending.len());
    form.truncate(form.len() - ending);
    end -= ending;
    while form.ends_with(['\'', '’']) {
        let last = form.pop().map_or(0, char::len_utf8);
        end -= last;
    }
    let digits_from = |at: usize| {
        let digits: String =
            text[at..passage.span.end].chars().take_while(char::is_ascii_digit).take(4).collect();
        let next = char_at(text, at + digits.len());
        let fits = (1..=3).contains(&digits.len()) && !next.is_some_and(char::is_alphanumeric);
        fits.then_some(digits)
    };
    if ending == 0 && end < passage.span.end {
        let hyphen = matches!(text.as_bytes().get(end), Some(b'-'));
        let at = end + usize::from(hyphen);
        if let Some(digits) = digits_from(at) {
            end = at + digits.len();
            form.push_str(&digits);
        }
    }
    if let Some(behind) = mixed_code(&text[end..passage.span.end]).filter(|_| ending == 0) {
        form.push_str(&text[end..end + behind]);
        end += behind;
    }
    let runs_on = char_at(&text[..passage.span.end], end).is_some_and(|c| c.is_ascii_digit());
    let glued = runs_on || char_before(text, word.span.start).is_some_and(|c| c.is_ascii_digit());
    form.retain(|c| c != '\'' && c != '’');
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    ((2..=10).contains(&letters) && !glued).then(|| (form, Span::new(word.span.start, end)))
}

/// The length of what goes on a code behind its first letters: "3A4" of CYP3A4.
fn mixed_code(rest: &str) -> Option<usize> {
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(rest);
    let letter = rest.as_bytes().get(first).filter(|byte| byte.is_ascii_uppercase())?;
    let second = digits(&rest[first + usize::from(letter.is_ascii())..]);
    let length = first + 1 + second;
    let fits = (1..=2).contains(&first) && (1..=2).contains(&second);
    let closed = !rest[length..].starts_with(char::is_alphanumeric);
    (fits && closed).then_some(length)
}

fn is_roman(form: &str) -> bool {
    form.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')) && form != "IV"
}
