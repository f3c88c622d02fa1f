//! Trains the weights: `cargo test --release --lib align::train -- --ignored --nocapture` rewrites
//! `src/align/weights.rs` from the development data in `../shared/data`.
//!
//! `TARGUM_HOLD_OUT=name` leaves a set out of training, `TARGUM_ROUNDS=0` only measures.

mod articles;
mod calibration;
mod construct;
mod cross;
mod documents;
mod objective;

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

pub(super) use articles::{Article, Set, sets};
pub(super) use cross::{Cross, part};
pub(super) use documents::{PARTS, training};
pub(super) use objective::Case;
use objective::climb;

use super::feature::{Feature, Weights, trained};
use super::lattice::Gains;
use super::pass::{GAINS, Passes, decode};
use super::{Alignment, Embeddings, Options};
use crate::evaluate::alignment::Counts;
use crate::format::links::links;

fn table(weights: &Weights) -> String {
    let mut out = String::from(
        "//! The trained weight of each piece of evidence, in log-odds per unit; written by the trainer.\n\n\
         /// By label.\npub(super) const WEIGHTS: &[(&str, f32)] = &[\n",
    );
    for (feature, weight) in Feature::ALL.iter().zip(weights) {
        let _ = writeln!(out, "    ({:?}, {weight:.3}),", feature.label());
    }
    out.push_str("];\n");
    out
}

/// Writes the table of weights.
pub(super) fn write(weights: &Weights) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/align/weights.rs");
    std::fs::write(path, table(weights)).expect("the table is written");
}

pub(super) fn measure(sets: &[Set], weights: &Weights, gains: Gains) -> Vec<Counts> {
    let count = |set: &Set| {
        let mut counts = Counts::default();
        let alignments = align_all(set, weights, gains, &[]);
        for (article, alignment) in set.articles.iter().zip(&alignments) {
            counts.add(&article.gold, &links(alignment));
        }
        counts
    };
    sets.iter().map(count).collect()
}

/// The alignments of the articles of a set, with their embeddings where there are any.
pub(super) fn align_all(
    set: &Set,
    weights: &Weights,
    gains: Gains,
    embeddings: &[Arc<Embeddings>],
) -> Vec<Alignment> {
    let align = |at: usize| {
        let renderings = set.articles[at].renderings.as_ref();
        let embeddings = embeddings.get(at).cloned();
        let options = Options { embeddings, ..set.articles[at].options() };
        let mut passes = Passes::with(renderings, &options, *weights);
        passes.gains = gains;
        decode(renderings, &options, &passes)
    };
    (0..set.articles.len()).into_par_iter().map(align).collect()
}

pub(super) fn print(sets: &[Set], all: &[Counts]) {
    for (set, counts) in sets.iter().zip(all) {
        let (strict, lax) = (counts.strict(), counts.lax());
        let sure = counts.bins()[9];
        println!(
            "{:38} strict {:.4} {:.4} {:.4}  lax {:.4}  ECE {:.4}  .9-1.0: {:.4} of {}",
            set.name,
            strict.precision,
            strict.recall,
            strict.f1,
            lax.f1,
            counts.calibration_error(),
            sure.right as f64 / sure.beads.max(1) as f64,
            sure.beads,
        );
    }
}

/// Prints the figures for several worths of beads and skips to the decoder.
#[test]
#[ignore = "a table to choose from; needs ../shared/data"]
fn gains() {
    let mut sets = sets();
    sets.retain(|set| set.name.contains("textberg") || set.name.contains("parice"));
    for threshold in [0.1, 0.2, 0.3, 0.4] {
        for skip in [0.25, 0.5, 0.75] {
            println!("threshold {threshold} skip {skip}");
            print(&sets, &measure(&sets, &trained(), Gains { threshold, skip }));
        }
    }
}

/// Prints the figures of all sets: `cargo test --release --lib align::train::figures -- --nocapture`.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow without optimisation")]
fn figures() {
    let sets = sets();
    if sets.is_empty() {
        println!("skipped: no ../shared/data");
    }
    let all = measure(&sets, &trained(), GAINS);
    print(&sets, &all);
    for (set, counts) in sets.iter().zip(&all) {
        let (strict, lax, calibration) = match set.name.as_str() {
            "textberg" => (0.92, 0.985, 0.07),
            "textberg block" => (0.93, 0.98, 0.06),
            "textberg scattered" => (0.88, 0.97, 0.06),
            "parice" => (0.95, 0.98, 0.04),
            "parice scattered" => (0.90, 0.95, 0.05),
            name if name.starts_with("constructed") => (0.89, 0.93, 0.05),
            _ => (0.975, 0.985, 0.025),
        };
        let name = &set.name;
        assert!(counts.strict().f1 >= strict, "{name}: strict {:.4}", counts.strict().f1);
        assert!(counts.lax().f1 >= lax, "{name}: lax {:.4}", counts.lax().f1);
        // Probabilities are made for unseen text: of text that the weights know they may say too little,
        // not too much.
        assert!(counts.calibration_error() <= calibration, "{name}: calibration");
        let bins = counts.bins().iter();
        let [beads, right, probability] = bins.fold([0.0; 3], |sums: [f64; 3], bin| {
            [sums[0] + bin.beads as f64, sums[1] + bin.right as f64, sums[2] + bin.probability]
        });
        let excess = (probability - right) / beads;
        assert!(excess <= 0.015, "{name}: probabilities are too high by {excess:.4}");
    }
}

#[test]
#[ignore = "rewrites the table of weights; needs ../shared/data"]
fn train() {
    let (sets, training) = (sets(), training());
    let rounds = std::env::var("TARGUM_ROUNDS").ok().and_then(|r| r.parse().ok()).unwrap_or(2);
    let hold_out = std::env::var("TARGUM_HOLD_OUT").ok();
    let mut weights = trained();
    for round in 0..rounds {
        let cases: Vec<Case> = training
            .iter()
            .filter(|set| hold_out.as_ref().is_none_or(|name| !set.name.contains(name.as_str())))
            .flat_map(|set| set.articles.iter().map(move |article| (article, set.weight)))
            .collect::<Vec<_>>()
            .into_par_iter()
            .filter_map(|(article, weight)| Case::new(article, None, &weights, weight))
            .collect();
        println!("round {round}: {} documents", cases.len());
        weights = climb(&cases.iter().collect::<Vec<_>>(), weights, 100);
    }
    print!("{}", table(&weights));
    print(&sets, &measure(&sets, &weights, GAINS));
    if rounds > 0 && hold_out.is_none() {
        write(&weights);
    }
}
