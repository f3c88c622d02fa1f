//! What is odd about a pair, for the reader of its alignment.

use std::fmt;

use super::Bead;
use super::coverage::Coverage;
use crate::pair::{Pair, Side};

/// Something that makes an alignment doubtful as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Warning {
    /// One side has no segments.
    EmptySide(Side),
    /// One side is this many times as long as the other, in characters.
    UnequalLength {
        /// The longer side.
        longer: Side,
        /// Its length as a multiple of the other one's.
        ratio: f64,
    },
    /// The words of aligned segments match no more often than those of any two segments: the texts may
    /// not render each other.
    NothingInCommon,
    /// No more than this share of either side, by characters, is expected to have a counterpart: the
    /// texts do not seem to render each other.
    Unrelated {
        /// Share of the side of which more has a counterpart, 0 to 1.
        share: f64,
    },
    /// More than half of a side has no counterpart.
    MostlyUnaligned {
        /// The side.
        side: Side,
        /// Share of its segments without a counterpart, 0 to 1.
        share: f64,
    },
    /// The beads are improbable on the whole.
    LowConfidence {
        /// Mean probability of the beads with two sides.
        mean: f64,
    },
    /// Most segments of a side are the same text, so that their places cannot be told apart.
    Repetitive(Side),
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::EmptySide(side) => write!(f, "the {} is empty", side.name()),
            Warning::UnequalLength { longer, ratio } => {
                write!(f, "the {} is {ratio:.1} times as long as the other side", longer.name())
            }
            Warning::NothingInCommon => {
                f.write_str("the two sides share no more words than unrelated texts would")
            }
            Warning::Unrelated { share } => {
                let percent = share * 100.0;
                write!(
                    f,
                    "the texts do not seem to render each other: at most {percent:.0} % of either side \
                     probably has a counterpart"
                )
            }
            Warning::MostlyUnaligned { side, share } => {
                let percent = share * 100.0;
                write!(f, "{percent:.0} % of the {} has no counterpart", side.name())
            }
            Warning::LowConfidence { mean } => {
                write!(f, "the beads have a mean probability of {mean:.2} only")
            }
            Warning::Repetitive(side) => {
                write!(f, "most segments of the {} are the same text", side.name())
            }
        }
    }
}

/// Below this the texts are said not to render each other.
const RELATED: f64 = 0.5;

/// What is odd about a pair: characters a side, the share of them that is expected to have a
/// counterpart, whether each side repeats itself, coverage and beads.
pub(super) fn warnings(
    lengths: Pair<f64>,
    expected: Pair<f64>,
    repetitive: Pair<bool>,
    coverage: Coverage,
    beads: &[Bead],
) -> Vec<Warning> {
    let empty: Vec<Warning> = Side::BOTH
        .into_iter()
        .filter(|side| *lengths.side(*side) == 0.0)
        .map(Warning::EmptySide)
        .collect();
    if !empty.is_empty() {
        return empty;
    }
    let mut out = Vec::new();
    let share = expected.source.max(expected.target);
    if beads.len() >= 5 && share < RELATED && !repetitive.source && !repetitive.target {
        out.push(Warning::Unrelated { share });
    }
    for side in Side::BOTH {
        let ratio = lengths.side(side) / lengths.side(side.other()).max(1.0);
        if ratio > 3.0 {
            out.push(Warning::UnequalLength { longer: side, ratio });
        }
        if *repetitive.side(side) {
            out.push(Warning::Repetitive(side));
        }
    }
    let full: Vec<&Bead> = beads.iter().filter(|bead| !bead.is_null()).collect();
    let mean = full.iter().map(|bead| bead.posterior).sum::<f64>() / full.len().max(1) as f64;
    for side in Side::BOTH {
        let total: usize = beads.iter().map(|bead| bead.segments.side(side).len()).sum();
        let aligned: usize = full.iter().map(|bead| bead.segments.side(side).len()).sum();
        let share = 1.0 - aligned as f64 / total.max(1) as f64;
        if share > 0.5 {
            out.push(Warning::MostlyUnaligned { side, share });
        }
    }
    if beads.len() >= 5 && coverage.aligned < 1.4 * coverage.chance + 0.02 {
        out.push(Warning::NothingInCommon);
    }
    if mean < 0.7 {
        out.push(Warning::LowConfidence { mean });
    }
    out
}
