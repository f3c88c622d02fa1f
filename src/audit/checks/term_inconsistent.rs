//! One term, name or acronym that a side writes in several ways.

use crate::audit::consistency::{Kind, Variation, variations};
use crate::audit::{Check, Explanation, Finding, Scope, Severity};
use crate::bitext::Bitext;
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "term-inconsistent",
    severity: Severity::Minor,
    mqm: "terminology/inconsistent",
    its: "inconsistency",
    explanation: Explanation {
        finds: "A name, medicine, acronym or technical term that one side writes in one way throughout and the other in several.",
        matters: "Readers take two names for two things, and a search for one misses the other.",
        example: [
            ("en", "Anaemia is common. Anaemia has many causes. Treat the anaemia first."),
            ("nb", "Anemi er vanlig. Blodmangel har mange årsaker. Behandle anemien først."),
        ],
        ignores: "Inflected forms, compounds, everyday words, a longer and a shorter form of one term, a term explained by its synonym in the same segment, and terms that both sides vary.",
    },
    scope: Scope::Bitext(find),
};

fn find(bitext: &Bitext) -> Vec<Finding> {
    variations(bitext).iter().filter_map(|variation| finding(bitext, variation)).collect()
}

fn finding(bitext: &Bitext, variation: &Variation) -> Option<Finding> {
    let (side, other) = (variation.side, variation.side.other());
    let (usual, rare) = variation.ways.split_first()?;
    let first = rare.first()?.places.first()?;
    let there = first.spans.side(other).of(&bitext.renderings.side(other).document.text);
    // A word of the target's language stands in the source only in a title that is kept.
    if side == Side::Source && rare.iter().any(|way| way.written == there) {
        return None;
    }
    let ways: Vec<String> = variation
        .ways
        .iter()
        .map(|way| format!("{} ({})", way.written, way.places.len()))
        .collect();
    let what = match variation.kind {
        Kind::Spelling => "spells",
        Kind::Acronym => "abbreviates",
        Kind::Synonym => "renders",
    };
    let message = format!(
        "The {} {what} {there} in {} ways: {}; the {} has one.",
        side.name(),
        ways.len(),
        ways.join(", "),
        other.name(),
    );
    let mut places: Vec<_> = rare.iter().flat_map(|way| &way.places).collect();
    places.extend(usual.places.first());
    let mut spans = [side, other]
        .map(|side| places.iter().map(|place| *place.spans.side(side)).collect::<Vec<_>>());
    for spans in &mut spans {
        spans.sort_unstable();
        spans.dedup();
    }
    let [here, across] = spans;
    // A word of the other language may stand in a title that is not translated.
    let is_kept = variation.ways.iter().any(|way| way.written == there)
        && rare.iter().all(|way| way.places.len() > 1);
    let confidence = match variation.kind {
        Kind::Spelling if !is_kept => 0.9,
        _ => 0.7,
    };
    let finding = Finding::new(&CHECK, confidence, message)
        .in_bead(first.bead)
        .at_all(side, here)
        .at_all(other, across);
    let is_slip = variation.kind == Kind::Spelling
        && rare.iter().all(|way| way.places.len() < usual.places.len());
    // Whoever renders a text may well give one word for two.
    if variation.kind == Kind::Synonym && side == Side::Source {
        return Some(finding.with_severity(Severity::Note));
    }
    Some(match side {
        Side::Target if is_slip => finding.suggesting(usual.written.clone()),
        _ => finding,
    })
}
