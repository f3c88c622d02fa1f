//! How often findings of a confidence are true, and the table that makes confidences so.
//!
//! Three sources: findings on the clean news that were read in both texts; findings of numbers
//! planted in one pair of twenty; findings of the words that one perturbed translation of ten changes.

use std::collections::BTreeMap;

use targum::audit::{Confidence, Finding, Options, grade};
use targum::pair::Pair;

use crate::adjudicated::Verdicts;
use crate::corpora::{news, perturbed};
use crate::{PAIRS, PERTURBATIONS, at_least, is_numeric, plant, skipped, spoilt};

/// A finding of which it is known whether it is true.
struct Outcome {
    check: &'static str,
    confidence: f64,
    is_true: bool,
    /// Which half of the data it is from.
    half: usize,
}

/// One pair of this many has a planted number.
const EVERY: usize = 20;
/// One perturbed translation of this many counts.
const EVERY_PERTURBED: usize = 10;

fn outcomes(options: &Options) -> Option<Vec<Outcome>> {
    let verdicts = Verdicts::read();
    let mut outcomes = Vec::new();
    let mut add = |finding: &Finding, row: usize, is_true: bool| {
        let (check, confidence) = (finding.check, finding.confidence);
        outcomes.push(Outcome { check, confidence, is_true, half: row / 16 % 2 });
    };
    // Findings on the clean news by check: those that were read, and those that were not.
    let mut seen: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for (source, target) in PAIRS {
        let clean = news(Pair::new(source, target))?;
        let (_, before) = clean.audit_with(options);
        for (row, findings) in before.iter().enumerate() {
            for finding in findings {
                let verdict = verdicts.of(&clean, row, finding);
                seen.entry(finding.check).or_default()[usize::from(verdict.is_none())] += 1;
                verdict.into_iter().for_each(|is_true| add(finding, row, is_true));
            }
        }
        for (_, spoil) in plant::SPOILS {
            let (mut rows, mut origins) = spoilt(&clean, spoil);
            let mut kept = origins.iter().map(|(row, _)| row.is_multiple_of(EVERY));
            rows.rows.retain(|_| kept.next() == Some(true));
            origins.retain(|(row, _)| row.is_multiple_of(EVERY));
            let (_, found) = rows.audit_with(options);
            for (findings, (row, _)) in found.iter().zip(origins) {
                if !before[row].iter().any(is_numeric) {
                    findings.iter().filter(|f| is_numeric(f)).for_each(|f| add(f, row, true));
                }
            }
        }
    }
    for (kind, check) in PERTURBATIONS {
        for source in ["he", "nb", "sv", "nl"] {
            let (mut good, mut bad) = perturbed(kind, source)?;
            for rows in [&mut good.rows, &mut bad.rows] {
                let mut row = 0..;
                rows.retain(|_| {
                    row.next().is_some_and(|row: usize| row.is_multiple_of(EVERY_PERTURBED))
                });
            }
            let (before, now) = (good.audit_with(options).1, bad.audit_with(options).1);
            for (row, (before, now)) in before.iter().zip(&now).enumerate() {
                if before.iter().all(|finding| finding.check != check) {
                    let fresh = now.iter().filter(|finding| finding.check == check);
                    fresh.for_each(|finding| add(finding, 16 * row, true));
                }
            }
        }
    }
    println!("findings on the clean news, read and not read: {seen:?}");
    // Of a check whose findings on clean pairs are not known, only the planted ones would count.
    outcomes.retain(|outcome| seen.get(outcome.check).is_none_or(|[read, unread]| read >= unread));
    Some(outcomes)
}

type Counts = BTreeMap<(&'static str, u32), [usize; 2]>;

/// Findings and true ones by check and strength.
fn counts<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> Counts {
    let mut counts = Counts::new();
    for outcome in outcomes {
        let [all, right] = counts.entry((outcome.check, grade(outcome.confidence))).or_default();
        *all += 1;
        *right += usize::from(outcome.is_true);
    }
    counts
}

/// Prints how often findings are true by confidence; the share of those at .9.
fn table<'a>(name: &str, outcomes: impl Iterator<Item = (f64, &'a Outcome)>) -> f64 {
    const BINS: [f64; 6] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9];
    let mut bins = [[0_usize; 2]; BINS.len()];
    for (confidence, outcome) in outcomes {
        let [all, right] = &mut bins[BINS.partition_point(|least| *least <= confidence) - 1];
        *all += 1;
        *right += usize::from(outcome.is_true);
    }
    println!("{name}: confidence from, findings, true, share true");
    let share = |[all, right]: [usize; 2]| 100.0 * right as f64 / all.max(1) as f64;
    for (least, bin) in BINS.iter().zip(bins) {
        println!("{least:>15.1} {:>9} {:>6} {:>6.0} %", bin[0], bin[1], share(bin));
    }
    share(bins[BINS.len() - 1])
}

#[test]
fn reliability() {
    let Some(outcomes) = outcomes(&Options::default()) else { return skipped() };
    let sure = table("as told", outcomes.iter().map(|outcome| (outcome.confidence, outcome)));
    at_least("findings at .9 or more that are true, %", sure, 90.0);
}

/// Fits on each half of the data and tells on the other.
#[test]
fn reliability_of_a_fit_to_the_other_half() {
    let Some(outcomes) = outcomes(&evidence()) else { return skipped() };
    let fits = [0, 1].map(|half| counts(outcomes.iter().filter(|o| o.half == half)));
    let told = |outcome: &Outcome| {
        let key = (outcome.check, grade(outcome.confidence));
        let [all, right] = fits[1 - outcome.half].get(&key).copied().unwrap_or_default();
        (right as f64 + 10.0 * outcome.confidence) / (all as f64 + 10.0)
    };
    let sure = table("fitted to the other half", outcomes.iter().map(|o| (told(o), o)));
    at_least("the same, fitted to the other half, %", sure, 90.0);
}

fn evidence() -> Options {
    let mut options = Options::default();
    options.confidence = Confidence::Evidence;
    options
}

/// Writes `src/audit/calibration.tsv`.
#[test]
#[ignore = "writes a file of the repository"]
fn fit() {
    let Some(outcomes) = outcomes(&evidence()) else { return skipped() };
    let mut text = String::from("# check\tstrength in twentieths\tfindings\ttrue\n");
    let counts = counts(outcomes.iter());
    // Of a check without a true finding here it is not known how it tells those from others.
    let is_told =
        |check: &str| counts.iter().any(|((of, _), counts)| *of == check && counts[1] > 0);
    for ((check, grade), [all, right]) in counts.iter().filter(|((check, _), _)| is_told(check)) {
        text += &format!("{check}\t{grade}\t{all}\t{right}\n");
    }
    print!("{text}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/audit/calibration.tsv");
    std::fs::write(path, text).expect("a file to write");
}
