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
const ROUNDS: usize = 5;

fn main() {
    println!(
        "{:8} {:>9} {:>9} {:>9}   MB/s, best of {ROUNDS}",
        "text", "targum", "icu", "sentencex"
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
        let targum = speed(&paragraphs, |text| cuts(text, language).len());
        let flat = [paragraphs.join(" ")];
        let whole = speed(&flat, |text| cuts(text, language).len());
        let icu = speed(&paragraphs, |text| icu.segment_str(text).count());
        // A tenth of the text: it is slower by more than that.
        let tenth = &paragraphs[..paragraphs.len() / 10];
        let sentencex = speed(tenth, |text| sentencex::get_sentence_boundaries(code, text).len());
        println!(
            "{code:8} {targum:9.0} {icu:9.0} {sentencex:9.0}   targum on flat text {whole:.0}"
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

fn speed(texts: &[String], count: impl Fn(&str) -> usize) -> f64 {
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let mut total = 0;
        for text in texts {
            total += count(black_box(text));
        }
        black_box(total);
        best = best.min(start.elapsed());
    }
    bytes as f64 / 1e6 / best.as_secs_f64()
}
