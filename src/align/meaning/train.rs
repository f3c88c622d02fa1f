//! Trains the weights of the evidence from embeddings:
//! `TARGUM_ENCODER=FOLDER cargo test --release --features encoder --lib align::meaning::train --
//! --ignored --nocapture` rewrites `weights.rs` from the development data in `../shared/data`.
//!
//! Source: as the trainer of the other weights, which stay as they are but for one common factor.
//! Complexity: dominated by the encoder, which sees each text once. Weakness: the other weights were
//! trained on the same documents, so that they look better here than they are.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::weights::{OTHER, WEIGHTS};
use super::{Amounts, COUNT};
use crate::align::encoder::Encoder;
use crate::align::feature::{Feature, Weights, trained};
use crate::align::lattice::{Close, Scores};
use crate::align::pass::{GAINS, Passes};
use crate::align::train::{Article, Case, Set, measure_with, print, sets};
use crate::align::{Embeddings, Options, SpanVectors, Vectors, unsure};
use crate::pair::{Pair, Side};

/// The common factor of the other weights, then those of the meaning.
type Parameters = [f64; 1 + COUNT];

/// The vectors of the unsure spans of every article, each text encoded once.
pub(in crate::align) fn embed(sets: &[Set], encoder: &Encoder) -> Vec<Vec<Arc<Embeddings>>> {
    let spans: Vec<Vec<_>> = sets
        .iter()
        .map(|set| {
            let articles = set.articles.par_iter();
            articles.map(|a| unsure(a.renderings.as_ref(), &Options::default())).collect()
        })
        .collect();
    let mut texts = BTreeSet::new();
    for_each_span(sets, &spans, |text| {
        texts.insert(text);
    });
    let texts: Vec<String> = texts.into_iter().collect();
    let vectors = encoder.encode(&texts).expect("the encoder reads any text");
    let rows: HashMap<String, usize> =
        texts.into_iter().enumerate().map(|(row, text)| (text, row)).collect();
    let pick = |article: &Article, spans: &Pair<Vec<std::ops::Range<usize>>>, side: Side| {
        let rendering = article.renderings.side(side);
        let values = spans
            .side(side)
            .iter()
            .flat_map(|span| vectors.row(rows[&rendering.line(span.clone())]).iter().copied());
        let values = Vectors::new(values.collect(), vectors.dimension()).expect("whole rows");
        SpanVectors::new(spans.side(side).clone(), values).expect("a vector for each span")
    };
    sets.iter()
        .zip(&spans)
        .map(|(set, spans)| {
            let articles = set.articles.iter().zip(spans);
            articles
                .map(|(article, spans)| {
                    let sides = Pair::from_fn(|side| pick(article, spans, side));
                    Arc::new(Embeddings::new(sides).expect("equal dimensions"))
                })
                .collect()
        })
        .collect()
}

fn for_each_span(
    sets: &[Set],
    spans: &[Vec<Pair<Vec<std::ops::Range<usize>>>>],
    mut each: impl FnMut(String),
) {
    for (set, spans) in sets.iter().zip(spans) {
        for (article, spans) in set.articles.iter().zip(spans) {
            for side in Side::BOTH {
                let rendering = article.renderings.side(side);
                spans.side(side).iter().for_each(|span| each(rendering.line(span.clone())));
            }
        }
    }
}

/// A lattice with what the other evidence says of each move, and the meaning of each bead.
struct Lattice {
    case: Case,
    amounts: Vec<(u32, Amounts)>,
}

