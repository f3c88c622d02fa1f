//! Findings as one JSON object; places are Unicode scalar offsets into the raw files.

use std::io::{self, Write};

use serde::Serialize;

use crate::audit::{Finding, Severity};
use crate::bitext::Bitext;
use crate::format::jsonl::{Place, round};
use crate::pair::Pair;

#[derive(Serialize)]
struct Report<'a> {
    findings: Vec<Entry<'a>>,
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
}

/// The output form of findings.
pub fn entries<'a>(bitext: &Bitext, findings: &'a [Finding]) -> Vec<Entry<'a>> {
    let locators = bitext.locators();
    let entry = |finding: &'a Finding| Entry {
        check: finding.check,
        severity: finding.severity,
        confidence: round(finding.confidence),
        message: &finding.message,
        bead: finding.bead,
        places: Pair::from_fn(|side| {
            let text = &bitext.renderings.side(side).document.text;
            let spans = finding.spans.side(side).iter();
            spans.map(|&span| Place::new(locators.side(side), text, span)).collect()
        }),
        suggestion: finding.suggestion.as_deref(),
    };
    findings.iter().map(entry).collect()
}

/// Writes findings.
pub fn write(bitext: &Bitext, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Report { findings: entries(bitext, findings) })?;
    out.write_all(b"\n")
}
