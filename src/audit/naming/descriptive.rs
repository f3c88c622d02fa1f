//! Whether a word that has a capital is made of words, so that a translation has other words for it:
//! "Enforcement", "Premiership".
//!
//! Told by the endings that make words of words, and in English by what stands before a word of the lexicon
//! ("Indefinite"). Weakness: the parts of a compound do not tell, since
//! names are made of them too ("Highlands", "Brightwell").

use super::mention::is_word;
use crate::lang::Language;

/// Endings that make words and seldom end a name, by language.
static ENDINGS: &[(&str, &[&str])] = &[
    (
        "da",
        &["elser", "else", "hed", "heder", "skab", "skaber", "tion", "isk", "iske", "ister", "elt"],
    ),
    (
        "en",
        &[
            "hood", "isation", "ised", "ism", "ization", "ized", "less", "ment", "ments", "ness",
            "ship", "ships", "sion", "sions", "tion", "tions",
        ],
    ),
    ("fr", &["isme", "iste", "istes", "ment", "ments", "sion", "sions", "tion", "tions", "ique"]),
    (
        "nb",
        &["elser", "else", "het", "heter", "skap", "skaper", "sjon", "isk", "iske", "ister", "elt"],
    ),
    (
        "nl",
        &["heden", "heid", "ische", "isme", "isten", "schap", "schappen", "tie", "ties", "erse"],
    ),
    ("nn", &["elsar", "else", "leik", "skap", "skapar", "sjon", "isk", "iske", "istar", "elt"]),
    ("sv", &["elser", "else", "het", "heter", "skap", "tion", "tioner", "isk", "iska", "ister"]),
];

/// Letters that stand before an ending.
const STEM: usize = 4;

/// What makes an English word of another.
const PREFIXES: &[&str] = &["dis", "in", "mis", "non", "off", "out", "over", "re", "un", "under"];

/// Whether `word` is made of words of its language.
pub(super) fn is_descriptive(word: &str, language: &'static Language) -> bool {
    let lower = word.to_lowercase();
    if language.code == "en" {
        let mut rests = PREFIXES.iter().filter_map(|prefix| lower.strip_prefix(prefix));
        if rests.any(|rest| rest.len() > 2 && is_word(rest, language)) {
            return true;
        }
    }
    let endings = ENDINGS.iter().find(|row| row.0 == language.code).map_or(&[][..], |row| row.1);
    let mut stems = endings.iter().filter_map(|ending| lower.strip_suffix(ending));
    stems.any(|stem| stem.chars().count() >= STEM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, word: &str, expected: bool) {
        assert_eq!(is_descriptive(word, Language::from_tag(code).unwrap()), expected, "{word}");
    }

    #[test]
    fn words_made_of_words_are_told_from_names() {
        for word in
            ["Enforcement", "Demilitarised", "Methodism", "Premiership", "Offline", "Unplanned"]
        {
            check("en", word, true);
        }
        for word in ["Lindqvist", "Budapest", "Christ", "Highlands", "Brightwell", "Clement"] {
            check("en", word, false);
        }
        check("nb", "Helseforskning", false);
        check("nb", "Tradisjonelt", true);
        check("nb", "Mette", false);
        check("sv", "Bergman", false);
    }

    #[test]
    fn endings_are_of_known_languages() {
        assert!(ENDINGS.iter().all(|row| Language::from_tag(row.0).is_ok()));
        assert!(ENDINGS.is_sorted_by_key(|row| row.0));
    }
}
