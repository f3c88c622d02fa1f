//! Words that are no medicine but nearly one: "imitramin" for imipramine.
//!
//! Every INN is compared by weighted edit distance (optimal string alignment; a run of lost letters
//! costs less than as many single losses, as a dropped syllable is one slip). Source of the stems:
//! WHO, *The use of stems in the selection of INN*. Complexity: a word is compared with the names
//! that share most of its letters, about one in fifty. Weakness: an everyday word of another
//! language's loan stock may be as near as a slip of the pen; so the nearest name must be much
//! nearer than chance, and shared stems count as evidence.

use std::cell::RefCell;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::form::fold;
use super::{begins_with_drug, consonants, drug, ordinary};
use crate::anchor::skeleton::Skeleton;
use crate::knowledge::inn;
use crate::lang::Language;
use crate::lang::memo::Memo;
use crate::pair::Pair;

/// A name that a word nearly is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suspect {
    /// The INN meant, in English.
    pub inn: &'static str,
    /// Probability that the word is this name corrupted.
    pub probability: f64,
}

pub(super) struct Entry {
    pub folded: Box<[u8]>,
    letters: u32,
    common: bool,
    pub inn: &'static str,
}

pub(super) static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    // Of two spellings of a name the first stands for both.
    let mut seen = FxHashSet::default();
    inn::NAMES
        .iter()
        .filter(|name| !name.contains(' '))
        .map(|name| (fold(name), *name))
        .filter(|(folded, _)| seen.insert(folded.clone()))
        .map(|(folded, inn)| Entry {
            letters: letter_set(&folded),
            common: inn::is_common(inn),
            folded: folded.into(),
            inn,
        })
        .collect()
});

/// Endings by stem, folded, longest first; those of fewer than four letters tell nothing.
static ENDINGS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut endings: Vec<Vec<u8>> = inn::ENDINGS.iter().map(|stem| fold(stem)).collect();
    endings.retain(|stem| stem.len() >= 4);
    endings.sort_by_key(|stem| std::cmp::Reverse(stem.len()));
    endings
});

fn letter_set(folded: &[u8]) -> u32 {
    folded
        .iter()
        .filter(|byte| byte.is_ascii_lowercase())
        .fold(0, |set, byte| set | 1 << (byte - b'a'))
}

/// The stem that a folded word ends in.
pub(super) fn stem(folded: &[u8]) -> Option<&'static [u8]> {
    ENDINGS.iter().map(Vec::as_slice).find(|stem| folded.ends_with(stem))
}

/// Costs in tenths of a letter above which two words have nothing to do with each other.
const FAR: i32 = 36;

/// Names kept for a word.
const KEPT: usize = 8;

impl Entry {
    /// Nats by which the name is likelier than one of all names at random.
    pub fn prior(&self) -> f64 {
        if self.common { COMMON } else { UNCOMMON }
    }

    /// The same in tenths of a letter, as a cost over that of a common name.
    fn rarity(&self) -> i32 {
        if self.common { 0 } else { ((COMMON - UNCOMMON) / SLIP * 10.0) as i32 }
    }
}

/// The INN nearest to a folded word with their costs in tenths of a letter, best first when what
/// is common counts as nearer; of equals the first in the table.
fn near(folded: &[u8]) -> Vec<(&'static Entry, i32)> {
    let letters = letter_set(folded);
    let candidate = |(index, entry): (usize, &Entry)| {
        let apart = entry.folded.len().abs_diff(folded.len());
        let is_like = apart <= 4 && (entry.letters ^ letters).count_ones() <= 5;
        is_like.then(|| (least_cost(letters, entry.letters) + entry.rarity(), index))
    };
    let mut candidates: Vec<(i32, usize)> =
        ENTRIES.iter().enumerate().filter_map(candidate).collect();
    candidates.sort_unstable();
    let mut found: Vec<(i32, usize)> = Vec::with_capacity(KEPT + 1);
    for (least, index) in candidates {
        let entry = &ENTRIES[index];
        let limit = found.get(KEPT - 1).map_or(FAR, |worst| worst.0);
        if least > limit {
            break;
        }
        if let Some(cost) = distance(folded, &entry.folded, limit - entry.rarity()) {
            let this = (cost + entry.rarity(), index);
            found.insert(found.partition_point(|other| *other < this), this);
            found.truncate(KEPT);
        }
    }
    let entry = |(total, index): (i32, usize)| (&ENTRIES[index], total - ENTRIES[index].rarity());
    found.into_iter().map(entry).collect()
}

