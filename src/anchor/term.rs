//! Terms: the concepts of the lexicon, found in inflected, prefixed and compounded forms.
//!
//! Each word is looked up as it stands, then by its language's inflection, then as a compound; the
//! fewest steps win. Renderings of several words are matched longest first. Linear in the text, with
//! one search a distinct word. Weak on homographs: a word that renders several concepts gives all.

use crate::document::Document;
use crate::knowledge::lexicon::{Concept, Index, Node, Word};
use crate::lang::distinct::{Distinct, Met};
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

/// A distinct word of the text, ready to be met again.
#[derive(Debug)]
struct Entry {
    reading: Reading,
    /// What it renders where no longer rendering begins with it; spans count from its start.
    terms: Vec<Term>,
    /// Whether a longer rendering may begin with it.
    leads_on: bool,
}

/// Bytes of an ending that is taken off a word which is a citation form too.
const LONG_ENDING: usize = 2;

struct Finder<'t> {
    index: &'static Index,
    inflection: &'static Inflection,
    distinct: Distinct<'t>,
    entries: Vec<Entry>,
    /// The words of the segment at hand and their entries.
    tokens: Vec<(Span, u32)>,
    nodes: Vec<Node>,
    next: Vec<Node>,
}

impl<'t> Finder<'t> {
    fn new(language: &'static Language) -> Option<Self> {
        Some(Finder {
            index: Index::of(language)?,
            inflection: &language.inflection,
            distinct: Distinct::new(),
            entries: Vec::new(),
            tokens: Vec::new(),
            nodes: Vec::new(),
            next: Vec::new(),
        })
    }

    fn find(&mut self, text: &'t str, span: Span, found: &mut Vec<Term>) {
        self.tokens.clear();
        for (at, word) in words(span.of(text)) {
            let word = Span::new(at, at + word.len()).shift(span.start);
            let id = self.entry(text, word);
            self.tokens.push((word, id));
        }
        let mut next = 0;
        while let Some(&(span, id)) = self.tokens.get(next) {
            let entry = &self.entries[id as usize];
            if entry.leads_on
                && let Some(count) = self.longer(next, found)
            {
                next += count;
                continue;
            }
            let terms = &self.entries[id as usize].terms;
            found.extend(
                terms.iter().map(|term| Term { span: term.span.shift(span.start), ..*term }),
            );
            next += 1;
        }
    }

    /// Finds the longest rendering of several words that begins at a token; says how many it has.
    fn longer(&mut self, first: usize, found: &mut Vec<Term>) -> Option<usize> {
        let index = self.index;
        self.nodes.clear();
        self.nodes.push(Node::ROOT);
        let mut form = TermForm::Exact;
        let mut longest: Option<(usize, Vec<Concept>, TermForm)> = None;
        for (count, &(_, id)) in self.tokens[first..].iter().enumerate() {
            let entry = &self.entries[id as usize];
            self.next.clear();
            for &node in self.nodes.iter().filter(|&&node| index.leads_on(node)) {
                let words = entry.reading.words.iter();
                self.next.extend(words.filter_map(|&word| index.step(node, word)));
            }
            std::mem::swap(&mut self.nodes, &mut self.next);
            if self.nodes.is_empty() {
                break;
            }
            form = form.max(entry.reading.form.unwrap_or(TermForm::Exact));
            if count == 0 {
                continue;
            }
            let concepts = sorted(self.nodes.iter().flat_map(|&node| index.concepts(node)));
            if !concepts.is_empty() {
                longest = Some((count + 1, concepts, form));
            }
        }
        let (count, concepts, form) = longest?;
        let span = Span::new(self.tokens[first].0.start, self.tokens[first + count - 1].0.end);
        found.extend(concepts.into_iter().map(|concept| Term { concept, span, form }));
        Some(count)
    }

    /// The entry of a word.
    fn entry(&mut self, text: &'t str, word: Span) -> u32 {
        match self.distinct.meet(text, word) {
            Met::Again(id) => id,
            Met::New(id) => {
                let word = word.of(text);
                let entry = self.enter(self.read(&fold(word), word), word.len());
                self.entries.push(entry);
                id
            }
        }
    }

    fn enter(&self, reading: Reading, length: usize) -> Entry {
        let nodes = || self.beginnings(&reading.words);
        let concepts = |words: &[Word]| {
            sorted(self.beginnings(words).flat_map(|node| self.index.concepts(node)))
        };
        let whole = concepts(&reading.words);
        let form = reading.form.unwrap_or(TermForm::Exact);
        let span = Span::new(0, length);
        let mut terms: Vec<Term> =
            whole.iter().map(|&concept| Term { concept, span, form }).collect();
        let mut start = 0;
        for (part, words) in reading.parts.iter().filter(|_| whole.is_empty()) {
            let span = Span::new(start, (start + part).min(length));
            start = span.end;
            let form = TermForm::Compound;
            terms.extend(concepts(words).into_iter().map(|concept| Term { concept, span, form }));
        }
        let leads_on = nodes().any(|node| self.index.leads_on(node));
        Entry { terms, leads_on, reading }
    }

    /// The places of words that begin a rendering.
    fn beginnings(&self, words: &[Word]) -> impl Iterator<Item = Node> {
        words.iter().filter_map(|&word| self.index.step(Node::ROOT, word))
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

/// Concepts in ascending order, each once.
fn sorted<'c>(concepts: impl Iterator<Item = &'c Concept>) -> Vec<Concept> {
    let mut concepts: Vec<Concept> = concepts.copied().collect();
    concepts.sort_unstable();
    concepts.dedup();
    concepts
}
