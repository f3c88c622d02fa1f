//! Norwegian Bokmål.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static NB: Language = Language {
    code: "nb",
    name: "Norwegian Bokmål",
    script: Script::Latin,
    profile: &[
        "ikke", "jeg", "også", "av", "hvor", "hva", "noe", "bare", "nå", "etter", "mye", "fra",
        "meg", "deg", "seg", "mellom", "der", "være", "ble", "blir", "sier", "har", "til", "eller",
        "og", "som", "på", "med", "det", "en", "er", "i", "at", "for", "å", "de", "den", "om",
        "han", "hun", "vi", "men", "kan", "skal", "var", "et", "hadde", "når", "opp", "ut", "over",
        "under", "mot", "ved", "siden", "selv", "noen", "andre", "flere", "mer", "disse", "denne",
        "dette",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('"', '"'), ('“', '”'), ('”', '”'), ('„', '“')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
