//! Names of medicines in Hebrew, found by their consonants.
//!
//! A name in Latin letters and its Hebrew form share a key of consonant classes; among the names of
//! one key the learned letter correspondences choose. Corrupted forms are met through keys with one
//! class left out on either side. Complexity: a few binary searches a word. Weakness: classes are
//! coarse, so a slip within one (s and z) passes for another way to spell.

use std::sync::LazyLock;

use super::Drug;
use super::ordinary;
use super::suspect::{self, ENTRIES};
use crate::anchor::skeleton::Skeleton;
use crate::knowledge::inn;
use crate::lang::{Language, Script, script};

/// Classes in four bits each, the last in the lowest; at most sixteen.
type Key = u64;

/// A name and its place in `ENTRIES`.
struct Keys {
    /// Whole keys.
    whole: Vec<(Key, u32)>,
    /// Keys with one class left out.
    short: Vec<(Key, u32)>,
}

static KEYS: LazyLock<Keys> = LazyLock::new(|| {
    let mut keys = Keys { whole: Vec::new(), short: Vec::new() };
    for (index, entry) in ENTRIES.iter().enumerate() {
        for v in [Some('B'), None] {
            let classes = classes_of_latin(entry.inn, v);
            if v.is_none() || entry.inn.contains(['v', 'w']) {
                keys.whole.extend(key(&classes).map(|key| (key, index as u32)));
                keys.short.extend(shortened(&classes).map(|key| (key, index as u32)));
            }
        }
    }
    for list in [&mut keys.whole, &mut keys.short] {
        list.sort_unstable();
        list.dedup();
    }
    keys
});

fn key(classes: &[u8]) -> Option<Key> {
    (classes.len() <= 16)
        .then(|| classes.iter().fold(1, |key: u64, class| key.wrapping_mul(16) + u64::from(*class)))
}

fn shortened(classes: &[u8]) -> impl Iterator<Item = Key> + '_ {
    (0..classes.len()).filter_map(|left_out| {
        let rest: Vec<u8> =
            classes.iter().enumerate().filter(|(i, _)| *i != left_out).map(|(_, c)| *c).collect();
        key(&rest)
    })
}

const CLASSES: &str = "BPGDZKLMNSRT";

fn push(classes: &mut Vec<u8>, class: char) {
    if let Some(index) = CLASSES.find(class) {
        classes.push(index as u8 + 1);
    }
}

/// Consonant classes of a Latin name; `v` tells what the letters v and w count for.
fn classes_of_latin(name: &str, v: Option<char>) -> Vec<u8> {
    let mut classes = Vec::new();
    let bytes = name.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (this, next) = (bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        let doubled = this == next;
        let (sounds, step) = match (this, next) {
            (b'p', b'h') => ("P", 2),
            (b't', b'h') => ("T", 2),
            (b'c', b'h') => ("K", 2),
            (b's', b'h') => ("S", 2),
            (b'c', b'e' | b'i' | b'y') => ("S", 1),
            (b'c' | b'k' | b'q', _) => ("K", 1),
            (b'x', _) => ("KS", 1),
            (b's' | b'z', _) => ("S", 1),
            (b'b', _) => ("B", 1),
            (b'p' | b'f', _) => ("P", 1),
            (b'g', _) => ("G", 1),
            (b'd', _) => ("D", 1),
            (b'l', _) => ("L", 1),
            (b'm', _) => ("M", 1),
            (b'n', _) => ("N", 1),
            (b'r', _) => ("R", 1),
            (b't', _) => ("T", 1),
            _ => ("", 1),
        };
        sounds.chars().for_each(|class| push(&mut classes, class));
        if matches!(this, b'v' | b'w') {
            v.into_iter().for_each(|class| push(&mut classes, class));
        }
        at += if doubled
            && !(this == b'c'
                && step == 1
                && sounds == "K"
                && matches!(bytes.get(at + 2), Some(b'e' | b'i')))
        {
            step.max(2)
        } else {
            step
        };
    }
    classes
}

/// Consonant classes of a Hebrew word.
fn classes_of_hebrew(word: &str) -> Vec<u8> {
    let mut classes = Vec::new();
    for c in word.chars() {
        let class = match c {
            'ב' => 'B',
            'פ' | 'ף' => 'P',
            'ג' => 'G',
            'ד' => 'D',
            'ק' | 'כ' | 'ך' | 'ח' => 'K',
            'ל' => 'L',
            'מ' | 'ם' => 'M',
            'נ' | 'ן' => 'N',
            'ס' | 'ש' | 'צ' | 'ץ' | 'ז' => 'S',
            'ר' => 'R',
            'ט' | 'ת' => 'T',
            _ => continue,
        };
        push(&mut classes, class);
    }
    classes
}

