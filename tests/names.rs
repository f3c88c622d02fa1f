//! How well names of two scripts find each other, on names that the weights were not learned from.

use targum::anchor::skeleton::{Skeleton, full_name, full_name_log_odds};
use targum::lang::Language;

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Every tenth name of the list; the trainer reads the others.
fn held_out() -> Option<Vec<(String, String)>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/names/he_en.tsv");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: no {path}");
        return None;
    };
    let pair = |line: &str| {
        let (latin, hebrew) = line.split_once('\t')?;
        Some((latin.to_owned(), hebrew.to_owned()))
    };
    Some(text.lines().skip(9).step_by(10).filter_map(pair).collect())
}

/// Share of true pairs above the odds that one false pair in a hundred reaches, and share of names
/// whose partner no one of the 999 next ones beats.
fn figures<T>(
    pairs: &[(T, T)],
    odds: impl Fn(&T, &T) -> f64,
    length: impl Fn(&T) -> usize,
    same: impl Fn(&T, &T) -> bool,
) -> (f64, f64) {
    let mut random = Random(1);
    let mut wrong = Vec::new();
    for (index, (latin, hebrew)) in pairs.iter().enumerate() {
        let alike: Vec<usize> = (0..pairs.len())
            .filter(|&other| other != index && length(&pairs[other].1) == length(hebrew))
            .filter(|&other| !same(&pairs[other].0, latin) && !same(&pairs[other].1, hebrew))
            .collect();
        for _ in 0..10.min(alike.len()) {
            wrong.push(odds(latin, &pairs[alike[random.below(alike.len())]].1));
        }
    }
    wrong.sort_by(|a, b| b.total_cmp(a));
    let threshold = wrong[wrong.len() / 100];
    let right: Vec<f64> = pairs.iter().map(|(latin, hebrew)| odds(latin, hebrew)).collect();
    let accepted = right.iter().filter(|odds| **odds > threshold).count();
    let first = (0..pairs.len())
        .filter(|&index| {
            let (latin, hebrew) = &pairs[index];
            (1..1000.min(pairs.len())).all(|step| {
                let (other, candidate) = &pairs[(index + step) % pairs.len()];
                same(other, latin)
                    || same(candidate, hebrew)
                    || odds(latin, candidate) <= right[index]
            })
        })
        .count();
    (accepted as f64 / pairs.len() as f64, first as f64 / pairs.len() as f64)
}

#[test]
fn full_names_find_their_partner() {
    let Some(names) = held_out() else { return };
    let (en, he) = (Language::from_tag("en").unwrap(), Language::from_tag("he").unwrap());
    let pairs: Vec<_> =
        names.iter().map(|(latin, hebrew)| (full_name(latin, en), full_name(hebrew, he))).collect();
    let length = |name: &Vec<Skeleton>| name.iter().map(Skeleton::len).sum();
    let (accepted, first) = figures(&pairs, |a, b| full_name_log_odds(a, b), length, |a, b| a == b);
    println!(
        "{} full names: {accepted:.4} accepted at 1 % false, {first:.4} first of 1,000",
        pairs.len()
    );
    assert!(accepted > 0.98 && first > 0.97, "{accepted} {first}");
}

/// Words of two-word names whose other word agrees, so that the two are known to render each other.
#[test]
fn single_words_find_their_partner() {
    let Some(names) = held_out() else { return };
    let (en, he) = (Language::from_tag("en").unwrap(), Language::from_tag("he").unwrap());
    let mut pairs = Vec::new();
    for (latin, hebrew) in names.iter().filter(|(_, hebrew)| !hebrew.contains(',')) {
        let (a, b) = (full_name(latin, en), full_name(hebrew, he));
        if let ([a1, a2], [b1, b2]) = (a.as_slice(), b.as_slice()) {
            let sure = |a: &Skeleton, b: &Skeleton| a.similarity(b) > 0.9;
            pairs.extend(sure(a2, b2).then(|| (a1.clone(), b1.clone())));
            pairs.extend(sure(a1, b1).then(|| (a2.clone(), b2.clone())));
        }
    }
    pairs.retain(|(a, b)| a.len() > 2 && b.len() > 2);
    let (accepted, first) = figures(&pairs, Skeleton::log_odds, Skeleton::len, |a, b| a == b);
    println!(
        "{} words: {accepted:.4} accepted at 1 % false, {first:.4} first of 1,000",
        pairs.len()
    );
    assert!(accepted > 0.98 && first > 0.965, "{accepted} {first}");
}
