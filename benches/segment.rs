//! Megabytes a second of the segmenter, of `icu_segmenter` and of `sentencex`, on one core.
//!
//! `cargo bench --bench segment [-- LANGUAGE]`; see `README.md` for what is inside the timed region.

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

fn main() {
    println!(
        "{:8} {:>9} {:>9} {:>9} {:>9} {:>13}   MB/s, best of {ROUNDS}, and times theirs",
        "text", "targum", "icu", "sentencex", "per icu", "per sentencex"
    );
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| it.len() == 2).collect();
    for code in ["he", "nb", "en", "de", "ru", "ja"] {
        if !wanted.is_empty() && !wanted.iter().any(|it| it == code) {
            continue;
        }
        let Some(paragraphs) = paragraphs(code) else {
            println!("{code:8} skipped: no text beside the repository");
            continue;
        };
        let Ok(language) = Language::from_tag(code) else { continue };
        let flat = [paragraphs.join(" ")];
        // A tenth of the text: it is slower by more than that.
        let tenth = &paragraphs[..paragraphs.len() / 10];
        let [targum, whole, icu, sentencex] = speeds([
            (&paragraphs, &|text| cuts(text, language).len()),
            (&flat, &|text| cuts(text, language).len()),
            (&paragraphs, &|text| icu.segment_str(text).count()),
            (tenth, &|text| sentencex::get_sentence_boundaries(code, text).len()),
        ]);
        println!(
            "{code:8} {targum:9.0} {icu:9.0} {sentencex:9.0} {:9.1} {:13.1}   targum on flat text {whole:.0}",
            targum / icu,
            targum / sentencex
        );
    }
}

/// Paragraphs of a language, repeated up to [`BYTES`].
fn paragraphs(code: &str) -> Option<Vec<String>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let mut text = String::new();
    for set in [code.to_owned(), format!("{code}_htb"), format!("{code}_iahlt")] {
        if let Ok(more) = std::fs::read_to_string(data.join(format!("segment/dev/{set}.txt"))) {
            text.push_str(&more);
        }
    }
    let lines: Vec<String> = text.lines().filter(|it| !it.is_empty()).map(str::to_owned).collect();
    let mut total = 0;
    let paragraphs: Vec<String> = lines
        .iter()
        .cycle()
        .take_while(|line| {
            total += line.len();
            total <= BYTES
        })
        .cloned()
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
