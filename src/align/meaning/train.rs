//! Trains the weight of the evidence from embeddings on the development data in `../shared/data`.
//!
//! With `TARGUM_VECTORS` a folder: `cargo test --release --lib align::meaning::train::texts --
//! --ignored` writes texts.txt, a text a line; any encoder makes texts.npy of it, a vector a line; and
//! `cargo test --release --lib align::meaning::train::train -- --exact --ignored --nocapture` writes the
//! weight into `src/align/weights.rs`.
//!
//! Source: maximum likelihood of the gold, as the trainer of the other weights, which stay as they are.
//! Each document is seen under other weights that were trained without it, for under those that know it
//! the other evidence looks better than it is on new text. Complexity: a pass over the lattice a step.
//! Weakness: news is seen under weights that know a quarter of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::align::feature::{Feature, Weights, trained};
use crate::align::pass::GAINS;
use crate::align::train::{
    Article, Case, Cross, PARTS, Set, align_all, part, print, training, write,
};
use crate::align::{Embeddings, Options, SpanVectors, Vectors, unsure};
use crate::evaluate::alignment::Counts;
use crate::format::links::links;
use crate::format::npy;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

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

/// The lattices of the sets with vectors, each under the weights of its set, with the index of the set.
fn cases(
    sets: &[Set],
    embeddings: &[Vec<Arc<Embeddings>>],
    weights: &[Weights],
) -> Vec<(usize, Case)> {
    let all = sets.iter().zip(embeddings).enumerate().flat_map(|(at, (set, embeddings))| {
        set.articles.iter().zip(embeddings).map(move |pair| (at, pair, set.weight))
    });
    let of = |(at, (article, embeddings), weight): (usize, (&Article, &Arc<Embeddings>), f64)| {
        Some((at, Case::new(article, Some(embeddings.clone()), &weights[at], weight)?))
    };
    all.collect::<Vec<_>>().into_par_iter().filter_map(of).collect()
}

/// Weights in which the meaning is worth `worth`.
fn with(mut weights: Weights, worth: f32) -> Weights {
    weights[Feature::Meaning as usize] = worth;
    weights
}

/// What the meaning is worth: the weight that makes the gold most probable.
fn fit(cases: &[&(usize, Case)], weights: &[Weights]) -> f32 {
    let likelihood = |worth: f32| {
        let of = |(at, case): &&(usize, Case)| case.gradient(&with(weights[*at], worth)).0;
        cases.par_iter().map(of).collect::<Vec<f64>>().into_iter().sum::<f64>()
    };
    let steps = (0..=40).map(|step| step as f32 * 0.01);
    let best = steps.map(|worth| (worth, likelihood(worth))).max_by(|a, b| a.1.total_cmp(&b.1));
    let (worth, value) = best.unwrap_or_default();
    println!("worth {worth}: log-likelihood {value:.1}");
    worth
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

#[test]
#[ignore = "rewrites a weight; needs ../shared/data and TARGUM_VECTORS"]
fn train() {
    let Some(known) = Known::read() else { return println!("skipped: no TARGUM_VECTORS") };
    let sets = few_sets();
    let weights = unseen(&sets);
    let cases = cases(&sets, &known.embeddings(&sets), &weights);
    write(&with(trained(), fit(&cases.iter().collect::<Vec<_>>(), &weights)));
}

/// Prints figures without and with vectors, each set under weights of all evidence that have not seen it:
/// `TARGUM_VECTORS=FOLDER cargo test --release --lib align::meaning::train::cross -- --ignored --nocapture`.
#[test]
#[ignore = "trains several times; needs ../shared/data and TARGUM_VECTORS"]
fn cross() {
    let Some(known) = Known::read() else { return println!("skipped: no TARGUM_VECTORS") };
    let sets = few_sets();
    let (embeddings, weights) = (known.embeddings(&sets), unseen(&sets));
    let cases = cases(&sets, &embeddings, &weights);
    let folds: BTreeSet<String> = sets.iter().map(fold).collect();
    let mut all: BTreeMap<String, Counts> = BTreeMap::new();
    for held in folds {
        let seen = cases.iter().filter(|(at, _)| fold(&sets[*at]) != held);
        let worth = fit(&seen.collect::<Vec<_>>(), &weights);
        for (at, set) in sets.iter().enumerate().filter(|(_, set)| fold(set) == held) {
            let kind = set.name.split(" #").next().unwrap_or_default();
            for (how, embeddings) in [("without", &[][..]), ("with", &embeddings[at])] {
                let counts = all.entry(format!("{kind}, {how} vectors")).or_default();
                let alignments = align_all(set, &with(weights[at], worth), GAINS, embeddings);
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
