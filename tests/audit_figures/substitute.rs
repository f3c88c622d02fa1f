//! Swaps one word of a clean pair for a word of another meaning, inflected alike.

use targum::anchor::{Term, TermForm};
use targum::bitext::Bitext;
use targum::knowledge::contrasts::contrast;
use targum::knowledge::lexicon::Concept;
use targum::lang::Language;
use targum::span::Span;

use crate::corpora::Rows;

/// Which concepts may stand for one.
pub type Swap = fn(Concept, Concept) -> bool;

/// The ways to choose the other meaning, by name: what the table of contrasts tells apart, and any
/// other concept of the same field, whether a table tells them apart or not.
pub const SWAPS: [(&str, Swap); 2] = [
    ("contrast", |one, other| contrast(one, other).is_some()),
    ("same field", |one, other| {
        let is_content = ["noun.", "adj.", "verb."].iter().any(|pos| one.class().starts_with(pos));
        is_content && one.class() == other.class() && !one.neighbours().contains(&other)
    }),
];

/// One swap for each row that allows one: a word of the target whose concept the source has too is
/// replaced. Beside the rows, the bytes of each target where the new word stands. Which word and which concept is a matter of the row's number alone.
pub fn swapped(clean: &Rows, bitext: &Bitext, swap: Swap) -> (Rows, Vec<(usize, usize)>) {
    let language = Language::from_tag(clean.languages.target).expect("a language");
    let all: Vec<Concept> = Concept::all().collect();
    let mut rows = Rows { rows: Vec::new(), places: Vec::new(), ..clean.clone() };
    let mut places = Vec::new();
    for (row, (source, target)) in clean.rows.iter().enumerate() {
        let segments = &bitext.alignment.beads()[row].segments;
        let there = bitext.renderings.source.terms_in(segments.source.clone());
        let here = bitext.renderings.target.terms_in(segments.target.clone());
        let Some(bead) = bitext.renderings.target.span(segments.target.clone()) else { continue };
        let has = |terms: &[Term], concept| terms.iter().any(|term| term.concept == concept);
        let text = &bitext.renderings.target.document.text;
        let mut options = Vec::new();
        for term in here.iter().filter(|term| term.form < TermForm::Compound) {
            if here.iter().filter(|other| other.span == term.span).count() > 2
                || !has(there, term.concept)
            {
                continue;
            }
            let others = all.iter().copied().filter(|&other| {
                swap(term.concept, other) && !has(there, other) && !has(here, other)
            });
            let words: Vec<(Span, String)> = others
                .filter_map(|other| {
                    let word =
                        inflected_alike(term.span.of(text), [term.concept, other], language)?;
                    Some((term.span, word))
                })
                .collect();
            if !words.is_empty() {
                options.push(words);
            }
        }
        if options.is_empty() {
            continue;
        }
        let words = &options[scattered(row) % options.len()];
        let (span, word) = &words[scattered(row + 7919) % words.len()];
        let (start, end) = (span.start - bead.start, span.end - bead.start);
        rows.rows.push((source.clone(), format!("{}{word}{}", &target[..start], &target[end..])));
        places.push((start, start + word.len()));
    }
    (rows, places)
}

/// The word of the second concept with what stands around the stem of the first.
fn inflected_alike(
    word: &str,
    concepts: [Concept; 2],
    language: &'static Language,
) -> Option<String> {
    let [one, other] = concepts.map(|concept| concept.renderings(language).next());
    let (stem, new) = (one?.to_lowercase(), other?);
    let lower = word.to_lowercase();
    let at = lower.find(&stem).filter(|&at| at == 0 || language.code == "he")?;
    let tail = lower[at + stem.len()..].chars().count();
    let head = lower[..at].chars().count();
    if lower.len() != word.len() || tail > 3 || head > 2 {
        return None;
    }
    let mut letters = new.chars();
    let first = letters.next()?;
    let capital = word.starts_with(char::is_uppercase);
    let first = if capital { first.to_uppercase().to_string() } else { first.to_string() };
    Some(format!("{}{first}{}{}", &word[..at], letters.as_str(), &word[at + stem.len()..]))
}

/// The same number for the same row on every machine.
fn scattered(row: usize) -> usize {
    let mixed = (row as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 31)) as usize >> 8
}
