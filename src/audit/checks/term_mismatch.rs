use crate::anchor::{Kind, Strength, TermForm};
use crate::audit::correspondence::{Correspondence, Role, Unit};
use crate::audit::particle::without_particles;
use crate::audit::replacement::{Meant, replacement};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, negation};
use crate::knowledge::contrasts::Contrast;
use crate::knowledge::lexicon::Concept;
use crate::knowledge::negation::Polarity;
use crate::pair::{Pair, Side};
use crate::span::Span;

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
        ignores: "Words that may mean what the other side says, near synonyms and kinds of one thing (a duck for a bird), opposites under a negation (\"not high\" for \"low\"), the words of dates, numbers and comparators, concepts that merely have no counterpart.",
    },
    scope: Scope::Bead(find),
};

/// How many content words away a neighbour may stand.
const REACH: usize = 3;

fn find(view: &BeadView<'_>) -> Vec<Finding> {
    if view.bead().is_null() || view.bead().posterior < 0.5 {
        return Vec::new();
    }
    let words = view.correspondence();
    let mut open = Pair::from_fn(|side| open_units(view, words, side));
    let mut findings = Vec::new();
    for &at in &open.source {
        let source = &words.units.source[at];
        let met = open.target.iter().enumerate().find_map(|(place, &other)| {
            let target = &words.units.target[other];
            let exclusion = excluding(view, source, target)?;
            let is_met = are_in_one_place(words, at, other, exclusion)
                && !is_turned(view, [source, target])
                && !is_forbidden(view, [source, target], exclusion);
            is_met.then_some((place, exclusion))
        });
        if let Some((place, exclusion)) = met {
            let target = &words.units.target[open.target.remove(place)];
            findings.push(finding(view, [source, target], exclusion));
        }
    }
    findings
}

/// The units without a counterpart that have a concept and are no part of a number, a date or a
/// compound.
fn open_units(view: &BeadView<'_>, words: &Correspondence, side: Side) -> Vec<usize> {
    let anchors = view.anchors();
    let numeric: Vec<Span> = anchors
        .side(side)
        .iter()
        .filter(|anchor| match anchor.value.kind() {
            Kind::Number | Kind::Quantity => true,
            // A weekday or month alone is compared as a word.
            Kind::Date => anchor.strength == Strength::Firm,
            _ => false,
        })
        .map(|anchor| anchor.span)
        .collect();
    let units = words.units.side(side);
    let is_numeric = |unit: &Unit| numeric.iter().any(|span| span.overlaps(unit.span));
    // "Not a doctor but": Swedish says "utan" there, which is without elsewhere.
    let idle = view.negations(side).iter().filter(|it| it.polarity == Polarity::Idle);
    let idle: Vec<Span> = idle.map(|negation| negation.span).collect();
    let is_open = |at: usize| {
        let unit = &units[at];
        !unit.has_counterpart
            && !idle.contains(&unit.span)
            && !is_age(unit.span.of(view.document_text(side)))
            && unit.form.is_some_and(|form| form < TermForm::Compound)
            && !is_numeric(unit)
            && !is_part_of_date(units, at, is_numeric)
    };
    (0..units.len()).filter(|&at| is_open(at)).collect()
}

/// Hebrew says "daughter of 35" for "35 years old".
fn is_age(word: &str) -> bool {
    ["בן", "בת", "בני", "בנות"].contains(&word)
}

/// Whether a unit of time stands beside what it counts or names, at most one small word between:
/// "the month of July", "day 3".
fn is_part_of_date(units: &[Unit], at: usize, is_numeric: impl Fn(&Unit) -> bool) -> bool {
    let is_of = |unit: &Unit, classes: &[&str]| {
        unit.concepts.iter().any(|concept| classes.contains(&concept.class()))
    };
    let dates = |unit: &Unit| is_numeric(unit) || is_of(unit, &["noun.month", "noun.weekday"]);
    let reaches = |mut beside: Box<dyn Iterator<Item = &Unit> + '_>| match beside.next() {
        Some(unit) if dates(unit) => true,
        Some(unit) if unit.role == Role::Function => beside.next().is_some_and(dates),
        _ => false,
    };
    is_of(&units[at], &["noun.time_unit", "noun.time"])
        && (reaches(Box::new(units[at + 1..].iter()))
            || reaches(Box::new(units[..at].iter().rev())))
}

/// How many of the readings of two units exclude each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readings {
    /// All of both.
    All,
    /// At least half of both.
    Half,
    /// All of one and some of the other, as where "right" is met by an unambiguous "left".
    AllOfOne,
}

/// How two units exclude each other.
#[derive(Clone, Copy)]
struct Exclusion {
    concepts: [Concept; 2],
    kind: Contrast,
    readings: Readings,
}

