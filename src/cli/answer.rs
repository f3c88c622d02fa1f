//! One document pair as a line of JSON: its beads and findings, or why there are none.

use std::path::Path;

use serde::Serialize;
use targum::align;
use targum::audit::{Config, audit};
use targum::bitext::Bitext;
use targum::error::{Error, Result};
use targum::format::jsonl::BeadLine;
use targum::pair::Pair;
use targum::rendering::Rendering;
use targum::report::json::Entry;
use targum::report::{Report, Withheld};

/// Aligns and audits two renderings: `{"id", "beads", "findings"}`, the findings that are shown.
pub fn to_pair(
    id: &impl Serialize,
    renderings: Pair<Rendering>,
    options: &align::Options,
    config: &Config,
) -> Result<String> {
    #[derive(Serialize)]
    struct Output<'a, Id> {
        id: &'a Id,
        beads: Vec<BeadLine>,
        findings: Vec<Entry<'a>>,
    }
    let bitext = Bitext::align(renderings, options);
    let mut findings = audit(&bitext, &config.options);
    Withheld::from(&mut findings, config.shown());
    let checks = config.options.checks();
    let report = Report::new(&bitext, &checks, &findings, &[]);
    let beads = bitext.alignment.beads().iter();
    let output = Output {
        id,
        beads: beads.map(|bead| BeadLine::new(&bitext, report.locators(), bead)).collect(),
        findings: findings.iter().map(|finding| Entry::new(&report, finding)).collect(),
    };
    serde_json::to_string(&output)
        .map_err(|error| Error::io("write", Path::new("standard output"), error.into()))
}

/// Why a pair could not be worked on: `{"id", "error": {"code", "message"}}`.
pub fn failure(id: &impl Serialize, error: &Error) -> String {
    #[derive(Serialize)]
    struct Output<'a, Id> {
        id: &'a Id,
        error: Failure,
    }
    #[derive(Serialize)]
    struct Failure {
        code: &'static str,
        message: String,
    }
    let error = Failure { code: error.code(), message: error.to_string() };
    serde_json::to_string(&Output { id, error }).unwrap_or_default()
}
