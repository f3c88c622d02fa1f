//! The renderings of one language, ready to be found in text: a trie over words.
//!
//! The concepts of the lexicon are indexed when a text in the language is first met; a termbase adds
//! its own to a copy.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::{BOKMAL, COLUMNS, Concept, cell, column};
use super::nynorsk;
use crate::lang::Language;
use crate::lang::words::{fold, words};

/// A word that stands in some rendering of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Word(u32);

/// A place in the trie of renderings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Node(u32);

impl Node {
    /// Where every rendering begins.
    pub(crate) const ROOT: Node = Node(0);
}

/// The renderings of one language as a trie over words.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    words: FxHashMap<Cow<'static, str>, Word>,
    acronyms: FxHashMap<Cow<'static, str>, Word>,
    folded: FxHashMap<Cow<'static, str>, Word>,
    steps: FxHashMap<(Node, Word), Node>,
    concepts: Vec<Vec<Concept>>,
    leads_on: Vec<bool>,
}

impl Default for Index {
    fn default() -> Self {
        Index {
            words: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            folded: FxHashMap::default(),
            steps: FxHashMap::default(),
            concepts: vec![Vec::new()],
            leads_on: vec![false],
        }
    }
}

fn tokens(rendering: &'static str) -> impl Iterator<Item = &'static str> {
    words(rendering).map(|(_, token)| token)
}

fn is_acronym(token: &str) -> bool {
    token.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !token.chars().any(char::is_lowercase)
}

impl Index {
    /// The index of a language; `None` where the lexicon does not have it.
    pub(crate) fn of(language: &Language) -> Option<&'static Index> {
        static INDICES: [LazyLock<Index>; COLUMNS.len()] = [
            LazyLock::new(|| Index::build(0)),
            LazyLock::new(|| Index::build(1)),
            LazyLock::new(|| Index::build(2)),
            LazyLock::new(|| Index::build(3)),
            LazyLock::new(|| Index::build(4)),
            LazyLock::new(|| Index::build(5)),
            LazyLock::new(|| Index::build(6)),
            LazyLock::new(|| Index::build(7)),
        ];
        static NYNORSK: LazyLock<Index> = LazyLock::new(Index::build_nynorsk);
        match language.code {
            "nn" => Some(&NYNORSK),
            _ => column(language).map(|column| &*INDICES[column]),
        }
    }

    fn build(column: usize) -> Index {
        let mut index = Index::default();
        for concept in Concept::all() {
            for rendering in cell(concept, column).split('|') {
                index.insert(tokens(rendering), concept);
            }
        }
        index
    }

    /// The column of Bokmål, and the same in Nynorsk.
    fn build_nynorsk() -> Index {
        let mut index = Index::build(BOKMAL);
        for concept in Concept::all() {
            for rendering in cell(concept, BOKMAL).split('|') {
                for form in nynorsk::forms(rendering) {
                    index.insert(tokens(form), concept);
                }
                let usual = |word| nynorsk::forms(word).next().unwrap_or(word);
                index.insert(tokens(rendering).map(usual).flat_map(tokens), concept);
            }
        }
        index
    }

    fn insert(&mut self, rendering: impl Iterator<Item = &'static str>, concept: Concept) {
        let mut node = Node::ROOT;
        for token in rendering {
            let next = self.fresh();
            let word = if is_acronym(token) {
                *self.acronyms.entry(token.into()).or_insert(next)
            } else if token.chars().any(char::is_uppercase) {
                *self.folded.entry(token.to_lowercase().into()).or_insert(next)
            } else {
                *self.words.entry(token.into()).or_insert(next)
            };
            node = self.step_or_grow(node, word);
        }
        self.end(node, concept);
    }

    /// Adds a rendering that a user wrote.
    pub(crate) fn add(&mut self, rendering: &str, concept: Concept) {
        let mut node = Node::ROOT;
        for (_, token) in words(rendering) {
            let next = self.fresh();
            let word = if is_acronym(token) {
                *self.acronyms.entry(token.to_owned().into()).or_insert(next)
            } else {
                let folded = fold(token);
                let known = self.words(&folded).next();
                known.unwrap_or_else(|| *self.words.entry(folded.into()).or_insert(next))
            };
            node = self.step_or_grow(node, word);
        }
        self.end(node, concept);
    }

    fn fresh(&self) -> Word {
        Word((self.words.len() + self.acronyms.len() + self.folded.len()) as u32)
    }

    fn end(&mut self, node: Node, concept: Concept) {
        let concepts = &mut self.concepts[node.0 as usize];
        if node != Node::ROOT && !concepts.contains(&concept) {
            concepts.push(concept);
        }
    }

    fn step_or_grow(&mut self, node: Node, word: Word) -> Node {
        let fresh = Node(self.concepts.len() as u32);
        let next = *self.steps.entry((node, word)).or_insert(fresh);
        if next == fresh {
            self.concepts.push(Vec::new());
            self.leads_on.push(false);
            self.leads_on[node.0 as usize] = true;
        }
        next
    }

    /// The word of a form as it stands, lower case.
    pub(crate) fn words(&self, form: &str) -> impl Iterator<Item = Word> {
        [self.words.get(form).copied(), self.folded.get(form).copied()].into_iter().flatten()
    }

    /// The acronym that a word is; capitals tell "WHO" from "who".
    pub(crate) fn acronym(&self, word: &str) -> Option<Word> {
        self.acronyms.get(word).copied()
    }

    /// The place one word further on.
    pub(crate) fn step(&self, node: Node, word: Word) -> Option<Node> {
        self.steps.get(&(node, word)).copied()
    }

    /// Whether longer renderings go on from a place.
    pub(crate) fn leads_on(&self, node: Node) -> bool {
        self.leads_on[node.0 as usize]
    }

    /// The concepts whose renderings end at a place.
    pub(crate) fn concepts(&self, node: Node) -> &[Concept] {
        &self.concepts[node.0 as usize]
    }

    /// The concepts that a whole rendering has, as it stands.
    pub(crate) fn rendered(&self, rendering: &str) -> &[Concept] {
        let mut node = Some(Node::ROOT);
        for (_, token) in words(rendering) {
            let word = self.acronym(token).or_else(|| self.words(&fold(token)).next());
            node = node.zip(word).and_then(|(node, word)| self.step(node, word));
        }
        node.filter(|&node| node != Node::ROOT).map_or(&[], |node| self.concepts(node))
    }
}
