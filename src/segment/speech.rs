//! Whether what follows a closing quotation mark tells who spoke, so that the sentence goes on:
//! "“Where?” I asked."
//!
//! Where the word behind the quotation has a small letter, that letter tells. This is for the rest: a
//! name before the verb in English, and scripts without capitals, by a list of verbs of each language.
//! Complexity: constant a quotation that a mark closes. Weakness: a verb that no list holds.

use super::gap::Gap;
use super::lexicon::{Lexicon, Roles};
use super::terminal::Context;
use crate::lang::Script;

/// A quotation of no more words, behind a noun, is the title of a work.
const TITLE: usize = 4;

/// Whether the sentence goes on behind the quotation that `gap` closes.
pub(super) fn goes_on(context: Context, gap: &Gap) -> bool {
    if !gap.closed || gap.ahead.opened || gap.marks == "." || !ends_in_quotation_mark(context, gap)
    {
        return false;
    }
    match context.language.script {
        Script::Latin => begins_with_subject_and_verb(gap.ahead.rest, context.lexicon),
        Script::Hebrew | Script::Arabic => {
            let word = gap.ahead.word();
            let bare = word.strip_prefix('ו').filter(|_| context.language.script == Script::Hebrew);
            let says = |word: &str| context.lexicon.roles(word).any(Roles::SAYING);
            says(word) || bare.is_some_and(says) || is_inside_sentence(context, gap)
        }
        _ => false,
    }
}

/// Whether a pronoun and a verb of saying follow a question or a call without quotation marks: "Why?
/// she asked."
pub(super) fn is_told_by_pronoun(context: Context, gap: &Gap) -> bool {
    let mut words = gap.ahead.rest.split(|c: char| !c.is_alphabetic()).take(2);
    gap.marks != "."
        && words.next().is_some_and(|it| context.language.sentence.tellers.contains(&it))
        && words.next().is_some_and(|verb| context.lexicon.roles(verb).any(Roles::SAYING))
}

/// As [`goes_on`], in Chinese: a name or pronoun and a verb of saying, before the next mark.
pub(super) fn goes_on_in_han(text: &str, gap: &Gap, verbs: &[&str]) -> bool {
    if verbs.is_empty() || !gap.closed || gap.ahead.opened {
        return false;
    }
    let Some(inside) = text[..gap.end].strip_suffix(['”', '"', '」', '』', '’']) else {
        return false;
    };
    // The speaker was told before the quotation.
    let open = inside.rfind(['“', '"', '「', '『', '‘']).unwrap_or_default();
    if inside[..open].trim_end().ends_with(['：', ':', '，', ',']) {
        return false;
    }
    let is_mark = |c: char| !c.is_alphanumeric();
    let clause = gap.ahead.rest.split(is_mark).next().unwrap_or_default();
    if clause.is_empty() || clause.chars().nth(8).is_some() || clause.contains(['没', '沒', '不'])
    {
        return false;
    }
    let verb = clause.trim_end_matches(['道', '着', '著', '了', '我', '他', '她', '们', '們']);
    verbs.iter().any(|it| clause.ends_with(it) || verb.ends_with(it))
}

fn ends_in_quotation_mark(context: Context, gap: &Gap) -> bool {
    context.text[..gap.end].ends_with(['"', '”', '“', '’', '\'', '»', '«', '״', '›'])
}

/// "I asked", "Mary said", "Mr. Brown quietly replied".
fn begins_with_subject_and_verb(text: &str, lexicon: &Lexicon) -> bool {
    let mut words = text.split(' ').map(|word| word.trim_end_matches([',', '.', ';', ':'])).take(5);
    let subject = words.next().unwrap_or_default();
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase) && !lexicon.roles(word).any(Roles::STARTER)
    };
    if subject != "I" && !is_name(subject) {
        return false;
    }
    words
        .find(|word| !(subject != "I" && is_name(word) || word.ends_with("ly")))
        .is_some_and(|verb| lexicon.roles(verb).any(Roles::SAYING))
}

/// Whether the quotation that `gap` closes is a part of the sentence around it: the title of a work
/// behind a noun ("the film "Who?" won"), or speech that "and" follows ("he asked: "Why?" and left").
fn is_inside_sentence(context: Context, gap: &Gap) -> bool {
    let Context { text, start, lexicon, language, .. } = context;
    let inside = text[start..gap.end].trim_end_matches(is_quotation_mark);
    let Some((open, mark)) = inside.char_indices().rfind(|&(_, c)| is_quotation_mark(c)) else {
        return false;
    };
    let quoted = &inside[open + mark.len_utf8()..];
    let Some(before) = inside[..open].strip_suffix(' ') else { return false };
    let next = gap.ahead.word();
    if before.ends_with([':', ',']) {
        let and = language.script == Script::Hebrew && next.starts_with('ו');
        return and && next.chars().nth(2).is_some();
    }
    let noun = before.rsplit(' ').next().unwrap_or_default();
    noun.chars().all(char::is_alphabetic)
        && noun.chars().nth(1).is_some()
        && !lexicon.roles(noun).any(Roles::SAYING)
        && !quoted.starts_with(' ')
        && quoted.split_whitespace().nth(TITLE).is_none()
        && !lexicon.roles(next).any(Roles::STARTER)
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '„' | '»' | '«' | '״')
}
