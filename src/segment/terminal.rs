//! Decides whether a sentence ends at a run of terminal marks.
//!
//! Source: the classical disambiguation of the full stop by the shapes of its neighbours (Grefenstette
//! and Tapanainen 1994) and by lists of each language. Complexity: constant a mark, logarithmic in
//! the lists. Weakness: an abbreviation that no list holds, before a capital.

use super::gap::{Gap, Kind, digit, is_letter, word_start};
use super::is_blank;
use super::learned::Learned;
use super::lexicon::{Lexicon, Roles};
use super::{reference, speech};
use crate::lang::ascii_run::small_letters_at_end;
use crate::lang::{Convention, Language, Numbers, Script};

/// The text that is being cut, and what is known of its language.
#[derive(Clone, Copy)]
pub(super) struct Context<'t> {
    pub(super) text: &'t str,
    pub(super) language: &'t Language,
    pub(super) lexicon: &'static Lexicon,
    /// What the text so far has taught.
    pub(super) learned: &'t Learned,
    /// Where the segment that holds the mark begins, in bytes.
    pub(super) start: usize,
}

/// Whether a sentence ends at `gap`.
pub(super) fn ends(context: Context, gap: &Gap) -> bool {
    let kind = gap.ahead.kind;
    if kind == Kind::End {
        return false;
    }
    if !gap.spaced {
        return glued(context, gap);
    }
    if gap.ahead.opened && gap.before == Some('(') && gap.word.is_empty() {
        return false;
    }
    let begins = is_blank(&context.text[context.start..gap.word_start]);
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
        // A quotation mark that a mark follows closes; a slash ends a verse.
        Kind::Symbol if gap.ahead.opened && before_mark(gap.ahead.rest) => return false,
        Kind::Symbol if gap.ahead.rest.starts_with("/ ") => return false,
        // "« Pourquoi ? », dit-il."
        Kind::Symbol if gap.closed && gap.ahead.rest.starts_with([',', ';']) => return false,
        // "a #VALUE! error"
        Kind::Lower if gap.ahead.dashed || gap.before == Some('#') => return false,
        Kind::Lower if !gap.ahead.opened => {
            return context.language.sentence.lower == Convention::Cuts
                && !gap.closed
                && !soft_mark
                && (!stop || is_plain_word(context, gap) && has_vowel(gap.word))
                && !speech::is_told_by_pronoun(context, gap);
        }
        _ => {}
    }
    if speech::goes_on(context, gap) {
        return false;
    }
    if soft_mark {
        // "[...]" leaves words out; what stands in brackets behind it is the source.
        let omission = gap.before == Some('[') && gap.ahead.opened;
        return kind == Kind::Upper && !omission;
    }
    if context.language.script == Script::Hebrew && opens_speech(context, gap) {
        return false;
    }
    if !stop {
        return kind != Kind::Symbol || gap.ahead.dashed || gap.ahead.opened;
    }
    after_full_stop(context, gap, begins)
}

/// Whether a sentence ends at the byte `at` beyond doubt: a full stop after a year, a bracket or a word that no
/// list holds, or another mark after any word, with one space and a plain letter that may begin a
/// sentence behind it. Most sentences end so; where this says that they do, [`ends`] says so too.
pub(super) fn plainly_ends(context: Context, at: usize) -> bool {
    let Context { text, lexicon, learned, start, .. } = context;
    let bytes = text.as_bytes();
    let begins = match bytes[at + 1..] {
        [b' ', b'A'..=b'Z', ..] => true,
        [b' ', 0xC3, second, ..] => matches!(second, 0x80..=0x96 | 0x98..=0x9E), // À–Þ
        [b' ', 0xCE, second, ..] => matches!(second, 0x91..=0xA1 | 0xA3..=0xA9), // Α–Ω
        [b' ', 0xD0, second, ..] => matches!(second, 0x90..=0xAF),               // А–Я
        [b' ', 0xD7, second, ..] => matches!(second, 0x90..=0xAA),               // א–ת
        _ => false,
    };
    if !begins || at <= start {
        return false;
    }
    match bytes[at] {
        b'.' => {}
        b'!' | b'?' => return bytes[at - 1].is_ascii_alphanumeric(),
        _ => return false,
    }
    match bytes[at - 1] {
        b'0'..=b'9' => return is_long_number(&bytes[start..at]),
        b')' | b']' => return true,
        _ => {}
    }
    let mut word_start = at - small_letters_at_end(&bytes[start + 1..at]);
    while word_start > start + 1 && bytes[word_start - 1] != b' ' {
        match [bytes[word_start - 2], bytes[word_start - 1]] {
            [_, b'a'..=b'z'] | [b' ', b'A'..=b'Z'] => word_start -= 1,
            [lead, second] if is_letter(lead, second) => word_start -= 2,
            _ => return false,
        }
    }
    let initial = match bytes[word_start..at] {
        [] | [_] => true,
        [lead, _] => !lead.is_ascii(),
        _ => false,
    };
    // A space, but not behind another full stop: "dr. med."
    let apart = matches!(bytes[..word_start], [.., before, b' '] if before != b'.');
    if initial || !apart {
        return false;
    }
    let word = &text[word_start..at];
    !lexicon.abbreviates(word) && !learned.knows(word)
}

