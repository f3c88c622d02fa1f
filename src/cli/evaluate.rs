use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use targum::error::Result;
use targum::evaluate::alignment::{Counts, Score};
use targum::evaluate::standoff;
use targum::format::links::{self, Link};
use targum::format::{self, ladder, standoff::Standoff, xces};

use super::Outcome;
use super::bitext::Format;
use super::evaluate_audit::AuditArguments;
use super::input::extension;
use super::output::to_stdout;

/// Scores an alignment against gold beads, or an audit against the divergences that are there.
///
/// An alignment: strict and lax precision, recall and F1, and how far its probabilities can be
/// trusted. An audit: how many divergences it finds, and how many of its findings are among them.
#[derive(Args)]
pub struct Arguments {
    /// The gold beads, one a line: [0, 1]:[0]; or, in a file named .ladder, as the ladder of hunalign,
    /// .xml or .xces, as XCES links (OPUS), .standoff, as byte ranges.
    #[arg(long, required_unless_present = "audit")]
    gold: Vec<PathBuf>,
    /// The beads to score, one a line: [0, 1]:[0]:0.97, or in one of the other formats. As many files as
    /// gold ones; counts are summed.
    #[arg(long, required_unless_present = "audit")]
    hypothesis: Vec<PathBuf>,
    #[command(flatten)]
    audit: AuditArguments,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        if self.audit.are_given() {
            return self.audit.run();
        }
        if self.gold.len() != self.hypothesis.len() {
            return Err(targum::error::Error::usage("give one --hypothesis for each --gold"));
        }
        let mut counts = Counts::default();
        for (gold, hypothesis) in self.gold.iter().zip(&self.hypothesis) {
            let (gold, hypothesis) = if extension(gold) == "standoff" {
                let read = |path: &Path| {
                    Standoff::parse(&format::read_text(path)?).map_err(|error| error.in_file(path))
                };
                standoff::links(&read(gold)?, &read(hypothesis)?)
                    .map_err(|error| error.in_file(hypothesis))?
            } else {
                (read_links(gold)?, read_links(hypothesis)?)
            };
            counts.add(&gold, &hypothesis);
        }
        to_stdout(|out| {
            line(out, "strict", counts.strict())?;
            line(out, "lax", counts.lax())?;
            if counts.bins().iter().all(|bin| bin.beads == 0) {
                return Ok(());
            }
            writeln!(out, "\ncalibration error {:.4}", counts.calibration_error())?;
            writeln!(out, "probability    beads  right")?;
            for (tenth, bin) in counts.bins().iter().enumerate().filter(|(_, bin)| bin.beads > 0) {
                let share = bin.right as f64 / bin.beads as f64;
                let (low, high) = (tenth as f64 / 10.0, (tenth + 1) as f64 / 10.0);
                writeln!(out, "{low:.1} to {high:.1} {:>9}  {share:.3}", bin.beads)?;
            }
            Ok(())
        })?;
        Ok(Outcome::Clean)
    }
}

/// Reads links of segment numbers, in the format that the file's name tells.
fn read_links(path: &Path) -> Result<Vec<Link>> {
    let links = match Format::of(path) {
        Ok(Format::Ladder) => ladder::parse(&format::read_text(path)?),
        Ok(Format::Xces) => xces::parse(&format::read_xml(path)?),
        _ => links::parse(&format::read_text(path)?),
    };
    links.map_err(|error| error.in_file(path))
}

fn line(out: &mut dyn Write, name: &str, score: Score) -> std::io::Result<()> {
    let Score { precision, recall, f1 } = score;
    writeln!(out, "{name:<7} P {precision:.4}  R {recall:.4}  F1 {f1:.4}")
}
