use std::path::Path;

use clap::Args;
use targum::audit::CHECKS;
use targum::error::Result;
use targum::knowledge::TABLES;
use targum::lang::ALL;

use super::Outcome;
use super::output::{style, to_stdout};
use super::settings::nearest;

/// Says what this targum is made of: version, languages, checks, data tables and their licences.
#[derive(Args)]
pub struct Arguments {}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let config = nearest(Path::new("x"));
        to_stdout(|out| {
            writeln!(out, "{:<15}{}", "targum", env!("CARGO_PKG_VERSION"))?;
            let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
            writeln!(out, "{:<15}{system} {machine}", "system")?;
            writeln!(out, "{:<15}{}", "threads", rayon::current_num_threads())?;
            writeln!(out, "{:<15}{:?}", "text output", style())?;
            let config = config.as_ref().map(|path| path.display().to_string());
            writeln!(out, "{:<15}{}", "configuration", config.as_deref().unwrap_or("none here"))?;
            writeln!(out, "{:<15}{}", "checks", CHECKS.len())?;
            writeln!(out, "\nLanguages")?;
            for language in ALL {
                let script = format!("{:?}", language.script);
                writeln!(out, "  {:<4}{:<20}{script}", language.code, language.name)?;
            }
            writeln!(out, "\nData tables")?;
            TABLES.iter().try_for_each(|table| {
                let (name, version, licence) = (table.name, table.version, table.licence);
                writeln!(out, "  {name:<36}{:>6} rows  {version:<28}{licence}", table.rows())
            })
        })?;
        Ok(Outcome::Clean)
    }
}
