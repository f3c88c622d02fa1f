//! The numerals of a language, compiled for look-up.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use super::Unit;
use super::clock_phrases::ClockPhrases;
use super::phrases::{Phrases, cells};
use super::unit_names::UnitNames;
use super::word::Folded;
use crate::knowledge::units::UnitId;
use crate::lang::cold::ColdWords;
use crate::lang::{self, Comparator, Compounds, Language, Script};

mod calendar;
mod units;

/// What a word may mean. A word may mean several things at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Senses {
    /// The number it counts.
    pub cardinal: Option<u64>,
    /// The rank it gives.
    pub ordinal: Option<u64>,
    /// The denominator of the fraction it names.
    pub denominator: Option<u64>,
    /// What it multiplies the number before it by.
    pub scale: Option<u64>,
    /// The factor it gives: "double".
    pub multiple: Option<u64>,
    /// The order of magnitude it gives.
    pub vague: Option<u64>,
    /// A number and the unit it counts.
    pub counted: Option<(u64, UnitId)>,
    /// A month.
    pub month: Option<u8>,
    /// A weekday.
    pub weekday: Option<u8>,
    /// An hour of the day: "noon", "midnight".
    pub hour: Option<u8>,
    /// The first year of a decade.
    pub decade: Option<u64>,
    /// Whether it means a century.
    pub century: bool,
    /// Whether it joins the parts of a number.
    pub joiner: bool,
    /// Whether it is an article.
    pub article: bool,
    /// Whether it means one and a half.
    pub one_and_a_half: bool,
    /// Whether its absence on the other side says nothing.
    pub weak: bool,
}

/// What a suffix of a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    /// That it counts this unit.
    Unit(UnitId),
    /// That it names a decade or a century.
    Decade,
    /// That it multiplies.
    Fold,
    /// That it ranks.
    Ordinal,
    /// That an ordinal before it ranks: "fjerdeplass".
    Rank,
}

impl Senses {
    /// Whether a word with these senses may begin a number or be one of the calendar: it is not
    /// merely an article, or what joins the parts of a number.
    pub fn begins(&self) -> bool {
        let shape = Senses { joiner: false, article: false, weak: false, ..*self };
        shape != Senses::default()
    }
}

type Map<V> = FxHashMap<Box<str>, V>;

/// A set of the first bytes of words, to pass over most words of a text without a look-up.
struct Gate {
    bits: Box<[u64; 1024]>,
}

impl Gate {
    fn new() -> Gate {
        Gate { bits: Box::new([0; 1024]) }
    }

