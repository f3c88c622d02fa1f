//! One JSON document pair a line in, its beads and findings a line out.

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use clap::Args;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use targum::audit::{Config, audit};
use targum::bitext::Bitext;
use targum::error::{Error, Result};
use targum::format::jsonl::{BeadLine, malformed};
use targum::format::{self, Layout};
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;
use targum::report::Report;
use targum::report::json::Entry;

use super::Outcome;
use super::settings::Settings;

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
    settings: Settings,
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

#[derive(Serialize)]
struct Failure {
    code: &'static str,
    message: String,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure { code: error.code(), message: error.to_string() }
    }
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let config = self.settings.load(Path::new("standard input"))?;
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
        answer(&lines, &config)?;
        Ok(Outcome::Clean)
    }
}

type Line = (usize, io::Result<Vec<u8>>);

fn answer(lines: &Receiver<Line>, config: &Config) -> Result<()> {
    let mut out = io::stdout().lock();
    while let Ok(first) = lines.recv() {
        let batch: Vec<Line> = std::iter::once(first).chain(lines.try_iter()).collect();
        let answers: Vec<Option<Result<String>>> = batch
            .into_par_iter()
            .map(|(index, line)| match line {
                Ok(line) if line.trim_ascii().is_empty() => None,
                Ok(line) => Some(Ok(answer_to(index, &line, config))),
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

fn answer_to(index: usize, line: &[u8], config: &Config) -> String {
    let input: Input = match serde_json::from_slice(line) {
        Ok(input) => input,
        Err(error) => {
            let id = serde_json::from_slice::<Value>(line)
                .map_or(Value::Null, |mut value| value["id"].take());
            let error = malformed("a pair as a JSON object", &error, index);
            return failure(id, Failure::from(error));
        }
    };
    let id = input.id.clone();
    work(input, config).unwrap_or_else(|error| failure(id, Failure::from(error)))
}

fn failure(id: Value, error: Failure) -> String {
    #[derive(Serialize)]
    struct Output {
        id: Value,
        error: Failure,
    }
    serde_json::to_string(&Output { id, error }).unwrap_or_default()
}

fn work(input: Input, config: &Config) -> Result<String> {
    #[derive(Serialize)]
    struct Output<'a> {
        id: &'a Value,
        beads: Vec<BeadLine>,
        findings: Vec<Entry<'a>>,
    }
    let texts = Pair::new(input.source, input.target);
    let tags = Pair::new(input.source_lang, input.target_lang);
    let renderings = texts.zip(tags).zip(Pair::new(Side::Source, Side::Target));
    let renderings = renderings
        .try_map(|((text, tag), side)| rendering(text, tag, *config.languages.side(side), side))?;
    let bitext = Bitext::align(renderings, &targum::align::Options::default());
    let findings = audit(&bitext, &config.options);
    let checks = config.options.checks();
    let report = Report::new(&bitext, &checks, &findings, &[]);
    let beads = bitext.alignment.beads().iter();
    let output = Output {
        id: &input.id,
        beads: beads.map(|bead| BeadLine::new(&bitext, report.locators(), bead)).collect(),
        findings: findings.iter().map(|finding| Entry::new(&report, finding)).collect(),
    };
    serde_json::to_string(&output)
        .map_err(|error| Error::io("write", Path::new("standard output"), error.into()))
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
