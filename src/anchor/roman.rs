//! Roman numerals where they number what stands before them: "World War II", "Louis XIV", "phase III".
//!
//! Source: the subtractive notation in capitals. Complexity: one look at each word of capitals.
//! Weakness: an abbreviation of the letters I, V and X passes for a number, so that its anchor is
//! weak; "I", "V" and "X" alone and "IV" need a word that is numbered in this way.

use super::passage::Passage;
use super::tokens::{Case, Token};

/// Words that Roman numerals follow, in small letters; Hebrew ones may have particles before them.
const NUMBERED: &[&str] = &[
    "band", "bind", "capitolo", "chapitre", "chapter", "class", "classe", "fas", "fasa", "fase",
    "faktor", "factor", "grad", "grade", "hoofdstuk", "kapitel", "kapittel", "klass", "klasse",
    "phase", "stade", "stadie", "stadium", "stage", "tipo", "tome", "typ", "type", "volume",
];
const NUMBERED_IN_HEBREW: &[&str] =
    &["שלב", "פאזה", "סוג", "טיפוס", "פרק", "דרגה", "כרך", "גורם", "מחלקה"];

/// Whether a word may be a numeral that numbers something.
pub(super) fn may_be(word: &str) -> bool {
    roman(word).is_some_and(|value| value < 100)
}

/// The value of a word that numbers the one before it.
pub(super) fn numbering(passage: &Passage, before: &Token, word: &Token) -> Option<i64> {
    let text = passage.text;
    let form = word.span.of(text);
    let value = roman(form).filter(|value| *value < 100)?;
    let gap = &text[before.span.end..word.span.start];
    let behind = passage.rest(word.span.end);
    let glued = behind.starts_with(|c: char| c.is_alphanumeric())
        || behind.starts_with(['-', '/'])
            && behind[1..].starts_with(|c: char| c.is_ascii_uppercase());
    if !matches!(gap, " " | "\u{a0}" | "-" | "־") || before.case == Case::Upper || glued {
        return None;
    }
    let is_plain = form.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
    let sure = match form {
        "I" | "V" | "X" | "IV" | "XX" | "XXX" => false,
        _ => is_plain || form.len() > 2 && before.case == Case::Capital,
    };
    let king = form.len() > 1 && form != "XX" && form != "XXX" && before.case == Case::Capital;
    (sure || king || is_numbered(before.span.of(text))).then_some(value)
}

fn is_numbered(word: &str) -> bool {
    let bare = word.trim_start_matches(['ו', 'ב', 'ל', 'מ', 'ה']);
    NUMBERED.iter().any(|known| word.eq_ignore_ascii_case(known))
        || NUMBERED_IN_HEBREW.iter().any(|known| word == *known || bare == *known)
}

/// The value of a Roman numeral in capitals, well formed.
pub(super) fn roman(text: &str) -> Option<i64> {
    const PLACES: [(&str, i64); 13] = [
        ("M", 1000),
        ("CM", 900),
        ("D", 500),
        ("CD", 400),
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let mut rest = text;
    let mut value = 0;
    for (sign, worth) in PLACES {
        let most = if sign.len() == 2 || matches!(sign, "D" | "L" | "V") { 1 } else { 3 };
        for _ in 0..most {
            let Some(shorter) = rest.strip_prefix(sign) else { break };
            (rest, value) = (shorter, value + worth);
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}
