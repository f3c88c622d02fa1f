use crate::audit::correspondence::{Correspondence, Unit};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, negation};
use crate::knowledge::negation::{Negation, Polarity, is_known};
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
        ignores: "\"not only\", \"no doubt\" and their like, negations that the other side words as lack, refusal, failure or with a prefix (\"unknown\", \"ulovlig\"), beads whose sides differ in much else.",
    },
    scope: Scope::Bead(|view| find(view).into_iter().collect()),
};

fn find(view: &BeadView<'_>) -> Option<Finding> {
    let is_told = Side::BOTH.iter().all(|&side| is_known(view.language(side)));
    if !is_told || view.bead().is_null() || view.bead().posterior < 0.5 {
        return None;
    }
    let found = Pair::from_fn(|side| negation::of(view, side));
    let count = |side: Side, polarities: &[Polarity]| {
        found.side(side).iter().filter(|negation| polarities.contains(&negation.polarity)).count()
    };
    if count(Side::Source, &[Polarity::Plain]) == count(Side::Target, &[Polarity::Plain])
        || Side::BOTH.iter().all(|&side| view.text(side).trim_end().ends_with('?'))
    {
        return None;
    }
    let words = Correspondence::of(view);
    let kept = Pair::from_fn(|side| {
        let mut kept = found.side(side).clone();
        kept.retain(|negation| !is_rendered(negation, &words, side, found.side(side.other())));
        kept
    });
    let count = |side: Side, polarity: Polarity| {
        kept.side(side).iter().filter(|negation| negation.polarity == polarity).count()
    };
    let plain = Pair::from_fn(|side| count(side, Polarity::Plain));
    let side = if plain.source > plain.target { Side::Source } else { Side::Target };
    let other = side.other();
    let (more, fewer) = (*plain.side(side), *plain.side(other));
    let excused = count(other, Polarity::Partial)
        + count(other, Polarity::Idle)
        + count(other, Polarity::Without).saturating_sub(count(side, Polarity::Without))
        + doubled(kept.side(side));
    if more <= fewer || excused > 0 {
        return None;
    }
    let content = Pair::from_fn(|side| words.content(side));
    let with = content.source.0 + content.target.0;
    let without = content.source.1 + content.target.1;
    if 3 * with < 2 * without {
        return None;
    }
    let mark = kept.side(side).iter().find(|negation| negation.polarity == Polarity::Plain)?;
    let word = mark.span.of(view.document_text(side));
    let (here, there) = (side.name(), side.other().name());
    let message = format!("The {here} side negates (\"{word}\"), the {there} side does not.");
    let is_sure = fewer == 0 && with > 2 * without;
    // Where both sides negate something, the count may differ for many reasons.
    let (confidence, severity) = match (is_sure, fewer) {
        (true, _) => (0.85, Severity::Critical),
        (false, 0) => (0.7, Severity::Major),
        _ => (0.5, Severity::Minor),
    };
    let finding = Finding::new(&CHECK, confidence, message)
        .with_severity(severity)
        .in_bead(view.index)
        .at(side, mark.span);
    Some(match view.span(side.other()) {
        Some(other) => finding.at(side.other(), other),
        None => finding,
    })
}

/// Words of lack right beside a negation, which may undo it: "not impossible", "fail to see nothing".
fn doubled(negations: &[Negation]) -> usize {
    const REACH: usize = 16;
    let is_beside = |one: &Negation| {
        negations.iter().any(|other| {
            other.polarity == Polarity::Plain
                && one.span.start < other.span.end + REACH
                && other.span.start < one.span.end + REACH
        })
    };
    negations.iter().filter(|one| one.polarity == Polarity::Partial && is_beside(one)).count()
}

/// Whether the other side renders the negation by what it stands in, "לא חוקי" by "ulovlig", or a
/// word of lack by its like. A word of lack that is met by a negation stays.
fn is_rendered(
    negation: &Negation,
    words: &Correspondence,
    side: Side,
    others: &[Negation],
) -> bool {
    let is_met = |unit: &Unit| {
        words.units.side(side.other()).iter().any(|other| {
            other.concepts.iter().any(|concept| unit.concepts.contains(concept))
                && !others.iter().any(|negation| {
                    negation.polarity == Polarity::Plain && negation.span.overlaps(other.span)
                })
        })
    };
    words.units.side(side).iter().any(|unit| match negation.polarity {
        Polarity::Partial => unit.span.overlaps(negation.span) && is_met(unit),
        Polarity::Plain => {
            unit.span.contains(negation.span)
                && unit.span.len() > negation.span.len()
                && !unit.counterparts.is_empty()
        }
        _ => false,
    })
}
