//! Runs of ASCII letters, looked at eight bytes at a time.
//!
//! Most words of most texts are such a run. Complexity: some twenty instructions for eight bytes.

const HIGH: u64 = 0x8080_8080_8080_8080;
const SMALL: u64 = 0x2020_2020_2020_2020;

/// A run of ASCII letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AsciiRun {
    /// How many letters it has.
    pub length: usize,
    /// How many of them are capitals.
    pub capitals: usize,
}

impl AsciiRun {
    /// The run that begins at `at`, of no length where no letter stands there.
    #[inline]
    pub(crate) fn at(bytes: &[u8], at: usize) -> AsciiRun {
        let mut run = AsciiRun::default();
        while let Some(chunk) = bytes.get(at + run.length..).and_then(|rest| rest.first_chunk()) {
            let chunk = u64::from_le_bytes(*chunk);
            let letters = small_letters(chunk | SMALL);
            let others = letters ^ HIGH;
            let count = (others.trailing_zeros() / 8) as usize;
            let before_others = !others & others.wrapping_sub(1);
            let capitals = letters & before_others & (!chunk & SMALL) << 2;
            if capitals != 0 {
                run.capitals += capitals.count_ones() as usize;
            }
            run.length += count;
            if count < 8 {
                return run;
            }
        }
        while let Some(byte) = bytes.get(at + run.length).filter(|byte| byte.is_ascii_alphabetic())
        {
            run.capitals += usize::from(byte.is_ascii_uppercase());
            run.length += 1;
        }
        run
    }
}

/// How many small ASCII letters `bytes` ends in.
#[inline]
pub(crate) fn small_letters_at_end(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((before, chunk)) = rest.split_last_chunk() {
        let chunk = u64::from_le_bytes(*chunk);
        let others = small_letters(chunk) ^ HIGH;
        if others != 0 {
            return bytes.len() - rest.len() + (others.leading_zeros() / 8) as usize;
        }
        rest = before;
    }
    let last = rest.iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
    bytes.len() - rest.len() + last
}

/// The high bit of every byte that is a small letter.
#[inline]
fn small_letters(chunk: u64) -> u64 {
    let low = chunk & !HIGH;
    (low + (HIGH - 0x6161_6161_6161_6161)) & !(low + (HIGH - 0x7b7b_7b7b_7b7b_7b7b)) & !chunk & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_counted_from_the_end() {
        for special in 0..=255_u8 {
            for (place, length) in [(0, 3), (2, 9), (8, 9), (0, 20), (15, 20), (19, 20)] {
                let mut bytes = vec![b'q'; length];
                bytes[place] = special;
                let expected = bytes.iter().rev().take_while(|it| it.is_ascii_lowercase()).count();
                assert_eq!(small_letters_at_end(&bytes), expected, "{special} at {place}");
            }
        }
        assert_eq!(small_letters_at_end(b""), 0);
    }

    #[test]
    fn it_agrees_with_a_look_at_each_byte() {
        for special in 0..=255_u8 {
            for place in 0..20 {
                for padding in [0, 3, 9] {
                    let mut bytes = vec![b'q'; 20];
                    bytes[place] = special;
                    bytes[(place + 7) % 20] = b'Z';
                    bytes.resize(20 + padding, b' ');
                    let letters: Vec<&u8> =
                        bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).collect();
                    let capitals = letters.iter().filter(|byte| byte.is_ascii_uppercase()).count();
                    let expected = AsciiRun { length: letters.len(), capitals };
                    assert_eq!(AsciiRun::at(&bytes, 0), expected, "{special} at {place}");
                }
            }
        }
        assert_eq!(AsciiRun::at(b"", 0), AsciiRun::default());
    }
}
