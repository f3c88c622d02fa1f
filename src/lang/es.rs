//! Spanish.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static ES: Language = Language {
    code: "es",
    name: "Spanish",
    script: Script::Latin,
    profile: &[
        "el", "la", "los", "las", "de", "que", "y", "en", "un", "una", "es", "se", "no", "por",
        "con", "para", "su", "al", "lo", "como", "más", "pero", "sus", "le", "ya", "o", "este",
        "sí", "porque", "esta", "entre", "cuando", "muy", "sin", "sobre", "también", "me", "hasta",
        "hay", "donde", "quien", "desde", "todo", "nos", "durante", "ha", "fue", "son", "del",
        "está",
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
