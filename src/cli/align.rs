use std::path::{Path, PathBuf};

use clap::Args;
use targum::audit::{self, CHECKS, audit};
use targum::bitext::Bitext;
use targum::error::Result;
use targum::format::Layout;
use targum::pair::Pair;
use targum::report::{Report, json};

use super::bitext::Format;
use super::input::{Languages, renderings};
use super::output::{Folder, to_file, to_stdout};
use super::{Outcome, summary};

/// Aligns two renderings sentence by sentence and writes the parallel corpus.
///
/// With -o and no --format, OUT becomes a folder with the corpus as TMX, TSV and JSONL, the
/// alignment as links and the findings as JSON, and a summary is printed.
#[derive(Args)]
pub struct Arguments {
    /// One rendering.
    source: PathBuf,
    /// The other rendering.
    target: PathBuf,
    #[command(flatten)]
    languages: Languages,
    /// The inputs hold one segment a line; indices are line numbers from 0.
    #[arg(long)]
    segmented: bool,
    /// Where to write: a folder, or a file with --format.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Write in one format only, to OUT or standard output.
    #[arg(long)]
    format: Option<Format>,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let layout = if self.segmented { Layout::Segmented } else { Layout::Article };
        let paths = Pair::new(self.source.as_path(), self.target.as_path());
        let renderings = renderings(paths, layout, &self.languages)?;
        let bitext = Bitext::align(renderings, &targum::align::Options::default());
        match (&self.output, self.format) {
            (Some(path), Some(format)) => to_file(path, |out| format.write(&bitext, out))?,
            (None, Some(format)) => to_stdout(|out| format.write(&bitext, out))?,
            (output, None) => write_all(&bitext, output.as_deref())?,
        }
        Ok(Outcome::Clean)
    }
}

fn write_all(bitext: &Bitext, output: Option<&Path>) -> Result<()> {
    let findings = audit(bitext, &audit::Options::default());
    let report = Report::new(bitext, CHECKS, &findings, &[]);
    if let Some(path) = output {
        let mut folder = Folder::create(path)?;
        for (name, format) in [
            ("corpus.tmx", Format::Tmx),
            ("corpus.tsv", Format::Tsv),
            ("corpus.jsonl", Format::Jsonl),
            ("alignment.links", Format::Links),
        ] {
            folder.write(name, |out| format.write(bitext, out))?;
        }
        folder.write("findings.json", |out| json::write(&report, out))?;
        folder.finish()?;
    }
    to_stdout(|out| summary::write(&report, out))
}
