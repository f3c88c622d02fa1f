use std::path::PathBuf;

use clap::{Args, ValueEnum};
use targum::audit::{self, CHECKS, Severity, audit};
use targum::bitext::Bitext;
use targum::error::Result;
use targum::format::Layout;
use targum::pair::Pair;
use targum::report::text::Style;
use targum::report::{Report, github, json, junit, sarif, text};

use super::Outcome;
use super::bitext::Format;
use super::input::{Languages, renderings};
use super::output::{style, to_file, to_stdout};

/// Finds where two renderings, or the sides of a bitext, diverge.
///
/// Exit status 1 says that there are findings at or above --fail-on.
#[derive(Args)]
pub struct Arguments {
    /// One rendering; or a bitext (.tmx .tsv .jsonl), and no second file.
    source: PathBuf,
    /// The other rendering.
    target: Option<PathBuf>,
    #[command(flatten)]
    languages: Languages,
    /// The inputs hold one segment a line.
    #[arg(long, requires = "target")]
    segmented: bool,
    /// How to report.
    #[arg(long, default_value = "text")]
    format: ReportFormat,
    /// Where to write; standard output when left out.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// The least severity that makes the exit status 1.
    #[arg(long, value_name = "SEVERITY", default_value = "major")]
    fail_on: FailOn,
}

#[derive(Clone, Copy, ValueEnum)]
enum ReportFormat {
    /// Sentences and quotations, for reading.
    Text,
    /// One JSON object, with places as Unicode scalar offsets.
    Json,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// JUnit XML, for build servers.
    Junit,
    /// GitHub annotations.
    Github,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    Note,
    Minor,
    Major,
    Critical,
    Never,
}

impl FailOn {
    fn threshold(self) -> Option<Severity> {
        match self {
            FailOn::Note => Some(Severity::Note),
            FailOn::Minor => Some(Severity::Minor),
            FailOn::Major => Some(Severity::Major),
            FailOn::Critical => Some(Severity::Critical),
            FailOn::Never => None,
        }
    }
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let bitext = match &self.target {
            Some(target) => {
                let layout = if self.segmented { Layout::Segmented } else { Layout::Article };
                let paths = Pair::new(self.source.as_path(), target.as_path());
                Bitext::align(
                    renderings(paths, layout, &self.languages)?,
                    &targum::align::Options::default(),
                )
            }
            None => Format::of(&self.source)?.read(&self.source, &self.languages)?,
        };
        let findings = audit(&bitext, &audit::Options::default());
        let report = Report::new(&bitext, CHECKS, &findings, &[]);
        let fail_on = self.fail_on.threshold();
        let style = if self.output.is_none() { style() } else { Style::Plain };
        let write = |out: &mut dyn std::io::Write| match self.format {
            ReportFormat::Text => text::write(&report, style, out),
            ReportFormat::Json => json::write(&report, out),
            ReportFormat::Sarif => sarif::write(&report, out),
            ReportFormat::Junit => junit::write(&report, fail_on, out),
            ReportFormat::Github => github::write(&report, out),
        };
        match &self.output {
            Some(path) => to_file(path, write)?,
            None => to_stdout(write)?,
        }
        let fails = fail_on
            .is_some_and(|threshold| findings.iter().any(|finding| finding.severity >= threshold));
        Ok(if fails { Outcome::Findings } else { Outcome::Clean })
    }
}
