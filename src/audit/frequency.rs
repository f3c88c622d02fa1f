//! How often something is to be done, compared between the sides of a bead.
//!
//! Frequencies of both sides that come back as often are taken out, however they are said ("every 8
//! hours", "three times a day"); what is then left on both sides differs. What only one side says
//! may be said in other words on the other and is left alone. Cubic in the frequencies of a bead,
//! which are few.

use super::{BeadView, Check, Finding, Severity};
use crate::anchor::{Anchor, Frequency, Manner, Value, frequencies};
use crate::knowledge::units::Dimension;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// The frequencies of a bead, compared.
#[derive(Debug, Default)]
pub(super) struct Frequencies {
    /// Those that the other side says too; doses are not among them.
    pub met: Pair<Vec<Span>>,
    /// Those that differ.
    pub changed: Vec<Pair<Frequency>>,
}

impl Frequencies {
    /// Compares the frequencies of a bead.
    pub fn of(view: &BeadView<'_>) -> Frequencies {
        let anchors = view.anchors();
        let is_timed = |anchor: &Anchor| {
            let Value::Quantity(quantity) = &anchor.value else { return false };
            let units = [Some(quantity.unit.of)].into_iter().chain(quantity.unit.per);
            units
                .flatten()
                .any(|unit| matches!(unit.row().dimension, Dimension::Time | Dimension::Calendar))
        };
        // Something must be counted for a frequency to matter.
        if !Side::BOTH.iter().any(|&side| anchors.side(side).iter().any(is_timed)) {
            return Frequencies::default();
        }
        let mut open = Pair::from_fn(|side| {
            let text = view.document_text(side);
            view.span(side).map_or_else(Vec::new, |span| {
                frequencies(text, span, view.language(side), anchors.side(side))
            })
        });
        let mut compared = Frequencies::default();
        let mut said = Vec::new();
        open.source.retain(|source| {
            let met = open
                .target
                .iter()
                .position(|target| source.equals(target) || says_less(view, source, target));
            if let Some(at) = met {
                let is_dose = |frequency: &Frequency| frequency.manner == Manner::Dose;
                let target = open.target.remove(at);
                said.extend([*source, target]);
                compared.met.source.extend(Some(source.span).filter(|_| !is_dose(source)));
                compared.met.target.extend(Some(target.span).filter(|_| !is_dose(&target)));
            }
            met.is_none()
        });
        // A second mention of what is met says nothing new.
        for side in Side::BOTH {
            let is_new = |one: &Frequency| !said.iter().any(|other| one.equals(other));
            open.side_mut(side).retain(is_new);
        }
        for (source, target) in open.source.iter().zip(&open.target) {
            if differ(source, target) {
                compared.changed.push(Pair::new(*source, *target));
            }
        }
        compared
    }
}

/// Whether one side gives a dose for a day and the other the parts of one: "20 mg daily", "10 mg
/// twice daily".
fn says_less(view: &BeadView<'_>, source: &Frequency, target: &Frequency) -> bool {
    let side = match (source.manner, target.manner) {
        (Manner::Dose, Manner::Times | Manner::Idiom | Manner::Interval) => Side::Source,
        (Manner::Times | Manner::Idiom | Manner::Interval, Manner::Dose) => Side::Target,
        _ => return false,
    };
    let dose = match side {
        Side::Source => source,
        Side::Target => target,
    };
    let anchors = view.anchors();
    let value = anchors.side(side).iter().find(|anchor| anchor.span == dose.span);
    let Some(Value::Quantity(quantity)) = value.map(|anchor| &anchor.value) else { return false };
    let is_given_alike = anchors.side(side.other()).iter().any(|other| match &other.value {
        Value::Quantity(other) => {
            other.unit.of == quantity.unit.of
                && other.magnitude.low == quantity.magnitude.low
                && other.magnitude.high == quantity.magnitude.high
        }
        _ => false,
    });
    source.unit == target.unit && !is_given_alike
}

/// Whether two frequencies that are not one are worth telling: two doses are compared as values,
/// and so are two numbers of times in one unit.
fn differ(source: &Frequency, target: &Frequency) -> bool {
    match (source.manner, target.manner) {
        (Manner::Dose, Manner::Dose) => false,
        (Manner::Times, Manner::Times) => source.unit != target.unit,
        (Manner::Adverb, Manner::Adverb) => source.unit != target.unit,
        (Manner::Interval, Manner::Interval) => false,
        _ => true,
    }
}

/// The findings of `check` on frequencies that differ.
pub(super) fn findings(view: &BeadView<'_>, check: &'static Check) -> Vec<Finding> {
    let changed = view.frequencies().changed.iter();
    changed.map(|pair| finding(view, check, *pair)).collect()
}

fn finding(view: &BeadView<'_>, check: &'static Check, pair: Pair<Frequency>) -> Finding {
    let text = Pair::from_fn(|side| {
        let text = pair.side(side).span.of(view.document_text(side));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let message =
        format!("How often differs: {} in the source, {} in the target.", text.source, text.target);
    let severity = if is_of_medicine(view) { Severity::Critical } else { Severity::Major };
    Finding::new(check, 0.9, message)
        .with_severity(severity)
        .in_bead(view.index)
        .at(Side::Source, pair.source.span)
        .at(Side::Target, pair.target.span)
}

/// Classes of terms that tell of the taking of medicine.
const MEDICINE: &[&str] = &["noun.drug", "noun.dose", "adj.route", "adj.pharma"];

/// Whether a bead gives a dose, a medicine or a form of one.
fn is_of_medicine(view: &BeadView<'_>) -> bool {
    let is_dose = |anchor: &Anchor| match &anchor.value {
        Value::Drug(_) => true,
        Value::Quantity(quantity) => quantity.is_dose(),
        _ => false,
    };
    Side::BOTH.iter().any(|&side| {
        let terms = view.terms();
        view.anchors().side(side).iter().any(is_dose)
            || terms
                .side(side)
                .iter()
                .any(|term| MEDICINE.iter().any(|class| term.concept.class().starts_with(class)))
    })
}
