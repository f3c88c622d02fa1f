//! Decides whether a sentence ends where no mark says so: after a heading that was joined to its
//! text, a caption, a signature.
//!
//! Source: logistic regression over the shapes and words around the gap. Complexity: a few dozen
//! table look-ups before a capitalised word that often begins sentences ("The", "Det"), one before
//! other capitals, nothing elsewhere. Weakness: a sentence that begins with a noun or a name is not
//! found; these cannot be told from names inside a sentence.
//!
//! The weights are in `unmarked.tsv`, in thousandths; `examples/train_unmarked.rs` writes them.

use std::sync::LazyLock;

use super::gap::{Ahead, Kind, is_dash, is_opener, is_terminal, word_start};
use super::lexicon::{Filter, Lexicon, Roles};
use crate::lang::{Convention, Language};

const CLOSING: &str = ")]\"»”'’";
const JOINTS: &str = ",:-–—";

/// A place before a capital letter without a terminal mark before it.
#[derive(Clone, Copy, Debug)]
pub struct Unmarked<'t> {
    language: &'static str,
    /// The segment so far, without white space at its end.
    before: &'t str,
    /// White space and opening marks before the capital.
    after: &'t str,
    /// From the capital on.
    next: &'t str,
    last: &'t str,
    glyph: char,
    next_roles: Roles,
    last_roles: Roles,
}

/// One feature of a place.
#[derive(Clone, Copy, Debug)]
pub enum Feature<'t> {
    /// A count or a class, the same for all languages: an index into the names, and the value.
    Number(usize, usize),
    /// A word of the language with the code given: an index into the names, and the word.
    Word(usize, &'static str, &'t str),
}

/// The features that are numbers; every value is under [`VALUES`].
const NUMBERS: [&str; 18] = [
    "bias", "starter", "starter+last", "starter+follows", "next-shape", "next-shape+last",
    "last-function", "last-abbreviation", "glyph+starter", "opening+starter", "capitals",
    "capitals+length", "length", "length+starter", "functions", "comma", "last-length",
    "remainder",
];

/// The features that are words.
const WORDS: [&str; 8] =
    ["language", "last", "last-ends", "next", "next-ends", "next-ends-in", "second", "inside"];

const VALUES: usize = 80;

/// A longer segment, in bytes, is no heading, and its words tell nothing.
const LONGEST_HEADING: usize = 80;

/// What stands in brackets is not looked through further than this many bytes.
const LONGEST_INSERTION: usize = 240;

/// Below this sum of the numbers, in thousandths, the words cannot help.
const HOPELESS: i32 = -2500;

impl<'t> Unmarked<'t> {
    /// The place before the capital at the byte `at`, in a segment that begins at the byte `start`;
    /// `None` if it is not worth a thought.
    pub fn at_capital(
        text: &'t str,
        at: usize,
        start: usize,
        language: &'t Language,
    ) -> Option<Self> {
        let lexicon = Lexicon::of(language);
        let opens = lexicon.openings().may_begin(text.as_bytes().get(at..)?);
        opens.then(|| Self::at_opening(text, at, start, language, lexicon))?
    }

