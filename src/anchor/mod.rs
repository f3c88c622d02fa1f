//! Finds what translation leaves unchanged and gives it a value that is equal across languages.
//!
//! One extractor a kind, listed in [`EXTRACTORS`]; each works on one segment at a time. Where the
//! anchors of two kinds overlap, the kind that stands earlier in the table wins, so that a number
//! inside a quantity, a date or an identifier is not a second anchor.
//!
//! The files, by what they do:
//!
//! - What a text is read as: `passage`, `tokens`, `word`, `word_type`, `stems`, `vocabulary`, `phrases`,
//!   `gazetteer`, `three_letters`.
//! - How numerals are read: `figure`, which finds them all; `digits`, `signs`, `power`, `number_words`,
//!   `in_one_word`, `said_apart`, `negative`, `roman`, `hebrew_numerals`, `han_numerals`, `range`.
//! - An extractor a kind: `number`, `quantity`, `date`, `formula`, `identifier`, `citation`, `acronym`,
//!   `name`, `drug`, and, asked for by itself, `term`.
//! - What a quantity consists of: `magnitude`, `bound`, `unit`, `unit_names`, `measure`, `rate`,
//!   `frequency`, `every`, `mixed`, `feet`.
//! - What a date consists of: `numeric_date`, `han_date`, `year_part`, `clock`, `clock_phrases`.
//! - What a name consists of: `skeleton`, `unsure_names`.
//! - Whether two sides say the same: `agreement`.

use std::fmt;

use crate::document::Document;
use crate::segment::Segment;
use crate::span::Span;

mod acronym;
mod agreement;
mod bound;
mod citation;
mod clock;
mod clock_phrases;
mod date;
mod digits;
pub mod drug;
mod every;
mod feet;
mod figure;
mod formula;
mod frequency;
mod gazetteer;
mod han_date;
mod han_numerals;
mod hebrew_numerals;
mod identifier;
mod in_one_word;
mod magnitude;
mod measure;
mod mixed;
mod name;
mod negative;
mod number;
mod number_words;
mod numeric_date;
mod passage;
mod phrases;
mod power;
mod quantity;
mod range;
mod rate;
mod roman;
mod said_apart;
mod signs;
pub mod skeleton;
mod stems;
mod term;
mod three_letters;
mod tokens;
mod unit;
mod unit_names;
mod unsure_names;
mod vocabulary;
mod word;
mod word_type;
mod year_part;

pub use crate::lang::Comparator;
pub use crate::rational::Rational;
pub use acronym::{Acronym, Writing};
pub use agreement::{Agreement, agree};
pub use citation::{Citation, Source};
pub use date::{Clock, Date, Period};
pub use drug::Drug;
pub use formula::Formula;
pub use frequency::{Frequency, Manner, frequencies};
pub use identifier::{Identifier, Scheme};
pub use magnitude::Magnitude;
pub use name::Name;
pub use number::{Form, Number};
pub use passage::Passage;
pub use quantity::{Quantity, Unit};
pub use term::{Term, TermForm, terms};
pub use year_part::YearPart;

/// Something in the text that a translation must keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// What it says, normalised: equal across languages where the meaning is equal.
    pub value: Value,
    /// Where it stands in the visible text; never across the edge of a segment.
    pub span: Span,
    /// Whether its absence on the other side means anything.
    pub strength: Strength,
}

/// Whether an anchor must have a partner in a faithful translation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// May be missing on the other side: "one" and "first" as pronoun, article or adverb, "half",
    /// "hundreds of". A partner with the same value is evidence, the lack of one is not.
    Weak,
    /// Must be there.
    #[default]
    Firm,
}

/// The normalised value of an anchor.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A number without a unit.
    Number(Number),
    /// A value with a unit.
    Quantity(Quantity),
    /// A date, a time of day, a decade or a century.
    Date(Date),
    /// A formula, an element, a vitamin, a Greek letter.
    Formula(Formula),
    /// An acronym or what it stands for.
    Acronym(Acronym),
    /// A DOI, a link, a number in a register.
    Identifier(Identifier),
    /// A place in a periodical, or a reference mark.
    Citation(Citation),
    /// A medicine by its nonproprietary name.
    Drug(Drug),
    /// A name.
    Name(Name),
}

