//! Swedish.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static SV: Language = Language {
    code: "sv",
    name: "Swedish",
    script: Script::Latin,
    profile: &[
        "inte", "jag", "också", "av", "var", "vad", "något", "bara", "nu", "efter", "mycket",
        "från", "mig", "dig", "sig", "mellan", "där", "vara", "blev", "blir", "säger", "har",
        "till", "eller", "och", "som", "på", "med", "det", "en", "är", "i", "att", "för", "de",
        "den", "om", "han", "hon", "vi", "men", "kan", "ska", "ett", "hade", "när", "upp", "ut",
        "över", "under", "mot", "vid", "sedan", "själv", "några", "andra", "flera", "mer", "dessa",
        "denna", "detta", "skulle",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('”', '”'), ('"', '"'), ('»', '»'), ('»', '«'), ('“', '”')],
    },
    sentence: Sentence {
        abbreviations: &[
            "ang", "anm", "apr.nr", "avd", "bl", "bl.a", "bla", "ca", "cit", "d.v.s", "dep", "dir",
            "disp", "doc", "dr", "dvs", "e.dyl", "e.g", "ekon", "enl", "ev", "exkl", "f", "f.d",
            "f.n", "f.o.m", "f.ö", "fd", "fg", "fig", "fil", "fil.dr", "fm", "fom", "forts", "fr",
            "fr.o.m", "frk", "fro.m", "frv", "föreg", "fören", "förf", "förk", "g", "gm", "hr",
            "i.e", "i.o.m", "ibid", "ingenj", "inkl", "instr", "inv", "jfr", "kand", "kap", "kapt",
            "kl", "kungl", "kvm", "lic", "m.a.o", "m.h.a", "m.m.d", "med.dr", "mom", "motsv", "mr",
            "mrs", "ms", "n.b", "nb", "nr", "nuv", "näml", "o.d.yl", "obs", "op.cit", "ordf",
            "p.a", "p.g.a", "p.s", "pga", "pl", "prel", "pres", "prof", "ref", "reg", "resp",
            "s.a.s", "s.k", "sek", "sk", "spec", "st", "stud", "t.ex", "t.h", "t.o.m", "t.v",
            "tekn", "tel", "teol", "tex", "tf", "tfn", "tim", "tom", "tr", "u.a", "ungef", "uppl",
            "urspr", "utg", "v", "v.g", "vard", "vol", "vs", "världsm", "äv", "årg", "ö.h",
            "överl", "övers",
        ],
        numbered: &[
            "apr", "art", "aug", "avd", "ca", "dec", "feb", "fig", "jan", "jul", "jun", "kap",
            "kl", "mar", "max", "min", "mom", "nos", "nov", "nr", "okt", "p", "pp", "s", "sep",
            "sept", "sid", "st", "tab", "tel", "tfn", "vol", "§", "årg",
        ],
        closing: &[
            "dyl", "e.d", "etc", "m.fl", "m.m", "mfl", "mm", "o.d", "o.dyl", "o.s.v", "od", "osv",
        ],
        ambiguous: &[
            "ab", "al", "apr", "aug", "cm", "co", "corp", "dec", "e.kr", "f.kr", "f.v.t", "feb",
            "gr", "inc", "jan", "jr", "jul", "jun", "kg", "km", "kr", "ltd", "milj", "mkr", "nov",
            "okt", "sep", "sept", "sr", "tkr", "u.s", "u.s.a",
        ],
        starters: &[
            "alla", "andra", "annars", "antingen", "att", "av", "bara", "bland", "båda", "både",
            "de", "den", "denna", "denne", "deras", "dessa", "dessutom", "det", "detta", "din",
            "dock", "du", "där", "därefter", "däremot", "därför", "därmed", "då", "efter",
            "eftersom", "eller", "emellertid", "en", "enligt", "ett", "faktiskt", "fast", "flera",
            "från", "fyra", "för", "först", "genom", "hade", "han", "hans", "har", "hennes", "hon",
            "hur", "här", "i", "ingen", "inget", "innan", "inte", "ja", "jag", "jo", "kan",
            "kanske", "kunde", "man", "med", "medan", "mellan", "men", "min", "mina", "mitt",
            "mot", "många", "måste", "nej", "ni", "nu", "när", "något", "några", "och", "också",
            "om", "på", "redan", "samtidigt", "sedan", "senare", "sin", "själv", "ska", "skall",
            "skulle", "som", "så", "sådan", "tidigare", "till", "tills", "tre", "trots", "två",
            "under", "ur", "utan", "vad", "var", "varför", "varje", "varken", "vem", "vi", "vid",
            "vidare", "vilka", "vilken", "vilket", "vill", "ville", "vår", "våra", "vårt", "ändå",
            "är", "även", "över",
        ],
        months: &[
            "apr", "april", "aug", "augusti", "dec", "december", "feb", "februari", "jan",
            "januari", "jul", "juli", "jun", "juni", "maj", "mar", "mars", "nov", "november",
            "okt", "oktober", "sep", "sept", "september",
        ],
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
