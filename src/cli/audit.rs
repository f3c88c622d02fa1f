use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use targum::audit::{Applied, Baseline, FailOn, Finding, Severity};
use targum::bitext::Bitext;
use targum::error::{Error, Result};
use targum::report::text::Style;
use targum::report::{Report, Withheld, github, html, json, junit, sarif, text, xliff};

use super::Outcome;
use super::bitext::Format;
use super::output::{style, to_file, to_stdout};
use super::severity::{Shown, threshold};
use super::subject::{self, Audited, Subject};

/// Finds where two renderings, or the sides of a bitext, diverge.
///
/// Exit status 1 says that there are findings at or above --fail-on.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    subject: Subject,
    /// How to report.
    #[arg(long, default_value = "text")]
    format: ReportFormat,
    /// Where to write; standard output when left out.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// The least severity that makes the exit status 1; major, unless targum.toml says otherwise.
    #[arg(long, value_name = "SEVERITY", value_parser = threshold())]
    fail_on: Option<FailOn>,
    #[command(flatten)]
    shown: Shown,
    #[command(flatten)]
    baseline: BaselineArguments,
}

#[derive(Args)]
struct BaselineArguments {
    /// Findings of this pair that were looked at and accepted.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the open findings into the baseline, which is made where there is none.
    ///
    /// Entries that are no finding any more stay. A baseline none of whose entries is a finding here is
    /// refused: it is that of another pair.
    #[arg(long, requires = "baseline")]
    update_baseline: bool,
    /// Take entries that are no finding any more out of the baseline.
    #[arg(long, requires = "update_baseline")]
    prune: bool,
    /// Why the findings that --update-baseline adds, or finds without a reason, are accepted.
    #[arg(long, requires = "update_baseline", default_value = "")]
    reason: String,
    /// Who accepts the findings that --update-baseline adds, or finds without an author.
    #[arg(long, requires = "update_baseline", default_value = "")]
    author: String,
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
    /// One page with both texts side by side, to send to an editor.
    Html,
    /// The audited .xlf with the findings as notes and ITS 2.0 annotations.
    Xliff,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let Subject { source, target, .. } = &self.subject;
        let is_xliff = target.is_none() && Format::of(source).is_ok_and(|of| of == Format::Xliff);
        if matches!(self.format, ReportFormat::Xliff) && !is_xliff {
            let message = "--format xliff annotates an .xlf file; audit one";
            return Err(Error::usage(message).in_file(source));
        }
        let Audited { bitext, findings, config } = self.subject.audit(self.shown)?;
        let fail_on = self.fail_on.or(config.fail_on);
        let fail_on = fail_on.unwrap_or(FailOn::At(Severity::Major)).threshold();
        // What fails a run is shown, unless the command says otherwise.
        let least = config
            .min_severity
            .or(fail_on)
            .map_or(config.shown(), |least| least.min(config.shown()));
        let Applied { mut open, accepted, .. } = self.baseline.apply(&bitext, findings, least)?;
        let withheld = Withheld::from(&mut open, least);
        let checks = config.options.checks();
        let report = Report::new(&bitext, &checks, &open, &accepted).without(withheld);
        let style = if self.output.is_none() { style() } else { Style::Plain };
        let write = |out: &mut dyn Write| match self.format {
            ReportFormat::Text => text::write(&report, style, out),
            ReportFormat::Json => json::write(&report, out),
            ReportFormat::Sarif => sarif::write(&report, out),
            ReportFormat::Junit => junit::write(&report, fail_on, out),
            ReportFormat::Github => github::write(&report, out),
            ReportFormat::Html => html::write(&report, out),
            ReportFormat::Xliff => xliff::write(&report, out),
        };
        match &self.output {
            Some(path) => to_file(path, write)?,
            None => to_stdout(write)?,
        }
        let fails =
            fail_on.is_some_and(|least| open.iter().any(|finding| finding.severity >= least));
        Ok(if fails { Outcome::Findings } else { Outcome::Clean })
    }
}

impl BaselineArguments {
    /// Parts the findings, after bringing the baseline up to date where that is asked for, by those
    /// that are shown.
    fn apply(&self, bitext: &Bitext, findings: Vec<Finding>, least: Severity) -> Result<Applied> {
        let Some(path) = &self.baseline else {
            return Ok(Applied { open: findings, ..Applied::default() });
        };
        let is_new = self.update_baseline && !path.exists();
        let mut baseline = if is_new { Baseline::default() } else { subject::baseline(path)? };
        if self.update_baseline {
            let mut before = baseline.apply(bitext, findings.clone());
            if before.accepted.is_empty() && !before.stale.is_empty() {
                let expected = "a baseline of this pair";
                let found =
                    format!("one none of whose {} entries is a finding of it", baseline.len());
                return Err(Error::expected(expected, found).in_file(path));
            }
            before.open.retain(|finding| finding.severity >= least);
            let accepted = before.accepted.into_iter().map(|accepted| accepted.finding);
            let kept: Vec<Finding> = accepted.chain(before.open.iter().cloned()).collect();
            baseline = baseline.updated(bitext, &kept, &self.reason, &self.author);
            if self.prune {
                baseline = baseline.pruned(bitext, &findings);
            }
            to_file(path, |out| baseline.write(out))?;
            eprintln!(
                "{}: {} accepted, {} of them new, {} stale {}",
                path.display(),
                baseline.len(),
                before.open.len(),
                before.stale.len(),
                if self.prune { "taken out" } else { "kept" }
            );
        }
        let applied = baseline.apply(bitext, findings);
        for entry in &applied.stale {
            eprintln!("{}: stale, no such finding any more: {entry}", path.display());
        }
        match baseline.without_reason() {
            0 => {}
            count => eprintln!("{}: {count} accepted without a reason", path.display()),
        }
        Ok(applied)
    }
}
