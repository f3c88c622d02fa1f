//! Abbreviations that the text itself gives away.
//!
//! Source: after Kiss and Strunk, "Unsupervised multilingual sentence boundary detection" (2006),
//! cut down to one pass: a short word whose full stop is followed by a comma or a small letter twice
//! is an abbreviation from there on. Complexity: linear in the few words kept. Weakness: it learns
//! too late for the first uses, and nothing from a short text.

/// How often a word has to be seen with a full stop inside a sentence.
const EVIDENCE: u8 = 2;
/// Longer words are hardly ever abbreviations, in bytes.
const LONGEST: usize = 8;
/// How many words are kept at most.
const MOST: usize = 64;

/// The words seen so far, with how often.
#[derive(Debug, Default)]
pub(super) struct Learned {
    words: Vec<(u64, u8)>,
    /// How words begin that have been seen again: a bit for every [`opening`].
    openings: u64,
}

impl Learned {
    /// Takes note that the full stop after `word` did not end a sentence.
    pub(super) fn see(&mut self, word: &str) {
        let Some(key) = key(word) else { return };
        if let Some((_, count)) = self.words.iter_mut().find(|(known, _)| *known == key) {
            *count = count.saturating_add(1);
            self.openings |= opening(word);
        } else if self.words.len() < MOST {
            self.words.push((key, 1));
        }
    }

    /// Whether `word` has turned out to be an abbreviation.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.openings & opening(word) != 0
            && key(word).is_some_and(|key| {
                self.words.iter().any(|&(known, count)| known == key && count >= EVIDENCE)
            })
    }
}

/// A bit for the first byte of a word, the same for a small letter and its capital.
fn opening(word: &str) -> u64 {
    word.bytes().next().map_or(0, |byte| 1 << (byte.to_ascii_lowercase() % 64))
}

/// The word itself, packed, if it is short and of letters.
fn key(word: &str) -> Option<u64> {
    if word.is_empty() || word.len() > LONGEST || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    Some(word.bytes().fold(0, |key, byte| key << 8 | u64::from(byte.to_ascii_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_learned_the_second_time() {
        let mut learned = Learned::default();
        learned.see("Abk");
        assert!(!learned.knows("abk"));
        learned.see("abk");
        assert!(learned.knows("abk"));
        assert!(!learned.knows("ab"));
    }

    #[test]
    fn numbers_and_long_words_are_not_learned() {
        let mut learned = Learned::default();
        for word in ["1987", "1987", "vinterferien", "vinterferien"] {
            learned.see(word);
            assert!(!learned.knows(word));
        }
    }
}
