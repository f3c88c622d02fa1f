//! A reference to a periodical, or a reference mark, that differs or that one side lacks.

use crate::anchor::{Anchor, Citation, Kind, Value};
use crate::audit::unmet::{alone, changed, pair_up, unmet};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "citation-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A year, volume, issue or page of a cited work, or a reference mark such as [12], that differs between the sides or stands on one side only.",
        matters: "A reader who follows the reference finds another work, or none.",
        example: [
            ("en", "Neurology Today 2019;17(13):2216."),
            ("nb", "Neurology Today 2019;17(12):2216."),
        ],
        ignores: "Other marks between the parts, a year or a last page that one side leaves out, and ranges of marks written out.",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let (pairs, lone) = pair_up(unmet(view, Kind::Citation), |a, b| is_mark(a) == is_mark(b));
    let mut found: Vec<Finding> =
        pairs.into_iter().map(|pair| changed(view, &CHECK, 0.9, pair)).collect();
    for side in Side::BOTH {
        found.extend(lone.side(side).iter().map(|anchor| {
            let finding = alone(view, &CHECK, 0.7, side, anchor);
            if is_mark(anchor) { finding.with_severity(Severity::Minor) } else { finding }
        }));
    }
    found
}

fn is_mark(anchor: &Anchor) -> bool {
    matches!(&anchor.value, Value::Citation(Citation::Marks(_)))
}
