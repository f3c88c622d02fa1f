//! The left side of a body for the right one.

use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::knowledge::laterality::{Laterality, Telling, is_known, laterality};
use crate::knowledge::lexicon::Concept;
use crate::lang::Language;
use crate::lang::words::fold;
use crate::pair::{Pair, Side};
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "laterality-mismatch",
    severity: Severity::Critical,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "The left side of a body on one side, the right one on the other.",
        matters: "The wrong knee is operated on.",
        example: [("en", "Pain in the left knee."), ("nl", "Pijn in de rechterknie.")],
        ignores: "Left and right where no part of the body is near, in politics, on a page, and other things the words may say (\"she left\", \"the right to\", \"rechter\" for a judge); a side that only one rendering tells.",
    },
    scope: Scope::Bead(|view| find(view).into_iter().collect()),
};

/// Words between a side and the part of the body that it is of.
const NEAR: usize = 3;

/// Classes of concepts that have a side.
const BODY: &[&str] = &["noun.body_part", "noun.organ", "noun.anatomy"];

/// Words of English before a left that is no verb and a right that is no answer.
const BEFORE_LEFT: &[&str] =
    &["the", "a", "his", "her", "its", "their", "my", "your", "in", "of", "on", "to"];

/// A word that tells a side.
#[derive(Clone, Copy, Debug)]
struct Mention {
    span: Span,
    laterality: Laterality,
    /// Whether a part of the body is near, or in the word.
    is_of_body: bool,
}

fn find(view: &BeadView<'_>) -> Option<Finding> {
    if !Side::BOTH.iter().all(|&side| is_known(view.language(side))) || view.bead().is_null() {
        return None;
    }
    let mut mentions = Pair::from_fn(|side| mentions(view, side));
    let has_body = |side: Side, mentions: &Pair<Vec<Mention>>| {
        mentions.side(side).iter().any(|mention| mention.is_of_body)
    };
    if !Side::BOTH.iter().any(|&side| has_body(side, &mentions)) {
        return None;
    }
    for side in Side::BOTH {
        // Where the lexicon knows no part of the body, every word for a side may be of one.
        if has_body(side, &mentions) {
            mentions.side_mut(side).retain(|mention| mention.is_of_body);
        }
    }
    let is_left = |mention: &&Mention| mention.laterality == Laterality::Left;
    let left = mentions.as_ref().map(|side| side.iter().filter(is_left).count());
    let all = mentions.as_ref().map(Vec::len);
    if all.source != all.target || left.source == left.target {
        return None;
    }
    let at = Pair::new(
        different(&mentions.source, left.target > left.source)?,
        different(&mentions.target, left.source > left.target)?,
    );
    let text = Pair::from_fn(|side| at.side(side).of(view.document_text(side)));
    let message = format!(
        "The source says {}, the target {}: another side of the body.",
        text.source, text.target
    );
    Some(
        Finding::new(&CHECK, 0.9, message)
            .in_bead(view.index)
            .at(Side::Source, at.source)
            .at(Side::Target, at.target),
    )
}

/// The first mention of the side of which there are too many, which is the right one if `is_right`.
fn different(mentions: &[Mention], is_right: bool) -> Option<Span> {
    let wanted = if is_right { Laterality::Right } else { Laterality::Left };
    mentions.iter().find(|mention| mention.laterality == wanted).map(|mention| mention.span)
}

fn mentions(view: &BeadView<'_>, side: Side) -> Vec<Mention> {
    let (text, language) = (view.document_text(side), view.language(side));
    let all: Vec<(Span, &str)> = view.words(side).collect();
    let is_body = |span: Span| {
        // "Left hand" is a term itself.
        let is_hand = language.code == "en" && matches!(span.of(text), "hand" | "hands");
        is_hand
            || view
                .terms()
                .side(side)
                .iter()
                .any(|term| term.span.overlaps(span) && BODY.contains(&term.concept.class()))
    };
    let mut found = Vec::new();
    for (at, &(span, word)) in all.iter().enumerate() {
        let folded = fold(word);
        let mut rests = language.inflection.without_particles(&folded).into_iter();
        let told = rests.find_map(|rest| laterality(rest, language));
        let Some((laterality, telling)) = told else { continue };
        let is_of_body = match telling {
            Telling::Compound => true,
            Telling::Before(rest) if !is_part_of_body(&folded[rest..], language) => continue,
            Telling::Before(_) => true,
            Telling::Word => {
                let near = at.saturating_sub(NEAR)..all.len().min(at + NEAR + 1);
                near.into_iter().any(|other| {
                    let other = all[other].0;
                    let between = || &text[span.end.min(other.end)..span.start.max(other.start)];
                    other != span && is_body(other) && !between().contains([',', ';', ':', '.'])
                })
            }
        };
        // "She left the hospital", "tout droit"
        let is_other_word = !is_of_body
            && match language.code {
                "en" => at == 0 || !BEFORE_LEFT.contains(&all[at - 1].1.to_lowercase().as_str()),
                "fr" => folded == "droit" || folded == "droits",
                "nl" => folded == "rechter",
                _ => false,
            };
        if !is_other_word {
            found.push(Mention { span, laterality, is_of_body });
        }
    }
    found
}

/// Whether the lexicon has a word for a part of the body that `word` is, or begins with: "kniet".
fn is_part_of_body(word: &str, language: &Language) -> bool {
    Concept::all().filter(|concept| BODY.contains(&concept.class())).any(|concept| {
        let mut names = concept.renderings(language).map(fold);
        names.any(|name| name.chars().count() > 2 && word.starts_with(&name))
    })
}
