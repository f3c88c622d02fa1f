//! Terms: the concepts of the lexicon, found in inflected, prefixed and compounded forms.
//!
//! Each word is looked up as it stands, then by its language's inflection, then as a compound; the
//! fewest steps win. Renderings of several words are matched longest first. Linear in the text, with
//! one search a distinct word, whose outcome is kept for the documents that the thread reads later. Weak on homographs: a word that renders several concepts gives all.

use std::cell::RefCell;
use std::ops::Range;

use super::vocabulary::Vocabulary;
use crate::document::Document;
use crate::knowledge::index::{Index, Node, Word};
use crate::knowledge::lexicon::Concept;
use crate::knowledge::termbase::Termbase;
use crate::lang::distinct::Distinct;
use crate::lang::shelf::Shelf;
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

/// Finds the terms of a document, ordered by span; with a termbase those of its concepts too.
pub fn terms(document: &Document, segments: &[Segment], termbase: Option<&Termbase>) -> Vec<Term> {
    let Some(mut finder) = Finder::new(document.language, termbase) else { return Vec::new() };
    let mut found = Vec::new();
    for segment in segments {
        finder.find(&document.text, segment.span, &mut found);
    }
    finder.keep(document.language);
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

/// A distinct word, ready to be met again.
#[derive(Debug)]
struct Entry {
    /// What it may be a word of.
    words: Box<[Word]>,
    form: TermForm,
    /// Where in [`Known::terms`] stands what it renders if no longer rendering begins with it; spans
    /// count from its start.
    terms: Range<u32>,
}

/// What is noted of a word: whether it renders something, and whether a longer rendering may begin
/// with it.
const RENDERS: u16 = 1;
const LEADS_ON: u16 = 2;

/// The words met so far in a language.
struct Known {
    distinct: Distinct,
    entries: Vec<Entry>,
    terms: Vec<Term>,
}

thread_local! {
    static SHELF: RefCell<Shelf<Known>> = const { RefCell::new(Shelf::EMPTY) };
}

/// Beginnings of the classes of concepts whose words take no ending, and the exceptions.
const UNINFLECTED: &[&str] = &["conn.", "func.", "adv.", "comp.than"];
const INFLECTED: &[&str] = &[
    "adv.duration", "adv.manner", "adv.time", "conn.sequence", "func.determiner", "func.pronoun",
    "func.question",
];

/// Bytes of an ending that is taken off a word which is a citation form too.
const LONG_ENDING: usize = 2;

/// A word of the segment at hand.
#[derive(Clone, Copy, Debug)]
struct Token {
    span: Span,
    entry: u32,
    note: u16,
}

struct Finder<'i> {
    known: Known,
    reader: Reader<'i>,
    /// The edition of the index that the words are looked up in.
    edition: u32,
    /// The words of the segment at hand.
    tokens: Vec<Token>,
    nodes: Vec<Node>,
    next: Vec<Node>,
}

impl<'i> Finder<'i> {
    fn new(language: &'static Language, termbase: Option<&'i Termbase>) -> Option<Self> {
        let own = termbase.and_then(|it| Some((it.index(language)?, it.edition())));
        let (index, edition) = own.or_else(|| Some((Index::of(language)?, 0)))?;
        let reader = Reader {
            index,
            inflection: &language.inflection,
            vocabulary: Vocabulary::of(language),
        };
        let kept = SHELF.with(|shelf| shelf.borrow_mut().take(language, edition));
        let none = || Known { distinct: Distinct::new(), entries: Vec::new(), terms: Vec::new() };
        Some(Finder {
            known: kept.unwrap_or_else(none),
            reader,
            edition,
            tokens: Vec::new(),
            nodes: Vec::new(),
            next: Vec::new(),
        })
    }

    /// Keeps what has been learned of the words.
    fn keep(self, language: &'static Language) {
        let Finder { known, edition, .. } = self;
        let bytes = known.distinct.bytes();
        SHELF.with(|shelf| shelf.borrow_mut().put(language, edition, bytes, known));
    }

