//! Arabic.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static AR: Language = Language {
    code: "ar",
    name: "Arabic",
    script: Script::Arabic,
    profile: &[],
    orthography: Orthography {
        decimal: '٫',
        group: &['٬', ' ', ',', '\u{a0}', '\u{202f}'],
        quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
    },
    sentence: Sentence {
        abbreviations: &["أ", "أ.د", "ا.د", "ت", "ج", "د", "د.م", "س", "ص", "ط", "ع", "ق"],
        numbered: &["ج", "رقم", "ص", "ط"],
        closing: &["إلخ", "الخ"],
        ambiguous: &["ق.م", "م", "ه", "هـ"],
        ..Sentence::NONE
    },
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
