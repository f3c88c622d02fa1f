//! Values that have changed places: "5 kg in 3 months" and "3 kg in 5 months", "600 mg, then 300 mg
//! daily" and "300 mg, then 600 mg daily", "5 mg in the morning and 10 mg in the evening" and the
//! reverse.
//!
//! Quadratic in the values of a bead.

use super::{BeadView, Check, Finding, Severity};
use crate::anchor::{Agreement, Anchor, Kind, Match, Strength, Unit, Value};
use crate::knowledge::contrasts::contrast;
use crate::knowledge::lexicon::Concept;
use crate::lang::words::words;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Two pairs of equal figures whose units are crossed belong the other way round. Takes them out of
/// the agreement and gives the pairs of values with one unit.
pub(super) fn uncross(
    values: &Pair<Vec<&Anchor>>,
    agreement: &mut Agreement,
) -> Vec<(usize, usize)> {
    let unit = |anchor: &Anchor| match &anchor.value {
        Value::Quantity(quantity) => Some(quantity.unit),
        _ => None,
    };
    let units = |&(source, target, grade): &(usize, usize, Match)| -> Option<(Unit, Unit)> {
        let pair = (unit(values.source[source])?, unit(values.target[target])?);
        (grade == Match::Bare && pair.0 != pair.1).then_some(pair)
    };
    let mut crossed = Vec::new();
    let mut at = 0;
    while at < agreement.pairs.len() {
        let here = agreement.pairs[at];
        let partner = units(&here).and_then(|(source, target)| {
            let rest = agreement.pairs[at + 1..].iter();
            let found = rest.clone().position(|other| units(other) == Some((target, source)));
            found.map(|behind| at + 1 + behind)
        });
        match partner {
            Some(other) => {
                let there = agreement.pairs.remove(other);
                agreement.pairs.remove(at);
                crossed.extend([(here.0, there.1), (there.0, here.1)]);
            }
            None => at += 1,
        }
    }
    crossed
}

/// What tells a value from another one of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    /// A medicine.
    Drug(&'static str),
    /// A concept that has an opposite beside it: morning, left, placebo.
    Concept(Concept),
    /// A letter: group A, arm B.
    Letter(u8),
}

/// The findings of `check` on two values whose labels are exchanged.
pub(super) fn findings(view: &BeadView<'_>, check: &'static Check, kind: Kind) -> Vec<Finding> {
    let Some(ours) = labelled(view, Side::Source) else { return Vec::new() };
    let Some(theirs) = labelled(view, Side::Target) else { return Vec::new() };
    let of = |side: &[(Label, &Anchor); 2], label: Label| {
        side.iter().find(|(own, _)| *own == label).map(|(_, anchor)| anchor.value.clone())
    };
    let [(first, one), (second, two)] = ours;
    let (Some(there_first), Some(there_second)) = (of(&theirs, first), of(&theirs, second)) else {
        return Vec::new();
    };
    let agree = |a: &Value, b: &Value| matches!(a.matches(b), Match::Exact | Match::Converted);
    let is_crossed = agree(&one.value, &there_second) && agree(&two.value, &there_first);
    if !is_crossed || agree(&one.value, &two.value) || one.value.kind() != kind {
        return Vec::new();
    }
    let text = |anchor: &Anchor| anchor.span.of(view.document_text(Side::Source)).trim();
    let message = format!("The target exchanges {} and {}.", text(one), text(two));
    let places = |side: &[(Label, &Anchor); 2]| side.map(|(_, anchor)| anchor.span);
    let is_dose = matches!(&one.value, Value::Quantity(quantity) if quantity.is_dose());
    let severity = if is_dose { Severity::Critical } else { Severity::Major };
    let finding = Finding::new(check, 0.9, message)
        .with_severity(severity)
        .in_bead(view.index)
        .at_all(Side::Source, places(&ours))
        .at_all(Side::Target, places(&theirs));
    vec![finding]
}

/// The only two values of a side with the label that belongs to each: labels and values take turns.
fn labelled<'a>(view: &BeadView<'a>, side: Side) -> Option<[(Label, &'a Anchor); 2]> {
    let is_value = |anchor: &&Anchor| match &anchor.value {
        Value::Quantity(_) => true,
        Value::Number(_) => anchor.strength == Strength::Firm,
        _ => false,
    };
    let is_dose =
        |anchor: &&Anchor| matches!(&anchor.value, Value::Quantity(quantity) if quantity.is_dose());
    let anchors = *view.anchors().side(side);
    let mut values: Vec<&Anchor> = anchors.iter().filter(is_value).collect();
    // Durations and the like may stand between doses.
    if values.iter().filter(|anchor| is_dose(anchor)).count() == 2 {
        values.retain(is_dose);
    }
    let [first, last] = values[..] else { return None };
    // What stands at an end or a beginning is not told from another number by that.
    let are_doses = values.iter().all(is_dose);
    let is_sure = |label: &Label| are_doses || !matches!(label, Label::Concept(_));
    let mut labels = labels(view, side, anchors);
    labels.retain(|(label, _)| is_sure(label));
    let [one, two] = labels[..] else { return None };
    let order = [first.span.start, last.span.start, one.1.start, two.1.start];
    let [a, b, x, y] = order;
    let takes_turns = x < a && a < y && y < b || a < x && x < b && b < y;
    takes_turns.then_some([(one.0, first), (two.0, last)])
}

/// The labels of a side, in text order: two medicines, two opposites or two letters.
fn labels(view: &BeadView<'_>, side: Side, anchors: &[Anchor]) -> Vec<(Label, Span)> {
    let drugs = anchors.iter().filter_map(|anchor| match &anchor.value {
        Value::Drug(drug) => Some((Label::Drug(drug.inn), anchor.span)),
        _ => None,
    });
    let drugs: Vec<_> = drugs.collect();
    let start = view.span(side).map_or(0, |span| span.start);
    let letters = words(view.text(side)).filter_map(|(at, word)| match word.as_bytes() {
        [letter @ b'A'..=b'H'] => {
            Some((Label::Letter(*letter), Span::new(at, at + 1).shift(start)))
        }
        _ => None,
    });
    let letters: Vec<_> = letters.collect();
    let terms = *view.terms().side(side);
    let opposes =
        |concept: Concept| terms.iter().any(|other| contrast(concept, other.concept).is_some());
    let opposites = terms.iter().filter(|term| opposes(term.concept));
    let mut opposites: Vec<_> =
        opposites.map(|term| (Label::Concept(term.concept), term.span)).collect();
    opposites.sort_by_key(|(_, span)| *span);
    opposites.dedup_by_key(|(_, span)| *span);
    let differ = |labels: &Vec<(Label, Span)>| labels.len() == 2 && labels[0].0 != labels[1].0;
    [letters, drugs, opposites].into_iter().find(differ).unwrap_or_default()
}
