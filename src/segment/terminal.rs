//! Decides whether a sentence ends at a run of terminal marks.
//!
//! Source: the classical disambiguation of the full stop by the shapes of its neighbours (Grefenstette
//! and Tapanainen 1994) and by lists of each language. Complexity: constant a mark, logarithmic in
//! the lists. Weakness: an abbreviation that no list holds, before a capital.

use super::gap::{Gap, Kind};
use crate::lang::{Convention, Language, Numbers, Script, Sentence};

/// Abbreviations of learned prose in any language.
const EVERYWHERE: &[&str] = &[
    "cf", "dr", "e.g", "fig", "figs", "i.e", "mr", "mrs", "ms", "mt", "n°", "no", "nos", "op.cit",
    "p", "pp", "prof", "viz", "vol", "vols", "vs",
];

/// Abbreviations of learned prose in any language that may end a sentence.
const EVERYWHERE_AMBIGUOUS: &[&str] = &["al", "co", "corp", "ed", "eds", "etc", "inc", "jr", "ltd"];

/// Whether a sentence ends at `gap`, in a segment that begins at the byte `segment_start`.
pub(super) fn ends(text: &str, gap: &Gap, segment_start: usize, language: &Language) -> bool {
    let kind = gap.ahead.kind;
    if kind == Kind::End {
        return false;
    }
    if !gap.spaced {
        return glued(text, gap, language);
    }
    let sentence = &language.sentence;
    if gap.ahead.opened && gap.before == Some('(') && gap.word.is_empty() {
        return false;
    }
    let begins = text[segment_start..gap.word_start].trim_start().is_empty();
    let stop = gap.marks == ".";
    if gap.word.is_empty() && (begins || (gap.before == Some('(') && !stop)) {
        return false;
    }
    let soft_mark = gap.marks.len() > 1
        && (gap.marks.starts_with("..")
            || gap.marks.starts_with('…')
            || gap.marks.starts_with(". ."))
        && !gap.marks.contains(['!', '?']);
    match kind {
        Kind::Lower if gap.ahead.dashed => return false,
        Kind::Lower if !gap.ahead.opened => {
            return sentence.lower == Convention::Cuts
                && !gap.closed
                && !soft_mark
                && (!stop || is_plain_word(gap, sentence));
        }
        _ => {}
    }
    if soft_mark {
        return kind == Kind::Upper;
    }
    if !stop {
        return kind != Kind::Symbol || gap.ahead.dashed || gap.ahead.opened;
    }
    after_full_stop(text, gap, begins, language)
}

/// The decision at a single full stop before anything but a lower-case letter.
fn after_full_stop(text: &str, gap: &Gap, begins: bool, language: &Language) -> bool {
    let sentence = &language.sentence;
    let kind = gap.ahead.kind;
    let word = gap.word;
    if word.is_empty() {
        return kind != Kind::Symbol;
    }
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return after_number(text, gap, begins, sentence);
    }
    let mut letters = word.chars();
    let initial = match (letters.next(), letters.next()) {
        (Some(c), None) => c.is_uppercase() || (Kind::of(c) == Kind::Caseless && !is_cjk(c)),
        (Some(c), Some('\'' | '׳')) => {
            matches!(c, '\u{5D0}'..='\u{5EA}') && letters.next().is_none()
        }
        _ => false,
    };
    if initial && !begins {
        return starts_sentence(gap, sentence);
    }
    if initial {
        return false;
    }
    let mut buffer = [0; 32];
    let Some(lower) = lower_case(word, &mut buffer) else { return true };
    if kind == Kind::Digit && !gap.ahead.opened && contains(sentence.numbered, lower) {
        return false;
    }
    if contains(sentence.abbreviations, lower) || contains(EVERYWHERE, lower) {
        return contains(sentence.numbered, lower)
            && !contains(sentence.abbreviations, lower)
            && kind != Kind::Digit;
    }
    if contains(sentence.closing, lower) {
        return kind != Kind::Digit;
    }
    if contains(sentence.ambiguous, lower) || contains(EVERYWHERE_AMBIGUOUS, lower) {
        return kind != Kind::Digit && starts_sentence(gap, sentence);
    }
    if contains(sentence.others, lower) && ends_in_initial(&text[..gap.word_start]) {
        return false;
    }
    if is_dotted(word) {
        return starts_sentence(gap, sentence);
    }
    if sentence.numbers != Numbers::Cardinal && is_roman(word) {
        return starts_sentence(gap, sentence);
    }
    true
}

