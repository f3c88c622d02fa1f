use rayon::prelude::*;

use crate::anchor::{Match, Value};
use crate::audit::correspondence::{Correspondence, Unit};
use crate::audit::omission::{LIKELY, Norms, SURE, heaviest};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::clock::ClockWords;
use crate::lang::words::fold;
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "clause-missing",
    severity: Severity::Major,
    mqm: "accuracy/omission",
    its: "omission",
    explanation: Explanation {
        finds: "A sentence or a clause of a bead that the other side has nothing for, and by whose length it is shorter.",
        matters: "Part of a sentence was left out, or added.",
        example: [
            ("en", "Take it with food, and never with milk or grapefruit juice."),
            ("nb", "Tas sammen med mat."),
        ],
        ignores: "Sides that differ in length alone, or in wording alone; headings and short lines.",
    },
    scope: Scope::Bitext(|bitext| {
        let norms = Norms::of(bitext);
        let beads = (0..bitext.alignment.beads().len()).into_par_iter();
        beads.filter_map(|index| find(&BeadView::new(bitext, index), &norms)).collect()
    }),
};

/// The part that one side of a bead has alone.
fn find(view: &BeadView<'_>, norms: &Norms) -> Option<Finding> {
    if view.bead().is_null() || view.bead().posterior < 0.5 {
        return None;
    }
    let words = || {
        let mut words = view.correspondence().clone();
        meet_values(view, &mut words);
        words
    };
    let part = heaviest(view, norms, words).filter(|part| part.weight >= LIKELY)?;
    let (here, there) = (part.side.name(), part.side.other().name());
    let message = format!("The {there} side has nothing for this part of the {here} side.");
    let strength = if part.weight >= SURE { 0.9 } else { 0.75 };
    let finding = Finding::new(&CHECK, strength, message).in_bead(view.index);
    let other = part.side.other();
    Some(finding.at(part.side, part.span).at_all(other, view.span(other)))
}

/// Marks as met the words of a value that the other side has too, whatever its words: "klokken halv
/// seks om ettermiddagen" and "17:30".
fn meet_values(view: &BeadView<'_>, words: &mut Correspondence) {
    let anchors = view.anchors();
    for side in Side::BOTH {
        let (text, heads) = (view.document_text(side), ClockWords::of(view.language(side)).heads);
        let is_head = |unit: &Unit| {
            let word = fold(unit.span.of(text));
            heads.split('|').any(|head| head == word)
        };
        let others = anchors.side(side.other());
        let is_met =
            |value: &Value| others.iter().any(|other| value.matches(&other.value) != Match::None);
        let units = words.units.side_mut(side);
        let is_name = |value: &Value| matches!(value, Value::Name(_));
        let met = anchors.side(side).iter();
        let met = met.filter(|anchor| !is_name(&anchor.value) && is_met(&anchor.value));
        for anchor in met {
            let first = units.partition_point(|unit| unit.span.end <= anchor.span.start);
            let inside = units[first..]
                .iter_mut()
                .take_while(|unit| unit.span.start < anchor.span.end)
                .filter(|unit| anchor.span.contains(unit.span));
            inside.for_each(|unit| unit.has_counterpart = true);
            if let Value::Date(date) = &anchor.value
                && date.clock.is_some()
                && let Some(before) = units[..first].last_mut().filter(|unit| is_head(unit))
            {
                before.has_counterpart = true;
            }
        }
    }
}
