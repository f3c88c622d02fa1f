//! Names that may be common words: seen with the capital of a sentence, or in German, where every
//! noun has one. The rest of the document tells: a word that it also writes in small letters is no
//! name.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::passage::Passage;
use super::tokens::Token;
use crate::span::Span;

/// The unsure names met so far in a document.
#[derive(Default)]
pub(super) struct UnsureNames {
    met: RefCell<Vec<(Span, u32)>>,
}

impl UnsureNames {
    /// Notes a word that is taken for a name for the time being.
    pub fn note(&self, word: &Token) {
        self.met.borrow_mut().push((word.span, word.word_type));
    }

    /// Those that have turned out to be common words, ascending.
    pub fn common(&self, passage: &Passage) -> Vec<Span> {
        let met = self.met.borrow();
        let mut common = Vec::new();
        let mut judged: FxHashMap<u32, bool> = FxHashMap::default();
        for &(span, word_type) in met.iter() {
            let has_small = || passage.types.has_small(span.of(passage.text));
            if *judged.entry(word_type).or_insert_with(has_small) {
                common.push(span);
            }
        }
        common.sort_unstable();
        common
    }
}