/// What the distance of a word from a name is at least, by their letters: each that the word alone has
/// is another one or too many, and those that the name alone has beyond as many are lost.
fn least_cost(word: u32, name: u32) -> i32 {
    const VOWELS: u32 = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20;
    const K_AND_S: u32 = 1 << 10 | 1 << 18;
    let count = |letters: u32| letters.count_ones() as i32;
    let (extra, lacking) = (word & !name, name & !word);
    let wrong = 10 * count(extra) - 2 * count(extra & VOWELS) - 4 * count(extra & K_AND_S);
    let lost = count(lacking) - count(extra);
    wrong + if lost > 0 { LOST + LOST_NEXT * (lost - 1) } else { 0 }
}

/// Nats that one wrong letter costs: the letter might be any, in any place.
const SLIP: f64 = 5.5;
/// Nats by which the name of a medicine is rarer than an ordinary word, and one among all names.
const RARE: f64 = 12.0;
/// Nats by which a common name is likelier than one of all 12,000 at random, if nineteen of twenty
/// mentions are of the 1,357 common ones; and another name.
const COMMON: f64 = 2.1;
const UNCOMMON: f64 = -2.9;
/// Nats that a stem shared with the name is worth.
const SHARED_STEM: f64 = 2.0;
/// Log odds of a Hebrew word and a name that chance reaches in a text.
const CHANCE: f64 = 9.0;
/// Nats that a capital costs inside a sentence: names and brands have them.
const CAPITAL: f64 = 6.0;

/// The names that a word may be a corruption of, with log odds, best first; none if it is a name
/// of a medicine or an ordinary word.
fn suspects(word: &str, language: &Language) -> Vec<(&'static str, f64)> {
    let letters = word.chars().count();
    let inner_capital = word.chars().skip(1).any(char::is_uppercase);
    if letters < 6
        || inner_capital
        || drug(word, language).is_some()
        || ordinary::is_known(word, language)
    {
        return Vec::new();
    }
    if word.starts_with(|c| ('א'..='ת').contains(&c)) {
        let found = consonants::near(word, language);
        return found.into_iter().map(|(inn, odds)| (inn, odds - CHANCE)).collect();
    }
    let folded = fold(word);
    if folded.len() < 6 || folded.contains(&b'?') || begins_with_drug(&folded) {
        return Vec::new();
    }
    let capital = if word.starts_with(char::is_uppercase) { CAPITAL } else { 0.0 };
    let ordinary = ordinary::log_likelihood(&folded);
    let stem_of_word = stem(&folded);
    let odds = |(entry, cost): (&'static Entry, i32)| {
        let shared = stem_of_word.is_some() && stem_of_word == stem(&entry.folded);
        let stem = if shared { SHARED_STEM } else { 0.0 };
        let slips = f64::from(cost) / 10.0 * SLIP;
        (entry.inn, entry.prior() + stem - slips - ordinary - RARE - capital)
    };
    let mut found: Vec<_> = near(&folded).into_iter().map(odds).collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    found
}

fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The name that a word is nearly, if it is none itself and no ordinary word.
///
/// Judged by the word alone: from a probability of 0.5 on, about one distinct word in a thousand of
/// ordinary prose is taken for a corrupted name.
pub fn nearest(word: &str, language: &'static Language) -> Option<Suspect> {
    thread_local! {
        static KNOWN: RefCell<Memo<Option<Suspect>>> = const { RefCell::new(Memo::EMPTY) };
    }
    Memo::of(&KNOWN, word, language, || judge(word, language))
}

fn judge(word: &str, language: &Language) -> Option<Suspect> {
    if let Some(inn) = misdoubled(word, language) {
        return Some(Suspect { inn, probability: MISDOUBLED });
    }
    let (inn, odds) = suspects(word, language).first().copied()?;
    (odds > -4.0).then(|| Suspect { inn, probability: probability(odds) })
}

/// Probability that a name with a doubled letter too many or too few is misspelt.
const MISDOUBLED: f64 = 0.95;

/// Languages whose forms of a name keep its doubled letters.
const KEEPING_DOUBLES: &[&str] = &["nb", "nn", "sv", "da", "de", "en"];

