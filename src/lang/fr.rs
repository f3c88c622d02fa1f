//! French.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static FR: Language = Language {
    code: "fr",
    name: "French",
    script: Script::Latin,
    profile: &[
        "le", "la", "les", "des", "et", "est", "un", "une", "du", "dans", "que", "qui", "pour",
        "pas", "sur", "au", "par", "avec", "il", "elle", "ne", "ce", "se", "plus", "son", "sa",
        "ses", "sont", "mais", "nous", "vous", "ont", "aux", "cette", "être", "comme", "tout",
        "fait", "été", "même", "leur", "sans", "ou", "où", "était", "ils", "aussi", "deux", "ces",
        "dont",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
