//! Two columns a line, source TAB target: the plainest parallel corpus.
//!
//! Written: one line a bead that has both sides, white space folded. Read: every line a bead, empty ones
//! aside; cells beyond the second are left alone. Languages are not in the file.

use std::io::{self, Write};

use super::units::{Piece, Units};
use crate::bitext::Bitext;
use crate::error::{Error, Result};
use crate::format::plain;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::span::{Position, Span};

/// Reads a bitext.
pub fn read(raw: &str, languages: Pair<&'static Language>) -> Result<Bitext> {
    let mut units = Units::new(raw, languages);
    for row in rows(raw) {
        let piece = |cell: Span| vec![Piece::verbatim(cell.of(raw), cell.start)];
        units.push(row?.map(piece), 1.0);
    }
    units.finish()
}

/// The beginning of the texts of both columns, by which their languages can be told.
pub fn beginnings(raw: &str) -> Result<Pair<String>> {
    let mut texts: Pair<String> = Pair::default();
    for row in rows(raw) {
        let row = row?;
        for side in Side::BOTH {
            texts.side_mut(side).push_str(row.side(side).of(raw));
            texts.side_mut(side).push('\n');
        }
        if texts.source.len().min(texts.target.len()) > TELLING {
            break;
        }
    }
    Ok(texts)
}

/// Bytes of a text that tell its language.
pub(super) const TELLING: usize = 64 * 1024;

/// The two cells of every line but empty ones.
fn rows(raw: &str) -> impl Iterator<Item = Result<Pair<Span>>> + '_ {
    let lines = plain::lines(raw).enumerate().filter(|(_, line)| !line.is_empty());
    lines.map(|(index, line)| {
        let text = line.of(raw);
        let Some((source, rest)) = text.split_once('\t') else {
            return Err(Error::expected("two columns, source TAB target", "one column")
                .at(Position { line: index, column: 0 }));
        };
        let target = rest.split('\t').next().unwrap_or_default();
        let start = line.start + source.len() + 1;
        Ok(Pair::new(
            Span::new(line.start, line.start + source.len()),
            Span::new(start, start + target.len()),
        ))
    })
}

/// Writes a bitext.
pub fn write(bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
    for bead in bitext.alignment.beads().iter().filter(|bead| !bead.is_null()) {
        let texts = Pair::from_fn(|side: Side| bitext.text(bead, side));
        writeln!(out, "{}\t{}", texts.source, texts.target)?;
    }
    Ok(())
}
