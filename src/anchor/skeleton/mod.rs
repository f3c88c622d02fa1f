//! Names across scripts: how likely two spellings are of one name.
//!
//! A word becomes a sequence of symbols ([`crate::lang::script`]); two sequences are aligned by the
//! cheapest series of correspondences. Between a script with vowels and one without, the costs are
//! learned from 18,000 personal names by `examples/learn_letters.rs` (expectation maximisation over
//! letter alignments; Ristad & Yianilos 1998, many-to-many after Jiampojamarn et al. 2007), and set
//! against how likely the two words are by themselves: the result is a log-likelihood ratio, so it
//! counts long agreement for more than short. Within one kind of script the costs are set by hand
//! on the same scale. Complexity: the product of the two lengths, at most 24 squared. Weakness: a
//! translated name (Moses, the Red Cross) is no transliteration; the frequent ones are listed.

use crate::lang::script::{self, Symbols};
use crate::lang::{Language, Script};

mod model;
mod spelling;

use model::MODEL;

/// A word ready to be compared with words of any script.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Skeleton {
    symbols: Symbols,
}

/// Log odds of words that cannot be one name.
const NEVER: f64 = -99.0;

impl Skeleton {
    /// The skeleton of a word as it stands, prefixes and endings included.
    pub fn new(word: &str, language: &Language) -> Skeleton {
        Skeleton { symbols: script::symbols(word, language.code) }
    }

    /// The skeletons that a word of running text may have: itself, without the particles that
    /// Hebrew and Arabic write together with it, without a genitive s.
    pub fn alternatives(word: &str, language: &Language) -> Vec<Skeleton> {
        let mut all = vec![Skeleton::new(word, language)];
        match all[0].symbols {
            Symbols::Consonantal(_) => {
                let is_hebrew = word.starts_with(|c| ('א'..='ת').contains(&c));
                let script = if is_hebrew { Script::Hebrew } else { Script::Arabic };
                let is_long = |rest: &&str| rest.chars().filter(|c| c.is_alphabetic()).count() >= 3;
                let rests = script::without_particles(word, script).skip(1).take(2);
                all.extend(rests.take_while(is_long).map(|rest| Skeleton::new(rest, language)));
            }
            Symbols::Voiced(_) => {
                let genitive = ["'s", "’s", "s", "'", "’"];
                let takes_s =
                    matches!(language.code, "nb" | "nn" | "sv" | "da" | "nl" | "en" | "de" | "is");
                let stem = genitive.iter().find_map(|ending| word.strip_suffix(ending));
                if let Some(stem) = stem.filter(|stem| takes_s && stem.chars().count() >= 3) {
                    all.push(Skeleton::new(stem, language));
                }
            }
        }
        all
    }

    /// How many symbols it has.
    pub fn len(&self) -> usize {
        match &self.symbols {
            Symbols::Voiced(symbols) | Symbols::Consonantal(symbols) => symbols.len(),
        }
    }

    /// Whether it has none: no letter of a script that is known here.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Log-likelihood ratio, in nats, of the two being spellings of one name over their being
    /// two random names. Symmetric.
    pub fn log_odds(&self, other: &Skeleton) -> f64 {
        if self.is_empty() || other.is_empty() {
            return NEVER;
        }
        match (&self.symbols, &other.symbols) {
            (Symbols::Voiced(a), Symbols::Consonantal(b))
            | (Symbols::Consonantal(b), Symbols::Voiced(a)) => MODEL.log_odds(a, b),
            (Symbols::Voiced(a), Symbols::Voiced(b)) => spelling::voiced(a, b),
            (Symbols::Consonantal(a), Symbols::Consonantal(b)) => spelling::consonantal(a, b),
        }
    }

