//! Mentions of names in a bead: runs of words that have a capital, or that look foreign where a
//! script has none.
//!
//! One pass over the words of a side. Weakness: a word that the lexicon lacks is taken for a name
//! at the start of a sentence, and anywhere in a script without capitals; such mentions only count
//! beside other evidence.

use std::cell::RefCell;

use super::descriptive::is_descriptive;
use super::place::{is_city, places};
use crate::anchor::{Anchor, Name, Strength, TermForm, Value};
use crate::audit::BeadView;
use crate::knowledge::index::Index;
use crate::knowledge::lexicon::Concept;
use crate::lang::memo::Memo;
use crate::lang::words::words;
use crate::lang::{Language, Script};
use crate::pair::Side;
use crate::span::Span;

/// A name of one or more words.
#[derive(Clone, Debug)]
pub(in crate::audit) struct Mention {
    /// From its first to its last word, in the visible text.
    pub span: Span,
    /// How sure it is that it is a name.
    pub certainty: Certainty,
    /// Its words that are no words of the lexicon.
    pub words: Vec<Span>,
    /// Whether the tables of countries have it.
    pub is_territory: bool,
    /// What the lexicon calls it, if it does.
    pub concepts: Vec<Concept>,
}

/// How sure it is that a word is a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::audit) enum Certainty {
    /// Nothing but that no table has the word.
    Unknown,
    /// A capital at the start of a sentence, in a word that no table has.
    Initial,
    /// A capital that nothing else explains, or a table of names.
    Capital,
}

/// What a word is to the names around it.
enum Part {
    /// A word of a name.
    Name(Certainty, bool),
    /// A word with a capital that the lexicon has: "Basin", "Queen".
    Titular,
    /// No part of a name.
    None,
}

/// Bytes of one letter that Hebrew and Arabic write together with a name.
const PARTICLE: usize = 2;

/// Small words inside names.
const PARTICLES: &[&str] =
    &["of", "de", "da", "di", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "for"];

/// The mentions of names on a side of a bead, in text order.
///
/// What stands in quotation marks may be a title, which is translated: no more than unknown.
pub(super) fn mentions(view: &BeadView<'_>, side: Side) -> Vec<Mention> {
    let (text, language) = (view.document_text(side), view.language(side));
    let is_title = |text: &str| is_title(text) || is_heading(text, language);
    if is_title(view.text(side)) {
        return Vec::new();
    }
    let anchors = view.anchors();
    let names: Vec<&Anchor> =
        anchors.side(side).iter().filter(|anchor| matches!(anchor.value, Value::Name(_))).collect();
    let mut found: Vec<Mention> = Vec::new();
    // Where the run of words with a capital began, and where its last word ended.
    let mut run: Option<(usize, usize)> = None;
    let mut open = false;
    for (span, word) in view.words(side) {
        let touches =
            run.is_some_and(|(begin, end)| joins(&text[begin..end], &text[end..span.start]));
        let part = part(view, side, &names, span);
        if matches!(part, Part::None) {
            if !(touches && PARTICLES.contains(&word)) {
                (run, open) = (None, false);
            }
            continue;
        }
        if !touches {
            (run, open) = (None, false);
        }
        let is_people = run.is_none() && is_people(text, &names, span, language);
        let begin = run.map_or(span.start, |(begin, _)| begin);
        run = Some((begin, span.end));
        match part {
            // "Nepalese Bayer": the people say nothing of the name.
            Part::Name(certainty, false) if is_people => {
                let (words, concepts) = (vec![span], Vec::new());
                let is_territory = false;
                found.push(Mention { span, certainty, words, is_territory, concepts });
                (run, open) = (None, false);
            }
            Part::Titular if is_people => {
                (run, open) = (None, false);
            }
            Part::Name(certainty, is_territory) => match found.last_mut().filter(|_| open) {
                Some(mention) => {
                    mention.span.end = span.end;
                    mention.words.push(span);
                    mention.certainty = mention.certainty.max(certainty);
                    mention.is_territory &= is_territory;
                }
                None => {
                    let whole = Span::new(begin, span.end);
                    let (words, concepts) = (vec![span], Vec::new());
                    found.push(Mention { span: whole, certainty, words, is_territory, concepts });
                    open = true;
                }
            },
            _ => {
                if let Some(mention) = found.last_mut().filter(|_| open) {
                    mention.span.end = span.end;
                }
            }
        }
    }
    found
}

