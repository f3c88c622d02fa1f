//! The words by which each language negates, and those that only look like it.
//!
//! The table is our own. A row is a language, a kind and its phrases: `plain` words negate; `concord`
//! words negate too, or second a plain one beside them ("איש לא", "ne ... rien"); `idle` phrases hold such a word and negate nothing ("not only", "no doubt"); `partial` words may render a
//! negation or make one superfluous ("lack", "avoid", "hardly"). A star stands for any ending.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lang::words::{fold, words};
use crate::lang::{Language, Script};
use crate::span::Span;

const TABLE: &str = include_str!("negation.tsv");

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
    PHRASES.contains_key(code(language))
}

fn code(language: &Language) -> &'static str {
    if language.code == "nn" { "nb" } else { language.code }
}

/// The negating phrases of a text in a language, in order, without overlap. Linear in the text.
pub fn negations(text: &str, language: &Language) -> Vec<Negation> {
    let Some(phrases) = PHRASES.get(code(language)) else { return Vec::new() };
    let tokens: Vec<(Span, String)> =
        words(text).map(|(at, word)| (Span::new(at, at + word.len()), fold(word))).collect();
    let mut found = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        match at_token(&tokens[next..], phrases, language) {
            Some((polarity, count)) => {
                let span = Span::new(tokens[next].0.start, tokens[next + count - 1].0.end);
                // "inte röd, utan blå": not red but blue.
                let is_but = language.code == "sv"
                    && span.of(text) == "utan"
                    && text[..span.start].trim_end().ends_with(',');
                // A word that is doubled by mistake negates once.
                let is_doubled = next > 0 && tokens[next - 1].1 == tokens[next].1;
                if !is_label(text, span) && !is_doubled {
                    let polarity = match polarity {
                        _ if is_but => Polarity::Idle,
                        // "No, I waited": an answer, whatever the other side says.
                        Polarity::Plain if is_answer(text, span) => Polarity::Partial,
                        // "עד שהפצע לא מגליד": until it heals.
                        Polarity::Plain if is_until(&tokens[..next]) => Polarity::Idle,
                        other => other,
                    };
                    found.push((next, Negation { polarity, span }));
                }
                next += count;
            }
            None => next += 1,
        }
    }
    let plain: Vec<usize> = found
        .iter()
        .filter(|(_, negation)| negation.polarity == Polarity::Plain)
        .map(|&(at, _)| at)
        .collect();
    let mut seconded = None;
    let mut negations: Vec<Negation> = found
        .into_iter()
        .filter_map(|(at, mut negation)| {
            if negation.polarity == Polarity::Concord {
                let is_second = plain.iter().any(|&other| other.abs_diff(at) <= CONCORD)
                    || seconded.is_some_and(|other: usize| other.abs_diff(at) <= CONCORD);
                seconded = Some(at);
                negation.polarity = Polarity::Plain;
                return (!is_second).then_some(negation);
            }
            Some(negation)
        })
        .collect();
    if language.code == "fr" {
        negations.extend(french_verbs(&tokens));
        negations.sort_by_key(|negation| negation.span);
    }
    negations
}

/// Words between a negation and the word that seconds it.
const CONCORD: usize = 6;

/// Whether the words before a Hebrew negation say "until".
fn is_until(before: &[(Span, String)]) -> bool {
    let near = before.iter().rev().take(3);
    near.clone()
        .zip(near.skip(1))
        .any(|((_, word), (_, until))| until == "עד" && word.starts_with('ש'))
}

/// A negation that is a sentence of its own, before a comma.
fn is_answer(text: &str, span: Span) -> bool {
    let before = text[..span.start].trim_end();
    let opens =
        before.is_empty() || before.ends_with(['.', '!', '?', ':', '"', '«', '“', '”', '–', '-']);
    opens && text[span.end..].starts_with(',')
}

/// "No. 5" is a number.
fn is_label(text: &str, span: Span) -> bool {
    let rest = text[span.end..].trim_start_matches(['.', ' ', '\u{a0}']);
    span.of(text).eq_ignore_ascii_case("no") && rest.starts_with(|c: char| c.is_ascii_digit())
}

