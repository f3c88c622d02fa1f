//! Swedish.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static SV: Language = Language {
    code: "sv",
    name: "Swedish",
    script: Script::Latin,
    profile: &[
        "inte", "jag", "också", "av", "var", "vad", "något", "bara", "nu", "efter", "mycket",
        "från", "mig", "dig", "sig", "mellan", "där", "vara", "blev", "blir", "säger", "har",
        "till", "eller", "och", "som", "på", "med", "det", "en", "är", "i", "att", "för", "de",
        "den", "om", "han", "hon", "vi", "men", "kan", "ska", "ett", "hade", "när", "upp", "ut",
        "över", "under", "mot", "vid", "sedan", "själv", "några", "andra", "flera", "mer", "dessa",
        "denna", "detta", "skulle",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('”', '”'), ('"', '"'), ('»', '»'), ('»', '«'), ('“', '”')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
