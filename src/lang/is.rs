//! Icelandic.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static IS: Language = Language {
    code: "is",
    name: "Icelandic",
    script: Script::Latin,
    profile: &[
        "og", "að", "í", "á", "sem", "er", "það", "við", "um", "til", "hann", "en", "ekki", "með",
        "af", "fyrir", "var", "ég", "þetta", "þá", "eru", "hún", "frá", "hafa", "hefur", "eftir",
        "þegar", "svo", "þau", "þeir", "eða", "vera", "þessi", "voru", "verið", "því", "upp",
        "mun", "yfir", "undir", "einn",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &['.', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('„', '“'), ('"', '"'), ('“', '”')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
