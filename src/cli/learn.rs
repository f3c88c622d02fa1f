use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use targum::align::{Learner, Options};
use targum::bitext::Bitext;
use targum::error::Result;
use targum::format::Layout;

use super::bitext::Format;
use super::input::{Languages, renderings};
use super::output::to_file;
use super::{Outcome, pairs, progress};

/// Rounds of aligning and learning over a list of pairs.
const ROUNDS: usize = 2;

/// Learns a translation lexicon from bitexts, or from document pairs that are aligned and learned in
/// turn.
#[derive(Args)]
pub struct Arguments {
    /// Bitexts (.tmx .tsv .jsonl), or one list of pairs: source path TAB target path a line, relative
    /// to the list.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    languages: Languages,
    /// The documents of the list hold one segment a line.
    #[arg(long)]
    segmented: bool,
    /// The lexicon to write.
    #[arg(short, long, value_name = "LEXICON")]
    output: PathBuf,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let mut learner = Learner::new();
        let mut listed = Vec::new();
        for input in &self.inputs {
            match pairs::listed(input)? {
                Some(pairs) => listed.extend(pairs),
                None => {
                    let bitext = Format::of(input)?.read(input, &self.languages)?;
                    learner.add(bitext.renderings.as_ref(), &bitext.alignment);
                }
            }
        }
        let layout = if self.segmented { Layout::Segmented } else { Layout::Article };
        let progress = progress::bar(listed.len() * (1 + ROUNDS), "document pairs");
        let mut bitexts = Vec::with_capacity(listed.len());
        for paths in &listed {
            let paths = paths.as_ref().map(PathBuf::as_path);
            bitexts.push(Bitext {
                renderings: renderings(paths, layout, &self.languages)?,
                alignment: Default::default(),
            });
            progress.inc(1);
        }
        let mut lexicon = learner.lexicon();
        if !bitexts.is_empty() {
            for _ in 0..ROUNDS {
                let mut options = Options::default();
                options.lexicon = (!lexicon.is_empty()).then(|| Arc::new(lexicon));
                learner = Learner::new();
                for input in &self.inputs {
                    if pairs::listed(input)?.is_none() {
                        let bitext = Format::of(input)?.read(input, &self.languages)?;
                        learner.add(bitext.renderings.as_ref(), &bitext.alignment);
                    }
                }
                for bitext in &mut bitexts {
                    let renderings = bitext.renderings.as_ref();
                    bitext.alignment = targum::align::align(renderings, &options);
                    learner.add(renderings, &bitext.alignment);
                    progress.inc(1);
                }
                lexicon = learner.lexicon();
            }
        }
        progress.finish_and_clear();
        to_file(&self.output, |out| lexicon.write(out))?;
        eprintln!("{} pairs of stems", lexicon.len());
        Ok(Outcome::Clean)
    }
}