/// The name that a word is but for its doubled letters, which the spelling common to all languages
/// does not tell apart: "amoksicilin", "fluoksetinn".
fn misdoubled(word: &str, language: &Language) -> Option<&'static str> {
    if !KEEPING_DOUBLES.contains(&language.code) || !word.is_ascii() {
        return None;
    }
    let drug = drug(word, language)?;
    let differs = !doubled(word).eq(doubled(drug.inn));
    (differs && !ordinary::is_known(word, language)).then_some(drug.inn)
}

/// The letters that a word doubles, in order; not c, which the languages write in several ways.
fn doubled(word: &str) -> impl Iterator<Item = u8> + '_ {
    let letters = word.as_bytes().windows(2);
    letters
        .map(|pair| (pair[0].to_ascii_lowercase(), pair[1].to_ascii_lowercase()))
        .filter(|(this, next)| this == next && *this != b'c')
        .map(|(this, _)| this)
}

/// The one name that two words which render each other are nearly, or that one is nearly and the
/// other names. Their agreement tells more than either word.
pub fn nearest_on_both_sides(words: Pair<&str>, languages: Pair<&Language>) -> Option<Suspect> {
    let sides = words.zip(languages).map(|(word, language)| match drug(word, language) {
        Some(drug) => vec![(drug.inn, CERTAIN)],
        None => suspects(word, language),
    });
    let right = |side: &[(&str, f64)]| side.first().is_some_and(|first| first.1 >= CERTAIN);
    if right(&sides.source) && right(&sides.target) {
        return None;
    }
    let skeletons =
        words.zip(languages).map(|(word, language)| Skeleton::alternatives(word, language));
    let alike = crate::anchor::skeleton::word_log_odds(&skeletons.source, &skeletons.target)
        .clamp(-6.0, 12.0);
    let mut best: Option<Suspect> = None;
    for (inn, odds) in &sides.source {
        let Some((_, other)) = sides.target.iter().find(|(name, _)| name == inn) else { continue };
        // Each side has been charged for the rarity of the name; it is one name.
        let odds = odds.min(CERTAIN / 2.0) + other.min(CERTAIN / 2.0) + RARE / 2.0 + alike / 2.0;
        let probability = probability(odds);
        if best.is_none_or(|best| probability > best.probability) {
            best = Some(Suspect { inn, probability });
        }
    }
    best
}

/// Log odds given to a word that is the name itself.
const CERTAIN: f64 = 20.0;

const WIDTH: usize = 40;

/// What a lost letter of a name costs, and the next one behind it.
const LOST: i32 = 10;
const LOST_NEXT: i32 = 3;

/// The weighted distance of a word from a name, in tenths of a letter; `None` above `limit`.
pub(super) fn distance(word: &[u8], name: &[u8], limit: i32) -> Option<i32> {
    if word.len() >= WIDTH || name.len() >= WIDTH {
        return None;
    }
    // Rows: letters of the word. Two layers: `gap` ends in a lost letter of the name.
    let rows = &mut [[0_i32; WIDTH]; 3];
    let [mut before, mut row, mut next] = rows.each_mut();
    for (cost, lost) in row[1..=name.len()].iter_mut().zip(0..) {
        *cost = LOST + LOST_NEXT * lost;
    }
    for (i, &a) in word.iter().enumerate() {
        next[0] = (i as i32 + 1) * 10;
        let mut gap = i32::MAX / 2;
        let mut least = next[0];
        for (j, &b) in name.iter().enumerate() {
            gap = (gap + LOST_NEXT).min(next[j] + LOST);
            let mut cost = row[j] + substitution(a, b);
            cost = cost.min(row[j + 1] + 10).min(gap);
            if i > 0 && j > 0 && a == name[j - 1] && word[i - 1] == b && a != b {
                cost = cost.min(before[j - 1] + 8);
            }
            next[j + 1] = cost;
            least = least.min(cost);
        }
        if least > limit {
            return None;
        }
        (before, row, next) = (row, next, before);
    }
    let cost = row[name.len()];
    (cost <= limit).then_some(cost)
}

fn substitution(a: u8, b: u8) -> i32 {
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    match (a, b) {
        _ if a == b => 0,
        _ if vowel(a) && vowel(b) => 8,
        (b'k', b's') | (b's', b'k') => 6,
        _ => 10,
    }
}
