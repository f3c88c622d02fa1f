use std::path::PathBuf;

use clap::Args;
use targum::audit::Applied;
use targum::error::Result;
use targum::report::{Report, html};

use super::Outcome;
use super::output::to_file;
use super::subject::{self, Audited, Subject};

/// Writes a page on which an editor decides finding by finding, without a network, and saves a baseline
/// for `targum audit` and a list of corrections.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    subject: Subject,
    /// The page to write.
    #[arg(short, long, value_name = "PAGE")]
    output: PathBuf,
    /// Findings of this pair that were looked at and accepted before.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let Audited { bitext, findings, config } = self.subject.audit()?;
        let Applied { open, accepted, .. } = match &self.baseline {
            Some(path) => subject::baseline(path)?.apply(&bitext, findings),
            None => Applied { open: findings, ..Applied::default() },
        };
        let checks = config.options.checks();
        let report = Report::new(&bitext, &checks, &open, &accepted);
        to_file(&self.output, |out| html::review::write(&report, out))?;
        Ok(Outcome::Clean)
    }
}
