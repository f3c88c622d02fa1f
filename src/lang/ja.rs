//! Japanese.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static JA: Language = Language {
    code: "ja",
    name: "Japanese",
    script: Script::Japanese,
    profile: &[],
    orthography: Orthography {
        decimal: '.',
        group: &[',', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('「', '」'), ('『', '』'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
