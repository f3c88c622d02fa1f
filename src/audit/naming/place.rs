//! Which places a text speaks of: countries, their people and languages, cities.
//!
//! Words are compared with the beginnings of names in the language of the text, so that endings,
//! adjectives and compounds meet ("Spanienmatchen", "brasilianske"). Linear in the text; one table
//! a language, built when first needed. Weakness: a word that begins like a country counts as one,
//! which hides a divergence and never makes one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::knowledge::{cldr, peoples, places, zones};
use crate::lang::words::{fold, words};
use crate::lang::{self, Language, Script};

/// A country by its ISO 3166 or UN M49 code, a city by its time zone.
pub(super) type Place = &'static str;

/// Letters that a beginning is found by.
const KEY: usize = 3;

/// The beginnings of one language by their first letters.
struct Beginnings {
    forms: BTreeMap<String, Vec<(String, Place)>>,
    /// The cities as they are written.
    cities: BTreeSet<String>,
    takes_particles: bool,
}

/// Whether a city lies in a country.
pub(super) fn is_in(city: &str, country: &str) -> bool {
    zones::country(city) == Some(country)
}

/// Whether the one is a city and the other its country, which one may say for the other.
pub(super) fn are_one_place(one: &str, other: &str) -> bool {
    is_in(one, other) || is_in(other, one)
}

/// The places that the words of a text name.
pub(super) fn places(text: &str, language: &'static Language) -> Vec<Place> {
    let beginnings = Beginnings::of(language);
    let mut found = Vec::new();
    let lower = fold(text);
    for (at, _) in words(&lower) {
        let rest = &lower[at..];
        beginnings.at(rest, &mut found);
        if beginnings.takes_particles {
            let ends = rest.char_indices().skip(1).take(3).map(|(at, _)| at);
            for end in ends {
                beginnings.at(&rest[end..], &mut found);
            }
        }
    }
    // The second part of "Nord-Korea" begins a word of its own; that of a compound does not.
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a word is the name of a city as it stands, one particle and a genitive aside.
pub(in crate::audit) fn is_city(word: &str, language: &'static Language) -> bool {
    const FEWEST: usize = 4;
    let beginnings = Beginnings::of(language);
    let whole = fold(word);
    let bare = whole.strip_suffix("'s").or(whole.strip_suffix('s')).unwrap_or(&whole);
    let mut forms: Vec<&str> = vec![&whole, bare];
    if beginnings.takes_particles {
        let rests = language.inflection.without_particles(&whole);
        let one_less = whole.chars().count().saturating_sub(1);
        forms.extend(rests.into_iter().filter(|rest| rest.chars().count() == one_less));
    }
    let mut long = forms.into_iter().filter(|form| form.chars().count() >= FEWEST);
    long.any(|form| beginnings.cities.contains(form))
}

impl Beginnings {
    fn of(language: &'static Language) -> &'static Beginnings {
        static ALL: [OnceLock<Beginnings>; lang::ALL.len()] =
            [const { OnceLock::new() }; lang::ALL.len()];
        static EMPTY: OnceLock<Beginnings> = OnceLock::new();
        let index = lang::ALL.iter().position(|other| *other == language);
        let cell = index.and_then(|index| ALL.get(index)).unwrap_or(&EMPTY);
        cell.get_or_init(|| Beginnings::build(language))
    }

    fn build(language: &Language) -> Beginnings {
        let code = language.code;
        let mut forms: BTreeMap<String, Vec<(String, Place)>> = BTreeMap::new();
        let mut cities = BTreeSet::new();
        let mut add = |form: String, place: Place| {
            // A capital may stand without its accent.
            let bare =
                form.strip_prefix('é').filter(|_| code == "fr").map(|rest| format!("e{rest}"));
            for form in bare.into_iter().chain([form]) {
                let key: String = form.chars().take(KEY).collect();
                let of_key = forms.entry(key).or_default();
                if !of_key.contains(&(form.clone(), place)) {
                    of_key.push((form, place));
                }
            }
        };
        for (place, cell) in cldr::by_column(cldr::TERRITORIES, code) {
            for form in cldr::forms(cell).filter(|_| !matches!(place, "001" | "019")) {
                add(beginning(form), place);
            }
        }
        for (place, form) in places::forms(code) {
            add(beginning(form), place);
        }
        for (place, form) in peoples::beginnings(code) {
            if place.starts_with("x-") {
                cities.insert(form.to_owned());
            }
            add(form.to_owned(), place);
        }
        // Where a language has no form of its own, it has the English one.
        let english = cldr::by_column(cldr::CITIES, "en");
        for ((place, own), (_, english)) in cldr::by_column(cldr::CITIES, code).zip(english) {
            for form in cldr::forms(if own.is_empty() { english } else { own }) {
                let whole = fold(form);
                cities.insert(whole.clone());
                let ending = whole.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
                let stem = if ending.chars().count() >= 4 { ending } else { &whole };
                add(stem.to_owned(), place);
            }
        }
        let takes_particles = matches!(language.script, Script::Hebrew | Script::Arabic);
        Beginnings { forms, cities, takes_particles }
    }

    fn at(&self, rest: &str, found: &mut Vec<Place>) {
        let end = rest.char_indices().nth(KEY).map_or(rest.len(), |(at, _)| at);
        // Beginnings of two letters are whole names, "us".
        let short = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
        for key in [&rest[..end], &rest[..short]] {
            let Some(forms) = self.forms.get(key) else { continue };
            found.extend(forms.iter().filter_map(|(form, place)| {
                let tail = rest.strip_prefix(form.as_str())?;
                let is_whole =
                    form.chars().count() >= KEY || !tail.starts_with(char::is_alphabetic);
                is_whole.then_some(*place)
            }));
        }
    }
}

/// What every form of the name of a country, and of its people, begins with: two thirds of it, and
/// no less than four letters.
fn beginning(form: &str) -> String {
    let lower = fold(form);
    let letters = lower.chars().count();
    let least = if lower.starts_with(|c| ('א'..='ת').contains(&c)) { 3 } else { 4 };
    let kept = if letters <= 5 {
        let stem = lower.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'ה']);
        stem.chars().count().max(least)
    } else {
        (letters * 2).div_ceil(3)
    };
    lower.chars().take(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn names(code: &str, text: &str, expected: &[&str]) {
        let found = places(text, Language::from_tag(code).unwrap());
        for place in expected {
            assert!(found.contains(place), "{text}: {found:?} lack {place}");
        }
        if expected.is_empty() {
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }

    #[test]
    fn countries_people_and_cities_are_found_in_any_form() {
        names("nb", "de brasilianske tollerne", &["BR"]);
        names("en", "Brazil's customs; the Dutch", &["BR", "NL"]);
        names("sv", "Spanienmatchen i Wien", &["ES", "Europe/Vienna"]);
        names("he", "הצרפתים בבודפשט", &["FR", "Europe/Budapest"]);
        names("de", "in Bukarest", &["Europe/Bucharest"]);
        names("nb", "båten lå ved kaia", &[]);
    }
}