    fn slot(head: u64) -> usize {
        (head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as usize
    }

    fn insert(&mut self, head: u64) {
        let slot = Gate::slot(head);
        self.bits[slot / 64] |= 1 << (slot % 64);
    }

    fn has(&self, head: u64) -> bool {
        let slot = Gate::slot(head);
        self.bits[slot / 64] & (1 << (slot % 64)) != 0
    }
}

/// The first bytes of a word, up to eight, as one number; ASCII letters in lower case.
fn head(word: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let length = word.len().min(8);
    bytes[..length].copy_from_slice(&word[..length]);
    let word = u64::from_le_bytes(bytes);
    word | (!word & 0x8080_8080_8080_8080) >> 2
}

/// The compiled numerals of a language.
pub(super) struct Vocabulary {
    pub language: &'static Language,
    words: Map<Senses>,
    gate: Gate,
    /// Heads of up to four bytes, for compounds.
    stems: Gate,
    units: Map<Unit>,
    signs: Map<Unit>,
    money: Map<UnitId>,
    suffixes: Map<Suffix>,
    /// The names of units, any case, and their signs, as written.
    pub unit_names: UnitNames,
    pub unit_signs: UnitNames,
    /// Whether a sign or code of money may end in an ASCII character.
    money_ends: [bool; 128],
    /// What compares a value from before it and from behind it.
    pub before: Phrases<Comparator>,
    pub after: Phrases<Comparator>,
    pub rates: Phrases<UnitId>,
    pub rates_before: Phrases<UnitId>,
    pub ages: Phrases<()>,
    pub clock: ClockPhrases,
    pub clock_before: Vec<&'static str>,
    pub clock_near: Vec<&'static str>,
    pub decade_before: Phrases<()>,
    pub decade_after: Phrases<()>,
    /// The last words of what puts a number below nought.
    pub cold: Vec<&'static str>,
    /// First words of weekday names of two words: "יום".
    pub weekday_heads: Vec<&'static str>,
    /// The months by their full names, in lower case.
    pub month_names: [Box<str>; 12],
    pub prefixes: Vec<char>,
    pub per: Vec<&'static str>,
    pub to: Vec<&'static str>,
    pub of: Vec<&'static str>,
    pub definite: Vec<&'static str>,
    pub infinitive: Vec<&'static str>,
}

static COMPILED: LazyLock<Vec<OnceLock<Vocabulary>>> =
    LazyLock::new(|| lang::ALL.iter().map(|_| OnceLock::new()).collect());

impl Vocabulary {
    /// The vocabulary of a language, compiled on first use.
    pub fn of(language: &'static Language) -> &'static Vocabulary {
        let index = lang::ALL.iter().position(|other| *other == language).unwrap_or_default();
        COMPILED[index].get_or_init(|| Vocabulary::compile(language))
    }

    /// The senses of a word in lower case.
    pub fn senses(&self, word: &str) -> Option<&Senses> {
        if self.gate.has(head(word.as_bytes())) { self.words.get(word) } else { None }
    }

    /// The senses of a word in any case.
    pub fn senses_of(&self, word: &str) -> Option<&Senses> {
        if !self.gate.has(head(word.as_bytes())) {
            return None;
        }
        self.words.get(Folded::new(word)?.text())
    }

    /// Whether a word of these bytes may have senses or be a compound of number words.
    pub fn may_begin(&self, word: &[u8]) -> bool {
        self.gate.has(head(word)) || self.compounds().is_some() && self.may_compound(word)
    }

    /// Whether a word of these bytes may be a compound of number words, if the language has such.
    pub fn may_compound(&self, word: &[u8]) -> bool {
        word.len() > 4 && (2..=4).any(|length| self.stems.has(head(&word[..length])))
    }

    /// The joiners inside compounds; `None` where number words are not written together.
    pub fn compounds(&self) -> Option<&'static [&'static str]> {
        match self.language.numerals.compounds {
            Compounds::None => None,
            Compounds::Ordered => Some(&[]),
            Compounds::Inverted(joiners) => Some(joiners),
        }
    }

    /// The unit with this name, in lower case.
    pub fn unit(&self, name: &str) -> Option<Unit> {
        self.units.get(name).copied()
    }

    /// The unit with this sign, upper and lower case as usual.
    pub fn sign(&self, sign: &str) -> Option<Unit> {
        self.signs.get(sign).copied()
    }

    /// Whether a sign or code of money may end in this character.
    pub fn ends_money(&self, sign: char) -> bool {
        self.money_ends.get(sign as usize).copied().unwrap_or(true)
    }

    /// The currency with this sign or code.
    pub fn money(&self, sign: &str) -> Option<UnitId> {
        self.money.get(sign).copied()
    }

    /// The meaning of what is glued to a number.
    pub fn suffix(&self, suffix: &str) -> Option<Suffix> {
        self.suffixes.get(suffix).copied()
    }

    /// Whether words stand side by side without spaces.
    pub fn is_unspaced(&self) -> bool {
        matches!(self.language.script, Script::Han | Script::Japanese)
    }

    fn compile(language: &'static Language) -> Vocabulary {
        let numerals = &language.numerals;
        let words = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
        let rates = numerals
            .rates
            .iter()
            .filter_map(|(unit, text)| UnitId::named(unit).map(|unit| (unit, *text)));
        let plain = |text| cells([((), text)].into_iter());
        let cold = ColdWords::of(language);
        let last = |phrase: &&'static str| phrase.rsplit(' ').next();
        let mut vocabulary = Vocabulary {
            language,
            words: Map::default(),
            gate: Gate::new(),
            stems: Gate::new(),
            units: Map::default(),
            signs: Map::default(),
            money: Map::default(),
            suffixes: Map::default(),
            unit_names: UnitNames::in_any_case([].into_iter()),
            unit_signs: UnitNames::as_written([].into_iter()),
            money_ends: [false; 128],
            before: Phrases::by_last(cells(numerals.comparators.iter().copied())),
            after: Phrases::by_first(cells(numerals.comparators_after.iter().copied())),
            rates: Phrases::by_first(cells(rates.clone())),
            rates_before: Phrases::by_last(cells(rates)),
            ages: Phrases::by_last(plain(numerals.ages)),
            clock: ClockPhrases::of(language),
            clock_before: words(numerals.clock_before),
            clock_near: words(numerals.clock_near),
            decade_before: Phrases::by_last(plain(numerals.decade_before)),
            decade_after: Phrases::by_first(plain(numerals.decade_after)),
            cold: cold.below.iter().chain(cold.degrees).filter_map(last).collect(),
            weekday_heads: Vec::new(),
            month_names: Default::default(),
            prefixes: numerals.prefixes.chars().collect(),
            per: words(numerals.per),
            to: words(numerals.to),
            of: words(numerals.of),
            definite: words(numerals.definite),
            infinitive: words(numerals.infinitive),
        };
        vocabulary.compile_words();
        vocabulary.compile_calendar();
        vocabulary.compile_units();
        vocabulary.compile_unit_names();
        vocabulary
    }