fn at_token(
    tokens: &[(Span, String)],
    phrases: &[Phrase],
    language: &Language,
) -> Option<(Polarity, usize)> {
    let fits = |phrase: &Phrase| {
        phrase.words.len() <= tokens.len()
            && phrase.words.iter().zip(tokens).enumerate().all(|(at, (pattern, (_, word)))| {
                is_form(pattern, word)
                    || at == 0
                        && language.script == Script::Hebrew
                        && without_particles(word).any(|rest| is_form(pattern, rest))
            })
    };
    if let Some(phrase) = phrases.iter().find(|phrase| fits(phrase)) {
        return Some((phrase.polarity, phrase.words.len()));
    }
    let word = tokens.first()?.1.as_str();
    if language.code == "en" && word.ends_with("n't") {
        return Some((Polarity::Plain, 1));
    }
    is_privative(word, language.code).then_some((Polarity::Partial, 1))
}

fn is_form(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == pattern,
    }
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

/// French "ne" without its second half in the table: "n'est plus", "ne vient personne". "ne ... que"
/// restricts and is partial by the table.
fn french_verbs(tokens: &[(Span, String)]) -> Vec<Negation> {
    const HALVES: &[&str] = &["plus", "personne", "point"];
    let ne = |word: &str| matches!(word, "ne" | "n");
    tokens
        .iter()
        .enumerate()
        .filter(|(_, (_, word))| ne(word))
        .filter_map(|(at, _)| {
            let near = tokens[at + 1..].iter().take(4);
            near.clone().find(|(_, word)| HALVES.contains(&word.as_str()))
        })
        .map(|&(span, _)| Negation { polarity: Polarity::Plain, span })
        .collect()
}

/// Words whose beginning or end takes away: "unknown", "hopeless", "ulovlig", "arbeidsløs".
fn is_privative(word: &str, code: &str) -> bool {
    let letters = word.chars().count();
    let (prefixes, exceptions, suffixes): (&[&str], &[&str], &[&str]) = match code {
        "en" => (
            &["un", "im", "il", "ir", "in", "dis", "mis", "non"],
            &[
                "inl", "unve", "uni", "under", "until", "unto", "uncle", "inter", "intro", "incl",
                "incre", "incom", "incid", "indu", "india", "indic", "indiv", "indo", "indep",
                "inf", "inh", "ini", "inj", "inn", "inq", "ins", "int", "inv", "impa", "imper",
                "impl", "impo", "impr", "impu", "image", "imagi", "immed", "immig", "immun",
                "illn", "illu", "iran", "iraq", "irel", "iris", "iron", "dist", "disc", "disp",
                "dish", "disea", "dism", "diss", "mist", "missi", "missou", "ing", "ind",
            ],
            &["less"],
        ),
        "nb" => (
            &["u", "mis"],
            &[
                "ut", "uk", "under", "ung", "uni", "urin", "uro", "usa", "ukr", "misj", "mist",
                "misbruk", "ubåt", "uavgj",
            ],
            &["løs", "løst", "løse", "fri", "fritt", "frie"],
        ),
        "da" => (
            &["u", "mis"],
            &[
                "ud", "ug", "under", "ung", "uni", "urin", "uro", "usa", "ukr", "miss", "mist",
                "misbrug", "ubåd", "uafgj",
            ],
            &["løs", "løst", "løse", "fri", "frit", "frie"],
        ),
        "sv" => (
            &["o", "miss"],
            &[
                "om", "och", "ord", "ost", "ok", "oli", "olj", "off", "ope", "opp", "oss", "orsak",
                "otta", "missbruk", "missil", "oslo", "ovill", "ork", "ort",
            ],
            &["lös", "löst", "lösa", "fri", "fritt", "fria"],
        ),
        "nl" => (&["on"], &["ond", "ont", "onz", "onl"], &["loos", "loze", "vrij"]),
        "de" => (
            &["un"],
            &["und", "unt", "uns", "uni", "ung"],
            &["los", "lose", "losen", "loser", "frei", "freie"],
        ),
        _ => return false,
    };
    let takes_away = prefixes.iter().any(|prefix| word.starts_with(prefix))
        && !exceptions.iter().any(|exception| {
            word == *exception
                || exception.len() > 2 && word.starts_with(exception)
                || exception.len() == 2 && code != "en" && word.starts_with(exception)
        });
    letters >= 6 && (takes_away || suffixes.iter().any(|suffix| word.ends_with(suffix)))
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