/// A word without none, one or two particles, each with at least five letters left.
fn readings(word: &str) -> impl Iterator<Item = &str> {
    script::without_particles(word, Script::Hebrew)
        .take_while(|rest| rest.chars().count() >= 5)
        .take(3)
}

/// Fewest consonants of a name that consonants can tell.
const FEWEST: usize = 4;

/// Log odds from which a word with the consonants of a name is that name: the names are 12,000,
/// and few words are medicines.
const SURE: f64 = 7.0;

/// Log odds from which even a word of the lexicon is taken for the name.
const SURER: f64 = 16.0;

/// Places in `list` of the entries with a key.
fn under(list: &[(Key, u32)], key: Key) -> impl Iterator<Item = u32> + '_ {
    let from = list.partition_point(|row| row.0 < key);
    list[from..].iter().take_while(move |row| row.0 == key).map(|row| row.1)
}

/// The name among `candidates` that a word spells best, with its log odds, common names first.
fn best(
    word: &str,
    language: &Language,
    candidates: impl Iterator<Item = u32>,
) -> Option<(&'static str, f64)> {
    let skeleton = Skeleton::new(word, language);
    let mut best: Option<(&'static str, f64)> = None;
    for entry in candidates.filter_map(|index| ENTRIES.get(index as usize)) {
        let odds = Skeleton::new(entry.inn, language).log_odds(&skeleton) + entry.prior();
        if best.is_none_or(|(_, most)| odds > most) {
            best = Some((entry.inn, odds));
        }
    }
    best
}

/// The medicine that a Hebrew word names.
pub(super) fn drug(word: &str, language: &Language) -> Option<Drug> {
    if INFLECTED.iter().any(|ending| word.ends_with(ending)) || word.ends_with(MICROWAVE) {
        return None;
    }
    let mut found: Option<(&'static str, f64)> = None;
    for reading in readings(word) {
        if let Some(inn) = inn::by_hebrew(reading) {
            return Some(Drug { inn });
        }
        let classes = classes_of_hebrew(reading);
        if classes.len() < FEWEST {
            break;
        }
        let best = key(&classes).and_then(|key| best(reading, language, under(&KEYS.whole, key)));
        // Of two readings the likelier name: "ב" before erythromycin, not berythromycin.
        found = found.into_iter().chain(best).reduce(|a, b| if b.1 > a.1 { b } else { a });
    }
    let (inn, odds) = found.filter(|(_, odds)| *odds >= SURE)?;
    let is_name = odds >= SURER
        || !ordinary::is_known(word, language)
        || ordinary::means(word, language, inn);
    is_name.then_some(Drug { inn })
}

/// A microwave oven, which reads as macrogol.
const MICROWAVE: &str = "מיקרוגל";

/// Endings of inflected Hebrew words, which no name of a medicine has.
const INFLECTED: &[&str] = &["ים", "ות", "תי", "נו", "הם", "כם", "ית"];

/// The names whose consonants are those of a Hebrew word but for one slip inside it, best first,
/// with log odds; the word itself is no name.
pub(super) fn near(word: &str, language: &Language) -> Vec<(&'static str, f64)> {
    let mut found: Vec<(&'static str, f64)> = Vec::new();
    if INFLECTED.iter().any(|ending| word.ends_with(ending)) {
        return found;
    }
    for reading in readings(word) {
        let classes = classes_of_hebrew(reading);
        if classes.len() <= FEWEST || classes.len() > 16 {
            continue;
        }
        let skeleton = Skeleton::new(reading, language);
        let mut candidates: Vec<u32> = Vec::new();
        for key in key(&classes).into_iter().chain(shortened(&classes)) {
            candidates.extend(under(&KEYS.whole, key));
            candidates.extend(under(&KEYS.short, key));
        }
        candidates.sort_unstable();
        candidates.dedup();
        for entry in candidates.into_iter().filter_map(|index| ENTRIES.get(index as usize)) {
            let of_name = classes_of_latin(entry.inn, Some('B'));
            if of_name.first() == classes.first() && of_name.last() == classes.last() {
                let odds = Skeleton::new(entry.inn, language).log_odds_of_slips(&skeleton);
                let stem = if suspect::stem(&entry.folded).is_some() { STEM } else { 0.0 };
                found.push((entry.inn, odds + stem + entry.prior()));
            }
        }
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    found.truncate(8);
    found
}

/// Nats by which a name built on a stem is the likelier one.
const STEM: f64 = 3.0;
