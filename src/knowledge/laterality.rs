//! The words by which each language tells the left side of a body from the right.
//!
//! The table is our own. Beside whole words it has what begins an adjective of the side ("højresidig")
//! and what begins a compound whose rest is a part of the body ("linkerknie"). Linear in the rows of the
//! table. Weakness: a compound of a part that the lexicon lacks tells nothing.

use crate::lang::Language;

/// A side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Laterality {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

struct Row {
    code: &'static str,
    /// Whole words for left and for right.
    words: [&'static [&'static str]; 2],
    /// Beginnings of compounds that are of the body, whatever follows.
    joined: [&'static [&'static str]; 2],
    /// Beginnings of compounds whose rest must be of the body.
    before_body: [&'static [&'static str]; 2],
}

const NONE: [&[&str]; 2] = [&[], &[]];

static ROWS: &[Row] = &[
    Row {
        code: "da",
        words: [&["venstre"], &["højre"]],
        joined: [&["venstresidig", "venstrehånd"], &["højresidig", "højrehånd"]],
        before_body: [&["venstre"], &["højre"]],
    },
    Row {
        code: "de",
        words: [
            &["links", "linke", "linken", "linker", "linkes", "linkem"],
            &["rechts", "rechte", "rechten", "rechter", "rechtes", "rechtem"],
        ],
        joined: [
            &["linksseitig", "linksventrik", "linksherz", "linkshänd", "linksatrial", "linkshirn"],
            &[
                "rechtsseitig", "rechtsventrik", "rechtsherz", "rechtshänd", "rechtsatrial",
                "rechtshirn",
            ],
        ],
        before_body: NONE,
    },
    Row {
        code: "en",
        words: [&["left"], &["right"]],
        joined: [&["leftsided"], &["rightsided"]],
        before_body: NONE,
    },
    Row {
        code: "fr",
        words: [&["gauche", "gauches"], &["droit", "droite", "droits", "droites"]],
        joined: NONE,
        before_body: NONE,
    },
    Row {
        code: "he",
        words: [
            &["שמאל", "שמאלי", "שמאלית", "שמאליים", "שמאליות"],
            &["ימין", "ימני", "ימנית", "ימניים", "ימניות"],
        ],
        joined: NONE,
        before_body: NONE,
    },
    Row {
        code: "nb",
        words: [&["venstre"], &["høyre"]],
        joined: [
            &["venstresidig", "venstrehånd", "venstrehendt"],
            &["høyresidig", "høyrehånd", "høyrehendt"],
        ],
        before_body: [&["venstre"], &["høyre"]],
    },
    Row {
        code: "nl",
        words: [&["links", "linker", "linkse"], &["rechts", "rechter", "rechtse"]],
        joined: [
            &["linkszijdig", "linkshandig", "linkerzij"],
            &["rechtszijdig", "rechtshandig", "rechterzij"],
        ],
        before_body: [&["linker"], &["rechter"]],
    },
    Row {
        code: "nn",
        words: [&["venstre"], &["høgre"]],
        joined: [&["venstresidig"], &["høgresidig"]],
        before_body: [&["venstre"], &["høgre"]],
    },
    Row {
        code: "sv",
        words: [&["vänster", "vänstra"], &["höger", "högra"]],
        joined: [&["vänstersidig", "vänsterhän"], &["högersidig", "högerhän"]],
        before_body: [&["vänster"], &["höger"]],
    },
];

/// How a word tells a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// As a word that may tell other things too: "right", "left".
    Word,
    /// As part of a compound of the body.
    Compound,
    /// As part of a compound, if the rest of it, from this byte on, is a part of the body.
    Before(usize),
}

/// Whether the table holds a language.
pub fn is_known(language: &Language) -> bool {
    ROWS.iter().any(|row| row.code == language.code)
}

/// The side that a folded word tells, and how.
pub fn laterality(word: &str, language: &Language) -> Option<(Laterality, Telling)> {
    let row = ROWS.iter().find(|row| row.code == language.code)?;
    [Laterality::Left, Laterality::Right].into_iter().enumerate().find_map(|(at, side)| {
        let begins =
            |list: &[&str]| list.iter().find_map(|begin| word.strip_prefix(begin)).map(str::len);
        if row.words[at].contains(&word) {
            return Some((side, Telling::Word));
        }
        if begins(row.joined[at]).is_some() {
            return Some((side, Telling::Compound));
        }
        let rest = begins(row.before_body[at]).filter(|rest| *rest > 2)?;
        Some((side, Telling::Before(word.len() - rest)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_told() {
        let of = |code: &str, word: &str| laterality(word, Language::from_tag(code).unwrap());
        assert_eq!(of("nl", "linkerknie"), Some((Laterality::Left, Telling::Before(6))));
        assert_eq!(of("da", "højresidige"), Some((Laterality::Right, Telling::Compound)));
        assert_eq!(of("en", "right"), Some((Laterality::Right, Telling::Word)));
        assert_eq!(of("de", "rechtsanwalt"), None);
        assert_eq!(of("fr", "droiture"), None);
    }

    #[test]
    fn rows_are_of_known_languages() {
        assert!(ROWS.is_sorted_by_key(|row| row.code));
        assert!(ROWS.iter().all(|row| Language::from_tag(row.code).is_ok()));
    }
}
