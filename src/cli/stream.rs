//! One JSON document pair a line in, its beads and findings a line out.

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use clap::Args;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use targum::align::Options;
use targum::audit::Config;
use targum::error::{Error, Result};
use targum::format::jsonl::malformed;
use targum::format::{self, Layout};
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

use super::lexicon::{self, Lexica};
use super::settings::Settings;
use super::severity::Shown;
use super::{Outcome, answer};

/// Pairs that may wait to be worked on.
const AHEAD: usize = 256;

/// Aligns and audits document pairs from standard input, one JSON object a line.
///
/// In: {"id", "source", "target", "source_lang", "target_lang"}. Out, in the same order: {"id",
/// "beads", "findings"}, or {"id", "error": {"code", "message"}}. Languages are guessed when left out.
/// A pair that fails does not end the stream.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    lexicon: lexicon::Source,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    shown: Shown,
}

#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Value,
    source: String,
    target: String,
    source_lang: Option<String>,
    target_lang: Option<String>,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let mut config = self.settings.load(Path::new("standard input"))?;
        let lexica = self.lexicon.load()?;
        config.options.glossary.add(&lexica.terminology);
        self.shown.configure(&mut config);
        let (sender, lines) = sync_channel(AHEAD);
        // The reader has a thread of its own, so that a client that waits for each answer gets it.
        thread::spawn(move || {
            for (index, line) in io::stdin().lock().split(b'\n').enumerate() {
                let is_broken = line.is_err();
                if sender.send((index, line)).is_err() || is_broken {
                    break;
                }
            }
        });
        reply(&lines, &config, &lexica)?;
        Ok(Outcome::Clean)
    }
}

type Line = (usize, io::Result<Vec<u8>>);

fn reply(lines: &Receiver<Line>, config: &Config, lexica: &Lexica) -> Result<()> {
    let mut out = io::stdout().lock();
    while let Ok(first) = lines.recv() {
        let batch: Vec<Line> = std::iter::once(first).chain(lines.try_iter()).collect();
        let answers: Vec<Option<Result<String>>> = batch
            .into_par_iter()
            .map(|(index, line)| match line {
                Ok(line) if line.trim_ascii().is_empty() => None,
                Ok(line) => Some(Ok(answer_to(index, &line, config, lexica))),
                Err(error) => Some(Err(Error::io("read", Path::new("standard input"), error))),
            })
            .collect();
        for answer in answers.into_iter().flatten() {
            let answer = answer?;
            writeln!(out, "{answer}")
                .map_err(|error| Error::io("write", Path::new("standard output"), error))?;
        }
        out.flush().map_err(|error| Error::io("write", Path::new("standard output"), error))?;
    }
    Ok(())
}

fn answer_to(index: usize, line: &[u8], config: &Config, lexica: &Lexica) -> String {
    let input: Input = match serde_json::from_slice(line) {
        Ok(input) => input,
        Err(error) => {
            let id = serde_json::from_slice::<Value>(line)
                .map_or(Value::Null, |mut value| value["id"].take());
            return answer::failure(&id, &malformed("a pair as a JSON object", &error, index));
        }
    };
    let id = input.id.clone();
    work(input, config, lexica).unwrap_or_else(|error| answer::failure(&id, &error))
}

fn work(input: Input, config: &Config, lexica: &Lexica) -> Result<String> {
    let texts = Pair::new(input.source, input.target);
    let tags = Pair::new(input.source_lang, input.target_lang);
    let renderings = texts.zip(tags).zip(Pair::new(Side::Source, Side::Target));
    let renderings = renderings
        .try_map(|((text, tag), side)| rendering(text, tag, *config.languages.side(side), side))?;
    let known = lexica.of(renderings.as_ref().map(|rendering| rendering.document.language));
    let mut options = Options::default();
    options.lexicon = known.stems.clone();
    answer::to_pair(&input.id, known.find_terms(renderings), &options, config)
}

fn rendering(
    text: String,
    tag: Option<String>,
    configured: Option<&'static Language>,
    side: Side,
) -> Result<Rendering> {
    if text.trim().is_empty() {
        return Err(Error::expected(format!("text as \"{}\"", side.name()), "white space only"));
    }
    let field = Pair::new("\"source_lang\"", "\"target_lang\"");
    let declared = tag.map(|tag| Language::from_tag(&tag)).transpose()?.or(configured);
    let opened = format::parse(text, Layout::Article, declared, field.side(side))?;
    Ok(Rendering::new(opened.document))
}
