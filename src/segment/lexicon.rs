//! The words of a language that tell how sentences end, in one table.
//!
//! Complexity: most words are turned away by a bit filter of two kilobytes; the rest take one
//! look-up by hash. Weakness: a word with a small first and a capital last letter outside ASCII may be
//! turned away although it is in a list.

use std::sync::LazyLock;

use super::unmarked;
use crate::knowledge::cldr;
use crate::lang::{ALL, Language, Script};

/// What a word may be; a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Roles(u16);

impl Roles {
    /// An abbreviation after which a sentence does not end.
    pub(super) const ABBREVIATION: Roles = Roles(1);
    /// An abbreviation before a number.
    pub(super) const NUMBERED: Roles = Roles(2);
    /// An abbreviation that may end a sentence.
    pub(super) const CLOSING: Roles = Roles(4);
    /// An abbreviation that ends a sentence only before a word that begins one.
    pub(super) const AMBIGUOUS: Roles = Roles(8);
    /// "and others".
    pub(super) const OTHERS: Roles = Roles(16);
    /// A word that begins sentences.
    pub(super) const STARTER: Roles = Roles(32);
    /// A month.
    pub(super) const MONTH: Roles = Roles(64);
    /// A word before an ordinal.
    pub(super) const ARTICLE: Roles = Roles(128);
    /// An abbreviation of learned prose in any language.
    pub(super) const EVERYWHERE: Roles = Roles(256);
    /// A form of address, which begins a sentence where it does not follow one.
    pub(super) const TITLE: Roles = Roles(512);
    /// A weekday where weekdays have small letters.
    const DAY: Roles = Roles(1024);
    /// An abbreviation with a capital letter, a word without.
    const CAPITALISED: Roles = Roles(2048);
    /// An abbreviation in small letters, a word or a name otherwise.
    const SMALL: Roles = Roles(4096);
    /// A form of a verb of saying.
    pub(super) const SAYING: Roles = Roles(8192);
    /// A title of learning, which another abbreviation may follow.
    pub(super) const DEGREE: Roles = Roles(16384);
    /// The name of a Latin letter in another script.
    pub(super) const LETTER: Roles = Roles(32768);
    /// What begins sentences.
    pub(super) const OPENING: Roles = Roles(32 | 512 | 1024);
    /// What keeps a full stop from ending a sentence.
    const SHORT: Roles = Roles(1 | 2 | 4 | 8 | 16 | 256 | 32768);
    const ALL: Roles = Roles(u16::MAX);
    /// Any abbreviation.
    pub(super) const ABBREVIATED: Roles = Roles(1 | 2 | 4 | 8 | 256);

    /// Whether the two sets share a role.
    #[inline]
    pub(super) fn any(self, other: Roles) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles of either set.
    pub(super) const fn or(self, other: Roles) -> Roles {
        Roles(self.0 | other.0)
    }

    /// The roles of `word`, which is written so, out of those of the word in any case.
    fn in_case(self, word: &str) -> Roles {
        let small = word.starts_with(char::is_lowercase);
        let other = if small { Roles::CAPITALISED } else { Roles::SMALL };
        if self.any(other) {
            Roles(self.0 & !Roles::SHORT.0 | self.0 & Roles::NUMBERED.0)
        } else {
            self
        }
    }
}

/// Abbreviations of learned prose in any language.
const EVERYWHERE: &[&str] = &[
    "cf", "dr", "e.g", "fig", "figs", "i.e", "mr", "mrs", "ms", "mt", "n°", "no", "op.cit", "p",
    "pp", "prof", "viz", "vol", "vols", "vs",
];

/// How a medicine is given, or how often: abbreviations that often end a sentence.
const ROUTES: &[&str] = &["b.i.d", "i.m", "i.v", "p.o", "q.d", "q.i.d", "s.c", "t.i.d"];

/// Titles of learning in any language.
const DEGREES: &[&str] =
    &["cand", "dipl", "dr", "habil", "kand", "leg", "lic", "mag", "prof", "rer", "stud"];

