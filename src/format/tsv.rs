//! Two columns a line, source TAB target: the plainest parallel corpus.
//!
//! Written: one line a bead that has both sides, white space folded. Read: every line a bead; cells
//! beyond the second are left alone. Languages are not in the file and must be declared.

use std::io::{self, Write};

use super::units::{Piece, Units};
use crate::bitext::Bitext;
use crate::error::{Error, Result};
use crate::format::plain;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::span::Position;

/// Reads a bitext.
pub fn read(raw: &str, languages: Pair<&'static Language>) -> Result<Bitext> {
    let mut units = Units::new(raw, languages);
    let mut lines: Vec<_> = plain::lines(raw).collect();
    if lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    for (index, line) in lines.into_iter().enumerate() {
        let text = line.of(raw);
        let Some((source, rest)) = text.split_once('\t') else {
            let found = if text.is_empty() { "an empty line" } else { "one column" };
            return Err(Error::expected("two columns, source TAB target", found)
                .at(Position { line: index, column: 0 }));
        };
        let target = rest.split('\t').next().unwrap_or_default();
        let target_start = line.start + source.len() + 1;
        let pieces = Pair::new(
            vec![Piece::verbatim(source, line.start)],
            vec![Piece::verbatim(target, target_start)],
        );
        units.push(pieces, 1.0);
    }
    units.finish()
}

/// Writes a bitext.
pub fn write(bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
    for bead in bitext.alignment.beads().iter().filter(|bead| !bead.is_null()) {
        let texts = Pair::from_fn(|side: Side| bitext.text(bead, side));
        writeln!(out, "{}\t{}", texts.source, texts.target)?;
    }
    Ok(())
}