    fn find(&mut self, text: &str, span: Span, found: &mut Vec<Term>) {
        self.tokens.clear();
        let reader = self.reader;
        let Known { distinct, entries, terms } = &mut self.known;
        for (at, word) in words(span.of(text)) {
            let span = Span::new(at, at + word.len()).shift(span.start);
            let (entry, note) = distinct.met(text, span).unwrap_or_else(|| {
                let (entry, note) = reader.enter(word, terms);
                entries.push(entry);
                (distinct.enter(word, note), note)
            });
            self.tokens.push(Token { span, entry, note });
        }
        let mut next = 0;
        while let Some(&Token { span, entry, note }) = self.tokens.get(next) {
            if note & LEADS_ON != 0
                && let Some(count) = self.longer(next, found)
            {
                next += count;
                continue;
            }
            next += 1;
            if note & RENDERS != 0 {
                let Range { start, end } = self.known.entries[entry as usize].terms;
                let terms = &self.known.terms[start as usize..end as usize];
                found.extend(
                    terms.iter().map(|term| Term { span: term.span.shift(span.start), ..*term }),
                );
            }
        }
    }

    /// Finds the longest rendering of several words that begins at a token; says how many it has.
    fn longer(&mut self, first: usize, found: &mut Vec<Term>) -> Option<usize> {
        let index = self.reader.index;
        self.nodes.clear();
        self.nodes.push(Node::ROOT);
        let mut form = TermForm::Exact;
        let mut longest: Option<(usize, Vec<Concept>, TermForm)> = None;
        for (count, token) in self.tokens[first..].iter().enumerate() {
            let entry = &self.known.entries[token.entry as usize];
            self.next.clear();
            for &node in self.nodes.iter().filter(|&&node| index.leads_on(node)) {
                self.next.extend(entry.words.iter().filter_map(|&word| index.step(node, word)));
            }
            std::mem::swap(&mut self.nodes, &mut self.next);
            if self.nodes.is_empty() {
                break;
            }
            form = form.max(entry.form);
            if count == 0 {
                continue;
            }
            let concepts = sorted(self.nodes.iter().flat_map(|&node| index.concepts(node)));
            if !concepts.is_empty() {
                longest = Some((count + 1, concepts, form));
            }
        }
        let (count, concepts, form) = longest?;
        let span =
            Span::new(self.tokens[first].span.start, self.tokens[first + count - 1].span.end);
        found.extend(concepts.into_iter().map(|concept| Term { concept, span, form }));
        Some(count)
    }
}

/// Reads words by the lexicon and the inflection of a language.
#[derive(Clone, Copy)]
struct Reader<'i> {
    index: &'i Index,
    inflection: &'static Inflection,
    vocabulary: &'static Vocabulary,
}