/// The kinds of anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Number,
    Quantity,
    Date,
    Formula,
    Acronym,
    Identifier,
    Citation,
    Drug,
    Name,
    Term,
}

impl Kind {
    /// The name used in output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::Quantity => "quantity",
            Kind::Date => "date",
            Kind::Formula => "formula",
            Kind::Acronym => "acronym",
            Kind::Identifier => "identifier",
            Kind::Citation => "citation",
            Kind::Drug => "drug",
            Kind::Name => "name",
            Kind::Term => "term",
        }
    }
}

/// How far two values agree, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// The same value.
    Exact,
    /// The same value in another unit: 1 g and 1000 mg.
    Converted,
    /// The same value if one of the two is read by another language's separators.
    OtherNotation,
    /// The same numbers, with a unit, a month or a year that only one side gives or that differs.
    Bare,
    /// One is the other rounded, or converted and rounded.
    Approximate,
    /// No agreement.
    None,
}

/// A key that values of equal meaning share, for joins; stable over runs and machines.
///
/// `a.matches(&b)` is `Exact` or `Converted` only for equal keys. Different values share a key with
/// a probability of 2^-64.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

impl Key {
    /// The key of the parts of a value: FNV-1a over the name of its kind and its parts in order.
    pub fn of(kind: Kind, parts: &[&[u8]]) -> Key {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut eat = |bytes: &[u8]| {
            for &byte in bytes {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        eat(kind.name().as_bytes());
        for part in parts {
            eat(&[0xff]);
            eat(part);
        }
        Key(hash)
    }

    /// The key of a number, whatever it counts.
    pub fn number(value: Rational) -> Key {
        let parts = [value.numerator().to_le_bytes(), value.denominator().to_le_bytes()];
        Key::of(Kind::Number, &[&parts[0], &parts[1]])
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Value {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Value::Number(_) => Kind::Number,
            Value::Quantity(_) => Kind::Quantity,
            Value::Date(_) => Kind::Date,
            Value::Formula(_) => Kind::Formula,
            Value::Acronym(_) => Kind::Acronym,
            Value::Identifier(_) => Kind::Identifier,
            Value::Citation(_) => Kind::Citation,
            Value::Drug(_) => Kind::Drug,
            Value::Name(_) => Kind::Name,
        }
    }

    /// The key that every value of the same meaning has: base units, comparators left out.
    pub fn key(&self) -> Key {
        match self {
            Value::Number(number) => number.magnitude.key(),
            Value::Quantity(quantity) => quantity.key(),
            Value::Date(date) => date.key(),
            Value::Formula(formula) => formula.key(),
            Value::Acronym(acronym) => acronym.key(),
            Value::Identifier(identifier) => identifier.key(),
            Value::Citation(citation) => citation.key(),
            Value::Drug(drug) => drug.key(),
            Value::Name(name) => name.key(),
        }
    }

    /// The bare numbers it is written with: both ends of a range, the day, the year. Empty for
    /// values that are not numeric. [`Key::number`] of these joins values whose units differ.
    pub fn numbers(&self) -> Vec<Rational> {
        match self {
            Value::Number(number) => number.magnitude.numbers().collect(),
            Value::Quantity(quantity) => quantity.magnitude.numbers().collect(),
            Value::Date(date) => date.numbers(),
            _ => Vec::new(),
        }
    }

    /// How far it agrees with a value of the other side. Symmetric.
    pub fn matches(&self, other: &Value) -> Match {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) => a.magnitude.matches(&b.magnitude),
            (Value::Quantity(a), Value::Quantity(b)) => a.matches(b),
            (Value::Date(a), Value::Date(b)) => a.matches(b),
            (Value::Citation(a), Value::Citation(b)) => a.matches(b),
            (Value::Name(a), Value::Name(b)) => a.matches(b),
            (Value::Number(a), Value::Quantity(b)) | (Value::Quantity(b), Value::Number(a)) => {
                b.matches_number(a)
            }
            (Value::Number(a), Value::Date(b)) | (Value::Date(b), Value::Number(a)) => {
                b.matches_number(a)
            }
            _ if self.kind() == other.kind() && self.key() == other.key() => Match::Exact,
            _ => Match::None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Number(number) => fmt::Display::fmt(&number.magnitude, f),
            Value::Quantity(quantity) => fmt::Display::fmt(quantity, f),
            Value::Date(date) => fmt::Display::fmt(date, f),
            Value::Formula(formula) => fmt::Display::fmt(formula, f),
            Value::Acronym(acronym) => fmt::Display::fmt(acronym, f),
            Value::Identifier(identifier) => fmt::Display::fmt(identifier, f),
            Value::Citation(citation) => fmt::Display::fmt(citation, f),
            Value::Drug(drug) => fmt::Display::fmt(drug, f),
            Value::Name(name) => fmt::Display::fmt(name, f),
        }
    }
}

