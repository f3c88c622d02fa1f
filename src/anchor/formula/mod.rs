//! Formulae and symbols: compositions, ions, isotopes, elements by symbol or name, Greek letters,
//! vitamins, coenzymes, isomers, and shapes named after letters.
//!
//! Source: IUPAC nomenclature as prose uses it. Complexity: linear. Weakness: a symbol that is
//! also a word ("In", "As", "He") is an element only inside a composition, a ratio or an ion.

use std::fmt;

use super::gazetteer::Known;
use super::passage::Passage;
use super::word_type::Hints;
use super::{Anchor, Key, Kind, Strength, Value};
use crate::knowledge::elements::{self, SYMBOLS};
use crate::lang::Script;
use crate::span::Span;

mod composition;
mod shape;
mod symbol;
mod vitamin;

/// A formula or symbol, in a form that all scripts share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Formula {
    /// A chemical element, by symbol or by name: its atomic number less one.
    Element(u8),
    /// A nuclide.
    Isotope {
        /// Its element: atomic number less one.
        element: u8,
        /// Its mass number.
        mass: u16,
    },
    /// A composition or an ion in ASCII: `MgCl2`, `Ca^2+`, `CuSO4.5H2O`.
    Composition(Box<str>),
    /// A lower-case Greek letter, by sign or by name.
    Greek(char),
    /// A vitamin: `D`, `B12`; `B` is the group.
    Vitamin(Box<str>),
    /// A coenzyme: `Q10`, `A`.
    Coenzyme(Box<str>),
    /// The letter whose shape something has: "U-shaped".
    Shape(char),
    /// A prefix that tells mirror images apart: `L`, `D`, `DL`.
    Isomer(Box<str>),
}

impl Formula {
    pub(super) fn key(&self) -> Key {
        Key::of(Kind::Formula, &[self.to_string().as_bytes()])
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let symbol = |element: &u8| SYMBOLS.get(usize::from(*element)).copied().unwrap_or_default();
        match self {
            Formula::Element(element) => f.write_str(symbol(element)),
            Formula::Isotope { element, mass } => write!(f, "{}-{mass}", symbol(element)),
            Formula::Composition(text) => f.write_str(text),
            Formula::Greek(letter) => write!(f, "{letter}"),
            Formula::Vitamin(name) => write!(f, "vitamin {name}"),
            Formula::Coenzyme(name) => write!(f, "coenzyme {name}"),
            Formula::Shape(letter) => write!(f, "{letter}-shaped"),
            Formula::Isomer(prefix) => write!(f, "{prefix}-"),
        }
    }
}

/// Gives each formula and symbol. Of two that overlap the earlier of this list stays: vitamins and
/// coenzymes, shapes and isomers, isotopes, compositions, symbols, names.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    let mut found = Found { anchors };
    vitamin::extract(passage, &mut found);
    shape::extract(passage, &mut found);
    composition::extract(passage, &mut found);
    symbol::extract(passage, &mut found);
    names(passage, &mut found);
}

/// Which formulae and symbols a word may be part of.
pub(super) fn hints(word: &str, script: Script) -> Hints {
    Hints::VITAMIN
        .when(vitamin::may_begin(word))
        .and(Hints::SYMBOL.when(symbol::may_be(word)))
        .and(Hints::COMPOSITION.when(composition::may_begin(word)))
        .and(Hints::GREEK.when(script == Script::Greek))
}

/// The formulae found so far in a passage.
struct Found<'a> {
    anchors: &'a mut Vec<Anchor>,
}

impl Found<'_> {
    /// Adds a formula unless an earlier one holds a part of it.
    fn add(&mut self, formula: Formula, span: Span, strength: Strength) {
        if !self.anchors.iter().any(|other| other.span.overlaps(span)) {
            self.anchors.push(Anchor { value: Value::Formula(formula), span, strength });
        }
    }
}

/// Metals and other elements whose names prose uses for other things: a medal, a pipe, a planet.
const EVERYDAY: &[&str] = &[
    "Fe", "Au", "Ag", "Pb", "Sn", "Cu", "Hg", "Ne", "Ti", "C", "W", "Pt", "U", "Si", "B", "H",
    "Ni", "Zn",
];

/// Whether the name of a letter is a Scandinavian verb: "delta", to take part; Swedish "beta", to
/// graze.
fn is_verb(passage: &Passage, span: Span, letter: char) -> bool {
    let verb = match passage.language.code {
        "nb" | "nn" => letter == 'δ',
        "sv" => matches!(letter, 'δ' | 'β'),
        _ => false,
    };
    verb && !passage.rest(span.end).starts_with(['-', '‑'])
}

/// Elements and Greek letters by name, Greek letters by sign.
fn names(passage: &Passage, found: &mut Found) {
    let bytes = passage.text.as_bytes();
    for hit in &passage.hits {
        match hit.known {
            Known::Element(element) => {
                let symbol = SYMBOLS[usize::from(element)];
                let mass = symbol::mass_behind(passage, hit.span.end)
                    .or_else(|| symbol::mass_apart(passage, hit.span.end, symbol));
                let everyday = EVERYDAY.contains(&symbol);
                if symbol::is_of_pressure(passage, hit.span.start, symbol) {
                    continue;
                }
                match mass {
                    Some((mass, end)) => found.add(
                        Formula::Isotope { element, mass },
                        Span::new(hit.span.start, end),
                        Strength::Firm,
                    ),
                    None => {
                        let strength = if everyday { Strength::Weak } else { Strength::Firm };
                        found.add(Formula::Element(element), hit.span, strength);
                    }
                }
            }
            Known::Greek(letter) if is_verb(passage, hit.span, letter) => {}
            Known::Greek(letter) => found.add(Formula::Greek(letter), hit.span, Strength::Weak),
            _ => {}
        }
    }
    if passage.language.code == "el" || !passage.has(Hints::GREEK) {
        return;
    }
    let mut at = passage.span.start;
    while let Some(step) = memchr::memchr2(0xce, 0xcf, &bytes[at..passage.span.end]) {
        let start = at + step;
        at = start + 2;
        let letter = super::tokens::char_at(passage.text, start).and_then(elements::greek);
        if let Some(letter) = letter {
            found.add(Formula::Greek(letter), Span::new(start, start + 2), Strength::Weak);
        }
    }
}
