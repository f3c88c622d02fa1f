//! Latin letters with marks, as plain letters. Weakness: one reading a letter, whatever the
//! language of a name inside another language's text.

/// Letters that a language reads in a way of its own: language, letter, plain letters.
const OVERRIDES: &[(&str, char, &str)] = &[
    ("da", 'å', "o"),
    ("es", 'ñ', "ny"),
    ("is", 'ð', "d"),
    ("is", 'þ', "th"),
    ("nb", 'å', "o"),
    ("nn", 'å', "o"),
    ("pl", 'ą', "on"),
    ("pl", 'ę', "en"),
    ("sv", 'å', "o"),
];

const TABLE: &[(&str, &str)] = &[
    ("áàâãāăąåảạắằậ", "a"),
    ("äæ", "ae"),
    ("éèêëēėęěếệ", "e"),
    ("íìîïīıįị", "i"),
    ("óòôõōőøöọồơ", "o"),
    ("úùûüūűůứưų", "u"),
    ("ýÿỳ", "y"),
    ("ç", "s"),
    ("şșšś", "sh"),
    ("čć", "ch"),
    ("žżź", "zh"),
    ("ñńňņ", "n"),
    ("łļľ", "l"),
    ("ř", "rzh"),
    ("ŕ", "r"),
    ("ğģ", "g"),
    ("đðď", "d"),
    ("þ", "th"),
    ("țţ", "tz"),
    ("ť", "t"),
    ("ß", "ss"),
    ("ḥħ", "h"),
    ("ḳķ", "k"),
    ("œ", "oe"),
];

/// The plain letters of a small letter with marks; empty for what is no letter.
pub(super) fn latin(c: char, code: &str) -> &'static str {
    OVERRIDES
        .iter()
        .find(|row| row.0 == code && row.1 == c)
        .map(|row| row.2)
        .or_else(|| TABLE.iter().find(|(letters, _)| letters.contains(c)).map(|row| row.1))
        .unwrap_or("")
}
