//! Makes several findings of one bead that have one cause into one.
//!
//! Two findings have one cause when they share text on a side that both are about; a flipped
//! comparator is told with the value, so the words around that value belong to its finding. The one of
//! the earlier check in the table stays, since the table lists the more specific check first; but
//! what a missing part holds is told by the part that is missing.

use std::collections::HashMap;

use super::{CHECKS, Finding};
use crate::bitext::Bitext;
use crate::lang::words::words;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Findings without those whose cause another one has told.
pub(super) fn one_per_cause(bitext: &Bitext, mut found: Vec<Finding>) -> Vec<Finding> {
    let parts: Vec<Finding> =
        found.iter().filter(|finding| finding.check == PART_MISSING).cloned().collect();
    let inside = |part: &Finding, finding: &Finding| is_within(bitext, finding, part);
    let told: Vec<Finding> = parts
        .into_iter()
        .filter(|part| {
            let within = found.iter().filter(|finding| inside(part, finding));
            let values: usize = within.map(length).sum();
            2 * values <= length(part)
        })
        .collect();
    found.retain(|finding| !told.iter().any(|part| inside(part, finding)));
    let rank: HashMap<&str, usize> =
        CHECKS.iter().enumerate().map(|(rank, check)| (check.id, rank)).collect();
    found.sort_by(|a, b| {
        let order = a.bead.cmp(&b.bead).then(rank[a.check].cmp(&rank[b.check]));
        order.then_with(|| a.by_weight(b))
    });
    let mut kept: Vec<Finding> = Vec::new();
    let mut first_of_bead = 0;
    for finding in found {
        if kept.last().is_some_and(|last| last.bead != finding.bead) {
            first_of_bead = kept.len();
        }
        if !kept[first_of_bead..].iter().any(|told| have_one_cause(bitext, told, &finding)) {
            kept.push(finding);
        }
    }
    kept
}

/// The check that tells which part of a bead the other side lacks.
const PART_MISSING: &str = "clause-missing";

/// The check that tells a value bounded from the other direction, with the places of the values.
const COMPARATOR: &str = "comparator-flip";

/// The checks that may tell the words of a comparator once more.
const OF_WORDS: [&str; 2] = ["term-mismatch", "negation-flip"];

/// Words before and behind a value among which its comparator stands.
const NEAR_VALUE: usize = 3;

/// The bytes that a finding marks on the side that it is about.
fn length(finding: &Finding) -> usize {
    let sides = Side::BOTH.map(|side| finding.spans.side(side).iter().map(|at| at.len()).sum());
    let [source, target]: [usize; 2] = sides;
    source.min(target)
}

/// Whether a finding tells only of something that stands inside a missing part, or among the small
/// words before it.
fn is_within(bitext: &Bitext, finding: &Finding, part: &Finding) -> bool {
    let Some(bead) = finding.bead.filter(|_| finding.check != PART_MISSING) else { return false };
    if part.bead != Some(bead) {
        return false;
    }
    let (missing, places) = (places(bitext, bead, part), places(bitext, bead, finding));
    Side::BOTH.iter().any(|side| {
        let text = &bitext.renderings.side(*side).document.text;
        let here = places.side(*side);
        let holds = |part: &Span, at: Span| {
            Span::new(with_words_around(text, *part).start, part.end).contains(at)
        };
        places.side(side.other()).is_empty()
            && !here.is_empty()
            && here.iter().all(|at| missing.side(*side).iter().any(|part| holds(part, *at)))
    })
}

fn have_one_cause(bitext: &Bitext, a: &Finding, b: &Finding) -> bool {
    let Some(bead) = a.bead.filter(|_| a.check != b.check && a.bead == b.bead) else {
        return false;
    };
    let widened = |finding: &Finding, other: &Finding| {
        let mut places = places(bitext, bead, finding);
        if finding.check == COMPARATOR && OF_WORDS.contains(&other.check) {
            for side in Side::BOTH {
                let text = &bitext.renderings.side(side).document.text;
                for span in places.side_mut(side) {
                    *span = with_words_around(text, *span);
                }
            }
        }
        places
    };
    let (a, b) = (widened(a, b), widened(b, a));
    Side::BOTH.iter().any(|side| {
        let (a, b) = (a.side(*side), b.side(*side));
        a.iter().any(|a| b.iter().any(|b| a.overlaps(*b)))
    })
}

/// What a finding is about: of its places, not the whole of a side that it names beside a narrower
/// place on the other, as where a value of one side has no counterpart.
fn places(bitext: &Bitext, bead: usize, finding: &Finding) -> Pair<Vec<Span>> {
    let segments = &bitext.alignment.beads()[bead].segments;
    let is_whole = Pair::from_fn(|side| {
        let whole = bitext.renderings.side(side).span(segments.side(side).clone());
        matches!((finding.spans.side(side)[..].as_ref(), whole), ([span], Some(whole)) if *span == whole)
    });
    Pair::from_fn(|side| {
        let spans = finding.spans.side(side);
        let other = side.other();
        let is_context =
            *is_whole.side(side) && !*is_whole.side(other) && !finding.spans.side(other).is_empty();
        if is_context { Vec::new() } else { spans.clone() }
    })
}

/// A value with the words before and behind it on its line.
fn with_words_around(text: &str, value: Span) -> Span {
    let line = text[..value.start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[value.end..];
    let rest = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let starts: Vec<usize> = words(&text[line..value.start]).map(|(at, _)| line + at).collect();
    let start = starts.iter().rev().take(NEAR_VALUE).next_back().copied().unwrap_or(value.start);
    let ends = words(rest).map(|(at, word)| value.end + at + word.len());
    let end = ends.take(NEAR_VALUE).last().unwrap_or(value.end);
    Span::new(start, end)
}
