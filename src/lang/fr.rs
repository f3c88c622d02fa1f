//! French.

use super::{Convention, Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static FR: Language = Language {
    code: "fr",
    name: "French",
    script: Script::Latin,
    profile: &[
        "le", "la", "les", "des", "et", "est", "un", "une", "du", "dans", "que", "qui", "pour",
        "pas", "sur", "au", "par", "avec", "il", "elle", "ne", "ce", "se", "plus", "son", "sa",
        "ses", "sont", "mais", "nous", "vous", "ont", "aux", "cette", "être", "comme", "tout",
        "fait", "été", "même", "leur", "sans", "ou", "où", "était", "ils", "aussi", "deux", "ces",
        "dont",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    },
    sentence: Sentence {
        abbreviations: &[
            "adj", "adjt", "adv", "all", "apr.j", "av", "boul", "bx", "c.-à-d", "c.f", "cdt", "cf",
            "chap", "cie.s", "col", "coll", "càd", "dr", "dép", "ed", "ex", "fig", "figs", "fr",
            "fém", "gr", "gén", "ibid", "id", "ital", "j-c", "jr.e", "lt", "m", "masc", "me",
            "mgr", "mlle", "mlles", "mm", "mme", "mmes", "mr", "mrs", "ms", "num", "op.cit", "p",
            "p.ex", "par.ex", "pp", "pr", "r.p", "rens", "rte", "réf", "s.a.r", "s.e", "s.m",
            "s.s", "sgt", "ste", "sts", "trad", "tél", "v", "vs", "vve",
        ],
        numbered: &[
            "al", "apr", "art", "av", "avr", "ch", "chap", "déc", "env", "fig", "févr", "janv",
            "juil", "l", "liv", "max", "min", "n", "no", "nos", "nov", "oct", "p", "pp", "sept",
            "t", "tél", "vol", "§", "éd",
        ],
        closing: &["etc"],
        ambiguous: &[
            "al", "avr", "cie", "cm", "co", "corp", "déc", "févr", "h", "hab", "inc", "j.-c",
            "janv", "jr", "juil", "kg", "km", "ltd", "nov", "oct", "prof", "r.-u", "s.a",
            "s.a.r.l", "sarl", "sept", "sr", "st", "u.s", "u.s.a", "é.-u", "éd",
        ],
        starters: &[
            "a", "afin", "ainsi", "alors", "après", "au", "aucun", "aucune", "aussi", "autres",
            "aux", "avait", "avant", "avec", "beaucoup", "c'est", "car", "ce", "cependant",
            "certaines", "certains", "ces", "cet", "cette", "chaque", "chez", "comme", "comment",
            "d'abord", "dans", "de", "depuis", "des", "deux", "donc", "du", "dès", "elle", "elles",
            "en", "enfin", "ensuite", "entre", "est", "et", "grâce", "ici", "il", "ils", "je",
            "la", "le", "les", "leur", "leurs", "lorsque", "là", "ma", "maintenant", "mais",
            "malgré", "mes", "mon", "même", "ni", "non", "nos", "notre", "nous", "on", "or", "ou",
            "oui", "outre", "où", "par", "parce", "parmi", "pendant", "peut-être", "plus",
            "plusieurs", "pour", "pourquoi", "pourtant", "puis", "puisque", "quand", "quatre",
            "que", "quel", "quelle", "quelles", "quels", "qui", "quoi", "sa", "sans", "selon",
            "ses", "si", "son", "sous", "sur", "ton", "tous", "tout", "toute", "toutefois",
            "toutes", "trois", "tu", "un", "une", "vers", "vos", "votre", "vous", "y", "à",
            "était",
        ],
        months: &[
            "août", "avr", "avril", "déc", "décembre", "févr", "février", "janv", "janvier",
            "juil", "juillet", "juin", "mai", "mars", "nov", "novembre", "oct", "octobre", "sept",
            "septembre",
        ],
        semicolon: Convention::Cuts,
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
