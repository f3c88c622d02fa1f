//! Makes several findings of one bead that have one cause into one.
//!
//! Two findings have one cause when they share text on a side. The one of the earlier check in the
//! table stays, since the table lists the more specific check first.

use std::collections::HashMap;

use super::{CHECKS, Finding};
use crate::pair::Side;

/// Findings without those whose cause an earlier check has told.
pub(super) fn one_per_cause(mut found: Vec<Finding>) -> Vec<Finding> {
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
        if !kept[first_of_bead..].iter().any(|told| share_text(told, &finding)) {
            kept.push(finding);
        }
    }
    kept
}

fn share_text(a: &Finding, b: &Finding) -> bool {
    a.check != b.check
        && a.bead.is_some()
        && a.bead == b.bead
        && Side::BOTH.iter().any(|side| {
            let (a, b) = (a.spans.side(*side), b.spans.side(*side));
            a.iter().any(|a| b.iter().any(|b| a.overlaps(*b)))
        })
}
