//! Learns which letters of names correspond between the Latin and the Hebrew script.
//!
//! `cargo run --release --example learn_letters -- NAMES.tsv > src/knowledge/letters/letters.tsv`
//!
//! NAMES.tsv holds a name in Latin letters, a tab, the same name in Hebrew letters. Every tenth
//! line is left out, for testing. Two runs write the same bytes.

use std::collections::BTreeMap;
use std::process::ExitCode;

use targum::lang::script::{CONSONANTAL, Symbols, VOICED, symbols};

const V: usize = VOICED.len();
const C: usize = CONSONANTAL.len();
/// Rounds of expectation maximisation.
const ROUNDS: usize = 10;
/// Expected counts below which a correspondence of more than two letters is dropped.
const LEAST: f64 = 3.0;
/// Added to the count of every other correspondence and succession.
const SMOOTHING: f64 = 0.05;

type Word = (Vec<u8>, Vec<u8>);
/// Voiced letters (one or two, or none) with consonants; `NONE` fills an empty place.
type Step = [u8; 4];
const NONE: u8 = u8::MAX;

struct Model {
    steps: Vec<f64>,
    end: f64,
    voiced: Vec<f64>,
    consonants: Vec<f64>,
}

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("learn_letters: expected the path of NAMES.tsv");
        return ExitCode::from(2);
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("learn_letters: {path}: {error}");
            return ExitCode::from(2);
        }
    };
    let names: Vec<Vec<Word>> = text
        .lines()
        .enumerate()
        .filter(|(index, line)| index % 10 != 9 && !line.contains(','))
        .filter_map(|(_, line)| words(line))
        .collect();
    let all: Vec<Word> = names.iter().flatten().cloned().collect();
    let mut model = Model::even();
    (model.voiced, model.consonants) = (
        successions(all.iter().map(|word| &word.0), V),
        successions(all.iter().map(|word| &word.1), C),
    );
    for round in 0..ROUNDS {
        let least = if round < 2 { 0.1 } else { LEAST };
        let lowest = if round < 3 { f64::MIN } else { -1.0 };
        model = model.again(&all, least, lowest);
    }
    print!("{}", model.table(&names));
    ExitCode::SUCCESS
}

