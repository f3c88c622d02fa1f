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
    sentence: Sentence {
        abbreviations: &[
            "admón", "apdo", "aprox", "arq", "art", "av", "avda", "c", "c/", "cap", "cf", "cfr",
            "cnel", "ctra", "cía.s", "d", "da", "dcha", "depto", "dpto", "dr", "dra", "dña",
            "ed.l", "ej", "esp", "etc.s", "excma", "excmo", "figs", "fr", "gob", "gral", "hnos",
            "ibid", "ilma", "ilmo", "ing", "izq", "lic", "min", "mons", "mtro", "n", "ntra", "nº",
            "núm", "núms", "op.cit", "p", "p.ej", "pbro", "pdo", "pp", "prof", "profa", "pza",
            "pág", "págs", "párr", "rte", "sgto", "sig", "sigs", "sra", "sras", "sres", "srta",
            "ss", "sta", "sto", "teléf", "trad", "tte", "ud", "uds", "v", "vd", "vds", "vid",
            "vol", "vols", "vs", "íd",
        ],
        numbered: &[
            "abr", "ago", "aprox", "art", "av", "c", "cap", "dic", "ene", "feb", "fig", "jul",
            "jun", "mar", "n", "no", "nov", "nº", "núm", "oct", "p", "pp", "pág", "págs", "sep",
            "sept", "tel", "vol",
        ],
        closing: &["etc"],
        ambiguous: &[
            "a.c", "a.m", "al", "cm", "co", "cía", "d.c", "ee", "ee.uu", "inc", "jr", "kg", "km",
            "ltd", "p.m", "s.a", "s.l", "sr", "u.s", "uu",
        ],
        starters: &[
            "a", "además", "ahora", "al", "algunos", "ante", "aquel", "aquí", "así", "aunque",
            "cada", "como", "con", "cuando", "cuándo", "cómo", "de", "del", "desde", "dos",
            "durante", "dónde", "el", "ella", "ellas", "ellos", "en", "entonces", "entre", "era",
            "es", "esa", "esas", "ese", "esos", "esta", "estas", "este", "estos", "fue", "ha",
            "había", "hasta", "hay", "la", "las", "le", "lo", "los", "me", "mi", "mientras",
            "muchos", "muy", "más", "no", "nosotros", "nuestro", "o", "otra", "otro", "para",
            "pero", "por", "porque", "que", "quien", "quién", "qué", "se", "según", "si", "sin",
            "sino", "sobre", "su", "sus", "también", "todos", "tras", "tres", "tú", "un", "una",
            "unas", "unos", "usted", "y", "ya", "yo", "él",
        ],
        months: &[
            "abril", "agosto", "diciembre", "enero", "febrero", "julio", "junio", "marzo", "mayo",
            "noviembre", "octubre", "septiembre",
        ],
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
