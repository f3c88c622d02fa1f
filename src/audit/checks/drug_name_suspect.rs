//! A word that is no medicine but nearly one, on one side or on both.

use std::collections::BTreeSet;

use crate::anchor::drug::{Suspect, drug, nearest, nearest_on_both_sides};
use crate::anchor::{Term, Value};
use crate::audit::naming::territories;
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::knowledge::inn;
use crate::lang::words::words;
use crate::lang::{Language, Script};
use crate::pair::{Pair, Side};
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "drug-name-suspect",
    severity: Severity::Critical,
    mqm: "terminology",
    its: "terminology",
    explanation: Explanation {
        finds: "A word that is the name of no medicine but nearly one, on one side or on both, with the name that is meant.",
        matters: "A corrupted name cannot be looked up, or is taken for another medicine; when both renderings share it, no comparison shows it.",
        example: [
            ("en", "She was treated with imipramine."),
            ("nb", "Hun ble behandlet med imitramin."),
        ],
        ignores: "A right name in any language's form, words of the lexicon, brand names, countries, and text that speaks of nothing medical.",
    },
    scope: Scope::AnyBead(findings),
};

/// Probability from which a word is reported.
const REPORTED: f64 = 0.9;
/// Probability from which a pair is reported where nothing else speaks of medicine.
const BEYOND_DOUBT: f64 = 0.999;
/// Probability that a word of two needs by itself when neither is a right name: loan words are
/// alike on both sides too.
const BY_ITSELF: f64 = 0.3;
/// Probability from which a word is worth comparing with the other side.
const CONSIDERED: f64 = 0.02;

/// A word and what it may be meant for; `None` for a right name.
struct Word<'t> {
    text: &'t str,
    span: Span,
    suspect: Option<Suspect>,
}

/// Beads before and after one that may say that the text is about medicine.
const CONTEXT: usize = 5;

/// Parts of the semantic fields that belong to medicine.
const FIELDS: &[&str] = &[
    "noun.drug", "adj.drug", "noun.dose", "noun.treatment", "disease", "noun.symptom",
    "noun.care_person", "noun.diagnos", "noun.vitamin", "noun.mineral", "adj.route",
    "noun.physiology",
];

/// Whether the neighbourhood speaks of medicine; elsewhere a word that is nearly the name of a
/// medicine is nearly always another word.
fn is_medical(view: &BeadView<'_>, reach: usize) -> bool {
    let beads = view.bitext.alignment.beads();
    let near = view.index.saturating_sub(reach)..(view.index + reach + 1).min(beads.len());
    let is_of_field = |term: &Term| FIELDS.iter().any(|field| term.concept.class().contains(field));
    let segments =
        |side: Side| beads[near.clone()].iter().map(move |bead| bead.segments.side(side));
    let names_one = Side::BOTH.into_iter().any(|side| {
        let mut anchors =
            segments(side).flat_map(|range| view.rendering(side).anchors_in(range.clone()));
        anchors.any(|anchor| matches!(anchor.value, Value::Drug(_) | Value::Formula(_)))
    });
    // A word of one side alone may be a homograph.
    let concepts = Pair::from_fn(|side| {
        let terms = segments(side).flat_map(|range| view.rendering(side).terms_in(range.clone()));
        terms.filter(|term| is_of_field(term)).map(|term| term.concept).collect::<BTreeSet<_>>()
    });
    names_one || concepts.source.intersection(&concepts.target).next().is_some()
}

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let sides = Pair::from_fn(|side| considered(view, side));
    let is_suspected = |words: &[Word<'_>]| words.iter().any(|word| word.suspect.is_some());
    if !(is_suspected(&sides.source) || is_suspected(&sides.target)) {
        return Vec::new();
    }
    let languages = Pair::from_fn(|side| view.language(side));
    let is_medical_near = is_medical(view, CONTEXT);
    let is_medical_here = is_medical_near && is_medical(view, 0);
    // In two scripts, one corruption twice over is no coincidence; in one, a loan word is.
    let needed = match languages.source.script == languages.target.script {
        true if is_medical_here => REPORTED,
        true => f64::INFINITY,
        false if is_medical_near => REPORTED,
        false => BEYOND_DOUBT,
    };
    let mut found = Vec::new();
    let mut told = Pair::from_fn(|side| vec![false; sides.side(side).len()]);
    for (i, source) in sides.source.iter().enumerate() {
        let partner = sides.target.iter().enumerate().filter(|(j, _)| !told.target[*j]);
        let best = partner
            .filter_map(|(j, target)| {
                let alone = |word: &Word<'_>| word.suspect.map_or(1.0, |one| one.probability);
                if alone(source).max(alone(target)) < BY_ITSELF {
                    return None;
                }
                let both = nearest_on_both_sides(Pair::new(source.text, target.text), languages)?;
                (both.probability >= needed).then_some((j, target, both))
            })
            .max_by(|a, b| a.2.probability.total_cmp(&b.2.probability).then(b.0.cmp(&a.0)));
        if let Some((j, target, both)) = best {
            (told.source[i], told.target[j]) = (true, true);
            let wrong: Vec<_> = [(Side::Source, source), (Side::Target, target)]
                .into_iter()
                .filter(|(_, word)| word.suspect.is_some())
                .collect();
            found.push(finding(view, &wrong, both));
        }
    }
    // A word that the other side has nothing like is a medicine only among medicines.
    for side in Side::BOTH.into_iter().filter(|_| is_medical_here) {
        for (word, told) in sides.side(side).iter().zip(told.side(side)) {
            if let Some(suspect) = word.suspect.filter(|one| !told && one.probability >= REPORTED) {
                found.push(finding(view, &[(side, word)], suspect));
            }
        }
    }
    found
}

