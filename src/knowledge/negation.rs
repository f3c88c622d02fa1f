//! The words by which each language negates, and those that only look like it.
//!
//! The table is our own. A row is a language, a kind and its phrases: `plain` words negate; `concord`
//! words negate too, or second a plain one beside them ("איש לא", "ne ... rien"); `idle` phrases hold such a word and negate nothing ("not only", "no doubt"); `partial` words may render a
//! negation or make one superfluous ("lack", "avoid", "hardly"). A star stands for any ending.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::column;
use super::privation::{is_form, is_privative};
use crate::lang::words::{fold, words};
use crate::lang::{Language, Script};
use crate::span::Span;

pub(super) static TABLE: &str = include_str!("negation.tsv");

/// What a phrase does to the polarity of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Polarity {
    /// It negates.
    Plain,
    /// It negates, unless a plain negation stands beside it; found only as [`Polarity::Plain`].
    Concord,
    /// It takes away a thing, not the sentence: "without", "ללא".
    Without,
    /// It holds a negation and negates nothing.
    Idle,
    /// It may stand for a negation.
    Partial,
}

/// A negating phrase in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Negation {
    /// What it does.
    pub polarity: Polarity,
    /// Where it stands in the text.
    pub span: Span,
}

struct Phrase {
    words: Vec<&'static str>,
    polarity: Polarity,
}

/// The phrases of a language, longest first, idle ones before others.
static PHRASES: LazyLock<BTreeMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: BTreeMap<&str, Vec<Phrase>> = BTreeMap::new();
    for line in TABLE.lines() {
        let mut cells = line.split('\t');
        let (Some(code), Some(kind), Some(cell)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let polarity = match kind {
            "plain" => Polarity::Plain,
            "concord" => Polarity::Concord,
            "without" => Polarity::Without,
            "idle" => Polarity::Idle,
            _ => Polarity::Partial,
        };
        let of_language = phrases.entry(code).or_default();
        for phrase in cell.split('|') {
            of_language.push(Phrase { words: phrase.split(' ').collect(), polarity });
        }
    }
    for list in phrases.values_mut() {
        list.sort_by_key(|phrase| {
            let is_idle = phrase.polarity == Polarity::Idle;
            (std::cmp::Reverse(phrase.words.len()), !is_idle, phrase.polarity)
        });
    }
    phrases
});

/// Whether the table holds a language.
pub fn is_known(language: &Language) -> bool {
    PHRASES.contains_key(column(language.code))
}

/// The negating phrases of a text in a language, in order, without overlap. Linear in the text.
pub fn negations(text: &str, language: &Language) -> Vec<Negation> {
    let Some(phrases) = PHRASES.get(column(language.code)) else { return Vec::new() };
    let tokens: Vec<Token> = words(text)
        .map(|(at, word)| Token { span: Span::new(at, at + word.len()), word: fold(word) })
        .collect();
    let mut found: Vec<Found> = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        let Some((polarity, count)) = at_token(text, &tokens, next, phrases, language) else {
            next += 1;
            continue;
        };
        let span = Span::new(tokens[next].span.start, tokens[next + count - 1].span.end);
        // A word that is doubled by mistake negates once, and "no milk, no eggs" is "neither".
        let is_again = count == 1
            && found
                .iter()
                .rev()
                .take_while(|last| next - last.at <= AGAIN)
                .any(|last| tokens[last.at].word == tokens[next].word);
        if !is_label(text, span) && !is_again {
            let polarity = in_context(text, span, polarity, &tokens[..next], language);
            found.push(Found { at: next, negation: Negation { polarity, span } });
        }
        next += count;
    }
    without_seconds(found, &tokens, language)
}

struct Token {
    span: Span,
    word: String,
}

/// A negation and the token at which it begins.
struct Found {
    at: usize,
    negation: Negation,
}

