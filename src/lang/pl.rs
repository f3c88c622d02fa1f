//! Polish.

use super::{Inflection, Language, Numbers, Numerals, Orthography, Script, Sentence};

pub(super) static PL: Language = Language {
    code: "pl",
    name: "Polish",
    script: Script::Latin,
    profile: &[
        "i", "w", "nie", "na", "się", "że", "to", "jest", "z", "do", "o", "jak", "ale", "po", "co",
        "tak", "za", "od", "przez", "dla", "jego", "był", "być", "może", "tylko", "przy", "który",
        "które", "jej", "są", "oraz", "także", "lub", "ich", "już", "czy", "roku", "tym",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('„', '”'), ('«', '»'), ('"', '"')],
    },
    sentence: Sentence {
        abbreviations: &[
            "abp", "al", "ang", "art", "bp", "czes", "dr", "ds", "dyr", "fr", "franc", "gen", "gm",
            "godz", "hab", "hiszp", "insp", "inż", "itp.d", "j.w", "jw", "jęz", "kier", "kpt",
            "ks", "lek", "lit", "m", "m.in", "mgr", "min", "mjr", "nast", "niem", "np", "nr", "o",
            "ob", "ok", "oprac", "os", "p", "pkt", "pl", "pn", "pol", "por", "pow", "poz", "pp",
            "ppłk", "prof", "przyp", "ps", "pt", "płk", "r.ż", "red", "ros", "rozdz", "ryc", "rys",
            "s", "sierż", "sp", "str", "t", "tab", "tel", "tj", "tzn", "tzw", "tłum", "ul", "ur",
            "ust", "wg", "woj", "ww", "wyd", "wł", "zm", "zob", "zwł", "łac", "śp", "św",
        ],
        numbered: &[
            "al", "art", "godz", "nr", "ok", "p", "pkt", "poz", "rozdz", "rys", "s", "str", "t",
            "tab", "tel", "ul", "ust", "zob",
        ],
        closing: &["etc", "in", "itd", "itp", "n.e"],
        ambiguous: &[
            "cm", "co", "gr", "ha", "im", "inc", "kg", "km", "ltd", "mld", "mln", "p.n.e", "proc",
            "r", "sp.z.o.o", "szt", "tys", "w", "wiek", "zł",
        ],
        starters: &[
            "a", "ale", "bez", "był", "była", "było", "były", "chociaż", "choć", "ci", "co", "dla",
            "dlaczego", "dlatego", "do", "dwa", "gdzie", "i", "ich", "inne", "ja", "jak", "jeden",
            "jednak", "jego", "jej", "jest", "jeszcze", "jeśli", "jeżeli", "już", "każdy", "kiedy",
            "kto", "lub", "między", "my", "na", "nad", "nasz", "nie", "niektóre", "o", "od", "on",
            "ona", "oni", "ono", "po", "pod", "podczas", "ponieważ", "potem", "przed", "przy",
            "swój", "są", "ta", "tak", "także", "tam", "te", "ten", "teraz", "to", "trzy", "tutaj",
            "ty", "u", "w", "we", "według", "wiele", "wszyscy", "wszystkie", "wtedy", "wy", "z",
            "za", "ze",
        ],
        months: &[
            "czerwca", "grudnia", "kwietnia", "lipca", "listopada", "lutego", "maja", "marca",
            "października", "sierpnia", "stycznia", "września",
        ],
        numbers: Numbers::OrdinalAfterArticle,
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
