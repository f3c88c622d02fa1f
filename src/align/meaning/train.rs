//! Trains the weights of the evidence from embeddings on the development data in `../shared/data`.
//!
//! With `TARGUM_VECTORS` a folder: `cargo test --release --lib align::meaning::train::texts --
//! --ignored` writes texts.txt, a text a line; any encoder makes texts.npy of it, a vector a line; and
//! `cargo test --release --lib align::meaning::train::train -- --exact --ignored --nocapture` rewrites
//! `weights.rs`.
//!
//! Source: as the trainer of the other weights, which stay as they are but for one common factor. Each
//! document is seen under other weights that were trained without it, for under those that know it the
//! other evidence looks better than it is on new text. Complexity: a pass over the lattice a step.
//! Weakness: news is seen under weights that know a quarter of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::weights::{OTHER, WEIGHTS};
use super::{Amounts, COUNT, Worth};
use crate::align::feature::{Feature, Weights, trained};
use crate::align::lattice::{Close, Scores};
use crate::align::pass::{GAINS, Passes};
use crate::align::train::{Article, Case, Cross, PARTS, Set, align_all, part, print, training};
use crate::align::{Embeddings, Options, SpanVectors, Vectors, unsure};
use crate::evaluate::alignment::Counts;
use crate::format::links::links;
use crate::format::npy;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// The common factor of the other weights, then those of the meaning.
type Parameters = [f64; 1 + COUNT];

/// The sets, thinned out: an encoder is slow.
fn few_sets() -> Vec<Set> {
    let mut sets = training();
    sets.retain(|set| !set.name.contains("constructed") && !set.name.contains("learned"));
    for set in &mut sets {
        let most = if part(&set.name).is_some() { 1 } else { 4 };
        let step = set.articles.len().div_ceil(most);
        let mut at = 0;
        set.articles.retain(|_| {
            at += 1;
            (at - 1) % step == 0
        });
    }
    sets
}

/// What it is measured on when it is not trained on: a part of each long document, or a set of short ones.
fn fold(set: &Set) -> String {
    part(&set.name).map_or(set.name.clone(), |part| format!("#{part}"))
}

/// For each set, weights of the other evidence that were trained without it.
fn unseen(sets: &[Set]) -> Vec<Weights> {
    let cross = Cross::new();
    let folds: Vec<Weights> =
        (0..PARTS).map(|part| cross.without(&[format!("#{part}").as_str()])).collect();
    let of = |set: &Set| part(&set.name).map_or(trained(), |part| folds[part]);
    sets.iter().map(of).collect()
}

/// The unsure spans of each article.
fn spans(sets: &[Set]) -> Vec<Vec<Pair<Vec<Range<usize>>>>> {
    let of = |article: &Article| unsure(article.renderings.as_ref(), &Options::default());
    sets.iter().map(|set| set.articles.par_iter().map(of).collect()).collect()
}

/// The texts and vectors in the folder that `TARGUM_VECTORS` names.
struct Known {
    rows: HashMap<String, usize>,
    vectors: Vectors,
}

impl Known {
    fn read() -> Option<Known> {
        let folder = PathBuf::from(std::env::var_os("TARGUM_VECTORS")?);
        let texts = std::fs::read_to_string(folder.join("texts.txt")).expect("texts.txt");
        let vectors = std::fs::read(folder.join("texts.npy")).expect("texts.npy");
        let vectors = npy::read(&vectors).expect("a table of numbers");
        let rows: HashMap<String, usize> =
            texts.lines().enumerate().map(|(row, text)| (text.to_owned(), row)).collect();
        assert_eq!(rows.len(), vectors.len(), "a vector for each text");
        Some(Known { rows, vectors })
    }

    /// The vectors of some spans; those of texts that are not known are left out.
    fn pick(&self, rendering: &Rendering, spans: &[Range<usize>]) -> SpanVectors {
        let known = spans.iter().filter_map(|span| {
            Some((span.clone(), *self.rows.get(&rendering.line(span.clone()))?))
        });
        let (spans, rows): (Vec<_>, Vec<_>) = known.unzip();
        let values = rows.iter().flat_map(|row| self.vectors.row(*row)).copied().collect();
        let vectors = Vectors::new(values, self.vectors.dimension()).expect("whole rows");
        SpanVectors::new(spans, vectors).expect("a vector for each span")
    }

    /// The embeddings of each article of each set.
    fn embeddings(&self, sets: &[Set]) -> Vec<Vec<Arc<Embeddings>>> {
        let of = |(article, spans): (&Article, &Pair<Vec<Range<usize>>>)| {
            let sides = article.renderings.as_ref().zip(spans.as_ref());
            let sides = sides.map(|(rendering, spans)| self.pick(rendering, spans));
            Arc::new(Embeddings::new(sides).expect("equal dimensions"))
        };
        let all = sets.iter().zip(spans(sets));
        all.map(|(set, spans)| set.articles.iter().zip(&spans).map(of).collect()).collect()
    }
}