/// The concepts by which two units exclude each other; `None` where too few of their readings do.
fn excluding(view: &BeadView<'_>, source: &Unit, target: &Unit) -> Option<Exclusion> {
    // What a termbase prescribes is meant before what else the words may mean; a dictionary's
    // concepts exclude nothing.
    let is_prescribed =
        |concept: &Concept| view.termbase().is_some_and(|it| it.prescribes(*concept));
    let is_embedded = |concept: &Concept| !concept.is_own();
    let readings = |unit: &Unit, are_meant: &dyn Fn(&Concept) -> bool| -> Vec<Concept> {
        unit.concepts.iter().copied().filter(are_meant).collect()
    };
    let by = |are_meant: &dyn Fn(&Concept) -> bool| {
        let [source, target] = [source, target].map(|unit| readings(unit, are_meant));
        exclusion(view, &source, &target)
    };
    by(&is_prescribed).or_else(|| by(&is_embedded))
}

fn exclusion(view: &BeadView<'_>, source: &[Concept], target: &[Concept]) -> Option<Exclusion> {
    let excludes = |one: Concept, others: &[Concept]| {
        let found =
            others.iter().filter_map(|&other| Some(([one, other], view.contrast(one, other)?)));
        found.min_by_key(|(pair, _)| pair[0].class() != pair[1].class())
    };
    let found = |ones: &[Concept], others: &[Concept]| {
        ones.iter().filter_map(|&one| excludes(one, others)).collect::<Vec<_>>()
    };
    let there = found(source, target);
    let back = found(target, source);
    // Of several, those of one part of speech and field are meant.
    let (concepts, kind) =
        there.iter().copied().min_by_key(|(pair, _)| pair[0].class() != pair[1].class())?;
    let share = |found: usize, all: usize| (found == all, 2 * found >= all);
    let sides = [share(there.len(), source.len()), share(back.len(), target.len())];
    let readings = match sides {
        [(true, _), (true, _)] => Readings::All,
        [(_, true), (_, true)] => Readings::Half,
        [(true, _), _] | [_, (true, _)] if is_of_side(concepts) => Readings::AllOfOne,
        _ => return None,
    };
    Some(Exclusion { concepts, kind, readings })
}

/// Whether two concepts name sides, whose words mean much else: "right" is correct, "left" is gone.
fn is_of_side(concepts: [Concept; 2]) -> bool {
    concepts.iter().all(|concept| ["adv.direction", "adj.side"].contains(&concept.class()))
}

/// Whether two units stand in one place of the sentence. A small word must govern the same word on
/// both sides, unless it is a preposition of place with one meaning only; a word of many readings
/// must stand beside the same word.
fn are_in_one_place(
    words: &Correspondence,
    source: usize,
    target: usize,
    exclusion: Exclusion,
) -> bool {
    let are_of = |classes: &[&str]| {
        exclusion
            .concepts
            .iter()
            .all(|concept| classes.iter().any(|class| concept.class().starts_with(class)))
    };
    let has_one_meaning = are_of(&["func.place"]) && exclusion.readings == Readings::All;
    if are_of(&["func.", "modal.", "conn."]) && !has_one_meaning {
        return words.govern_alike(source, target);
    }
    // Hebrew "our year" is also "that they gave".
    if are_of(&["noun.time_unit"]) && exclusion.readings != Readings::All {
        return false;
    }
    let reach = if exclusion.readings == Readings::AllOfOne { 1 } else { REACH };
    words.stand_alike(source, target, reach)
}

/// Whether one of the two is negated where the other is not.
fn is_turned(view: &BeadView<'_>, units: [&Unit; 2]) -> bool {
    let [source, target] = Side::BOTH.map(|side| {
        let unit = units[usize::from(side == Side::Target)];
        negation::is_near(view, side, unit.span)
    });
    source != target
}

/// Whether two modal verbs forbid: what must not be done may not be done.
fn is_forbidden(view: &BeadView<'_>, units: [&Unit; 2], exclusion: Exclusion) -> bool {
    exclusion.concepts.iter().all(|concept| concept.class().starts_with("modal."))
        && negation::is_near(view, Side::Source, units[0].span)
        && negation::is_near(view, Side::Target, units[1].span)
}

fn finding(view: &BeadView<'_>, units: [&Unit; 2], exclusion: Exclusion) -> Finding {
    let [source, target] = exclusion.concepts;
    let meant = |side: Side, unit: &Unit, concept: Concept| {
        let language = view.language(side);
        let forms: Vec<_> = view.renderings(concept, language).collect();
        let span = without_particles(view, side, unit.span, &forms);
        let usual = forms.first().copied();
        (span, Meant { text: span.of(view.document_text(side)), concept, language, usual })
    };
    let (source_span, source) = meant(Side::Source, units[0], source);
    let (target_span, target) = meant(Side::Target, units[1], target);
    let message = format!(
        "\"{}\" ({}) is met by \"{}\" ({}).",
        source.text,
        view.gloss(source.concept),
        target.text,
        view.gloss(target.concept)
    );
    let confidence = match exclusion.kind {
        Contrast::Exclusive => 0.9,
        Contrast::Opposite => 0.85,
        Contrast::Field => 0.8,
    };
    let finding = Finding::new(&CHECK, confidence, message)
        .in_bead(view.index)
        .at(Side::Source, source_span)
        .at(Side::Target, target_span);
    let right = view.renderings(source.concept, target.language).next();
    match right.and_then(|right| replacement(&source, &target, right)) {
        Some(word) => finding.suggesting(word),
        None => finding,
    }
}
