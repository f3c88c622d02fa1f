//! Russian.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static RU: Language = Language {
    code: "ru",
    name: "Russian",
    script: Script::Cyrillic,
    profile: &[],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('„', '“'), ('"', '"'), ('“', '”')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