/// Whether `bytes` ends in a number of four to six digits behind a space, which is no item's.
fn is_long_number(bytes: &[u8]) -> bool {
    let digits = bytes.iter().rev().take(7).take_while(|byte| byte.is_ascii_digit()).count();
    let (before, number) = bytes.split_at(bytes.len() - digits);
    (4..=6).contains(&digits) && number[0] != b'0' && before.last() == Some(&b' ')
}

/// The decision at a single full stop before anything but a lower-case letter.
fn after_full_stop(context: Context, gap: &Gap, begins: bool) -> bool {
    let kind = gap.ahead.kind;
    // The Arabic "and" is written together with the word behind it.
    let behind_and = match context.language.script {
        Script::Arabic => gap.word.strip_prefix('و').filter(|rest| !rest.is_empty()),
        _ => None,
    };
    let word = behind_and.unwrap_or(gap.word);
    if word.is_empty() {
        return kind != Kind::Symbol;
    }
    if reference::goes_on(gap) || reference::is_spaced_abbreviation(gap) {
        return false;
    }
    if kind == Kind::Caseless && reference::is_spelled(gap, context.lexicon) {
        return false;
    }
    if kind == Kind::Caseless && reference::ends_spelled(context.text, gap, context.lexicon) {
        return !gap.closed && starts_sentence(context, gap);
    }
    if opens_heading(context, gap, begins) {
        return false;
    }
    if is_number(word) {
        return after_number(context, gap);
    }
    let mut letters = word.chars();
    let initial = match (letters.next(), letters.next()) {
        (Some(c), None) => c.is_uppercase() || (Kind::of(c) == Kind::Caseless && !is_cjk(c)),
        (Some(c), Some('\'' | '׳')) => {
            matches!(c, '\u{5D0}'..='\u{5EA}') && letters.next().is_none()
        }
        _ => false,
    };
    if begins && (initial || is_dotted(word)) {
        return false;
    }
    if initial || reference::ends_spaced_abbreviation(context.text, gap) {
        return starts_sentence(context, gap);
    }
    // "20 km/t.": the unit of a rate, which abbreviates nothing that could go on.
    if gap.before == Some('/') && word != "o" && word.starts_with(char::is_lowercase) {
        return true;
    }
    let roles = context.lexicon.roles(word);
    let numbered = roles.any(Roles::NUMBERED) || is_street(word, context.language);
    if kind == Kind::Digit && !gap.ahead.opened && numbered {
        return false;
    }
    if numbered && reference::is_lettered_number(gap) {
        return false;
    }
    if roles.any(Roles::ABBREVIATION) {
        return may_be_more(context, gap) && starts_sentence(context, gap);
    }
    if roles.any(Roles::EVERYWHERE) && !roles.any(Roles::AMBIGUOUS) {
        let word = roles.any(Roles::NUMBERED) && kind != Kind::Digit;
        return word || may_be_more(context, gap) && starts_sentence(context, gap);
    }
    if roles.any(Roles::CLOSING) {
        return kind != Kind::Digit;
    }
    if roles.any(Roles::AMBIGUOUS) || follows_degree(context, gap) {
        let over = || is_unit(context, gap, roles) || ends_time_of_day(context, gap);
        return kind != Kind::Digit && (starts_sentence(context, gap) || over());
    }
    if roles.any(Roles::OTHERS) && ends_in_initial(&context.text[..gap.word_start]) {
        return false;
    }
    if is_dotted(word) {
        return starts_sentence(context, gap);
    }
    if context.language.sentence.numbers != Numbers::Cardinal && is_roman(word) {
        return starts_sentence(context, gap);
    }
    !context.learned.knows(word) || starts_sentence(context, gap)
}

/// Whether the full stop at `gap` is that of an abbreviation, by what follows it: a comma, or a small
/// letter where sentences do not begin with one.
pub(super) fn teaches(gap: &Gap, language: &Language) -> bool {
    gap.marks == "."
        && !gap.closed
        && match gap.ahead.kind {
            Kind::Lower => {
                gap.spaced
                    && !gap.ahead.dashed
                    && !gap.ahead.opened
                    && language.sentence.lower == Convention::Joins
            }
            Kind::Symbol => !gap.spaced && gap.ahead.rest.starts_with([',', ';']),
            _ => false,
        }
}

