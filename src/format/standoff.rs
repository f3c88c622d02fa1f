//! An alignment without its text, for articles that may not be redistributed.
//!
//! Two header lines name the files by SHA-256; then a bead a line, source TAB target, each side the
//! byte ranges of its segments in the raw file, parted by spaces. Byte ranges are half open. Of a Word
//! document, which is packed, digest and ranges are those of its text.

use std::io::{self, Write};

use crate::bitext::Bitext;
use crate::digest::digest;
use crate::error::{Error, Result};
use crate::pair::{Pair, Side};
use crate::span::{Position, Span};

/// Beads as byte ranges of two files.
#[derive(Clone, Debug, PartialEq)]
pub struct Standoff {
    /// SHA-256 of each raw file, lower-case hexadecimal.
    pub digests: Pair<String>,
    /// The segments of each bead.
    pub beads: Vec<Pair<Vec<Span>>>,
}

impl Standoff {
    /// The stand-off form of an alignment.
    pub fn of(bitext: &Bitext) -> Self {
        let digests = bitext.renderings.as_ref().map(|rendering| digest(rendering.document.raw()));
        let ranges = |bead: &crate::align::Bead, side: Side| {
            let rendering = bitext.renderings.side(side);
            let offsets = &rendering.document.origin.offsets;
            let segments = &rendering.segments[bead.segments.side(side).clone()];
            segments.iter().map(|segment| offsets.raw_span(segment.span)).collect()
        };
        let beads = bitext.alignment.beads().iter();
        let beads = beads.map(|bead| Pair::from_fn(|side| ranges(bead, side))).collect();
        Standoff { digests, beads }
    }

    /// Parses the format.
    ///
    /// # Errors
    ///
    /// At the first line that is neither a header nor a bead.
    pub fn parse(text: &str) -> Result<Self> {
        let mut digests = Pair::<String>::default();
        let mut beads = Vec::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let broken = || {
                let expected = "byte ranges such as 0-12 14-20 TAB 0-15";
                Error::expected(expected, format!("\"{line}\""))
                    .at(Position { line: index, column: 0 })
            };
            if let Some(header) = line.strip_prefix("# ") {
                let (name, digest) = header.split_once(' ').ok_or_else(broken)?;
                if let Some(side) = Side::BOTH.into_iter().find(|side| side.name() == name) {
                    *digests.side_mut(side) = digest.to_owned();
                }
                continue;
            }
            let (source, target) = line.split_once('\t').ok_or_else(broken)?;
            beads.push(Pair::new(source, target).try_map(|side| ranges(side).ok_or_else(broken))?);
        }
        Ok(Standoff { digests, beads })
    }

    /// Writes the format.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        for side in Side::BOTH {
            writeln!(out, "# {} {}", side.name(), self.digests.side(side))?;
        }
        for bead in &self.beads {
            let ranges = bead.as_ref().map(|side| {
                let ranges: Vec<_> =
                    side.iter().map(|range| format!("{}-{}", range.start, range.end)).collect();
                ranges.join(" ")
            });
            writeln!(out, "{}\t{}", ranges.source, ranges.target)?;
        }
        Ok(())
    }
}

fn ranges(side: &str) -> Option<Vec<Span>> {
    let range = |range: &str| {
        let (start, end) = range.split_once('-')?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        (start <= end).then(|| Span::new(start, end))
    };
    side.split_whitespace().map(range).collect()
}
