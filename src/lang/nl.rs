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
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
