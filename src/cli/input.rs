//! From arguments to renderings.

use std::path::{Path, PathBuf};

use clap::Args;
use targum::error::{Error, Result};
use targum::format::{self, Layout, Opened};
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

const FLAGS: Pair<&str> = Pair::new("--source-lang", "--target-lang");

/// The language that `flag` declares.
pub fn language(tag: Option<&str>, flag: &str) -> Result<Option<&'static Language>> {
    let unknown = |error| Error::usage(format!("{flag}: {error}"));
    tag.map(|tag| Language::from_tag(tag).map_err(unknown)).transpose()
}

/// Reads and prepares both renderings; guessed languages are told on standard error.
pub fn renderings(
    paths: Pair<&Path>,
    layout: Layout,
    languages: &Languages,
) -> Result<Pair<Rendering>> {
    prepare(paths, layout, languages.declared()?, tell_guess)
}

/// Reads and prepares both renderings; `seen` is called with each document as it is opened.
pub fn prepare(
    paths: Pair<&Path>,
    layout: Layout,
    declared: Pair<Option<&'static Language>>,
    seen: impl Fn(&Opened, Side),
) -> Result<Pair<Rendering>> {
    let open = |side: Side| {
        let opened =
            format::open(paths.side(side), layout, *declared.side(side), FLAGS.side(side))?;
        seen(&opened, side);
        Ok(opened.document)
    };
    let (source, target) = (open(Side::Source)?, open(Side::Target)?);
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

fn tell_guess(opened: &Opened, side: Side) {
    if opened.guess.is_some() {
        let language = opened.document.language;
        eprintln!(
            "{}: {language} (guessed; --{}-lang {})",
            side.name(),
            side.name(),
            language.code
        );
    }
}

/// A path that may be a bitext, by its extension.
pub fn extension(path: &Path) -> String {
    let extension =
        PathBuf::from(path).extension().unwrap_or_default().to_string_lossy().into_owned();
    extension.to_ascii_lowercase()
}
