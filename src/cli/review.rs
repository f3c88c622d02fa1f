use std::path::PathBuf;

use clap::Args;
use targum::audit::Applied;
use targum::error::Result;
use targum::report::{Report, Withheld, html};

use super::Outcome;
use super::output::to_file;
use super::severity::Shown;
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
    #[command(flatten)]
    shown: Shown,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let Audited { bitext, findings, config } = self.subject.audit(self.shown)?;
        let Applied { mut open, accepted, .. } = match &self.baseline {
            Some(path) => subject::baseline(path)?.apply(&bitext, findings),
            None => Applied { open: findings, ..Applied::default() },
        };
        let withheld = Withheld::from(&mut open, config.shown());
        let checks = config.options.checks();
        let report = Report::new(&bitext, &checks, &open, &accepted).without(withheld);
        to_file(&self.output, |out| html::review::write(&report, out))?;
        Ok(Outcome::Clean)
    }
}
