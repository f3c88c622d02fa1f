//! The concept lexicon: what one thing is called in each of eight languages.
//!
//! A row is a concept, a column a language, a cell its renderings. The tables and their licence are
//! in `lexicon/`. Each language's renderings are indexed when a text in it is first met.

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::nynorsk;
use crate::lang::Language;

/// The columns of the tables, after concept and class.
const COLUMNS: [&str; 8] = ["he", "nb", "sv", "da", "nl", "en", "de", "fr"];

/// The column of Bokmål.
const BOKMAL: usize = 1;

pub(super) static TABLES: [&str; 5] = [
    include_str!("lexicon/function.tsv"),
    include_str!("lexicon/general.tsv"),
    include_str!("lexicon/medicine.tsv"),
    include_str!("lexicon/news.tsv"),
    include_str!("lexicon/science.tsv"),
];

/// A concept of the lexicon.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Concept(u16);

struct Row {
    name: &'static str,
    class: &'static str,
    cells: [&'static str; COLUMNS.len()],
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows: Vec<Row> =
        TABLES.iter().flat_map(|table| table.lines()).filter_map(row).collect();
    rows.sort_by_key(|row| row.name);
    rows
});

fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.split('\t');
    let (name, class) = (cells.next()?, cells.next()?);
    let mut row = Row { name, class, cells: [""; COLUMNS.len()] };
    for cell in &mut row.cells {
        *cell = cells.next()?;
    }
    Some(row)
}

impl Concept {
    /// Its place among all concepts, sorted by name.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Its id, the English lemma in snake case.
    pub fn name(self) -> &'static str {
        ROWS[self.index()].name
    }

    /// Part of speech and semantic field, such as `noun.animal`.
    pub fn class(self) -> &'static str {
        ROWS[self.index()].class
    }

    /// Its renderings in a language, most usual first; none where the lexicon has no such column.
    /// Those in Nynorsk are followed by the Bokmål of the column.
    pub fn renderings(self, language: &Language) -> impl Iterator<Item = &'static str> {
        let cell = column(language).map_or("", |column| ROWS[self.index()].cells[column]);
        let is_nynorsk = language.code == "nn";
        let renderings = cell.split('|').filter(|rendering| !rendering.is_empty());
        renderings.flat_map(move |rendering| {
            nynorsk::forms(rendering).filter(move |_| is_nynorsk).chain([rendering])
        })
    }

    /// Concepts that share a rendering with it in some language, or its name: near synonyms, and
    /// homographs of its renderings.
    pub fn neighbours(self) -> &'static [Concept] {
        static NEIGHBOURS: LazyLock<Vec<Vec<Concept>>> = LazyLock::new(neighbours);
        &NEIGHBOURS[self.index()]
    }

    /// The concept of an id.
    pub fn named(name: &str) -> Option<Concept> {
        let index = ROWS.binary_search_by(|row| row.name.cmp(name)).ok()?;
        u16::try_from(index).ok().map(Concept)
    }

    /// Every concept, sorted by name.
    pub fn all() -> impl Iterator<Item = Concept> {
        (0..ROWS.len()).filter_map(|index| u16::try_from(index).ok().map(Concept))
    }
}

impl fmt::Debug for Concept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

fn neighbours() -> Vec<Vec<Concept>> {
    let mut sharing: FxHashMap<(usize, &str), Vec<Concept>> = FxHashMap::default();
    for concept in Concept::all() {
        let row = &ROWS[concept.index()];
        for (column, cell) in row.cells.iter().enumerate() {
            for rendering in cell.split('|').filter(|rendering| !rendering.is_empty()) {
                sharing.entry((column, rendering)).or_default().push(concept);
            }
        }
        let stem = row.name.split('.').next().unwrap_or_default();
        sharing.entry((COLUMNS.len(), stem)).or_default().push(concept);
    }
    let mut neighbours = vec![Vec::new(); ROWS.len()];
    for concepts in sharing.into_values().filter(|concepts| concepts.len() > 1) {
        for concept in &concepts {
            let others = concepts.iter().filter(|other| *other != concept);
            neighbours[concept.index()].extend(others.copied());
        }
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    neighbours
}

fn column(language: &Language) -> Option<usize> {
    let code = language.inflection.lexicon?;
    COLUMNS.iter().position(|&column| column == code)
}

/// A word that stands in some rendering of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Word(u32);

/// The renderings of one language as a trie over words.
pub(crate) struct Index {
    words: FxHashMap<&'static str, Word>,
    acronyms: FxHashMap<&'static str, Word>,
    folded: FxHashMap<String, Word>,
    steps: FxHashMap<(Node, Word), Node>,
    concepts: Vec<Vec<Concept>>,
    leads_on: Vec<bool>,
}

fn tokens(rendering: &'static str) -> impl Iterator<Item = &'static str> {
    crate::lang::words::words(rendering).map(|(_, token)| token)
}

fn is_acronym(token: &str) -> bool {
    token.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !token.chars().any(char::is_lowercase)
}

/// A place in the trie of renderings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Node(u32);

impl Node {
    /// Where every rendering begins.
    pub(crate) const ROOT: Node = Node(0);
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
        let mut index = Index {
            words: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            folded: FxHashMap::default(),
            steps: FxHashMap::default(),
            concepts: vec![Vec::new()],
            leads_on: vec![false],
        };
        for concept in Concept::all() {
            for rendering in ROWS[concept.index()].cells[column].split('|') {
                index.insert(tokens(rendering), concept);
            }
        }
        index
    }

    /// The column of Bokmål, and the same in Nynorsk.
    fn build_nynorsk() -> Index {
        let mut index = Index::build(BOKMAL);
        for concept in Concept::all() {
            for rendering in ROWS[concept.index()].cells[BOKMAL].split('|') {
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
            let count = self.words.len() + self.acronyms.len() + self.folded.len();
            let next = Word(count as u32);
            let word = if is_acronym(token) {
                *self.acronyms.entry(token).or_insert(next)
            } else if token.chars().any(char::is_uppercase) {
                *self.folded.entry(token.to_lowercase()).or_insert(next)
            } else {
                *self.words.entry(token).or_insert(next)
            };
            node = self.step_or_grow(node, word);
        }
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
}
