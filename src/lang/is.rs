//! Icelandic.

use super::{Inflection, Language, Numbers, Numerals, Orthography, Script, Sentence};

pub(super) static IS: Language = Language {
    code: "is",
    name: "Icelandic",
    script: Script::Latin,
    profile: &[
        "og", "að", "í", "á", "sem", "er", "það", "við", "um", "til", "hann", "en", "ekki", "með",
        "af", "fyrir", "var", "ég", "þetta", "þá", "eru", "hún", "frá", "hafa", "hefur", "eftir",
        "þegar", "svo", "þau", "þeir", "eða", "vera", "þessi", "voru", "verið", "því", "upp",
        "mun", "yfir", "undir", "einn",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &['.', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('„', '“'), ('"', '"'), ('“', '”')],
    },
    sentence: Sentence {
        abbreviations: &[
            "a.m.k", "a.n.l", "ath", "bls", "dr", "e.t.v", "etv", "f.h", "fr", "frh", "frv", "fv",
            "gr", "hr", "kl", "m.a", "m.a.s", "m.ö.o", "mbl", "mgr", "n.k", "nk", "nr", "prof",
            "ritstj", "s.k", "s.l", "s.s", "sbr", "skv", "sl", "sr", "st", "svo.k", "svok", "séra",
            "t.d", "tbl", "td", "u.þ.b", "uþb", "árg", "útg", "þ.e", "þ.m.t", "þ.á.m", "þe", "þýð",
        ],
        numbered: &[
            "bls", "ca", "gr", "kafli", "kl", "liður", "mgr", "nr", "s", "sími", "tölul", "u.þ.b",
        ],
        closing: &["m.fl", "o.fl", "o.s.frv", "o.þ.h", "ofl", "osfrv"],
        ambiguous: &[
            "cm", "co", "e.kr", "ehf", "f.kr", "fyrir", "hf", "inc", "kg", "km", "kr", "ltd",
            "millj", "þús",
        ],
        starters: &[
            "af", "allir", "annaðhvort", "að", "aðrir", "bæði", "ef", "eftir", "einnig", "ekkert",
            "ekki", "en", "enginn", "er", "eða", "frá", "fyrir", "gegn", "getur", "hafði", "hann",
            "hans", "hefur", "hennar", "hjá", "hvar", "hvað", "hvenær", "hver", "hvernig", "hvers",
            "hvert", "hvorki", "hér", "hún", "margir", "með", "milli", "minn", "nú", "og", "okkar",
            "samkvæmt", "samt", "sem", "sumir", "svo", "síðan", "til", "tveir", "undir", "var",
            "vegna", "við", "yfir", "á", "ég", "í", "þar", "þau", "það", "þegar", "þeir", "þeirra",
            "þess", "þessi", "þetta", "þinn", "þið", "þrír", "því", "þá", "þær", "þó", "þú",
        ],
        months: &[
            "apríl", "desember", "febrúar", "janúar", "júlí", "júní", "mars", "maí", "nóvember",
            "október", "september", "ágúst",
        ],
        numbers: Numbers::OrdinalAfterArticle,
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