/// Words between a negation and the word that seconds it.
const CONCORD: usize = 6;
/// The same before French "ni", which goes on with a negation: "ne pas se mêler de la politique ni ...".
const NI: usize = 20;
/// Words between a negation and the same word that only says it again.
const AGAIN: usize = 3;

/// What a phrase does where it stands.
fn in_context(
    text: &str,
    span: Span,
    polarity: Polarity,
    before: &[Token],
    language: &Language,
) -> Polarity {
    let is_but = language.code == "sv" && span.of(text) == "utan" && is_but(text, span, before);
    match polarity {
        _ if is_but => Polarity::Idle,
        // "No, I waited": an answer, whatever the other side says.
        Polarity::Plain if is_answer(text, span, before) => Polarity::Partial,
        // "עד שהפצע לא מגליד": until it heals.
        Polarity::Plain if is_until(before) => Polarity::Idle,
        // "non-smokers", "ikke-røykere".
        Polarity::Plain if text[span.end..].starts_with('-') => Polarity::Partial,
        other => other,
    }
}

/// Words behind Swedish "utan" which no noun follows that could be lacked.
const BUT: &[&str] = &[
    "bara", "endast", "snarare", "istället", "i", "på", "med", "till", "för", "av", "från",
    "genom", "tillsammans", "även", "också", "är", "var", "har", "hade", "kan", "ska", "skall",
];
/// Words between "inte" and the "utan" that goes with it.
const NOT_BUT: usize = 8;

/// Whether Swedish "utan" is but, no without: "inte röd, utan blå", "inte ensam utan med sin bror".
fn is_but(text: &str, utan: Span, before: &[Token]) -> bool {
    let next = words(&text[utan.end..]).next();
    let is_denied = || {
        let near = before.iter().rev().take(NOT_BUT);
        near.into_iter().any(|token| ["inte", "icke", "ej"].contains(&token.word.as_str()))
    };
    text[..utan.start].trim_end().ends_with(',')
        || next.is_some_and(|(_, word)| BUT.contains(&word)) && is_denied()
}

/// The negations without the words that only second another: each concord word near a plain or
/// another concord word. The others are plain.
fn without_seconds(found: Vec<Found>, tokens: &[Token], language: &Language) -> Vec<Negation> {
    let is_french = language.code == "fr";
    // French "pas" negates beside "aucun" what that does not; "ni" seconds every word.
    let is_ni = |at: usize| is_french && tokens[at].word == "ni";
    let seconds = |at: usize, other: &Found| {
        let reach = if is_ni(at) && other.at < at { NI } else { CONCORD };
        other.at.abs_diff(at) <= reach
            && match other.negation.polarity {
                Polarity::Plain => !is_french || is_ni(at),
                Polarity::Without => other.at < at,
                Polarity::Concord => other.at < at,
                _ => false,
            }
    };
    let is_second = |this: &Found| {
        this.negation.polarity == Polarity::Concord
            && found.iter().any(|other| seconds(this.at, other))
    };
    let kept = found.iter().filter(|this| !is_second(this));
    kept.map(|this| match this.negation.polarity {
        Polarity::Concord => Negation { polarity: Polarity::Plain, ..this.negation },
        _ => this.negation,
    })
    .collect()
}

/// Whether the words before a Hebrew negation say "until".
fn is_until(before: &[Token]) -> bool {
    let near = before.iter().rev().take(3);
    near.clone()
        .zip(near.skip(1))
        .any(|(token, until)| until.word == "עד" && token.word.starts_with('ש'))
}

/// Words by which a speaker hesitates.
const HESITATIONS: &[&str] = &["uh", "um", "eh", "er", "äh", "öh", "euh", "hm", "oh", "ah", "אה"];
/// Words that answer a question and end a sentence.
const ANSWERS: &[&str] = &["no", "nei", "nej", "ej", "nee", "nein", "non", "לא"];