impl Lattice {
    fn new(
        article: &Article,
        embeddings: Arc<Embeddings>,
        weights: &Weights,
        weight: f64,
    ) -> Option<Lattice> {
        let case = Case::new(article, weights, weight)?;
        let options = Options { embeddings: Some(embeddings), ..Options::default() };
        let passes = Passes::with(article.renderings.as_ref(), &options, *weights);
        let meaning = passes.meaning.as_ref()?;
        let (band, width) = (&case.scores.band, case.scores.shapes.len());
        let mut amounts = Vec::new();
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                for (k, &shape) in case.scores.shapes.iter().enumerate() {
                    let at = node * width + k;
                    if case.scores.beads[at] > f32::NEG_INFINITY {
                        amounts.push((at as u32, meaning.bead(Pair::new(i, j), shape)));
                    }
                }
            }
        }
        amounts.retain(|(_, amounts)| amounts.iter().any(|amount| *amount != 0.0));
        Some(Lattice { case, amounts })
    }

    /// The lattice under other parameters, perhaps with the moves of the gold only.
    fn rescored(&self, parameters: &Parameters, weights: &Weights, to_gold: bool) -> Scores {
        let never = f32::NEG_INFINITY;
        let Case { scores: old, allowed, .. } = &self.case;
        let factor = parameters[0] as f32;
        let width = old.shapes.len();
        let mut beads: Vec<f32> = old.beads.iter().map(|bead| bead * factor).collect();
        for (at, amounts) in &self.amounts {
            let meant = amounts.iter().zip(&parameters[1..]).map(|(a, w)| a * *w as f32);
            beads[*at as usize] += meant.sum::<f32>();
        }
        let mut swaps = vec![never; old.swaps.len()];
        let swap = weights[Feature::Swap as usize] * factor;
        for i in 0..=old.band.source() {
            let (low, high) = old.band.row(i);
            for j in low..=high {
                let Some(node) = old.band.node(i, j) else { continue };
                if old.swaps[node] != never && (!to_gold || allowed.swaps[node]) {
                    let cells = [old.band.node(i, j + 1), old.band.node(i + 1, j)];
                    let cells = cells.map(|cell| cell.map_or(never, |cell| beads[cell * width]));
                    swaps[node] = swap + cells[0] + cells[1];
                }
            }
        }
        if to_gold {
            let forbidden = beads.iter_mut().zip(&allowed.beads).filter(|(_, allowed)| !**allowed);
            forbidden.for_each(|(bead, _)| *bead = never);
        }
        let skips = Pair::from_fn(|side| {
            let skips = if side == Side::Source { &old.skip_source } else { &old.skip_target };
            let allowed = allowed.skips.side(side);
            let skips = skips.iter().zip(allowed);
            let skips = skips.map(
                |(skip, allowed)| {
                    if to_gold && !allowed { never } else { skip * factor }
                },
            );
            skips.collect::<Vec<f32>>()
        });
        Scores {
            band: old.band.clone(),
            close: Close::Corner,
            shapes: old.shapes.clone(),
            beads,
            swaps,
            skip_source: skips.source,
            skip_target: skips.target,
            skip_open: old.skip_open * factor,
            skip_extend: old.skip_extend * factor,
        }
    }

    /// The log-likelihood of the gold and its gradient.
    fn gradient(&self, parameters: &Parameters, weights: &Weights) -> (f64, Parameters) {
        let mut gradient = [0.0; 1 + COUNT];
        let mut likelihood = 0.0;
        let old = &self.case.scores;
        for (to_gold, sign) in [(true, self.case.weight), (false, -self.case.weight)] {
            let posteriors = self.rescored(parameters, weights, to_gold).posteriors();
            likelihood += sign * posteriors.evidence;
            let mut other = 0.0;
            for (share, score) in posteriors.beads.iter().zip(&old.beads) {
                if *share > 1e-9 {
                    other += f64::from(*share) * f64::from(*score);
                }
            }
            for (at, amounts) in &self.amounts {
                let share = sign * f64::from(posteriors.beads[*at as usize]);
                for (sum, amount) in gradient[1..].iter_mut().zip(amounts) {
                    *sum += share * f64::from(*amount);
                }
            }
            let mut skipped = 0.0;
            for (shares, scores) in [
                (&posteriors.skip_source, &old.skip_source),
                (&posteriors.skip_target, &old.skip_target),
            ] {
                for (share, score) in shares.iter().zip(scores) {
                    other += f64::from(*share) * f64::from(*score);
                    skipped += f64::from(*share);
                }
            }
            let swaps: f64 = posteriors.swaps.iter().map(|&share| f64::from(share)).sum();
            other += swaps * f64::from(weights[Feature::Swap as usize]);
            other += posteriors.skip_runs * f64::from(old.skip_open);
            other += (skipped - posteriors.skip_runs) * f64::from(old.skip_extend);
            gradient[0] += sign * other;
        }
        (likelihood, gradient)
    }
}

