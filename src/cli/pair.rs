use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rayon::prelude::*;
use targum::align::{Options, pair_documents};
use targum::error::{Error, Result};
use targum::format::{self, Layout};
use targum::pair::Pair;
use targum::rendering::Rendering;

use super::input::language;
use super::output::to_stdout;
use super::{Outcome, pairs, progress};

/// Finds which documents of a folder render each other.
///
/// Prints source path TAB target path TAB score, a pair a line, as `targum build` and `targum learn`
/// read it. Languages are guessed; the score is the share of the text in beads of a posterior of .9 or
/// more. What is no text in a known language is skipped and told on standard error.
#[derive(Args)]
pub struct Arguments {
    /// A folder; those below it are looked into too.
    folder: PathBuf,
    /// Pair documents of this language only.
    #[arg(long, value_name = "TAG", requires = "target_lang")]
    source_lang: Option<String>,
    /// Pair documents with those of this language only.
    #[arg(long, value_name = "TAG", requires = "source_lang")]
    target_lang: Option<String>,
    /// The documents hold one segment a line.
    #[arg(long)]
    segmented: bool,
    /// The form of the output.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The forms of a list of pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Source path TAB target path TAB score.
    #[default]
    Tsv,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let Format::Tsv = self.format;
        let source = language(self.source_lang.as_deref(), "--source-lang")?;
        let target = language(self.target_lang.as_deref(), "--target-lang")?;
        let wanted = source.zip(target).map(|(source, target)| Pair::new(source.code, target.code));
        let files = pairs::files(&self.folder)?;
        let layout = if self.segmented { Layout::Segmented } else { Layout::Article };
        let bar = progress::bar(files.len(), "documents");
        let read = |path: &PathBuf| {
            let opened = format::open(path, layout, None, "--source-lang");
            bar.inc(1);
            let document = opened?.document;
            let code = document.language.code;
            let is_wanted = wanted.is_none_or(|pair| [pair.source, pair.target].contains(&code));
            Ok(is_wanted.then(|| Rendering::new(document)))
        };
        let opened: Vec<Result<Option<Rendering>>> = files.par_iter().map(read).collect();
        bar.finish_and_clear();
        let (mut paths, mut renderings) = (Vec::new(), Vec::new());
        for (path, opened) in files.iter().zip(opened) {
            match opened {
                Ok(Some(rendering)) => {
                    paths.push(path);
                    renderings.push(rendering);
                }
                Ok(None) => {}
                Err(error) => eprintln!("skipped: {error}"),
            }
        }
        if renderings.is_empty() {
            return Err(Error::expected("documents to pair", "none").in_file(&self.folder));
        }
        let found = pair_documents(&renderings, &Options::default());
        to_stdout(|out| {
            for pair in &found {
                let code = |index: usize| renderings[index].document.language.code;
                let documents = match wanted {
                    Some(wanted) if code(pair.documents.source) != wanted.source => {
                        Pair::new(pair.documents.target, pair.documents.source)
                    }
                    _ => pair.documents,
                };
                let Pair { source, target } = documents.map(|index| paths[index].display());
                writeln!(out, "{source}\t{target}\t{:.4}", pair.score)?;
            }
            Ok(())
        })?;
        Ok(Outcome::Clean)
    }
}
