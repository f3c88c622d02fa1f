//! Finnish.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static FI: Language = Language {
    code: "fi",
    name: "Finnish",
    script: Script::Latin,
    profile: &[
        "ja", "on", "ei", "se", "että", "oli", "hän", "mutta", "kun", "niin", "ovat", "myös",
        "joka", "sen", "hänen", "kuin", "mitä", "ole", "olla", "ollut", "jos", "vain", "nyt",
        "tämä", "sitä", "hänet", "kanssa", "jo", "sekä", "mukaan", "vielä", "jotka", "tai",
        "sitten",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('”', '”'), ('»', '»'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
