//! Words whose beginning or end takes away: "unknown", "hopeless", "ulovlig", "arbeidsløs".
//!
//! The table is our own. A row is a language, the beginnings and the ends that take away, and
//! between them the words that only begin so; a star stands for any ending. Weakness: a word that
//! begins so by chance and is not in the table ("union" is) counts as privative.

use super::column;
use crate::lang::Language;

pub(super) static TABLE: &str = include_str!("privation.tsv");

/// The fewest letters of a privative word.
const SHORTEST: usize = 6;

/// Whether a folded word is privative in a language, as far as the table tells.
pub(super) fn is_privative(word: &str, language: &Language) -> bool {
    let code = column(language.code);
    let Some(row) = rows().find(|row| row.code == code) else { return false };
    let begins = || parts(row.beginnings).any(|beginning| word.starts_with(beginning));
    let is_excepted = || parts(row.exceptions).any(|pattern| is_form(pattern, word));
    word.chars().count() >= SHORTEST
        && (begins() && !is_excepted() || parts(row.ends).any(|end| word.ends_with(end)))
}

/// Whether a word is a pattern, or begins as it where it ends in a star.
pub(super) fn is_form(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == pattern,
    }
}

struct Row {
    code: &'static str,
    beginnings: &'static str,
    exceptions: &'static str,
    ends: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().filter_map(|line| {
        let mut cells = line.split('\t');
        let mut cell = || cells.next();
        Some(Row { code: cell()?, beginnings: cell()?, exceptions: cell()?, ends: cell()? })
    })
}

fn parts(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn takes_away(code: &str, privative: &str, others: &str) {
        let language = Language::from_tag(code).unwrap();
        for word in privative.split(' ') {
            assert!(is_privative(word, language), "{word}");
        }
        for word in others.split(' ') {
            assert!(!is_privative(word, language), "{word}");
        }
    }

    #[test]
    fn words_that_take_away_are_told_from_those_that_begin_like_them() {
        takes_away(
            "en",
            "unclear impractical impossible incomplete insufficient intolerance irregular hopeless",
            "uncle under improve important income insulin integer immune illness discuss",
        );
        takes_away("nb", "ulovlig ukjent inkompetent symptomfri", "utenfor under ungdom urinprøve");
        takes_away("sv", "okända olaglig okonverterat", "oktober ordning opposition");
        takes_away("da", "ulovlig farveløs", "udenfor ugentlig");
        takes_away("de", "unbekannt inakzeptabel erfolglos", "unterwegs universell");
        takes_away("nl", "onbekend incompleet draadloos", "onderzoek ontvangen");
        takes_away(
            "fr",
            "injuste indigne inconnu impossible illégal",
            "industrie important infection",
        );
        takes_away("nn", "ulovleg ukjend", "utanfor under");
    }

    #[test]
    fn rows_are_sorted_languages() {
        assert!(rows().map(|row| row.code).is_sorted());
        assert_eq!(rows().count(), TABLE.lines().count());
        for row in rows() {
            assert!(Language::from_tag(row.code).is_ok());
        }
    }
}
