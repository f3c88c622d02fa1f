//! Cyrillic letters in the Latin alphabet, by sound, as English writes Russian names (BGN/PCGN
//! without marks). Weakness: г is also the h of foreign names, х also their h.

const TABLE: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "yo"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "y"),
    ('і', "i"),
    ('ї', "yi"),
    ('є', "ye"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ў', "w"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
    ('ђ', "dj"),
    ('ј', "j"),
    ('љ', "lj"),
    ('њ', "nj"),
    ('ћ', "ch"),
    ('џ', "dzh"),
];

/// The Latin letters of a small Cyrillic letter; a first х is the h of names.
pub(super) fn latin(c: char, first: bool) -> &'static str {
    if first && c == 'х' {
        return "h";
    }
    TABLE.iter().find(|row| row.0 == c).map_or("", |row| row.1)
}
