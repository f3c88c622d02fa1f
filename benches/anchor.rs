//! Megabytes a second of the extractors, all together and one by one, on one core.
//!
//! `cargo bench --bench anchor`; see `README.md` for what is inside the timed region.

mod clock;

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use clock::Clock;
use targum::anchor::{EXTRACTORS, Passage, anchor, terms};
use targum::document::Document;
use targum::lang::Language;
use targum::segment::segment;

/// How much text each round reads.
const BYTES: usize = 4 << 20;
const ROUNDS: usize = 5;
/// A part this small of the time of reading cannot be told from it.
const TELLABLE: u32 = 50;

fn main() {
    println!(
        "MB/s of {}, best of {ROUNDS}; the extractors alone (> where one costs less than can be told), \
         then all anchors, terms where there is a lexicon, both",
        Clock::start().name()
    );
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
        let reading = rounds(|| {
            let mut passage = Passage::new(&document);
            for segment in &segments {
                passage.enter(segment.span);
                black_box(&passage);
            }
        });
        print!(" reading {:.0}", speed(bytes, reading.best));
        for extractor in EXTRACTORS {
            let both = rounds(|| {
                let mut passage = Passage::new(&document);
                let mut found = Vec::new();
                for segment in &segments {
                    passage.enter(segment.span);
                    (extractor.extract)(&passage, &mut found);
                }
                black_box(found.len());
            });
            let least = reading.spread.max(both.spread).max(reading.best / TELLABLE);
            let cost = both.best.saturating_sub(reading.best);
            let sign = if cost < least { ">" } else { "" };
            print!(", {} {sign}{:.0}", extractor.kind.name(), speed(bytes, cost.max(least)));
        }
        let all = rounds(|| drop(black_box(anchor(&document, &segments))));
        print!("; anchors {:.1}", speed(bytes, all.best));
        if terms(&document, &segments, None).is_empty() {
            println!(", no terms");
            continue;
        }
        let named = rounds(|| drop(black_box(terms(&document, &segments, None))));
        println!(
            ", terms {:.1}, both {:.1}",
            speed(bytes, named.best),
            speed(bytes, all.best + named.best)
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

/// What some rounds took.
struct Rounds {
    best: Duration,
    /// By how much the middle one was slower.
    spread: Duration,
}

fn rounds(mut work: impl FnMut()) -> Rounds {
    work();
    let round = |_| {
        let start = Clock::start();
        work();
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..ROUNDS).map(round).collect();
    times.sort_unstable();
    Rounds { best: times[0], spread: times[ROUNDS / 2] - times[0] }
}

fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9)
}
