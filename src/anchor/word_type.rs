//! The distinct words of a document, each judged once.
//!
//! A text repeats its words, and the next text too. What an extractor asks of a word alone, whatever
//! stands around it, is answered when the word is first met, and kept for the documents that the
//! thread reads later. Most words turn out to be of interest to none. Complexity: one hash look-up
//! a word. Weakness: a first short text repeats little.

use std::cell::{Cell, OnceCell, RefCell};
use std::sync::Arc;

use super::drug::{self, Drug};
use super::gazetteer::{Beginning, Gazetteer};
use super::tokens::Case;
use super::vocabulary::Vocabulary;
use super::{acronym, every, formula, hebrew_numerals, name, negative, roman, stems};
use crate::document::Document;
use crate::lang::distinct::Distinct;
use crate::lang::shelf::Shelf;
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
    /// A number in Hebrew letters.
    pub const LETTER_NUMERAL: Hints = Hints(1 << 11);

    /// A word for "every other", as its first word.
    pub const EVERY: Hints = Hints(1 << 12);

    /// All but [`Hints::NUMERAL`].
    pub const BESIDE_NUMERAL: Hints = Hints(!1);

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
    drug: Option<Drug>,
    /// The phrases of the tables of names that it may begin.
    phrases: Box<[Beginning]>,
    /// Whether the lexicon has it, once asked.
    familiar: Cell<Option<bool>>,
    /// The word as names are compared, shared by its anchors, once asked.
    name: OnceCell<Arc<str>>,
}

/// The words met so far in a language.
struct Known {
    distinct: Distinct,
    types: Vec<WordType>,
}

/// The distinct words of a document, and what is known of them from earlier ones.
pub(super) struct WordTypes {
    language: &'static Language,
    vocabulary: &'static Vocabulary,
    gazetteer: &'static Gazetteer,
    known: Known,
    /// A bit a word: whether the document has it.
    here: Vec<u64>,
}

thread_local! {
    static SHELF: RefCell<Shelf<Known>> = const { RefCell::new(Shelf::EMPTY) };
}

impl WordTypes {
    pub fn new(document: &Document) -> Self {
        let language = document.language;
        let kept = SHELF.with(|shelf| shelf.borrow_mut().take(language, 0));
        let none = || Known { distinct: Distinct::new(), types: Vec::new() };
        let known = kept.unwrap_or_else(none);
        WordTypes {
            language,
            vocabulary: Vocabulary::of(language),
            gazetteer: Gazetteer::of(language),
            here: vec![0; known.types.len().div_ceil(64)],
            known,
        }
    }

    /// Keeps what has been learned of the words for later documents.
    pub fn keep(self) {
        let known = self.known;
        let bytes = known.distinct.bytes();
        SHELF.with(|shelf| shelf.borrow_mut().put(self.language, 0, bytes, known));
    }

    /// The place of the word at `span` of the text and what it hints at.
    #[inline(always)]
    pub fn meet(&mut self, text: &str, span: Span, script: Script, case: Case) -> (u32, Hints) {
        let (id, hints) = match self.known.distinct.met(text, span) {
            Some(known) => known,
            None => self.learn(span.of(text), script, case),
        };
        self.here[id as usize / 64] |= 1 << (id % 64);
        (id, Hints(hints))
    }

    /// Judges a word that has not been met; its place and its hints.
    #[cold]
    fn learn(&mut self, word: &str, script: Script, case: Case) -> (u32, u16) {
        let (language, vocabulary, gazetteer) = (self.language, self.vocabulary, self.gazetteer);
        let Known { distinct, types } = &mut self.known;
        let (word_type, hints) = judge(word, script, case, language, vocabulary, gazetteer);
        let id = distinct.enter(word, hints.0);
        types.push(word_type);
        self.here.resize(types.len().div_ceil(64), 0);
        (id, hints.0)
    }

    /// Whether words stand side by side without spaces.
    pub fn is_unspaced(&self) -> bool {
        self.vocabulary.is_unspaced()
    }

    /// The medicine that a word names.
    pub fn drug(&self, id: u32) -> Option<Drug> {
        self.known.types[id as usize].drug
    }

    /// The phrases of the tables of names that a word may begin.
    pub fn phrases(&self, id: u32) -> &[Beginning] {
        &self.known.types[id as usize].phrases
    }

    /// Whether the lexicon has a word, inflected or not.
    pub fn is_familiar(&self, id: u32, word: &str) -> bool {
        let familiar = &self.known.types[id as usize].familiar;
        familiar.get().unwrap_or_else(|| {
            let known = drug::is_known(word, self.language);
            familiar.set(Some(known));
            known
        })
    }

    /// A word as names are compared.
    pub fn name(&self, id: u32, word: &str) -> Arc<str> {
        let name = &self.known.types[id as usize].name;
        Arc::clone(name.get_or_init(|| name::bare(word).into()))
    }

    /// Whether a word has been met in small letters in the document.
    pub fn has_small(&self, word: &str) -> bool {
        let small: String = word.chars().map(letter::lower).collect();
        let is_here = |(id, _): (u32, u16)| self.here[id as usize / 64] & 1 << (id % 64) != 0;
        let small_span = Span::new(0, small.len());
        small != word && self.known.distinct.met(&small, small_span).is_some_and(is_here)
    }
}

fn judge(
    word: &str,
    script: Script,
    case: Case,
    language: &'static Language,
    vocabulary: &Vocabulary,
    gazetteer: &Gazetteer,
) -> (WordType, Hints) {
    let drug = drug::named(word, script, language);
    let phrases = gazetteer.beginnings(word, case);
    let hints = formula::hints(word, script)
        .and(Hints::NUMERAL.when(stems::may_hold(word, vocabulary)))
        .and(Hints::PHRASE.when(!phrases.is_empty()))
        .and(Hints::ACRONYM.when(acronym::may_be(word, script, case)))
        .and(Hints::NAME.when(name::may_be(word, script, case)))
        .and(Hints::COLD.when(negative::may_be(word, vocabulary)))
        .and(Hints::ROMAN.when(roman::may_be(word)))
        .and(Hints::LETTER_NUMERAL.when(hebrew_numerals::may_be(word)))
        .and(Hints::EVERY.when(every::may_begin(word, language)))
        .and(Hints::DRUG.when(drug.is_some()));
    (WordType { drug, phrases, familiar: Cell::new(None), name: OnceCell::new() }, hints)
}
