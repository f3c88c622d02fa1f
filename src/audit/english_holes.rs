//! Places of an English text where grammar wants a word.
//!
//! Short windows of words that no whole sentence has: an article before a verb, a preposition without
//! its noun, "one of" before a bare word. One pass over the words. Weakness: a hole that leaves a whole
//! sentence is not seen.

use crate::lang::words::words;
use crate::span::Span;

const ARTICLES: &[&str] = &["the", "an"];
/// Prepositions that a noun follows, unless their own noun stands before them in the sentence.
const PREPOSITIONS: &[&str] = &["of", "between", "from", "into", "near", "with", "by", "to"];
/// Words that begin another phrase, so that no noun can follow.
const FINITE: &[&str] = &["is", "are", "was", "were", "has", "have", "had", "will", "would"];
/// Subjects of a clause that its noun opens: "the setup it leads to".
const SUBJECTS: &[&str] = &["I", "you", "he", "she", "it", "we", "they"];
const LINKS: &[&str] = &["in", "at", "of", "and", "or", "from", "by", "with", "during"];
const OPENERS: &[&str] = &["although", "because", "unless", "whether", "if"];
/// Words that let a preposition stand without its noun.
const ASKING: &[&str] = &[
    "what", "which", "who", "whom", "whose", "that", "where", "when", "how", "why", "whatever",
    "wherever", "whoever",
];

/// The first place of an English text where grammar wants a word.
pub(super) fn first(text: &str) -> Option<Span> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let is_fro = |at: usize| words.get(at).is_some_and(|(_, word)| *word == "fro");
    let mut asked = false;
    for (index, &(at, word)) in words.iter().enumerate() {
        let end = at + word.len();
        let next = words.get(index + 1);
        let gap = &text[end..next.map_or(text.len(), |(at, _)| *at)];
        let before = index.checked_sub(1).map_or("", |previous| words[previous].1);
        if word.eq_ignore_ascii_case("s")
            && text[..at].trim_end_matches(['\'', '’']).ends_with(' ')
            && text[..at].ends_with(['\'', '’'])
            && gap.starts_with(' ')
        {
            return Some(Span::new(at - 1, end));
        }
        // "the column you change the width of"
        let opens_clause = SUBJECTS.contains(&word)
            && index.checked_sub(2).is_some_and(|at| {
                let (noun_at, noun) = words[at + 1];
                DETERMINERS.contains(&words[at].1.to_lowercase().as_str())
                    && text[noun_at + noun.len()..].starts_with(' ')
            });
        asked |= opens_clause || ASKING.iter().any(|asking| word.eq_ignore_ascii_case(asking));
        let hole = Span::new(
            at,
            next.filter(|_| gap.trim().is_empty())
                .map_or(end + gap.trim_end().len(), |(at, next)| at + next.len()),
        );
        // "the .deb files": a mark at the head of a word closes nothing.
        let is_glued = next.is_some() && gap.ends_with(['.', ',', ';', ':']);
        let mark = gap.trim_start().chars().next().filter(|_| !is_glued);
        let is_before_mark = matches!(mark, Some(',' | '.' | ';' | ')'))
            && !gap.contains("..")
            && !gap.contains('…');
        // "the at-sign": a word of a compound stands for itself.
        let follows = |list: &[&str]| {
            let is_listed = |&(at, word): &(usize, &str)| {
                list.contains(&word) && !text[at + word.len()..].starts_with('-')
            };
            gap == " " && next.is_some_and(is_listed)
        };
        let lower = word.to_lowercase();
        let is_sentence_end = matches!(mark, Some('.' | '!' | '?'));
        let is_article = ARTICLES.contains(&lower.as_str());
        // "the will of the people"
        let is_will = next.is_some_and(|(_, next)| *next == "will");
        let is_bare = is_before_mark || follows(FINITE) && !is_will || follows(LINKS);
        if is_article && word != "AN" && is_bare {
            return Some(hole);
        }
        if OPENERS.contains(&lower.as_str()) && follows(FINITE) {
            return Some(hole);
        }
        if word == "and" && mark == Some('.') && gap.ends_with([' ', '.']) {
            return Some(hole);
        }
        let is_preposition = PREPOSITIONS.contains(&word) && !asked;
        if is_preposition {
            let is_lone = matches!(word, "of" | "between" | "from" | "into");
            // "right to have" is whole.
            let is_verb = follows(FINITE) && !(word == "to" && next.is_some_and(|n| n.1 == "have"));
            let is_pair = gap == " "
                && matches!((word, next.map_or("", |n| n.1)), ("from", "to") | ("between", "and"));
            // "use of, or reliance on": the noun of both stands behind the second.
            let is_shared = mark == Some(',')
                && next.is_some_and(|n| ["and", "or", "but", "for"].contains(&n.1));
            let is_open = is_lone && is_before_mark && !is_shared || ends_phrase(word, next, gap);
            let second = words.get(index + 2).map_or("", |(_, word)| *word);
            // "of at least two", "to and from the list"
            let is_joined = match next.map_or("", |n| n.1) {
                "at" => matches!(second, "least" | "most"),
                "and" | "or" => PREPOSITIONS.contains(&second) && words.len() > index + 3,
                _ => false,
            };
            let is_whole = is_joined || word == "to" && is_fro(index + 2) || takes_particle(before);
            if is_verb || is_pair || is_open && !is_whole {
                return Some(hole);
            }
        }
        if let Some(count) = hole_from(text, &words[index..]) {
            let (at_last, last) = words[index + count - 1];
            return Some(Span::new(at, at_last + last.len()));
        }
        if is_sentence_end {
            asked = false;
        }
    }
    None
}

