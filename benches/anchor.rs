//! Megabytes a second of the extractors, all together and one by one, on one core.
//!
//! `cargo bench --bench anchor`; see `README.md` for what is inside the timed region.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use targum::anchor::{EXTRACTORS, Passage, anchor, terms};
use targum::document::Document;
use targum::lang::Language;
use targum::segment::segment;

/// How much text each round reads.
const BYTES: usize = 4 << 20;
const ROUNDS: usize = 5;

fn main() {
    println!("MB/s, best of {ROUNDS}; the extractors alone, then all anchors, terms, both");
    for code in ["he", "nb", "sv", "nl", "en", "de", "fr", "ru", "ja"] {
        let Some(text) = text(code) else {
            println!("{code:4} skipped: no text beside the repository");
            continue;
        };
        let Ok(language) = Language::from_tag(code) else { continue };
        let document = Document::from_lines(text, language);
        let segments = segment(&document);
        let bytes = document.text.len();
        print!("{code:4}");
        let reading = best(|| {
            let mut passage = Passage::new(&document);
            for segment in &segments {
                passage.enter(segment.span);
                black_box(&passage);
            }
        });
        print!(" reading {:.0}", speed(bytes, reading));
        for extractor in EXTRACTORS {
            let both = best(|| {
                let mut passage = Passage::new(&document);
                let mut found = Vec::new();
                for segment in &segments {
                    passage.enter(segment.span);
                    (extractor.extract)(&passage, &mut found);
                }
                black_box(found.len());
            });
            print!(", {} {:.0}", extractor.kind.name(), speed(bytes, both.saturating_sub(reading)));
        }
        let all = best(|| drop(black_box(anchor(&document, &segments))));
        let named = best(|| drop(black_box(terms(&document, &segments))));
        println!(
            "; anchors {:.1}, terms {:.1}, both {:.1}",
            speed(bytes, all),
            speed(bytes, named),
            speed(bytes, all + named)
        );
    }
}

/// Text of a language, repeated up to [`BYTES`], one paragraph a line.
fn text(code: &str) -> Option<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let mut text = String::new();
    let mut folders: Vec<_> = std::fs::read_dir(data.join("ntrex")).ok()?.flatten().collect();
    folders.sort_by_key(|folder| folder.path());
    for folder in folders {
        if let Ok(more) = std::fs::read_to_string(folder.path().join(format!("{code}.txt"))) {
            text.push_str(&more);
        }
    }
    (!text.is_empty()).then(|| text.repeat(BYTES / text.len() + 1))
}

fn best(mut work: impl FnMut()) -> Duration {
    work();
    let round = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..ROUNDS).map(round).min().unwrap_or_default()
}

fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9)
}
