//! Translation Memory eXchange 1.4b: the corpus as translators' tools read it.
//!
//! Written: a unit a bead that has both sides, its posterior as a `prop`. Read: every unit that has
//! both languages; inline markup (`bpt`, `ept`, `ph`, `it`, `ut`) is left out of the visible text,
//! the text inside `hi` and `sub` is kept. Units in other languages are passed over and counted.

use std::io::{self, Write};

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;

use super::units::{Piece, Units, probability};
use super::xml::{attribute, cut_off, malformed, resolve};
use crate::bitext::Bitext;
use crate::error::{Error, Result};
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// The type of the property that holds a bead's posterior.
const POSTERIOR: &str = "x-posterior";

/// Writes a bitext.
pub fn write(bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
    let languages = bitext.renderings.as_ref().map(|rendering| rendering.document.language.code);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<tmx version="1.4">"#)?;
    writeln!(
        out,
        r#"  <header creationtool="targum" creationtoolversion="{}" segtype="sentence" o-tmf="targum" adminlang="en" srclang="{}" datatype="plaintext"/>"#,
        env!("CARGO_PKG_VERSION"),
        languages.source
    )?;
    writeln!(out, "  <body>")?;
    for (index, bead) in
        bitext.alignment.beads().iter().enumerate().filter(|(_, bead)| !bead.is_null())
    {
        writeln!(out, r#"    <tu tuid="{index}">"#)?;
        writeln!(out, r#"      <prop type="{POSTERIOR}">{:.4}</prop>"#, bead.posterior)?;
        for side in Side::BOTH {
            let text = without_controls(&bitext.text(bead, side));
            let language = languages.side(side);
            writeln!(
                out,
                r#"      <tuv xml:lang="{language}"><seg>{}</seg></tuv>"#,
                escape(text.as_str())
            )?;
        }
        writeln!(out, "    </tu>")?;
    }
    writeln!(out, "  </body>")?;
    writeln!(out, "</tmx>")
}

/// XML 1.0 cannot hold most control characters, not even escaped.
pub(crate) fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect()
}

/// The pair of languages a memory is in: its `srclang` and the first other language.
pub fn languages(raw: &str) -> Result<Pair<&'static Language>> {
    let mut found: Vec<&'static Language> = Vec::new();
    let mut declared = None;
    scan(raw, |event| {
        match event {
            Scanned::SourceLanguage(tag) => declared = Language::from_tag(&tag).ok(),
            Scanned::Variant(tag, _) => {
                let language = Language::from_tag(&tag)?;
                if !found.contains(&language) {
                    found.push(language);
                }
            }
            Scanned::Posterior(_) | Scanned::UnitEnd => {}
        }
        Ok(())
    })?;
    let source = declared.or(found.first().copied());
    let target = found.iter().copied().find(|language| Some(*language) != source);
    match (source, target) {
        (Some(source), Some(target)) => Ok(Pair::new(source, target)),
        _ => Err(Error::expected("translation units in two languages", format!("{}", found.len()))),
    }
}

/// Reads the units of a memory that have both languages.
pub fn read(raw: &str, languages: Pair<&'static Language>) -> Result<Bitext> {
    read_counting(raw, languages).map(|(bitext, _)| bitext)
}

/// As [`read`], with what was passed over.
pub fn read_counting(
    raw: &str,
    languages: Pair<&'static Language>,
) -> Result<(Bitext, PassedOver)> {
    let mut units = Units::new(raw, languages);
    let mut unit: Pair<Option<Piece>> = Pair::default();
    let mut posterior = 1.0;
    let mut passed = PassedOver::default();
    scan(raw, |event| {
        match event {
            Scanned::SourceLanguage(_) => {}
            Scanned::Posterior(of_unit) => posterior = of_unit,
            Scanned::Variant(tag, piece) => {
                let language = Language::from_tag(&tag).ok();
                match Side::BOTH.into_iter().find(|side| Some(*languages.side(*side)) == language) {
                    Some(side) => drop(unit.side_mut(side).get_or_insert(piece)),
                    None => passed.variants += 1,
                }
            }
            Scanned::UnitEnd => {
                let pieces = std::mem::take(&mut unit);
                let posterior = std::mem::replace(&mut posterior, 1.0);
                match (pieces.source, pieces.target) {
                    (Some(source), Some(target)) => {
                        units.push(Pair::new(vec![source], vec![target]), posterior);
                    }
                    _ => passed.units += 1,
                }
            }
        }
        Ok(())
    })?;
    Ok((units.finish()?, passed))
}

/// What of a memory is in no bead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PassedOver {
    /// Units that lack one of the two languages.
    pub units: usize,
    /// Variants in other languages.
    pub variants: usize,
}

enum Scanned {
    SourceLanguage(String),
    /// The posterior of the open unit.
    Posterior(f64),
    Variant(String, Piece),
    UnitEnd,
}

fn scan(raw: &str, mut take: impl FnMut(Scanned) -> Result<()>) -> Result<()> {
    let mut reader = Reader::from_str(raw);
    let mut language = String::new();
    let mut piece: Option<Piece> = None;
    let mut markup_depth = 0usize;
    let mut is_tmx = false;
    let mut in_posterior = false;
    let mut open: Vec<String> = Vec::new();
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader
            .read_event()
            .map_err(|error| malformed(raw, reader.error_position() as usize, error))?;
        match &event {
            Event::Start(tag) => open.push(tag.name().as_ref().to_owned()),
            Event::End(_) => drop(open.pop()),
            _ => {}
        }
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "header" => {
                if let Some(tag) = attribute(&tag, &["srclang"]) {
                    take(Scanned::SourceLanguage(tag))?;
                }
            }
            Event::Start(tag) => match tag.name().as_ref() {
                "tmx" => is_tmx = true,
                "tuv" => language = attribute(&tag, &["xml:lang", "lang"]).unwrap_or_default(),
                "prop" => in_posterior = attribute(&tag, &["type"]).as_deref() == Some(POSTERIOR),
                "seg" => piece = Some(Piece::default()),
                "bpt" | "ept" | "ph" | "it" | "ut" if piece.is_some() => markup_depth += 1,
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "seg" => {
                    if let Some(piece) = piece.take() {
                        take(Scanned::Variant(language.clone(), piece))?;
                    }
                }
                "prop" => in_posterior = false,
                "tu" => take(Scanned::UnitEnd)?,
                "bpt" | "ept" | "ph" | "it" | "ut" => markup_depth = markup_depth.saturating_sub(1),
                _ => {}
            },
            Event::Text(text) if in_posterior => {
                probability(&text).map_or(Ok(()), |found| take(Scanned::Posterior(found)))?;
            }
            Event::Text(text) if markup_depth == 0 => {
                if let Some(piece) = &mut piece {
                    piece.push(&text, start);
                }
            }
            Event::CData(text) if markup_depth == 0 => {
                if let Some(piece) = &mut piece {
                    piece.push(&text, start + "<![CDATA[".len());
                }
            }
            Event::GeneralRef(reference) if markup_depth == 0 => {
                if let Some(piece) = &mut piece {
                    let place = Span::new(start, reader.buffer_position() as usize);
                    piece.push_stand_in(&resolve(&reference, raw, start)?, place);
                }
            }
            Event::Eof if let Some(element) = open.last() => return Err(cut_off(raw, element)),
            Event::Eof if is_tmx => return Ok(()),
            Event::Eof => return Err(Error::expected("a <tmx> element", "none")),
            _ => {}
        }
    }
}
