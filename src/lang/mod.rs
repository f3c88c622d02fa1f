//! What the library knows of each language: one file per language, one line per language in [`ALL`].

use std::fmt;

use crate::error::{Error, Result};

pub(crate) mod ascii_run;
pub(crate) mod clock;
pub(crate) mod cold;
mod comparator;
pub(crate) mod distinct;
mod dosing;
mod identify;
mod inflection;
pub(crate) mod letter;
pub(crate) mod memo;
mod numerals;
mod orthography;
mod sentence;
pub(crate) mod shelf;
pub(crate) mod words;
pub(crate) mod year_parts;

mod ar;
mod da;
mod de;
mod el;
mod en;
mod es;
mod fi;
mod fr;
mod he;
pub(crate) mod height;
mod is;
mod it;
mod ja;
mod nb;
mod nl;
mod nn;
mod pl;
mod ru;
pub mod script;
mod sv;
mod zh;

pub use comparator::Comparator;
pub use dosing::Dosing;
pub use identify::{Guess, identify};
pub use inflection::{Inflection, Plurals};
pub use numerals::{Compounds, DateOrder, HalfDay, Numerals};
pub use orthography::Orthography;
pub use sentence::{Convention, Numbers, Sentence};

/// Every language, by code.
pub static ALL: [&Language; 19] = [
    &ar::AR,
    &da::DA,
    &de::DE,
    &el::EL,
    &en::EN,
    &es::ES,
    &fi::FI,
    &fr::FR,
    &he::HE,
    &is::IS,
    &it::IT,
    &ja::JA,
    &nb::NB,
    &nl::NL,
    &nn::NN,
    &pl::PL,
    &ru::RU,
    &sv::SV,
    &zh::ZH,
];

/// A language and its data.
pub struct Language {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// English name.
    pub name: &'static str,
    /// The script it is written in.
    pub script: Script,
    /// Frequent short words, lower case, that tell it from its neighbours; most telling first.
    pub profile: &'static [&'static str],
    /// Marks: decimal and grouping, quotation.
    pub orthography: Orthography,
    /// How its sentences end.
    pub sentence: Sentence,
    /// Its number words, months and unit names.
    pub numerals: Numerals,
    /// Its affixes, for matching words to concepts.
    pub inflection: Inflection,
}

/// Scripts that matter to reading direction, segmentation and transliteration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Script {
    Latin,
    Hebrew,
    Arabic,
    Cyrillic,
    Greek,
    Japanese,
    Han,
}

impl Script {
    /// Whether lines run from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Script::Hebrew | Script::Arabic)
    }
}

impl Language {
    /// The language of a BCP 47 tag such as `nb`, `no`, `he-IL` or `iw`.
    pub fn from_tag(tag: &str) -> Result<&'static Language> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let code = match primary.as_str() {
            "no" | "nob" | "nor" => "nb",
            "nno" => "nn",
            "iw" | "heb" => "he",
            "eng" => "en",
            "swe" => "sv",
            "dan" => "da",
            "nld" | "dut" => "nl",
            "deu" | "ger" => "de",
            "fra" | "fre" => "fr",
            "ara" | "arb" => "ar",
            "cmn" | "zho" | "chi" => "zh",
            "ell" | "gre" => "el",
            "fin" => "fi",
            "isl" | "ice" => "is",
            "ita" => "it",
            "jpn" => "ja",
            "pol" => "pl",
            "rus" => "ru",
            "spa" => "es",
            other => other,
        };
        ALL.iter().copied().find(|language| language.code == code).ok_or_else(|| {
            let known: Vec<_> = ALL.iter().map(|language| language.code).collect();
            Error::expected(format!("a language out of {}", known.join(" ")), format!("\"{tag}\""))
        })
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_file_is_in_it() {
        let codes: Vec<_> = ALL.iter().map(|language| language.code).collect();
        assert!(codes.is_sorted());
        let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang");
        let mut files: Vec<_> = std::fs::read_dir(here)
            .unwrap()
            .filter_map(|entry| entry.unwrap().path().file_stem()?.to_str().map(str::to_owned))
            .filter(|stem| stem.len() == 2)
            .collect();
        files.sort();
        assert_eq!(files, codes);
    }
}