    /// Log odds of the two being one name in two scripts, of which one is misspelled: a wrong letter
    /// costs a fixed sum. The same as [`Skeleton::log_odds`] within one kind of script.
    pub(super) fn log_odds_of_slips(&self, other: &Skeleton) -> f64 {
        match (&self.symbols, &other.symbols) {
            (Symbols::Voiced(a), Symbols::Consonantal(b))
            | (Symbols::Consonantal(b), Symbols::Voiced(a)) => MODEL.log_odds_of_slips(a, b),
            _ => self.log_odds(other),
        }
    }

    /// Probability that the two are one name, if names and random pairs are equally frequent.
    pub fn similarity(&self, other: &Skeleton) -> f64 {
        MODEL.probability(self.log_odds(other))
    }
}

/// Log odds a particle or an ending costs that must be taken off for two words to agree.
const STRIPPED: f64 = 1.5;

/// The best log odds of two words of running text over their [`Skeleton::alternatives`].
pub fn word_log_odds(a: &[Skeleton], b: &[Skeleton]) -> f64 {
    let mut best = NEVER;
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            best = best.max(x.log_odds(y) - STRIPPED * (i + j) as f64);
        }
    }
    best
}

/// Probability at even odds that two words of running text are one name.
pub fn similarity(a: &str, a_language: &Language, b: &str, b_language: &Language) -> f64 {
    let (a, b) = (Skeleton::alternatives(a, a_language), Skeleton::alternatives(b, b_language));
    MODEL.probability(word_log_odds(&a, &b))
}

/// Log odds of two full names, word by word; the order may be turned round, as in "Last, First".
///
/// One word tells at most a little more than `ENOUGH` and at worst `OTHERWISE`, since a given
/// name agrees by chance and a word may be translated or a nickname.
pub fn full_name_log_odds(a: &[Skeleton], b: &[Skeleton]) -> f64 {
    let word = |x: &Skeleton, y: &Skeleton| {
        let odds = x.log_odds(y);
        if x.len() == 1 || y.len() == 1 {
            return odds.clamp(-1.0, 1.0);
        }
        let capped = if odds > ENOUGH { ENOUGH + SLOPE * (odds - ENOUGH) } else { odds };
        (capped.exp() + OTHERWISE.exp()).ln()
    };
    if a.is_empty() || b.is_empty() {
        return NEVER;
    }
    if a.len() == b.len() {
        let turned = |by: usize| {
            let sum: f64 = (0..a.len()).map(|i| word(&a[i], &b[(i + by) % b.len()])).sum();
            if by == 0 { sum } else { sum - TURNED }
        };
        return (0..a.len()).map(turned).fold(NEVER, f64::max);
    }
    // Words that one side leaves out cost as much as a turn.
    let mut row: Vec<f64> = (0..=b.len()).map(|j| -LEFT_OUT * j as f64).collect();
    for x in a {
        let mut next = vec![row[0] - LEFT_OUT];
        for (j, y) in b.iter().enumerate() {
            let best = (row[j + 1] - LEFT_OUT).max(next[j] - LEFT_OUT).max(row[j] + word(x, y));
            next.push(best);
        }
        row = next;
    }
    row.last().copied().unwrap_or(NEVER)
}

/// Log odds above which further agreement of one word counts for less.
const ENOUGH: f64 = 8.0;
/// How much less.
const SLOPE: f64 = 0.2;
/// Log odds of a word that does not agree: one in fifty is no transliteration.
const OTHERWISE: f64 = -3.9;
/// Log odds that another order costs.
const TURNED: f64 = 3.0;
/// Log odds that a word without partner costs.
const LEFT_OUT: f64 = 2.0;

/// The skeletons of the words of a full name.
pub fn full_name(name: &str, language: &Language) -> Vec<Skeleton> {
    name.split([' ', '-', '־', ',', '.', '\u{a0}'])
        .map(|word| Skeleton::new(word, language))
        .filter(|skeleton| !skeleton.is_empty())
        .collect()
}

/// Probability at even odds that two full names are of one person or place.
pub fn full_name_similarity(a: &str, a_language: &Language, b: &str, b_language: &Language) -> f64 {
    MODEL.probability(full_name_log_odds(&full_name(a, a_language), &full_name(b, b_language)))
}
