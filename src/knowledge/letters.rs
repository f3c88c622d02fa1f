//! Correspondences of letters in names between scripts with and without vowels, learned.
//!
//! The table, its source, licence and trainer are described in `letters/README.md`.

pub(super) static TABLE: &str = include_str!("letters/letters.tsv");

/// A row: what it tells of which symbols, at what cost in hundredths of a nat.
pub struct Row<'t> {
    /// `letters` correspond; `voiced` and `consonants` follow each other; `pair` of whole words.
    pub kind: &'t str,
    /// Symbols of the script with vowels, or the first of two that follow each other.
    pub voiced: &'t str,
    /// Symbols of the script without, or the second of two.
    pub consonants: &'t str,
    /// Hundredths of a nat; thousandths for `slope` and `intercept`.
    pub cost: i32,
}

/// The rows, the general ones (`*`) last.
pub fn rows() -> impl Iterator<Item = Row<'static>> {
    let mut above = "";
    TABLE.lines().filter(|row| !row.starts_with("# ")).filter_map(move |line| {
        let mut cells = line.split('\t');
        let kind = cells.next()?;
        if !kind.is_empty() {
            above = kind;
        }
        Some(Row {
            kind: above,
            voiced: cells.next()?,
            consonants: cells.next()?,
            cost: cells.next()?.parse().ok()?,
        })
    })
}
