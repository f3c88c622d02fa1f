use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::value::RawValue;
use targum::align::Options;
use targum::audit::Config;
use targum::error::{Error, Result};
use targum::format::Layout;
use targum::lang::Language;
use targum::pair::Pair;

use super::input::{FLAGS, Languages, prepare, tell_doubt};
use super::lexicon::{self, Lexica};
use super::output::{Folder, to_stdout};
use super::settings::Settings;
use super::severity::Shown;
use super::shards::{Found, Shards, Start};
use super::{Outcome, answer, pairs, progress};

/// Pairs that are finished together; what is lost when a build is broken off.
const SHARD: usize = 64;

/// Aligns and audits many document pairs and writes one corpus.
///
/// DIR gets corpus.tsv (source TAB target, the linked beads), corpus.jsonl (every bead with its place
/// and posterior), findings.jsonl and pairs.tsv, which has a line for each pair and says why one could
/// not be built. In the JSON lines, "pair" is the number of the pair from 0.
#[derive(Args)]
pub struct Arguments {
    /// A list of pairs, source path TAB target path a line, relative to the list; or a folder with
    /// article/he.txt beside article/nb.txt, or article.he.txt beside article.nb.txt, which needs
    /// --source-lang and --target-lang.
    pairs: PathBuf,
    #[command(flatten)]
    languages: Languages,
    /// The documents hold one segment a line.
    #[arg(long)]
    segmented: bool,
    /// The folder to write to.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Leave beads with a lower posterior out of corpus.tsv.
    #[arg(long, value_name = "PROBABILITY", default_value_t = 0.0, value_parser = probability)]
    min_posterior: f64,
    #[command(flatten)]
    lexicon: lexicon::Source,
    /// Pairs worked on at a time; as many as there are processors when left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Go on with a build that was broken off.
    #[arg(long)]
    resume: bool,
    #[command(flatten)]
    settings: Settings,
    #[command(flatten)]
    shown: Shown,
}

impl Arguments {
    pub fn run(self) -> Result<Outcome> {
        let mut config = self.settings.load(&self.pairs.join("pairs"))?;
        self.shown.configure(&mut config);
        let languages = self.languages.clone().or(config.languages).declared()?;
        let pairs = pairs(&self.pairs, languages)?;
        let lexica = self.lexicon.load()?;
        config.options.glossary.add(&lexica.terminology);
        fs::create_dir_all(&self.output)
            .map_err(|error| Error::io("create", &self.output, error))?;
        let start = if self.resume { Start::Resume } else { Start::Afresh };
        let plan = self.plan(&pairs, languages, &config);
        let shards = Shards::open(&self.output, &plan, start)?;
        let work = Work {
            layout: if self.segmented { Layout::Segmented } else { Layout::Article },
            languages,
            lexica,
            config,
        };
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs.map_or(0, usize::from))
            .build()
            .map_err(|error| Error::usage(format!("--jobs: {error}")))?;
        let bar = progress::bar(pairs.len(), "document pairs");
        for (index, shard) in pairs.chunks(SHARD).enumerate() {
            let first = index * SHARD;
            let answer = |(at, paths): (usize, &Pair<PathBuf>)| {
                let answer = work.answer_to(first + at, paths);
                bar.inc(1);
                answer
            };
            let lines = || pool.install(|| shard.par_iter().enumerate().map(answer).collect());
            if shards.write(index, lines)? == Found::There {
                bar.inc(shard.len() as u64);
            }
        }
        bar.finish_and_clear();
        let totals = self.gather(&shards, &pairs)?;
        shards.remove()?;
        to_stdout(|out| totals.write(out))?;
        match totals.failed {
            0 => Ok(Outcome::Clean),
            failed => Err(Error::expected(
                "every pair to be built",
                format!("{failed} of {} that were not; pairs.tsv says why", pairs.len()),
            )
            .in_file(&self.output)),
        }
    }

    /// What the shards depend on.
    fn plan(
        &self,
        pairs: &[Pair<PathBuf>],
        languages: Pair<Option<&'static Language>>,
        config: &Config,
    ) -> String {
        let code = |language: Option<&Language>| language.map(|language| language.code);
        format!(
            "{} {:?} {} {:?}\n{:?} {:?}\n{pairs:?}",
            env!("CARGO_PKG_VERSION"),
            languages.map(code),
            self.segmented,
            self.lexicon.files(),
            config.options,
            config.shown(),
        )
    }

    /// Puts the shards together.
    fn gather(&self, shards: &Shards, pairs: &[Pair<PathBuf>]) -> Result<Totals> {
        let count = pairs.len().div_ceil(SHARD);
        let mut folder = Folder::create(&self.output)?;
        folder.write("corpus.tsv", |out| {
            each(shards, count, |answer| {
                for bead in answer.beads {
                    let texts: Bead = serde_json::from_str(bead.get())?;
                    if texts.is_linked() && texts.posterior >= self.min_posterior {
                        writeln!(out, "{}\t{}", text(&texts.source), text(&texts.target))?;
                    }
                }
                Ok(())
            })
        })?;
        folder.write("corpus.jsonl", |out| {
            each(shards, count, |answer| write_numbered(answer.id, &answer.beads, out))
        })?;
        folder.write("findings.jsonl", |out| {
            each(shards, count, |answer| write_numbered(answer.id, &answer.findings, out))
        })?;
        let mut totals = Totals::default();
        folder.write("pairs.tsv", |out| {
            writeln!(out, "pair\tsource\ttarget\tbeads\tlinked\tposterior\tfindings\terror")?;
            each(shards, count, |answer| totals.add(&answer, &pairs[answer.id], out))
        })?;
        folder.finish()?;
        Ok(totals)
    }
}