fn climb(lattices: &[Lattice], weights: &Weights, steps: usize) -> Parameters {
    const PRIOR: f64 = 1.0;
    let start = start();
    let mut parameters = start;
    let (mut sizes, mut last) = ([0.05_f64; 1 + COUNT], [0.0_f64; 1 + COUNT]);
    for step in 0..steps {
        let parts: Vec<_> =
            lattices.par_iter().map(|lattice| lattice.gradient(&parameters, weights)).collect();
        let mut likelihood = 0.0;
        let mut gradient = [0.0; 1 + COUNT];
        for (value, part) in parts {
            likelihood += value;
            gradient.iter_mut().zip(part).for_each(|(sum, value)| *sum += value);
        }
        for p in 0..=COUNT {
            let prior = if p == 0 { 1.0 } else { 0.0 };
            gradient[p] -= PRIOR * (parameters[p] - prior);
            let turn = gradient[p] * last[p];
            if turn < 0.0 {
                sizes[p] = (sizes[p] * 0.5).max(1e-4);
                last[p] = 0.0;
                continue;
            }
            if turn > 0.0 {
                sizes[p] = (sizes[p] * 1.2).min(0.5);
            }
            last[p] = gradient[p];
            parameters[p] += gradient[p].signum() * sizes[p];
        }
        if step % 10 == 0 || step + 1 == steps {
            println!("step {step}: log-likelihood {likelihood:.1} at {parameters:.3?}");
        }
    }
    parameters
}

/// The parameters as they stand in the table.
fn start() -> Parameters {
    let mut out = [f64::from(OTHER); 1 + COUNT];
    out[1..].iter_mut().zip(WEIGHTS).for_each(|(out, (_, weight))| *out = f64::from(weight));
    out
}

fn table(parameters: &Parameters) -> String {
    let mut out = format!(
        "//! The trained weights of the evidence from embeddings, in log-odds per unit; written by the \
         trainer.\n\n\
         /// How much all other evidence counts beside the meaning, with which it is not independent.\n\
         pub(in crate::align) const OTHER: f32 = {:.3};\n\n\
         /// By label.\npub(in crate::align) const WEIGHTS: [(&str, f32); {COUNT}] = [\n",
        parameters[0]
    );
    for ((label, _), weight) in WEIGHTS.iter().zip(&parameters[1..]) {
        let _ = writeln!(out, "    ({label:?}, {weight:.3}),");
    }
    out.push_str("];\n");
    out
}

/// The encoder in the folder that `TARGUM_ENCODER` names.
fn encoder() -> Option<Encoder> {
    let folder = std::env::var_os("TARGUM_ENCODER")?;
    Some(Encoder::open(Path::new(&folder)).expect("TARGUM_ENCODER names a folder with an encoder"))
}

#[test]
#[ignore = "rewrites the table of weights; needs ../shared/data and TARGUM_ENCODER"]
fn train() {
    let Some(encoder) = encoder() else { return println!("skipped: no TARGUM_ENCODER") };
    let sets = sets();
    let weights = trained();
    let embeddings = embed(&sets, &encoder);
    let lattices: Vec<Lattice> = sets
        .iter()
        .zip(&embeddings)
        .flat_map(|(set, all)| set.articles.iter().zip(all).map(move |pair| (pair, set.weight)))
        .collect::<Vec<_>>()
        .into_par_iter()
        .filter_map(|((article, embeddings), weight)| {
            Lattice::new(article, embeddings.clone(), &weights, weight)
        })
        .collect();
    let table = table(&climb(&lattices, &weights, 60));
    print!("{table}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/align/meaning/weights.rs");
    std::fs::write(path, table).unwrap();
}

/// Prints the figures of all sets with the encoder: `TARGUM_ENCODER=FOLDER cargo test --release
/// --features encoder --lib align::meaning::train::figures -- --nocapture`.
#[test]
fn figures() {
    let Some(encoder) = encoder() else { return println!("skipped: no TARGUM_ENCODER") };
    let mut sets = sets();
    sets.retain(|set| !set.name.starts_with("constructed"));
    let embeddings = embed(&sets, &encoder);
    let without = vec![Vec::new(); sets.len()];
    print(&sets, &measure_with(&sets, &trained(), GAINS, &without));
    print(&sets, &measure_with(&sets, &trained(), GAINS, &embeddings));
}
