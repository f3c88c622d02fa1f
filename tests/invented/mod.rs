//! Long texts in two languages of invented words, with the beads that are right: as much text as is asked
//! for, and no word of it rare where the words are few.

use std::ops::Range;

use targum::format::plain;
use targum::lang::Language;
use targum::pair::Pair;
use targum::rendering::Rendering;

/// What text to make.
pub struct Plan {
    /// Source segments.
    pub segments: usize,
    /// Different words of each language.
    pub words: u64,
    /// What the languages have in common.
    pub kinship: Kinship,
    /// Source segments that the target leaves out, beside one in fifty anywhere.
    pub gone: Range<usize>,
}

/// What two languages have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kinship {
    /// A fifth of the words are alike in both; some words are frequent and most are rare.
    Sisters,
    /// No word is meant to be alike, and all are equally frequent.
    Strangers,
}

/// Two renderings, and the right bead of each source segment.
pub struct Invented {
    pub renderings: Pair<Rendering>,
    pub beads: Vec<Pair<Range<usize>>>,
}

impl Invented {
    /// Makes the text; one segment in twenty is split in the target.
    pub fn new(plan: &Plan) -> Invented {
        let mut random = Random(7);
        let mut lines: Pair<String> = Pair::default();
        let mut beads = Vec::with_capacity(plan.segments);
        let mut next = 0;
        for at in 0..plan.segments {
            let ranks: Vec<u64> = (0..6 + random.below(18))
                .map(|_| match plan.kinship {
                    Kinship::Sisters => random.rank(plan.words),
                    Kinship::Strangers => random.below(plan.words),
                })
                .collect();
            let sentence = |language: u64, ranks: &[u64]| {
                let word = |&rank: &u64| word(rank, language, plan.kinship);
                let words: Vec<String> = ranks.iter().map(word).collect();
                format!("{}.\n", words.join(" "))
            };
            lines.source.push_str(&sentence(0, &ranks));
            let start = next;
            let (is_gone, is_split) = (random.below(50) == 0, random.below(20) == 0);
            if is_gone || plan.gone.contains(&at) {
                // Nothing renders it.
            } else if is_split {
                let (first, second) = ranks.split_at(ranks.len() / 2);
                lines.target.push_str(&sentence(1, first));
                lines.target.push_str(&sentence(1, second));
                next += 2;
            } else {
                lines.target.push_str(&sentence(1, &ranks));
                next += 1;
            }
            beads.push(Pair::new(at..at + 1, start..next));
        }
        let renderings = lines.zip(Pair::new("en", "sv")).map(|(lines, code)| {
            let language = Language::from_tag(code).expect("a supported language");
            Rendering::new(plain::read_segmented(lines, language))
        });
        Invented { renderings, beads }
    }

    /// The share of source segments whose bead is among those given, 0 to 1. Where a segment that nothing
    /// renders stands in the target is all the same.
    pub fn right<'a>(&self, beads: impl Iterator<Item = &'a Pair<Range<usize>>>) -> f64 {
        let is_right = |bead: &&Pair<Range<usize>>| {
            self.beads.get(bead.source.start).is_some_and(|gold| {
                let is_null = bead.target.is_empty() && gold.target.is_empty();
                bead.source == gold.source && (is_null || bead.target == gold.target)
            })
        };
        beads.filter(is_right).count() as f64 / self.beads.len() as f64
    }
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

    /// A rank of Zipf's law among so many words, nearly.
    fn rank(&mut self, words: u64) -> u64 {
        let share = self.below(1 << 30) as f64 / (1_u64 << 30) as f64;
        ((words as f64).powf(share) as u64).saturating_sub(1)
    }
}

/// An invented word of a language.
fn word(rank: u64, language: u64, kinship: Kinship) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "da", "fe", "go", "hi", "ju", "pa",
        "ty",
    ];
    let is_alike = kinship == Kinship::Sisters && rank % 5 == 4;
    let mut bits = Random(rank * 2 + if is_alike { 0 } else { language }).next();
    let mut out = String::new();
    for _ in 0..2 + (rank + 1).ilog2() / 5 {
        out.push_str(SYLLABLES[(bits % 16) as usize]);
        bits /= 16;
    }
    out
}
