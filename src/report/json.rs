//! Findings as one JSON object; places are Unicode scalar offsets into the raw files.
//!
//! The schema is `findings.schema.json` beside this file.

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use crate::audit::{Finding, Severity};
use crate::format::jsonl::{Place, round};
use crate::pair::{Pair, Side};

/// The JSON Schema of the report.
pub const SCHEMA: &str = include_str!("findings.schema.json");

#[derive(Serialize)]
struct Output<'a> {
    version: &'static str,
    documents: Pair<Document>,
    findings: Vec<Entry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accepted: Vec<Accepted<'a>>,
    #[serde(skip_serializing_if = "is_none")]
    not_shown: usize,
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

#[derive(Serialize)]
struct Document {
    path: Option<String>,
    language: &'static str,
}

#[derive(Serialize)]
struct Accepted<'a> {
    #[serde(flatten)]
    entry: Entry<'a>,
    reason: &'a str,
    author: &'a str,
}

/// A finding as it stands in output.
#[derive(Debug, Serialize)]
pub struct Entry<'a> {
    check: &'a str,
    severity: Severity,
    confidence: f64,
    message: &'a str,
    bead: Option<usize>,
    #[serde(flatten)]
    places: Pair<Vec<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mqm: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    its: Option<&'static str>,
}

impl<'a> Entry<'a> {
    /// The output form of a finding.
    pub fn new(report: &Report<'_>, finding: &'a Finding) -> Self {
        let check = report.check(finding).map(|(_, check)| check);
        Entry {
            check: finding.check,
            severity: finding.severity,
            confidence: round(finding.confidence),
            message: &finding.message,
            bead: finding.bead,
            places: Pair::from_fn(|side| {
                let text = &report.bitext.renderings.side(side).document.text;
                let place = |&span| Place::new(report.locators().side(side), text, span);
                finding.spans.side(side).iter().map(place).collect()
            }),
            suggestion: finding.suggestion.as_deref(),
            mqm: check.map(|check| check.mqm),
            its: check.map(|check| check.its),
        }
    }
}

/// Writes a report.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let document = |side: Side| Document {
        path: report.path(side).map(|_| report.file(side)),
        language: report.bitext.renderings.side(side).document.language.code,
    };
    let output = Output {
        version: env!("CARGO_PKG_VERSION"),
        documents: Pair::from_fn(document),
        findings: report.findings.iter().map(|finding| Entry::new(report, finding)).collect(),
        accepted: report
            .accepted
            .iter()
            .map(|accepted| Accepted {
                entry: Entry::new(report, &accepted.finding),
                reason: &accepted.reason,
                author: &accepted.author,
            })
            .collect(),
        not_shown: report.withheld.count,
    };
    serde_json::to_writer_pretty(&mut *out, &output)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Withheld, fixture, schema};

    #[test]
    fn snapshot() {
        insta::assert_snapshot!(fixture::rendered(write));
    }

    #[test]
    fn fits_the_published_schema() {
        let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
        let report = serde_json::from_str(&fixture::rendered(write)).unwrap();
        assert_eq!(schema::faults(&schema, &report), Vec::<String>::new());
        let bitext = fixture::bitext();
        let (mut findings, _) = fixture::findings(&bitext);
        let withheld = Withheld::from(&mut findings, Severity::Critical);
        let report = Report::new(&bitext, &[], &findings, &[]).without(withheld);
        let mut out = Vec::new();
        write(&report, &mut out).unwrap();
        let report = serde_json::from_slice::<serde_json::Value>(&out).unwrap();
        assert_eq!(report["not_shown"], withheld.count);
        assert_eq!(schema::faults(&schema, &report), Vec::<String>::new());
    }
}
