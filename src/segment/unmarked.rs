//! Decides whether a sentence ends where no mark says so: after a heading that was joined to its
//! text, a caption, a signature.
//!
//! Source: logistic regression over the shapes and words around the gap. Complexity: a few dozen
//! table look-ups before a capital letter that neither a mark nor a function word precedes; nothing
//! elsewhere. Weakness: names look like the beginnings of sentences; the threshold prefers to miss.
//!
//! The weights are in `unmarked.tsv`, in thousandths; `examples/train_unmarked.rs` writes them.

use std::sync::LazyLock;

use super::gap::{Ahead, Kind, is_dash, is_opener, is_terminal};
use super::lexicon::{Lexicon, Roles};
use crate::lang::{Convention, Language};

const CLOSING: &str = ")]\"»”'’";
const JOINTS: &str = ",:-–—";

/// A place before a capital letter without a terminal mark before it.
#[derive(Clone, Copy, Debug)]
pub struct Unmarked<'t> {
    language: &'t Language,
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

/// What a feature is called, and the word that makes it particular.
#[derive(Clone, Copy, Debug)]
pub struct Feature<'t> {
    /// Its name.
    pub name: &'t str,
    /// The code of the language, if the weight holds for one language only.
    pub language: &'t str,
    /// A word or a number.
    pub value: Value<'t>,
}

/// The value of a feature.
#[derive(Clone, Copy, Debug)]
pub enum Value<'t> {
    /// A word, case folded where it is ASCII.
    Word(&'t str),
    /// A count or a class.
    Number(u32),
}

impl<'t> Unmarked<'t> {
    /// The place before the capital at the byte `at`, in a segment that begins at the byte `start`;
    /// `None` if it is not worth a thought.
    pub fn at_capital(
        text: &'t str,
        at: usize,
        start: usize,
        language: &'t Language,
    ) -> Option<Self> {
        Self::with_lexicon(text, at, start, language, Lexicon::of(language))
    }

    pub(super) fn with_lexicon(
        text: &'t str,
        at: usize,
        start: usize,
        language: &'t Language,
        lexicon: &Lexicon,
    ) -> Option<Self> {
        let head = text.get(start..at)?;
        let dashes = language.sentence.dash == Convention::Cuts;
        let opened = if head.ends_with(' ') && !dashes {
            head
        } else {
            head.trim_end_matches(|c| is_opener(c) || (dashes && (is_dash(c) || c == ' ')))
        };
        let before = opened.trim_end();
        if head[before.len()..].chars().next().is_none_or(|c| !c.is_whitespace()) {
            return None;
        }
        let glyph = before.chars().next_back()?;
        if !glyph.is_alphanumeric() {
            let closed = before.trim_end_matches(|c| CLOSING.contains(c));
            let inner = closed.chars().next_back()?;
            if !(CLOSING.contains(glyph) || JOINTS.contains(glyph)) || is_terminal(inner) {
                return None;
            }
            if glyph == ':' && language.sentence.colon == Convention::Cuts
                || glyph == ',' && before.split_whitespace().nth(4).is_some()
            {
                return None;
            }
        }
        let last = last_word(before.trim_end_matches(|c: char| !c.is_alphanumeric()));
        let after = &head[before.len()..];
        let next = &text[at..];
        let word = first_word(next);
        let next_roles = lexicon.roles(word);
        if last.is_empty() {
            return None;
        }
        let capital = last.chars().next().is_some_and(char::is_uppercase);
        let starter = next_roles.any(Roles::STARTER);
        let first_person = language.code == "en" && word == "I";
        if glyph.is_alphanumeric() && (first_person || capital && !starter || !before.contains(' '))
        {
            return None;
        }
        let last_roles = lexicon.roles(last);
        if last_roles.any(Roles::STARTER) && glyph.is_alphanumeric() && !starter {
            return None;
        }
        Some(Unmarked { language, before, after, next, last, glyph, next_roles, last_roles })
    }

    /// Where the cut would be, in bytes from the start of the segment.
    pub fn offset(&self) -> usize {
        self.before.len()
    }

    /// The sum of the weights, in thousandths; above 0, the sentence ends.
    pub(super) fn score(&self) -> i32 {
        let mut sum = 0;
        self.features(|feature| sum += WEIGHTS.of(feature.key()));
        sum
    }

