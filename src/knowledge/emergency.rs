//! Telephone numbers of emergency services, and words that tell to call one.
//!
//! The numbers are those of the countries where our languages are spoken, as their authorities
//! publish them (ITU-T E.161.1, 112 in the European Union).

use crate::lang::Language;

/// Numbers, sorted.
static NUMBERS: &[&str] = &[
    "000", "061", "062", "091", "100", "101", "102", "103", "106", "108", "110", "111", "112",
    "113", "114", "115", "116", "117", "118", "119", "120", "122", "123", "133", "144", "15", "17",
    "18", "190", "192", "193", "911", "995", "997", "998", "999",
];

/// Whether a figure is the number of an emergency service somewhere.
pub fn is_number(figure: &str) -> bool {
    NUMBERS.binary_search(&figure).is_ok()
}

/// How words begin that tell to call, by language.
fn calls(code: &str) -> &'static [&'static str] {
    match code {
        "en" => &["call", "dial", "phone", "ring"],
        "nb" | "nn" | "da" => &["ring", "tast", "slå"],
        "sv" => &["ring", "slå", "larma"],
        "de" => &["wähl", "anruf", "ruf"],
        "nl" => &["bel", "draai"],
        "fr" => &["appel", "compos", "téléphon"],
        "es" => &["llam", "marc"],
        "it" => &["chiam", "compon"],
        "fi" => &["soit"],
        "pl" => &["zadzwo", "dzwon", "wybierz"],
        "he" => &["חייג", "לחייג", "התקשר", "להתקשר", "תתקשר"],
        _ => &[],
    }
}

/// Whether a word in lower case tells to call.
pub fn is_call(word: &str, language: &Language) -> bool {
    calls(language.code).iter().any(|stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_sorted() {
        assert!(NUMBERS.is_sorted_by(|a, b| a < b));
        assert!(is_number("112") && !is_number("12"));
    }
}
