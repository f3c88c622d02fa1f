//! Italian.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static IT: Language = Language {
    code: "it",
    name: "Italian",
    script: Script::Latin,
    profile: &[
        "il", "di", "che", "e", "la", "per", "un", "una", "non", "è", "in", "con", "sono", "del",
        "della", "dei", "le", "si", "da", "come", "al", "alla", "più", "anche", "ma", "gli",
        "questo", "nel", "nella", "ha", "dalla", "lo", "suo", "loro", "essere", "stato", "delle",
        "tra", "cui", "ed", "dal", "sul", "ai", "era", "hanno", "perché", "dopo",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &['.', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