fn probability(text: &str) -> std::result::Result<f64, &'static str> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or("expected a number from 0 to 1")
}

fn pairs(path: &Path, languages: Pair<Option<&'static Language>>) -> Result<Vec<Pair<PathBuf>>> {
    if path.is_dir() {
        let Pair { source: Some(source), target: Some(target) } = languages else {
            return Err(Error::usage(
                "a folder needs --source-lang and --target-lang, which name its files",
            ));
        };
        return pairs::in_folder(path, Pair::new(source, target));
    }
    if !path.exists() {
        let expected = "a folder, or a list of source path TAB target path";
        return Err(Error::expected(expected, "no such file").in_file(path));
    }
    let pairs = pairs::list(path)?;
    if pairs.is_empty() {
        return Err(Error::expected("at least one pair of paths", "none").in_file(path));
    }
    Ok(pairs)
}

/// What is done with every pair.
struct Work {
    layout: Layout,
    languages: Pair<Option<&'static Language>>,
    lexica: Lexica,
    config: Config,
}

impl Work {
    fn answer_to(&self, index: usize, paths: &Pair<PathBuf>) -> String {
        let paths = paths.as_ref().map(PathBuf::as_path);
        prepare(paths, self.layout, self.languages, |opened, side| {
            tell_doubt(opened, FLAGS.side(side));
        })
        .and_then(|renderings| {
            let languages = renderings.as_ref().map(|one| one.document.language);
            let mut options = Options::default();
            let known = self.lexica.of(languages);
            let renderings = known.find_terms(renderings);
            options.lexicon = known.stems;
            answer::to_pair(&index, renderings, &options, &self.config)
        })
        .unwrap_or_else(|error| answer::failure(&index, &error))
    }
}

/// A line of a shard.
#[derive(Deserialize)]
struct Answer<'a> {
    id: usize,
    #[serde(borrow, default)]
    beads: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    findings: Vec<&'a RawValue>,
    error: Option<Failure>,
}

#[derive(Deserialize)]
struct Failure {
    message: String,
}

#[derive(Deserialize)]
struct Bead {
    source: Vec<Piece>,
    target: Vec<Piece>,
    posterior: f64,
}

#[derive(Deserialize)]
struct Piece {
    text: String,
}

impl Bead {
    fn is_linked(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty()
    }
}

fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Calls `write` with each answer of the first `count` shards, in order.
fn each(
    shards: &Shards,
    count: usize,
    mut write: impl FnMut(Answer<'_>) -> io::Result<()>,
) -> io::Result<()> {
    for index in 0..count {
        let shard = shards.read(index).map_err(io::Error::other)?;
        for line in shard.lines() {
            write(serde_json::from_str(line)?)?;
        }
    }
    Ok(())
}

/// Writes JSON objects with the number of their pair, one a line.
fn write_numbered(pair: usize, objects: &[&RawValue], out: &mut dyn Write) -> io::Result<()> {
    for object in objects {
        writeln!(out, "{{\"pair\":{pair},{}", object.get().trim_start_matches('{'))?;
    }
    Ok(())
}

/// What a build came to.
#[derive(Default)]
struct Totals {
    pairs: usize,
    failed: usize,
    beads: usize,
    linked: usize,
    posterior: f64,
    findings: usize,
}

impl Totals {
    /// Adds a pair and writes its line.
    fn add(
        &mut self,
        answer: &Answer<'_>,
        paths: &Pair<PathBuf>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut posteriors = Vec::new();
        for bead in &answer.beads {
            let bead: Bead = serde_json::from_str(bead.get())?;
            if bead.is_linked() {
                posteriors.push(bead.posterior);
            }
        }
        let sum = posteriors.iter().fold(0.0, |sum, posterior| sum + posterior);
        let message = answer.error.as_ref().map(|error| error.message.replace(['\t', '\n'], " "));
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{:.4}\t{}\t{}",
            answer.id,
            paths.source.display(),
            paths.target.display(),
            answer.beads.len(),
            posteriors.len(),
            sum / posteriors.len().max(1) as f64,
            answer.findings.len(),
            message.as_deref().unwrap_or_default(),
        )?;
        self.pairs += 1;
        self.failed += usize::from(message.is_some());
        self.beads += answer.beads.len();
        self.linked += posteriors.len();
        self.posterior += sum;
        self.findings += answer.findings.len();
        Ok(())
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{:<11}{:>8}   {} failed", "pairs", self.pairs, self.failed)?;
        writeln!(out, "{:<11}{:>8}   {} linked", "beads", self.beads, self.linked)?;
        let mean = self.posterior / self.linked.max(1) as f64;
        writeln!(out, "{:<11}{mean:>8.3}   mean of the linked beads", "confidence")?;
        writeln!(out, "{:<11}{:>8}", "findings", self.findings)
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        build: Arguments,
    }

    #[test]
    fn a_build_depends_on_its_configuration() {
        let build = Cli::parse_from(["targum", "pairs.tsv", "-o", "out"]).build;
        let plan = |toml: &str| build.plan(&[], Pair::default(), &Config::parse(toml).unwrap());
        assert_eq!(plan(""), plan("fail-on = \"minor\""));
        assert_ne!(plan(""), plan("[checks]\nwhite-space = \"off\""));
        assert_ne!(plan(""), plan("min-severity = \"major\""));
        assert_eq!(plan(""), plan("min-severity = \"minor\""));
        assert_ne!(plan(""), plan("accept = [\"Semmelweis\"]"));
    }
}
