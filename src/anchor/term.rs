//! Terms: the concepts of the lexicon, found in inflected, prefixed and compounded forms.
//!
//! Each word is looked up as it stands, then by its language's inflection, then as a compound; the
//! fewest steps win. Renderings of several words are matched longest first. Linear in the text, with
//! one search a distinct word. Weak on homographs: a word that renders several concepts gives all.

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::knowledge::lexicon::{Concept, Index, Node, Word};
use crate::lang::words::{fold, words};
use crate::lang::{Inflection, Language};
use crate::segment::Segment;
use crate::span::Span;

/// A concept that a stretch of text renders.
///
/// Kept apart from other anchors and small, since nearly every word is one. A homograph stands as
/// several terms of one span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What the words mean.
    pub concept: Concept,
    /// Where they stand in the visible text.
    pub span: Span,
    /// How the words were found.
    pub form: TermForm,
}

/// How far a form in the text is from the lexicon's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermForm {
    /// As the lexicon has it.
    Exact,
    /// By way of inflection or attached particles.
    Inflected,
    /// As part of a compound.
    Compound,
}

/// Finds the terms of a document, ordered by span.
pub fn terms(document: &Document, segments: &[Segment]) -> Vec<Term> {
    let Some(mut finder) = Finder::new(document.language) else { return Vec::new() };
    let mut found = Vec::new();
    for segment in segments {
        finder.find(&document.text, segment.span, &mut found);
    }
    found
}

/// What a word may be: words of the lexicon, or parts of a compound.
#[derive(Clone, Debug, Default)]
struct Reading {
    words: Vec<Word>,
    form: Option<TermForm>,
    /// Byte lengths of the parts and the words each may be; empty for simple words.
    parts: Vec<(usize, Vec<Word>)>,
}

/// Bytes of an ending that is taken off a word which is a citation form too.
const LONG_ENDING: usize = 2;

struct Finder<'t> {
    index: &'static Index,
    inflection: &'static Inflection,
    readings: FxHashMap<&'t str, u32>,
    store: Vec<Reading>,
}

impl<'t> Finder<'t> {
    fn new(language: &'static Language) -> Option<Self> {
        let index = Index::of(language)?;
        let inflection = &language.inflection;
        Some(Finder { index, inflection, readings: FxHashMap::default(), store: Vec::new() })
    }

    fn find(&mut self, text: &'t str, span: Span, found: &mut Vec<Term>) {
        let tokens: Vec<(Span, u32)> = words(span.of(text))
            .map(|(at, word)| {
                (Span::new(at, at + word.len()).shift(span.start), self.reading(word))
            })
            .collect();
        let mut next = 0;
        while next < tokens.len() {
            next += self.find_at(&tokens[next..], found).max(1);
        }
    }

    /// Finds what begins at the first token; says how many tokens it takes.
    fn find_at(&self, tokens: &[(Span, u32)], found: &mut Vec<Term>) -> usize {
        let mut nodes = vec![Node::ROOT];
        let mut form = TermForm::Exact;
        let mut longest: Option<(usize, Vec<Concept>, TermForm)> = None;
        for (count, &(_, reading)) in tokens.iter().enumerate() {
            let reading = &self.store[reading as usize];
            let steps = nodes.iter().flat_map(|&node| {
                reading.words.iter().filter_map(move |&word| self.index.step(node, word))
            });
            nodes = steps.collect();
            if nodes.is_empty() {
                break;
            }
            form = form.max(reading.form.unwrap_or(TermForm::Exact));
            let mut concepts: Vec<Concept> =
                nodes.iter().flat_map(|&node| self.index.concepts(node).iter().copied()).collect();
            if !concepts.is_empty() {
                concepts.sort_unstable();
                concepts.dedup();
                longest = Some((count + 1, concepts, form));
            }
        }
        let Some((count, concepts, form)) = longest else {
            return self.find_parts(tokens[0], found);
        };
        let span = Span::new(tokens[0].0.start, tokens[count - 1].0.end);
        found.extend(concepts.into_iter().map(|concept| Term { concept, span, form }));
        count
    }

