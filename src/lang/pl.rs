//! Polish.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static PL: Language = Language {
    code: "pl",
    name: "Polish",
    script: Script::Latin,
    profile: &[
        "i", "w", "nie", "na", "się", "że", "to", "jest", "z", "do", "o", "jak", "ale", "po", "co",
        "tak", "za", "od", "przez", "dla", "jego", "był", "być", "może", "tylko", "przy", "który",
        "które", "jej", "są", "oraz", "także", "lub", "ich", "już", "czy", "roku", "tym",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('„', '”'), ('«', '»'), ('"', '"')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
