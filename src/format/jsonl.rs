//! One bead a line as JSON: segments with their place in the article, and the bead's posterior.
//!
//! `start` and `end` are Unicode scalar offsets into the raw file of the article. On reading, places
//! refer to the JSONL file itself, since the article is not at hand.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::tsv::TELLING;
use super::units::{Piece, Units};
use crate::align::Bead;
use crate::bitext::Bitext;
use crate::document::Locator;
use crate::error::{Error, Result};
use crate::format::plain;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::span::{Position, Span};

/// A stretch of text in a raw file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// First Unicode scalar.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The text, white space folded.
    pub text: String,
}

impl Place {
    /// The place of a visible span.
    pub fn new(locator: &Locator<'_>, text: &str, span: Span) -> Self {
        let scalars = locator.scalars(span);
        let folded = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        Place { start: scalars.start, end: scalars.end, text: folded }
    }
}

/// A bead as it stands in output.
#[derive(Debug, Serialize)]
pub struct BeadLine {
    /// Segments of each side.
    #[serde(flatten)]
    pub places: Pair<Vec<Place>>,
    /// Probability that the bead is right, 0 to 1, to four places.
    pub posterior: f64,
}

impl BeadLine {
    /// The output form of a bead.
    pub fn new(bitext: &Bitext, locators: &Pair<Locator<'_>>, bead: &Bead) -> Self {
        let places = Pair::from_fn(|side| {
            let rendering = bitext.renderings.side(side);
            let segments = &rendering.segments[bead.segments.side(side).clone()];
            let place = |span| Place::new(locators.side(side), &rendering.document.text, span);
            segments.iter().map(|segment| place(segment.span)).collect()
        });
        BeadLine { places, posterior: round(bead.posterior) }
    }
}

/// A probability to four places, as all output gives it.
pub fn round(probability: f64) -> f64 {
    (probability * 10_000.0).round() / 10_000.0
}

/// Writes a bitext.
pub fn write(bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
    let locators = bitext.locators();
    for bead in bitext.alignment.beads() {
        serde_json::to_writer(&mut *out, &BeadLine::new(bitext, &locators, bead))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct ReadBead<'a> {
    #[serde(borrow)]
    source: Vec<ReadPlace<'a>>,
    #[serde(borrow)]
    target: Vec<ReadPlace<'a>>,
    #[serde(default = "certain")]
    posterior: f64,
}

#[derive(Deserialize)]
struct ReadPlace<'a> {
    #[serde(borrow)]
    text: &'a RawValue,
}

fn certain() -> f64 {
    1.0
}

/// Reads a bitext.
pub fn read(raw: &str, languages: Pair<&'static Language>) -> Result<Bitext> {
    let mut units = Units::new(raw, languages);
    for bead in beads(raw) {
        let (pieces, posterior) = bead?;
        units.push(pieces, posterior);
    }
    units.finish()
}

/// The beginning of the texts of both sides, by which their languages can be told.
pub fn beginnings(raw: &str) -> Result<Pair<String>> {
    let mut texts: Pair<String> = Pair::default();
    for bead in beads(raw) {
        let (pieces, _) = bead?;
        for side in Side::BOTH {
            for piece in pieces.side(side) {
                texts.side_mut(side).push_str(piece.text());
                texts.side_mut(side).push('\n');
            }
        }
        if texts.source.len().min(texts.target.len()) > TELLING {
            break;
        }
    }
    Ok(texts)
}

/// The texts and the posterior of every line but empty ones.
fn beads(raw: &str) -> impl Iterator<Item = Result<(Pair<Vec<Piece>>, f64)>> + '_ {
    let lines = plain::lines(raw).enumerate().filter(|(_, line)| !line.trim(raw).is_empty());
    lines.map(|(index, line)| {
        let bead: ReadBead<'_> = serde_json::from_str(line.of(raw))
            .map_err(|error| malformed("a bead as a JSON object", &error, index))?;
        let sides = Pair::new(bead.source, bead.target);
        let pieces = sides.try_map(|places| {
            places.iter().map(|place| unescape(raw, place.text.get())).collect::<Result<Vec<_>>>()
        });
        let pieces = pieces.map_err(|error| error.at(Position { line: index, column: 0 }))?;
        Ok((pieces, bead.posterior))
    })
}

/// What is wrong with the JSON of a line (from 0), in one sentence with its place.
pub fn malformed(expected: &str, error: &serde_json::Error, line: usize) -> Error {
    let message = error.to_string();
    let found = message.rsplit_once(" at line ").map_or(message.as_str(), |(found, _)| found);
    Error::expected(expected, found).at(Position { line, column: error.column().saturating_sub(1) })
}

/// The text of a JSON string literal that is a slice of `raw`.
fn unescape(raw: &str, literal: &str) -> Result<Piece> {
    let text: String = serde_json::from_str(literal)
        .map_err(|error| Error::expected("a string as \"text\"", error.to_string()))?;
    let mut raw_at = literal.as_ptr() as usize - raw.as_ptr() as usize + 1;
    let mut piece = Piece::default();
    let mut source = literal[1..literal.len().saturating_sub(1)].chars().peekable();
    let mut buffer = [0; 4];
    for character in text.chars() {
        let written = character.encode_utf8(&mut buffer);
        match source.next() {
            Some('\\') => {
                let is_unicode = source.next() == Some('u');
                let surrogates = usize::from(character.len_utf8() == 4);
                let skipped = if is_unicode { 4 + 6 * surrogates } else { 0 };
                for _ in 0..skipped {
                    source.next();
                }
                let escape = Span::new(raw_at, raw_at + 2 + skipped);
                piece.push_stand_in(written, escape);
                raw_at = escape.end;
            }
            Some(_) => {
                piece.push(written, raw_at);
                raw_at += written.len();
            }
            None => break,
        }
    }
    Ok(piece)
}
