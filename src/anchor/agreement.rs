//! Pairs the anchors of two sides by value.
//!
//! Greedy over the grades of [`Match`], best grade first, firm anchors before weak ones, then text order; what is left is compared
//! number by number, since one side may write "from 5 to 10 cm" as a range and the other as two
//! quantities. Complexity: quadratic in the anchors of a bead. Weakness: among equal values the
//! pairing follows text order, not syntax.

use std::collections::BTreeMap;

use super::{Anchor, Match, Strength};
use crate::pair::Pair;

/// Which anchors of two sides agree. Indices count in the slices given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Source index, target index, grade; in the order found, never [`Match::None`].
    pub pairs: Vec<(usize, usize, Match)>,
    /// Numeric anchors without one partner, all of whose numbers stand in such anchors of the
    /// other side. Ascending.
    pub dispersed: Pair<Vec<usize>>,
    /// Anchors without a partner. Ascending; weak ones are among them.
    pub unmatched: Pair<Vec<usize>>,
}

/// Pairs anchors by value.
pub fn agree(anchors: Pair<&[Anchor]>) -> Agreement {
    let mut free = anchors.map(|side| vec![true; side.len()]);
    let mut agreement = Agreement::default();
    let grades: Vec<Vec<Match>> = anchors
        .source
        .iter()
        .map(|a| anchors.target.iter().map(|b| a.value.matches(&b.value)).collect())
        .collect();
    let levels =
        [Match::Exact, Match::Converted, Match::OtherNotation, Match::Bare, Match::Approximate];
    for level in levels {
        for strength in [Strength::Firm, Strength::Weak] {
            for (source, row) in grades.iter().enumerate() {
                let a = &anchors.source[source];
                let partner = row.iter().enumerate().find(|(target, grade)| {
                    let b = &anchors.target[*target];
                    **grade == level
                        && free.source[source]
                        && free.target[*target]
                        && a.strength.min(b.strength) == strength
                });
                if let Some((target, _)) = partner {
                    (free.source[source], free.target[target]) = (false, false);
                    agreement.pairs.push((source, target, level));
                }
            }
        }
    }
    let left = free.map(|free| {
        free.iter()
            .enumerate()
            .filter(|(_, free)| **free)
            .map(|(index, _)| index)
            .collect::<Vec<_>>()
    });
    let counts = left.as_ref().zip(anchors.as_ref().map(|side| *side)).map(|(left, side)| {
        let mut counts = BTreeMap::new();
        for number in left.iter().flat_map(|&index| side[index].value.numbers()) {
            *counts.entry(number).or_insert(0_usize) += 1;
        }
        counts
    });
    let split = |left: Vec<usize>, side: &[Anchor], other: &BTreeMap<_, usize>| {
        let mut other = other.clone();
        left.into_iter().partition::<Vec<usize>, _>(|&index| {
            let numbers = side[index].value.numbers();
            let all = !numbers.is_empty()
                && numbers.iter().all(|number| other.get(number).is_some_and(|count| *count > 0));
            if all {
                for number in &numbers {
                    other.entry(*number).and_modify(|count| *count = count.saturating_sub(1));
                }
            }
            all
        })
    };
    let source = split(left.source, anchors.source, &counts.target);
    let target = split(left.target, anchors.target, &counts.source);
    agreement.dispersed = Pair::new(source.0, target.0);
    agreement.unmatched = Pair::new(source.1, target.1);
    agreement
}
