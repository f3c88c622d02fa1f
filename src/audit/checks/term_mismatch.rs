use crate::anchor::{Kind, TermForm};
use crate::audit::correspondence::{Correspondence, Unit};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, negation};
use crate::knowledge::contrasts::{Contrast, contrast};
use crate::knowledge::lexicon::Concept;
use crate::pair::{Pair, Side};

pub(super) static CHECK: Check = Check {
    id: "term-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A concept of one side that the other side meets with its opposite or with a sibling that excludes it.",
        matters: "The two renderings say different things in the same place: low for high, cats for dogs.",
        example: [
            ("en", "Low levels were found in older adults."),
            ("nb", "Det ble funnet høye nivåer hos eldre."),
        ],
        ignores: "Words that may mean what the other side says, near synonyms, opposites under a negation (\"not high\" for \"low\"), concepts that merely have no counterpart.",
    },
    scope: Scope::Bead(find),
};

/// How many units away a neighbour may stand.
const REACH: usize = 3;

fn find(view: &BeadView<'_>) -> Vec<Finding> {
    if view.bead().is_null() || view.bead().posterior < 0.5 {
        return Vec::new();
    }
    let words = Correspondence::of(view);
    let mut open = Pair::from_fn(|side| open_units(view, &words, side));
    let mut findings = Vec::new();
    for &at in &open.source {
        let source = &words.units.source[at];
        let met = open.target.iter().enumerate().find_map(|(place, &other)| {
            let target = &words.units.target[other];
            let (concepts, kind) = excluding(source, target)?;
            let is_alike = words.stand_alike(at, other, REACH);
            (is_alike && !is_turned(view, [source, target])).then_some((place, concepts, kind))
        });
        if let Some((place, concepts, kind)) = met {
            let target = &words.units.target[open.target.remove(place)];
            findings.push(finding(view, [source, target], concepts, kind));
        }
    }
    findings
}

/// The units without a counterpart that have a concept and are no part of a number or a compound.
fn open_units(view: &BeadView<'_>, words: &Correspondence, side: Side) -> Vec<usize> {
    let is_numeric = |kind| matches!(kind, Kind::Number | Kind::Quantity | Kind::Date);
    let anchors = view.anchors();
    let numeric = anchors.side(side).iter().filter(|anchor| is_numeric(anchor.value.kind()));
    let is_open = |unit: &Unit| {
        !unit.has_counterpart
            && !is_age(unit.span.of(view.document_text(side)))
            && unit.form.is_some_and(|form| form < TermForm::Compound)
            && !numeric.clone().any(|anchor| anchor.span.overlaps(unit.span))
    };
    let units = words.units.side(side).iter().enumerate();
    units.filter(|(_, unit)| is_open(unit)).map(|(at, _)| at).collect()
}

/// Hebrew says "daughter of 35" for "35 years old".
fn is_age(word: &str) -> bool {
    ["בן", "בת", "בני", "בנות"].contains(&word)
}

/// The concepts by which two units exclude each other, if at least half of the readings of both do.
fn excluding(source: &Unit, target: &Unit) -> Option<([Concept; 2], Contrast)> {
    let excludes = |one: Concept, others: &[Concept]| {
        others.iter().find_map(|&other| Some(([one, other], contrast(one, other)?)))
    };
    let found = |ones: &[Concept], others: &[Concept]| {
        ones.iter().filter_map(|&one| excludes(one, others)).collect::<Vec<_>>()
    };
    let there = found(&source.concepts, &target.concepts);
    let back = found(&target.concepts, &source.concepts);
    let is_half = |found: usize, all: usize| 2 * found >= all;
    (is_half(there.len(), source.concepts.len()) && is_half(back.len(), target.concepts.len()))
        .then(|| there.first().copied())?
}

/// Whether one of the two is negated where the other is not.
fn is_turned(view: &BeadView<'_>, units: [&Unit; 2]) -> bool {
    let [source, target] = Side::BOTH.map(|side| {
        let unit = units[usize::from(side == Side::Target)];
        negation::is_near(view, side, unit.span)
    });
    source != target
}

fn finding(
    view: &BeadView<'_>,
    units: [&Unit; 2],
    concepts: [Concept; 2],
    kind: Contrast,
) -> Finding {
    let [source, target] = units;
    let word = |side: Side, unit: &Unit| unit.span.of(view.document_text(side)).to_owned();
    let (source_word, target_word) = (word(Side::Source, source), word(Side::Target, target));
    let name =
        |concept: Concept| concept.name().split('.').next().unwrap_or_default().replace('_', " ");
    let message = format!(
        "\"{source_word}\" ({}) is met by \"{target_word}\" ({}).",
        name(concepts[0]),
        name(concepts[1])
    );
    let confidence = match kind {
        Contrast::Exclusive => 0.9,
        Contrast::Opposite => 0.85,
        Contrast::Field => 0.8,
    };
    let finding = Finding::new(&CHECK, confidence, message)
        .in_bead(view.index)
        .at(Side::Source, source.span)
        .at(Side::Target, target.span);
    match concepts[0].renderings(view.language(Side::Target)).next() {
        Some(usual) => finding.suggesting(usual),
        None => finding,
    }
}
