//! German.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static DE: Language = Language {
    code: "de",
    name: "German",
    script: Script::Latin,
    profile: &[
        "der", "die", "und", "das", "nicht", "ist", "ein", "eine", "den", "dem", "zu", "mit",
        "sich", "auf", "für", "von", "im", "des", "auch", "als", "an", "es", "er", "sie", "aus",
        "bei", "nach", "wie", "wird", "werden", "war", "sind", "noch", "einen", "einer", "um",
        "am", "aber", "hat", "dass", "daß", "oder", "haben", "nur", "vor", "zum", "zur", "bis",
        "mehr", "durch", "man", "sein", "wurde", "so", "wenn", "kann", "über",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &['.', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('„', '“'), ('»', '«'), ('«', '»'), ('"', '"'), ('‚', '‘'), ('›', '‹')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
