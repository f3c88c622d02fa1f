//! The concepts of a user's lexica beside those of the embedded one, ready to be found in the texts
//! of two languages.
//!
//! Taken up are concepts that both languages name, since the others have nothing to meet. One whose
//! usual names in both languages are renderings of one embedded concept is that concept, and adds its
//! other names to it; every other one is a concept of its own. Linear in the designations.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};

use rustc_hash::FxHashMap;

use super::index::Index;
use super::lexicon::Concept;
use super::terminology::{Designation, Status, Terminology};
use crate::lang::Language;
use crate::pair::Pair;

/// What a user's lexica say of two languages.
#[derive(Debug)]
pub struct Termbase {
    /// Tells it from the other termbases of the process.
    edition: u32,
    languages: Pair<&'static Language>,
    indices: Pair<Index>,
    /// Those that are none of the embedded lexicon: the first has the index behind its last.
    own: Vec<Names>,
    /// What is added to embedded ones.
    added: FxHashMap<Concept, Names>,
    prescribed: BTreeSet<Concept>,
}

/// How a concept is called.
#[derive(Clone, Debug, Default)]
struct Names {
    /// The names that may be used, preferred ones first.
    allowed: Pair<Vec<String>>,
}

impl Termbase {
    /// The concepts of a terminology that both languages name; `None` where there are none.
    pub fn new(terminology: &Terminology, languages: Pair<&'static Language>) -> Option<Termbase> {
        // Zero is the edition of what is found without a termbase.
        static EDITIONS: AtomicU32 = AtomicU32::new(1);
        let mut termbase = Termbase {
            edition: EDITIONS.fetch_add(1, Ordering::Relaxed),
            languages,
            indices: languages.map(|language| Index::of(language).cloned().unwrap_or_default()),
            own: Vec::new(),
            added: FxHashMap::default(),
            prescribed: BTreeSet::new(),
        };
        let embedded = languages.map(Index::of);
        for (id, designations) in terminology.concepts() {
            let named = languages.map(|language| {
                let of = designations.iter().filter(|it| it.language == language);
                let mut of: Vec<&Designation> = of.collect();
                of.sort_by_key(|designation| designation.status);
                of
            });
            if named.source.is_empty() || named.target.is_empty() {
                continue;
            }
            let concept = termbase.concept(&named, embedded);
            if terminology.prescribes(id) {
                termbase.prescribed.insert(concept);
            }
            for (index, designations) in [
                (&mut termbase.indices.source, &named.source),
                (&mut termbase.indices.target, &named.target),
            ] {
                designations.iter().for_each(|it| index.add(&it.term, concept));
            }
        }
        (!termbase.own.is_empty() || !termbase.added.is_empty()).then_some(termbase)
    }

    /// The concept that designations name, entered with its names.
    fn concept(
        &mut self,
        named: &Pair<Vec<&Designation>>,
        embedded: Pair<Option<&'static Index>>,
    ) -> Concept {
        let allowed = named.as_ref().map(|designations| {
            let allowed = designations.iter().filter(|it| it.status != Status::Forbidden);
            allowed.map(|it| it.term.clone()).collect::<Vec<String>>()
        });
        let rendered = allowed.as_ref().zip(embedded).map(|(names, index)| {
            let usual = names.first().zip(index);
            usual.map_or(&[][..], |(name, index)| index.rendered(name))
        });
        let known = rendered.source.iter().find(|concept| rendered.target.contains(concept));
        let Some(&known) = known else {
            let concept = Concept::beyond(self.own.len());
            self.own.push(Names { allowed });
            return concept;
        };
        let added = self.added.entry(known).or_default();
        added.allowed.source.extend(allowed.source);
        added.allowed.target.extend(allowed.target);
        known
    }

    fn names(&self, concept: Concept) -> Option<&Names> {
        match concept.place_beyond() {
            Some(place) => self.own.get(place),
            None => self.added.get(&concept),
        }
    }

    /// What a concept may be called in a language, preferred names first; without what the embedded
    /// lexicon has.
    pub fn renderings(&self, concept: Concept, language: &Language) -> &[String] {
        let Some(names) = self.names(concept) else { return &[] };
        match language {
            _ if language == self.languages.source => &names.allowed.source,
            _ if language == self.languages.target => &names.allowed.target,
            _ => &[],
        }
    }

    /// Whether a concept is rendered by its names and no others, as a termbase asks.
    pub fn prescribes(&self, concept: Concept) -> bool {
        self.prescribed.contains(&concept)
    }

    /// Whether two concepts are told apart: both are prescribed, and no name is common to both.
    pub fn tells_apart(&self, a: Concept, b: Concept) -> bool {
        let (Some(a_names), Some(b_names)) = (self.names(a), self.names(b)) else { return false };
        let shares = |a: &[String], b: &[String]| a.iter().any(|name| b.contains(name));
        let (one, other) = (&a_names.allowed, &b_names.allowed);
        a != b
            && self.prescribes(a)
            && self.prescribes(b)
            && !shares(&one.source, &other.source)
            && !shares(&one.target, &other.target)
            && !a.neighbours().contains(&b)
    }

    pub(crate) fn edition(&self) -> u32 {
        self.edition
    }

    pub(crate) fn index(&self, language: &Language) -> Option<&Index> {
        match language {
            _ if language == self.languages.source => Some(&self.indices.source),
            _ if language == self.languages.target => Some(&self.indices.target),
            _ => None,
        }
    }
}
