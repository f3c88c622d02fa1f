//! English.

use super::{Inflection, Language, Numerals, Orthography, Script, Sentence};

pub(super) static EN: Language = Language {
    code: "en",
    name: "English",
    script: Script::Latin,
    profile: &[
        "the", "of", "and", "to", "in", "is", "that", "was", "for", "with", "it", "as", "on", "by",
        "his", "her", "at", "from", "are", "this", "be", "have", "had", "not", "they", "which",
        "but", "were", "has", "been", "their", "an", "or", "one", "we", "you", "all", "would",
        "there", "when", "who", "will", "more", "if", "no", "out", "so", "up", "said", "what",
        "about", "into", "than", "them", "can", "only", "other",
    ],
    orthography: Orthography {
        decimal: '.',
        group: &[',', ' ', '\u{a0}', '\u{202f}'],
        quotes: &[('“', '”'), ('"', '"'), ('‘', '’'), ('\'', '\'')],
    },
    sentence: Sentence::NONE,
    numerals: Numerals::NONE,
    inflection: Inflection::NONE,
};
