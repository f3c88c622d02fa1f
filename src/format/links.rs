//! One bead a line, `[0, 1]:[0]:0.9731`: source indices, target indices, posterior.
//!
//! The format of Vecalign. A side without segments is `[]`; indices start at 0.

use std::io::{self, Write};
use std::ops::Range;

use crate::align::Alignment;

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
