//! From arguments to renderings.

use std::path::{Path, PathBuf};

use clap::Args;
use targum::error::{Error, Result};
use targum::format::{self, Layout, Opened};
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

/// The languages of a pair, where they are declared.
#[derive(Args, Clone, Copy)]
pub struct Languages {
    /// Language of SOURCE, such as he; guessed when left out.
    #[arg(long, value_name = "TAG", value_parser = language)]
    source_lang: Option<&'static Language>,
    /// Language of TARGET, such as nb; guessed when left out.
    #[arg(long, value_name = "TAG", value_parser = language)]
    target_lang: Option<&'static Language>,
}

impl Languages {
    /// The declared languages.
    pub fn declared(self) -> Pair<Option<&'static Language>> {
        Pair::new(self.source_lang, self.target_lang)
    }
}

/// The value parser of language flags.
pub fn language(tag: &str) -> Result<&'static Language, String> {
    Language::from_tag(tag).map_err(|error| error.to_string())
}

/// Reads and prepares both renderings; guessed languages are told on standard error.
pub fn renderings(
    paths: Pair<&Path>,
    layout: Layout,
    languages: Languages,
) -> Result<Pair<Rendering>> {
    let flags = Pair::new("--source-lang", "--target-lang");
    let open = |side: Side| {
        let opened = format::open(
            paths.side(side),
            layout,
            *languages.declared().side(side),
            flags.side(side),
        )?;
        tell_guess(&opened, side);
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
