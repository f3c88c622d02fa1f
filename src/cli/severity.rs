//! Severities on the command line, by their names.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use targum::audit::{Config, FailOn, Severity};

/// What is reported.
#[derive(Args, Clone, Copy)]
pub struct Shown {
    /// The least severity that is reported; minor, unless targum.toml says otherwise. Notes are
    /// liberties of translation, with nothing to repair; what is left out is counted.
    #[arg(long, value_name = "SEVERITY", value_parser = severity())]
    min_severity: Option<Severity>,
}

impl Shown {
    /// Makes what is asked for that of a configuration.
    pub fn configure(self, config: &mut Config) {
        config.min_severity = self.min_severity.or(config.min_severity);
    }
}

/// The names of the severities, least first.
fn names() -> impl Iterator<Item = &'static str> {
    Severity::ALL.into_iter().rev().map(Severity::name)
}

fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(names())
        .try_map(|name| Severity::from_name(&name).ok_or("no severity"))
}

/// Reads a severity or "never".
pub fn threshold() -> impl TypedValueParser<Value = FailOn> {
    PossibleValuesParser::new(names().chain(["never"]))
        .map(|name| Severity::from_name(&name).map_or(FailOn::Never, FailOn::At))
}