/// What finds the anchors of one kind in a segment.
pub struct Extractor {
    /// The kind it finds.
    pub kind: Kind,
    /// Appends the anchors of a segment, in any order, with spans in the text of the document.
    pub extract: fn(&Passage, &mut Vec<Anchor>),
}

/// Every extractor, in order of precedence: of two anchors that overlap the earlier kind stays,
/// unless the later one holds it whole.
pub static EXTRACTORS: &[Extractor] = &[
    Extractor { kind: Kind::Identifier, extract: identifier::extract },
    Extractor { kind: Kind::Citation, extract: citation::extract },
    Extractor { kind: Kind::Formula, extract: formula::extract },
    Extractor { kind: Kind::Date, extract: date::extract },
    Extractor { kind: Kind::Quantity, extract: measure::extract },
    Extractor { kind: Kind::Number, extract: number::extract },
    Extractor { kind: Kind::Acronym, extract: acronym::extract },
    Extractor { kind: Kind::Drug, extract: drug::extract },
    Extractor { kind: Kind::Name, extract: name::extract },
];

/// How many bytes of text have one anchor, roughly.
const BYTES_AN_ANCHOR: usize = 64;

/// Extracts the anchors of a document, ordered by span.
pub fn anchor(document: &Document, segments: &[Segment]) -> Vec<Anchor> {
    let mut anchors = Vec::with_capacity(document.text.len() / BYTES_AN_ANCHOR);
    let mut found = Vec::new();
    let mut passage = Passage::new(document);
    for segment in segments {
        passage.enter(segment.span);
        let start = anchors.len();
        for extractor in EXTRACTORS {
            (extractor.extract)(&passage, &mut found);
            admit(&mut anchors, start, &mut found);
        }
        anchors[start..].sort_by_key(|anchor: &Anchor| (anchor.span, anchor.value.kind()));
    }
    let common = passage.unsure_names.common(&passage);
    passage.types.keep();
    if !common.is_empty() {
        // Both ascend; a segment that stands before the last one begins the list anew.
        let (mut next, mut last) = (0, Span::default());
        anchors.retain(|anchor| {
            if !matches!(anchor.value, Value::Name(_)) {
                return true;
            }
            next = if anchor.span < last { 0 } else { next };
            last = anchor.span;
            while common.get(next).is_some_and(|span| *span < anchor.span) {
                next += 1;
            }
            common.get(next) != Some(&anchor.span)
        });
    }
    anchors
}

/// Moves the anchors that one extractor found behind those of earlier ones, without those that an
/// earlier one rules out.
fn admit(anchors: &mut Vec<Anchor>, start: usize, found: &mut Vec<Anchor>) {
    if found.is_empty() {
        return;
    }
    let rules_out = |other: &Anchor, anchor: &Anchor| {
        other.span.overlaps(anchor.span)
            && (anchor.span == other.span || !anchor.span.contains(other.span))
    };
    let earlier = &anchors[start..];
    if !earlier.is_empty() {
        found.retain(|anchor| !earlier.iter().any(|other| rules_out(other, anchor)));
    }
    anchors.append(found);
}
