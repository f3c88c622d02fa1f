//! Numbers the distinct words of a text in the order in which they are met.
//!
//! An open-addressing table over the first and the last eight bytes of each word, so that nearly
//! every look-up compares two integers and a length. Complexity: one probe or two a word, 24 bytes
//! a slot, at most half of them taken.

use crate::span::Span;

/// The distinct words met so far.
pub(crate) struct Distinct<'t> {
    slots: Vec<Slot>,
    words: Vec<&'t str>,
}

#[derive(Clone, Copy)]
struct Slot {
    ends: (u64, u64),
    length: u32,
    /// One more than the number of the word; 0 in a vacant slot.
    taken: u32,
}

const VACANT: Slot = Slot { ends: (0, 0), length: 0, taken: 0 };

/// A word that has been looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Met {
    /// Seen for the first time, and numbered.
    New(u32),
    /// Seen before.
    Again(u32),
}

impl<'t> Distinct<'t> {
    pub(crate) fn new() -> Self {
        Distinct { slots: vec![VACANT; 1 << 10], words: Vec::new() }
    }

    /// The number of the word at `span` of a text, counted from 0.
    #[inline]
    pub(crate) fn meet(&mut self, text: &'t str, span: Span) -> Met {
        let (ends, length) = (ends(text.as_bytes(), span), span.len() as u32);
        let mask = self.slots.len() - 1;
        let mut at = hash(ends, length) as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot.taken == 0 {
                break;
            }
            if slot.ends == ends && slot.length == length {
                let id = slot.taken - 1;
                if length <= 16 || self.words[id as usize] == span.of(text) {
                    return Met::Again(id);
                }
            }
            at = (at + 1) & mask;
        }
        self.words.push(span.of(text));
        let taken = self.words.len() as u32;
        self.slots[at] = Slot { ends, length, taken };
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        Met::New(taken - 1)
    }

    /// The number of a word that has been met.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        let (ends, length) = (ends(word.as_bytes(), Span::new(0, word.len())), word.len() as u32);
        let mask = self.slots.len() - 1;
        let mut at = hash(ends, length) as usize & mask;
        loop {
            let slot = self.slots[at];
            let id = slot.taken.checked_sub(1)?;
            if self.words[id as usize] == word {
                return Some(id);
            }
            at = (at + 1) & mask;
        }
    }

    #[cold]
    fn grow(&mut self) {
        let mut slots = vec![VACANT; self.slots.len() * 4];
        let mask = slots.len() - 1;
        for slot in self.slots.iter().filter(|slot| slot.taken > 0) {
            let mut at = hash(slot.ends, slot.length) as usize & mask;
            while slots[at].taken > 0 {
                at = (at + 1) & mask;
            }
            slots[at] = *slot;
        }
        self.slots = slots;
    }
}

/// The first and the last eight bytes of what stands at `span`, the last ones 0 where there are no
/// more; they and the length determine words of up to sixteen.
#[inline]
fn ends(bytes: &[u8], span: Span) -> (u64, u64) {
    let word = &bytes[span.start..span.end];
    if word.len() > 8
        && let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk())
    {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    match bytes[span.start..].first_chunk() {
        Some(chunk) if !word.is_empty() => {
            (u64::from_le_bytes(*chunk) & (u64::MAX >> (64 - 8 * word.len())), 0)
        }
        _ => (word.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)), 0),
    }
}

/// Both halves of the product of the two ends, each mixed with an odd constant.
#[inline]
fn hash((first, last): (u64, u64), length: u32) -> u64 {
    let first = first ^ 0x9e37_79b9_7f4a_7c15;
    let last = last ^ 0xd6e8_feb8_6659_fd93 ^ u64::from(length) << 56;
    let product = u128::from(first) * u128::from(last);
    (product as u64) ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet<'t>(distinct: &mut Distinct<'t>, word: &'t str) -> Met {
        distinct.meet(word, Span::new(0, word.len()))
    }

    #[test]
    fn every_distinct_word_has_its_own_number() {
        let words: Vec<String> = (0..40_000_u64)
            .map(|n| "a".repeat((n % 23) as usize) + &n.to_string() + &"b".repeat((n % 9) as usize))
            .collect();
        let mut distinct = Distinct::new();
        for (id, word) in words.iter().enumerate() {
            assert_eq!(meet(&mut distinct, word), Met::New(id as u32), "{word}");
        }
        for (id, word) in words.iter().enumerate() {
            assert_eq!(meet(&mut distinct, word), Met::Again(id as u32), "{word}");
            assert_eq!(distinct.find(word), Some(id as u32), "{word}");
        }
    }

    #[test]
    fn long_words_that_differ_in_the_middle_only_are_distinct() {
        let mut distinct = Distinct::new();
        let words = ["", "æ", "ab", "ba", "abc", "acb", "beginning-x-ending", "beginning-y-ending"];
        for (id, word) in words.iter().enumerate() {
            assert_eq!(distinct.find(word), None);
            assert_eq!(meet(&mut distinct, word), Met::New(id as u32));
        }
    }
}
