//! International nonproprietary names of medicines and the stems they are built with.
//!
//! The tables, their source, licence and generator are described in `inn/README.md`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lang::Language;

pub(super) static TABLE: &str = include_str!("inn/names.txt");
pub(super) static STEMS: &str = include_str!("inn/stems.tsv");
pub(super) static NATIONAL: &str = include_str!("inn/national.tsv");
pub(super) static HEBREW: &str = include_str!("inn/hebrew.tsv");
pub(super) static COMMON: &str = include_str!("inn/common.txt");

/// Every name, lower case, sorted.
pub static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| TABLE.lines().collect());

/// Whether a name is that of a medicine in everyday use, as nearly every one in a text is.
pub fn is_common(name: &str) -> bool {
    static SORTED: LazyLock<Vec<&'static str>> = LazyLock::new(|| COMMON.lines().collect());
    SORTED.binary_search(&name).is_ok()
}

/// The international name of a substance that has a national or former one too: paracetamol for
/// acetaminophen. Any other name is its own.
pub fn international(name: &str) -> &str {
    static BY_NATIONAL: LazyLock<FxHashMap<&'static str, &'static str>> =
        LazyLock::new(|| rows(NATIONAL).collect());
    BY_NATIONAL.get(name).copied().unwrap_or(name)
}

/// The name that a Hebrew spelling stands for which its letters do not give.
pub fn by_hebrew(word: &str) -> Option<&'static str> {
    rows(HEBREW).find(|(spelling, _)| *spelling == word).map(|(_, name)| name)
}

/// The rows of a table of two columns.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'))
}

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

/// A name in a language's form, by the adaptations of the WHO and the Nordic pharmacopoeias; the
/// English name where no rule is known.
pub fn form(name: &str, language: &Language) -> String {
    let nordic = matches!(language.code, "nb" | "nn" | "sv" | "da");
    if !nordic && language.code != "de" {
        return name.to_owned();
    }
    let mut form = name.strip_suffix('e').unwrap_or(name).to_owned();
    if nordic {
        let norwegian = matches!(language.code, "nb" | "nn");
        form = form.replace("ph", "f").replace("th", "t").replace("ch", "k").replace("ae", "e");
        let letters: Vec<char> = form.chars().collect();
        form = letters
            .iter()
            .enumerate()
            .map(|(at, letter)| match (letter, letters.get(at + 1)) {
                ('c', Some('e' | 'i' | 'y')) => 'c',
                ('c', _) => 'k',
                (other, _) => *other,
            })
            .collect();
        form = form.replace("qu", "kv");
        if norwegian {
            form = form.replace('x', "ks");
        }
    } else if let Some(first) = form.get(..1).map(str::to_uppercase) {
        form.replace_range(..1, &first);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(NAMES.is_sorted_by(|a, b| a < b));
        let stems = STEMS.lines().filter(|row| !row.starts_with('#'));
        assert!(stems.clone().all(|row| row.split('\t').count() == 2));
        let common: Vec<&str> = COMMON.lines().collect();
        assert!(common.is_sorted_by(|a, b| a < b));
        assert!(common.iter().all(|name| NAMES.binary_search(name).is_ok()));
        assert!(rows(NATIONAL).is_sorted_by(|a, b| a < b) && rows(HEBREW).is_sorted());
        for (national, name) in rows(NATIONAL) {
            let are_known = [national, name].iter().all(|name| NAMES.binary_search(name).is_ok());
            assert!(are_known && international(name) == name, "{national}");
        }
        assert!(rows(HEBREW).all(|(_, name)| NAMES.binary_search(&name).is_ok()));
        assert!(ENDINGS.contains(&"pramine") && ENDINGS.contains(&"perazine"));
    }
}
