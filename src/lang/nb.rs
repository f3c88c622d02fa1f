//! Norwegian Bokmål.

use super::{Convention, Inflection, Language, Numbers, Numerals, Orthography, Script, Sentence};

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
    sentence: Sentence {
        abbreviations: &[
            "adj", "adr", "adv", "alm", "amer", "ang", "aut", "avd", "b.nr", "bd", "bl.a", "bla",
            "ca", "cand", "cand.mag", "cand.philol", "d.e", "d.v.s", "dir", "disp", "doc", "dok",
            "dr", "dr.juris", "dr.med", "dr.philos", "dvs", "eks", "ekskl", "el.l", "eng", "engl",
            "evnt", "evt", "f", "f.eks", "f.f", "f.o.m", "f.t", "feks", "ff", "fhv", "fig", "fmr",
            "fom", "forts", "forv", "fr.a", "frk", "gj.sn", "gl", "gno", "hhv", "hist", "hr",
            "i.e", "ib", "ibid", "ifm", "inkl", "inst", "jf", "jfr", "jur", "k.nr", "kand", "kap",
            "kfr", "kgl", "kl", "komm", "konf", "kpt", "kst", "l.nr", "lic", "lnr", "ltn", "m.a",
            "m.a.o", "m.h.t", "m.m.k", "m.o.t", "maks", "mdl", "medl", "mht", "mr", "mrs", "ms",
            "mv.t", "nl", "nov.nr", "nr", "nto", "o.m", "oblt", "okt.nr", "oms", "omtr", "op.cit",
            "ordf", "overs", "p.g.a", "p.t", "pga", "pgf", "phil", "pr", "priv", "prof", "s.d",
            "s.k", "sign", "siv.ing", "sml", "smst", "sos-dem", "spm", "stp", "str", "stud",
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
            "e.l", "etc", "m.fl", "m.fl.a", "m.m", "m.v", "mfl", "mm", "mv", "o.a", "o.fl", "o.l",
            "o.s.v", "oa", "ol", "osv",
        ],
        ambiguous: &[
            "a/s", "al", "anm", "apr", "aud", "aug", "cm", "co", "corp", "d.å", "des", "e.kr",
            "f.kr", "feb", "fre", "ft", "gr", "hestekr", "inc", "jan", "jr", "jul", "jun", "kg",
            "km", "kr", "ltd", "lør", "m.o.h", "mars", "mill", "moh", "mrd", "mvh", "n.n", "nov",
            "okt", "pst", "s.å", "sep", "sept", "sr", "st", "stk", "søn", "tir", "u.s", "u.s.a",
            "utg",
        ],
        starters: &[
            "alle", "allerede", "andre", "at", "av", "bare", "begge", "blant", "både", "da", "de",
            "den", "denne", "der", "dere", "deres", "deretter", "derfor", "derimot", "dermed",
            "dersom", "dessuten", "det", "dette", "din", "disse", "du", "ei", "eller", "en",
            "enkelte", "enten", "er", "et", "etter", "ettersom", "faktisk", "fire", "flere", "for",
            "fordi", "fra", "før", "først", "hadde", "han", "hans", "har", "heller", "hennes",
            "her", "hun", "hva", "hvem", "hver", "hvert", "hvilke", "hvilken", "hvilket", "hvis",
            "hvor", "hvordan", "hvorfor", "i", "ifølge", "ikke", "imidlertid", "ingen", "inntil",
            "intet", "ja", "jeg", "jo", "kan", "kanskje", "kunne", "likevel", "man", "mange",
            "med", "mellom", "men", "mens", "min", "mine", "mitt", "mot", "må", "måtte", "nei",
            "nettopp", "noe", "noen", "nå", "når", "og", "også", "om", "over", "på", "samtidig",
            "selv", "selvfølgelig", "senere", "siden", "sin", "skal", "skulle", "slik", "slike",
            "som", "så", "tidligere", "til", "to", "tre", "under", "var", "ved", "verken", "vi",
            "videre", "vil", "ville", "vår", "våre", "vårt",
        ],
        articles: &["de", "dei", "den", "det"],
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
