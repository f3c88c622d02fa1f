//! Words without the letters that Hebrew and Arabic write together with them.

use super::han_numerals;
use super::number_words;
use super::vocabulary::Vocabulary;
use super::word::{Folded, word_at};

/// Whether a number in words or a word of the calendar may stand in a word, whatever follows, if no
/// letter does.
pub(super) fn may_hold(word: &str, vocabulary: &Vocabulary) -> bool {
    if vocabulary.is_unspaced() {
        return word.chars().any(han_numerals::is_numeral);
    }
    let known = |stem: &str| {
        vocabulary.may_begin(stem.as_bytes())
            && Folded::new(stem)
                .is_some_and(|stem| number_words::may_begin(vocabulary, stem.text()))
    };
    let mut at = 0;
    while let Some(sign) = word[at..].chars().next() {
        let run = word_at(word, at, word.len());
        if stems(run.of(word), vocabulary).any(known) {
            return true;
        }
        at = run.end.max(at + sign.len_utf8());
    }
    false
}

/// A word, and what is left of it without the letters that may stand before it.
pub(super) fn stems<'w>(word: &'w str, vocabulary: &Vocabulary) -> impl Iterator<Item = &'w str> {
    let mut next = Some(word).filter(|word| !word.is_empty());
    std::iter::from_fn(move || {
        let stem = next?;
        let first = stem.chars().next()?;
        let rest = &stem[first.len_utf8()..];
        let stripped =
            vocabulary.prefixes.contains(&first) && is_prefix(&word[..word.len() - rest.len()]);
        next = Some(rest).filter(|_| stripped);
        Some(stem)
    })
    .take(4)
}

/// Whether letters may stand together before a Hebrew or Arabic word: "and", "when" or "that", a
/// preposition, the article, in this order, each at most once.
pub(super) fn is_prefix(letters: &str) -> bool {
    let rest = letters.strip_prefix(['ו', 'و', 'ف']).unwrap_or(letters);
    let rest = ["כש", "מש", "ש"].iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest);
    let rest = rest.strip_prefix(['ב', 'ל', 'מ', 'כ', 'ب', 'ل', 'ك']).unwrap_or(rest);
    let rest = ["ال", "ا", "ل", "ה"].iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest);
    rest.is_empty()
}
