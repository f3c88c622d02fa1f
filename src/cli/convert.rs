use std::path::PathBuf;

use clap::Args;
use targum::error::Result;

use super::Outcome;
use super::bitext::Format;
use super::input::Languages;
use super::output::to_file;

/// Converts a bitext from one format to another, by the extensions of the files.
#[derive(Args)]
pub struct Arguments {
    /// The bitext to read (.tmx .xlf .tsv .jsonl).
    input: PathBuf,
    /// The bitext to write (.tmx .xlf .tsv .jsonl .links).
    output: PathBuf,
    #[command(flatten)]
    languages: Languages,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let format = Format::of(&self.output)?;
        let bitext = Format::of(&self.input)?.read(&self.input, &self.languages)?;
        let lost = format.lost(&bitext);
        if lost > 0 {
            let output = self.output.display();
            eprintln!("warning: {output}: left out {lost} beads with text on one side alone");
        }
        to_file(&self.output, |out| format.write(&bitext, out))?;
        Ok(Outcome::Clean)
    }
}
