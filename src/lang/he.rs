//! Hebrew.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static HE: Language = Language {
    code: "he",
    name: "Hebrew",
    script: Script::Hebrew,
    profile: &[],
    orthography: Orthography {
        decimal: '.',
        group: &[',', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('"', '"'), ('”', '”'), ('“', '”'), ('„', '”'), ('״', '״')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
