//! A formula, isotope, vitamin, element or blood group that differs or that one side lacks.

use std::mem::discriminant;

use crate::anchor::{Anchor, Formula, Kind, Strength, Value};
use crate::audit::unmet::{alone, changed, pair_up, unmet};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, blood_group};
use crate::pair::{Pair, Side};
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "formula-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A chemical formula, ion, isotope, vitamin, coenzyme or element that differs between the sides or stands on one side only, and a blood group that is another one (critical).",
        matters: "One index or letter makes another substance.",
        example: [("en", "The solution contains MgCl2."), ("nb", "Løsningen inneholder MgCl₃.")],
        ignores: "Subscripts against plain digits, a symbol against the name of its element, vitamin names in words, and everyday metals.",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let groups = Pair::from_fn(|side| blood_group::groups(view, side));
    let mut unmet = unmet(view, Kind::Formula);
    for side in Side::BOTH {
        let is_group = |span: Span| groups.side(side).iter().any(|it| it.span.overlaps(span));
        unmet
            .side_mut(side)
            .retain(|anchor| anchor.strength == Strength::Firm && !is_group(anchor.span));
    }
    let (pairs, lone) = pair_up(unmet, |a, b| match (formula(a), formula(b)) {
        (Some(a), Some(b)) => discriminant(a) == discriminant(b),
        _ => false,
    });
    let mut found: Vec<Finding> =
        pairs.into_iter().map(|pair| changed(view, &CHECK, 0.9, pair)).collect();
    for side in Side::BOTH {
        let telling = lone.side(side).iter().filter(|anchor| {
            matches!(
                formula(anchor),
                Some(
                    Formula::Composition(_)
                        | Formula::Isotope { .. }
                        | Formula::Vitamin(_)
                        | Formula::Coenzyme(_)
                )
            )
        });
        found.extend(telling.map(|anchor| alone(view, &CHECK, 0.7, side, anchor)));
    }
    found.extend(blood_group::changed(groups).map(|pair| {
        let text = Pair::from_fn(|side| pair.side(side).span.of(view.document_text(side)));
        let message =
            format!("The source names blood group {}, the target {}.", text.source, text.target);
        Finding::new(&CHECK, 0.9, message)
            .with_severity(Severity::Critical)
            .in_bead(view.index)
            .at(Side::Source, pair.source.span)
            .at(Side::Target, pair.target.span)
    }));
    found
}

fn formula(anchor: &Anchor) -> Option<&Formula> {
    match &anchor.value {
        Value::Formula(formula) => Some(formula),
        _ => None,
    }
}
