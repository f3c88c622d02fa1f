//! Makes several findings of one bead that have one cause into one.
//!
//! Two findings have one cause when they share text on a side that both are about. The one of the
//! earlier check in the table stays, since the table lists the more specific check first.

use std::collections::HashMap;

use super::{CHECKS, Finding};
use crate::bitext::Bitext;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Findings without those whose cause an earlier check has told.
pub(super) fn one_per_cause(bitext: &Bitext, mut found: Vec<Finding>) -> Vec<Finding> {
    let rank: HashMap<&str, usize> =
        CHECKS.iter().enumerate().map(|(rank, check)| (check.id, rank)).collect();
    found.sort_by(|a, b| {
        let order = a.bead.cmp(&b.bead).then(rank[a.check].cmp(&rank[b.check]));
        order.then_with(|| a.by_weight(b))
    });
    let mut kept: Vec<Finding> = Vec::new();
    let mut first_of_bead = 0;
    for finding in found {
        if kept.last().is_some_and(|last| last.bead != finding.bead) {
            first_of_bead = kept.len();
        }
        if !kept[first_of_bead..].iter().any(|told| have_one_cause(bitext, told, &finding)) {
            kept.push(finding);
        }
    }
    kept
}

fn have_one_cause(bitext: &Bitext, a: &Finding, b: &Finding) -> bool {
    let Some(bead) = a.bead.filter(|_| a.check != b.check && a.bead == b.bead) else {
        return false;
    };
    let (a, b) = (places(bitext, bead, a), places(bitext, bead, b));
    Side::BOTH.iter().any(|side| {
        let (a, b) = (a.side(*side), b.side(*side));
        a.iter().any(|a| b.iter().any(|b| a.overlaps(*b)))
    })
}

/// What a finding is about: of its places, not the whole of a side that it names beside a narrower
/// place on the other, as where a value of one side has no counterpart.
fn places<'a>(bitext: &Bitext, bead: usize, finding: &'a Finding) -> Pair<&'a [Span]> {
    let segments = &bitext.alignment.beads()[bead].segments;
    let is_whole = Pair::from_fn(|side| {
        let whole = bitext.renderings.side(side).span(segments.side(side).clone());
        matches!((finding.spans.side(side)[..].as_ref(), whole), ([span], Some(whole)) if *span == whole)
    });
    Pair::from_fn(|side| {
        let spans = finding.spans.side(side);
        let other = side.other();
        let is_context =
            *is_whole.side(side) && !*is_whole.side(other) && !finding.spans.side(other).is_empty();
        if is_context { &[] } else { spans.as_slice() }
    })
}
