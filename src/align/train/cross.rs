//! Figures on documents that the weights have not seen.
//!
//! `cargo test --release --lib align::train::cross -- --ignored --nocapture` prints them: each part of
//! Text+Berg and each document of ParIce under weights trained on all but it, and both sets under weights
//! trained on none of their documents.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::articles::Set;
use super::documents::{PARTS, training};
use super::objective::{Case, climb};
use super::{measure, print};
use crate::align::feature::{Weights, trained};
use crate::align::pass::GAINS;
use crate::evaluate::alignment::Counts;

/// Of the sets that are in every training, one document in so many is taken.
const THIN: usize = 4;
/// Steps of each training.
const STEPS: usize = 50;

#[test]
#[ignore = "trains several times; needs ../shared/data"]
fn cross() {
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
        .filter_map(|(at, article, weight)| Some((at, Case::new(article, &trained(), weight)?)))
        .collect();
    println!("{} cases", cases.len());
    let mut folds: Vec<(String, Vec<String>)> = (0..PARTS)
        .map(|part| (String::from("unseen document"), vec![format!("#{part}")]))
        .collect();
    folds.push(("unseen genre".into(), vec!["textberg".into()]));
    folds.push(("unseen genre".into(), vec!["parice".into()]));
    let mut all: BTreeMap<String, Counts> = BTreeMap::new();
    for (label, held) in folds {
        let is_held = |name: &str| held.iter().any(|held| name.contains(held.as_str()));
        let seen: Vec<&Case> =
            cases.iter().filter(|(at, _)| !is_held(&sets[*at].name)).map(|(_, c)| c).collect();
        let weights: Weights = climb(&seen, trained(), STEPS);
        for set in sets.iter().filter(|set| is_held(&set.name)) {
            let kind = set.name.split(" #").next().unwrap_or_default();
            let part = measure(std::slice::from_ref(set), &weights, GAINS);
            let counts = all.entry(format!("{label}: {kind}")).or_default();
            part.iter().for_each(|part| counts.merge(part));
        }
    }
    for (name, counts) in all {
        let set = Set { name, articles: Vec::new(), weight: 0.0 };
        print(&[set], &[counts]);
    }
}
