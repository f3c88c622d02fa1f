//! From arguments to renderings.

use std::path::{Path, PathBuf};

use clap::Args;
use targum::document::Document;
use targum::error::{Error, Result};
use targum::format::{self, Layout, Opened, in_their_places};
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

/// The languages of a pair, where they are declared.
#[derive(Args, Clone)]
pub struct Languages {
    /// Language of SOURCE, such as he; guessed when left out.
    #[arg(long, value_name = "TAG")]
    source_lang: Option<String>,
    /// Language of TARGET, such as nb; guessed when left out.
    #[arg(long, value_name = "TAG")]
    target_lang: Option<String>,
}

impl Languages {
    /// These, and where they are silent, those of a configuration.
    #[must_use]
    pub fn or(mut self, languages: Pair<Option<&'static Language>>) -> Self {
        let code = |language: Option<&Language>| language.map(|language| language.code.to_owned());
        self.source_lang = self.source_lang.or_else(|| code(languages.source));
        self.target_lang = self.target_lang.or_else(|| code(languages.target));
        self
    }

    /// The declared languages.
    pub fn declared(&self) -> Result<Pair<Option<&'static Language>>> {
        let source = language(self.source_lang.as_deref(), FLAGS.source)?;
        Ok(Pair::new(source, language(self.target_lang.as_deref(), FLAGS.target)?))
    }
}

pub const FLAGS: Pair<&str> = Pair::new("--source-lang", "--target-lang");

/// The language that `flag` declares.
pub fn language(tag: Option<&str>, flag: &str) -> Result<Option<&'static Language>> {
    let unknown = |error| Error::usage(format!("{flag}: {error}"));
    tag.map(|tag| Language::from_tag(tag).map_err(unknown)).transpose()
}

/// Reads and prepares both renderings; guessed languages and doubts about declared ones are told on
/// standard error.
pub fn renderings(
    paths: Pair<&Path>,
    layout: Layout,
    languages: &Languages,
) -> Result<Pair<Rendering>> {
    prepare(paths, layout, languages.declared()?, tell)
}

/// Reads and prepares both renderings; `seen` is called with each document.
pub fn prepare(
    paths: Pair<&Path>,
    layout: Layout,
    declared: Pair<Option<&'static Language>>,
    seen: impl Fn(&Opened, Side),
) -> Result<Pair<Rendering>> {
    if paths.source == Path::new("-") && paths.target == Path::new("-") {
        return Err(Error::usage("only one side can be standard input"));
    }
    let open =
        |side: Side| format::open(paths.side(side), layout, *declared.side(side), FLAGS.side(side));
    let opened = Pair::new(open(Side::Source)?, open(Side::Target)?);
    in_their_places(opened.as_ref())?;
    seen(&opened.source, Side::Source);
    seen(&opened.target, Side::Target);
    let Pair { source, target } = opened.map(|opened| opened.document);
    if source.text.trim() == target.text.trim() {
        return Err(Error::expected(
            "two renderings of one article",
            "the same text on both sides",
        )
        .in_file(paths.target));
    }
    let (source, target) = rayon::join(|| Rendering::new(source), || Rendering::new(target));
    Ok(Pair::new(source, target))
}

fn tell(opened: &Opened, side: Side) {
    if opened.guess.is_some() {
        tell_guess(opened.document.language, side);
    }
    tell_doubt(opened, FLAGS.side(side));
}

/// Says on standard error which language a side was taken to be in.
pub fn tell_guess(language: &Language, side: Side) {
    eprintln!("{}: {language} (guessed; {} {})", side.name(), FLAGS.side(side), language.code);
}

/// What is said of a text that seems to be in another language than that which `flag` declares.
pub fn doubt(opened: &Opened, flag: &str) -> Option<String> {
    let guess = opened.doubt?;
    let Document { language, origin, .. } = &opened.document;
    let path = origin.path.as_ref().map(|path| format!("{}: ", path.display()));
    let (path, code) = (path.unwrap_or_default(), language.code);
    let found = guess.language;
    Some(format!("{path}read as {language}, as {flag} {code} says; it looks like {found}"))
}

/// Says it on standard error.
pub fn tell_doubt(opened: &Opened, flag: &str) {
    doubt(opened, flag).into_iter().for_each(|doubt| eprintln!("warning: {doubt}"));
}

/// A path that may be a bitext, by its extension.
pub fn extension(path: &Path) -> String {
    let extension =
        PathBuf::from(path).extension().unwrap_or_default().to_string_lossy().into_owned();
    extension.to_ascii_lowercase()
}
