//! The ladder of hunalign: where each bead begins, `3 TAB 2 TAB 0.9731`.
//!
//! A rung is the number of segments before it, source TAB target TAB quality; a bead is what lies between
//! two rungs, and the last rung stands behind the last bead. Source: the manual of hunalign,
//! <https://github.com/danielvarga/hunalign>. Written: the posterior as the quality. Read: the quality is
//! passed over, since hunalign's is no probability. Limit: a bead is a range, as all of ours are.

use std::io::{self, Write};

use super::links::Link;
use crate::align::Alignment;
use crate::error::{Error, Result};
use crate::span::Position;

/// The most segments of one side between two rungs; hunalign's have three.
const LONGEST: usize = 100_000;

/// Writes an alignment.
pub fn write(alignment: &Alignment, out: &mut dyn Write) -> io::Result<()> {
    for bead in alignment.beads() {
        let segments = &bead.segments;
        writeln!(
            out,
            "{}\t{}\t{:.4}",
            segments.source.start, segments.target.start, bead.posterior
        )?;
    }
    let end =
        alignment.beads().last().map(|bead| (bead.segments.source.end, bead.segments.target.end));
    end.map_or(Ok(()), |(source, target)| writeln!(out, "{source}\t{target}\t0"))
}

/// Reads the beads between the rungs.
///
/// # Errors
///
/// At the first line that is no rung, that lies below the one before it, or more than 100,000 segments
/// above it.
pub fn parse(text: &str) -> Result<Vec<Link>> {
    let mut links = Vec::new();
    let mut below: Option<[usize; 2]> = None;
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let broken = |expected: String| {
            let position = Position { line: number, column: 0 };
            Err(Error::expected(expected, format!("\"{}\"", line.trim())).at(position))
        };
        let Some(rung) = rung(line) else {
            return broken("a rung such as 3 TAB 2 TAB 0.97".to_owned());
        };
        let [low_source, low_target] = below.unwrap_or(rung);
        let [source, target] = rung;
        if source.saturating_sub(low_source).max(target.saturating_sub(low_target)) > LONGEST {
            return broken(format!("a rung at most {LONGEST} segments higher"));
        }
        if source < low_source || target < low_target {
            return broken(format!("a rung at or above {low_source} TAB {low_target}"));
        }
        if rung != [low_source, low_target] {
            links.push(Link {
                source: (low_source..source).collect(),
                target: (low_target..target).collect(),
                posterior: None,
            });
        }
        below = Some(rung);
    }
    Ok(links)
}

fn rung(line: &str) -> Option<[usize; 2]> {
    let mut cells = line.split('\t');
    let rung = [cells.next()?.trim().parse().ok()?, cells.next()?.trim().parse().ok()?];
    cells.next().is_none_or(|quality| quality.trim().parse::<f64>().is_ok()).then_some(rung)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beads_lie_between_the_rungs() {
        let links = parse("0\t0\t1.5\n1\t1\t-0.3\n3\t2\t0\n3\t3\t0.2\n5\t3\n").unwrap();
        let beads: Vec<_> =
            links.into_iter().map(|Link { source, target, .. }| (source, target)).collect();
        let expected =
            [(vec![0], vec![0]), (vec![1, 2], vec![1]), (vec![], vec![2]), (vec![3, 4], vec![])];
        assert_eq!(beads, expected);
    }

    #[test]
    fn what_is_no_ladder_is_told_with_its_line() {
        let error = parse("0\t0\t1\n[0]:[0]\n").unwrap_err().to_string();
        assert_eq!(
            error,
            "line 2, column 1: expected a rung such as 3 TAB 2 TAB 0.97, found \"[0]:[0]\""
        );
        let error = parse("2\t2\t1\n1\t3\t1\n").unwrap_err().to_string();
        assert_eq!(
            error,
            "line 2, column 1: expected a rung at or above 2 TAB 2, found \"1\t3\t1\""
        );
    }
}
