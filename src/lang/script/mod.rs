//! Words of any script as sequences of two sets of symbols that can be compared: letters of the
//! Latin alphabet for the scripts that write vowels, Hebrew letters for those that leave them out.
//!
//! One table a script; what a language reads otherwise is an override in the table. A symbol may
//! be a letter in a certain place: names begin and end in ways of their own (a last silent e, a
//! last he, a first alef before any vowel).

mod arabic;
mod cyrillic;
mod greek;
mod hebrew;
mod latin;

use super::Script;

/// The longest sequence kept; names are shorter.
pub const LONGEST: usize = 24;

/// Symbols of scripts with vowels: the letters, then letters in first and in last place.
pub static VOICED: [&str; 38] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "w", "x", "y", "z", "^a", "^e", "^i", "^o", "^u", "^y", "e$", "a$", "s$", "h$",
    "y$", "o$",
];

/// Symbols of scripts without vowels: the letters, final forms folded; letters with geresh, double
/// vav and yod; alef and he in first and in last place.
pub static CONSONANTAL: [&str; 32] = [
    "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ", "ק",
    "ר", "ש", "ת", "ג'", "צ'", "ז'", "ת'", "ד'", "וו", "יי", "ה$", "^א", "א$",
];

/// A word as symbols: indices into [`VOICED`] or [`CONSONANTAL`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Symbols {
    /// Latin, Cyrillic, Greek.
    Voiced(Box<[u8]>),
    /// Hebrew, Arabic.
    Consonantal(Box<[u8]>),
}

/// The symbols of a word. Other scripts, digits and marks are passed over; the script is that of
/// the first letter known, and `code` the language whose overrides hold.
pub fn symbols(word: &str, code: &str) -> Symbols {
    let consonantal = word
        .chars()
        .find_map(|c| match c {
            'א'..='ת' | 'װ'..='ײ' | '\u{0620}'..='\u{06ff}' => Some(true),
            'a'..='z' | 'A'..='Z' | '\u{00c0}'..='\u{052f}' | '\u{1e00}'..='\u{1fff}' => {
                Some(false)
            }
            _ => None,
        })
        .unwrap_or(false);
    if consonantal { consonants(word) } else { voiced(word, code) }
}

/// Letters that a word of a script may have before it, as words of their own: "and", "in", "the".
pub fn particle_letters(script: Script) -> &'static str {
    match script {
        Script::Hebrew => "והבלמשכ",
        Script::Arabic => "وفبلكا",
        _ => "",
    }
}

/// A word, and what is left of it without the first, the first two and more letters, as long as they may
/// be particles.
pub fn without_particles(word: &str, script: Script) -> impl Iterator<Item = &str> {
    let letters = particle_letters(script);
    std::iter::successors(Some(word), |rest| rest.strip_prefix(|c| letters.contains(c)))
}

/// A Latin, Cyrillic or Greek word in the letters a to z, by sound; `code` is the language whose
/// overrides hold.
pub fn in_latin(word: &str, code: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    let mut chars = word.chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_lowercase() {
            letters.push(c);
            continue;
        }
        letters.push_str(match c {
            '\u{0370}'..='\u{03ff}' | '\u{1f00}'..='\u{1fff}' => {
                greek::latin(c, chars.peek().copied(), letters.is_empty())
            }
            '\u{0400}'..='\u{052f}' => cyrillic::latin(c, letters.is_empty()),
            c => latin::latin(c, code),
        });
    }
    letters
}

/// The Hebrew letter, perhaps with geresh, that writes the sound of an Arabic one; empty for what is
/// none.
pub fn in_hebrew(letter: char) -> &'static str {
    arabic::hebrew(letter)
}

fn voiced(word: &str, code: &str) -> Symbols {
    let mut letters = in_latin(word, code).into_bytes();
    letters.truncate(LONGEST);
    letters.iter_mut().for_each(|letter| *letter -= b'a');
    let last = letters.len().saturating_sub(1);
    if last > 0 {
        let place = |symbol: &str| VOICED.iter().position(|other| *other == symbol);
        let letter = |index: u8| VOICED.get(usize::from(index)).copied().unwrap_or("");
        let first = place(&["^", letter(letters[0])].concat());
        let end = place(&[letter(letters[last]), "$"].concat());
        letters[0] = first.map_or(letters[0], |index| index as u8);
        letters[last] = end.map_or(letters[last], |index| index as u8);
    }
    Symbols::Voiced(letters.into())
}

fn consonants(word: &str) -> Symbols {
    let mut letters: Vec<u8> = Vec::with_capacity(word.len());
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let behind = chars.peek().copied();
        let spelled = match c {
            '\u{0620}'..='\u{06ff}' => arabic::hebrew(c),
            _ => hebrew::letter(c, behind),
        };
        if let Some(index) = CONSONANTAL.iter().position(|symbol| *symbol == spelled) {
            if matches!(spelled, "וו" | "יי") && behind == Some(c) {
                chars.next();
            }
            letters.push(index as u8);
        }
    }
    letters.truncate(LONGEST);
    let last = letters.len().saturating_sub(1);
    if last > 0 {
        match letters[last] {
            HE => letters[last] = LAST_HE,
            ALEF => letters[last] = LAST_ALEF,
            _ => {}
        }
    }
    if letters.first() == Some(&ALEF) {
        letters[0] = FIRST_ALEF;
    }
    Symbols::Consonantal(letters.into())
}

const ALEF: u8 = 0;
const HE: u8 = 4;
const LAST_HE: u8 = 29;
const FIRST_ALEF: u8 = 30;
const LAST_ALEF: u8 = 31;

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(word: &str) -> String {
        match symbols(word, "en") {
            Symbols::Voiced(symbols) => {
                symbols.iter().map(|&i| VOICED[usize::from(i)]).collect::<Vec<_>>().join(" ")
            }
            Symbols::Consonantal(symbols) => {
                symbols.iter().map(|&i| CONSONANTAL[usize::from(i)]).collect::<Vec<_>>().join(" ")
            }
        }
    }

    #[test]
    fn words_become_symbols() {
        assert_eq!(spelled("Anne"), "^a n n e$");
        assert_eq!(spelled("Łódź"), "l o d z h$");
        assert_eq!(spelled("Пушкин"), "p u s h k i n");
        assert_eq!(spelled("Αθήνα"), "^a t h i n a$");
        assert_eq!(spelled("ג'ון"), "ג' ו נ");
        assert_eq!(spelled("אליזבת'"), "^א ל י ז ב ת'");
        assert_eq!(spelled("وليام"), "ו ל י א מ");
    }
}
