//! Readers and writers, one file per format.

use std::io::Read as _;
use std::path::Path;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::lang::{Guess, Language, identify};
use crate::pair::{Pair, Side};

pub mod dictd;
pub mod emb;
pub mod encoding;
pub mod jsonl;
pub mod links;
pub mod npy;
pub mod omw;
pub mod pair_line;
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
    /// The guess, when the text seems to be in another language than the declared one.
    pub doubt: Option<Guess>,
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
/// way to declare it. A declared language holds whatever the text looks like.
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
    let doubt = declared.and_then(|language| guess.filter(|guess| guess.contradicts(language)));
    let language = declared.map_or_else(|| guessed(guess, flag), Ok)?;
    let document = match layout {
        Layout::Article => plain::read(raw, language),
        Layout::Segmented => plain::read_segmented(raw, language),
    };
    Ok(Opened { document, guess: guess.filter(|_| declared.is_none()), doubt })
}

/// Whether two documents are each in the language that is declared for the other.
///
/// # Errors
/// When they are.
pub fn in_their_places(opened: Pair<&Opened>) -> Result<()> {
    let languages = opened.map(|opened| opened.document.language);
    let is_of_other = |side: Side| {
        let other = languages.side(side.other());
        opened.side(side).doubt.is_some_and(|guess| !guess.contradicts(other))
    };
    if !Side::BOTH.into_iter().all(is_of_other) {
        return Ok(());
    }
    let Pair { source, target } = languages;
    let expected = format!("{source} as the source and {target} as the target, as declared");
    let error = Error::expected(expected, "them swapped; exchange the texts or the languages");
    Err(match &opened.source.document.origin.path {
        Some(path) => error.in_file(path),
        None => error,
    })
}

/// The language of a text as far as it tells; `flag` is the way to declare it.
///
/// # Errors
/// When it tells too little.
pub fn guess(text: &str, flag: &str) -> Result<&'static Language> {
    guessed(identify(text), flag)
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

/// Reads the UTF-8 text of a file; `-` is standard input.
pub fn read_text(path: &Path) -> Result<String> {
    read_bytes(path).and_then(encoding::decode).map_err(|error| error.in_file(path))
}

/// Reads the text of an XML file, in the encoding that it declares.
pub fn read_xml(path: &Path) -> Result<String> {
    read_bytes(path).and_then(encoding::decode_xml).map_err(|error| error.in_file(path))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    if path.is_dir() {
        return Err(Error::expected("a file", "a directory"));
    }
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        return read.map(|_| bytes).map_err(|error| Error::io("read", path, error));
    }
    std::fs::read(path).map_err(|error| Error::io("read", path, error))
}
