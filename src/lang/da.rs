//! Danish.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static DA: Language = Language {
    code: "da",
    name: "Danish",
    script: Script::Latin,
    profile: &[
        "ikke", "jeg", "også", "af", "hvor", "hvad", "noget", "kun", "nu", "efter", "meget", "fra",
        "mig", "dig", "sig", "mellem", "der", "være", "blev", "bliver", "siger", "har", "til",
        "eller", "og", "som", "på", "med", "det", "en", "er", "i", "at", "for", "de", "den", "om",
        "han", "hun", "vi", "men", "kan", "skal", "var", "et", "havde", "når", "op", "ud", "over",
        "under", "mod", "ved", "siden", "selv", "nogle", "andre", "flere", "mere", "disse",
        "denne", "dette", "blevet", "hvis",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &['.', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('»', '«'), ('”', '”'), ('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
