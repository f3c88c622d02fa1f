//! Chinese.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static ZH: Language = Language {
    code: "zh",
    name: "Chinese",
    script: Script::Han,
    profile: &[],
    orthography: Orthography {
        decimal: '.',
        group: &[',', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('“', '”'), ('「', '」'), ('《', '》'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