    /// As [`Self::at_capital`], at a place that [`Lexicon::openings`] has let through.
    pub(super) fn at_opening(
        text: &'t str,
        at: usize,
        start: usize,
        language: &'t Language,
        lexicon: &Lexicon,
    ) -> Option<Self> {
        if is_i(text.as_bytes(), at) && language.code == "en" {
            return None;
        }
        let next = text.get(at..)?;
        let word = first_word(next);
        let head = text.get(start..at)?;
        if head.len() < 3 || !lexicon.may_start(word) {
            return None;
        }
        let next_roles = lexicon.roles(word);
        if !next_roles.any(Roles::STARTER) {
            return None;
        }
        let dashes = language.sentence.dash == Convention::Cuts;
        let opened = if head.ends_with(' ') && !(dashes && head.ends_with("- ")) {
            head
        } else {
            head.trim_end_matches(|c| is_opener(c) || (dashes && (is_dash(c) || c == ' ')))
        };
        let before = opened.trim_end();
        let after = &head[before.len()..];
        if before.is_empty() || !after.starts_with(char::is_whitespace) {
            return None;
        }
        let glyph = before.chars().next_back()?;
        let bare = if glyph.is_alphanumeric() {
            before
        } else {
            let closed = before.trim_end_matches(|c| CLOSING.contains(c));
            let inner = closed.chars().next_back()?;
            if !(CLOSING.contains(glyph) || JOINTS.contains(glyph)) || is_terminal(inner) {
                return None;
            }
            let joins = match glyph {
                ':' => language.sentence.colon == Convention::Cuts,
                // Only a salutation ends so, and what it opens is no quotation.
                ',' => {
                    before.len() > LONGEST_HEADING
                        || before.split_whitespace().nth(4).is_some()
                        || after.contains(['"', '\'', '“', '‘', '«', '”', '’'])
                }
                // "2) Rest": the number belongs to what follows.
                ')' => is_label(before),
                _ => false,
            };
            if joins {
                return None;
            }
            before.trim_end_matches(|c: char| !c.is_alphanumeric())
        };
        let alone = || memchr::memchr(b' ', before.as_bytes()).is_none();
        let first_person = language.code == "en" && word == "I";
        if glyph.is_alphanumeric() && (first_person || alone()) {
            return None;
        }
        if in_title_case(before, next) || (after.contains('(') && is_inserted(next)) {
            return None;
        }
        let last = &bare[word_start(bare, 0, bare.len()).0..];
        if last.is_empty() {
            return None;
        }
        let last_roles = lexicon.roles(last);
        // "urged Mrs May": what follows a form of address is a name.
        if last_roles.any(Roles::TITLE) {
            return None;
        }
        Some(Unmarked {
            language: language.code,
            before,
            after,
            next,
            last,
            glyph,
            next_roles,
            last_roles,
        })
    }

    /// Where the cut would be, in bytes from the start of the segment.
    pub fn offset(&self) -> usize {
        self.before.len()
    }

    /// Whether the weights say that the sentence ends here.
    pub(super) fn ends(&self) -> bool {
        let weights = &*WEIGHTS;
        let mut sum = 0;
        self.numbers(|name, value| sum += weights.numbers[name][value.min(VALUES - 1)]);
        if sum < HOPELESS {
            return false;
        }
        self.words(|name, word| {
            if word.is_empty() || weights.listed.may_hold(word) {
                sum += weights.of(key(name, self.language, word));
            }
        });
        sum > 0
    }

