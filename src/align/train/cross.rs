//! Figures on documents that the weights have not seen.
//!
//! `cargo test --release --lib align::train::cross -- --ignored --nocapture` prints them: each part of
//! Text+Berg and each document of ParIce under weights trained on all but it, and every kind of text under
//! weights trained on the others. The probabilities of all these are what the sharpness of a pair is
//! fitted on; on unseen documents they are shown as a fit on the others gives them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::articles::Set;
use super::calibration::{Outcome, fit};
use super::documents::{PARTS, training};
use super::objective::{Case, climb};
use super::{align_all, print};
use crate::align::feature::{Weights, trained};
use crate::align::pass::GAINS;
use crate::evaluate::alignment::Counts;
use crate::format::links::links;

/// Of the sets that are in every training, one document in so many is taken.
const THIN: usize = 4;
/// Steps of each training.
const STEPS: usize = 50;

/// What weights are trained on when some of it is held out.
pub(in crate::align) struct Cross {
    sets: Vec<Set>,
    /// The lattices, with the index of the set.
    cases: Vec<(usize, Case)>,
}

impl Cross {
    pub fn new() -> Cross {
        let mut sets = training();
        for set in sets.iter_mut().filter(|set| !set.name.contains('#')) {
            let mut at = 0;
            set.articles.retain(|_| {
                at += 1;
                at % THIN == 0
            });
            set.weight *= THIN as f64;
        }
        let cases: Vec<(usize, Case)> = sets
            .iter()
            .enumerate()
            .flat_map(|(at, set)| set.articles.iter().map(move |article| (at, article, set.weight)))
            .collect::<Vec<_>>()
            .into_par_iter()
            .filter_map(|(at, article, weight)| {
                Some((at, Case::new(article, None, &trained(), weight)?))
            })
            .collect();
        println!("{} cases", cases.len());
        Cross { sets, cases }
    }

    /// Weights trained without the sets whose name holds one of these.
    pub fn without(&self, held: &[&str]) -> Weights {
        let is_seen = |at: usize| !is_held(&self.sets[at], held);
        let seen = self.cases.iter().filter(|(at, _)| is_seen(*at)).map(|(_, case)| case);
        climb(&seen.collect::<Vec<_>>(), trained(), STEPS)
    }
}

fn is_held(set: &Set, held: &[&str]) -> bool {
    held.iter().any(|held| set.name.contains(held))
}

/// Which part of the documents that are held out one at a time a name stands for.
pub(in crate::align) fn part(name: &str) -> Option<usize> {
    name.split_once('#')?.1.parse().ok()
}

/// The name of a set without the number of its part, and of all constructed sets together.
fn kind(set: &Set) -> &str {
    if set.name.contains("constructed") {
        "constructed"
    } else {
        set.name.split(" #").next().unwrap_or_default()
    }
}

#[test]
#[ignore = "trains several times; needs ../shared/data"]
fn cross() {
    let cross = Cross::new();
    let parts: Vec<String> = (0..PARTS).map(|part| format!("#{part}")).collect();
    let mut folds: Vec<(&str, Vec<&str>)> =
        parts.iter().map(|part| ("unseen document", vec![part.as_str()])).collect();
    folds.push(("unseen genre", vec!["textberg"]));
    folds.push(("unseen genre", vec!["parice"]));
    folds.push(("unseen genre", vec!["constructed", "ntrex"]));
    let mut all: BTreeMap<String, Counts> = BTreeMap::new();
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (label, held) in folds {
        let weights = cross.without(&held);
        for set in cross.sets.iter().filter(|set| is_held(set, &held)) {
            let name = format!("{label}: {}", kind(set));
            let counts = all.entry(name.clone()).or_default();
            for (at, alignment) in align_all(set, &weights, GAINS, &[]).iter().enumerate() {
                let gold = &set.articles[at].gold;
                counts.add(gold, &links(alignment));
                // What has no part is news of several languages, of which every fold holds some.
                if label == "unseen document" || part(&set.name).is_none() {
                    let fold = part(&set.name).unwrap_or(at % PARTS);
                    outcomes.push(Outcome::new(fold, kind(set), gold, alignment));
                }
            }
        }
    }
    show(all);
    let mut held: BTreeMap<String, Counts> = BTreeMap::new();
    for fold in 0..PARTS {
        let fit = fit(outcomes.iter().filter(|outcome| outcome.fold != fold));
        for outcome in outcomes.iter().filter(|outcome| outcome.fold == fold) {
            outcome.count(fit, held.entry(format!("refitted: {}", outcome.kind)).or_default());
        }
    }
    for (name, counts) in &held {
        println!("{name}: ECE by chance alone {:.4}", chance(counts));
        println!("{name}: probability and share of right beads, by tenths, and beads");
        for bin in counts.bins().iter().filter(|bin| bin.beads > 0) {
            let beads = bin.beads as f64;
            println!(
                "    {:.2} {:.2} {beads:5}",
                bin.probability / beads,
                bin.right as f64 / beads
            );
        }
    }
    show(held);
    let [factor, gain] = fit(outcomes.iter());
    println!("factor {factor:.2} gain {gain:.2}");
}

/// The calibration error to expect of so few beads if every probability were right: that of normal
/// deviations in each tenth.
fn chance(counts: &Counts) -> f64 {
    let bins = counts.bins();
    let beads: usize = bins.iter().map(|bin| bin.beads).sum();
    let deviations = bins.iter().filter(|bin| bin.beads > 0).map(|bin| {
        let share = bin.probability / bin.beads as f64;
        (std::f64::consts::FRAC_2_PI * bin.beads as f64 * share * (1.0 - share)).sqrt()
    });
    deviations.sum::<f64>() / beads.max(1) as f64
}

fn show(all: BTreeMap<String, Counts>) {
    for (name, counts) in all {
        print(&[Set { name, articles: Vec::new(), weight: 0.0 }], &[counts]);
    }
}
