//! One JSON document pair a line in, its beads and findings a line out.

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use clap::Args;
use rayon::prelude::*;
use targum::align::Options;
use targum::audit::Config;
use targum::error::{Error, Result};
use targum::format::pair_line::{self, PairLine};
use targum::format::{self, Layout, Opened, in_their_places};
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

use super::input::doubt;
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
    match pair_line::read(line, index) {
        Ok(pair) => {
            let id = pair.id.clone();
            work(pair, index, config, lexica).unwrap_or_else(|error| answer::failure(&id, &error))
        }
        Err(error) => answer::failure(&pair_line::id(line), &error),
    }
}

fn work(pair: PairLine, index: usize, config: &Config, lexica: &Lexica) -> Result<String> {
    let texts = pair.texts.zip(pair.tags).zip(Pair::new(Side::Source, Side::Target));
    let opened =
        texts.try_map(|((text, tag), side)| open(text, tag, *config.languages.side(side), side))?;
    in_their_places(opened.as_ref())?;
    for doubt in [doubt(&opened.source, FIELDS.source), doubt(&opened.target, FIELDS.target)] {
        doubt.into_iter().for_each(|doubt| eprintln!("warning: line {}: {doubt}", index + 1));
    }
    let renderings = opened.map(|opened| Rendering::new(opened.document));
    let known = lexica.of(renderings.as_ref().map(|rendering| rendering.document.language));
    let mut options = Options::default();
    options.lexicon = known.stems.clone();
    answer::to_pair(&pair.id, known.find_terms(renderings), &options, config)
}

const FIELDS: Pair<&str> = Pair::new("\"source_lang\"", "\"target_lang\"");

fn open(
    text: String,
    tag: Option<String>,
    configured: Option<&'static Language>,
    side: Side,
) -> Result<Opened> {
    if text.trim().is_empty() {
        return Err(Error::expected(format!("text as \"{}\"", side.name()), "white space only"));
    }
    let declared = tag.map(|tag| Language::from_tag(&tag)).transpose()?.or(configured);
    format::parse(text, Layout::Article, declared, FIELDS.side(side))
}
