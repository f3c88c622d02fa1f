//! Numbers the distinct words of a text in the order in which they are met.
//!
//! An open-addressing table over the first and the last eight bytes of each word, so that nearly
//! every look-up compares two integers and a length, and finds what was noted of the word in the
//! same place. Complexity: one probe or two a word, 24 bytes a slot, at most half of them taken.

use crate::span::Span;

/// The distinct words met so far.
pub(crate) struct Distinct {
    slots: Vec<Slot>,
    /// The words one after another, and where each ends.
    text: String,
    ends: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Slot {
    ends: (u64, u64),
    /// One more than the number of the word; 0 in a vacant slot.
    taken: u32,
    /// Bytes of the word, those beyond [`u16::MAX`] not counted.
    length: u16,
    note: u16,
}

const VACANT: Slot = Slot { ends: (0, 0), taken: 0, length: 0, note: 0 };

/// Most bytes of a word that its two ends determine.
const DETERMINED: u16 = 16;

impl Distinct {
    pub(crate) fn new() -> Self {
        Distinct { slots: vec![VACANT; 1 << 10], text: String::new(), ends: Vec::new() }
    }

    /// Bytes of the words met.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The number of the word at `span` of a text, counted from 0, and what was noted of it; `None`
    /// if it has not been met.
    #[inline(always)]
    pub(crate) fn met(&self, text: &str, span: Span) -> Option<(u32, u16)> {
        let (ends, length) = (ends(text.as_bytes(), span), length(span.len()));
        let mask = self.slots.len() - 1;
        let mut at = hash(ends, length) as usize & mask;
        loop {
            let slot = self.slots[at];
            let id = slot.taken.checked_sub(1)?;
            if slot.ends == ends
                && slot.length == length
                && (length <= DETERMINED || self.word(id) == span.of(text))
            {
                return Some((id, slot.note));
            }
            at = (at + 1) & mask;
        }
    }

    /// Notes something of a word that has not been met; gives its number.
    pub(crate) fn enter(&mut self, word: &str, note: u16) -> u32 {
        let id = self.ends.len() as u32;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        let ends = ends(word.as_bytes(), Span::new(0, word.len()));
        self.take(Slot { ends, taken: id + 1, length: length(word.len()), note });
        id
    }

    fn word(&self, id: u32) -> &str {
        let id = id as usize;
        let start = id.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[id] as usize]
    }

    #[cold]
    fn grow(&mut self) {
        let vacant = vec![VACANT; self.slots.len() * 2];
        for slot in std::mem::replace(&mut self.slots, vacant) {
            if slot.taken > 0 {
                self.take(slot);
            }
        }
    }

    /// Puts a slot where the search for its word comes by.
    fn take(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = hash(slot.ends, slot.length) as usize & mask;
        while self.slots[at].taken > 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
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

#[inline]
fn length(bytes: usize) -> u16 {
    bytes.min(usize::from(u16::MAX)) as u16
}

/// Both halves of the product of the two ends, each mixed with an odd constant.
#[inline]
fn hash((first, last): (u64, u64), length: u16) -> u64 {
    let first = first ^ 0x9e37_79b9_7f4a_7c15;
    let last = last ^ 0xd6e8_feb8_6659_fd93 ^ u64::from(length) << 56;
    let product = u128::from(first) * u128::from(last);
    (product as u64) ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(distinct: &Distinct, word: &str) -> Option<(u32, u16)> {
        distinct.met(word, Span::new(0, word.len()))
    }

    #[test]
    fn every_distinct_word_has_its_own_number() {
        let words: Vec<String> = (0..40_000_u64)
            .map(|n| "a".repeat((n % 23) as usize) + &n.to_string() + &"b".repeat((n % 9) as usize))
            .collect();
        let mut distinct = Distinct::new();
        for (id, word) in words.iter().enumerate() {
            assert_eq!(met(&distinct, word), None, "{word}");
            assert_eq!(distinct.enter(word, id as u16), id as u32, "{word}");
        }
        for (id, word) in words.iter().enumerate() {
            assert_eq!(met(&distinct, word), Some((id as u32, id as u16)), "{word}");
        }
        assert_eq!(distinct.bytes(), words.concat().len());
    }

    #[test]
    fn long_words_that_differ_in_the_middle_only_are_distinct() {
        let mut distinct = Distinct::new();
        let long = ["x", "y"].map(|middle| "a".repeat(40_000) + middle + &"a".repeat(40_000));
        let short = ["", "æ", "ab", "ba", "abc", "acb", "beginning-x-ending", "beginning-y-ending"];
        for (id, word) in short.into_iter().chain(long.iter().map(|word| &**word)).enumerate() {
            assert_eq!(met(&distinct, word), None);
            assert_eq!(distinct.enter(word, 7), id as u32);
            assert_eq!(met(&distinct, word), Some((id as u32, 7)));
        }
    }
}
