use crate::audit::bound::said_by_bounds;
use crate::audit::correspondence::{Correspondence, Unit};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, negated};
use crate::knowledge::lexicon::Concept;
use crate::knowledge::negation::{Negation, Polarity, is_known};
use crate::lang::words::words;
use crate::pair::{Pair, Side};

pub(super) static CHECK: Check = Check {
    id: "negation-flip",
    severity: Severity::Critical,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A sentence that one side negates and the other does not.",
        matters: "It says the opposite of what it should: a warning becomes advice.",
        example: [
            ("en", "Do not take this medicine with alcohol."),
            ("nb", "Ta denne medisinen med alkohol."),
        ],
        ignores: "\"not only\", \"no doubt\" and their like, negations in whose place the other side has lack, refusal, failure, a prefix (\"unknown\", \"ulovlig\"), an opposite (\"innocent\" for \"not guilty\") or another turn (\"only when\" for \"not before\"), beads whose sides differ in much else.",
    },
    scope: Scope::Bead(|view| find(view).into_iter().collect()),
};

/// Log odds from which a negation is told as lost, and from which that is sure.
const TOLD: f64 = -0.6;
const SURE: f64 = 1.0;

/// Whether a negation is an operator in capitals that both sides quote: "NOT 1 (true)".
fn is_quoted(view: &BeadView<'_>, side: Side, negation: &Negation) -> bool {
    let word = negation.span.of(view.document_text(side));
    word.chars().all(char::is_uppercase)
        && words(view.text(side.other())).any(|(_, other)| other == word)
}

fn find(view: &BeadView<'_>) -> Option<Finding> {
    let is_told = Side::BOTH.iter().all(|&side| is_known(view.language(side)));
    if !is_told || view.bead().is_null() || view.bead().posterior < 0.5 {
        return None;
    }
    let found = Pair::from_fn(|side| view.negations(side).to_vec());
    let is_plain = |negation: &Negation| negation.polarity == Polarity::Plain;
    if !Side::BOTH.iter().any(|&side| found.side(side).iter().any(is_plain))
        || Side::BOTH.iter().all(|&side| view.text(side).trim_end().ends_with('?'))
    {
        return None;
    }
    let words = view.correspondence();
    let bounds = said_by_bounds(view);
    let kept = Pair::from_fn(|side| {
        let mut kept = found.side(side).clone();
        kept.retain(|negation| {
            !is_quoted(view, side, negation)
                && !is_rendered(negation, words, side, &found)
                && !bounds.side(side).contains(&negation.span)
        });
        kept
    });
    let lost = negated::unanswered(words, &kept)
        .into_iter()
        .max_by(|a, b| a.evidence.log_odds().total_cmp(&b.evidence.log_odds()))
        .filter(|lost| lost.evidence.log_odds() >= TOLD)?;
    let (side, other) = (lost.side, lost.side.other());
    let word = lost.negation.span.of(view.document_text(side));
    let (here, there) = (side.name(), other.name());
    let message = format!("The {here} side negates (\"{word}\"), the {there} side does not.");
    let (confidence, severity) = match lost.evidence.log_odds() {
        odds if odds >= SURE => (0.85, Severity::Critical),
        odds if odds >= 0.0 => (0.7, Severity::Major),
        _ => (0.5, Severity::Minor),
    };
    let finding = Finding::new(&CHECK, confidence, message)
        .with_severity(severity)
        .in_bead(view.index)
        .at(side, lost.negation.span);
    Some(finding.at_all(other, view.span(other)))
}

/// Whether the other side renders the negation by what it stands in, "לא חוקי" by "ulovlig", or a
/// word of lack by its like, one for one. A word of lack that is met by a negation stays.
fn is_rendered(
    negation: &Negation,
    words: &Correspondence,
    side: Side,
    found: &Pair<Vec<Negation>>,
) -> bool {
    let is_negated = |unit: &Unit| {
        found.side(side.other()).iter().any(|negation| {
            negation.polarity == Polarity::Plain && negation.span.overlaps(unit.span)
        })
    };
    // "slutte", to end, and "stop" are one before another verb.
    let ends = |concept: &Concept| concept.class() == "verb.end";
    let shares = |one: &Unit, other: &Unit| {
        one.concepts.iter().any(|concept| other.concepts.contains(concept))
            || one.concepts.iter().any(ends) && other.concepts.iter().any(ends)
    };
    let (here, there) = (words.units.side(side), words.units.side(side.other()));
    here.iter().any(|unit| match negation.polarity {
        Polarity::Partial => {
            let earlier = found.side(side).iter().filter(|other| {
                other.polarity == Polarity::Partial
                    && other.span < negation.span
                    && here.iter().any(|one| one.span.contains(other.span) && shares(one, unit))
            });
            let likes = there.iter().filter(|other| shares(unit, other) && !is_negated(other));
            unit.span.contains(negation.span) && earlier.count() < likes.count()
        }
        Polarity::Plain => {
            unit.span.contains(negation.span)
                && unit.span.len() > negation.span.len()
                && unit.counterparts.iter().any(|&other| !is_negated(&there[other]))
        }
        _ => false,
    })
}
