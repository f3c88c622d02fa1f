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
    let wrong = EXTRA * count(extra) - 2 * count(extra & VOWELS) - 4 * count(extra & K_AND_S);
    wrong + lost(count(lacking) - count(extra))
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

/// What a lost letter of a name costs, the next one behind it, a letter too many, two turned round.
const LOST: i32 = 10;
const LOST_NEXT: i32 = 3;
const EXTRA: i32 = 10;
const TURNED: i32 = 8;

/// More than any path costs.
const UNREACHED: i32 = i32::MAX / 2;

/// The weighted distance of a word from a name, in tenths of a letter; `None` above `limit`.
///
/// Only the cells near the diagonal are filled: those that paths within the limit can pass.
pub(super) fn distance(word: &[u8], name: &[u8], limit: i32) -> Option<i32> {
    if word.len() >= WIDTH || name.len() >= WIDTH {
        return None;
    }
    let longer = name.len() as i32 - word.len() as i32;
    let reach = |step: i32| {
        (1..WIDTH as i32).take_while(|by| least_through(by * step, longer) <= limit).count()
    };
    let (below, above) = (reach(-1), reach(1));
    // Rows: letters of the word. Two layers: `gap` ends in a lost letter of the name.
    let rows = &mut [[UNREACHED; WIDTH + 1]; 3];
    let [mut before, mut row, mut next] = rows.each_mut();
    for (at, cost) in row[..=name.len().min(above)].iter_mut().enumerate() {
        *cost = lost(at as i32);
    }
    let mut last = 0;
    for (i, &a) in word.iter().enumerate() {
        let first = i.saturating_sub(below);
        let end = name.len().min(i + 1 + above);
        next[first] = if first == 0 { (i as i32 + 1) * EXTRA } else { UNREACHED };
        let mut gap = UNREACHED;
        let mut least = next[first];
        for j in first..end {
            let b = name[j];
            gap = (gap + LOST_NEXT).min(next[j] + LOST);
            let mut cost = row[j] + substitution(a, b);
            cost = cost.min(row[j + 1] + EXTRA).min(gap);
            if i > 0 && j > 0 && a == name[j - 1] && word[i - 1] == b && a != b {
                cost = cost.min(before[j - 1] + TURNED);
            }
            next[j + 1] = cost;
            least = least.min(cost);
        }
        next[end + 1] = UNREACHED;
        // Two letters turned round pass over a row.
        if least > limit && last + TURNED > limit {
            return None;
        }
        last = least;
        (before, row, next) = (row, next, before);
    }
    let cost = row[name.len()];
    (cost <= limit).then_some(cost)
}

/// What a path costs at least that is ahead in the name by so many letters at some place, or behind,
/// where the name is longer than the word by so many.
fn least_through(ahead: i32, longer: i32) -> i32 {
    let rise = ahead.max(0) + (longer - ahead).max(0);
    let fall = (-ahead).max(0) + (ahead - longer).max(0);
    lost(rise) + EXTRA * fall
}

/// What so many letters of a name cost that are lost in one place.
fn lost(letters: i32) -> i32 {
    if letters > 0 { LOST + LOST_NEXT * (letters - 1) } else { 0 }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Every cell of the table, and no limit.
    fn full_distance(word: &[u8], name: &[u8]) -> i32 {
        let (rows, columns) = (word.len() + 1, name.len() + 1);
        let mut table = vec![vec![UNREACHED; columns]; rows];
        for i in 0..rows {
            for j in 0..columns {
                let mut cost = if (i, j) == (0, 0) { 0 } else { UNREACHED };
                for run in 1..=j {
                    cost = cost.min(table[i][j - run] + lost(run as i32));
                }
                if i > 0 {
                    cost = cost.min(table[i - 1][j] + EXTRA);
                }
                if i > 0 && j > 0 {
                    cost = cost.min(table[i - 1][j - 1] + substitution(word[i - 1], name[j - 1]));
                }
                let is_turned = i > 1
                    && j > 1
                    && word[i - 1] == name[j - 2]
                    && word[i - 2] == name[j - 1]
                    && word[i - 1] != word[i - 2];
                if is_turned {
                    cost = cost.min(table[i - 2][j - 2] + TURNED);
                }
                table[i][j] = cost;
            }
        }
        table[rows - 1][columns - 1]
    }

    /// Names with letters changed, lost, added and turned round, by a fixed rule.
    fn slips() -> impl Iterator<Item = (Vec<u8>, &'static Entry)> {
        ENTRIES.iter().enumerate().step_by(97).flat_map(|(seed, entry)| {
            (0..24).map(move |turn| {
                let mut word = entry.folded.to_vec();
                for slip in 0..turn % 4 {
                    let at = (seed * 7 + turn * 5 + slip * 3) % word.len().max(1);
                    let next = (at + 1).min(word.len().saturating_sub(1));
                    match (turn + slip) % 4 {
                        0 => word[at] = b'a' + ((seed + turn) % 26) as u8,
                        1 => drop(word.remove(at)),
                        2 => word.insert(at, b'a' + ((seed + slip) % 26) as u8),
                        _ => word.swap(at, next),
                    }
                }
                (word, entry)
            })
        })
    }

    #[test]
    fn the_distance_near_the_diagonal_is_that_of_the_full_table() {
        for (word, entry) in slips() {
            let full = full_distance(&word, &entry.folded);
            for limit in [0, 10, 20, FAR] {
                let expected = (full <= limit).then_some(full);
                assert_eq!(distance(&word, &entry.folded, limit), expected, "{word:?} {limit}");
            }
        }
    }

    #[test]
    fn the_least_cost_is_no_more_than_the_distance() {
        for (word, entry) in slips() {
            let least = least_cost(letter_set(&word), entry.letters);
            assert!(least <= full_distance(&word, &entry.folded), "{word:?} {}", entry.inn);
        }
    }

    #[test]
    fn the_nearest_names_are_those_that_a_comparison_with_all_finds() {
        for (word, _) in slips().step_by(11) {
            let letters = letter_set(&word);
            let mut all: Vec<(i32, usize)> = ENTRIES
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.folded.len().abs_diff(word.len()) <= 4)
                .filter(|(_, entry)| (entry.letters ^ letters).count_ones() <= 5)
                .map(|(at, entry)| (full_distance(&word, &entry.folded) + entry.rarity(), at))
                .filter(|(total, _)| *total <= FAR)
                .collect();
            all.sort_unstable();
            all.truncate(KEPT);
            let expected: Vec<&str> = all.iter().map(|(_, at)| ENTRIES[*at].inn).collect();
            let found: Vec<&str> = near(&word).iter().map(|(entry, _)| entry.inn).collect();
            assert_eq!(found, expected, "{word:?}");
        }
    }
}