/// The decision at a full stop after digits.
fn after_number(text: &str, gap: &Gap, begins: bool, sentence: &Sentence) -> bool {
    if begins && gap.word.len() <= 3 {
        return false;
    }
    if gap.word.len() > 2 || gap.closed || sentence.numbers == Numbers::Cardinal {
        return true;
    }
    let before = text[..gap.word_start].trim_end();
    if starts_sentence(gap, sentence) || before.ends_with('.') {
        return true;
    }
    let mut buffer = [0; 32];
    let month = lower_case(gap.ahead.word(), &mut buffer)
        .is_some_and(|word| contains(sentence.months, word));
    if month || gap.ahead.kind == Kind::Digit || sentence.numbers == Numbers::Ordinal {
        return false;
    }
    let article = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    !lower_case(article, &mut buffer).is_some_and(|word| contains(sentence.articles, word))
}

/// Whether the word before the mark is an ordinary one.
fn is_plain_word(gap: &Gap, sentence: &Sentence) -> bool {
    let mut buffer = [0; 32];
    match lower_case(gap.word, &mut buffer) {
        None => true,
        Some(word) => {
            word.chars().count() > 1
                && !is_dotted(word)
                && ![
                    sentence.abbreviations, sentence.numbered, sentence.closing,
                    sentence.ambiguous, EVERYWHERE, EVERYWHERE_AMBIGUOUS,
                ]
                .iter()
                .any(|list| contains(list, word))
        }
    }
}

/// Whether a word that begins sentences is ahead.
fn starts_sentence(gap: &Gap, sentence: &Sentence) -> bool {
    if !matches!(gap.ahead.kind, Kind::Upper | Kind::Caseless) {
        return false;
    }
    if gap.ahead.dashed {
        return true;
    }
    let word = gap.ahead.word();
    let single = word.chars().nth(1).is_none();
    if single && gap.ahead.rest[word.len()..].starts_with('.') {
        return false;
    }
    let mut buffer = [0; 32];
    lower_case(word, &mut buffer).is_some_and(|word| contains(sentence.starters, word))
}

/// Whether a sentence ends at a mark without white space after it.
fn glued(text: &str, gap: &Gap, language: &Language) -> bool {
    let sentence = &language.sentence;
    if gap.closed || gap.ahead.opened || gap.ahead.dashed {
        return false;
    }
    let mark_end = gap.end;
    let rest = &text[mark_end..];
    let case = match language.script {
        Script::Hebrew => Kind::Caseless,
        Script::Japanese | Script::Han => {
            let next = rest.chars().next();
            let before = gap.word.chars().next_back();
            return next.is_some_and(is_cjk) && before.is_some_and(is_cjk);
        }
        _ => Kind::Upper,
    };
    if gap.ahead.kind != case || !matches!(gap.marks, "." | "!" | "?" | "..." | "…" | "!!" | "?!")
    {
        return false;
    }
    let mut before = gap.word.chars();
    let ends_in_letter = before
        .next_back()
        .is_some_and(|c| Kind::of(c) == if case == Kind::Upper { Kind::Lower } else { case });
    let long_enough = before.count() >= 2;
    let plain = gap.word.chars().all(char::is_alphabetic)
        && !matches!(gap.before, Some('/' | '@' | ':' | '#' | '\\'));
    let next = gap.ahead.word();
    let mut letters = next.chars().skip(1);
    let next_is_word = letters.next().is_none_or(|c| Kind::of(c) == case || c.is_lowercase())
        && letters.all(|c| c.is_lowercase() || Kind::of(c) == Kind::Caseless || c == '-')
        && (next.chars().count() > 2 || case == Kind::Upper);
    let after = gap.ahead.rest[next.len()..].chars().next();
    let clean_after =
        after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '\'' | '’' | '!' | '?'));
    ends_in_letter
        && long_enough
        && plain
        && next_is_word
        && clean_after
        && is_plain_word(gap, sentence)
}

/// Whether `text` ends in a single letter with a full stop: "Levin R. ".
fn ends_in_initial(text: &str) -> bool {
    let mut back = text.trim_end().chars().rev();
    back.next() == Some('.')
        && back.next().is_some_and(char::is_alphabetic)
        && back.next().is_none_or(|c| c.is_whitespace() || c == '.')
}

/// Whether `word` is letters in short runs between full stops: `U.S`, `f.eks`, `a.m`.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() <= 3 && part.chars().all(char::is_alphabetic))
}

fn is_roman(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF65}')
}

pub(super) fn contains(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// `word` in lower case, if it fits the buffer; longer words are in no list.
pub(super) fn lower_case<'b>(word: &str, buffer: &'b mut [u8; 32]) -> Option<&'b str> {
    let mut len = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let end = len + c.len_utf8();
        c.encode_utf8(buffer.get_mut(len..end)?);
        len = end;
    }
    std::str::from_utf8(buffer.get(..len)?).ok()
}
