//! What has been found out about the words of a language, so that each is looked at once.
//!
//! For questions whose answer depends on a word and its language alone and costs more than a look-up.
//! Each thread keeps its own answers, so that nothing is locked and nothing depends on the order in
//! which threads run.

use std::cell::RefCell;
use std::thread::LocalKey;

use rustc_hash::FxHashMap;

use super::Language;

/// Most bytes of words a language; when they are reached, the answers are forgotten and the words that
/// come back are asked about again, so that a corpus of any size takes bounded memory.
const MOST_BYTES: usize = 1 << 20;

/// The answers to one question.
pub(crate) struct Memo<T> {
    by_language: Vec<(&'static Language, Answers<T>)>,
}

struct Answers<T> {
    by_word: FxHashMap<Box<str>, T>,
    bytes: usize,
}

impl<T: Clone + 'static> Memo<T> {
    pub(crate) const EMPTY: Memo<T> = Memo { by_language: Vec::new() };

    /// The answer for a word: the one known, or else what `ask` says.
    pub(crate) fn of(
        memo: &'static LocalKey<RefCell<Memo<T>>>,
        word: &str,
        language: &'static Language,
        ask: impl FnOnce() -> T,
    ) -> T {
        let known = memo.with_borrow(|memo| {
            let of_language = memo.by_language.iter().find(|(other, _)| *other == language);
            of_language.and_then(|(_, answers)| answers.by_word.get(word).cloned())
        });
        known.unwrap_or_else(|| {
            // Not under the borrow: what is asked may ask about another word.
            let answer = ask();
            memo.with_borrow_mut(|memo| memo.note(word, language, answer.clone()));
            answer
        })
    }

    fn note(&mut self, word: &str, language: &'static Language, answer: T) {
        let at = self.by_language.iter().position(|(other, _)| *other == language);
        let at = at.unwrap_or_else(|| {
            let none = Answers { by_word: FxHashMap::default(), bytes: 0 };
            self.by_language.push((language, none));
            self.by_language.len() - 1
        });
        let answers = &mut self.by_language[at].1;
        if answers.bytes + word.len() > MOST_BYTES {
            *answers = Answers { by_word: FxHashMap::default(), bytes: 0 };
        }
        answers.bytes += word.len();
        answers.by_word.insert(word.into(), answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        static LENGTHS: RefCell<Memo<usize>> = const { RefCell::new(Memo::EMPTY) };
    }

    /// The length of a word, and whether it had to be counted.
    fn length(word: &str, code: &str) -> (usize, bool) {
        let mut asked = false;
        let length = Memo::of(&LENGTHS, word, Language::from_tag(code).unwrap(), || {
            asked = true;
            word.len()
        });
        (length, asked)
    }

    #[test]
    fn a_word_is_asked_about_once_in_each_language() {
        assert_eq!(length("hus", "nb"), (3, true));
        assert_eq!(length("hus", "nb"), (3, false));
        assert_eq!(length("hus", "sv"), (3, true));
    }

    #[test]
    fn answers_are_forgotten_when_there_are_too_many() {
        let word = "x".repeat(MOST_BYTES / 2 - 1);
        for (letter, is_new) in [("a", true), ("b", true), ("a", false), ("c", true), ("a", true)] {
            let word = format!("{word}{letter}");
            assert_eq!(length(&word, "en"), (MOST_BYTES / 2, is_new), "{letter}");
        }
    }
}
