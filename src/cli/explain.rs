use std::io::Write;

use clap::Args;
use targum::audit::{CHECKS, Measured, Severity, check};
use targum::error::{Error, Result};

use super::Outcome;
use super::output::to_stdout;

/// Says what a check finds, why it matters and what it leaves alone.
#[derive(Args)]
pub struct Arguments {
    /// Id of the check; all of them are listed when it is left out.
    check: Option<String>,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let Some(id) = self.check else {
            to_stdout(|out| {
                CHECKS.iter().try_for_each(|check| {
                    let severity = check.severity.name();
                    writeln!(out, "{:<24}{severity:<10}{}", check.id, check.explanation.finds)
                })
            })?;
            return Ok(Outcome::Clean);
        };
        let check = check(&id).ok_or_else(|| {
            Error::expected("the id of a check (`targum explain` lists them)", format!("\"{id}\""))
        })?;
        let explanation = &check.explanation;
        to_stdout(|out| {
            writeln!(out, "{} ({})", check.id, check.severity.name())?;
            writeln!(out, "\n{}\n{}", explanation.finds, explanation.matters)?;
            writeln!(out, "\nExample")?;
            for (language, text) in explanation.example {
                writeln!(out, "  {language}  {text}")?;
            }
            writeln!(out, "\nNot flagged: {}", explanation.ignores)?;
            writeln!(
                out,
                "\nReports show findings from {} on; lesser ones are liberties of translation, and counted.",
                Severity::SHOWN.name()
            )?;
            if let Some(measured) = Measured::of(check.id) {
                write_measured(out, measured)?;
            }
            writeln!(out, "\nMQM {}   ITS 2.0 {}", check.mqm, check.its)
        })?;
        Ok(Outcome::Clean)
    }
}

fn write_measured(out: &mut dyn Write, measured: Measured) -> std::io::Result<()> {
    let Measured { planted, caught, clean, alarms, known, right } = measured;
    let percent = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
    writeln!(out, "\nMeasured on development data")?;
    if planted > 0 {
        let share = percent(caught, planted);
        writeln!(out, "  recall     {share:>5.1} %  {caught} of {planted} planted faults found")?;
    }
    if known > 0 {
        let share = percent(right, known);
        writeln!(
            out,
            "  precision  {share:>5.1} %  {right} of {known} findings that were read or planted are true"
        )?;
    }
    writeln!(out, "  alarms     {alarms} in {clean} clean pairs, true ones included")
}