/// A lattice with what the other evidence says of each move, and the meaning of each bead.
struct Lattice {
    case: Case,
    /// Weights of the other evidence.
    weights: Weights,
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
        let passes =
            Passes::with(article.renderings.as_ref(), &options, *weights, Worth::trained());
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
        Some(Lattice { case, weights: *weights, amounts })
    }

    /// The lattice under other parameters, perhaps with the moves of the gold only.
    fn rescored(&self, parameters: &Parameters, to_gold: bool) -> Scores {
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
        let swap = self.weights[Feature::Swap as usize] * factor;
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
    fn gradient(&self, parameters: &Parameters) -> (f64, Parameters) {
        let mut gradient = [0.0; 1 + COUNT];
        let mut likelihood = 0.0;
        let old = &self.case.scores;
        for (to_gold, sign) in [(true, self.case.weight), (false, -self.case.weight)] {
            let posteriors = self.rescored(parameters, to_gold).posteriors();
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
            other += swaps * f64::from(self.weights[Feature::Swap as usize]);
            other += posteriors.skip_runs * f64::from(old.skip_open);
            other += (skipped - posteriors.skip_runs) * f64::from(old.skip_extend);
            gradient[0] += sign * other;
        }
        (likelihood, gradient)
    }
}

fn climb(lattices: &[&Lattice], steps: usize) -> Parameters {
    const PRIOR: f64 = 1.0;
    let start = start();
    let mut parameters = start;
    let (mut sizes, mut last) = ([0.05_f64; 1 + COUNT], [0.0_f64; 1 + COUNT]);
    for step in 0..steps {
        let parts: Vec<_> =
            lattices.par_iter().map(|lattice| lattice.gradient(&parameters)).collect();
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

/// Writes the texts whose vectors training needs, one a line, into `texts.txt` in the folder that
/// `TARGUM_VECTORS` names.
#[test]
#[ignore = "writes texts; needs ../shared/data and TARGUM_VECTORS"]
fn texts() {
    let Some(folder) = std::env::var_os("TARGUM_VECTORS") else {
        return println!("skipped: no TARGUM_VECTORS");
    };
    let sets = few_sets();
    let mut texts = BTreeSet::new();
    for (set, spans) in sets.iter().zip(spans(&sets)) {
        for (article, spans) in set.articles.iter().zip(spans) {
            for side in Side::BOTH {
                let rendering = article.renderings.side(side);
                texts.extend(spans.side(side).iter().map(|span| rendering.line(span.clone())));
            }
        }
    }
    texts.remove("");
    let texts: Vec<String> = texts.into_iter().collect();
    std::fs::write(Path::new(&folder).join("texts.txt"), texts.join("\n") + "\n").unwrap();
}

/// The lattices of the sets, with the index of the set.
fn lattices(
    sets: &[Set],
    embeddings: &[Vec<Arc<Embeddings>>],
    weights: &[Weights],
) -> Vec<(usize, Lattice)> {
    let all = sets.iter().zip(embeddings).enumerate().flat_map(|(at, (set, embeddings))| {
        set.articles.iter().zip(embeddings).map(move |pair| (at, pair, set.weight))
    });
    let of = |(at, (article, embeddings), weight): (usize, (&Article, &Arc<Embeddings>), f64)| {
        Some((at, Lattice::new(article, embeddings.clone(), &weights[at], weight)?))
    };
    all.collect::<Vec<_>>().into_par_iter().filter_map(of).collect()
}

#[test]
#[ignore = "rewrites the table of weights; needs ../shared/data and TARGUM_VECTORS"]
fn train() {
    let Some(known) = Known::read() else { return println!("skipped: no TARGUM_VECTORS") };
    let sets = few_sets();
    let lattices = lattices(&sets, &known.embeddings(&sets), &unseen(&sets));
    let table = table(&climb(&lattices.iter().map(|(_, lattice)| lattice).collect::<Vec<_>>(), 60));
    print!("{table}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/align/meaning/weights.rs");
    std::fs::write(path, table).unwrap();
}

/// Prints figures without and with vectors, each set under weights of all evidence that have not seen it:
/// `TARGUM_VECTORS=FOLDER cargo test --release --lib align::meaning::train::cross -- --ignored --nocapture`.
#[test]
#[ignore = "trains several times; needs ../shared/data and TARGUM_VECTORS"]
fn cross() {
    let Some(known) = Known::read() else { return println!("skipped: no TARGUM_VECTORS") };
    let sets = few_sets();
    let (embeddings, weights) = (known.embeddings(&sets), unseen(&sets));
    let lattices = lattices(&sets, &embeddings, &weights);
    let folds: BTreeSet<String> = sets.iter().map(fold).collect();
    let mut all: BTreeMap<String, Counts> = BTreeMap::new();
    for held in folds {
        let seen = lattices.iter().filter(|(at, _)| fold(&sets[*at]) != held);
        let parameters = climb(&seen.map(|(_, lattice)| lattice).collect::<Vec<_>>(), 60);
        let worth = Worth {
            other: parameters[0] as f32,
            amounts: std::array::from_fn(|at| parameters[at + 1] as f32),
        };
        for (at, set) in sets.iter().enumerate().filter(|(_, set)| fold(set) == held) {
            let kind = set.name.split(" #").next().unwrap_or_default();
            for (how, embeddings) in [("without", &[][..]), ("with", &embeddings[at])] {
                let counts = all.entry(format!("{kind}, {how} vectors")).or_default();
                let alignments = align_all(set, &weights[at], GAINS, embeddings, worth);
                for (article, alignment) in set.articles.iter().zip(&alignments) {
                    counts.add(&article.gold, &links(alignment));
                }
            }
        }
    }
    for (name, counts) in all {
        print(&[Set { name, articles: Vec::new(), weight: 0.0 }], &[counts]);
    }
}
