//! What one side of a bitext names in one way throughout and the other in several.
//!
//! Three sources, a file each: spellings of one name, acronyms of one thing, synonyms of one
//! technical concept. A usage counts only where its counterpart stands in the same bead; where both
//! sides vary, the translation follows its source and nothing is told.

use crate::bitext::Bitext;
use crate::pair::{Pair, Side};
use crate::span::Span;

mod acronyms;
mod spellings;
mod synonyms;

/// A thing that one side names in several ways.
#[derive(Clone, Debug)]
pub(super) struct Variation {
    /// The side that varies.
    pub side: Side,
    /// What kind of word it is.
    pub kind: Kind,
    /// The ways, the most frequent first, then the earliest.
    pub ways: Vec<Way>,
}

/// What kind of word varies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A name, a medicine or another word that is written alike on both sides.
    Spelling,
    /// An acronym.
    Acronym,
    /// A term with synonyms.
    Synonym,
}

/// One way to name a thing.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// As written where it first stands.
    pub written: String,
    /// Where it stands, in text order.
    pub places: Vec<Place>,
}

/// A usage and its counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Index of the bead.
    pub bead: usize,
    /// The words on each side.
    pub spans: Pair<Span>,
}

/// Every variation of a bitext, by kind, then by place.
pub(super) fn variations(bitext: &Bitext) -> Vec<Variation> {
    let mut found = Vec::new();
    for side in Side::BOTH {
        found.extend(spellings::find(bitext, side));
        found.extend(acronyms::find(bitext, side));
        found.extend(synonyms::find(bitext, side));
    }
    found
}

impl Variation {
    /// A variation, if one way stands at least twice and another at least once.
    fn new(side: Side, kind: Kind, ways: Vec<(String, Vec<Place>)>) -> Option<Variation> {
        let mut ways: Vec<Way> = ways
            .into_iter()
            .filter(|(_, places)| !places.is_empty())
            .map(|(written, places)| Way { written, places })
            .collect();
        ways.sort_by_key(|way| (std::cmp::Reverse(way.places.len()), way.places[0].bead));
        let is_telling = ways.len() >= 2 && ways[0].places.len() >= 2;
        is_telling.then_some(Variation { side, kind, ways })
    }
}
