//! Dutch.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static NL: Language = Language {
    code: "nl",
    name: "Dutch",
    script: Script::Latin,
    profile: &[
        "het", "een", "van", "en", "dat", "niet", "zijn", "is", "op", "te", "met", "voor", "aan",
        "er", "ook", "maar", "als", "bij", "hij", "zij", "om", "uit", "nog", "dan", "naar", "door",
        "over", "of", "hebben", "heeft", "had", "deze", "dit", "geen", "wordt", "werd", "worden",
        "meer", "wel", "tot", "zo", "ze", "kan", "zou", "zich", "moet", "veel", "mijn", "haar",
        "ons", "hun", "na", "waar", "wat", "wie",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &['.', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('‘', '’'), ('“', '”'), ('"', '"'), ('\'', '\''), ('„', '”')],
    },
    sentence: Sentence {
        abbreviations: &[
            "aanw", "abs", "adv", "afb", "afd", "alg", "bc", "bibl", "bijv", "bijz", "bl", "blz",
            "burg", "bv", "c.q", "ca", "cie", "co.a", "d.d", "d.m.v", "d.w.z", "dhr", "dmv", "dr",
            "drs", "ds", "dwz", "e.a.o", "e.g", "eig", "em", "eng", "ev", "evt", "excl", "fig",
            "fr", "gebr", "gem", "ger", "geref", "gr", "herv", "hfdst", "hr", "hs", "i.h.b", "i.o",
            "i.p.v", "i.s.m", "i.t.t", "i.v.m", "ibid", "id", "incl", "inst", "int", "ipv", "ir",
            "ir.dr", "isr", "ivm", "jhr", "jkvr", "jl", "kapt", "kard", "kol", "lett", "lic", "lt",
            "luit", "m.a.w", "m.b.t", "m.i", "m.n", "m.u.v", "maj", "maw", "mbt", "mej", "mevr",
            "mgr", "min.pres", "mr", "mr.dr", "mw", "n.a.v", "n.b", "nl", "nr", "o.a", "o.b.v",
            "o.i.d", "o.l.v", "o.m", "oa", "ong", "oorspr", "op.cit", "p.a", "p.j", "pct", "ph",
            "plm", "plv", "prof", "prof.dr", "red", "red.a", "ref", "resp", "s.v.p", "sec", "secr",
            "sen", "sgt", "st", "t.a.v", "t.b.v", "t.e.m", "t.g.v", "t.h.t", "t.n.v", "t.o.v",
            "t.w.v", "t.z.t", "t/m", "tel", "tn", "v.l.n.r", "verg", "vgl", "vlgs", "vnl", "vnw",
            "vs", "vz", "wn", "wnd", "ws", "z.g", "z.o.z", "z.s.m", "zgn",
        ],
        numbered: &[
            "afb", "apr", "art", "aug", "blz", "ca", "dec", "dl", "feb", "fig", "hfdst", "jan",
            "jrg", "jul", "jun", "lid", "max", "min", "mrt", "nov", "nr", "okt", "omstr", "p",
            "pag", "par", "pp", "sep", "sept", "tel", "vol",
        ],
        closing: &["e.a", "e.d", "e.v", "ea", "ed", "enz", "etc"],
        ambiguous: &[
            "a.i", "a.m", "al", "apr", "aug", "b.v", "chr", "cm", "co", "corp", "dec", "feb",
            "gld", "i.r", "inc", "jan", "jr", "jul", "jun", "kg", "km", "ltd", "m.o", "mld", "mln",
            "mrt", "n.chr", "n.v", "nov", "nv", "okt", "p.m", "sep", "sept", "sr", "u.s", "u.s.a",
            "v.chr", "v.s",
        ],
        starters: &[
            "aan", "alle", "alleen", "als", "andere", "beide", "bij", "bovendien", "daar",
            "daardoor", "daarmee", "daarna", "daarom", "dan", "dat", "de", "deze", "die", "dit",
            "door", "drie", "dus", "echter", "een", "eerder", "eerst", "elk", "elke", "en",
            "enkele", "er", "geen", "gisteren", "haar", "had", "hebben", "heeft", "het", "hier",
            "hij", "hoe", "hoewel", "hun", "ieder", "iedereen", "iets", "ik", "in", "inmiddels",
            "intussen", "is", "ja", "je", "jij", "jullie", "kan", "kon", "later", "maar", "meer",
            "met", "mijn", "misschien", "mocht", "moest", "moet", "na", "naar", "nadat", "nee",
            "niemand", "niet", "noch", "nog", "nu", "of", "om", "omdat", "ondanks", "onder", "ons",
            "onze", "ook", "op", "over", "sinds", "sommige", "tegelijkertijd", "tegen", "terwijl",
            "tijdens", "toch", "toen", "tot", "tussen", "twee", "u", "uit", "van", "vandaag",
            "veel", "vele", "verder", "via", "vier", "volgens", "voor", "voordat", "waar",
            "waarom", "wanneer", "want", "was", "wat", "we", "wel", "welk", "welke", "wie", "wij",
            "wil", "wilde", "zal", "ze", "zelf", "zij", "zijn", "zo", "zodra", "zou", "zowel",
            "zulke",
        ],
        months: &[
            "apr", "april", "aug", "augustus", "dec", "december", "feb", "februari", "jan",
            "januari", "jul", "juli", "jun", "juni", "maart", "mei", "mrt", "nov", "november",
            "okt", "oktober", "sep", "sept", "september",
        ],
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
