//! Says a difference between values as a finding.

use super::values::{Difference, Fault, Situation};
use super::{BeadView, Check, Finding, Severity, notation};
use crate::anchor::{Anchor, Comparator, Value};
use crate::pair::{Pair, Side};

/// The findings of the check that a fault belongs to.
pub(super) fn findings(view: &BeadView<'_>, check: &'static Check, fault: Fault) -> Vec<Finding> {
    let differences = view.differences().iter().filter(|found| found.fault == fault);
    differences.map(|difference| finding(view, check, difference)).collect()
}

fn finding(view: &BeadView<'_>, check: &'static Check, difference: &Difference<'_>) -> Finding {
    let message = message(view, difference);
    let mut finding = Finding::new(check, difference.confidence(), message).in_bead(view.index);
    for side in Side::BOTH {
        let span = difference.anchors.side(side).map(|anchor| anchor.span).or(view.span(side));
        finding = finding.at_all(side, span);
    }
    if let Pair { source: Some(source), target: Some(target) } = difference.anchors {
        let anchors = Pair::new(source, target);
        if let Some(text) = notation::rewritten(view, Side::Target, anchors) {
            finding = finding.suggesting(text);
        }
    }
    let doses = [difference.anchors.source, difference.anchors.target];
    if doses.into_iter().flatten().any(is_dose) && difference.situation == Situation::Changed
        || difference.fault == Fault::Unit && doses.into_iter().flatten().all(is_dose)
    {
        finding = finding.with_severity(Severity::Critical);
    }
    if difference.fault == Fault::Number && is_dilution(view, difference) {
        finding = finding.with_severity(Severity::Critical);
    }
    if difference.situation == Situation::Rounded || difference.situation == Situation::Partial {
        finding = finding.with_severity(Severity::Minor);
    }
    if is_liberty(difference) {
        finding = finding.with_severity(Severity::Note);
    }
    finding
}

/// Whether a difference is a liberty of translation: a rounded value that says "about".
fn is_liberty(difference: &Difference<'_>) -> bool {
    let values = [difference.anchors.source, difference.anchors.target];
    difference.situation == Situation::Rounded
        && values.into_iter().flatten().any(|anchor| comparator(anchor) == Comparator::About)
}

/// Whether a value is what medicines are measured in.
fn is_dose(anchor: &Anchor) -> bool {
    matches!(&anchor.value, Value::Quantity(quantity) if quantity.is_dose())
}

/// Whether both values are what one part is diluted to: 1:1000.
fn is_dilution(view: &BeadView<'_>, difference: &Difference<'_>) -> bool {
    Side::BOTH.iter().all(|&side| {
        difference.anchors.side(side).is_some_and(|anchor| {
            let before = &view.document_text(side)[..anchor.span.start];
            before
                .trim_end_matches(' ')
                .strip_suffix("1:")
                .is_some_and(|rest| !rest.ends_with(|sign: char| sign.is_alphanumeric()))
        })
    })
}

fn message(view: &BeadView<'_>, difference: &Difference<'_>) -> String {
    let written = |side: Side, anchor: &Anchor| {
        let text = anchor.span.of(view.document_text(side));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (source, target) = match difference.anchors {
        Pair { source: Some(source), target: Some(target) } => (source, target),
        Pair { source: Some(source), .. } => {
            let (text, what) = (written(Side::Source, source), kind(source));
            return match difference.situation {
                Situation::Repeated => {
                    format!("The source says {text} once more than the target.")
                }
                _ => format!("The source says {text}; the target gives no such {what}."),
            };
        }
        Pair { target: Some(target), .. } => {
            let (text, what) = (written(Side::Target, target), kind(target));
            return match difference.situation {
                Situation::Repeated => {
                    format!("The target says {text} once more than the source.")
                }
                _ => format!("The target says {text}; the source gives no such {what}."),
            };
        }
        Pair { .. } => return String::new(),
    };
    let (a, b) = (written(Side::Source, source), written(Side::Target, target));
    match difference.fault {
        Fault::Comparator => format!(
            "The source says {} {a}, the target {} {b}.",
            bound(comparator(source)),
            bound(comparator(target))
        ),
        Fault::Unit => format!("The unit differs: {a} in the source, {b} in the target."),
        Fault::Percent => format!("Only one side is a percentage: {a} against {b}."),
        Fault::Range => format!("The range differs: {a} in the source, {b} in the target."),
        _ => match difference.situation {
            Situation::Rounded => format!("One side is rounded: {a} against {b}."),
            Situation::Partial => format!("One side gives a part of the date: {a} against {b}."),
            _ => format!("The source says {a}, the target {b}."),
        },
    }
}

fn kind(anchor: &Anchor) -> &'static str {
    match &anchor.value {
        Value::Date(date) if date.clock.is_some() => "time",
        Value::Date(_) => "date",
        Value::Quantity(_) => "quantity",
        _ => "number",
    }
}

fn comparator(anchor: &Anchor) -> Comparator {
    match &anchor.value {
        Value::Number(number) => number.magnitude.comparator,
        Value::Quantity(quantity) => quantity.magnitude.comparator,
        _ => Comparator::Equal,
    }
}

fn bound(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "exactly",
        Comparator::Less => "less than",
        Comparator::AtMost => "at most",
        Comparator::AtLeast => "at least",
        Comparator::More => "more than",
        Comparator::About => "about",
    }
}
