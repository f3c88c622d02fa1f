//! Names that may be common words: seen with the capital of a sentence, or in German, where every
//! noun has one. The rest of the document tells: a word that it also writes in small letters is no
//! name.

use std::cell::RefCell;

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
        let mut judged: Vec<(u32, bool)> = Vec::new();
        let mut common = Vec::new();
        let mut by_type: Vec<&(Span, u32)> = met.iter().collect();
        by_type.sort_by_key(|(span, word_type)| (*word_type, *span));
        for (span, word_type) in by_type {
            if judged.last().is_none_or(|(last, _)| last != word_type) {
                judged.push((*word_type, passage.types.has_small(span.of(passage.text))));
            }
            if judged.last().is_some_and(|(_, small)| *small) {
                common.push(*span);
            }
        }
        common.sort_unstable();
        common
    }
}