    /// Calls `see` with every feature.
    pub fn features(&self, mut see: impl FnMut(Feature<'t>)) {
        self.numbers(|name, value| see(Feature::Number(name, value)));
        self.words(|name, word| see(Feature::Word(name, self.language, word)));
    }

    fn numbers(&self, mut see: impl FnMut(usize, usize)) {
        let word = first_word(self.next);
        let rest = &self.next[word.len()..];
        let ahead = Ahead::of(rest.trim_start());
        let starter = usize::from(self.next_roles.any(Roles::STARTER));
        let follows = match rest.chars().next() {
            None => 0,
            Some(' ') => 1 + kind_number(ahead.kind),
            Some('.' | '!' | '?') => 10,
            Some(',') => 11,
            Some(':') => 12,
            Some('-') => 13,
            Some('\'' | '’') => 14,
            Some(_) => 15,
        };
        let last = shape(self.last);
        let next = shape(word);
        let glyph = glyph_number(self.glyph);
        let opening = match self.after.trim_start().chars().next() {
            None => 0,
            Some(c) => glyph_number(c),
        };
        let mut words = 1;
        let mut capitals = 0;
        let mut short = 0;
        let mut word_start = 0;
        let bytes = self.before.as_bytes();
        let mut looked_through = bytes.len();
        for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b' ') {
            if words == 16 {
                looked_through = at;
                break;
            }
            short += usize::from(at - word_start <= 3);
            words += 1;
            word_start = at + 1;
            capitals += usize::from(bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase));
        }
        let comma = usize::from(memchr::memchr(b',', &bytes[..looked_through]).is_some());
        let length = match words {
            0..=4 => words,
            5..=6 => 5,
            7..=9 => 6,
            10..=15 => 7,
            _ => 8,
        };
        let capitals = capitals.min(4);
        let mut remainder = 1;
        let mut ended = 0;
        let bytes = rest.as_bytes();
        for pair in bytes.windows(2).filter(|pair| pair[1] == b' ') {
            if matches!(pair[0], b'.' | b'!' | b'?') {
                ended = 1;
                break;
            }
            if remainder == 8 {
                break;
            }
            remainder += 1;
        }
        let values = [
            0,
            starter,
            starter * 10 + last,
            starter * 20 + follows,
            next,
            next * 10 + last,
            usize::from(self.last_roles.any(Roles::STARTER)),
            usize::from(self.last_roles.any(Roles::ABBREVIATED)),
            glyph * 2 + starter,
            opening * 2 + starter,
            capitals,
            capitals * 10 + length,
            length,
            length * 2 + starter,
            (short * 4 / words.max(1)).min(4),
            comma,
            self.last.len().min(9),
            remainder * 2 + ended,
        ];
        for (name, value) in values.into_iter().enumerate() {
            see(name, value);
        }
    }

    fn words(&self, mut see: impl FnMut(usize, &'t str)) {
        let word = first_word(self.next);
        let second = Ahead::of(self.next[word.len()..].trim_start()).word();
        let known = ["", self.last, tail(self.last, 3), word, tail(word, 2), tail(word, 3), second];
        for (name, word) in known.into_iter().enumerate() {
            see(name, word);
        }
        if self.before.len() <= LONGEST_HEADING {
            let mut starts = memchr::memchr_iter(b' ', self.before.as_bytes()).map(|at| at + 1);
            let mut start = starts.next();
            while let Some(at) = start {
                start = starts.next();
                see(known.len(), &self.before[at..start.map_or(self.before.len(), |it| it - 1)]);
            }
        }
    }
}

impl Feature<'_> {
    /// As it is written in the table: name, language and value, with tabs between.
    pub fn written(&self) -> String {
        match *self {
            Feature::Number(name, value) => format!("{}\t\t{value}", NUMBERS[name]),
            Feature::Word(name, language, word) => {
                format!("{}\t{language}\t{}", WORDS[name], word.to_ascii_lowercase())
            }
        }
    }
}

/// What stands for a word feature in the table, ASCII letters in either case; never 0.
fn key(name: usize, language: &str, word: &str) -> u64 {
    let mut key = 0xCBF2_9CE4_8422_2325 ^ name as u64;
    for byte in language.bytes().chain(word.bytes()) {
        key = (key ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x100_0000_01B3);
    }
    key | 1
}

/// Whether the table has weights for the language.
pub(super) fn knows(language: &Language) -> bool {
    WEIGHTS.of(key(0, language.code, "")) != 0
}

#[inline]
fn first_word(text: &str) -> &str {
    let ascii =
        text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    if text.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return &text[..ascii];
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(text.len());
    &text[..end]
}

/// Whether `text` ends in a number with a closing bracket that no bracket opens: "2)".
fn is_label(text: &str) -> bool {
    last_word(text)
        .strip_suffix(')')
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the bracket that closes in `text` is followed by a small letter: what stands in it is
/// inserted in a sentence.
fn is_inserted(text: &str) -> bool {
    let close = text.bytes().take(LONGEST_INSERTION).position(|byte| byte == b')');
    close.is_some_and(|close| {
        text[close + 1..].trim_start_matches([' ', ',']).starts_with(char::is_lowercase)
    })
}

/// Whether the two words before and the three behind the next have capitals, but for short ones such as
/// "of", so that a capital tells nothing.
fn in_title_case(before: &str, next: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let minor = |word: &&str| word.len() <= 3 && word.starts_with(char::is_lowercase);
    let last = last_word(before);
    let mut earlier = before[..before.len() - last.len()].rsplit(' ').skip(1).skip_while(minor);
    capital(last)
        && earlier.next().is_none_or(capital)
        && next.split(' ').take(4).skip(1).filter(|word| !minor(word)).all(capital)
}

/// What follows the last space of `text`.
fn last_word(text: &str) -> &str {
    &text[memchr::memrchr(b' ', text.as_bytes()).map_or(0, |at| at + 1)..]
}

/// Whether "I" stands at the byte `at` inside a sentence: a capital that tells nothing.
#[inline]
fn is_i(bytes: &[u8], at: usize) -> bool {
    bytes[at..].starts_with(b"I")
        && !bytes.get(at + 1).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte >= 0x80)
        && bytes.get(at + 1) != Some(&b'-')
        && matches!(bytes[..at], [.., last, b' '] if last.is_ascii_alphanumeric())
}

