//! Finds where two aligned renderings diverge.
//!
//! The audit is symbolic: checks compare anchors, words and marks, never embeddings, since those do
//! not see a changed number, unit, drug or negation.

use rayon::prelude::*;

use crate::bitext::Bitext;

mod balance;
mod baseline;
mod check;
mod checks;
mod correspondence;
mod equivalence;
mod finding;
mod merge;
mod negation;
mod notation;
mod one_sided;
mod unmet;
mod values;
mod view;
mod wording;

pub use baseline::{Accepted, Applied, Baseline, Entry, fingerprint};
pub use check::{Check, Explanation, Scope};
pub use checks::CHECKS;
pub use finding::{Finding, Severity};
pub use view::BeadView;

/// How to audit.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {}

/// Runs every check over a bitext; findings come by severity, then confidence, then place.
pub fn audit(bitext: &Bitext, _options: &Options) -> Vec<Finding> {
    let beads = bitext.alignment.beads();
    let mut found: Vec<Finding> = (0..beads.len())
        .into_par_iter()
        .flat_map_iter(|index| {
            let view = BeadView::new(bitext, index);
            let mut found = Vec::new();
            for check in CHECKS {
                if let Scope::Bead(run) = check.scope {
                    found.extend(run(&view));
                }
            }
            found
        })
        .collect();
    for check in CHECKS {
        if let Scope::Bitext(run) = check.scope {
            found.extend(run(bitext));
        }
    }
    let mut findings = merge::one_per_cause(found);
    findings.sort_by(Finding::by_weight);
    findings
}

/// The check of an id.
pub fn check(id: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.id == id)
}
