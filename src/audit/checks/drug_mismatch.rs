//! A medicine that is another one on the other side.

use crate::anchor::{Anchor, Kind, Value};
use crate::audit::unmet::{pair_up, unmet};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::knowledge::inn;
use crate::lang::Script;
use crate::pair::{Pair, Side};

pub(super) static CHECK: Check = Check {
    id: "drug-mismatch",
    severity: Severity::Critical,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A medicine of the source where the target names another one.",
        matters: "Both names are right words, so that no spelling check sees it, and the reader takes the wrong medicine.",
        example: [
            ("en", "She was treated with amitriptyline."),
            ("nb", "Hun ble behandlet med imipramin."),
        ],
        ignores: "The forms of one name in two languages, national names of one substance (acetaminophen, paracetamol), brand names, and a medicine that one side calls by its class.",
    },
    scope: Scope::Bead(|view| {
        let (pairs, _) = pair_up(unequal(view), |_, _| true);
        pairs.into_iter().filter_map(|pair| finding(view, pair)).collect()
    }),
};

fn inn_of(anchor: &Anchor) -> Option<&'static str> {
    match &anchor.value {
        Value::Drug(drug) => Some(drug.inn),
        _ => None,
    }
}

/// The medicines of both sides that the other side calls by no name of theirs.
fn unequal<'a>(view: &BeadView<'a>) -> Pair<Vec<&'a Anchor>> {
    let named = view.anchors().map(|anchors| {
        anchors.iter().filter(|anchor| inn_of(anchor).is_some()).collect::<Vec<_>>()
    });
    let mut unequal = unmet(view, Kind::Drug);
    for side in Side::BOTH {
        let others = named.side(side.other());
        unequal.side_mut(side).retain(|anchor| !others.iter().any(|other| are_one(anchor, other)));
    }
    unequal
}

/// Whether two names are those of one substance: a national name, or a salt named by one side.
fn are_one(a: &Anchor, b: &Anchor) -> bool {
    let (Some(a), Some(b)) = (inn_of(a), inn_of(b)) else { return true };
    let (a, b) = (inn::international(a), inn::international(b));
    a == b || a.starts_with(b) || b.starts_with(a)
}

fn finding(view: &BeadView<'_>, pair: Pair<&Anchor>) -> Option<Finding> {
    let text = Pair::from_fn(|side| pair.side(side).span.of(view.document_text(side)));
    let message =
        format!("The source names {}, the target another medicine, {}.", text.source, text.target);
    let meant = inn::form(inn_of(pair.source)?, view.language(Side::Target));
    let finding = Finding::new(&CHECK, 0.9, message)
        .in_bead(view.index)
        .at(Side::Source, pair.source.span)
        .at(Side::Target, pair.target.span);
    // The names are in Latin letters.
    let is_written = view.language(Side::Target).script == Script::Latin;
    Some(if is_written { finding.suggesting(meant) } else { finding })
}
