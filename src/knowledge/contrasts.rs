//! Concepts that exclude each other: who writes the one does not mean the other.
//!
//! The table is our own. A row is `opposite` (every concept of one group against every one of the
//! other), `exclusive` (every group against every other), `field` (the concepts of one field of
//! the lexicon against each other) or `alike` (every concept of one group may be said for every one
//! of the other, although they are of one field: a bird for a duck). Groups are parted by a vertical
//! bar, concepts by a space.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::Concept;

pub(super) static TABLE: &str = include_str!("contrasts.tsv");

/// How two concepts exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Contrast {
    /// Opposites: up and down, mild and severe.
    Opposite,
    /// Members of a closed set: days of the week, relatives.
    Exclusive,
    /// Kinds of one thing: animals, organs.
    Field,
}

#[derive(Default)]
struct Contrasts {
    pairs: FxHashMap<(Concept, Concept), Contrast>,
    alike: FxHashSet<(Concept, Concept)>,
    fields: FxHashSet<&'static str>,
}

static CONTRASTS: LazyLock<Contrasts> = LazyLock::new(|| {
    let mut contrasts = Contrasts::default();
    for line in TABLE.lines() {
        let Some((kind, cells)) = line.split_once('\t') else { continue };
        match kind {
            "field" => {
                contrasts.fields.insert(cells);
            }
            "alike" => contrasts.alike.extend(across(cells)),
            _ => {
                let kind =
                    if kind == "opposite" { Contrast::Opposite } else { Contrast::Exclusive };
                for pair in across(cells) {
                    contrasts.pairs.entry(pair).or_insert(kind);
                }
            }
        }
    }
    contrasts
});

/// Every two concepts of different groups, both ways.
fn across(cells: &'static str) -> Vec<(Concept, Concept)> {
    let concepts = |group: &'static str| group.split(' ').filter_map(Concept::named);
    let groups: Vec<_> = cells.split('|').collect();
    let mut pairs = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        for other in groups[at + 1..].iter().flat_map(|other| concepts(other)) {
            pairs.extend(concepts(group).flat_map(|one| [(one, other), (other, one)]));
        }
    }
    pairs
}

/// How two concepts exclude each other; `None` where they do not. Symmetric.
pub fn contrast(a: Concept, b: Concept) -> Option<Contrast> {
    if a == b {
        return None;
    }
    let contrasts = &*CONTRASTS;
    contrasts.pairs.get(&(a, b)).copied().or_else(|| {
        let is_of_field = a.class() == b.class()
            && contrasts.fields.contains(a.class())
            && !contrasts.alike.contains(&(a, b))
            && !a.neighbours().contains(&b);
        is_of_field.then_some(Contrast::Field)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_concepts_and_fields_of_the_lexicon() {
        for line in TABLE.lines() {
            let (kind, cells) = line.split_once('\t').expect("two columns");
            if kind == "field" {
                assert!(Concept::all().any(|concept| concept.class() == cells), "{cells}");
                continue;
            }
            assert!(["opposite", "exclusive", "alike"].contains(&kind), "{kind}");
            for name in cells.split(['|', ' ']) {
                assert!(Concept::named(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn opposites_exclude_each_other_both_ways() {
        let named = |name| Concept::named(name).unwrap();
        let pairs = [("increase", "decrease"), ("high", "low"), ("mother", "father")];
        for (a, b) in pairs {
            assert!(contrast(named(a), named(b)).is_some());
            assert_eq!(contrast(named(a), named(b)), contrast(named(b), named(a)));
        }
        assert_eq!(contrast(named("dog"), named("cat")), Some(Contrast::Field));
        assert_eq!(contrast(named("dog"), named("dog")), None);
        assert_eq!(contrast(named("high"), named("old")), None);
        assert_eq!(contrast(named("bird"), named("duck")), None);
    }
}
