//! One segment as the extractors see it.

use super::date::Date;
use super::figure::{self, Figure, Mark};
use super::gazetteer::{Gazetteer, Hit};
use super::tokens::{Found, Token};
use super::unsure_names::UnsureNames;
use super::vocabulary::Vocabulary;
use super::word_type::{Hints, WordTypes};
use crate::document::Document;
use crate::lang::Language;
use crate::span::Span;

/// A segment in its document, with the figures and words found in it.
pub struct Passage<'d> {
    /// The visible text of the whole document; spans of anchors count in it.
    pub text: &'d str,
    /// Its language.
    pub language: &'static Language,
    /// The segment. Extractors look at nothing outside it.
    pub span: Span,
    /// Its numerals, in digits and in words, ascending, without overlap.
    pub(super) figures: Vec<Figure>,
    /// Its words and signs.
    pub(super) found: Found,
    /// What is known of the words of the document met so far.
    pub(super) types: WordTypes,
    /// The phrases of the tables of names in it, ascending, without overlap.
    pub(super) hits: Vec<Hit>,
    /// Its months, weekdays, decades and centuries in words, ascending.
    pub(super) marks: Vec<Mark>,
    /// Its dates and times of day in digits, ascending.
    pub(super) dates: Vec<(Span, Date)>,
    /// The names met so far that may be common words at the start of a sentence.
    pub(super) unsure_names: UnsureNames,
    pub(super) vocabulary: &'static Vocabulary,
}

impl<'d> Passage<'d> {
    /// The empty passage at the start of a document.
    pub fn new(document: &'d Document) -> Self {
        Passage {
            text: &document.text,
            language: document.language,
            span: Span::default(),
            figures: Vec::new(),
            found: Found::default(),
            hits: Vec::new(),
            types: WordTypes::new(document),
            marks: Vec::new(),
            dates: Vec::new(),
            unsure_names: UnsureNames::default(),
            vocabulary: Vocabulary::of(document.language),
        }
    }

    /// Moves to another segment of the document.
    pub fn enter(&mut self, span: Span) {
        self.span = span;
        self.found.scan(self.text, span, &mut self.types);
        figure::scan(self);
        self.hits.clear();
        if self.has(Hints::PHRASE) {
            let gazetteer = Gazetteer::of(self.language);
            gazetteer.scan(self.text, &self.found, &self.types, &mut self.hits);
        }
    }

    /// Its words, ascending.
    pub(super) fn words(&self) -> &[Token] {
        &self.found.words
    }

    /// Its words with one of the hints, ascending, and the place of each among [`Passage::words`].
    pub(super) fn words_with(&self, hints: Hints) -> impl Iterator<Item = (usize, &Token)> {
        self.found.words_with(hints)
    }

    /// Whether a word of it has one of the hints.
    pub(super) fn has(&self, hints: Hints) -> bool {
        self.found.hints.has(hints)
    }

    /// Whether the lexicon has a word, inflected or not.
    pub(super) fn is_familiar(&self, word: &Token) -> bool {
        self.types.is_familiar(word.word_type, word.span.of(self.text))
    }

    /// The text of the segment.
    pub fn segment(&self) -> &'d str {
        self.span.of(self.text)
    }

    /// The text of the segment from the byte `at` of the document on.
    pub fn rest(&self, at: usize) -> &'d str {
        &self.text[at.clamp(self.span.start, self.span.end)..self.span.end]
    }

    /// The text of the segment up to the byte `at` of the document.
    pub fn before(&self, at: usize) -> &'d str {
        &self.text[self.span.start..at.clamp(self.span.start, self.span.end)]
    }
}
