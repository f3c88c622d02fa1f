//! Rows a second of the audit on longer and longer bitexts, on one core, and its memory.
//!
//! `cargo bench --bench audit -- [ROWS...]`; see `README.md` for what is inside the timed region.

mod clock;

use std::hint::black_box;
use std::path::Path;

use clock::Clock;
use targum::align;
use targum::audit::{Options, audit};
use targum::bitext::Bitext;
use targum::format::{plain, tsv};
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

/// Pairs of languages whose news is audited beside the article of the repository.
const NEWS: [(&str, &str); 4] = [("he", "nb"), ("nb", "sv"), ("en", "de"), ("de", "fr")];

fn main() {
    let mut sizes: Vec<usize> =
        std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 4_000, 16_000];
    }
    // The audit runs on the thread that waits for it, whose time is counted.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
    pool.expect("a pool of this thread");
    println!("one thread, {}", Clock::start().name());
    println!(
        "{:>6} {:>9} {:>9} {:>8} {:>8} {:>7} {:>9} {:>8}",
        "text", "rows", "seconds", "rows/s", "µs/row", "MB/s", "findings", "MiB"
    );
    let article = article();
    // The tables are read when first needed.
    black_box(audit(&bitext(&varied(&article, 100), Pair::new("he", "nb")), &Options::default()));
    for size in sizes {
        measure("he-nb", &bitext(&varied(&article, size), Pair::new("he", "nb")));
    }
    for codes in NEWS {
        let name = format!("{}-{}", codes.0, codes.1);
        match news(Pair::new(codes.0, codes.1)) {
            Some(rows) => measure(&name, &bitext(&rows, Pair::new(codes.0, codes.1))),
            None => println!("{name:>6} skipped: no news beside the repository"),
        }
    }
}

fn measure(name: &str, bitext: &Bitext) {
    let clock = Clock::start();
    let findings = audit(bitext, &Options::default());
    let seconds = clock.elapsed().as_secs_f64();
    let rows = bitext.alignment.beads().len() as f64;
    let text = bitext.renderings.as_ref().map(|rendering| rendering.document.text.len());
    println!(
        "{name:>6} {rows:>9} {seconds:>9.2} {:>8.0} {:>8.0} {:>7.3} {:>9} {:>8}",
        rows / seconds,
        seconds * 1e6 / rows,
        (text.source + text.target) as f64 / 1e6 / seconds,
        findings.len(),
        peak().map_or("-".into(), |kib| (kib / 1024).to_string()),
    );
}

fn bitext(rows: &str, codes: Pair<&str>) -> Bitext {
    let language = |code| Language::from_tag(code).expect("a supported language");
    tsv::read(rows, codes.map(language)).expect("rows of two columns")
}

/// The beads of the article of the repository that have both sides.
fn article() -> Vec<Pair<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/magnesium");
    let rendering = |code: &str| {
        let text = std::fs::read_to_string(folder.join(format!("{code}.txt"))).expect("an article");
        Rendering::new(plain::read(text, Language::from_tag(code).expect("a supported language")))
    };
    let bitext =
        Bitext::align(Pair::new(rendering("he"), rendering("nb")), &align::Options::default());
    let linked = bitext.alignment.beads().iter().filter(|bead| !bead.is_null());
    linked.map(|bead| Pair::from_fn(|side: Side| bitext.text(bead, side))).collect()
}

/// So many rows of the article, over and over, each with other numbers and a name that no other row
/// has, alike on both sides.
fn varied(article: &[Pair<String>], rows: usize) -> String {
    let mut out = String::new();
    for (at, row) in article.iter().cycle().take(rows).enumerate() {
        let texts = row.as_ref().map(|text| with_other_digits(text, at / article.len()));
        let name = name(at);
        out.push_str(&format!("{} ({name})\t{} ({name})\n", texts.source, texts.target));
    }
    out
}

/// A text with every digit but 0 and 1 turned on by as many as `by`.
fn with_other_digits(text: &str, by: usize) -> String {
    let turned = |c: char| match c {
        '2'..='9' => char::from(b'2' + ((c as u8 - b'2') + (by % 8) as u8) % 8),
        other => other,
    };
    text.chars().map(turned).collect()
}

/// An invented name.
fn name(number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "da", "fe", "go", "hi", "ju", "pa",
        "ty",
    ];
    let mut rest = number;
    let mut name = String::from("Q");
    for _ in 0..5 {
        name.push_str(SYLLABLES[rest % 16]);
        rest /= 16;
    }
    name
}

/// The news of two languages, a row a line.
fn news(codes: Pair<&str>) -> Option<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/ntrex");
    let mut folders: Vec<_> = data.read_dir().ok()?.flatten().map(|entry| entry.path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    let mut rows = String::new();
    for folder in folders {
        let text = |code: &str| std::fs::read_to_string(folder.join(format!("{code}.txt"))).ok();
        let texts = Pair::new(text(codes.source)?, text(codes.target)?);
        for (source, target) in texts.source.lines().zip(texts.target.lines()) {
            rows.push_str(&format!("{source}\t{target}\n"));
        }
    }
    Some(rows)
}

/// The highest resident size so far in KiB, where the system tells.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
