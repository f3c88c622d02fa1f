//! The learned correspondences of letters between a script with vowels and one without.
//!
//! `knowledge/letters/letters.tsv` holds costs in hundredths of a nat. Integers keep the result the
//! same on every machine.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::knowledge::letters;
use crate::lang::script::{CONSONANTAL, LONGEST, Symbols, VOICED, symbols};

const V: usize = VOICED.len();
const C: usize = CONSONANTAL.len();

/// A cost that no series of correspondences reaches.
const UNSEEN: i32 = 1 << 20;

/// What a lost, added or wrong letter costs in a misspelled name, and what a letter tells.
const SLIP: i32 = 650;
const LETTER: i32 = 170;

pub(super) static MODEL: LazyLock<Model> = LazyLock::new(Model::read);

/// A word in each kind of script.
type Words = (Box<[u8]>, Box<[u8]>);

/// Costs in hundredths of a nat.
pub(super) struct Model {
    /// One letter to none and none to one.
    voiced_alone: [i32; V],
    consonant_alone: [i32; C],
    one_one: Vec<i32>,
    two_one: Vec<i32>,
    one_two: Vec<i32>,
    /// Of a letter behind another, by itself; the last index is the edge of the word.
    voiced_next: Vec<i32>,
    consonant_next: Vec<i32>,
    /// Frequent pairs whose letters tell less.
    pairs: FxHashMap<Words, i32>,
    /// The words of these pairs by themselves: a frequent name tells less than its letters.
    voiced_words: FxHashMap<Box<[u8]>, i32>,
    consonant_words: FxHashMap<Box<[u8]>, i32>,
    end: i32,
    /// Odds to probability: logistic of `slope * odds + intercept`.
    slope: f64,
    intercept: f64,
}

impl Model {
    fn read() -> Model {
        let mut model = Model {
            voiced_alone: [UNSEEN; V],
            consonant_alone: [UNSEEN; C],
            one_one: vec![UNSEEN; V * C],
            two_one: vec![UNSEEN; V * V * C],
            one_two: vec![UNSEEN; V * C * C],
            voiced_next: vec![UNSEEN; (V + 1) * (V + 1)],
            consonant_next: vec![UNSEEN; (C + 1) * (C + 1)],
            pairs: FxHashMap::default(),
            voiced_words: FxHashMap::default(),
            consonant_words: FxHashMap::default(),
            end: 0,
            slope: 1.0,
            intercept: 0.0,
        };
        for row in letters::rows() {
            model.take(&row);
        }
        model.weigh_words();
        model
    }

    fn take(&mut self, row: &letters::Row<'_>) {
        let index = |set: &[&str], text: &str| -> Vec<usize> {
            text.split(' ').filter_map(|name| set.iter().position(|known| *known == name)).collect()
        };
        match row.kind {
            "end" => self.end = row.cost,
            "slope" => self.slope = f64::from(row.cost) / 1000.0,
            "intercept" => self.intercept = f64::from(row.cost) / 1000.0,
            "letters" if row.voiced == "*" => {
                let least = |cost: &mut i32| *cost = (*cost).min(row.cost);
                self.voiced_alone.iter_mut().for_each(least);
                self.consonant_alone.iter_mut().for_each(least);
                self.one_one.iter_mut().for_each(least);
            }
            "letters" => {
                let (v, c) = (index(&VOICED, row.voiced), index(&CONSONANTAL, row.consonants));
                let cell = match (v.as_slice(), c.as_slice()) {
                    ([v], []) => self.voiced_alone.get_mut(*v),
                    ([], [c]) => self.consonant_alone.get_mut(*c),
                    ([v], [c]) => self.one_one.get_mut(v * C + c),
                    ([v, w], [c]) => self.two_one.get_mut((v * V + w) * C + c),
                    ([v], [c, d]) => self.one_two.get_mut((v * C + c) * C + d),
                    _ => None,
                };
                if let Some(cell) = cell {
                    *cell = row.cost;
                }
            }
            "voiced" => next(&mut self.voiced_next, &VOICED, row),
            "consonants" => next(&mut self.consonant_next, &CONSONANTAL, row),
            "pair" => {
                let (v, c) = (symbols(row.voiced, ""), symbols(row.consonants, ""));
                if let (Symbols::Voiced(v), Symbols::Consonantal(c)) = (v, c) {
                    self.pairs.insert((v, c), row.cost);
                }
            }
            _ => {}
        }
    }

