use std::path::PathBuf;

use clap::{Args, ValueEnum};
use targum::document::Locator;
use targum::error::Result;
use targum::format::jsonl::Place;
use targum::format::{self, Layout};
use targum::rendering::Rendering;

use super::Outcome;
use super::input::language;
use super::output::to_stdout;

/// Cuts an article into segments: sentences, headings, list items.
#[derive(Args)]
pub struct Arguments {
    /// The article.
    file: PathBuf,
    /// Its language, such as he; guessed when left out.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// How to write the segments.
    #[arg(long, default_value = "lines")]
    format: SplitFormat,
}

#[derive(Clone, Copy, ValueEnum)]
enum SplitFormat {
    /// One segment a line, inner white space folded.
    Lines,
    /// One segment a line as JSON, with its place in the file.
    Jsonl,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let opened = format::open(
            &self.file,
            Layout::Article,
            language(self.lang.as_deref(), "--lang")?,
            "--lang",
        )?;
        if opened.guess.is_some() {
            let language = opened.document.language;
            eprintln!("{language} (guessed; --lang {})", language.code);
        }
        let rendering = Rendering::new(opened.document);
        let text = &rendering.document.text;
        let locator = Locator::new(&rendering.document);
        to_stdout(|out| {
            for segment in &rendering.segments {
                let place = Place::new(&locator, text, segment.span);
                match self.format {
                    SplitFormat::Lines => writeln!(out, "{}", place.text)?,
                    SplitFormat::Jsonl => {
                        serde_json::to_writer(&mut *out, &place)?;
                        writeln!(out)?;
                    }
                }
            }
            Ok(())
        })?;
        Ok(Outcome::Clean)
    }
}
