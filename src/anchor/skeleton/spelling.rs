//! Two spellings of a name in scripts of one kind: Oslo and Осло, Shakespeare and Shakspere.
//!
//! The log odds are those of the cheapest edits, each letter weighed by how much its agreement
//! tells: a consonant much, a vowel little. Set by hand. Weakness: letters that sound alike in one
//! language only are held to be alike in all.

use std::sync::LazyLock;

use crate::lang::script::{CONSONANTAL, LONGEST, VOICED};

/// What the comparison of two symbols adds, in nats.
struct Weights {
    /// Two equal symbols; two that may write one sound; two others.
    pair: Vec<Vec<f64>>,
    /// A symbol without partner.
    alone: Vec<f64>,
}

impl Weights {
    fn new(symbols: usize, pair: fn(u8, u8) -> f64, alone: fn(u8) -> f64) -> Weights {
        // One more, for symbols that the table lacks.
        let all = 0..=symbols as u8;
        let row = |a: u8| all.clone().map(|b| pair(a, b)).collect();
        Weights { pair: all.clone().map(row).collect(), alone: all.clone().map(alone).collect() }
    }

    /// The row and column of a symbol.
    fn index(&self, symbol: u8) -> usize {
        usize::from(symbol).min(self.alone.len() - 1)
    }
}

pub(super) fn voiced(a: &[u8], b: &[u8]) -> f64 {
    static WEIGHTS: LazyLock<Weights> =
        LazyLock::new(|| Weights::new(VOICED.len(), voiced_pair, voiced_alone));
    edits(a, b, &WEIGHTS)
}

pub(super) fn consonantal(a: &[u8], b: &[u8]) -> f64 {
    static WEIGHTS: LazyLock<Weights> =
        LazyLock::new(|| Weights::new(CONSONANTAL.len(), consonant_pair, consonant_alone));
    edits(a, b, &WEIGHTS)
}

fn edits(a: &[u8], b: &[u8], weights: &Weights) -> f64 {
    const WIDTH: usize = LONGEST + 1;
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let mut row = [0.0; WIDTH];
    let mut others = [0; LONGEST];
    for (j, &y) in b.iter().enumerate() {
        others[j] = weights.index(y);
        row[j + 1] = row[j] + weights.alone[others[j]];
    }
    for &x in a {
        let x = weights.index(x);
        let (pairs, alone) = (&weights.pair[x], weights.alone[x]);
        let mut diagonal = row[0];
        row[0] += alone;
        for (j, &y) in others[..b.len()].iter().enumerate() {
            let best = (diagonal + pairs[y]).max(row[j + 1] + alone).max(row[j] + weights.alone[y]);
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    // The length of a word says something of its own.
    row[b.len()] - 1.0
}

/// The letter of a symbol, whatever its place.
fn letter(symbol: u8) -> u8 {
    VOICED
        .get(usize::from(symbol))
        .map_or(b'?', |name| name.bytes().find(u8::is_ascii_lowercase).unwrap_or(b'?'))
}

/// The sound class of a letter: letters of one class are often written for each other.
fn class(letter: u8) -> u8 {
    match letter {
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' => b'a',
        b'c' | b'k' | b'q' | b'g' | b'x' => b'k',
        b's' | b'z' => b's',
        b'v' | b'w' | b'f' | b'b' | b'p' => b'p',
        b'd' | b't' => b't',
        other => other,
    }
}

fn voiced_pair(a: u8, b: u8) -> f64 {
    let (a, b) = (letter(a), letter(b));
    let vowel = class(a) == b'a';
    match (a == b, class(a) == class(b)) {
        (true, _) => {
            if vowel {
                1.3
            } else {
                2.6
            }
        }
        (_, true) => {
            if vowel {
                0.2
            } else {
                0.6
            }
        }
        _ => match (a.min(b), a.max(b)) {
            (b'c', b's' | b'z') | (b'j', b'y') | (b'i', b'j') | (b'u', b'v' | b'w') => 0.4,
            (b'g', b'h' | b'j') | (b'h', b'k' | b'j') => -0.4,
            _ => -3.5,
        },
    }
}

fn voiced_alone(symbol: u8) -> f64 {
    match letter(symbol) {
        b'h' => -0.7,
        b'e' => -0.8,
        b'a' | b'i' | b'o' | b'u' | b'y' => -1.1,
        b'j' | b'k' | b's' | b't' | b'd' => -2.0,
        _ => -2.6,
    }
}

/// A Hebrew letter without geresh, and whether it may be a mere vowel.
fn consonant(symbol: u8) -> (char, bool) {
    let name = CONSONANTAL.get(usize::from(symbol)).copied().unwrap_or("");
    let letter = name.chars().find(|c| ('א'..='ת').contains(c)).unwrap_or('?');
    (letter, matches!(letter, 'א' | 'ו' | 'י' | 'ה' | 'ע'))
}

fn consonant_pair(a: u8, b: u8) -> f64 {
    let ((x, vowel), (y, _)) = (consonant(a), consonant(b));
    if x == y {
        return if vowel { 1.2 } else { 2.6 };
    }
    match (x.min(y), x.max(y)) {
        ('ב', 'פ')
        | ('ב', 'ו')
        | ('כ', 'ק')
        | ('ח', 'כ')
        | ('ט', 'ת')
        | ('ס', 'ש')
        | ('ס', 'צ')
        | ('ג', 'ק')
        | ('ז', 'ס')
        | ('ה', 'ח')
        | ('ד', 'ת') => 1.0,
        ('א', 'ה') | ('א', 'ע') | ('א', 'י') | ('א', 'ו') | ('ה', 'ע') => 0.3,
        _ => -3.5,
    }
}

fn consonant_alone(symbol: u8) -> f64 {
    if consonant(symbol).1 { -0.8 } else { -3.0 }
}
