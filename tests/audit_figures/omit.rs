//! Leaves out a sentence or a clause of the target of clean pairs.

use targum::pair::Pair;

use crate::corpora::Rows;

/// A clean bead, and its target without a part.
pub struct Omission {
    pub clean: Pair<String>,
    pub shortened: String,
    /// The bytes of the source that render the part, where they are known.
    pub lost: Option<(usize, usize)>,
}

/// Neighbouring lines of a document as one bead, of which the target then says one alone.
pub fn sentences(clean: &Rows) -> Vec<Omission> {
    let mut beads = Vec::new();
    let mut row = 0;
    while row + 1 < clean.rows.len() {
        if clean.places[row].0 != clean.places[row + 1].0 {
            row += 1;
            continue;
        }
        let [(source, target), (other_source, other_target)] =
            [&clean.rows[row], &clean.rows[row + 1]];
        let joined =
            Pair::new(format!("{source} {other_source}"), format!("{target} {other_target}"));
        let end = source.len();
        let is_first = beads.len() % 2 == 0;
        let lost = if is_first { (0, end) } else { (end + 1, joined.source.len()) };
        let kept = if is_first { other_target } else { target };
        beads.push(Omission { clean: joined, shortened: kept.clone(), lost: Some(lost) });
        row += 2;
    }
    beads
}

/// Words of a clause below which it is left alone.
const FEWEST_WORDS: usize = 5;

/// Single lines, and their target without the words from one comma to the next or to the end.
pub fn clauses(clean: &Rows) -> Vec<Omission> {
    let rows = clean.rows.iter().enumerate();
    rows.filter_map(|(row, (source, target))| {
        let commas: Vec<usize> = target.match_indices(", ").map(|(at, _)| at).collect();
        let start = *commas.get(row % commas.len().max(1))?;
        let end = commas.iter().copied().find(|&at| at > start);
        let end =
            end.unwrap_or_else(|| target.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        let words = target.get(start..end)?.split_whitespace().filter(|word| *word != ",").count();
        (words >= FEWEST_WORDS).then(|| Omission {
            clean: Pair::new(source.clone(), target.clone()),
            shortened: format!("{}{}", &target[..start], &target[end..]),
            lost: None,
        })
    })
    .collect()
}

/// Of every so many beads one is shortened at a time, so that the rest tells what is usual.
const APART: usize = 4;

/// Rows in which every fourth bead, from the `first` on, is shortened; which of them are.
pub fn some_shortened(
    languages: Pair<&'static str>,
    beads: &[Omission],
    first: usize,
) -> (Rows, Vec<bool>) {
    let is_short: Vec<bool> = (0..beads.len()).map(|at| at % APART == first).collect();
    let rows = beads.iter().zip(&is_short).map(|(bead, is_short)| {
        let target = if *is_short { &bead.shortened } else { &bead.clean.target };
        (bead.clean.source.clone(), target.clone())
    });
    (Rows { languages, rows: rows.collect(), places: Vec::new() }, is_short)
}

/// The passes after which every bead was shortened once.
pub fn passes() -> std::ops::Range<usize> {
    0..APART
}
