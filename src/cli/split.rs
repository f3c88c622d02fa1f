use std::path::PathBuf;

use clap::{Args, ValueEnum};
use targum::document::Locator;
use targum::error::Result;
use targum::format::jsonl::Place;
use targum::format::{self, Layout};
use targum::segment::{SoftCuts, segment_with};

use super::Outcome;
use super::input::{language, tell_doubt};
use super::output::to_stdout;

/// Cuts an article into segments: sentences, headings, list items.
#[derive(Args)]
pub struct Arguments {
    /// The article: text, .html, .md or .docx; - is standard input.
    file: PathBuf,
    /// Its language, such as he; guessed when left out.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// How to write the segments.
    #[arg(long, default_value = "lines")]
    format: SplitFormat,
    /// Which soft cuts to make: after colons and semicolons, where conventions differ.
    #[arg(long, default_value = "conventional")]
    soft: Soft,
}

#[derive(Clone, Copy, ValueEnum)]
enum Soft {
    /// None.
    Never,
    /// Those that the gold corpora of the language make.
    Conventional,
    /// All.
    Always,
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
        tell_doubt(&opened, "--lang");
        let soft = match self.soft {
            Soft::Never => SoftCuts::Never,
            Soft::Conventional => SoftCuts::Conventional,
            Soft::Always => SoftCuts::Always,
        };
        let segments = segment_with(&opened.document, soft);
        let text = &opened.document.text;
        let locator = Locator::new(&opened.document);
        to_stdout(|out| {
            for segment in &segments {
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
