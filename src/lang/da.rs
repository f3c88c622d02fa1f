//! Danish.

use super::{Inflection, Language, Numbers, Numerals, Orthography, Script, Sentence};

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
    sentence: Sentence {
        abbreviations: &[
            "adj", "adm", "adr", "afd", "afg", "afs", "alm", "amtsm", "ang", "ap", "apr.nr",
            "arkt", "bd", "bl", "bl.a", "bla", "ca", "cand", "cand.jur", "cand.mag", "cand.polit",
            "cand.scient", "civ.ing", "d.d", "d.e", "d.v.s", "dir", "disp", "dok", "dr", "dr.jur",
            "dr.med", "dr.phil", "dvs", "eks", "ekskl", "eksp", "evt", "excl", "f.eks", "f.o.m",
            "f.t", "feks", "fhv", "fig", "fmd", "forb", "forf", "fork", "forts", "fr", "frk", "gl",
            "gns", "h.c", "h.kgl.h", "hc", "hhv", "hpt", "hr", "i.e", "ib", "ibid", "ifm", "inkl",
            "insp", "jf", "jfr", "jnr", "jur", "kap", "kapt", "kbh", "kbm", "kgl", "kl", "kmst",
            "komm", "kpt", "lb", "lrs", "ltn", "m.a.o", "m.h.t", "m.t.h", "mag.art", "md", "mdl",
            "mdr", "medl", "mht", "mods", "mr", "mrs", "ms", "n.n", "nb", "nr", "nto", "o.m",
            "obl", "obs", "omkr", "op.cit", "ovenst", "overs", "p.a", "p.g.a", "p.t", "pct.sats",
            "pga", "ph.d.stud", "phil", "pkt", "plur", "pr", "prk", "prof", "provst", "reg",
            "resp", "s.k", "s.u", "skt", "sml", "spec", "st", "stk", "stud", "stud.med", "sv.t",
            "t.h", "t.o.m", "tel", "tlf", "u.st", "u.å", "uds", "undt", "univ", "ups", "v", "vedr",
            "vol", "vs", "å.d", "årg", "årh",
        ],
        numbered: &[
            "afsn", "apr", "art", "aug", "bd", "ca", "dec", "feb", "fig", "ill", "jan", "jf",
            "jul", "jun", "kap", "kl", "mar", "max", "min", "ml", "nov", "nr", "okt", "omkr", "p",
            "pkt", "pp", "s", "sep", "sept", "side", "stk", "str", "tel", "tlf", "vol", "§", "årg",
        ],
        closing: &[
            "e.l", "etc", "lign", "m.fl", "m.m", "m.v", "mfl", "mm", "mv", "o.a", "o.l", "o.lign",
            "o.s.v", "oa", "ol", "osv",
        ],
        ambiguous: &[
            "a/s", "al", "anm", "apr", "aug", "cm", "co", "corp", "dec", "e.kr", "f.kr", "f.v.t",
            "feb", "gr", "inc", "jan", "jr", "jul", "jun", "kg", "km", "kr", "ltd", "mia", "mill",
            "mio", "nov", "o.v.s", "okt", "pct", "sep", "sept", "sr", "u.s", "u.s.a", "udg", "øre",
        ],
        starters: &[
            "af", "alle", "allerede", "alligevel", "andre", "at", "bare", "begge", "blandt",
            "både", "da", "de", "den", "denne", "der", "derefter", "deres", "derfor", "derimod",
            "dermed", "desuden", "det", "dette", "din", "disse", "dog", "du", "efter", "eller",
            "en", "enkelte", "enten", "er", "et", "faktisk", "fire", "flere", "for", "fordi",
            "fra", "før", "først", "han", "hans", "har", "havde", "hendes", "her", "hun", "hvad",
            "hvem", "hver", "hverken", "hvert", "hvilke", "hvilken", "hvilket", "hvis", "hvor",
            "hvordan", "hvorfor", "i", "ifølge", "ikke", "imidlertid", "indtil", "ingen", "intet",
            "ja", "jeg", "jer", "jo", "kan", "kun", "kunne", "man", "mange", "med", "mellem",
            "men", "mens", "min", "mine", "mit", "mod", "må", "måske", "måtte", "nej", "netop",
            "noget", "nogle", "nu", "når", "og", "også", "om", "over", "på", "samtidig", "selv",
            "selvfølgelig", "senere", "siden", "sin", "skal", "skulle", "som", "så", "sådan",
            "tidligere", "til", "to", "tre", "under", "var", "ved", "vi", "videre", "vil", "ville",
            "vor", "vore", "vores",
        ],
        articles: &["de", "den", "det"],
        months: &[
            "apr", "april", "aug", "august", "dec", "december", "feb", "februar", "jan", "januar",
            "jul", "juli", "jun", "juni", "maj", "mar", "marts", "nov", "november", "okt",
            "oktober", "sep", "sept", "september",
        ],
        numbers: Numbers::OrdinalAfterArticle,
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
