//! Seconds and memory of aligning longer and longer texts.
//!
//! `cargo bench --bench align -- [strangers] [SIZE...]`; see `README.md` for what is inside the timed region.

#[path = "../tests/invented/mod.rs"]
mod invented;

use std::time::Instant;

use invented::{Invented, Kinship, Plan};
use targum::align::{Options, align};

fn main() {
    let mut sizes: Vec<usize> =
        std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![5_000, 20_000, 80_000];
    }
    let are_strangers = std::env::args().any(|argument| argument == "strangers");
    let kinship = if are_strangers { Kinship::Strangers } else { Kinship::Sisters };
    println!("{:>9} {:>9} {:>10} {:>8} {:>9}", "segments", "seconds", "µs/segment", "MiB", "right");
    for size in sizes {
        let text = Invented::new(&Plan { segments: size, words: 30_000, kinship, gone: 0..0 });
        let start = Instant::now();
        let alignment = align(text.renderings.as_ref(), &Options::default());
        let seconds = start.elapsed().as_secs_f64();
        println!(
            "{size:>9} {seconds:>9.2} {:>10.1} {:>8} {:>9.4}",
            seconds * 1e6 / size as f64,
            peak().map_or("-".into(), |kib| (kib / 1024).to_string()),
            text.right(alignment.beads().iter().map(|bead| &bead.segments)),
        );
    }
}

/// The highest resident size so far in KiB, where the system tells.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
