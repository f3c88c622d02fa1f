//! `targum evaluate --audit KEY`: an audit against the divergences that are there.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use targum::align;
use targum::audit::{Options, audit};
use targum::bitext::Bitext;
use targum::error::{Error, Result};
use targum::evaluate::answer_key::{self, AuditScore};
use targum::format::{self, Layout};
use targum::pair::Pair;

use super::Outcome;
use super::bitext::Format;
use super::input::{Languages, extension, renderings};
use super::output::to_stdout;

#[derive(Args)]
pub struct AuditArguments {
    /// The divergences, one a line: check, source words, target words and what differs, parted by
    /// TAB; or, in a file named .jsonl, as JSON objects.
    #[arg(long, value_name = "KEY", requires = "source", conflicts_with_all = ["gold", "hypothesis"])]
    audit: Option<PathBuf>,
    /// With --audit: one rendering; or a bitext (.tmx .xlf .tsv .jsonl), and no second file.
    #[arg(requires = "audit")]
    source: Option<PathBuf>,
    /// With --audit: the other rendering.
    target: Option<PathBuf>,
    #[command(flatten)]
    languages: Languages,
    /// The inputs hold one segment a line.
    #[arg(long, requires = "target")]
    segmented: bool,
}

impl AuditArguments {
    pub fn are_given(&self) -> bool {
        self.audit.is_some()
    }

    pub fn run(&self) -> Result<Outcome> {
        let (Some(path), Some(source)) = (&self.audit, &self.source) else {
            return Err(Error::usage("give --audit KEY and the texts that it is about"));
        };
        let text = format::read_text(path)?;
        let key = match extension(path).as_str() {
            "jsonl" => answer_key::parse_jsonl(&text),
            _ => answer_key::parse(&text),
        };
        let key = key.map_err(|error| error.in_file(path))?;
        let bitext = self.bitext(source)?;
        let findings = audit(&bitext, &Options::default());
        let score = answer_key::score(&bitext, &findings, &key);
        to_stdout(|out| write(&score, out))?;
        Ok(Outcome::Clean)
    }

    fn bitext(&self, source: &Path) -> Result<Bitext> {
        let Some(target) = &self.target else {
            return Format::of(source)?.read(source, &self.languages);
        };
        let layout = if self.segmented { Layout::Segmented } else { Layout::Article };
        let renderings = renderings(Pair::new(source, target), layout, &self.languages)?;
        Ok(Bitext::align(renderings, &align::Options::default()))
    }
}

fn write(score: &AuditScore<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let (found, misnamed, missed) = (score.found.len(), score.misnamed.len(), score.missed.len());
    writeln!(
        out,
        "recall     {:.4}  {found} of {} divergences found by their check, {misnamed} by another",
        score.recall(),
        found + misnamed + missed,
    )?;
    writeln!(
        out,
        "precision  {:.4}  {} of {} findings, major or worse, at a divergence",
        score.precision(),
        score.grave - score.unfounded.len(),
        score.grave,
    )?;
    for (what, entries) in [("another check", &score.misnamed), ("missed", &score.missed)] {
        for entry in entries {
            writeln!(out, "{what:<14} {}  {}", entry.check, entry.what)?;
        }
    }
    for finding in &score.unfounded {
        writeln!(out, "{:<14} {}  {}", "unfounded", finding.check, finding.message)?;
    }
    Ok(())
}