/// The decision at a full stop after digits.
fn after_number(context: Context, gap: &Gap) -> bool {
    let numbers = context.language.sentence.numbers;
    let digits = gap.word.chars().count();
    if digits > 2 || gap.closed || numbers == Numbers::Cardinal {
        return true;
    }
    let before = context.text[..gap.word_start].trim_end();
    let month = context.lexicon.roles(gap.ahead.word()).any(Roles::MONTH);
    if month && context.language.numerals.capitalised {
        return false;
    }
    if starts_sentence(context, gap) || before.ends_with('.') {
        return true;
    }
    if month || gap.ahead.kind == Kind::Digit || numbers == Numbers::Ordinal {
        return false;
    }
    let article = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    !context.lexicon.roles(article).any(Roles::ARTICLE)
}

/// Whether the word at `gap` numbers a heading that it opens, alone or behind the one word that says what
/// is numbered: "6.1. Setting", "IV. Methods", "Step 2. Stir.", "Fig. 4.7. Modes".
fn opens_heading(context: Context, gap: &Gap, begins: bool) -> bool {
    let short = is_number(gap.word) && gap.word.chars().count() <= 3;
    if !(short || is_section(gap.word) || is_roman(gap.word) && gap.word.len() > 1) {
        return false;
    }
    begins || {
        let mut words = context.text[context.start..gap.word_start].split_whitespace();
        let label = words.next().unwrap_or_default();
        let (bare, abbreviated) = match label.strip_suffix('.') {
            Some(bare) => (bare, context.lexicon.roles(bare).any(Roles::NUMBERED)),
            None => (label, true),
        };
        words.next().is_none()
            && abbreviated
            && matches!(Kind::of(bare.chars().next().unwrap_or(' ')), Kind::Upper | Kind::Caseless)
            && bare.chars().all(char::is_alphabetic)
    }
}

/// Whether `word` is the number of a part of a part: "6.1", "4.7.2", "A.1".
fn is_section(word: &str) -> bool {
    let is_part = |part: &str| match part.as_bytes() {
        [b'A'..=b'Z'] => true,
        digits => (1..=3).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit),
    };
    word.contains('.')
        && word.split('.').all(is_part)
        && word.contains(|c: char| c.is_ascii_digit())
}

/// Whether the word before the mark is an ordinary one.
fn is_plain_word(context: Context, gap: &Gap) -> bool {
    gap.word.chars().nth(1).is_some()
        && !is_dotted(gap.word)
        && !is_roman(gap.word)
        && !context.lexicon.roles(gap.word).any(Roles::ABBREVIATED)
}

/// Whether a word that begins sentences is ahead.
fn starts_sentence(context: Context, gap: &Gap) -> bool {
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
    let roles = context.lexicon.roles(word);
    if roles.any(Roles::STARTER) || !roles.any(Roles::TITLE.or(Roles::DEGREE)) {
        return roles.any(Roles::OPENING);
    }
    // "At 3 p.m. Mr. Brown left.", but "She is an M.D. Dr. Lee is her father."
    let degree = gap.word.contains('.') && gap.word.starts_with(char::is_uppercase);
    if roles.any(Roles::DEGREE) {
        return degree && gap.ahead.rest[word.len()..].starts_with('.');
    }
    degree || context.text[context.start..gap.word_start].split_whitespace().nth(2).is_some()
}

/// Whether the short word at `gap` goes on with the abbreviated title before it: "dr. med.".
fn follows_degree(context: Context, gap: &Gap) -> bool {
    if gap.word.len() > 5 || !gap.word.starts_with(char::is_lowercase) {
        return false;
    }
    let before = context.text[context.start..gap.word_start].trim_end();
    before.strip_suffix('.').is_some_and(|before| {
        let (start, _) = word_start(before, 0, before.len());
        context.lexicon.roles(&before[start..]).any(Roles::DEGREE)
    })
}

/// Whether a sentence ends at a mark without white space after it.
fn glued(context: Context, gap: &Gap) -> bool {
    if gap.closed || gap.ahead.opened || gap.ahead.dashed {
        return false;
    }
    let mark_end = gap.end;
    let rest = &context.text[mark_end..];
    let case = match context.language.script {
        Script::Hebrew => Kind::Caseless,
        Script::Japanese | Script::Han => {
            let next = rest.chars().next();
            let before = gap.word.chars().next_back();
            return next.is_some_and(is_cjk) && before.is_some_and(is_cjk);
        }
        _ => Kind::Upper,
    };
    if gap.ahead.kind != case || !gap.marks.chars().all(|c| matches!(c, '.' | '!' | '?' | '…')) {
        return false;
    }
    let mut before = gap.word.chars();
    let ends_in_letter = before
        .next_back()
        .is_some_and(|c| Kind::of(c) == if case == Kind::Upper { Kind::Lower } else { case });
    let letters_before = before.count();
    let long_enough = letters_before >= 2 || letters_before == 1 && starts_sentence(context, gap);
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
        && is_plain_word(context, gap)
}