/// Determiners that begin the object of a verb.
const DETERMINERS: &[&str] =
    &["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those"];
/// What may stand behind "one of" in lower case, besides numbers and genitives.
const PARTITIVE: &[&str] = &[
    "the", "these", "those", "my", "our", "your", "his", "her", "its", "their", "whose", "us",
    "them", "you", "which", "whom", "what", "several", "many", "some", "few", "a", "an", "two",
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty", "forty", "fifty", "hundreds", "thousands", "dozens", "only", "just", "over", "about",
    "around", "nearly", "almost", "at", "more", "fewer", "up", "all", "any", "each", "every",
    "mine", "yours", "ours", "theirs", "hers", "thy", "thine", "course", "late", "no", "perhaps",
    "possibly", "probably", "both", "another", "other", "multiple", "various", "numerous", "and",
    "or", "this", "that", "to", "as", "very", "literally", "roughly", "approximately",
];
/// Words after which "in about" gives a time or a share.
const ROUGHLY: &[&str] = &[
    "a", "an", "the", "half", "one", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty",
    "seventy", "eighty", "ninety", "as", "every", "all", "any", "that", "this", "equal", "mid",
];

/// How many words, from the first of `rest` on, stand around a hole; `None` if there is none.
fn hole_from(text: &str, rest: &[(usize, &str)]) -> Option<usize> {
    // Only spaces stand between the words looked at.
    let word = |at: usize| {
        let (start, word) = rest.get(at).copied()?;
        let is_close = at == 0 || {
            let (before, last) = rest[at - 1];
            text[before + last.len()..start].trim().is_empty()
        };
        is_close.then_some(word)
    };
    let is = |at: usize, list: &[&str]| word(at).is_some_and(|word| list.contains(&word));
    let is_participle = |at: usize| word(at).is_some_and(|word| word.ends_with("ed"));
    let is_name = |at: usize| word(at).is_some_and(|word| word.starts_with(char::is_uppercase));
    let begins = {
        let before = text[..rest.first()?.0].trim_end();
        before.is_empty() || before.ends_with(['.', '!', '?'])
    };
    // "how has formed"
    if is(0, &["how", "why", "where", "when"]) && is(1, &["has", "have", "had"]) && is_participle(2)
    {
        return Some(3);
    }
    // "one of main attractions"
    if is(0, &["one", "One"]) && is(1, &["of"]) {
        let is_bare = |word: &str| {
            word.starts_with(char::is_lowercase)
                && !PARTITIVE.contains(&word)
                && !word.ends_with("'s")
                && !word.ends_with("’s")
        };
        let ends_in_apostrophe = || {
            let (start, word) = rest[2];
            text[start + word.len()..].starts_with(['\'', '’'])
        };
        if word(2).is_some_and(is_bare) && !ends_in_apostrophe() {
            return Some(3);
        }
    }
    // "consensus in about open debate"
    if is(0, &["in"]) && is(1, &["about"]) && word(2).is_some() && !is(2, ROUGHLY) {
        let is_number = |word: &str| word.starts_with(|c: char| c.is_numeric() || !c.is_ascii());
        return (!word(2).is_some_and(is_number)).then_some(3);
    }
    // "conducted by and Chase"
    let stands_by = rest.first().is_some_and(|(_, word)| word.ends_with("ed"));
    if stands_by && is(1, &["by", "with", "from"]) && is(2, &["and", "or"]) && is_name(3) {
        return Some(4);
    }
    if !begins {
        return None;
    }
    // "Returning to after living abroad"
    let is_gerund = word(0).is_some_and(|word| word.ends_with("ing"));
    let bare = ["after", "before", "during", "and", "or"];
    if is_gerund && is(1, &["to", "from", "into", "for", "with"]) && is(2, &bare) {
        return Some(3);
    }
    // "In Haiti has cited"
    if is(0, &["In", "At", "On", "From", "Near"]) {
        let names = (1..rest.len()).take_while(|&at| is_name(at)).count();
        if names > 0 && is(names + 1, &["has", "have", "had"]) && is_participle(names + 2) {
            return Some(names + 3);
        }
    }
    lacks_subject(text, rest)
}

