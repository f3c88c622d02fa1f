use rayon::prelude::*;

use crate::anchor::{Match, Value};
use crate::audit::correspondence::{Correspondence, Role, Unit};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::bitext::Bitext;
use crate::lang::clock::ClockWords;
use crate::lang::words::fold;
use crate::pair::{Pair, Side};
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "clause-missing",
    severity: Severity::Major,
    mqm: "accuracy/omission",
    its: "omission",
    explanation: Explanation {
        finds: "A bead one side of which is much longer and holds a run of words that the other side has nothing for.",
        matters: "Part of a sentence was left out, or added.",
        example: [
            ("en", "Take it with food, and never with milk or grapefruit juice."),
            ("nb", "Tas sammen med mat."),
        ],
        ignores: "Sides that differ in length alone, or in wording alone; headings and short lines.",
    },
    scope: Scope::Bitext(|bitext| {
        let usual = usual_ratio(bitext);
        let beads = (0..bitext.alignment.beads().len()).into_par_iter();
        beads.filter_map(|index| find(&BeadView::new(bitext, index), usual)).collect()
    }),
};

/// How much longer than usual the longer side must be.
const LONGER: f64 = 1.6;
/// Content words that the other side must lack, one behind the other.
const RUN: usize = 4;
/// How much longer a side is that hardly renders the other alone, and how many such words suffice.
const FAR_LONGER: f64 = 2.0;
const SHORT_RUN: usize = 2;

/// The part that one side of a bead has alone, where that side is longer than `usual` for the bitext.
fn find(view: &BeadView<'_>, usual: f64) -> Option<Finding> {
    if view.bead().is_null() || view.bead().posterior < 0.5 {
        return None;
    }
    let lengths = Pair::from_fn(|side| letters(view.text(side)));
    let ratio = lengths.target as f64 / lengths.source.max(1) as f64 / usual;
    let side = if ratio > 1.0 { Side::Target } else { Side::Source };
    let times = ratio.max(1.0 / ratio);
    if times < LONGER || *lengths.side(side.other()) < 8 {
        return None;
    }
    let mut words = Correspondence::of(view);
    meet_values(view, &mut words);
    let (with, without) = words.content(side);
    let (with_other, without_other) = words.content(side.other());
    let is_far = times >= FAR_LONGER;
    let is_rendered = with_other >= 2 && without_other <= with_other
        || is_far && with_other >= 1 && without_other <= with_other + 1;
    let run = longest_run(words.units.side(side));
    let enough = if is_far { SHORT_RUN } else { RUN };
    if !is_rendered || run.len() < enough || without < RUN || with == 0 {
        return None;
    }
    let span = Span::new(run.first()?.span.start, run.last()?.span.end);
    let (here, there) = (side.name(), side.other().name());
    let message = format!("The {there} side has nothing for this part of the {here} side.");
    let finding = Finding::new(&CHECK, 0.7, message).in_bead(view.index).at(side, span);
    Some(finding.at_all(side.other(), view.span(side.other())))
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

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Letters of the target for one of the source over the whole bitext; 1 where there is too little.
fn usual_ratio(bitext: &Bitext) -> f64 {
    const ENOUGH: usize = 1000;
    let texts = bitext.renderings.as_ref().map(|rendering| rendering.document.text.as_str());
    if texts.source.len().min(texts.target.len()) < ENOUGH {
        return 1.0;
    }
    let lengths = texts.map(|text| letters(text) as f64);
    lengths.target / lengths.source.max(1.0)
}

/// The longest run of units without a counterpart, function words aside.
fn longest_run(units: &[Unit]) -> Vec<&Unit> {
    let mut longest: Vec<&Unit> = Vec::new();
    let mut run: Vec<&Unit> = Vec::new();
    for unit in units.iter().filter(|unit| unit.role == Role::Content) {
        if unit.has_counterpart {
            run.clear();
        } else {
            run.push(unit);
            if run.len() > longest.len() {
                longest = run.clone();
            }
        }
    }
    longest
}