    fn find_parts(&self, (span, reading): (Span, u32), found: &mut Vec<Term>) -> usize {
        let mut start = span.start;
        for (length, words) in &self.store[reading as usize].parts {
            let part = Span::new(start, (start + length).min(span.end));
            start = part.end;
            let mut concepts: Vec<Concept> = words
                .iter()
                .filter_map(|&word| self.index.step(Node::ROOT, word))
                .flat_map(|node| self.index.concepts(node).iter().copied())
                .collect();
            concepts.sort_unstable();
            concepts.dedup();
            let form = TermForm::Compound;
            found.extend(concepts.into_iter().map(|concept| Term { concept, span: part, form }));
        }
        1
    }

    fn reading(&mut self, word: &'t str) -> u32 {
        if let Some(&known) = self.readings.get(word) {
            return known;
        }
        let reading = self.read(&fold(word), word);
        let id = self.store.len() as u32;
        self.store.push(reading);
        self.readings.insert(word, id);
        id
    }

    fn read(&self, folded: &str, word: &str) -> Reading {
        if let Some(acronym) = self.index.acronym(word) {
            return Reading {
                words: vec![acronym],
                form: Some(TermForm::Exact),
                parts: Vec::new(),
            };
        }
        let (words, steps) = self.simple(folded);
        if !words.is_empty() {
            let form = if steps == 0 { TermForm::Exact } else { TermForm::Inflected };
            return Reading { words, form: Some(form), parts: Vec::new() };
        }
        // Folding that changes lengths would misplace the parts.
        let is_splittable = !self.inflection.linkers.is_empty() && folded.len() == word.len();
        let parts = if is_splittable { self.split(folded, 3) } else { None };
        Reading { words, form: None, parts: parts.unwrap_or_default() }
    }

    /// The lexicon words that a form may be an inflection of, by the fewest steps; where the form
    /// itself is but a part of longer renderings, the nearest words that stand alone as well.
    fn simple(&self, folded: &str) -> (Vec<Word>, u8) {
        let mut parts: Vec<Word> = Vec::new();
        let mut best: (Vec<Word>, u8) = (Vec::new(), u8::MAX);
        let mut inflected: Vec<Word> = Vec::new();
        self.inflection.citation_forms(folded, &mut |form, steps| {
            for word in self.index.words(form) {
                if !self.is_rendering(word) {
                    if steps == 0 && !parts.contains(&word) {
                        parts.push(word);
                    }
                    continue;
                }
                if steps < best.1 {
                    best = (Vec::new(), steps);
                }
                if steps == best.1 && !best.0.contains(&word) {
                    best.0.push(word);
                }
                let is_longer = folded.len() >= form.len() + LONG_ENDING;
                if steps == 1 && is_longer && !inflected.contains(&word) {
                    inflected.push(word);
                }
            }
        });
        // A citation form may also be an inflected form of another word, as "planten" is of "plant".
        // With short endings or attached particles there are too many such readings.
        if best.1 == 0 && self.inflection.proclitics.is_empty() {
            inflected.retain(|word| !best.0.contains(word));
            best.0.extend(inflected);
        }
        if best.0.is_empty() && !parts.is_empty() {
            return (parts, 0);
        }
        best.0.extend(parts);
        best
    }

    /// The parts of a compound: the longest first part whose rest can be read too.
    fn split(&self, word: &str, most: usize) -> Option<Vec<(usize, Vec<Word>)>> {
        const SHORTEST: usize = 3;
        if most < 2 {
            return None;
        }
        let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(SHORTEST).collect();
        for &cut in cuts.iter().rev() {
            let rest_letters = word[cut..].chars().count();
            if rest_letters < SHORTEST {
                continue;
            }
            let first: Vec<Word> =
                self.index.words(&word[..cut]).filter(|&w| self.is_rendering(w)).collect();
            if first.is_empty() {
                continue;
            }
            for linker in self.inflection.linkers {
                let Some(rest) = word[cut..].strip_prefix(linker) else { continue };
                if rest.chars().count() < SHORTEST {
                    continue;
                }
                let head = cut + linker.len();
                let (last, _) = self.simple(rest);
                let last: Vec<Word> =
                    last.into_iter().filter(|&word| self.is_rendering(word)).collect();
                if !last.is_empty() {
                    return Some(vec![(head, first), (rest.len(), last)]);
                }
                if let Some(mut parts) = self.split(rest, most - 1) {
                    parts.insert(0, (head, first));
                    return Some(parts);
                }
            }
        }
        None
    }

    /// Whether the word alone renders a concept.
    fn is_rendering(&self, word: Word) -> bool {
        self.index.step(Node::ROOT, word).is_some_and(|node| !self.index.concepts(node).is_empty())
    }
}