/// A negation that is a sentence of its own, before a comma, or an answer before any mark.
fn is_answer(text: &str, span: Span, before: &[Token]) -> bool {
    let ends_clause = |text: &str| {
        let text = text.trim_end();
        text.is_empty() || text.ends_with(['.', '!', '?', ':', '"', '«', '“', '”', '–', '-'])
    };
    let rest = &text[span.end..];
    let is_answer = ANSWERS.contains(&fold(span.of(text)).as_str());
    let hesitates = before.last().is_some_and(|last| {
        let start = text[..last.span.start].trim_end();
        let word = last.word.as_str();
        (HESITATIONS.contains(&word) || ANSWERS.contains(&word))
            && (start.ends_with(',') || ends_clause(start))
    });
    (ends_clause(&text[..span.start]) || hesitates)
        && (rest.starts_with(',') || is_answer && rest.starts_with(['.', '!', '…']))
}

/// "No. 5" is a number.
fn is_label(text: &str, span: Span) -> bool {
    let rest = text[span.end..].trim_start_matches(['.', ' ', '\u{a0}']);
    span.of(text).eq_ignore_ascii_case("no") && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// The phrase that begins at a token: what it does and how many words it has.
fn at_token(
    text: &str,
    tokens: &[Token],
    at: usize,
    phrases: &[Phrase],
    language: &Language,
) -> Option<(Polarity, usize)> {
    let here = &tokens[at..];
    let Token { span, word } = here.first()?;
    // The end of a name: "Jae-no".
    if text[..span.start].ends_with(['-', '־']) {
        return None;
    }
    let fits = |phrase: &Phrase| {
        phrase.words.len() <= here.len()
            && phrase.words.iter().zip(here).enumerate().all(|(place, (pattern, token))| {
                is_form(pattern, &token.word)
                    || place == 0
                        && language.script == Script::Hebrew
                        && without_particles(&token.word).any(|rest| is_form(pattern, rest))
            })
    };
    let phrase = phrases.iter().find(|phrase| fits(phrase));
    if let Some(phrase) = phrase.filter(|phrase| phrase.words.len() > 1) {
        return Some((phrase.polarity, phrase.words.len()));
    }
    if language.code == "fr"
        && let Some(found) = french_half(tokens, at)
    {
        return found.map(|polarity| (polarity, 1));
    }
    if let Some(phrase) = phrase {
        return Some((phrase.polarity, 1));
    }
    if language.code == "en" && word.ends_with("n't") {
        return Some((Polarity::Plain, 1));
    }
    // "no-deal", in any language.
    let is_borrowed = matches!(word.as_str(), "no" | "non") && text[span.end..].starts_with('-');
    // "nuclear-free".
    let is_free = language.code == "en"
        && here.get(1).is_some_and(|next| {
            next.word == "free" && text.get(span.end..next.span.start) == Some("-")
        });
    (is_borrowed || is_free || is_privative(word, language)).then_some((Polarity::Partial, 1))
}

/// A Hebrew word without the particles written together with it; those that make "לא" into
/// another word are left out.
fn without_particles(word: &str) -> impl Iterator<Item = &str> {
    const PARTICLES: &[&str] = &["וכש", "לכש", "כש", "וש", "שה", "ו", "ש", "ה"];
    PARTICLES
        .iter()
        .filter_map(move |particle| word.strip_prefix(particle))
        .filter(|rest| rest.chars().count() >= 2)
}

/// French words that negate with "ne" beside them and mean something else without: "n'est plus",
/// "personne n'est là", "le pire que j'ai jamais vu". The outer `None` is for any other word.
#[expect(clippy::option_option, reason = "no such word, or such a word that does not negate")]
fn french_half(tokens: &[Token], at: usize) -> Option<Option<Polarity>> {
    const BEFORE: usize = 5;
    const BEHIND: usize = 3;
    let is_ne = |token: &Token| matches!(token.word.as_str(), "ne" | "n");
    let before = tokens[..at].iter().rev().take(BEFORE).any(is_ne);
    let behind = tokens[at + 1..].iter().take(BEHIND).any(is_ne);
    let concord = |negates: bool| negates.then_some(Polarity::Concord);
    match tokens[at].word.as_str() {
        // "n'existe pas de joueur plus populaire" compares.
        "plus" | "point" => {
            let since_ne = tokens[..at].iter().rev().take(BEFORE).take_while(|token| !is_ne(token));
            Some(concord(before && !since_ne.into_iter().any(|token| token.word == "pas")))
        }
        "personne" => Some(concord(before || behind)),
        "jamais" if !before && !behind => Some(Some(Polarity::Idle)),
        "ne" | "n" => negates_alone(tokens, at).then_some(Some(Polarity::Plain)),
        // A step, or a negation without its verb.
        "pas" if !tokens[..at].iter().rev().take(2 * BEFORE).any(is_ne) => {
            Some(Some(Polarity::Partial))
        }
        _ => None,
    }
}

/// Whether French "ne" negates without a second word, as beside verbs of power: "ne peut être rendu".
fn negates_alone(tokens: &[Token], ne: usize) -> bool {
    const VERBS: &[&str] = &[
        "peut", "peuvent", "puis", "pouvait", "pouvaient", "pourra", "pourront", "pourrait",
        "pourraient", "saurait", "sauraient", "ose", "osent", "osait", "osaient", "cesse",
        "cessent", "cessait",
    ];
    const SECOND: &[&str] = &[
        "pas", "plus", "point", "jamais", "rien", "que", "qu", "guère", "aucun", "aucune", "ni",
        "nul", "nulle", "personne",
    ];
    const BEHIND: usize = 7;
    // "plus qu'il ne peut" negates nothing.
    const COMPARED: &[&str] = &["plus", "moins", "mieux", "avant"];
    const BEFORE: usize = 5;
    let is_one = |token: &Token, of: &[&str]| of.contains(&token.word.as_str());
    tokens.get(ne + 1).is_some_and(|verb| is_one(verb, VERBS))
        && !tokens[ne + 2..].iter().take(BEHIND).any(|token| is_one(token, SECOND))
        && !tokens[..ne].iter().rev().take(BEFORE).any(|token| is_one(token, COMPARED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn plain(code: &str, text: &str, expected: &[&str]) {
        let language = Language::from_tag(code).unwrap();
        let found: Vec<_> = negations(text, language)
            .into_iter()
            .filter(|negation| negation.polarity == Polarity::Plain)
            .map(|negation| negation.span.of(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn plain_negations_are_found_and_idle_ones_are_not() {
        plain("en", "He didn't go, not only because of No. 5.", &["didn't"]);
        plain("nb", "Det er ikke bare dyrt, men ingen liker det.", &["ingen"]);
        plain("he", "הוא לא רק יקר, אלא שאיננו טוב ואין לו צורך.", &["שאיננו", "ואין"]);
        plain("fr", "Il n'est plus là et ne mange que du pain.", &["plus"]);
        plain("fr", "Elle ne vient pas.", &["pas"]);
        plain("fr", "Il ne parle pas de la politique de son pays, ni de sa vie.", &["pas"]);
        plain("fr", "L'âge ne peut excéder 140 ans.", &["ne"]);
        plain("fr", "Il ne peut pas venir plus tôt qu'il ne peut partir.", &["pas"]);
        plain("de", "Sie hat keine Zeit und nicht nur das.", &["keine"]);
        plain("nl", "Hij heeft geen tijd.", &["geen"]);
        plain("sv", "Hon vill inte, utan tvekan.", &["inte"]);
    }

    #[test]
    fn rows_are_known_kinds_without_repetition() {
        for line in TABLE.lines() {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 3, "{line}");
            assert!(Language::from_tag(cells[0]).is_ok());
            assert!(
                ["plain", "concord", "without", "idle", "partial"].contains(&cells[1]),
                "{line}"
            );
        }
    }
}