/// The words of a line, if both names have as many.
fn words(line: &str) -> Option<Vec<Word>> {
    let (voiced, consonants) = line.split_once('\t')?;
    let split = |name: &str| -> Vec<String> {
        name.split([' ', '-', '־']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (a, b) = (split(voiced), split(consonants));
    let pair = |(x, y): (&String, &String)| match (symbols(x, "en"), symbols(y, "he")) {
        (Symbols::Voiced(x), Symbols::Consonantal(y)) if !x.is_empty() && !y.is_empty() => {
            Some((x.into_vec(), y.into_vec()))
        }
        _ => None,
    };
    (a.len() == b.len()).then(|| a.iter().zip(&b).filter_map(pair).collect())
}

/// Log probability of each symbol behind each; the last index is the edge of a word.
fn successions<'w>(words: impl Iterator<Item = &'w Vec<u8>>, edge: usize) -> Vec<f64> {
    let width = edge + 1;
    let mut counts = vec![SMOOTHING; width * width];
    for word in words {
        let mut last = edge;
        for symbol in word.iter().map(|symbol| usize::from(*symbol)).chain([edge]) {
            counts[last * width + symbol] += 1.0;
            last = symbol;
        }
    }
    for row in counts.chunks_mut(width) {
        let sum: f64 = row.iter().sum();
        row.iter_mut().for_each(|count| *count = (*count / sum).ln());
    }
    counts
}

/// The place of a step in the table: alone, one to one, two to one, one to two.
fn place(step: Step) -> usize {
    let [a, b, x, y] = step.map(usize::from);
    const EMPTY: usize = NONE as usize;
    match (a, b, x, y) {
        (a, EMPTY, EMPTY, EMPTY) => a,
        (EMPTY, EMPTY, x, EMPTY) => V + x,
        (a, EMPTY, x, EMPTY) => V + C + a * C + x,
        (a, b, x, EMPTY) => V + C + V * C + (a * V + b) * C + x,
        (a, _, x, y) => V + C + V * C + V * V * C + (a * C + x) * C + y,
    }
}

fn every_step() -> impl Iterator<Item = Step> {
    let voiced = || (0..V as u8).chain([NONE]);
    let consonants = || (0..C as u8).chain([NONE]);
    voiced()
        .flat_map(move |a| voiced().map(move |b| [a, b]))
        .flat_map(move |[a, b]| consonants().map(move |x| [a, b, x]))
        .flat_map(move |[a, b, x]| consonants().map(move |y| [a, b, x, y]))
        .filter(|[a, b, x, y]| {
            let ordered = (*a != NONE || *b == NONE) && (*x != NONE || *y == NONE);
            let letters = [a, b, x, y].into_iter().filter(|letter| **letter != NONE).count();
            let both = (*b != NONE || *y != NONE) && (*a == NONE || *x == NONE);
            ordered && !both && (1..=3).contains(&letters)
        })
}

const SIMPLE: usize = V + C + V * C;
const STEPS: usize = SIMPLE + V * V * C + V * C * C;

/// The steps that may be taken from a place in two words, and how far they lead.
fn steps_from(word: &Word, i: usize, j: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    let a = word.0.get(i).copied();
    let b = word.0.get(i + 1).copied();
    let x = word.1.get(j).copied();
    let y = word.1.get(j + 1).copied();
    let steps = [
        a.map(|a| (1, 0, [a, NONE, NONE, NONE])),
        x.map(|x| (0, 1, [NONE, NONE, x, NONE])),
        a.zip(x).map(|(a, x)| (1, 1, [a, NONE, x, NONE])),
        a.zip(b).zip(x).map(|((a, b), x)| (2, 1, [a, b, x, NONE])),
        a.zip(x).zip(y).map(|((a, x), y)| (1, 2, [a, NONE, x, y])),
    ];
    steps.into_iter().flatten().map(|(di, dj, step)| (di, dj, place(step)))
}

impl Model {
    fn even() -> Model {
        let mut steps = vec![1e-6; STEPS];
        steps[..V + C].fill(1e-4);
        steps[V + C..SIMPLE].fill(1e-3);
        Model { steps, end: 0.1, voiced: Vec::new(), consonants: Vec::new() }
    }

    /// Probabilities of all ways to each place, and of all ways from it to the end.
    fn lattice(&self, word: &Word) -> (Vec<f64>, Vec<f64>) {
        let (n, m) = (word.0.len(), word.1.len());
        let at = |i: usize, j: usize| i * (m + 1) + j;
        let mut forward = vec![0.0; (n + 1) * (m + 1)];
        let mut backward = forward.clone();
        forward[0] = 1.0;
        backward[at(n, m)] = 1.0;
        for i in 0..=n {
            for j in 0..=m {
                for (di, dj, step) in steps_from(word, i, j) {
                    forward[at(i + di, j + dj)] += forward[at(i, j)] * self.steps[step];
                }
            }
        }
        for i in (0..=n).rev() {
            for j in (0..=m).rev() {
                let mut sum = backward[at(i, j)];
                for (di, dj, step) in steps_from(word, i, j) {
                    sum += self.steps[step] * backward[at(i + di, j + dj)];
                }
                backward[at(i, j)] = sum;
            }
        }
        (forward, backward)
    }

    /// Log probability of the best way.
    fn best(&self, word: &Word) -> f64 {
        let (n, m) = (word.0.len(), word.1.len());
        let at = |i: usize, j: usize| i * (m + 1) + j;
        let mut best = vec![0.0_f64; (n + 1) * (m + 1)];
        best[0] = 1.0;
        for i in 0..=n {
            for j in 0..=m {
                for (di, dj, step) in steps_from(word, i, j) {
                    let reached = best[at(i, j)] * self.steps[step];
                    let cell = &mut best[at(i + di, j + dj)];
                    *cell = cell.max(reached);
                }
            }
        }
        best[at(n, m)].ln() + self.end.ln()
    }

    /// Log probability of two words by themselves.
    fn alone(&self, word: &Word) -> f64 {
        chain(&self.voiced, V, &word.0) + chain(&self.consonants, C, &word.1)
    }

    fn log_odds(&self, word: &Word) -> f64 {
        self.best(word) - self.alone(word)
    }

    /// One round: counts every step by its posterior, over the words whose log odds are not below
    /// `lowest`, and divides.
    fn again(self, words: &[Word], least: f64, lowest: f64) -> Model {
        let mut counts = vec![0.0; STEPS];
        let mut used = 0.0;
        for word in words {
            let (forward, backward) = self.lattice(word);
            let (n, m) = (word.0.len(), word.1.len());
            let at = |i: usize, j: usize| i * (m + 1) + j;
            let total = forward[at(n, m)];
            if total <= 0.0 || total.ln() + self.end.ln() - self.alone(word) < lowest {
                continue;
            }
            used += 1.0;
            for i in 0..=n {
                for j in 0..=m {
                    for (di, dj, step) in steps_from(word, i, j) {
                        counts[step] +=
                            forward[at(i, j)] * self.steps[step] * backward[at(i + di, j + dj)]
                                / total;
                    }
                }
            }
        }
        counts[SIMPLE..].iter_mut().filter(|count| **count < least).for_each(|count| *count = 0.0);
        counts[..SIMPLE].iter_mut().for_each(|count| *count += SMOOTHING);
        let sum = used + counts.iter().sum::<f64>();
        counts.iter_mut().for_each(|count| *count /= sum);
        Model { steps: counts, end: used / sum, ..self }
    }

    fn table(&self, names: &[Vec<Word>]) -> String {
        let mut rows = Vec::new();
        let cost = |log: f64| (-100.0 * log).round() as i64;
        let mut add = |kind: &str, voiced: &str, consonants: &str, cost: i64| {
            rows.push(format!("{kind}\t{voiced}\t{consonants}\t{cost}\n"));
        };
        add("end", "", "", cost(self.end.ln()));
        let exceptions = self.exceptions(names);
        let (slope, intercept) = self.calibration(names, &Frequent::of(&exceptions));
        add("slope", "", "", (slope * 1000.0).round() as i64);
        add("intercept", "", "", (intercept * 1000.0).round() as i64);
        let letters = |bytes: &[u8], set: &[&str]| -> String {
            let names: Vec<_> = bytes
                .iter()
                .filter(|byte| **byte != NONE)
                .map(|byte| set[usize::from(*byte)])
                .collect();
            names.join(" ")
        };
        let least = self.steps[..SIMPLE].iter().copied().fold(f64::MAX, f64::min);
        for step in every_step() {
            let likely = self.steps[place(step)];
            if likely > least * 1.5 {
                let [a, b, x, y] = step;
                let (voiced, consonants) =
                    (letters(&[a, b], &VOICED), letters(&[x, y], &CONSONANTAL));
                add("letters", &voiced, &consonants, cost(likely.ln()));
            }
        }
        for ((voiced, consonants), log) in &exceptions {
            add(
                "pair",
                &letters(voiced, &VOICED).replace([' ', '^', '$'], ""),
                &letters(consonants, &CONSONANTAL).replace([' ', '^', '$'], ""),
                cost(*log),
            );
        }
        for (kind, set, table) in [
            ("voiced", &VOICED[..], &self.voiced),
            ("consonants", &CONSONANTAL[..], &self.consonants),
        ] {
            let width = set.len() + 1;
            let name = |index: usize| set.get(index).copied().unwrap_or("#");
            for first in 0..width {
                let row = &table[first * width..(first + 1) * width];
                let least = row.iter().copied().fold(f64::MAX, f64::min);
                for (second, log) in row.iter().enumerate().filter(|(_, log)| **log > least + 1e-9)
                {
                    add(kind, name(first), name(second), cost(*log));
                }
            }
        }
        rows.sort();
        rows.dedup();
        let mut general = vec![format!("letters\t*\t*\t{}\n", cost(least.ln()))];
        for (kind, set, table) in [
            ("voiced", &VOICED[..], &self.voiced),
            ("consonants", &CONSONANTAL[..], &self.consonants),
        ] {
            let width = set.len() + 1;
            for first in 0..width {
                let row = &table[first * width..(first + 1) * width];
                let least = row.iter().copied().fold(f64::MAX, f64::min);
                let name = set.get(first).copied().unwrap_or("#");
                general.push(format!("{kind}\t{name}\t*\t{}\n", cost(least)));
            }
        }
        rows.extend(general);
        kinds_once(&rows)
    }

    /// Pairs of words that stand for each other more often than their letters tell, with the log
    /// probability of the pair. Only names of two words tell which word renders which.
    fn exceptions(&self, names: &[Vec<Word>]) -> Vec<(Word, f64)> {
        let mut pairs: BTreeMap<&Word, f64> = BTreeMap::new();
        let mut voiced: BTreeMap<&[u8], f64> = BTreeMap::new();
        let mut consonants: BTreeMap<&[u8], f64> = BTreeMap::new();
        let mut total = 0.0;
        for word in names.iter().filter(|name| name.len() <= 2).flatten() {
            *pairs.entry(word).or_default() += 1.0;
            *voiced.entry(&word.0).or_default() += 1.0;
            *consonants.entry(&word.1).or_default() += 1.0;
            total += 1.0;
        }
        // Three in ten of the probability are given to what has been seen.
        let likelihood = |count: f64| (0.3 * count / total).ln();
        pairs
            .iter()
            .filter(|(word, count)| {
                let by_chance = voiced[word.0.as_slice()] * consonants[word.1.as_slice()] / total;
                let alone = chain(&self.voiced, V, &word.0) + chain(&self.consonants, C, &word.1);
                let gained = likelihood(**count) - alone - self.log_odds(word);
                **count >= 3.0 && **count > 20.0 * by_chance && gained > 1.0
            })
            .map(|(word, count)| ((*word).clone(), likelihood(*count)))
            .collect()
    }

    /// Slope and intercept of the logistic curve from log odds to probability, by Newton's method
    /// over true words and as many random ones of the same length.
    fn calibration(&self, names: &[Vec<Word>], frequent: &Frequent) -> (f64, f64) {
        let sure = |word: &Word| self.log_odds(word) > 0.0;
        let mut truths: Vec<&Word> = Vec::new();
        for name in names {
            // The other word of the name shows that the two names are the same.
            if let [first, last] = name.as_slice() {
                truths.extend(sure(last).then_some(first));
                truths.extend(sure(first).then_some(last));
            }
        }
        truths.retain(|word| word.0.len() > 2 && word.1.len() > 2);
        let mut by_length: BTreeMap<usize, Vec<&Word>> = BTreeMap::new();
        for word in &truths {
            by_length.entry(word.1.len()).or_default().push(word);
        }
        let mut sample = Vec::new();
        let mut random = 1_u64;
        for word in &truths {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let others = &by_length[&word.1.len()];
            let other = others[(random >> 33) as usize % others.len()];
            sample.push((frequent.log_odds(self, word).clamp(-30.0, 30.0), 1.0));
            if other.1 != word.1 {
                let false_pair = (word.0.clone(), other.1.clone());
                sample.push((frequent.log_odds(self, &false_pair).clamp(-30.0, 30.0), 0.0));
            }
        }
        let (mut slope, mut intercept) = (0.3, 0.0);
        for _ in 0..50 {
            let (mut gradient, mut hessian) = ([0.0; 2], [0.0; 3]);
            for &(odds, truth) in &sample {
                let likely: f64 = 1.0 / (1.0 + f64::exp(-(slope * odds + intercept)));
                let (error, weight) = (truth - likely, likely * (1.0 - likely));
                gradient[0] += error * odds;
                gradient[1] += error;
                hessian[0] += weight * odds * odds;
                hessian[1] += weight * odds;
                hessian[2] += weight;
            }
            let determinant = hessian[0] * hessian[2] - hessian[1] * hessian[1];
            slope += (hessian[2] * gradient[0] - hessian[1] * gradient[1]) / determinant;
            intercept += (hessian[0] * gradient[1] - hessian[1] * gradient[0]) / determinant;
        }
        (slope, intercept)
    }
}

/// The pairs of frequent words, and how likely each of their words is in all of them.
struct Frequent {
    pairs: BTreeMap<Word, f64>,
    voiced: BTreeMap<Vec<u8>, f64>,
    consonants: BTreeMap<Vec<u8>, f64>,
}

impl Frequent {
    fn of(exceptions: &[(Word, f64)]) -> Frequent {
        let (mut voiced, mut consonants) = (BTreeMap::new(), BTreeMap::new());
        for ((a, b), log) in exceptions {
            *voiced.entry(a.clone()).or_default() += log.exp();
            *consonants.entry(b.clone()).or_default() += log.exp();
        }
        Frequent { pairs: exceptions.iter().cloned().collect(), voiced, consonants }
    }

    /// The log odds as the library has them: words and pairs by their letters or as frequent ones.
    fn log_odds(&self, model: &Model, word: &Word) -> f64 {
        let share = |shares: &BTreeMap<Vec<u8>, f64>, word: &[u8]| shares.get(word).copied();
        let alone = |letters: f64, share: Option<f64>| (letters.exp() + share.unwrap_or(0.0)).ln();
        let voiced = alone(chain(&model.voiced, V, &word.0), share(&self.voiced, &word.0));
        let consonants =
            alone(chain(&model.consonants, C, &word.1), share(&self.consonants, &word.1));
        let listed = self.pairs.get(word).copied().unwrap_or(f64::MIN);
        model.best(word).max(listed) - voiced - consonants
    }
}

fn chain(table: &[f64], edge: usize, word: &[u8]) -> f64 {
    let mut last = edge;
    let mut sum = 0.0;
    for symbol in word.iter().map(|symbol| usize::from(*symbol)).chain([edge]) {
        sum += table[last * (edge + 1) + symbol];
        last = symbol;
    }
    sum
}

/// The rows, each kind written in the first of its rows alone.
fn kinds_once(rows: &[String]) -> String {
    let mut above = "";
    let mut table = String::new();
    for row in rows {
        let (kind, rest) = row.split_once('\t').unwrap_or((row, ""));
        table += if kind == above { "" } else { kind };
        table += "\t";
        table += rest;
        above = kind;
    }
    table
}
