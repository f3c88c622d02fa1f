use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use targum::align::{Evidence, Explanation, Options, explain};
use targum::audit::{Config, audit};
use targum::bitext::Bitext;
use targum::error::Result;
use targum::format::Layout;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;
use targum::report::{Report, Withheld, json};

use super::bitext::Format;
use super::embeddings;
use super::input::{Languages, renderings};
use super::lexicon;
use super::output::{Folder, to_file, to_stdout};
use super::settings::Settings;
use super::severity::Shown;
use super::{Outcome, summary};

/// Aligns two renderings sentence by sentence and writes the parallel corpus.
///
/// With -o and no --format, OUT becomes a folder with the corpus as TMX, TSV and JSONL, the
/// alignment as links and the findings as JSON, and a summary is printed.
#[derive(Args)]
pub struct Arguments {
    /// One rendering: text, .html, .md or .docx; - is standard input.
    source: PathBuf,
    /// The other rendering.
    target: PathBuf,
    #[command(flatten)]
    languages: Languages,
    /// The inputs hold one segment a line; indices are line numbers from 0.
    #[arg(long)]
    segmented: bool,
    /// Where to write: a folder, or with --format a file, or - for standard output.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Write in one format only, to OUT or standard output.
    #[arg(long)]
    format: Option<Format>,
    #[command(flatten)]
    lexicon: lexicon::Source,
    #[command(flatten)]
    embeddings: embeddings::Source,
    /// Most segments in a bead, both sides together.
    #[arg(long, value_name = "COUNT", default_value_t = 6, value_parser = clap::value_parser!(u8).range(2..=16))]
    max_bead: u8,
    /// Print why a bead was chosen, by its number from 0, and what came second.
    #[arg(long, value_name = "BEAD")]
    explain_bead: Option<usize>,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    shown: Shown,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let layout = if self.segmented { Layout::Segmented } else { Layout::Article };
        let paths = Pair::new(self.source.as_path(), self.target.as_path());
        let mut config = self.settings.load(&self.source)?;
        self.shown.configure(&mut config);
        let languages = self.languages.clone().or(config.languages);
        let renderings = renderings(paths, layout, &languages)?;
        let mut options = Options::default();
        options.max_bead = usize::from(self.max_bead);
        let languages = renderings.as_ref().map(|rendering| rendering.document.language);
        let lexica = self.lexicon.load()?;
        let known = lexica.of_one_pair(languages);
        let renderings = known.find_terms(renderings);
        options.lexicon = known.stems;
        config.options.glossary.add(&lexica.terminology);
        options.embeddings = self.embeddings.load(renderings.as_ref(), &options)?;
        let bitext = Bitext::align(renderings, &options);
        for warning in bitext.alignment.warnings() {
            eprintln!("warning: {warning}");
        }
        if let Some(index) = self.explain_bead {
            let renderings = bitext.renderings.as_ref();
            let explanation = explain(renderings, &options, &bitext.alignment, index)?;
            to_stdout(|out| write_explanation(&explanation, renderings, out))?;
            return Ok(Outcome::Clean);
        }
        match (&self.output, self.format) {
            (Some(path), Some(format)) => to_file(path, |out| format.write(&bitext, out))?,
            (None, Some(format)) => to_stdout(|out| format.write(&bitext, out))?,
            (output, None) => write_all(&bitext, &config, output.as_deref())?,
        }
        Ok(Outcome::Clean)
    }
}

fn write_explanation(
    explanation: &Explanation,
    renderings: Pair<&Rendering>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let titled =
        [("bead", Some(&explanation.chosen)), ("runner-up", explanation.runner_up.as_ref())];
    for (title, reasons) in titled {
        let Some(reasons) = reasons else { continue };
        let segments = &reasons.bead.segments;
        writeln!(
            out,
            "{title} {:?}:{:?}  probability {:.4}  log-odds {:.2}",
            segments.source.clone().collect::<Vec<_>>(),
            segments.target.clone().collect::<Vec<_>>(),
            reasons.bead.posterior,
            reasons.log_odds
        )?;
        for side in Side::BOTH {
            for segment in segments.side(side).clone() {
                writeln!(out, "  {}: {}", side.name(), renderings.side(side).text(segment))?;
            }
        }
        for evidence in &reasons.evidence {
            let Evidence { source, amount, log_odds } = evidence;
            writeln!(out, "  {log_odds:>+8.3}  {source} ({amount:.2})")?;
        }
    }
    Ok(())
}

fn write_all(bitext: &Bitext, config: &Config, output: Option<&Path>) -> Result<()> {
    let mut findings = audit(bitext, &config.options);
    let withheld = Withheld::from(&mut findings, config.shown());
    let checks = config.options.checks();
    let report = Report::new(bitext, &checks, &findings, &[]).without(withheld);
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