/// "While working at the hospital, used his free time": the words up to the determiner.
fn lacks_subject(text: &str, rest: &[(usize, &str)]) -> Option<usize> {
    const BEFORE_GERUND: &[&str] =
        &["While", "When", "After", "Before", "Since", "Besides", "Without"];
    let mut opening = rest.iter();
    let (_, first) = opening.next()?;
    let (_, second) = opening.next()?;
    let ends_clause = |at: usize| {
        let (start, word) = rest[at];
        let gap = &text[start + word.len()..rest.get(at + 1).map_or(text.len(), |next| next.0)];
        (!gap.trim().is_empty()).then_some(gap == ", ")
    };
    if !BEFORE_GERUND.contains(first) || !second.ends_with("ing") {
        return None;
    }
    let (end, is_comma) = (1..rest.len()).find_map(|at| Some((at, ends_clause(at)?)))?;
    let (verb, object) = (rest.get(end + 1)?.1, rest.get(end + 2)?.1);
    let is_verb = verb.ends_with("ed") && verb.starts_with(char::is_lowercase);
    (is_comma && is_verb && DETERMINERS.contains(&object)).then_some(end + 3)
}

/// Whether a second preposition or a conjunction cannot follow the first.
fn ends_phrase(word: &str, next: Option<&(usize, &str)>, gap: &str) -> bool {
    let next = next.map_or("", |(_, next)| *next);
    gap == " "
        && match word {
            "of" => matches!(next, "in" | "at" | "by" | "from" | "with" | "and" | "or" | "to"),
            "from" => matches!(next, "to" | "by" | "with" | "and"),
            "between" => matches!(next, "and" | "in" | "at" | "by"),
            "with" | "into" => matches!(next, "in" | "of" | "and" | "by" | "from"),
            "near" => matches!(next, "in" | "and" | "from"),
            "by" => matches!(next, "and" | "of" | "from"),
            "to" => matches!(next, "in" | "of" | "and" | "by" | "with" | "from" | "after"),
            _ => false,
        }
}

/// Whether a word makes a verb with the preposition behind it, or a phrase that may end so.
fn takes_particle(before: &str) -> bool {
    const ENDINGS: &[&str] = &["ed", "en", "ing"];
    const WORDS: &[&str] = &[
        "", "made", "thought", "heard", "care", "rid", "kind", "sort", "proud", "aware", "full",
        "come", "came", "comes", "go", "went", "dealt", "deal", "by", "from", "to", "up", "out",
        "off", "on", "in", "of", "and", "or", "back", "stand", "stands", "stood", "near", "next",
        "close", "passer", "drop", "live", "speak", "hear", "think", "dream", "dispose", "put",
        "begin", "learn", "read", "want", "wants", "have", "has", "had", "used", "able",
        "supposed", "not", "how", "like", "try", "need", "needs", "ought", "going",
    ];
    WORDS.contains(&before.to_lowercase().as_str())
        || ENDINGS.iter().any(|ending| before.ends_with(ending))
}
