//! Names that the lexicon has as concepts: organisations, firms, persons, places.
//!
//! They are found and compared by concept, so that a translated name meets its translation, in any
//! script. Weakness: what the lexicon calls one thing may be said by another name of it, and some are
//! words too, so that they only count beside a sure name.

use super::mention::{Certainty, Mention};
use crate::anchor::{Match, TermForm, Value};
use crate::audit::BeadView;
use crate::audit::correspondence::Unit;
use crate::knowledge::lexicon::Concept;
use crate::lang::{Language, Script};
use crate::pair::Side;

/// Classes of the lexicon whose members with a capital are single things.
const CLASSES: &[&str] = &[
    "noun.aircraft", "noun.business_person", "noun.film_place", "noun.government",
    "noun.health_org", "noun.middle_east_place", "noun.org", "noun.planet", "noun.royal_person",
    "noun.tech_company",
];
/// Those whose names are no words: buildings, ranges of mountains, seas.
const LANDMARKS: &[&str] = &["noun.building_name", "noun.range_name", "noun.sea_name"];

fn is_proper(concept: Concept) -> bool {
    let usual = Language::from_tag("en").ok().and_then(|en| concept.renderings(en).next());
    (CLASSES.contains(&concept.class()) || is_landmark(concept))
        && usual.is_some_and(|name| name.starts_with(char::is_uppercase))
}

fn is_landmark(concept: Concept) -> bool {
    LANDMARKS.contains(&concept.class())
}

/// The names among the terms of a side that the other side does not give.
pub(super) fn unmet(view: &BeadView<'_>, side: Side) -> Vec<Mention> {
    let terms = view.terms();
    if !terms.side(side).iter().any(|term| is_proper(term.concept)) {
        return Vec::new();
    }
    let text = view.document_text(side);
    let is_name = |unit: &&Unit| {
        let is_whole = unit.form.is_some_and(|form| form < TermForm::Compound);
        let name = unit.span.of(text);
        // Without capitals a short name may be a word: Mossad, an institute.
        let is_capital = match view.language(side).script {
            Script::Latin => name.starts_with(char::is_uppercase),
            _ => name.contains([' ', '"', '״', '”', '“']),
        };
        is_whole
            && !unit.has_counterpart
            && is_capital
            && unit.concepts.iter().all(|&concept| is_proper(concept))
    };
    let units = &view.correspondence().units;
    let names = units.side(side).iter().filter(is_name);
    let mentions = names.map(|unit| Mention {
        span: unit.span,
        certainty: if unit.concepts.iter().all(|&concept| is_landmark(concept)) {
            Certainty::Capital
        } else {
            Certainty::Initial
        },
        words: vec![unit.span],
        is_territory: false,
        concepts: unit.concepts.clone(),
    });
    mentions.filter(|mention| !is_met_as_acronym(view, side, mention)).collect()
}

/// Whether a mention is an acronym that the other side has too, by letters or spelt out.
fn is_met_as_acronym(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let anchors = view.anchors();
    let here = anchors.side(side).iter().filter(|anchor| anchor.span.overlaps(mention.span));
    let mut acronyms = here.filter(|anchor| matches!(anchor.value, Value::Acronym(_)));
    acronyms.any(|anchor| {
        let mut others = anchors.side(side.other()).iter();
        others.any(|other| anchor.value.matches(&other.value) != Match::None)
    })
}
