//! Makes stand-off alignments comparable, however the text was segmented.
//!
//! The borders of all beads of both alignments cut each file into elementary ranges; a bead is the
//! elementary ranges that it covers from its first byte to its last. Two beads are then the same when
//! they cover the same text, and overlap when they share some.

use std::collections::BTreeSet;

use crate::error::{Error, Result};
use crate::format::links::Link;
use crate::format::standoff::Standoff;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Gold and hypothesis as links over the same indices.
///
/// # Errors
///
/// When the two are about different files.
pub fn links(gold: &Standoff, hypothesis: &Standoff) -> Result<(Vec<Link>, Vec<Link>)> {
    for side in Side::BOTH {
        let (expected, found) = (gold.digests.side(side), hypothesis.digests.side(side));
        if expected != found {
            let expected = format!("the {} file with SHA-256 {expected}", side.name());
            return Err(Error::expected(expected, format!("one with {found}")));
        }
    }
    let borders: Pair<Vec<usize>> = Pair::from_fn(|side| {
        let beads = gold.beads.iter().chain(&hypothesis.beads);
        let covers = beads.filter_map(|bead| cover(bead.side(side)));
        let sorted: BTreeSet<usize> = covers.flat_map(|span| [span.start, span.end]).collect();
        sorted.into_iter().collect()
    });
    let index = |standoff: &Standoff| {
        let bead = |bead: &Pair<Vec<Span>>| Link {
            source: elementary(&borders.source, cover(&bead.source)),
            target: elementary(&borders.target, cover(&bead.target)),
            posterior: None,
        };
        standoff.beads.iter().map(bead).collect()
    };
    Ok((index(gold), index(hypothesis)))
}

fn cover(segments: &[Span]) -> Option<Span> {
    Some(Span::new(segments.first()?.start, segments.last()?.end.max(segments.first()?.start)))
}

fn elementary(borders: &[usize], span: Option<Span>) -> Vec<usize> {
    let Some(span) = span else { return Vec::new() };
    let first = borders.partition_point(|&border| border < span.start);
    let last = borders.partition_point(|&border| border < span.end);
    (first..last).collect()
}
