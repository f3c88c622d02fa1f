//! How languages say that a temperature is below nought, beside a minus.

use super::Language;

/// Phrases behind a number that put it below nought, degrees between the two aside, and words for
/// degrees of cold.
pub(crate) struct ColdWords {
    /// "Below zero".
    pub below: &'static [&'static str],
    /// "Kuldegrader".
    pub degrees: &'static [&'static str],
    /// Words before the word for minus that make it something else: "au moins".
    pub not_minus: &'static [&'static str],
}

const NONE: ColdWords = ColdWords { below: &[], degrees: &[], not_minus: &[] };

static SILENT: ColdWords = NONE;

static NORWEGIAN: ColdWords = ColdWords {
    below: &["under null", "under frysepunktet", "kulde", "frost"],
    degrees: &["kuldegrader", "minusgrader", "frostgrader", "kuldegradar", "minusgradar"],
    ..NONE
};

static SV: ColdWords = ColdWords {
    below: &["under noll", "under nollan", "under fryspunkten", "kallt", "kyla"],
    degrees: &["minusgrader", "köldgrader"],
    ..NONE
};

static DA: ColdWords = ColdWords {
    below: &["under nul", "under frysepunktet", "frost", "kulde"],
    degrees: &["frostgrader", "kuldegrader", "minusgrader"],
    ..NONE
};

static NL: ColdWords = ColdWords {
    below: &["onder nul", "onder het vriespunt", "vorst"],
    not_minus: &["per", "in"],
    ..NONE
};

static EN: ColdWords = ColdWords { below: &["below zero", "below freezing", "of frost"], ..NONE };

static DE: ColdWords = ColdWords {
    below: &["unter null", "unter dem gefrierpunkt", "minus", "kälte", "frost"],
    degrees: &["minusgrade", "minusgraden"],
    ..NONE
};

static FR: ColdWords = ColdWords {
    below: &["au-dessous de zéro", "en dessous de zéro", "en-dessous de zéro", "sous zéro"],
    not_minus: &["au", "du", "le", "ou", "à", "pas", "de", "en", "ni", "tout"],
    ..NONE
};

static HE: ColdWords = ColdWords {
    below: &["מתחת לאפס", "מתחת לנקודת הקיפאון", "מתחת לנקודת הקפיאה"],
    ..NONE
};

static RU: ColdWords = ColdWords { below: &["ниже нуля", "мороза"], ..NONE };

static ES: ColdWords =
    ColdWords { below: &["bajo cero"], not_minus: &["al", "lo", "o", "ni", "de"], ..NONE };

static IT: ColdWords = ColdWords {
    below: &["sotto zero", "sotto lo zero"],
    not_minus: &["lo", "o", "né", "di", "per"],
    ..NONE
};

static FI: ColdWords = ColdWords { below: &["pakkasta", "alle nollan"], ..NONE };

static IS: ColdWords = ColdWords { below: &["undir frostmarki", "frost"], ..NONE };

static PL: ColdWords = ColdWords { below: &["poniżej zera", "mrozu"], ..NONE };

impl ColdWords {
    /// The words of a language; none where they are not known.
    pub fn of(language: &Language) -> &'static ColdWords {
        match language.code {
            "nb" | "nn" => &NORWEGIAN,
            "sv" => &SV,
            "da" => &DA,
            "nl" => &NL,
            "en" => &EN,
            "de" => &DE,
            "fr" => &FR,
            "he" => &HE,
            "ru" => &RU,
            "es" => &ES,
            "it" => &IT,
            "fi" => &FI,
            "is" => &IS,
            "pl" => &PL,
            _ => &SILENT,
        }
    }
}
