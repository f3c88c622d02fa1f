//! A set of beginnings of three letters, which most texts fail in one test.

/// Sets of three small ASCII letters.
pub(super) struct ThreeLetters {
    bits: Box<[u64; SIZE / 64 + 1]>,
}

const SIZE: usize = 26 * 26 * 26;

impl ThreeLetters {
    pub fn new() -> ThreeLetters {
        ThreeLetters { bits: Box::new([0; SIZE / 64 + 1]) }
    }

    /// The place of what some bytes begin with; `None` unless that is three ASCII letters.
    fn place(mut bytes: impl Iterator<Item = u8>) -> Option<usize> {
        let mut letter = || {
            let byte = bytes.next()?.to_ascii_lowercase();
            byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'))
        };
        Some((letter()? * 26 + letter()?) * 26 + letter()?)
    }

    /// Adds what some bytes begin with; whether that is three letters.
    pub fn insert(&mut self, bytes: impl Iterator<Item = u8>) -> bool {
        let place = ThreeLetters::place(bytes);
        if let Some(place) = place {
            self.bits[place / 64] |= 1 << (place % 64);
        }
        place.is_some()
    }

    /// Whether some bytes begin with three letters that were never added, in any case.
    #[inline]
    pub fn rules_out(&self, bytes: impl Iterator<Item = u8>) -> bool {
        ThreeLetters::place(bytes)
            .is_some_and(|place| self.bits[place / 64] & 1 << (place % 64) == 0)
    }
}
