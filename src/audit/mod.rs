//! Finds where two aligned renderings diverge.
//!
//! The audit is symbolic: checks compare anchors, words and marks, never embeddings, since those do
//! not see a changed number, unit, drug or negation.

use rayon::prelude::*;

use crate::bitext::Bitext;

mod balance;
mod baseline;
mod blood_group;
mod bound;
mod calibration;
mod check;
mod checks;
mod config;
mod consistency;
mod correspondence;
mod english_holes;
mod equivalence;
mod exchange;
mod finding;
mod frequency;
mod glossary;
mod implied;
mod localised;
mod measured;
mod merge;
mod naming;
mod negated;
mod negation;
mod notation;
mod omission;
mod one_sided;
mod options;
mod particle;
mod products;
mod recurring;
mod relocation;
mod replacement;
mod toml;
mod traces;
mod units;
mod unmet;
mod usage;
mod value_likeness;
mod values;
mod view;
mod wording;

pub use baseline::{Accepted, Applied, Baseline, Entry, HEAD as BASELINE_HEAD, entry, fingerprint};
pub use calibration::{Confidence, calibrated, grade};
pub use check::{Check, Explanation, Scope};
pub use checks::CHECKS;
pub use config::{Config, FailOn};
pub use finding::{Finding, Severity};
pub use glossary::Glossary;
pub use measured::Measured;
pub use options::{Level, Options};
pub use view::BeadView;

/// Runs the checks over a bitext; findings come by severity, then confidence, then place.
pub fn audit(bitext: &Bitext, options: &Options) -> Vec<Finding> {
    let checks = options.checks();
    let beads = bitext.alignment.beads();
    let usage = usage::Usage::of(bitext);
    let mut found: Vec<Finding> = (0..beads.len())
        .into_par_iter()
        .flat_map_iter(|index| {
            let view = BeadView::with_usage(bitext, index, &usage);
            let mut found = Vec::new();
            let is_same = view.sides_are_equal();
            for check in &checks {
                match check.scope {
                    Scope::AnyBead(run) => found.extend(run(&view)),
                    Scope::Bead(run) if !is_same => found.extend(run(&view)),
                    Scope::Glossary(run) if !is_same => {
                        found.extend(run(&view, &options.glossary));
                    }
                    Scope::Bead(_) | Scope::Glossary(_) | Scope::Bitext(_) => {}
                }
            }
            found
        })
        .collect();
    for check in &checks {
        if let Scope::Bitext(run) = check.scope {
            found.extend(run(bitext));
        }
    }
    found.retain(|finding| !options.accepts(bitext, finding));
    let findings = recurring::told_once(bitext, merge::one_per_cause(bitext, found));
    let mut findings: Vec<_> =
        findings.into_iter().map(|finding| options.adjusted(finding)).collect();
    findings.sort_by(Finding::by_weight);
    findings
}

/// The check of an id.
pub fn check(id: &str) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.id == id)
}
