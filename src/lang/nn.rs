//! Norwegian Nynorsk.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static NN: Language = Language {
    code: "nn",
    name: "Norwegian Nynorsk",
    script: Script::Latin,
    profile: &[
        "ikkje", "eg", "ikkja", "òg", "kva", "kvar", "korleis", "noko", "berre", "no", "etter",
        "mykje", "frå", "meg", "deg", "seg", "mellom", "der", "vere", "vart", "blir", "seier",
        "har", "til", "eller", "og", "som", "på", "med", "det", "ein", "er", "i", "at", "for", "å",
        "dei", "den", "om", "han", "ho", "vi", "men", "kan", "skal", "var", "eit", "hadde", "når",
        "opp", "ut", "over", "under", "mot", "ved", "sidan", "sjølv", "nokon", "andre", "fleire",
        "meir", "desse", "denne", "dette", "me", "vore",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('"', '"'), ('“', '”'), ('”', '”')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
