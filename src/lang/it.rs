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
    sentence: Sentence {
        abbreviations: &[
            "abbr", "ad.es", "arch", "art", "artt", "avv", "c.so", "ca", "cap", "cfr", "cit",
            "col", "don", "dott", "dott.ssa", "dr", "ecc.s", "ed", "egr", "es", "fig", "figg",
            "gen", "gent", "geom", "ill", "ing", "lett", "mons", "n", "nn", "nr", "on", "op.cit",
            "p", "p.es", "p.le", "p.za", "pag", "pagg", "par", "pp", "pres", "prof", "prof.ssa",
            "rev", "rif", "s", "sec", "seg", "segg", "sen", "sig", "sig.na", "sig.ra", "sigg",
            "spett", "ss", "tel", "trad", "v", "vol", "voll", "vs",
        ],
        numbered: &[
            "ago", "apr", "art", "artt", "cap", "dic", "feb", "fig", "gen", "giu", "lug", "mag",
            "mar", "n", "nn", "nov", "nr", "ott", "p", "pag", "pagg", "par", "pp", "sec", "set",
            "tel", "vol",
        ],
        closing: &["ecc", "etc"],
        ambiguous: &[
            "a.c", "al", "cm", "co", "d.c", "inc", "jr", "kg", "km", "ltd", "s.p.a", "s.r.l",
            "spa", "sr", "srl", "u.s", "u.s.a",
        ],
        starters: &[
            "a", "al", "alcuni", "alla", "allora", "altro", "anche", "aveva", "che", "chi", "ci",
            "come", "con", "cosa", "così", "da", "dal", "dalla", "dei", "del", "della", "delle",
            "di", "dopo", "dove", "due", "durante", "e", "egli", "era", "fra", "fu", "già", "gli",
            "ha", "i", "il", "in", "inoltre", "io", "la", "le", "lei", "lo", "loro", "lui", "ma",
            "mentre", "molti", "nei", "nel", "nella", "nelle", "noi", "non", "o", "ogni", "ora",
            "per", "perché", "però", "più", "prima", "quando", "quella", "quello", "questa",
            "queste", "questi", "questo", "qui", "se", "secondo", "si", "su", "sua", "sul",
            "sulla", "suo", "tra", "tre", "tu", "tuttavia", "tutti", "un", "una", "uno", "voi",
            "è",
        ],
        months: &[
            "agosto", "aprile", "dicembre", "febbraio", "gennaio", "giugno", "luglio", "maggio",
            "marzo", "novembre", "ottobre", "settembre",
        ],
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
