//! Learns the weights of `src/segment/unmarked.tsv` from the development sets beside the repository.
//!
//! `cargo run --release --example train_unmarked` learns from seven eighths of every set and counts
//! how the remaining eighth comes out, for each eighth in turn, and what the boundary F1 of the set is
//! with these held-out decisions; with `-- write` it learns from the whole and writes the table.
//! Logistic regression by adaptive gradient descent with an L1 penalty.

use std::collections::BTreeMap;
use std::path::Path;

use targum::evaluate::boundary;
use targum::lang::Language;
use targum::segment::cuts;
use targum::segment::unmarked::Unmarked;

/// The sets learned from: those whose licence lets the weights be shipped, and that have enough
/// unmarked sentence ends to learn from.
const SETS: &[&str] = &[
    "en", "en.wtp", "nb", "nb.wtp", "nn", "nn.wtp", "da", "da.wtp", "sv", "sv.wtp", "sv_lines",
    "sv_lines.wtp",
];

const THRESHOLDS: [f64; 5] = [-0.5, 0.0, 0.5, 1.0, 1.5];
const FOLDS: usize = 8;
/// How much a weight is drawn towards nothing; the environment's `PENALTY` stands in for it.
const PENALTY: f64 = 1.0;
const ROUNDS: usize = 40;
const RATE: f64 = 0.1;
/// How sure a cut has to be, in thousandths of a logit.
const MARGIN: i64 = 1000;
/// A weight under this is left out of the table.
const LEAST: f64 = 0.05;
/// How often a word has to be seen for a weight of its own.
const SEEN: usize = 3;

struct Example {
    features: Vec<usize>,
    ends: bool,
    /// The part of the text that it stands in; a text and its flat form share their parts.
    fold: usize,
    /// How many characters stand before the cut, without white space.
    place: usize,
}

/// A development set.
struct Set {
    name: &'static str,
    text: String,
    gold: String,
    language: &'static Language,
    examples: Vec<Example>,
}

#[derive(Default)]
struct Names {
    index: BTreeMap<String, usize>,
    count: Vec<usize>,
}

impl Names {
    fn index(&mut self, name: String) -> usize {
        let next = self.index.len();
        let index = *self.index.entry(name).or_insert(next);
        if index == self.count.len() {
            self.count.push(0);
        }
        self.count[index] += 1;
        index
    }
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/segment/dev");
    let penalty = std::env::var("PENALTY").ok().and_then(|it| it.parse().ok()).unwrap_or(PENALTY);
    let mut names = Names::default();
    let mut sets: Vec<Set> = Vec::new();
    for &name in SETS {
        let read = |suffix| std::fs::read_to_string(folder.join(format!("{name}.{suffix}")));
        let (Ok(text), Ok(gold)) = (read("txt"), read("gold")) else {
            println!("skipped: {name}");
            continue;
        };
        let code = name.split(['_', '.']).next().unwrap_or_default();
        let Ok(language) = Language::from_tag(code) else { continue };
        let examples = examples(&text, &gold, language, &mut names);
        sets.push(Set { name, text, gold, language, examples });
    }
    if std::env::args().any(|argument| argument == "write") {
        let all: Vec<&Example> = sets.iter().flat_map(|set| &set.examples).collect();
        let weights = learn(&all, &names, penalty);
        write(&names, &weights);
        return;
    }
    let folds: Vec<Vec<f64>> = (0..FOLDS)
        .map(|fold| {
            let rest = sets.iter().flat_map(|set| &set.examples).filter(|it| it.fold != fold);
            learn(&rest.collect::<Vec<_>>(), &names, penalty)
        })
        .collect();
    let mut totals = [Counts::default(); THRESHOLDS.len()];
    for Set { name, examples, .. } in &sets {
        print!("{name:14}");
        for (total, threshold) in totals.iter_mut().zip(THRESHOLDS) {
            let mut counts = Counts::default();
            for example in examples {
                counts.add(example.ends, score(example, &folds[example.fold]) > threshold);
            }
            total.merge(counts);
            print!("  {threshold:4}: {counts}");
        }
        println!();
    }
    for (threshold, total) in THRESHOLDS.into_iter().zip(totals) {
        println!("threshold {threshold:4}: {total}");
    }
    println!("F1 of inner boundaries, of all");
    println!("{:14} {:>14} {:>14} {:>14}", "set", "with the table", "held out", "without");
    for set in &sets {
        let found = set.found();
        let with = |decide: &dyn Fn(&Example) -> bool| {
            let mut found = found.clone();
            for example in &set.examples {
                match (decide(example), found.binary_search(&example.place)) {
                    (true, Err(index)) => found.insert(index, example.place),
                    (false, Ok(index)) => {
                        found.remove(index);
                    }
                    _ => {}
                }
            }
            set.f1(&found)
        };
        let held_out = with(&|it| score(it, &folds[it.fold]) > MARGIN as f64 / 1000.0);
        let without = with(&|_| false);
        println!("{:14} {:>14} {held_out:>14} {without:>14}", set.name, set.f1(&found));
    }
}

