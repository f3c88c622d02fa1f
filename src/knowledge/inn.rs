//! International nonproprietary names of medicines and the stems they are built with.
//!
//! The tables, their source, licence and generator are described in `inn/README.md`.

use std::sync::LazyLock;

pub(super) static TABLE: &str = include_str!("inn/names.txt");
pub(super) static STEMS: &str = include_str!("inn/stems.tsv");

/// Every name, lower case, sorted.
pub static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| TABLE.lines().collect());

/// Stems that end a name, without the hyphen, longest first.
pub static ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut endings: Vec<_> = STEMS
        .lines()
        .filter_map(|row| row.split('\t').next()?.strip_prefix('-'))
        .filter(|stem| !stem.ends_with('-'))
        .collect();
    endings.sort_by_key(|stem| (std::cmp::Reverse(stem.len()), *stem));
    endings
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(NAMES.is_sorted_by(|a, b| a < b));
        let stems = STEMS.lines().filter(|row| !row.starts_with('#'));
        assert!(stems.clone().all(|row| row.split('\t').count() == 2));
        assert!(ENDINGS.contains(&"pramine") && ENDINGS.contains(&"perazine"));
    }
}