/// Whether a word with a capital is that for a people, a language or their adjective, which a name
/// may follow.
fn is_people(text: &str, names: &[&Anchor], span: Span, language: &'static Language) -> bool {
    let word = span.of(text);
    let is_territory = names.iter().any(|anchor| {
        anchor.span.overlaps(span) && matches!(anchor.value, Value::Name(Name::Territory(_)))
    });
    language.script == Script::Latin
        && text[span.end..].starts_with(' ')
        && !is_territory
        && !is_city(word, language)
        && places(word, language).iter().any(|place| !place.contains('/'))
}

/// Whether most words of a text have a capital, as in an English headline, which has no full stop.
fn is_title(text: &str) -> bool {
    const FEWEST: usize = 4;
    if text.trim_end().ends_with('.') {
        return false;
    }
    let long = words(text).map(|(_, word)| word).filter(|word| word.chars().count() >= 4);
    let (capital, all) = long.fold((0, 0), |(capital, all), word| {
        (capital + usize::from(word.starts_with(char::is_uppercase)), all + 1)
    });
    all >= FEWEST && 3 * capital >= 2 * all
}

/// Whether a text is an English heading of two or three words that all have a capital, one of them a word
/// and none a place: "Basic Info".
fn is_heading(text: &str, language: &'static Language) -> bool {
    const MOST: usize = 3;
    if language.code != "en" || text.ends_with('.') {
        return false;
    }
    let all: Vec<&str> = words(text).take(MOST + 1).map(|(_, word)| word).collect();
    (2..=MOST).contains(&all.len())
        && all.iter().all(|word| word.starts_with(char::is_uppercase))
        && all.iter().any(|word| is_word(word, language))
        && places(text, language).is_empty()
}

/// Whether what stands between two words leaves them one name.
fn joins(before: &str, gap: &str) -> bool {
    let gap = gap.trim();
    let is_initial = before.chars().rev().nth(1).is_none_or(|c| !c.is_alphanumeric());
    gap.is_empty()
        || matches!(gap, "-" | "‑" | "־" | "’" | "'" | "&")
        || gap == "." && is_initial
        || PARTICLES.contains(&gap)
        || gap.split_whitespace().all(|word| PARTICLES.contains(&word))
}

fn part(view: &BeadView<'_>, side: Side, names: &[&Anchor], span: Span) -> Part {
    let language = view.language(side);
    let text = view.document_text(side);
    let word = span.of(text);
    let anchor = names.iter().find(|anchor| anchor.span.overlaps(span));
    let is_capital = word.starts_with(char::is_uppercase);
    let Some(anchor) = anchor else {
        return if is_capital { Part::Titular } else { Part::None };
    };
    let letters = word.chars().count();
    let is_quoted = text[..span.start].ends_with(['\'', '’', '`', '[']);
    let is_firm = anchor.strength == Strength::Firm && !is_quoted;
    match &anchor.value {
        // Short names hide in words of scripts that write particles together with them, and a
        // word with the capital of its sentence may be a word.
        Value::Name(Name::Territory(_)) if language.script == Script::Latin => {
            let is_word = is_word(word, language) && anchor.span == span && letters < 4;
            // "la réunion"
            let is_small = !anchor.span.of(text).contains(char::is_uppercase);
            if is_word || is_small { Part::None } else { Part::Name(Certainty::Capital, true) }
        }
        Value::Name(Name::Territory(_))
            if letters >= 5
                && anchor.span.start <= span.start + PARTICLE
                && !is_word(word, language) =>
        {
            Part::Name(Certainty::Capital, true)
        }
        Value::Name(Name::Written { form, .. }) => {
            let terms = view.terms();
            // An inflected form may be a name by chance, "Hamas" or "Bayer".
            let is_term = terms.side(side).iter().any(|term| {
                term.span.overlaps(anchor.span)
                    && (term.form != TermForm::Inflected || !is_firm || !is_capital)
            });
            let is_caseless = language.script != Script::Latin && !is_capital;
            if (is_caseless || is_capital && is_firm) && is_city(word, language) {
                return Part::Name(Certainty::Capital, false);
            }
            let is_common = is_word(form, language) || is_compound(form, language);
            let is_short_for = is_abbreviation(word, language);
            if is_term || is_common || is_short_for || is_head(&text[span.end..]) {
                return if is_capital { Part::Titular } else { Part::None };
            }
            let is_made_of_words = is_capital && is_descriptive(word, language);
            match (is_firm, is_capital) {
                (true, true) if is_made_of_words => Part::Name(Certainty::Initial, false),
                (true, _) if letters >= 4 => Part::Name(Certainty::Capital, false),
                (true, _) => Part::Titular,
                (false, true) if is_glue(word, language) || letters < 4 => Part::Titular,
                (false, true) if is_made_of_words => Part::Name(Certainty::Unknown, false),
                // German nouns have capitals, names or not.
                (false, true) if is_behind_abbreviation(&text[..span.start], language) => {
                    Part::Name(Certainty::Capital, false)
                }
                (false, true) if language.code != "de" => Part::Name(Certainty::Initial, false),
                (false, _) => Part::Name(Certainty::Unknown, false),
            }
        }
        _ if is_capital => Part::Titular,
        _ => Part::None,
    }
}