/// Whether what looks like an abbreviation may be more: the unit or the number of a figure ("5 st."), an
/// acronym ("MS.").
fn may_be_more(context: Context, gap: &Gap) -> bool {
    is_counted(context.text, gap.word_start)
        || gap.word.len() > 1 && gap.word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a figure stands before the word that begins at the byte `at`.
fn is_counted(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.len() < at && before.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the abbreviation at `gap` is the unit of a figure ("500 kr.", "3 mill. kr."), behind which a
/// capital begins a sentence where nouns have none.
fn is_unit(context: Context, gap: &Gap, roles: Roles) -> bool {
    let Context { text, lexicon, language, .. } = context;
    if gap.ahead.kind != Kind::Upper
        || language.sentence.numbers == Numbers::Ordinal
        || roles.any(Roles::MONTH)
        || !gap.word.bytes().all(|byte| byte.is_ascii_lowercase())
        || gap.ahead.rest[gap.ahead.word().len()..].starts_with('.')
    {
        return false;
    }
    let scale = text[..gap.word_start].trim_end().strip_suffix('.').is_some_and(|before| {
        let (start, _) = word_start(before, 0, before.len());
        lexicon.roles(&before[start..]).any(Roles::AMBIGUOUS) && is_counted(text, start)
    });
    scale || is_counted(text, gap.word_start)
}

/// Whether the sentence ends at a time of day ("at 5 p.m."): behind it, a zone or a day goes on, and
/// nothing else if the time does not open the sentence.
fn ends_time_of_day(context: Context, gap: &Gap) -> bool {
    let Context { text, start, lexicon, language, .. } = context;
    let goes_on = language.sentence.after_clock;
    if goes_on.is_empty() || !matches!(gap.word, "a.m" | "p.m" | "am" | "pm") {
        return false;
    }
    let next = gap.ahead.word();
    gap.ahead.kind == Kind::Upper
        && next.chars().any(char::is_lowercase)
        && !lexicon.roles(next).any(Roles::MONTH.or(Roles::TITLE).or(Roles::ABBREVIATED))
        && !goes_on.contains(&next)
        && is_counted(text, gap.word_start)
        && text[start..gap.word_start].split_whitespace().nth(3).is_some()
}

/// Whether `word` has a vowel, as words have that abbreviate nothing; capitals alone are letters.
fn has_vowel(word: &str) -> bool {
    let vowel = |byte: u8| matches!(byte | 0x20, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    !word.bytes().all(|byte| byte.is_ascii_lowercase()) || word.bytes().any(vowel)
}

/// Whether an exclamation mark stands a word or two behind the colon of direct speech ("he said: Dan! If
/// ..."): the call is one with the speech that it opens.
fn opens_speech(context: Context, gap: &Gap) -> bool {
    let head = &context.text[context.start..gap.word_start];
    gap.marks == "!"
        && !gap.closed
        && head.rfind(": ").is_some_and(|colon| head[colon..].split_whitespace().nth(2).is_none())
}

/// Whether `word` is a number in the digits of any script.
fn is_number(word: &str) -> bool {
    word.chars().all(|c| digit(c).is_some())
}

/// Whether `text` begins with a single full stop, a comma or a semicolon.
fn before_mark(text: &str) -> bool {
    text.starts_with(['.', ',', ';']) && !text.starts_with("..")
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
    word.bytes().any(|byte| byte == b'.')
        && !word.rsplit('.').next().is_some_and(|last| FILES.contains(&last))
        && word
            .split('.')
            .map(|part| part.trim_end_matches(['\'', '׳', '’']))
            .all(|part| part.chars().count() <= 3 && part.chars().all(char::is_alphabetic))
}

/// Whether `word` is the shortened name of a street, which its number follows: "Hauptstr", "Storgt",
/// "Kungsg".
fn is_street(word: &str, language: &Language) -> bool {
    word.len() > 4
        && language.sentence.streets.iter().any(|end| word.ends_with(end))
        && !["berg", "borg", "burg"].iter().any(|end| word.ends_with(end))
        && word.starts_with(char::is_uppercase)
}

/// Endings of the names of files.
const FILES: [&str; 8] = ["csv", "doc", "exe", "jpg", "pdf", "png", "txt", "zip"];

fn is_roman(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF65}')
}