    /// Calls `see` with every feature.
    pub fn features(&self, mut see: impl FnMut(Feature<'t>)) {
        let code = self.language.code;
        let mut number = |name, value: u32| {
            see(Feature { name, language: "", value: Value::Number(value) });
        };
        let word = first_word(self.next);
        let rest = &self.next[word.len()..];
        let ahead = Ahead::of(rest.trim_start());
        let second = ahead.word();
        let starter = u32::from(self.next_roles.any(Roles::STARTER));
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
        let shape = shape(self.last);
        number("bias", 0);
        number("starter", starter);
        number("starter+last", starter * 10 + shape);
        number("starter+follows", starter * 20 + follows);
        number("next-shape", self::shape(word));
        number("next-shape+last", self::shape(word) * 10 + shape);
        number("last-function", u32::from(self.last_roles.any(Roles::STARTER)));
        number("last-abbreviation", u32::from(self.last_roles.any(Roles::ABBREVIATED)));
        number("glyph", glyph_number(self.glyph));
        number("glyph+starter", glyph_number(self.glyph) * 2 + starter);
        let opening = self.after.trim_start().chars().next().unwrap_or(' ');
        let opening = if opening == ' ' { 0 } else { glyph_number(opening) };
        number("opening", opening);
        number("opening+starter", opening * 2 + starter);
        let mut words = 0;
        let mut capitals = 0;
        let mut functions = 0;
        for part in self.before.split(' ').take(24) {
            words += 1;
            let first = part.chars().next().unwrap_or(' ');
            capitals += u32::from(words > 1 && first.is_uppercase());
            functions += u32::from(part.len() <= 3);
        }
        let length = match words {
            0..=4 => words,
            5..=6 => 5,
            7..=9 => 6,
            10..=14 => 7,
            15..=23 => 8,
            _ => 9,
        };
        let mut remainder = 0;
        let mut ended = 0;
        for part in rest.split(' ').take(10) {
            if part.ends_with(['.', '!', '?']) {
                ended = 1;
                break;
            }
            remainder += 1;
        }
        number("remainder", remainder * 2 + ended);
        number("length", length);
        number("length+starter", length * 2 + starter);
        number("capitals", capitals.min(4));
        number("capitals+length", capitals.min(4) * 10 + length);
        number("functions", (functions * 4 / words.max(1)).min(4));
        number("comma", u32::from(self.before.contains(',')));
        number("last-length", (self.last.len() as u32).min(9));
        let mut particular = |name, word: &'t str| {
            see(Feature { name, language: code, value: Value::Word(word) });
        };
        particular("bias", "");
        particular("last", self.last);
        particular("last-ends", tail(self.last, 3));
        particular("next", word);
        particular("next-ends", tail(word, 2));
        particular("next-ends-in", tail(word, 3));
        particular("second", second);
        if words <= 10 {
            for part in self.before.split(' ').skip(1) {
                particular("inside", part);
            }
        }
    }
}

impl Feature<'_> {
    /// A number that stands for the feature.
    pub fn key(&self) -> u64 {
        let mut key: u64 = 0xCBF2_9CE4_8422_2325;
        let mut mix = |byte: u8| key = (key ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        self.name.bytes().for_each(&mut mix);
        mix(b' ');
        self.language.bytes().for_each(&mut mix);
        match self.value {
            Value::Word(word) => word.bytes().for_each(|byte| mix(byte.to_ascii_lowercase())),
            Value::Number(number) => number.to_le_bytes().into_iter().for_each(mix),
        }
        key | 1
    }

    /// As it is written in the table: name, language and value, with tabs between.
    pub fn written(&self) -> String {
        match self.value {
            Value::Word(word) => {
                format!("{}\t{}\t{}", self.name, self.language, word.to_ascii_lowercase())
            }
            Value::Number(number) => format!("{}\t{}\t#{number}", self.name, self.language),
        }
    }
}

/// Whether the table has weights for the language.
pub(super) fn knows(language: &Language) -> bool {
    let bias = Feature { name: "bias", language: language.code, value: Value::Word("") };
    WEIGHTS.of(bias.key()) != 0
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(text.len());
    &text[..end]
}

fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '-' | '.'))
        .last()
        .map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// The last `count` characters of a longer word, the word itself otherwise.
fn tail(word: &str, count: usize) -> &str {
    word.char_indices().rev().nth(count - 1).map_or(word, |(at, _)| &word[at..])
}

fn shape(word: &str) -> u32 {
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

fn kind_number(kind: Kind) -> u32 {
    match kind {
        Kind::Upper => 1,
        Kind::Lower => 2,
        Kind::Caseless => 3,
        Kind::Digit => 4,
        Kind::Symbol => 5,
        Kind::End => 6,
    }
}

fn glyph_number(glyph: char) -> u32 {
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

/// The weights by key, in a table of open addresses.
struct Weights {
    slots: Vec<(u64, i32)>,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::parse(include_str!("unmarked.tsv")));

impl Weights {
    fn parse(table: &str) -> Self {
        let mut slots = vec![(0, 0); (table.lines().count() * 3).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(name), Some(language), Some(value), Some(weight)) =
                (cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let value = match value.strip_prefix('#').and_then(|digits| digits.parse().ok()) {
                Some(number) => Value::Number(number),
                None => Value::Word(value),
            };
            let key = Feature { name, language, value }.key();
            let mut slot = key as usize & mask;
            while slots[slot].0 != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = (key, weight.parse().unwrap_or(0));
        }
        Weights { slots }
    }

    fn of(&self, key: u64) -> i32 {
        let mask = self.slots.len() - 1;
        let mut slot = key as usize & mask;
        loop {
            match self.slots[slot] {
                (found, weight) if found == key => return weight,
                (0, _) => return 0,
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}
