//! What has been learned of the words of a language, kept for the next document.
//!
//! What a word says alone does not depend on the text it stands in, and the documents of a corpus
//! share most of their words. Each thread keeps its own, so that nothing is locked and nothing
//! depends on the order in which threads run.

use super::Language;

/// Most bytes of distinct words in a store that is kept; one that has grown beyond them is dropped,
/// so that a corpus of any size takes bounded memory.
const MOST_BYTES: usize = 1 << 20;

/// The stores of a thread, at most one a language and edition of what words are looked up in. Edition
/// 0 is what is embedded; of the others only the one last put is kept.
pub(crate) struct Shelf<T>(Vec<((&'static Language, u32), T)>);

impl<T> Shelf<T> {
    pub(crate) const EMPTY: Shelf<T> = Shelf(Vec::new());

    /// Takes the store of a language from the shelf.
    pub(crate) fn take(&mut self, language: &'static Language, edition: u32) -> Option<T> {
        let at = self.0.iter().position(|(other, _)| *other == (language, edition))?;
        Some(self.0.swap_remove(at).1)
    }

    /// Puts a store back, with so many bytes of distinct words in it.
    pub(crate) fn put(
        &mut self,
        language: &'static Language,
        edition: u32,
        bytes: usize,
        store: T,
    ) {
        let key = (language, edition);
        self.0.retain(|((_, other), _)| edition == 0 || *other == 0 || *other == edition);
        if bytes <= MOST_BYTES && !self.0.iter().any(|(other, _)| *other == key) {
            self.0.push((key, store));
        }
    }
}
