//! An acronym whose letters differ, or that one side lacks.

use crate::anchor::{Acronym, Anchor, Kind, Strength, Value, Writing};
use crate::audit::unmet::{alone, changed, pair_up, unmet};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::Script;
use crate::pair::{Pair, Side};

pub(super) static CHECK: Check = Check {
    id: "acronym-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/entity",
    its: "mistranslation",
    explanation: Explanation {
        finds: "An acronym whose letters differ between the sides, or a Latin acronym in a text of another script that the other side lacks.",
        matters: "NMDA and NDMA are a receptor and a poison.",
        example: [
            ("he", "התרופה חוסמת את קולטן ה-NMDA."),
            ("nb", "Legemidlet blokkerer NDMA-reseptoren."),
        ],
        ignores: "Acronyms that have a form of their own in each language (WHO, OMS), their expansions, endings, and capitals (Nato).",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let texts = Pair::from_fn(|side| view.text(side).to_uppercase());
    let mut unmet = unmet(view, Kind::Acronym);
    for side in Side::BOTH {
        // As a plain word, or inside a compound.
        let other = texts.side(side.other());
        unmet.side_mut(side).retain(|anchor| {
            anchor.strength == Strength::Firm
                && short(anchor).is_some_and(|form| form.is_ascii() && !other.contains(form))
        });
    }
    let (pairs, lone) = pair_up(unmet, |a, b| match (short(a), short(b)) {
        (Some(a), Some(b)) => are_alike(a, b),
        _ => false,
    });
    let mut found: Vec<Finding> =
        pairs.into_iter().map(|pair| changed(view, &CHECK, 0.9, pair)).collect();
    for side in Side::BOTH {
        // What stands in Latin letters in another script was taken over as it is.
        if view.language(side).script != Script::Latin {
            let telling = lone.side(side).iter().filter(|anchor| {
                let text = anchor.span.of(view.document_text(side));
                text.is_ascii() && short(anchor).is_some_and(|form| form.len() >= 3)
            });
            found.extend(telling.map(|anchor| alone(view, &CHECK, 0.6, side, anchor)));
        }
    }
    found
}

fn short(anchor: &Anchor) -> Option<&str> {
    match &anchor.value {
        Value::Acronym(Acronym { form, writing: Writing::Short }) => Some(form),
        _ => None,
    }
}

/// Whether one acronym may be the other with letters exchanged, lost or mistaken.
fn are_alike(a: &str, b: &str) -> bool {
    let shorter = a.len().min(b.len());
    shorter >= 3 && strsim::osa_distance(a, b) <= 1
        || shorter >= 4 && {
            let sorted = |text: &str| {
                let mut letters: Vec<_> = text.bytes().collect();
                letters.sort_unstable();
                letters
            };
            sorted(a) == sorted(b)
        }
}
