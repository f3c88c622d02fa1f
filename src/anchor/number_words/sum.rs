//! Words added up to a number: units fill units, tens fill tens, scales multiply what stands before
//! them; a compound is taken apart, longest morpheme first.

use super::super::vocabulary::{Suffix, Vocabulary};
use crate::knowledge::units::UnitId;

/// A number as far as it has been read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    /// What the scales have closed.
    pub closed: u64,
    /// What stands since the last scale, below 1000.
    pub open: u64,
    /// The last scale; the next one must be smaller.
    pub scale: u64,
    /// Words read.
    pub words: u8,
    /// The last word was a unit, and a joiner that may bring tens stands behind it.
    pub joined: bool,
    vigesimal: bool,
    /// Units may come before ten: Hebrew and Arabic 11 to 19.
    units_first: bool,
}

impl Sum {
    pub fn new(vocabulary: &Vocabulary) -> Sum {
        let code = vocabulary.language.code;
        Sum {
            closed: 0,
            open: 0,
            scale: u64::MAX,
            words: 0,
            joined: false,
            vigesimal: code == "fr",
            units_first: matches!(code, "he" | "ar"),
        }
    }

    pub fn value(self) -> u64 {
        self.closed + self.open
    }

    /// The sum with a counting word added; `None` where it does not fit.
    fn count(mut self, value: u64) -> Option<Sum> {
        if value >= 1000 {
            return self.count_thousands(value);
        }
        let open = self.open;
        let fits = match value {
            _ if self.words == 0 => true,
            _ if value == 0 || self.value() == 0 => false,
            // French has no words of one part for 17 to 19.
            7..=9 if self.vigesimal && open % 100 == 10 => true,
            1..=9 => open.is_multiple_of(10) && open % 100 != 10,
            10 if self.units_first && (1..=9).contains(&(open % 100)) => true,
            10..=19 => {
                open.is_multiple_of(100) || (self.vigesimal && matches!(open % 100, 60 | 80))
            }
            20 if self.vigesimal && open % 100 == 4 => {
                self.open += 56;
                true
            }
            20..=99 => {
                open.is_multiple_of(100)
                    || (self.joined && value.is_multiple_of(10) && (1..=9).contains(&(open % 100)))
            }
            _ => open == 0,
        };
        if !fits {
            return None;
        }
        self.open += value;
        self.words += 1;
        self.joined = false;
        Some(self)
    }

    /// Hebrew and Arabic duals such as "two thousand" in one word.
    fn count_thousands(mut self, value: u64) -> Option<Sum> {
        if self.open > 0 || self.scale <= 1000 {
            return None;
        }
        self.closed += value;
        (self.scale, self.words) = (1000, self.words + 1);
        Some(self)
    }

    /// The sum multiplied by "hundred", "dozen" or a power of a thousand.
    fn multiply(mut self, scale: u64) -> Option<Sum> {
        if scale < 1000 {
            if self.open >= 100 || (self.words > 0 && self.open == 0 && self.closed == 0) {
                return None;
            }
            self.open = self.open.max(1).checked_mul(scale)?;
        } else {
            if scale >= self.scale {
                if self.open > 0 || self.closed == 0 || self.scale > 1000 {
                    return None;
                }
                self.closed = self.closed.checked_mul(scale)?;
            } else {
                if self.words > 0 && self.open == 0 {
                    return None;
                }
                self.closed = self.closed.checked_add(self.open.max(1).checked_mul(scale)?)?;
            }
            (self.open, self.scale) = (0, scale);
        }
        self.words += 1;
        self.joined = false;
        Some(self)
    }
}

/// A word of a number, after compounds have been taken apart.
pub(super) struct Part {
    pub sum: Sum,
    pub ordinal: bool,
    pub unit: Option<UnitId>,
    pub fold: bool,
    pub simple: bool,
}

/// Adds a word to a sum.
pub(super) fn add(vocabulary: &Vocabulary, sum: Sum, word: &str) -> Option<Part> {
    if let Some(senses) = vocabulary.senses(word) {
        let part = |sum, ordinal| Part { sum, ordinal, unit: None, fold: false, simple: true };
        if let Some(sum) = senses.cardinal.and_then(|value| sum.count(value)) {
            return Some(part(sum, false));
        }
        if let Some(sum) = senses.scale.and_then(|scale| sum.multiply(scale)) {
            return Some(part(sum, false));
        }
        if let Some(sum) = senses.ordinal.and_then(|rank| sum.rank(rank)) {
            return Some(part(sum, true));
        }
        return None;
    }
    if !vocabulary.may_compound(word.as_bytes()) || vocabulary.unit(word).is_some() {
        return None;
    }
    let joiners = vocabulary.compounds()?;
    compound(vocabulary, joiners, sum, word, 0)
}

impl Sum {
    /// The sum with an ordinal as its last part.
    fn rank(self, rank: u64) -> Option<Sum> {
        match rank {
            100 | 1000 if self.words > 0 => self.multiply(rank),
            _ => self.count(rank),
        }
    }
}

/// Takes the rest of a compound apart, longest morpheme first.
fn compound(
    vocabulary: &Vocabulary,
    joiners: &[&str],
    sum: Sum,
    rest: &str,
    parts: usize,
) -> Option<Part> {
    let part = |ordinal, unit, fold| Part { sum, ordinal, unit, fold, simple: false };
    if rest.is_empty() {
        return (parts > 1).then(|| part(false, None, false));
    }
    if parts > 0 && sum.value() > 1 {
        match vocabulary.suffix(rest) {
            Some(Suffix::Unit(unit)) => return Some(part(false, Some(unit), false)),
            Some(Suffix::Fold) => return Some(part(false, None, true)),
            _ => {}
        }
    }
    if parts > 0 && !sum.joined {
        for joiner in joiners {
            if let Some(rest) = rest.strip_prefix(joiner) {
                let found = compound(vocabulary, joiners, Sum { joined: true, ..sum }, rest, parts);
                if found.is_some() {
                    return found;
                }
            }
        }
    }
    let longest = rest.len().min(24);
    for cut in (2..=longest).rev().filter(|&cut| rest.is_char_boundary(cut)) {
        let Some(senses) = vocabulary.senses(&rest[..cut]) else { continue };
        // Swedish writes two t for three: "ettusen".
        let is_shared = vocabulary.language.code == "sv"
            && rest[..cut].ends_with("tt")
            && rest[cut..].starts_with("usen");
        let tail = &rest[cut - usize::from(is_shared)..];
        let counted = senses.cardinal.filter(|&value| value > 0).and_then(|value| sum.count(value));
        let scaled = senses.scale.and_then(|scale| sum.multiply(scale));
        for next in [counted, scaled].into_iter().flatten() {
            let found = compound(vocabulary, joiners, next, tail, parts + 1);
            if found.is_some() {
                return found;
            }
        }
        let ranked = tail.is_empty() && parts > 0 || vocabulary.suffix(tail) == Some(Suffix::Rank);
        if let Some(sum) = senses.ordinal.and_then(|rank| sum.rank(rank)).filter(|_| ranked) {
            return Some(Part { sum, ordinal: true, unit: None, fold: false, simple: false });
        }
    }
    None
}
