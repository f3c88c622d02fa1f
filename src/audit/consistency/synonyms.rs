//! Technical concepts of the lexicon that one side renders by one word and the other by synonyms.
//!
//! Everyday concepts are left out: news and stories vary them for style. So are homographs,
//! compounds, and renderings that share a stem or of which one holds the other ("cancer" and
//! "cancer disease"). A bead with two ways explains one by the other and counts for neither.

use std::collections::BTreeMap;

use super::{Kind, Place, Variation};
use crate::anchor::{Term, TermForm};
use crate::audit::BeadView;
use crate::bitext::Bitext;
use crate::knowledge::lexicon::Concept;
use crate::lang::words::{fold, words};
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Fields of the lexicon whose words are terms.
const FIELDS: &[&str] = &[
    "compound", "diagnostics", "drug", "drug_class", "drug_effect", "drug_form", "drug_kinetics",
    "drug_name", "element", "epidemiology", "hormone_substance", "infection", "cancer",
    "medical_device", "movement_side_effect", "nutrient", "pathology", "physiology", "statistic",
    "study_design", "symptom", "treatment", "vitamin", "vital_sign", "brain_region", "tissue",
    "nerve", "vessel", "immunology",
];

/// Whether a concept is technical, or the user's termbase has it.
fn is_technical(view: &BeadView<'_>, concept: Concept) -> bool {
    let is_prescribed = view.termbase().is_some_and(|it| it.prescribes(concept));
    let class = concept.class();
    is_prescribed
        || class
            .strip_prefix("noun.")
            .is_some_and(|field| field.ends_with("_disease") || FIELDS.contains(&field))
}

pub(super) fn find(bitext: &Bitext, side: Side) -> Vec<Variation> {
    let mut usages: BTreeMap<Concept, Vec<(Pair<&str>, Place)>> = BTreeMap::new();
    for (index, bead) in bitext.alignment.beads().iter().enumerate() {
        if bead.is_null() || bead.posterior < 0.5 {
            continue;
        }
        let view = BeadView::new(bitext, index);
        let named = Pair::from_fn(|side| named(&view, side));
        for (concept, way) in named.source {
            if let (Some((source, a)), Some(Some((target, b)))) = (way, named.target.get(&concept))
            {
                let place = Place { bead: index, spans: Pair::new(a, *b) };
                usages.entry(concept).or_default().push((Pair::new(source, target), place));
            }
        }
    }
    usages.into_values().filter_map(|usages| varied(bitext, side, &usages)).collect()
}

/// The technical concepts of a side of a bead and the rendering of each; `None` for a concept that
/// is rendered in two ways.
fn named<'a>(view: &BeadView<'a>, side: Side) -> BTreeMap<Concept, Option<(&'a str, Span)>> {
    let terms = view.terms();
    let terms = terms.side(side);
    let mut named: BTreeMap<Concept, Option<(&'a str, Span)>> = BTreeMap::new();
    for term in terms.iter().filter(|term| is_technical(view, term.concept)) {
        // What a termbase prescribes is meant, whatever else the words may mean.
        let is_homograph = terms.iter().any(|other| {
            other.span.overlaps(term.span)
                && other.concept != term.concept
                && other.concept.is_own() == term.concept.is_own()
        });
        let rendering = rendering(view, side, term).filter(|_| !is_homograph);
        let Some(rendering) = rendering else {
            named.insert(term.concept, None);
            continue;
        };
        named
            .entry(term.concept)
            .and_modify(|way| *way = way.filter(|(known, _)| *known == rendering))
            .or_insert(Some((rendering, term.span)));
    }
    named
}

/// The rendering of its concept that a term stands for.
fn rendering<'a>(view: &BeadView<'a>, side: Side, term: &Term) -> Option<&'a str> {
    let (text, language) = (view.document_text(side), view.language(side));
    if term.form == TermForm::Compound {
        return None;
    }
    let written: Vec<String> = words(term.span.of(text)).map(|(_, word)| fold(word)).collect();
    let is_meant = |rendering: &str| {
        let meant: Vec<String> = words(rendering).map(|(_, word)| fold(word)).collect();
        meant.len() == written.len()
            && meant
                .iter()
                .zip(&written)
                .all(|(meant, written)| language.inflection.reaches(written, |form| form == meant))
    };
    view.renderings(term.concept, language).find(|rendering| is_meant(rendering))
}

fn varied(bitext: &Bitext, side: Side, usages: &[(Pair<&str>, Place)]) -> Option<Variation> {
    let mut families: Vec<(&str, Vec<Place>)> = Vec::new();
    let (first, _) = usages.first()?;
    for (rendering, place) in usages {
        if !is_one_word(first.side(side.other()), rendering.side(side.other())) {
            return None;
        }
        let own = *rendering.side(side);
        match families.iter_mut().find(|(known, _)| is_one_word(known, own)) {
            Some((_, places)) => places.push(*place),
            None => families.push((own, vec![*place])),
        }
    }
    let text = &bitext.renderings.side(side).document.text;
    let written = |places: &[Place]| places[0].spans.side(side).of(text).to_owned();
    let ways = families.into_iter().map(|(_, places)| (written(&places), places)).collect();
    Variation::new(side, Kind::Synonym, ways)
}

/// Whether two renderings are forms of one word, or one is the other with more.
fn is_one_word(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    a.contains(&b) || b.contains(&a) || shared >= 4 && shared * 5 >= shorter * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_and_longer_forms_are_one_word() {
        assert!(is_one_word("kreft", "kreftsykdom"));
        assert!(is_one_word("abscess", "abscesses"));
        assert!(is_one_word("blindness", "blind"));
        assert!(!is_one_word("arterie", "pulsåre"));
        assert!(!is_one_word("anaemia", "anemia"));
    }
}
