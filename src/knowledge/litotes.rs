//! Concepts one of which, negated, says about what the other says: "not content", "worried".
//!
//! The table is our own. A row has two groups, parted by a vertical bar, of concepts parted by a
//! space; each concept of the one negated may stand for each of the other. Wider than
//! [`contrasts`](super::contrasts): the two need not exclude each other.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::lexicon::Concept;

pub(super) static TABLE: &str = include_str!("litotes.tsv");

static PAIRS: LazyLock<FxHashSet<(Concept, Concept)>> = LazyLock::new(|| {
    let concepts = |group: &'static str| group.split(' ').filter_map(Concept::named);
    let rows = TABLE.lines().filter_map(|row| row.split_once('|'));
    rows.flat_map(|(one, other)| {
        concepts(one).flat_map(move |a| concepts(other).flat_map(move |b| [(a, b), (b, a)]))
    })
    .collect()
});

/// Whether "not the one" may render "the other". Symmetric.
pub fn is_litotes(a: Concept, b: Concept) -> bool {
    PAIRS.contains(&(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_two_groups_of_known_concepts() {
        for row in TABLE.lines() {
            assert_eq!(row.matches('|').count(), 1, "{row}");
            for name in row.split(['|', ' ']) {
                assert!(Concept::named(name).is_some(), "{name} in {row}");
            }
        }
    }
}
