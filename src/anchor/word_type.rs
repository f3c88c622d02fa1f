//! The distinct words of a document, each judged once.
//!
//! A text repeats its words. What an extractor asks of a word alone, whatever stands around it, is
//! answered when the word is first met, and most words turn out to be of interest to none.
//! Complexity: one hash look-up a word. Weakness: a text of few repeats gains little.

use std::cell::Cell;

use super::drug::{self, Drug};
use super::gazetteer::{Beginning, Gazetteer};
use super::tokens::Case;
use super::vocabulary::Vocabulary;
use super::{acronym, formula, name, negative, roman, stems};
use crate::document::Document;
use crate::lang::distinct::{Distinct, Met};
use crate::lang::{Language, Script, letter};
use crate::span::Span;

/// What a word may be part of, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hints(u16);

impl Hints {
    /// A number in words, a month, a weekday, a decade, a century.
    pub const NUMERAL: Hints = Hints(1);
    /// A phrase of the tables of names, as its first word.
    pub const PHRASE: Hints = Hints(1 << 1);
    /// A vitamin or a coenzyme.
    pub const VITAMIN: Hints = Hints(1 << 2);
    /// An element, a shape or an isomer, as a symbol of one or two letters.
    pub const SYMBOL: Hints = Hints(1 << 3);
    /// A composition or an ion.
    pub const COMPOSITION: Hints = Hints(1 << 4);
    /// A Greek letter as a symbol.
    pub const GREEK: Hints = Hints(1 << 5);
    /// An acronym.
    pub const ACRONYM: Hints = Hints(1 << 6);
    /// A medicine.
    pub const DRUG: Hints = Hints(1 << 7);
    /// A name.
    pub const NAME: Hints = Hints(1 << 8);
    /// A word for cold or below nought.
    pub const COLD: Hints = Hints(1 << 9);
    /// A Roman numeral.
    pub const ROMAN: Hints = Hints(1 << 10);

    /// Whether the two sets share a hint.
    pub fn has(self, other: Hints) -> bool {
        self.0 & other.0 != 0
    }

    /// The set, or none if something does not hold.
    pub fn when(self, holds: bool) -> Hints {
        if holds { self } else { Hints(0) }
    }

    /// The hints of both sets.
    pub fn and(self, other: Hints) -> Hints {
        Hints(self.0 | other.0)
    }
}

/// A distinct word.
struct WordType {
    hints: Hints,
    drug: Option<Drug>,
    /// The phrases of the tables of names that it may begin.
    phrases: Box<[Beginning]>,
    /// Whether the lexicon has it, once asked.
    familiar: Cell<Option<bool>>,
}

/// The distinct words met so far in a document.
pub(super) struct WordTypes<'d> {
    language: &'static Language,
    vocabulary: &'static Vocabulary,
    gazetteer: &'static Gazetteer,
    distinct: Distinct<'d>,
    types: Vec<WordType>,
}

impl<'d> WordTypes<'d> {
    pub fn new(document: &'d Document) -> Self {
        WordTypes {
            language: document.language,
            vocabulary: Vocabulary::of(document.language),
            gazetteer: Gazetteer::of(document.language),
            distinct: Distinct::new(),
            types: Vec::new(),
        }
    }

    /// The place of the word at `span` of the text and what it hints at.
    pub fn meet(&mut self, text: &'d str, span: Span, script: Script, case: Case) -> (u32, Hints) {
        match self.distinct.meet(text, span) {
            Met::Again(id) => (id, self.types[id as usize].hints),
            Met::New(id) => {
                let word_type = self.judge(span.of(text), script, case);
                let hints = word_type.hints;
                self.types.push(word_type);
                (id, hints)
            }
        }
    }

    fn judge(&self, word: &str, script: Script, case: Case) -> WordType {
        let drug = drug::named(word, script, self.language);
        let phrases = self.gazetteer.beginnings(word, case);
        let hints = formula::hints(word, script)
            .and(Hints::NUMERAL.when(stems::may_hold(word, self.vocabulary)))
            .and(Hints::PHRASE.when(!phrases.is_empty()))
            .and(Hints::ACRONYM.when(acronym::may_be(word, script, case)))
            .and(Hints::NAME.when(name::may_be(word, script, case)))
            .and(Hints::COLD.when(negative::may_be(word, self.language)))
            .and(Hints::ROMAN.when(roman::may_be(word)))
            .and(Hints::DRUG.when(drug.is_some()));
        WordType { hints, drug, phrases, familiar: Cell::new(None) }
    }

    /// The medicine that a word names.
    pub fn drug(&self, id: u32) -> Option<Drug> {
        self.types[id as usize].drug
    }

    /// The phrases of the tables of names that a word may begin.
    pub fn phrases(&self, id: u32) -> &[Beginning] {
        &self.types[id as usize].phrases
    }

    /// Whether the lexicon has a word, inflected or not.
    pub fn is_familiar(&self, id: u32, word: &str) -> bool {
        let familiar = &self.types[id as usize].familiar;
        familiar.get().unwrap_or_else(|| {
            let known = drug::is_known(word, self.language);
            familiar.set(Some(known));
            known
        })
    }

    /// Whether a word has been met in small letters.
    pub fn has_small(&self, word: &str) -> bool {
        let small: String = word.chars().map(letter::lower).collect();
        small != word && self.distinct.find(&small).is_some()
    }
}
