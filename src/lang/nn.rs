//! Norwegian Nynorsk.

use super::{Convention, Inflection, Language, Numbers, Numerals, Orthography, Script, Sentence};

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
    sentence: Sentence {
        abbreviations: &[
            "adj", "adr", "adv", "alm", "amer", "ang", "aut", "avd", "b.nr", "bd", "bl.a", "bla",
            "ca", "cand", "cand.mag", "cand.philol", "d.e", "d.v.s", "dir", "disp", "doc", "dok",
            "dr", "dr.juris", "dr.med", "dr.philos", "dvs", "eks", "ekskl", "el.l", "eng", "engl",
            "evnt", "evt", "f", "f.eks", "f.f", "f.o.m", "f.t", "feks", "ff", "fhv", "fig", "fmr",
            "fom", "forts", "forv", "fr.a", "frk", "gj.sn", "gl", "gno", "hhv", "hist", "hr",
            "i.e", "ib", "ibid", "ifm", "inkl", "inst", "jamfør", "jf", "jfr", "jur", "k.nr",
            "kand", "kap", "kfr", "kgl", "kl", "komm", "konf", "kpt", "kst", "kvm", "l.nr", "lic",
            "lnr", "ltn", "m.a", "m.a.o", "m.h.t", "m.m.k", "m.o.t", "maks", "mdl", "medl", "mht",
            "mr", "mrs", "ms", "nl", "nov.nr", "nr", "nto", "o.m", "oblt", "okt.nr", "oms", "omtr",
            "op.cit", "ordf", "overs", "p.g.a", "p.t", "pga", "pgf", "phil", "pr", "priv", "prof",
            "s.d", "s.k", "sign", "siv.ing", "sml", "smst", "sos-dem", "spm", "stp", "str", "stud",
            "stud.jur", "t.d", "t.h", "t.o.m", "t.v", "tel", "teol", "tilsv", "tlf", "u.å",
            "univ.lekt", "utd", "v.h", "vedr", "vg", "vol", "vs", "årg", "årh", "ø.f",
        ],
        numbered: &[
            "apr", "art", "aug", "avsn", "bd", "bind", "bnr", "ca", "des", "ev", "feb", "fig",
            "gnr", "ill", "jan", "jf", "jul", "jun", "kap", "kl", "maks", "mar", "min", "nov",
            "nr", "okt", "p", "pkt", "pp", "r", "s", "sep", "sept", "side", "str", "tab", "tel",
            "tlf", "vol", "§", "årg",
        ],
        closing: &[
            "e.l", "etc", "m.fl", "m.m", "m.v", "mfl", "mm", "mv", "o.a", "o.l", "o.s.v", "oa",
            "og.so", "ol", "osv",
        ],
        ambiguous: &[
            "a/s", "al", "anm", "apr", "aug", "cm", "co", "corp", "des", "e.kr", "f.kr", "feb",
            "ft", "gr", "inc", "jan", "jr", "jul", "jun", "kg", "km", "kr", "ltd", "m.o.h", "mars",
            "mill", "moh", "mrd", "n.n", "nov", "okt", "pst", "sep", "sept", "sr", "st", "stk",
            "u.s", "u.s.a", "utg",
        ],
        starters: &[
            "alle", "allereie", "altså", "andre", "anten", "at", "av", "begge", "berre", "blant",
            "både", "de", "dei", "deira", "den", "denne", "der", "deretter", "derfor", "derimot",
            "dermed", "dersom", "desse", "dessutan", "det", "dette", "difor", "din", "du", "dykk",
            "då", "eg", "ei", "ein", "eit", "eller", "enkelte", "er", "etter", "ettersom",
            "faktisk", "fire", "fleire", "for", "fordi", "frå", "før", "først", "hadde", "han",
            "hans", "har", "heller", "hennar", "her", "ho", "i", "ifølgje", "ikkje", "ingen", "ja",
            "jo", "kan", "kanskje", "kor", "korleis", "kunne", "kva", "kvar", "kvart", "kven",
            "kvifor", "likevel", "mange", "me", "med", "medan", "mellom", "men", "mens", "min",
            "mine", "mitt", "mot", "må", "måtte", "nei", "nettopp", "no", "noko", "nokon", "når",
            "og", "også", "om", "over", "på", "samstundes", "samtidig", "seinare", "sidan",
            "sjølv", "skal", "skulle", "slik", "slike", "som", "så", "tidlegare", "til", "to",
            "tre", "under", "var", "ved", "verken", "vi", "vidare", "vil", "ville", "viss", "vår",
            "våre", "vårt",
        ],
        articles: &["dei", "den", "det"],
        months: &[
            "apr", "april", "aug", "august", "des", "desember", "feb", "februar", "jan", "januar",
            "jul", "juli", "jun", "juni", "mai", "mar", "mars", "nov", "november", "okt",
            "oktober", "sep", "sept", "september",
        ],
        numbers: Numbers::OrdinalAfterArticle,
        colon: Convention::Cuts,
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