/// Whether the full stop before a word is that of an abbreviation, so that its capital is its own.
fn is_behind_abbreviation(before: &str, language: &Language) -> bool {
    let Some(before) = before.trim_end().strip_suffix('.') else { return false };
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    language.sentence.abbreviations.contains(&last.as_str())
}

/// Whether a word is short for another: "Sept", "Sens".
fn is_abbreviation(word: &str, language: &Language) -> bool {
    let lower = word.to_lowercase();
    let lists = [language.sentence.abbreviations, language.sentence.numbered];
    lists.iter().any(|list| list.contains(&lower.as_str()))
}

/// Whether a word is among the most frequent of its language.
fn is_glue(word: &str, language: &Language) -> bool {
    let lower = word.to_lowercase();
    language.profile.contains(&lower.as_str())
        || language.sentence.starters.iter().any(|starter| *starter == lower)
}

/// Whether what follows a word makes it the head of a title, as in "Institute for" or "League of".
fn is_head(rest: &str) -> bool {
    [" of ", " for "].iter().any(|particle| rest.starts_with(particle))
}

/// Whether a word ends in a long word of the lexicon, in a language that writes compounds as one
/// word: "Moteeksperter". A name may end in a short one, "Lindholm".
fn is_compound(form: &str, language: &'static Language) -> bool {
    const HEAD: usize = 6;
    const FIRST: usize = 3;
    if !matches!(language.code, "nb" | "nn" | "sv" | "da" | "nl" | "de") {
        return false;
    }
    let lower = form.to_lowercase();
    let Some(index) = Index::of(language) else { return false };
    let letters = lower.chars().count();
    let heads = lower.char_indices().enumerate().skip(FIRST);
    let mut heads = heads.take_while(|(letter, _)| letter + HEAD <= letters);
    heads.any(|(_, (at, _))| {
        language.inflection.reaches(&lower[at..], |form| {
            form.chars().count() >= HEAD && index.words(form).next().is_some()
        })
    })
}

/// Whether a word of running text may have an ending of its language, of two letters or more.
pub(in crate::audit) fn may_be_inflected(word: &str, language: &Language) -> bool {
    let lower = word.to_lowercase();
    let endings = language.inflection.endings.iter().map(|(ending, _)| *ending);
    endings.filter(|ending| ending.chars().count() > 1).any(|ending| lower.ends_with(ending))
}

/// Whether a word is in the lexicon of its language or of English, whose words titles are made of.
pub(super) fn is_word(form: &str, language: &'static Language) -> bool {
    thread_local! {
        static KNOWN: RefCell<Memo<bool>> = const { RefCell::new(Memo::EMPTY) };
    }
    Memo::of(&KNOWN, form, language, || is_in_lexicon(form, language))
}

fn is_in_lexicon(form: &str, language: &'static Language) -> bool {
    let lower = form.to_lowercase().replace('’', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    // "I've" and "we're" are no names.
    let ends_a_verb = |ending| lower.ends_with(ending);
    if lower.starts_with("i'") || ["'re", "'ve", "'ll", "'d", "n't"].into_iter().any(ends_a_verb) {
        return true;
    }
    let english = Language::from_tag("en").ok();
    let plural = lower.strip_suffix('s').unwrap_or(lower);
    [Some(language), english]
        .into_iter()
        .flatten()
        .filter_map(Index::of)
        .any(|index| [lower, plural].iter().any(|form| index.words(form).next().is_some()))
}