/// The last `count` characters of a longer word, the word itself otherwise.
fn tail(word: &str, count: usize) -> &str {
    word.char_indices().rev().nth(count - 1).map_or(word, |(at, _)| &word[at..])
}

fn shape(word: &str) -> usize {
    let mut letters = word.chars().map(Kind::of);
    match (letters.next(), letters.next()) {
        (Some(Kind::Upper), None) => 1,
        (Some(Kind::Upper), Some(Kind::Upper)) => 2,
        (Some(Kind::Upper), _) => 3,
        (Some(Kind::Lower), _) => 4,
        (Some(Kind::Digit), _) => 5,
        _ => 6,
    }
}

fn kind_number(kind: Kind) -> usize {
    match kind {
        Kind::Upper => 1,
        Kind::Lower => 2,
        Kind::Caseless => 3,
        Kind::Digit => 4,
        Kind::Symbol => 5,
        Kind::End => 6,
    }
}

fn glyph_number(glyph: char) -> usize {
    match glyph {
        ')' | ']' => 2,
        '"' | '»' | '”' | '«' | '“' => 3,
        '\'' | '’' => 4,
        ',' => 5,
        ':' => 6,
        '-' | '–' | '—' => 7,
        '(' | '[' => 8,
        _ if glyph.is_numeric() => 1,
        _ if glyph.is_alphabetic() => 0,
        _ => 9,
    }
}

/// The weights of the numbers by name and value, those of the words by key in a table of open
/// addresses.
struct Weights {
    numbers: Vec<[i32; VALUES]>,
    words: Vec<(u64, i32)>,
    /// The words that have a weight in any language, under any name.
    listed: Filter,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::parse(include_str!("unmarked.tsv")));

impl Weights {
    fn parse(table: &str) -> Self {
        let slots = (table.lines().count() * 3).next_power_of_two().max(2);
        let mut weights = Weights {
            numbers: vec![[0; VALUES]; NUMBERS.len()],
            words: vec![(0, 0); slots],
            listed: Filter::default(),
        };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(name), Some(language), Some(value), Some(weight)) =
                (cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let weight = weight.parse().unwrap_or(0);
            if let Some(name) = WORDS.iter().position(|known| *known == name) {
                weights.listed.insert(value);
                let slot = weights.slot(key(name, language, value));
                weights.words[slot] = (key(name, language, value), weight);
            } else if let (Some(name), Ok(value)) =
                (NUMBERS.iter().position(|known| *known == name), value.parse::<usize>())
            {
                weights.numbers[name][value.min(VALUES - 1)] = weight;
            }
        }
        weights
    }

    /// The slot of `key`, or the free one where it would be.
    fn slot(&self, key: u64) -> usize {
        let mask = self.words.len() - 1;
        let mut slot = (key >> 20) as usize & mask;
        while self.words[slot].0 != 0 && self.words[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn of(&self, key: u64) -> i32 {
        self.words[self.slot(key)].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in include_str!("unmarked.tsv").lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<_> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            let weight: i32 = cells[3].parse().unwrap();
            let read = match NUMBERS.iter().position(|name| *name == cells[0]) {
                Some(name) => WEIGHTS.numbers[name][cells[2].parse::<usize>().unwrap()],
                None => {
                    let name = WORDS.iter().position(|name| *name == cells[0]).unwrap();
                    assert!(cells[2].is_empty() || WEIGHTS.listed.may_hold(cells[2]), "{line}");
                    WEIGHTS.of(key(name, cells[1], cells[2]))
                }
            };
            assert_eq!(read, weight, "{line}");
        }
    }
}