impl Reader<'_> {
    /// The entry of a word and what is noted of it; appends what it renders to `terms`.
    fn enter(&self, word: &str, terms: &mut Vec<Term>) -> (Entry, u16) {
        let reading = self.read(&fold(word), word);
        let concepts = |words: &[Word]| {
            sorted(self.beginnings(words).flat_map(|node| self.index.concepts(node)))
        };
        let first = terms.len() as u32;
        let whole = concepts(&reading.words);
        let form = reading.form.unwrap_or(TermForm::Exact);
        let span = Span::new(0, word.len());
        terms.extend(whole.iter().map(|&concept| Term { concept, span, form }));
        let mut start = 0;
        for (part, words) in reading.parts.iter().filter(|_| whole.is_empty()) {
            let span = Span::new(start, (start + part).min(word.len()));
            start = span.end;
            let form = TermForm::Compound;
            terms.extend(concepts(words).into_iter().map(|concept| Term { concept, span, form }));
        }
        let leads_on = self.beginnings(&reading.words).any(|node| self.index.leads_on(node));
        let range = first..terms.len() as u32;
        let renders = if range.is_empty() { 0 } else { RENDERS };
        let note = renders | if leads_on { LEADS_ON } else { 0 };
        (Entry { words: reading.words.into(), form, terms: range }, note)
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
    /// itself is but a part of longer renderings, the nearest words that stand alone as well, and where
    /// none stands alone, the nearest parts.
    fn simple(&self, folded: &str) -> (Vec<Word>, u8) {
        let mut parts: Vec<Word> = Vec::new();
        let mut inflected_parts: (Vec<Word>, u8) = (Vec::new(), u8::MAX);
        let mut best: (Vec<Word>, u8) = (Vec::new(), u8::MAX);
        let mut bases: Vec<(String, Word)> = Vec::new();
        let mut inflected: Vec<Word> = Vec::new();
        let closed = self.is_closed(folded);
        self.inflection.citation_forms(folded, &mut |form, steps| {
            if steps > 0 && closed {
                return false;
            }
            let has_ending = !folded.ends_with(form);
            let mut is_known = false;
            for word in self.index.words(form) {
                if has_ending && self.is_uninflected(word) {
                    continue;
                }
                is_known = true;
                if !self.is_rendering(word) {
                    if steps == 0 && !parts.contains(&word) {
                        parts.push(word);
                    }
                    if steps < inflected_parts.1 {
                        inflected_parts = (Vec::new(), steps);
                    }
                    if steps == inflected_parts.1 && !inflected_parts.0.contains(&word) {
                        inflected_parts.0.push(word);
                    }
                    continue;
                }
                if steps < best.1 {
                    best = (Vec::new(), steps);
                    bases.clear();
                }
                if steps == best.1 && !best.0.contains(&word) {
                    best.0.push(word);
                    bases.push((form.to_owned(), word));
                }
                let is_longer = folded.len() >= form.len() + LONG_ENDING;
                if steps == 1 && is_longer && !inflected.contains(&word) {
                    inflected.push(word);
                }
            }
            is_known
        });
        for word in self.bare(folded, &bases) {
            best.0.retain(|other| *other != word);
        }
        // A citation form may also be an inflected form of another word, as "planten" is of "plant".
        // With short endings or attached particles there are too many such readings.
        if best.1 == 0 && self.inflection.proclitics.is_empty() {
            inflected.retain(|word| !best.0.contains(word));
            best.0.extend(inflected);
        }
        if best.0.is_empty() {
            return inflected_parts;
        }
        best.0.extend(parts);
        best
    }

    /// The bases of a plural that lack the vowel with which another of its bases is a noun.
    fn bare(&self, plural: &str, bases: &[(String, Word)]) -> Vec<Word> {
        let is_noun = |word: Word| {
            self.beginnings(&[word])
                .flat_map(|node| self.index.concepts(node))
                .any(|concept| concept.class().starts_with("noun."))
        };
        let lacks = |base: &str, start: &str, vowel: &str| {
            let nouns = bases.iter().filter(|(form, _)| form.strip_prefix(base) == Some(vowel));
            plural.strip_prefix(base).is_some_and(|ending| ending.starts_with(start))
                && nouns.map(|(_, word)| *word).any(is_noun)
        };
        let plurals = self.inflection.vowel_plurals;
        let is_bare = |base: &str| plurals.iter().any(|(start, vowel)| lacks(base, start, vowel));
        bases.iter().filter(|(base, _)| is_bare(base)).map(|(_, word)| *word).collect()
    }

    /// Whether a form is a word of grammar or a number word, which are forms of no other word:
    /// Norwegian "han" is none of "ha", nor "åtte" of a verb.
    fn is_closed(&self, folded: &str) -> bool {
        let counts = || self.vocabulary.senses(folded).is_some_and(|it| it.cardinal.is_some());
        self.inflection.closed.split(' ').any(|word| word == folded) || counts()
    }

    /// Whether a word takes no ending, since it renders nothing but conjunctions, prepositions and
    /// adverbs that are not compared: German "das" is no form of "da".
    fn is_uninflected(&self, word: Word) -> bool {
        let concepts = self.index.step(Node::ROOT, word).map(|node| self.index.concepts(node));
        concepts.is_some_and(|concepts| {
            !concepts.is_empty()
                && concepts.iter().all(|concept| {
                    let class = concept.class();
                    UNINFLECTED.iter().any(|start| class.starts_with(start))
                        && !INFLECTED.contains(&class)
                })
        })
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
