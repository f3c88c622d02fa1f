//! Shapes named after a letter, and the prefixes of mirror images.

use super::super::Strength;
use super::super::passage::Passage;
use super::super::tokens::{char_at, char_before};
use super::super::word_type::Hints;
use super::{Formula, Found};
use crate::span::Span;

/// Letters that things are shaped like.
const LETTERS: &str = "CJLOSTUVWXYZ";

/// Beginnings of the word behind "U-".
const BEHIND: &[&str] = &[
    "shape", "form", "förmig", "foermig", "vorm", "образ", "muoto", "laga", "kształt", "curve",
    "kurve",
];

/// Words before the letter.
const BEFORE: &[&str] = &[
    "בצורת", "צורת", "דמוי", "דמוית", "עקומת", "forme de", "forma de", "forma di", "a forma di",
    "courbe en", "courbes en", "forme en", "relation en", "association en", "litery",
];

pub(super) fn extract(passage: &Passage, found: &mut Found) {
    let text = &passage.text[..passage.span.end];
    for (_, word) in passage.words_with(Hints::SYMBOL) {
        let form = word.span.of(text);
        let hyphen = char_at(text, word.span.end).filter(|c| matches!(c, '-' | '‑' | '–'));
        let behind = hyphen.map_or("", |hyphen| &text[word.span.end + hyphen.len_utf8()..]);
        let letter =
            form.chars().next().filter(|letter| LETTERS.contains(*letter) && form.len() == 1);
        if let Some(letter) = letter {
            let spaced = text[word.span.end..].strip_prefix(' ').unwrap_or_default();
            let shaped = BEHIND.iter().any(|start| behind.starts_with(start))
                || spaced.starts_with("shaped")
                || spaced.starts_with("образ");
            let before = text[passage.span.start..word.span.start].trim_end();
            let separated = before.len() < word.span.start - passage.span.start;
            let named = separated && BEFORE.iter().any(|phrase| ends_with_phrase(before, phrase));
            let alone = !char_at(text, word.span.end)
                .is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’');
            if shaped || (named && alone) {
                found.add(Formula::Shape(letter), word.span, Strength::Firm);
                continue;
            }
        }
        let isomer = matches!(form, "L" | "D" | "DL")
            && hyphen.is_some()
            && behind.starts_with(|c: char| {
                let noun = passage.language.code == "de" && c.is_alphabetic();
                c.is_lowercase() || ('א'..='ת').contains(&c) || noun
            })
            && behind.chars().take_while(|c| c.is_alphabetic()).count() >= 5
            && !behind.to_lowercase().starts_with("vitamin")
            && !char_before(text, word.span.start).is_some_and(|c| c.is_alphanumeric());
        if isomer {
            let span = Span::new(word.span.start, word.span.end + 1);
            found.add(Formula::Isomer(form.into()), span, Strength::Firm);
        }
    }
}

fn ends_with_phrase(text: &str, phrase: &str) -> bool {
    text.strip_suffix(phrase).is_some_and(|rest| {
        rest.chars().next_back().is_none_or(|c| !c.is_alphabetic() || ('א'..='ת').contains(&c))
    })
}
