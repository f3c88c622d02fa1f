//! The concept lexicon: what one thing is called in each of eight languages.
//!
//! A row is a concept, a column a language, a cell its renderings. The tables and their licence are
//! in `lexicon/`; `index` finds the renderings in texts.

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::nynorsk;
use crate::lang::Language;

/// The columns of the tables, after concept and class.
pub(super) const COLUMNS: [&str; 8] = ["he", "nb", "sv", "da", "nl", "en", "de", "fr"];

/// The column of Bokmål.
pub(super) const BOKMAL: usize = 1;

pub(super) static TABLES: [&str; 6] = [
    include_str!("lexicon/computing.tsv"),
    include_str!("lexicon/function.tsv"),
    include_str!("lexicon/general.tsv"),
    include_str!("lexicon/medicine.tsv"),
    include_str!("lexicon/news.tsv"),
    include_str!("lexicon/science.tsv"),
];

/// A concept: one of the lexicon, or one that a [termbase](super::termbase) adds behind them, whose
/// names the termbase knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Concept(u32);

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
    /// Its place among all concepts, sorted by name; those of a termbase come last.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The concept that a termbase adds as its `place`th, from 0.
    pub(super) fn beyond(place: usize) -> Concept {
        Concept(u32::try_from(ROWS.len() + place).unwrap_or(u32::MAX))
    }

    /// Its place among those that a termbase adds.
    pub(super) fn place_beyond(self) -> Option<usize> {
        self.index().checked_sub(ROWS.len())
    }

    /// Whether a termbase adds it.
    pub fn is_own(self) -> bool {
        self.place_beyond().is_some()
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.get(self.index())
    }

    /// Its id, the English lemma in snake case; `own` for one of a termbase.
    pub fn name(self) -> &'static str {
        self.row().map_or("own", |row| row.name)
    }

    /// Part of speech and semantic field, such as `noun.animal`; `noun.own` for one of a termbase.
    pub fn class(self) -> &'static str {
        self.row().map_or("noun.own", |row| row.class)
    }

    /// Its renderings in a language, most usual first; none where the lexicon has no such column.
    /// Those in Nynorsk are followed by the Bokmål of the column.
    pub fn renderings(self, language: &Language) -> impl Iterator<Item = &'static str> + use<> {
        let cell = column(language).map_or("", |column| cell(self, column));
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
        NEIGHBOURS.get(self.index()).map_or(&[], Vec::as_slice)
    }

    /// The concept of an id.
    pub fn named(name: &str) -> Option<Concept> {
        let index = ROWS.binary_search_by(|row| row.name.cmp(name)).ok()?;
        u32::try_from(index).ok().map(Concept)
    }

    /// Every concept, sorted by name.
    pub fn all() -> impl Iterator<Item = Concept> {
        (0..ROWS.len()).filter_map(|index| u32::try_from(index).ok().map(Concept))
    }
}

impl fmt::Debug for Concept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place_beyond() {
            Some(place) => write!(f, "own.{place}"),
            None => f.write_str(self.name()),
        }
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

/// The cell of a concept, its renderings parted by vertical bars.
pub(super) fn cell(concept: Concept, column: usize) -> &'static str {
    concept.row().map_or("", |row| row.cells[column])
}

pub(super) fn column(language: &Language) -> Option<usize> {
    let code = language.inflection.lexicon?;
    COLUMNS.iter().position(|&column| column == code)
}
