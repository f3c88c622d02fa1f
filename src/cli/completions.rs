use clap::{Args, CommandFactory};
use clap_complete::Shell;
use targum::error::Result;

use super::{Cli, Outcome};

/// Prints a completion script for a shell.
#[derive(Args)]
pub struct Arguments {
    /// The shell.
    shell: Shell,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "targum", &mut script);
        super::output::to_stdout(|out| out.write_all(&script))?;
        Ok(Outcome::Clean)
    }
}
