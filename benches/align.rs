//! Seconds and memory of aligning longer and longer texts.
//!
//! `cargo bench --bench align -- [SIZE...]`; see `README.md` for what is inside the timed region.

use std::time::Instant;

use targum::align::{Options, align};
use targum::format::plain;
use targum::lang::Language;
use targum::pair::Pair;
use targum::rendering::Rendering;

fn main() {
    let mut sizes: Vec<usize> =
        std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![5_000, 20_000, 80_000];
    }
    println!("{:>9} {:>9} {:>10} {:>8} {:>9}", "segments", "seconds", "µs/segment", "MiB", "right");
    for size in sizes {
        let (lines, gold) = text(size);
        let languages = Pair::new("en", "sv").map(|code| Language::from_tag(code).ok());
        let (Some(source), Some(target)) = (languages.source, languages.target) else { return };
        let renderings = Pair::new(
            Rendering::new(plain::read_segmented(lines.source, source)),
            Rendering::new(plain::read_segmented(lines.target, target)),
        );
        let start = Instant::now();
        let alignment = align(renderings.as_ref(), &Options::default());
        let seconds = start.elapsed().as_secs_f64();
        let right = alignment
            .beads()
            .iter()
            .filter(|bead| gold.get(bead.segments.source.start) == Some(&bead.segments))
            .count();
        println!(
            "{size:>9} {seconds:>9.2} {:>10.1} {:>8} {:>9.4}",
            seconds * 1e6 / size as f64,
            peak().map_or("-".into(), |kib| (kib / 1024).to_string()),
            right as f64 / gold.len() as f64
        );
    }
}

/// The highest resident size so far in KiB, where the system tells.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// SplitMix64, Steele et al. 2014.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// A rank of Zipf's law, nearly.
    fn rank(&mut self) -> u64 {
        let share = self.below(1 << 30) as f64 / (1_u64 << 30) as f64;
        (30_000_f64.powf(share) as u64).saturating_sub(1)
    }
}

/// An invented word of a language.
fn word(rank: u64, language: u64) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "da", "fe", "go", "hi", "ju", "pa",
        "ty",
    ];
    let is_alike = rank % 5 == 4;
    let mut bits = Random(rank * 2 + if is_alike { 0 } else { language }).next();
    let mut out = String::new();
    for _ in 0..2 + (rank + 1).ilog2() / 5 {
        out.push_str(SYLLABLES[(bits % 16) as usize]);
        bits /= 16;
    }
    out
}

/// Two renderings of `size` source lines and the gold bead that starts at each source line.
fn text(size: usize) -> (Pair<String>, Vec<Pair<std::ops::Range<usize>>>) {
    let mut random = Random(7);
    let mut lines: Pair<String> = Pair::default();
    let mut gold = Vec::with_capacity(size);
    let mut next = 0;
    for at in 0..size {
        let ranks: Vec<u64> = (0..6 + random.below(18)).map(|_| random.rank()).collect();
        let sentence = |language: u64, ranks: &[u64]| {
            let words: Vec<String> = ranks.iter().map(|&rank| word(rank, language)).collect();
            format!("{}.\n", words.join(" "))
        };
        lines.source.push_str(&sentence(0, &ranks));
        let start = next;
        if random.below(50) == 0 {
            gold.push(Pair::new(at..at + 1, start..start));
            continue;
        }
        if random.below(20) == 0 {
            let (first, second) = ranks.split_at(ranks.len() / 2);
            lines.target.push_str(&sentence(1, first));
            lines.target.push_str(&sentence(1, second));
            next += 2;
        } else {
            lines.target.push_str(&sentence(1, &ranks));
            next += 1;
        }
        gold.push(Pair::new(at..at + 1, start..next));
    }
    (lines, gold)
}
