//! Tells a name once that one side renders in a way of its own throughout.
//!
//! Where most beads with a name lack it on the other side (Jehovah in English, Herren in Swedish), the
//! rendering is a decision, and a hundred findings say no more than one. Linear in the text.

use rustc_hash::FxHashMap;

use super::{BeadView, Finding, Severity};
use crate::bitext::Bitext;
use crate::lang::words::fold;
use crate::pair::Side;

/// The check whose findings recur.
const NAMES: &str = "name-divergence";

/// So many findings of one name are told as one, where there is one for every second time that the source
/// has the name; and so many where there is one for every fifth.
const FEWEST: usize = 4;
const MANY: usize = 20;

/// Findings of which those of one name that recur are one, which tells how many there are.
pub(super) fn told_once(bitext: &Bitext, found: Vec<Finding>) -> Vec<Finding> {
    let mut recurring: FxHashMap<String, Recurrence> = FxHashMap::default();
    for finding in &found {
        if let Some(name) = name(bitext, finding) {
            recurring.entry(name).or_default().findings += 1;
        }
    }
    recurring.retain(|_, recurrence| recurrence.findings >= FEWEST);
    if recurring.is_empty() {
        return found;
    }
    let beads = bitext.alignment.beads().iter().enumerate();
    for (index, _) in beads.filter(|(_, bead)| !bead.is_null()) {
        let mut last = None;
        let words = BeadView::new(bitext, index).words(Side::Source);
        for (_, word) in words.filter(|(_, word)| word.starts_with(char::is_uppercase)) {
            let word = bare(word);
            if last.as_ref() != Some(&word)
                && let Some(recurrence) = recurring.get_mut(&word)
            {
                recurrence.times += 1;
            }
            last = Some(word);
        }
    }
    recurring.retain(|_, it| {
        let share = if it.findings >= MANY { 5 } else { 2 };
        share * it.findings >= it.times
    });
    let mut kept = Vec::with_capacity(found.len());
    for mut finding in found {
        let recurrence = name(bitext, &finding).and_then(|name| recurring.get_mut(&name));
        if let Some(recurrence) = recurrence {
            if recurrence.told.contains(&finding.severity) {
                continue;
            }
            recurrence.told.push(finding.severity);
            finding.message += &format!(" So {} times.", recurrence.findings);
        }
        kept.push(finding);
    }
    kept
}

/// How often a name recurs.
#[derive(Default)]
struct Recurrence {
    findings: usize,
    /// How often the source has it, twice running counted once.
    times: usize,
    /// At which severities it has been told.
    told: Vec<Severity>,
}

/// The name of one word of the source that a finding says the target lacks.
fn name(bitext: &Bitext, finding: &Finding) -> Option<String> {
    let [span] = finding.spans.source[..] else { return None };
    let text = span.of(&bitext.renderings.source.document.text);
    let is_one = finding.check == NAMES && !text.contains(char::is_whitespace);
    is_one.then(|| bare(text))
}

/// A name without its genitive.
fn bare(word: &str) -> String {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    fold(word)
}