    fn know(&mut self, word: &str, set: impl FnOnce(&mut Senses)) {
        set(self.words.entry(word.into()).or_default());
        let mut capital = word.chars();
        let capital: String =
            capital.next().into_iter().flat_map(char::to_uppercase).chain(capital).collect();
        for form in [word, &capital, &word.to_uppercase()] {
            self.gate.insert(head(form.as_bytes()));
        }
    }

    fn compile_words(&mut self) {
        let numerals = &self.language.numerals;
        for (value, forms) in numerals.cardinals {
            for word in forms.split_whitespace() {
                self.know(word, |senses| senses.cardinal = Some(*value));
                self.know_stem(word);
            }
        }
        for (value, forms) in numerals.ordinals {
            for word in forms.split_whitespace() {
                self.know(word, |senses| senses.ordinal = Some(*value));
                self.know_stem(word);
            }
        }
        for (value, forms) in numerals.fractions {
            for word in forms.split_whitespace() {
                self.know(word, |senses| senses.denominator = Some(*value));
            }
        }
        for (value, forms) in numerals.scales {
            for word in forms.split_whitespace() {
                self.know(word, |senses| senses.scale = Some(*value));
                self.know_stem(word);
            }
        }
        for (value, forms) in numerals.vague {
            for word in forms.split_whitespace() {
                self.know(word, |senses| senses.vague = Some(*value));
            }
        }
        for (factor, forms) in numerals.multiples {
            for word in forms.split_whitespace() {
                self.know(word, |senses| senses.multiple = Some(*factor));
            }
        }
        for (count, unit, forms) in numerals.counted {
            let Some(unit) = UnitId::named(unit) else { continue };
            for word in forms.split_whitespace() {
                self.know(word, |senses| senses.counted = Some((*count, unit)));
            }
        }
        for word in numerals.joiners.split_whitespace() {
            self.know(word, |senses| senses.joiner = true);
        }
        for word in numerals.articles.split_whitespace() {
            self.know(word, |senses| senses.article = true);
        }
        for word in numerals.both.split_whitespace() {
            self.know(word, |senses| (senses.cardinal, senses.weak) = (Some(2), true));
        }
        for word in numerals.one_and_a_half.split_whitespace() {
            self.know(word, |senses| senses.one_and_a_half = true);
        }
        for word in numerals.weak.split_whitespace() {
            self.know(word, |senses| senses.weak = true);
        }
        for (name, forms) in numerals.suffixes {
            let suffix = match *name {
                "decade" => Suffix::Decade,
                "fold" => Suffix::Fold,
                "ordinal" => Suffix::Ordinal,
                "rank" => Suffix::Rank,
                unit => match UnitId::named(unit) {
                    Some(unit) => Suffix::Unit(unit),
                    None => continue,
                },
            };
            for form in forms.split_whitespace() {
                self.suffixes.entry(form.into()).or_insert(suffix);
            }
        }
    }

    fn know_stem(&mut self, word: &str) {
        if matches!(self.language.numerals.compounds, Compounds::None) || word.len() < 2 {
            return;
        }
        let mut capital = word.chars();
        let first = capital.next().into_iter().flat_map(char::to_uppercase);
        let capital: String = first.chain(capital).collect();
        for form in [word, &capital] {
            self.stems.insert(head(&form.as_bytes()[..form.len().min(4)]));
        }
    }
}

/// Gershayim, geresh and typographic quotes as ASCII, for names of units.
pub(super) fn plain_quotes(text: &str) -> String {
    text.chars().map(plain_quote).collect()
}

/// One sign of [`plain_quotes`].
pub(super) fn plain_quote(sign: char) -> char {
    match sign {
        '״' | '“' | '”' | '„' | '‟' | '″' => '"',
        '׳' | '’' | '‘' | '‛' | '′' | '‚' => '\'',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '־' | '‑' | '‐' => '-',
        other => other,
    }
}