impl Set {
    /// The boundaries that the segmenter finds, with the table as it is.
    fn found(&self) -> Vec<usize> {
        let segments = self.text.lines().flat_map(|paragraph| {
            let cuts = cuts(paragraph, self.language);
            let starts: Vec<usize> = [0].into_iter().chain(cuts.iter().map(|it| it.at)).collect();
            let ends = cuts.into_iter().map(|it| it.at).chain([paragraph.len()]);
            starts.into_iter().zip(ends).map(|(start, end)| &paragraph[start..end])
        });
        boundary::ends(segments)
    }

    fn f1(&self, found: &[usize]) -> String {
        let gold = boundary::ends(self.gold.lines());
        match boundary::score(&gold, found, &boundary::ends(self.text.lines())) {
            Some(scores) => {
                format!("{:.2} {:.2}", 100.0 * scores.inner.f1(), 100.0 * scores.all.f1())
            }
            None => "the texts differ".to_owned(),
        }
    }
}

/// Ends found and missed, and cuts where nothing ends.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Counts {
    fn add(&mut self, ends: bool, found: bool) {
        self.right += usize::from(ends && found);
        self.wrong += usize::from(!ends && found);
        self.missed += usize::from(ends && !found);
    }

    fn merge(&mut self, other: Counts) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "+{} x{} -{}", self.right, self.wrong, self.missed)
    }
}

fn examples(
    text: &str,
    gold: &str,
    language: &'static Language,
    names: &mut Names,
) -> Vec<Example> {
    let ends = boundary::ends(gold.lines());
    let mut seen = 0;
    let mut boundaries = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        seen += 1;
        if ends.binary_search(&seen).is_ok() {
            boundaries.push(at + c.len_utf8());
        }
    }
    let mut examples = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_uppercase()) {
        // Marks between the boundary and the capital belong to the next sentence.
        let passed = boundaries.partition_point(|&end| end < at);
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        for last in [passed, passed.saturating_sub(1)] {
            let start = if last == 0 { 0 } else { boundaries[last - 1] }.max(line);
            let Some(gap) = Unmarked::at_capital(text, at, start, language) else { continue };
            let ends = boundaries.binary_search(&(start + gap.offset())).is_ok();
            let mut features = Vec::new();
            gap.features(|feature| features.push(names.index(feature.written())));
            let before = text[..start + gap.offset()].chars().filter(|c| !c.is_whitespace());
            let fold = at * FOLDS / text.len();
            examples.push(Example { features, ends, fold, place: before.count() });
            break;
        }
    }
    examples
}

fn score(example: &Example, weights: &[f64]) -> f64 {
    example.features.iter().map(|&feature| weights[feature]).sum()
}

fn learn(examples: &[&Example], names: &Names, penalty: f64) -> Vec<f64> {
    let mut weights = vec![0.0; names.count.len()];
    let mut slopes = vec![1e-6; names.count.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state: u64 = 7;
    for _ in 0..ROUNDS {
        for index in (1..order.len()).rev() {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            order.swap(index, (state >> 33) as usize % (index + 1));
        }
        for &index in &order {
            let example = examples[index];
            let chance = 1.0 / (1.0 + (-score(example, &weights)).exp());
            let error = chance - f64::from(u8::from(example.ends));
            for &feature in &example.features {
                if names.count[feature] < SEEN {
                    continue;
                }
                slopes[feature] += error * error;
                let step = RATE / f64::sqrt(slopes[feature]);
                let moved = weights[feature] - step * error;
                let shrink = step * penalty / names.count[feature] as f64;
                weights[feature] = moved.signum() * (moved.abs() - shrink).max(0.0);
            }
        }
    }
    weights
}

fn write(names: &Names, weights: &[f64]) {
    let mut table = String::from(
        "# Weights, in thousandths, of the features of src/segment/unmarked.rs: name, language, value.\n\
         # Learned by examples/train_unmarked.rs from the development sets of Universal Dependencies\n\
         # (EWT, NDT Bokmål and Nynorsk, DDT, Talbanken, LinES: CC BY-SA 4.0); the table holds\n\
         # aggregate weights, no text of theirs.\n",
    );
    for (name, &index) in &names.index {
        let weight = (weights[index] * 1000.0).round() as i64;
        let weight = if name == "bias\t\t0" { weight - MARGIN } else { weight };
        if weights[index].abs() >= LEAST || name.starts_with("language\t") {
            let weight = if weight == 0 { 1 } else { weight };
            table.push_str(&format!("{name}\t{weight}\n"));
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/segment/unmarked.tsv");
    match std::fs::write(&path, &table) {
        Ok(()) => println!("{} weights in {}", table.lines().count() - 4, path.display()),
        Err(error) => println!("{}: {error}", path.display()),
    }
}
