//! A DOI, link or register number that differs or that one side lacks.

use crate::anchor::{Anchor, Kind, Scheme, Value};
use crate::audit::unmet::{alone, changed, pair_up, unmet};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::pair::{Pair, Side};

pub(super) static CHECK: Check = Check {
    id: "identifier-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A DOI, link, e-mail address, ISBN or register number that differs between the sides or stands on one side only.",
        matters: "An identifier with one wrong sign leads nowhere, or to another work.",
        example: [("en", "See doi:10.1000/xyz.2019.118."), ("nb", "Se doi:10.1000/xyz.2019.181.")],
        ignores: "\"https://doi.org/\" before a DOI, capitals, a full stop behind it, and a link that the target replaces by one of its own language.",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let unmet = unmet(view, Kind::Identifier);
    let unmet = Pair::from_fn(|side| {
        let free = unmet.side(side).iter().copied();
        free.filter(|anchor| !is_inside(view, side, anchor)).collect()
    });
    let (pairs, lone) = pair_up(unmet, |a, b| scheme(a) == scheme(b));
    // A page of the same site in the other language is no fault.
    let told = |anchor: &Anchor, finding: Finding| match scheme(anchor) {
        Some(Scheme::Url | Scheme::Email) => finding.with_severity(Severity::Minor),
        _ => finding,
    };
    let confidence = |anchor: &Anchor, link: f64, other: f64| match scheme(anchor) {
        Some(Scheme::Url | Scheme::Email) => link,
        _ => other,
    };
    let mut found: Vec<Finding> = pairs
        .into_iter()
        .map(|pair| {
            let confidence = confidence(pair.source, 0.6, 0.95);
            told(pair.source, changed(view, &CHECK, confidence, pair))
        })
        .collect();
    for side in Side::BOTH {
        found.extend(lone.side(side).iter().map(|anchor| {
            told(anchor, alone(view, &CHECK, confidence(anchor, 0.6, 0.8), side, anchor))
        }));
    }
    found
}

/// Whether the other side gives the identifier inside a link, or the link around it: a register
/// number and its page in the register.
fn is_inside(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    let text =
        |side: Side, anchor: &Anchor| anchor.span.of(view.document_text(side)).to_ascii_lowercase();
    let own = text(side, anchor);
    let others = view.anchors().side(side.other()).iter();
    let others = others.filter(|other| other.value.kind() == Kind::Identifier);
    others.map(|other| text(side.other(), other)).any(|other| {
        let (short, long) = if own.len() < other.len() { (&own, &other) } else { (&other, &own) };
        long.contains("://") && long.ends_with(short.as_str())
    })
}

fn scheme(anchor: &Anchor) -> Option<Scheme> {
    match &anchor.value {
        Value::Identifier(identifier) => Some(identifier.scheme),
        _ => None,
    }
}
