//! What languages call the quarters and halves of a year.

use super::Language;

/// Words for parts of a year, in lower case.
pub(crate) struct YearPartWords {
    /// "Kvartal", "quarter".
    pub quarter: &'static [&'static str],
    /// Words that mean half a year and nothing else: "halvår", "semestre".
    pub half_year: &'static [&'static str],
    /// Words for a half, which is half a year only with a year behind it.
    pub half: &'static [&'static str],
    /// Letters of a short form: "Q3 2021".
    pub letters: &'static str,
}

static NORWEGIAN: YearPartWords = YearPartWords {
    quarter: &["kvartal", "kvartalet"],
    half_year: &["halvår", "halvåret"],
    half: &["halvdel", "halvdelen"],
    letters: "Q",
};

static SV: YearPartWords = YearPartWords {
    quarter: &["kvartal", "kvartalet"],
    half_year: &["halvår", "halvåret"],
    half: &["halva", "hälften", "halvan"],
    letters: "Q",
};

static EN: YearPartWords = YearPartWords {
    quarter: &["quarter"],
    half_year: &["half-year"],
    half: &["half"],
    letters: "Q",
};

static DE: YearPartWords = YearPartWords {
    quarter: &["quartal", "quartals"],
    half_year: &["halbjahr", "halbjahrs", "halbjahres", "jahreshälfte"],
    half: &["hälfte"],
    letters: "Q",
};

static NL: YearPartWords = YearPartWords {
    quarter: &["kwartaal"],
    half_year: &["halfjaar", "jaarhelft"],
    half: &["helft"],
    letters: "Q",
};

static FR: YearPartWords = YearPartWords {
    quarter: &["trimestre"],
    half_year: &["semestre"],
    half: &["moitié"],
    letters: "QT",
};

static HE: YearPartWords =
    YearPartWords { quarter: &["רבעון"], half_year: &[], half: &["מחצית"], letters: "Q" };

static SILENT: YearPartWords =
    YearPartWords { quarter: &[], half_year: &[], half: &[], letters: "" };

impl YearPartWords {
    /// The words of a language; none where they are not known.
    pub fn of(language: &Language) -> &'static YearPartWords {
        match language.code {
            "nb" | "nn" | "da" => &NORWEGIAN,
            "sv" => &SV,
            "en" => &EN,
            "de" => &DE,
            "nl" => &NL,
            "fr" => &FR,
            "he" => &HE,
            _ => &SILENT,
        }
    }
}
