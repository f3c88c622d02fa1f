//! Greek.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static EL: Language = Language {
    code: "el",
    name: "Greek",
    script: Script::Greek,
    profile: &[],
    orthography: Orthography {
        decimal: ',',
        group: &['.', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
