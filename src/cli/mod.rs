//! The subcommands, one file each.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use targum::error::Error;

mod align;
mod answer;
mod audit;
mod bitext;
mod build;
mod completions;
mod convert;
mod doctor;
mod embeddings;
mod evaluate;
mod evaluate_audit;
mod explain;
mod input;
mod learn;
mod lexicon;
mod output;
mod pair;
mod pairs;
mod progress;
mod review;
mod settings;
mod severity;
mod shards;
mod split;
mod stream;
mod subject;
mod summary;

/// Aligns two renderings of one article, writes the parallel corpus and reports where they diverge.
#[derive(Parser)]
#[command(name = "targum", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Split(split::Arguments),
    Align(align::Arguments),
    Audit(audit::Arguments),
    Review(review::Arguments),
    Build(build::Arguments),
    Convert(convert::Arguments),
    Pair(pair::Arguments),
    Learn(learn::Arguments),
    Evaluate(evaluate::Arguments),
    Explain(explain::Arguments),
    Stream(stream::Arguments),
    Doctor(doctor::Arguments),
    Completions(completions::Arguments),
}

/// What a subcommand that did its work has to say by its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to report: status 0.
    Clean,
    /// Findings at or above the severity asked for: status 1.
    Findings,
}

/// Runs the command line. Status 0 is clean, 1 findings, 2 that the work could not be done.
pub fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Split(arguments) => arguments.run(),
        Command::Align(arguments) => arguments.run(),
        Command::Audit(arguments) => arguments.run(),
        Command::Review(arguments) => arguments.run(),
        Command::Build(arguments) => arguments.run(),
        Command::Convert(arguments) => arguments.run(),
        Command::Pair(arguments) => arguments.run(),
        Command::Learn(arguments) => arguments.run(),
        Command::Evaluate(arguments) => arguments.run(),
        Command::Explain(arguments) => arguments.run(),
        Command::Stream(arguments) => arguments.run(),
        Command::Doctor(arguments) => arguments.run(),
        Command::Completions(arguments) => arguments.run(),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn fail(error: &Error) -> ExitCode {
    eprintln!("targum: {error}");
    ExitCode::from(2)
}
