//! Finnish.

use super::{Inflection, Language, Numbers, Numerals, Orthography, Script, Sentence};

pub(super) static FI: Language = Language {
    code: "fi",
    name: "Finnish",
    script: Script::Latin,
    profile: &[
        "ja", "on", "ei", "se", "että", "oli", "hän", "mutta", "kun", "niin", "ovat", "myös",
        "joka", "sen", "hänen", "kuin", "mitä", "ole", "olla", "ollut", "jos", "vain", "nyt",
        "tämä", "sitä", "hänet", "kanssa", "jo", "sekä", "mukaan", "vielä", "jotka", "tai",
        "sitten",
    ],
    orthography: Orthography {
        decimal: ',',
        group: &[' ', '.', '\u{a0}', '\u{202f}'],
        quotes: &[('”', '”'), ('»', '»'), ('"', '"')],
    },
    sentence: Sentence {
        abbreviations: &[
            "al", "alk", "arkkit", "dipl.ins", "dos", "ent", "esim", "fil.tri", "huom", "ins",
            "kand", "klo", "krs", "lkm", "maist", "n", "nk", "noin", "ns", "prof", "puh", "s",
            "ss", "st", "suom", "tjsp.s", "tms.s", "toim", "v", "vrt", "vs", "yht", "ym.s", "yo",
        ],
        numbered: &[
            "art", "klo", "luku", "n", "no", "noin", "nro", "os", "puh", "s", "ss", "v", "vol", "§",
        ],
        closing: &["etc", "jne", "mm", "tms", "ym", "yms"],
        ambiguous: &[
            "cm", "co", "e.kr", "ekr", "eur", "inc", "j.kr", "jkr", "kg", "km", "kpl", "ltd",
            "milj", "mk", "mrd", "oy",
        ],
        starters: &[
            "aikana", "ei", "ennen", "että", "he", "hän", "ja", "jo", "jokainen", "jos", "jotkut",
            "jälkeen", "kaikki", "kaksi", "kolme", "koska", "kuitenkin", "kuka", "kun", "lisäksi",
            "me", "miksi", "mikä", "milloin", "minä", "missä", "miten", "mitä", "monet", "mukaan",
            "mutta", "muut", "myös", "ne", "niin", "nyt", "nämä", "oli", "on", "ovat", "se",
            "sekä", "sen", "siellä", "siinä", "siis", "sinä", "sitten", "sitä", "tai", "te",
            "toinen", "tuo", "tämä", "tässä", "täällä", "vaikka", "vain", "vasta", "yksi",
        ],
        months: &[
            "elokuun", "elokuuta", "heinäkuun", "heinäkuuta", "helmikuun", "helmikuuta",
            "huhtikuun", "huhtikuuta", "joulukuun", "joulukuuta", "kesäkuun", "kesäkuuta",
            "lokakuun", "lokakuuta", "maaliskuun", "maaliskuuta", "marraskuun", "marraskuuta",
            "syyskuun", "syyskuuta", "tammikuun", "tammikuuta", "toukokuun", "toukokuuta",
        ],
        numbers: Numbers::OrdinalAfterArticle,
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