fn considered<'t>(view: &BeadView<'t>, side: Side) -> Vec<Word<'t>> {
    let Some(bead) = view.span(side) else { return Vec::new() };
    let language = view.language(side);
    let is_country = |span: Span| territories(view, side, span).next().is_some();
    // A brand or a new medicine that the user has a name for.
    let is_own = |span: Span| {
        let mut terms = view.terms().side(side).iter();
        terms.any(|term| term.concept.is_own() && term.span.contains(span))
    };
    words(view.text(side))
        .filter(|(_, word)| word.chars().count() >= 5)
        .filter_map(|(at, text)| {
            let span = Span::new(at, at + text.len()).shift(bead.start);
            let Some(suspect) = nearest(text, language) else {
                return drug(text, language).map(|_| Word { text, span, suspect: None });
            };
            // German nouns have capitals.
            let is_noun = language.code != "de" || text.starts_with(char::is_uppercase);
            let is_likely = suspect.probability >= CONSIDERED;
            (is_noun && is_likely && !is_country(span) && !is_own(span)).then_some(Word {
                text,
                span,
                suspect: Some(suspect),
            })
        })
        .collect()
}

/// The word without the particles written together with it: what of it is nearest to the name meant.
fn name_in<'w>(word: &'w str, meant: Suspect, language: &'static Language) -> &'w str {
    let nearness = |rest: &str| {
        nearest(rest, language)
            .filter(|one| one.inn == meant.inn)
            .map_or(0.0, |one| one.probability)
    };
    let rests = language.inflection.without_particles(word).into_iter();
    rests
        .max_by(|a, b| nearness(a).total_cmp(&nearness(b)))
        .filter(|rest| nearness(rest) > 0.0)
        .unwrap_or(word)
}

fn finding(view: &BeadView<'_>, wrong: &[(Side, &Word<'_>)], meant: Suspect) -> Finding {
    let place = |(side, word): &(Side, &Word<'_>)| {
        let name = name_in(word.text, meant, view.language(*side));
        (*side, Span::new(word.span.end - name.len(), word.span.end))
    };
    let places: Vec<(Side, Span)> = wrong.iter().map(place).collect();
    let names: Vec<_> =
        places.iter().map(|(side, span)| span.of(view.document_text(*side))).collect();
    let message = match names[..] {
        [one] => format!("No medicine is called {one}; {} may be meant.", meant.inn),
        _ => format!(
            "No medicine is called {}, on both sides; {} may be meant.",
            names.join(" or "),
            meant.inn
        ),
    };
    let side = places.last().map_or(Side::Target, |(side, _)| *side);
    let mut finding = Finding::new(&CHECK, meant.probability, message).in_bead(view.index);
    // The names are in Latin letters.
    if view.language(side).script == Script::Latin {
        finding = finding.suggesting(inn::form(meant.inn, view.language(side)));
    }
    for (side, span) in places {
        finding = finding.at(side, span);
    }
    finding
}
