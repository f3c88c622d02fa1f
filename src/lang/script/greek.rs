//! Greek letters in the Latin alphabet, by sound (ISO 843, transcription), with the digraphs that
//! foreign names are written with: μπ b, ντ d, γκ g. Weakness: inside a word they may be mb, nd, ng.

const TABLE: &[(&str, &str)] = &[
    ("αάἀἁᾶὰ", "a"),
    ("β", "v"),
    ("γ", "g"),
    ("δ", "d"),
    ("εέἐἑὲ", "e"),
    ("ζ", "z"),
    ("ηήἠἡῆὴ", "i"),
    ("θ", "th"),
    ("ιίϊΐἰἱῖὶ", "i"),
    ("κ", "k"),
    ("λ", "l"),
    ("μ", "m"),
    ("ν", "n"),
    ("ξ", "x"),
    ("οόὀὁὸ", "o"),
    ("π", "p"),
    ("ρῥ", "r"),
    ("σς", "s"),
    ("τ", "t"),
    ("υύϋΰὐὑῦὺ", "y"),
    ("φ", "f"),
    ("χ", "ch"),
    ("ψ", "ps"),
    ("ωώὠὡῶὼ", "o"),
];

/// The Latin letters of a small Greek letter before `next`.
pub(super) fn latin(c: char, next: Option<char>, first: bool) -> &'static str {
    match (c, next) {
        ('μ', Some('π')) if first => "",
        ('π', _) if first => "p",
        ('ο', Some('υ' | 'ύ')) => "",
        ('υ' | 'ύ', _) => "u",
        _ => TABLE.iter().find(|(letters, _)| letters.contains(c)).map_or("", |row| row.1),
    }
}
