//! One bead a line, `[0, 1]:[0]:0.9731`: source indices, target indices, posterior.
//!
//! The format of Vecalign. A side without segments is `[]`; indices start at 0. Read: the posterior may
//! be missing, and what stands there is taken as a probability.

use std::io::{self, Write};
use std::ops::Range;

use crate::align::Alignment;
use crate::error::{Error, Result};
use crate::span::Position;

/// A bead as lists of segment indices, with the probability it was given, if any.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Source segments, ascending, from 0.
    pub source: Vec<usize>,
    /// Target segments, ascending, from 0.
    pub target: Vec<usize>,
    /// Probability that the bead is right.
    pub posterior: Option<f64>,
}

/// The beads of an alignment as links.
pub fn links(alignment: &Alignment) -> Vec<Link> {
    alignment
        .beads()
        .iter()
        .map(|bead| Link {
            source: bead.segments.source.clone().collect(),
            target: bead.segments.target.clone().collect(),
            posterior: Some(bead.posterior),
        })
        .collect()
}

/// Writes an alignment.
pub fn write(alignment: &Alignment, out: &mut dyn Write) -> io::Result<()> {
    for bead in alignment.beads() {
        write_indices(&bead.segments.source, out)?;
        out.write_all(b":")?;
        write_indices(&bead.segments.target, out)?;
        writeln!(out, ":{:.4}", bead.posterior)?;
    }
    Ok(())
}

fn write_indices(range: &Range<usize>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"[")?;
    for index in range.clone() {
        if index > range.start {
            out.write_all(b", ")?;
        }
        write!(out, "{index}")?;
    }
    out.write_all(b"]")
}

/// Reads one bead a line; blank lines are skipped.
///
/// # Errors
///
/// At the first line of another form.
pub fn parse(text: &str) -> Result<Vec<Link>> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            parse_line(line).ok_or_else(|| {
                let found = format!("\"{}\"", line.trim());
                Error::expected("a bead such as [0, 1]:[0]:0.97", found)
                    .at(Position { line: number, column: 0 })
            })
        })
        .collect()
}

fn parse_line(line: &str) -> Option<Link> {
    let (source, rest) = indices(line.trim())?;
    let (target, rest) = indices(rest.strip_prefix(':')?)?;
    let posterior = match rest.strip_prefix(':') {
        Some(number) => Some(number.trim().parse().ok()?),
        None if rest.is_empty() => None,
        None => return None,
    };
    Some(Link { source, target, posterior })
}

fn indices(text: &str) -> Option<(Vec<usize>, &str)> {
    let (inner, rest) = text.strip_prefix('[')?.split_once(']')?;
    if inner.trim().is_empty() {
        return Some((Vec::new(), rest));
    }
    let list = inner.split(',').map(|item| item.trim().parse().ok()).collect::<Option<Vec<_>>>()?;
    Some((list, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_another_form_is_an_error_with_its_place() {
        let error = parse("[0]:[0]\n0-0\n").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 2, column 1: expected a bead such as [0, 1]:[0]:0.97, found \"0-0\""
        );
    }
}
