//! Readers and writers, one file per format.

use std::path::Path;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::lang::{Guess, Language, identify};

pub mod dictd;
pub mod emb;
pub mod encoding;
pub mod jsonl;
pub mod links;
pub mod npy;
pub mod omw;
pub mod plain;
pub mod standoff;
pub mod tbx;
pub mod term_list;
pub mod tmx;
pub mod tsv;
mod units;
pub mod xliff;
mod xml;

/// A document and how its language became known.
#[derive(Debug)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// The guess, when the language was not declared.
    pub guess: Option<Guess>,
}

/// What stands in an article's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Running text; blocks and segments are to be found.
    Article,
    /// One segment a line.
    Segmented,
}

/// Reads an article from a file.
///
/// Without a declared `language`, it is guessed; an unsure guess is an error that names `flag`, the
/// way to declare it. A declared language that the text contradicts is an error too.
pub fn open(
    path: &Path,
    layout: Layout,
    language: Option<&'static Language>,
    flag: &str,
) -> Result<Opened> {
    let raw = read_text(path)?;
    let mut opened = parse(raw, layout, language, flag).map_err(|error| error.in_file(path))?;
    opened.document.origin.path = Some(path.to_owned());
    Ok(opened)
}

/// Reads an article from a string, as [`open`] does.
pub fn parse(
    raw: String,
    layout: Layout,
    declared: Option<&'static Language>,
    flag: &str,
) -> Result<Opened> {
    let guess = identify(&raw);
    let language = match declared {
        Some(language) => {
            if let Some(guess) = guess.filter(|guess| guess.contradicts(language)) {
                let expected = format!("{language}, as {flag} {} says", language.code);
                let found = format!("{} (are the sides swapped?)", guess.language);
                return Err(Error::expected(expected, found));
            }
            language
        }
        None => guessed(guess, flag)?,
    };
    let document = match layout {
        Layout::Article => plain::read(raw, language),
        Layout::Segmented => plain::read_segmented(raw, language),
    };
    Ok(Opened { document, guess: guess.filter(|_| declared.is_none()) })
}

fn guessed(guess: Option<Guess>, flag: &str) -> Result<&'static Language> {
    let found = match guess {
        Some(guess) if guess.is_sure() => return Ok(guess.language),
        Some(guess) => {
            let or = guess.runner_up.map(|other| format!(" or {other}")).unwrap_or_default();
            format!("one that may be {}{or}", guess.language)
        }
        None => "too few words".to_owned(),
    };
    Err(Error::expected(
        "a text whose language can be told",
        format!("{found}; declare it with {flag}"),
    ))
}

/// Reads the UTF-8 text of a file.
pub fn read_text(path: &Path) -> Result<String> {
    if path.is_dir() {
        return Err(Error::expected("a file", "a directory").in_file(path));
    }
    let bytes = std::fs::read(path).map_err(|error| Error::io("read", path, error))?;
    encoding::decode(bytes).map_err(|error| error.in_file(path))
}