    /// Costs of the words of the frequent pairs: each is as likely as all its pairs and its letters
    /// together.
    fn weigh_words(&mut self) {
        let likelihood = |cost: i32| (-f64::from(cost) / 100.0).exp();
        let (mut voiced, mut consonants) = (BTreeMap::new(), BTreeMap::new());
        let mut pairs: Vec<_> = self.pairs.iter().collect();
        pairs.sort();
        for ((v, c), cost) in pairs {
            let by_letters = || likelihood(chain(&self.voiced_next, V, v));
            *voiced.entry(v.clone()).or_insert_with(by_letters) += likelihood(*cost);
            let by_letters = || likelihood(chain(&self.consonant_next, C, c));
            *consonants.entry(c.clone()).or_insert_with(by_letters) += likelihood(*cost);
        }
        let cost = |(word, share): (Box<[u8]>, f64)| (word, (-100.0 * share.ln()).round() as i32);
        self.voiced_words = voiced.into_iter().map(cost).collect();
        self.consonant_words = consonants.into_iter().map(cost).collect();
    }

    /// Log-likelihood ratio in nats.
    pub(super) fn log_odds(&self, voiced: &[u8], consonants: &[u8]) -> f64 {
        let frequent = (self.voiced_words.get(voiced), self.consonant_words.get(consonants));
        let alone = frequent.0.copied().unwrap_or_else(|| chain(&self.voiced_next, V, voiced))
            + frequent.1.copied().unwrap_or_else(|| chain(&self.consonant_next, C, consonants));
        let (n, m) = (voiced.len(), consonants.len());
        // Nobody writes three consonants for one letter or five letters for one consonant.
        let apart = m > 2 * n + 1 || n > 3 * m + 2;
        let aligned =
            if apart { UNSEEN } else { self.align(voiced, consonants, UNSEEN) + self.end };
        let mut best = alone - aligned;
        if let (Some(_), Some(_)) = frequent {
            let listed = self.pairs.get(&(Box::from(voiced), Box::from(consonants)));
            best = listed.map_or(best, |cost| best.max(alone - cost));
        }
        f64::from(best.max(-9900)) / 100.0
    }

    /// Log-likelihood ratio in nats, if letters may be wrong.
    pub(super) fn log_odds_of_slips(&self, voiced: &[u8], consonants: &[u8]) -> f64 {
        let alone =
            chain(&self.voiced_next, V, voiced) + chain(&self.consonant_next, C, consonants);
        f64::from(alone - self.align(voiced, consonants, SLIP) - self.end) / 100.0
    }

    /// The cost of the cheapest alignment; no letter without its partner costs more than `slip`,
    /// and no pair of letters more than it and what a letter tells by itself.
    fn align(&self, voiced: &[u8], consonants: &[u8], slip: i32) -> i32 {
        const WIDTH: usize = LONGEST + 1;
        let (n, m) = (voiced.len().min(LONGEST), consonants.len().min(LONGEST));
        let mut costs = [UNSEEN; WIDTH * WIDTH];
        costs[0] = 0;
        for i in 0..=n {
            for j in 0..=m {
                let here = costs[i * WIDTH + j];
                if here >= UNSEEN {
                    continue;
                }
                let mut reach = |steps: (usize, usize), cost: i32| {
                    let cell = &mut costs[(i + steps.0) * WIDTH + j + steps.1];
                    *cell = (*cell).min(here + cost);
                };
                let v = voiced.get(i).map(|v| usize::from(*v));
                let c = consonants.get(j).map(|c| usize::from(*c));
                if let Some(v) = v {
                    reach((1, 0), self.voiced_alone[v].min(slip));
                }
                if let Some(c) = c {
                    reach((0, 1), self.consonant_alone[c].min(slip));
                }
                let (Some(v), Some(c)) = (v, c) else { continue };
                reach((1, 1), self.one_one[v * C + c].min(slip + LETTER));
                if i + 1 < n {
                    reach((2, 1), self.two_one[(v * V + usize::from(voiced[i + 1])) * C + c]);
                }
                if j + 1 < m {
                    reach((1, 2), self.one_two[(v * C + c) * C + usize::from(consonants[j + 1])]);
                }
            }
        }
        costs[n * WIDTH + m]
    }

    pub(super) fn probability(&self, log_odds: f64) -> f64 {
        1.0 / (1.0 + (-(self.slope * log_odds + self.intercept)).exp())
    }
}

/// Fills a cell of a table of successions; `*` fills what is still unseen behind a letter.
fn next(table: &mut [i32], set: &[&str], row: &letters::Row<'_>) {
    let width = set.len() + 1;
    let index = |name: &str| match name {
        "#" => Some(set.len()),
        name => set.iter().position(|known| *known == name),
    };
    let Some(first) = index(row.voiced) else { return };
    match (row.consonants, index(row.consonants)) {
        ("*", _) => {
            for cell in &mut table[first * width..(first + 1) * width] {
                *cell = (*cell).min(row.cost);
            }
        }
        (_, Some(second)) => table[first * width + second] = row.cost,
        _ => {}
    }
}

/// The cost of a word by its letters.
fn chain(table: &[i32], edge: usize, word: &[u8]) -> i32 {
    let width = edge + 1;
    let mut last = edge;
    let mut cost = 0;
    for symbol in word.iter().map(|symbol| usize::from(*symbol)).chain([edge]) {
        cost += table[last * width + symbol];
        last = symbol;
    }
    cost
}