/// Forms of address in any language.
const TITLES: &[&str] = &["mr", "mrs", "ms"];

/// Abbreviations of learned prose in any language that may end a sentence.
const EVERYWHERE_AMBIGUOUS: &[&str] =
    &["al", "co", "corp", "ed", "eds", "etc", "inc", "jr", "ltd", "v"];

/// No listed word is longer, in bytes.
const LONGEST: usize = 31;

/// The table of one language.
pub(super) struct Lexicon {
    filter: Filter,
    /// As `filter`, of the abbreviations alone.
    abbreviations: Filter,
    /// As `filter`, of the words that begin sentences alone.
    starters: Filter,
    openings: Openings,
    farewells: Openings,
    words: Vec<(String, Roles)>,
    /// Indices into `words`, one more, by hash; 0 is free.
    slots: Vec<u16>,
    capitals: Capitals,
}

/// Whether a capital letter without a mark before it may begin a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capitals {
    Ignored,
    Weighed,
}

static LEXICONS: LazyLock<Vec<Lexicon>> =
    LazyLock::new(|| ALL.iter().map(|language| Lexicon::new(language)).collect());

impl Lexicon {
    /// The table of `language`; an empty one if the language is not in [`ALL`].
    pub(super) fn of(language: &Language) -> &'static Lexicon {
        static EMPTY: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
            filter: Filter::default(),
            abbreviations: Filter::default(),
            starters: Filter::default(),
            openings: Openings::default(),
            farewells: Openings::default(),
            words: Vec::new(),
            slots: Vec::new(),
            capitals: Capitals::Ignored,
        });
        // Nearly always the very item of the table, which is found without comparing text.
        let index = ALL.iter().position(|it| std::ptr::eq(*it, language));
        let index = index.or_else(|| ALL.iter().position(|it| *it == language));
        index.and_then(|index| LEXICONS.get(index)).unwrap_or(&EMPTY)
    }

    fn new(language: &'static Language) -> Self {
        let sentence = &language.sentence;
        let lists: [(&[&str], Roles); 14] = [
            (sentence.abbreviations, Roles::ABBREVIATION),
            (sentence.numbered, Roles::NUMBERED),
            (sentence.closing, Roles::CLOSING),
            (sentence.ambiguous, Roles::AMBIGUOUS),
            (sentence.others, Roles::OTHERS),
            (sentence.starters, Roles::STARTER),
            (sentence.articles, Roles::ARTICLE),
            (EVERYWHERE, Roles::EVERYWHERE),
            (TITLES, Roles::TITLE),
            (EVERYWHERE_AMBIGUOUS, Roles::AMBIGUOUS),
            (ROUTES, Roles(Roles::CLOSING.0 | Roles::SMALL.0)),
            (sentence.saying, Roles::SAYING),
            (DEGREES, Roles::DEGREE),
            (sentence.letters, Roles::LETTER),
        ];
        let listed = lists
            .into_iter()
            .flat_map(|(list, role)| list.iter().map(move |&word| (word.to_owned(), role)));
        let cased = sentence.cased.iter().map(|word| {
            let case = if word.starts_with(char::is_lowercase) {
                Roles::SMALL
            } else {
                Roles::CAPITALISED
            };
            (word.to_lowercase(), Roles(case.0 | Roles::ABBREVIATION.0))
        });
        let mut words: Vec<(String, Roles)> = listed
            .chain(cased)
            .chain(months(language).map(|month| (month, Roles::MONTH)))
            .collect();
        if !language.numerals.capitalised && language.script != Script::Greek {
            words.extend(days(language).map(|day| (day.to_owned(), Roles::DAY)));
        }
        words.sort();
        words.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = Roles(kept.1.0 | next.1.0);
            }
            same
        });
        let with = |roles: Roles| {
            let words = words.iter().filter(move |(_, its)| its.any(roles));
            Filter::of(words.map(|(word, _)| word.as_str()))
        };
        let filter = with(Roles::ALL);
        let abbreviations = with(Roles::SHORT);
        let starters = with(Roles::STARTER);
        let openings = Openings::of(sentence.starters);
        let farewells = Openings::of(sentence.farewells);
        let mut slots = vec![0; (words.len() * 2).next_power_of_two().max(2)];
        for (index, (word, _)) in words.iter().enumerate() {
            let mut slot = hash(word.as_bytes()) & (slots.len() - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = index as u16 + 1;
        }
        let capitals =
            if unmarked::knows(language) { Capitals::Weighed } else { Capitals::Ignored };
        Lexicon { filter, abbreviations, starters, openings, farewells, words, slots, capitals }
    }

    #[inline]
    pub(super) fn capitals(&self) -> Capitals {
        self.capitals
    }

    /// Whether a word may keep its full stop from ending a sentence.
    #[inline]
    pub(super) fn abbreviates(&self, word: &str) -> bool {
        self.abbreviations.may_hold(word) && self.roles(word).any(Roles::SHORT)
    }

    /// How the words begin that begin sentences.
    #[inline]
    pub(super) fn openings(&self) -> &Openings {
        &self.openings
    }

    /// How the formulas begin that close letters.
    #[inline]
    pub(super) fn farewells(&self) -> &Openings {
        &self.farewells
    }

    /// Whether a word in any case may begin sentences; `false` is certain.
    #[inline]
    pub(super) fn may_start(&self, word: &str) -> bool {
        self.starters.may_hold(word)
    }

    /// The roles of a word in any case.
    pub(super) fn roles(&self, word: &str) -> Roles {
        if !self.filter.may_hold(word) {
            return Roles::default();
        }
        let mut buffer = [0; LONGEST + 1];
        let Some(lower) = lower_case(word, &mut buffer) else { return Roles::default() };
        let Some(mask) = self.slots.len().checked_sub(1) else { return Roles::default() };
        let mut slot = hash(lower) & mask;
        loop {
            let Some(index) = usize::from(self.slots[slot]).checked_sub(1) else {
                return Roles::default();
            };
            let (listed, roles) = &self.words[index];
            if listed.as_bytes() == lower {
                return roles.in_case(word);
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// The names of the months in one word, lower case and without a full stop.
fn months(language: &'static Language) -> impl Iterator<Item = String> {
    let common = cldr::by_row(cldr::MONTHS, language.code).flat_map(|(_, cell)| cldr::forms(cell));
    let own = language.numerals.months.iter().flat_map(|(_, forms)| forms.split_whitespace());
    common
        .chain(own)
        .filter(|form| !form.contains(char::is_whitespace))
        .map(|form| form.trim_end_matches('.').to_lowercase())
}

/// The names of the weekdays in full, if one word in small letters.
fn days(language: &'static Language) -> impl Iterator<Item = &'static str> {
    cldr::by_row(cldr::DAYS, language.code)
        .filter_map(|(_, cell)| cldr::forms(cell).next())
        .filter(|day| day.chars().all(char::is_lowercase))
}

/// How the words of a list begin: a bit for every three letters.
pub(super) struct Openings(Box<[u64; 512]>);

impl Default for Openings {
    fn default() -> Self {
        Openings(Box::new([0; 512]))
    }
}

impl Openings {
    fn of(words: &[&str]) -> Self {
        let mut openings = Openings::default();
        for word in words {
            let opening = opening(word.as_bytes());
            let last = if opening & SECOND_LETTER == 0 { opening | THIRD_LETTER } else { opening };
            for opening in opening..=last {
                openings.0[opening / 64] |= 1 << (opening % 64);
            }
        }
        openings
    }

    /// Whether a text in any case may begin with a word of the list; `false` is certain.
    #[inline]
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        let opening = opening(text);
        self.0[opening / 64] & (1 << (opening % 64)) != 0 || !text.first().is_some_and(u8::is_ascii)
    }
}

/// A number of fifteen bits that stands for the first three letters of the word that `text` begins
/// with, in either case.
#[inline]
fn opening(text: &[u8]) -> usize {
    let number = |byte: u8| usize::from(LETTERS[usize::from(byte)]);
    match *text {
        [first, second, third, ..] => number(first) << 10 | number(second) << 5 | number(third),
        [first, second] => number(first) << 10 | number(second) << 5,
        [first] => number(first) << 10,
        [] => 0,
    }
}

/// The bits of the second letter in an [`opening`]: if there is none, whatever follows is no third.
const SECOND_LETTER: usize = 31 << 5;
const THIRD_LETTER: usize = 31;

/// The number under 32 that stands for a byte of a letter, in either case; 0 for any other byte.
static LETTERS: [u8; 256] = {
    let mut numbers = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'-' || byte >= 0x80 {
            numbers[byte] = byte as u8 % 32;
        }
        byte += 1;
    }
    numbers
};

/// Which words may be in a list, in any case: a bit for every fourteen bits of [`key`].
pub(super) struct Filter(Box<[u64; 256]>);

impl Default for Filter {
    fn default() -> Self {
        Filter(Box::new([0; 256]))
    }
}

impl Filter {
    fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut filter = Filter::default();
        words.for_each(|word| filter.insert(word));
        filter
    }

    /// Adds a word in lower case.
    pub(super) fn insert(&mut self, word: &str) {
        if !word.is_empty() {
            let key = key(word.as_bytes());
            self.0[key / 64] |= 1 << (key % 64);
        }
    }

    /// Whether a word may be in the list; `false` is certain.
    #[inline]
    pub(super) fn may_hold(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let Some(&first) = bytes.first() else { return false };
        if bytes.len() > LONGEST {
            return false;
        }
        let key = key(bytes);
        self.0[key / 64] & (1 << (key % 64)) != 0
            || !first.is_ascii() && word.chars().next().is_some_and(char::is_uppercase)
    }
}

fn hash(word: &[u8]) -> usize {
    let hash = word
        .iter()
        .fold(0x811C_9DC5_u32, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) as usize
}

/// Fourteen bits that words in either case share: a small letter differs from its capital by one bit.
#[inline]
fn key(bytes: &[u8]) -> usize {
    let (first, second, last) = match *bytes {
        [first, second, .., last] => (first, second, last),
        [first, last] => (first, last, last),
        [only] => (only, 0, only),
        [] => (0, 0, 0),
    };
    let byte = |byte: u8, place: usize| usize::from(byte | 0x20) << (8 * place);
    let ends = byte(first, 0) | byte(second, 1) | byte(last, 2) | bytes.len() << 24;
    (ends.wrapping_mul(0x9E37_79B1) >> 18) & 0x3FFF
}

/// `word` in lower case, if it fits the buffer.
fn lower_case<'b>(word: &str, buffer: &'b mut [u8]) -> Option<&'b [u8]> {
    if word.is_ascii() {
        let lower = buffer.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return Some(lower);
    }
    let mut len = 0;
    for lower in word.chars().flat_map(char::to_lowercase) {
        let end = len + lower.len_utf8();
        lower.encode_utf8(buffer.get_mut(len..end)?);
        len = end;
    }
    buffer.get(..len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found_in_either_case() {
        for language in ALL {
            let lexicon = Lexicon::of(language);
            for (word, roles) in &lexicon.words {
                assert!(word.len() <= LONGEST, "{word}");
                assert_eq!(lexicon.roles(word), roles.in_case(word), "{word}");
                let mut letters = word.chars();
                let title: String = letters
                    .next()
                    .into_iter()
                    .flat_map(char::to_uppercase)
                    .chain(letters)
                    .collect();
                assert_eq!(lexicon.roles(&title), roles.in_case(&title), "{title}");
            }
        }
    }
}
