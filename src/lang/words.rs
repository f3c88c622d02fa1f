//! The words of a text: runs of letters and digits, with the marks that stand inside a word.

use super::letter::is_letter;

/// Whether a scalar belongs to words.
fn is_word(character: char) -> bool {
    is_letter(character)
        || is_mark(character)
        || !matches!(character, '\u{2000}'..='\u{206f}') && character.is_numeric()
}

/// Points and other combining marks belong to the letter before them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

fn is_hebrew(character: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&character) || is_mark(character)
}

/// The words of `text` with the byte offsets at which they start.
///
/// An apostrophe stays inside English words ("don't") and ends the elided French article; quotes
/// between Hebrew letters are gershayim and stay inside.
pub(crate) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The iterator of [`words`].
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        loop {
            match *bytes.get(start)? {
                byte @ ..0x80 if byte.is_ascii_alphanumeric() => break,
                ..0x80 => start += 1,
                _ => {
                    let character = self.text[start..].chars().next()?;
                    if is_word(character) {
                        break;
                    }
                    start += character.len_utf8();
                }
            }
        }
        let mut end = start;
        loop {
            end = plain_run(bytes, end);
            match bytes.get(end) {
                None => break,
                Some(byte) if byte.is_ascii() && !matches!(byte, b'"' | b'\'') => break,
                Some(_) => match self.joining(start, end) {
                    0 => break,
                    length => end += length,
                },
            }
        }
        self.at = end;
        Some((start, &self.text[start..end]))
    }
}

/// Where the ASCII letters and digits or the Hebrew letters that begin at a byte offset end.
#[inline]
fn plain_run(bytes: &[u8], mut at: usize) -> usize {
    loop {
        while bytes.get(at).is_some_and(|&byte| PLAIN[usize::from(byte)]) {
            at += 1;
        }
        match bytes.get(at..at + 2) {
            Some([0xd7, 0x90..=0xaa]) => at += 2,
            _ => return at,
        }
    }
}

/// The bytes of ASCII letters and digits.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut at = 0;
    while at < 256 {
        plain[at] = (at as u8).is_ascii_alphanumeric();
        at += 1;
    }
    plain
};

impl Words<'_> {
    /// The length in bytes of the character at `at`, 0 if it does not belong to the word that
    /// begins at `start`.
    fn joining(&self, start: usize, at: usize) -> usize {
        let before = &self.text[start..at];
        let mut rest = self.text[at..].chars();
        let Some(character) = rest.next() else { return 0 };
        let next = rest.next();
        let behind_hebrew = || before.chars().next_back().is_some_and(is_hebrew);
        let joins = match character {
            '"' | '״' | '”' => behind_hebrew() && next.is_some_and(is_hebrew),
            // Hebrew geresh is written with an opening mark too.
            '‘' => behind_hebrew() && next.is_some_and(is_hebrew),
            '\'' | '׳' | '’' => behind_hebrew() || joins_english(before, next),
            other => is_word(other),
        };
        if joins { character.len_utf8() } else { 0 }
    }
}

/// "don't", "it's", "o'clock", but not "l'homme", "qu'il", "dell'arte".
fn joins_english(before: &str, next: Option<char>) -> bool {
    let elided = [
        "l", "d", "qu", "s", "n", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quelqu",
        "aujourd",
    ];
    next.is_some_and(is_letter)
        && !elided.iter().any(|article| before.eq_ignore_ascii_case(article))
        || before.eq_ignore_ascii_case("aujourd")
}

/// A word as lexicons have it: lower case, without points and direction marks, with plain quotes.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            '\u{591}'..='\u{5c7}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' => {}
            '״' | '”' | '“' => folded.push('"'),
            '׳' | '’' => folded.push('\''),
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_marks_inside_them() {
        let text = "The U.S. don't take 500 מ\"ג ביום of l'huile, aujourd'hui";
        let found: Vec<_> = words(text).map(|(_, word)| word).collect();
        let expected = [
            "The", "U", "S", "don't", "take", "500", "מ\"ג", "ביום", "of", "l", "huile",
            "aujourd'hui",
        ];
        assert_eq!(found, expected);
        assert!(words(text).all(|(at, word)| text[at..].starts_with(word)));
        assert_eq!(fold("רֶקַע"), "רקע");
    }
}
