//! Reads an article, whatever the form of its file, and tells its language.

use std::path::Path;

use super::page::Page;
use super::{docx, encoding, html, markdown, plain, read_bytes};
use crate::document::Document;
use crate::error::{Error, Result};
use crate::lang::{Guess, Language, identify};
use crate::pair::{Pair, Side};

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

/// Reads an article from a file, in the form that its name tells.
///
/// Without a declared `language`, it is guessed; an unsure guess is an error that names `flag`, the
/// way to declare it. A declared language holds whatever the text looks like.
pub fn open(
    path: &Path,
    layout: Layout,
    language: Option<&'static Language>,
    flag: &str,
) -> Result<Opened> {
    let form = if layout == Layout::Segmented { Form::Plain } else { Form::of(path) };
    let opened = read_bytes(path).and_then(|bytes| read(bytes, form, layout, language, flag));
    let mut opened = opened.map_err(|error| error.in_file(path))?;
    opened.document.origin.path = Some(path.to_owned());
    Ok(opened)
}

/// Reads an article from the bytes of its file, as [`open`] does.
pub fn read(
    bytes: Vec<u8>,
    form: Form,
    layout: Layout,
    declared: Option<&'static Language>,
    flag: &str,
) -> Result<Opened> {
    let (page, file) = match form {
        Form::Plain => return parse(encoding::decode(bytes)?, layout, declared, flag),
        Form::Word => (docx::read(bytes)?, None),
        Form::Html => page_of(encoding::decode(bytes)?, html::read),
        Form::Markdown => page_of(encoding::decode(bytes)?, markdown::read),
    };
    from_page(page, file, declared, flag)
}

/// Reads an article from a string, as [`open`] does. What begins with the first tag of HTML is read as
/// that.
pub fn parse(
    raw: String,
    layout: Layout,
    declared: Option<&'static Language>,
    flag: &str,
) -> Result<Opened> {
    let read = match layout {
        Layout::Segmented => plain::read_segmented,
        Layout::Article if html::is_page(&raw) => {
            let (page, file) = page_of(raw, html::read);
            return from_page(page, file, declared, flag);
        }
        Layout::Article => plain::read,
    };
    let spoken = Spoken::of(&raw, declared, None, flag)?;
    Ok(spoken.with(|language| read(raw, language)))
}

/// The text of a file and the language tag in it.
type File = (String, Option<String>);

fn page_of(raw: String, read: fn(&str) -> (Page, Option<String>)) -> (Page, Option<File>) {
    let (page, tag) = read(&raw);
    (page, Some((raw, tag)))
}

fn from_page(
    mut page: Page,
    file: Option<File>,
    declared: Option<&'static Language>,
    flag: &str,
) -> Result<Opened> {
    if page.text().trim().is_empty() {
        return Err(Error::expected("an article", "markup without text"));
    }
    let (raw, tag) = file.map_or((None, None), |(raw, tag)| (Some(raw), tag));
    let spoken = Spoken::of(page.text(), declared, tag.as_deref(), flag)?;
    Ok(spoken.with(|language| page.finish(raw, language)))
}

/// The forms of an article's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text without markup.
    Plain,
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
    /// A Word document, .docx.
    Word,
}

impl Form {
    /// The form that a name tells.
    pub fn of(path: &Path) -> Form {
        let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
        match extension.to_str() {
            Some("html" | "htm" | "xhtml") => Form::Html,
            Some("md" | "markdown") => Form::Markdown,
            Some("docx" | "docm") => Form::Word,
            _ => Form::Plain,
        }
    }
}

/// The language of a text and how it became known.
struct Spoken {
    language: &'static Language,
    guess: Option<Guess>,
    doubt: Option<Guess>,
}

impl Spoken {
    /// The `declared` language; else that which the text surely is in; else that of the file's own
    /// `tag`.
    fn of(
        text: &str,
        declared: Option<&'static Language>,
        tag: Option<&str>,
        flag: &str,
    ) -> Result<Self> {
        let guess = identify(text);
        if let Some(language) = declared {
            let doubt = guess.filter(|guess| guess.contradicts(language));
            return Ok(Spoken { language, guess: None, doubt });
        }
        let tagged = tag.and_then(|tag| Language::from_tag(tag).ok());
        if let Some(language) = tagged
            && guess.is_none_or(|guess| !guess.contradicts(language))
        {
            return Ok(Spoken { language, guess: None, doubt: None });
        }
        Ok(Spoken { language: guessed(guess, flag)?, guess, doubt: None })
    }

    fn with(self, read: impl FnOnce(&'static Language) -> Document) -> Opened {
        let Spoken { language, guess, doubt } = self;
        Opened { document: read(language), guess, doubt }
    }
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
