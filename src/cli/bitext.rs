//! Bitexts in files: which format, by name or extension, and in which languages.

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use targum::bitext::Bitext;
use targum::error::{Error, Result};
use targum::format::standoff::Standoff;
use targum::format::{self, jsonl, ladder, links, tmx, tsv, xces, xliff};
use targum::lang::Language;
use targum::pair::{Pair, Side};

use super::input::{FLAGS, Languages, extension, tell_guess};

/// The formats of a parallel corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One bead a line: source indices, target indices, posterior.
    Links,
    /// One bead a line as JSON, with places in the articles.
    Jsonl,
    /// Two columns: source TAB target.
    Tsv,
    /// Translation Memory eXchange 1.4.
    Tmx,
    /// XLIFF 2.1; 1.2 is read too.
    Xliff,
    /// Byte ranges and digests of the files, without any text.
    Standoff,
    /// The ladder of hunalign: where each bead begins, source and target, posterior.
    Ladder,
    /// XCES stand-off links of segment numbers, as in OPUS.
    Xces,
}

impl Format {
    /// The format of a file, by its extension.
    pub fn of(path: &Path) -> Result<Format> {
        match extension(path).as_str() {
            "links" => Ok(Format::Links),
            "jsonl" => Ok(Format::Jsonl),
            "tsv" => Ok(Format::Tsv),
            "tmx" => Ok(Format::Tmx),
            "xlf" | "xliff" => Ok(Format::Xliff),
            "standoff" => Ok(Format::Standoff),
            "ladder" => Ok(Format::Ladder),
            "xml" | "xces" => Ok(Format::Xces),
            other => Err(Error::expected(
                "a file named .tmx, .xlf, .tsv or .jsonl",
                format!("\".{other}\""),
            )
            .in_file(path)),
        }
    }

    /// Writes a bitext in this format.
    pub fn write(self, bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Format::Links => links::write(&bitext.alignment, out),
            Format::Jsonl => jsonl::write(bitext, out),
            Format::Tsv => tsv::write(bitext, out),
            Format::Tmx => tmx::write(bitext, out),
            Format::Xliff => xliff::write(bitext, out),
            Format::Standoff => Standoff::of(bitext).write(out),
            Format::Ladder => ladder::write(&bitext.alignment, out),
            Format::Xces => xces::write(bitext, out),
        }
    }

    /// How many beads of a bitext this format cannot hold: those with text on one side alone.
    pub fn lost(self, bitext: &Bitext) -> usize {
        match self {
            Format::Tsv | Format::Tmx => {
                bitext.alignment.beads().iter().filter(|bead| bead.is_null()).count()
            }
            _ => 0,
        }
    }

    /// Reads a bitext from a file in this format.
    pub fn read(self, path: &Path, languages: &Languages) -> Result<Bitext> {
        let raw = match self {
            Format::Tmx | Format::Xliff => format::read_xml(path)?,
            _ => format::read_text(path)?,
        };
        let declared = languages.declared()?;
        let mut bitext = match self {
            Format::Links | Format::Standoff | Format::Ladder | Format::Xces => {
                Err(Error::expected("a bitext with its text", "an alignment without text"))
            }
            Format::Jsonl => guessed(declared, || jsonl::beginnings(&raw))
                .and_then(|languages| jsonl::read(&raw, languages)),
            Format::Tsv => guessed(declared, || tsv::beginnings(&raw))
                .and_then(|languages| tsv::read(&raw, languages)),
            Format::Tmx => filled(declared, || tmx::languages(&raw)).and_then(|languages| {
                let (bitext, passed) = tmx::read_counting(&raw, languages)?;
                tell_passed_over(path, languages, passed);
                Ok(bitext)
            }),
            Format::Xliff => filled(declared, || xliff::languages(&raw))
                .and_then(|languages| xliff::read(&raw, languages)),
        }
        .map_err(|error| error.in_file(path))?;
        for rendering in [&mut bitext.renderings.source, &mut bitext.renderings.target] {
            rendering.document.origin.path = Some(path.to_owned());
        }
        if bitext.alignment.beads().is_empty() {
            let expected = "at least one pair of segments in the languages asked for";
            return Err(Error::expected(expected, "none").in_file(path));
        }
        Ok(bitext)
    }
}

/// Says on standard error what of a memory is in no bead.
fn tell_passed_over(path: &Path, languages: Pair<&Language>, passed: tmx::PassedOver) {
    let tmx::PassedOver { units, variants } = passed;
    if units + variants > 0 {
        let Pair { source, target } = languages;
        eprintln!(
            "warning: {}: read as {source} and {target}; passed over: {units} units without both, {variants} variants in other languages",
            path.display()
        );
    }
}

/// The declared languages; those that are not are guessed from the texts, which is told on standard
/// error.
fn guessed(
    declared: Pair<Option<&'static Language>>,
    beginnings: impl FnOnce() -> Result<Pair<String>>,
) -> Result<Pair<&'static Language>> {
    if let (Some(source), Some(target)) = (declared.source, declared.target) {
        return Ok(Pair::new(source, target));
    }
    let texts = beginnings()?;
    let language = |side: Side| match *declared.side(side) {
        Some(language) => Ok(language),
        None => {
            let language = format::guess(texts.side(side), FLAGS.side(side))?;
            tell_guess(language, side);
            Ok(language)
        }
    };
    Ok(Pair::new(language(Side::Source)?, language(Side::Target)?))
}

/// The declared languages; those that are not are as the file has them.
fn filled(
    declared: Pair<Option<&'static Language>>,
    of_file: impl FnOnce() -> Result<Pair<&'static Language>>,
) -> Result<Pair<&'static Language>> {
    if let (Some(source), Some(target)) = (declared.source, declared.target) {
        return Ok(Pair::new(source, target));
    }
    let found = of_file()?;
    Ok(Pair::new(declared.source.unwrap_or(found.source), declared.target.unwrap_or(found.target)))
}
