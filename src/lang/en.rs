//! English.

use super::{Convention, Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static EN: Language = Language {
    code: "en",
    name: "English",
    script: Script::Latin,
    profile: &[
        "the", "of", "and", "to", "in", "is", "that", "was", "for", "with", "it", "as", "on", "by",
        "his", "her", "at", "from", "are", "this", "be", "have", "had", "not", "they", "which",
        "but", "were", "has", "been", "their", "an", "or", "one", "we", "you", "all", "would",
        "there", "when", "who", "will", "more", "if", "no", "out", "so", "up", "said", "what",
        "about", "into", "than", "them", "can", "only", "other",
    ],
    orthography: Orthography {
        decimal: '.',
        group: &[',', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')],
    },
    sentence: Sentence {
        abbreviations: &[
            "abbr", "adm", "approx", "assoc", "asst", "attn", "atty", "brig", "c.f", "ca", "capt",
            "cf", "chas", "cmdr", "col", "cpl", "dr", "e.g", "eg", "esp", "excl", "gen", "gen.l",
            "geo", "gov", "hon", "i.e", "ie", "incl", "insp", "jos", "lt", "lt.gov", "maj",
            "messrs", "mmes", "mr", "mrs", "ms", "mt", "mx", "n.b", "nb", "prof", "pvt", "resp",
            "rev", "rt", "rt.hon", "sen", "sgt", "sgt.maj", "sr.ra", "ste", "supt", "thos", "viz",
            "vs", "wm",
        ],
        numbered: &[
            "app", "approx", "apr", "art", "aug", "bk", "c", "ca", "ch", "chap", "cl", "col",
            "dec", "eq", "eqs", "est", "ext", "fax", "feb", "fig", "figs", "fol", "jan", "jul",
            "jun", "lb", "mar", "no", "nos", "nov", "oct", "p", "par", "para", "pg", "pl", "pp",
            "pt", "r", "s", "sec", "sect", "sep", "sept", "st", "tab", "tel", "v", "vol", "vols",
        ],
        closing: &["et.c", "etc"],
        ambiguous: &[
            "a.m", "al", "am", "apr", "apt", "ariz", "ark", "assn", "aug", "ave", "b.a", "blvd",
            "bros", "calif", "co", "colo", "conn", "corp", "d.c", "dec", "del", "dept", "e.u",
            "ed", "eds", "esq", "est", "feb", "fla", "ft", "govt", "hr", "hrs", "inc", "intl",
            "jan", "jr", "kan", "ky", "lb", "lbs", "llc", "ltd", "m.a", "m.d", "md", "mfg", "mich",
            "min", "minn", "mins", "mo", "natl", "neb", "nev", "nov", "oct", "okla", "oz", "p.m",
            "pa", "penn", "ph.d", "phd", "plc", "pm", "r.i", "rd", "sep", "sept", "sr", "st",
            "sts", "tenn", "tex", "thu", "thur", "thurs", "tue", "tues", "u.k", "u.n", "u.s",
            "u.s.a", "univ", "va", "vt", "wis", "wyo", "yr", "yrs",
        ],
        starters: &[
            "a", "according", "after", "all", "also", "although", "among", "an", "and", "another",
            "are", "as", "at", "because", "before", "between", "both", "but", "by", "can", "could",
            "despite", "did", "do", "does", "down", "during", "each", "either", "even", "every",
            "few", "finally", "for", "from", "furthermore", "had", "has", "have", "he", "her",
            "here", "his", "how", "however", "i", "if", "in", "indeed", "instead", "is", "it",
            "its", "just", "less", "let", "like", "many", "may", "maybe", "meanwhile", "might",
            "more", "moreover", "most", "must", "my", "neither", "no", "nor", "not", "now", "of",
            "on", "once", "one", "only", "or", "other", "our", "over", "perhaps", "please",
            "several", "she", "should", "since", "so", "some", "such", "thank", "thanks", "that",
            "the", "their", "then", "there", "therefore", "these", "they", "this", "those",
            "though", "three", "thus", "to", "today", "two", "under", "unless", "until", "up",
            "was", "we", "well", "were", "what", "when", "where", "whether", "which", "while",
            "who", "whose", "why", "will", "with", "would", "yes", "yesterday", "yet", "you",
            "your",
        ],
        months: &[
            "apr", "april", "aug", "august", "dec", "december", "feb", "february", "jan",
            "january", "jul", "july", "jun", "june", "mar", "march", "may", "nov", "november",
            "oct", "october", "sep", "sept", "september",
        ],
        lower: Convention::Cuts,
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
