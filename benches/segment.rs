//! Megabytes a second of the segmenter, of `icu_segmenter` and of `sentencex`, on one core.
//!
//! `cargo bench --bench segment [-- SET...]`; see `README.md` for what is inside the timed region.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use targum::lang::Language;
use targum::segment::cuts;

/// How much text each round reads.
const BYTES: usize = 8 << 20;
const ROUNDS: usize = 25;

/// The texts of `../shared/data/segment/dev`: a language, or a language and one of its treebanks.
const SETS: [&str; 16] = [
    "he_htb", "he_iahlt", "nb", "nn", "sv", "sv_lines", "da", "nl", "en", "en_gum", "de", "fr",
    "ru", "el", "ja", "zh",
];

fn main() {
    println!("MB/s, best of {ROUNDS}; \"flat\": the same text given to targum as one string");
    println!(
        "{:8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>13}",
        "text", "targum", "flat", "icu", "sentencex", "per icu", "per sentencex"
    );
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    let mut all = Vec::new();
    for set in SETS.iter().filter(|set| wanted.is_empty() || wanted.iter().any(|it| it == *set)) {
        let Some(paragraphs) = paragraphs(set) else {
            println!("{set:8} skipped: no text beside the repository");
            continue;
        };
        let code = &set[..2];
        let Ok(language) = Language::from_tag(code) else { continue };
        let flat = [paragraphs.join(" ")];
        // A tenth of the text: it is slower by more than that.
        let tenth = &paragraphs[..paragraphs.len() / 10];
        let speeds = speeds([
            (&paragraphs, &|text| cuts(text, language).len()),
            (&flat, &|text| cuts(text, language).len()),
            (&paragraphs, &|text| icu.segment_str(text).count()),
            (tenth, &|text| sentencex::get_sentence_boundaries(code, text).len()),
        ]);
        print(set, &speeds);
        all.push(speeds);
    }
    if !all.is_empty() {
        print("all", &together(&all));
    }
}

fn print(name: &str, speeds: &[f64; 4]) {
    let [targum, flat, icu, sentencex] = speeds;
    println!(
        "{name:8} {targum:9.0} {flat:9.0} {icu:9.0} {sentencex:9.0} {:9.1} {:13.1}",
        targum / icu,
        targum / sentencex
    );
}

/// The speeds over as much text of every set: the times add up.
fn together(all: &[[f64; 4]]) -> [f64; 4] {
    std::array::from_fn(|index| {
        all.len() as f64 / all.iter().map(|speeds| 1.0 / speeds[index]).sum::<f64>()
    })
}

/// Paragraphs of a set, repeated up to [`BYTES`].
fn paragraphs(set: &str) -> Option<Vec<String>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let text = std::fs::read_to_string(data.join(format!("segment/dev/{set}.txt"))).ok()?;
    let mut total = 0;
    let paragraphs: Vec<String> = text
        .lines()
        .filter(|line| !line.is_empty())
        .cycle()
        .take_while(|line| {
            total += line.len();
            total <= BYTES
        })
        .map(str::to_owned)
        .collect();
    (!paragraphs.is_empty()).then_some(paragraphs)
}

/// Texts, and what counts the sentences of one.
type Run<'t> = (&'t [String], &'t dyn Fn(&str) -> usize);

/// Megabytes a second of every run, the best of rounds in which they take turns.
fn speeds<const N: usize>(runs: [Run; N]) -> [f64; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..ROUNDS {
        for ((texts, count), best) in runs.iter().zip(&mut best) {
            let start = Instant::now();
            black_box(texts.iter().map(|text| count(black_box(text))).sum::<usize>());
            *best = start.elapsed().min(*best);
        }
    }
    std::array::from_fn(|index| {
        let bytes: usize = runs[index].0.iter().map(String::len).sum();
        bytes as f64 / 1e6 / best[index].as_secs_f64()
    })
}
