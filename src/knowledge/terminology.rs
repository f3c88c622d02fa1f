//! What a user's own lexica say: concepts, what each is called in which language, and what it may not
//! be called.

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Language;

/// Concepts and their designations, by the id of the concept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terminology {
    concepts: BTreeMap<String, Vec<Designation>>,
    prescribed: BTreeSet<String>,
}

/// What a concept is called in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designation {
    /// The language.
    pub language: &'static Language,
    /// The term, white space folded.
    pub term: String,
    /// Whether it is to be used.
    pub status: Status,
}

/// Whether a designation is to be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It is the one to use.
    Preferred,
    /// It may be used; what a source says nothing about is admitted.
    #[default]
    Admitted,
    /// It is deprecated or superseded.
    Forbidden,
}

impl Terminology {
    /// Adds a designation of a concept, unless it has it; empty terms are left out.
    pub fn add(&mut self, concept: &str, mut designation: Designation) {
        designation.term = designation.term.split_whitespace().collect::<Vec<_>>().join(" ");
        if designation.term.is_empty() {
            return;
        }
        let designations = self.concepts.entry(concept.to_owned()).or_default();
        if !designations.contains(&designation) {
            designations.push(designation);
        }
    }

    /// Says of every concept so far that it is to be rendered by its designations and no others, as
    /// termbases ask and dictionaries do not.
    #[must_use]
    pub fn prescribed(mut self) -> Self {
        self.prescribed = self.concepts.keys().cloned().collect();
        self
    }

    /// Whether a concept is to be rendered by its designations and no others.
    pub fn prescribes(&self, concept: &str) -> bool {
        self.prescribed.contains(concept)
    }

    /// Joins another terminology to it: the designations of one concept stand together.
    pub fn join(&mut self, other: Terminology) {
        self.prescribed.extend(other.prescribed);
        for (concept, designations) in other.concepts {
            for designation in designations {
                self.add(&concept, designation);
            }
        }
    }

    /// The concepts with their designations in the order of their source, sorted by id.
    pub fn concepts(&self) -> impl Iterator<Item = (&str, &[Designation])> {
        self.concepts.iter().map(|(id, designations)| (id.as_str(), designations.as_slice()))
    }

    /// How many concepts.
    pub fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Whether there is no concept in it.
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }
}
