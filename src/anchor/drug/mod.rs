//! Medicines by their international nonproprietary name (INN), in any language's form of it, and
//! words that are such a name corrupted.
//!
//! Source: the INN as `knowledge/inn` has them; forms by `form`, Hebrew by consonants and learned
//! letter correspondences. Complexity: a fold and one hash look-up a word. Weakness: national names
//! that are not the INN (acetaminophen) are values of their own; brand names are none.

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::gazetteer::Known;
use super::passage::Passage;
use super::word_type::Hints;
use super::{Anchor, Key, Kind, Strength, Value};
use crate::lang::{Language, Script};
use crate::span::Span;

mod consonants;
mod form;
mod ordinary;
mod suspect;

pub(super) use ordinary::is_known;
pub use suspect::{Suspect, nearest, nearest_on_both_sides};

use suspect::ENTRIES;

/// A medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Drug {
    /// Its INN in English, lower case.
    pub inn: &'static str,
}

impl Drug {
    pub(super) fn key(self) -> Key {
        Key::of(Kind::Drug, &[self.inn.as_bytes()])
    }
}

impl fmt::Display for Drug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.inn)
    }
}

static FOLDED: LazyLock<FxHashMap<&'static [u8], &'static str>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for entry in ENTRIES.iter() {
        table.entry(&*entry.folded).or_insert(entry.inn);
    }
    table
});

/// Fewest letters of a folded name; shorter ones are words of some language.
const SHORTEST: usize = 5;

/// Everyday words that fold to a name: French "next" to procaine, Scandinavian "the bowl" to
/// squalene.
const EVERYDAY: &[&str] =
    &["prochain", "prochaine", "prochains", "prochaines", "skalen", "skålen", "skålens"];

/// The medicine that a word names, inflected or not.
pub fn drug(word: &str, language: &Language) -> Option<Drug> {
    if word.starts_with(|c| ('א'..='ת').contains(&c)) {
        return consonants::drug(word, language);
    }
    if EVERYDAY.iter().any(|everyday| word.eq_ignore_ascii_case(everyday)) {
        return None;
    }
    let folded = form::fold(word);
    let known = |folded: &[u8]| {
        let long = folded.len() >= SHORTEST;
        FOLDED.get(folded).filter(|_| long).map(|inn| Drug { inn })
    };
    known(&folded).or_else(|| {
        endings(language).iter().find_map(|ending| {
            let stem = folded.strip_suffix(ending.as_bytes())?;
            known(stem).filter(|_| stem.len() > SHORTEST)
        })
    })
}

/// Endings that a folded name may have in a language.
fn endings(language: &Language) -> &'static [&'static str] {
    match language.code {
        "nb" | "nn" | "da" | "sv" => &["s", "en", "et", "ens", "ets"],
        "nl" | "de" | "en" | "is" => &["s"],
        "fi" => &["in", "n", "ia", "il", "ist", "it", "i"],
        "ru" | "pl" | "el" => &["u", "em", "om", "um"],
        _ => &[],
    }
}

/// Whether a folded word begins with a name that another word follows: "valproatbehandling",
/// "hydrokortisonbutyrat".
fn begins_with_drug(folded: &[u8]) -> bool {
    (SHORTEST + 1..folded.len()).any(|end| FOLDED.contains_key(&folded[..end]))
}

/// The medicine that a word of running text names.
pub(super) fn named(word: &str, script: Script, language: &Language) -> Option<Drug> {
    let spelled =
        matches!(script, Script::Latin | Script::Cyrillic | Script::Greek | Script::Hebrew);
    if spelled && word.len() >= SHORTEST { drug(word, language) } else { None }
}

/// Gives each medicine named.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    if !passage.has(Hints::DRUG) {
        return;
    }
    // A country may fold to a medicine: "Filippinene" to filipin.
    let is_country = |span: Span| {
        let mut over = passage.hits.iter().filter(|hit| hit.span.overlaps(span));
        over.any(|hit| matches!(hit.known, Known::Territory(_)))
    };
    for (_, token) in passage.words_with(Hints::DRUG) {
        if let Some(drug) = passage.types.drug(token.word_type)
            && !is_country(token.span)
        {
            let (value, span) = (Value::Drug(drug), token.span);
            anchors.push(Anchor { value, span, strength: Strength::Firm });
        }
    }
}
