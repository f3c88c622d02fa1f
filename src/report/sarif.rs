//! SARIF 2.1.0 (OASIS, errata 01), for code hosts and editors.
//!
//! The primary location is the target's, the source's is a related one; columns count Unicode
//! scalars. `partialFingerprints` hold a digest of the content, so that a finding is the same one
//! after edits elsewhere; findings that a baseline accepts are suppressed, with its reason.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::Report;
use crate::audit::{Check, Finding, Severity, fingerprint};
use crate::format::jsonl::round;
use crate::pair::Side;
use crate::span::Span;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes a report.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let open = report.findings.iter().map(|finding| result(report, finding, None));
    let accepted = report.accepted.iter().map(|accepted| {
        let justification = match accepted.author.as_str() {
            "" => accepted.reason.clone(),
            author => format!("{} ({author})", accepted.reason),
        };
        result(report, &accepted.finding, Some(justification))
    });
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "targum",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": report.checks.iter().map(|check| rule(check)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": open.chain(accepted).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn rule(check: &Check) -> Value {
    let explanation = &check.explanation;
    let [(source, source_text), (target, target_text)] = explanation.example;
    json!({
        "id": check.id,
        "shortDescription": { "text": explanation.finds },
        "fullDescription": { "text": format!("{} {}", explanation.finds, explanation.matters) },
        "help": { "text": format!(
            "{}\n\nExample\n{source}: {source_text}\n{target}: {target_text}\n\nNot flagged: {}",
            explanation.matters, explanation.ignores,
        )},
        "defaultConfiguration": { "level": level(check.severity) },
        "properties": { "mqm": check.mqm, "its": check.its, "tags": [check.its] },
    })
}

fn result(report: &Report<'_>, finding: &Finding, accepted: Option<String>) -> Value {
    let primary = report.primary(finding);
    let mut text = finding.message.clone();
    if let Some(suggestion) = &finding.suggestion {
        text.push_str(&format!(" Write: {suggestion}"));
    }
    let related: Vec<_> = Side::BOTH
        .into_iter()
        .flat_map(|side| finding.spans.side(side).iter().map(move |&span| (side, span)))
        .filter(|&(side, span)| (side, span) != (primary.side, primary.span))
        .enumerate()
        .map(|(id, (side, span))| {
            let mut related = location(report, side, span);
            related["id"] = json!(id + 1);
            related["message"] = json!({ "text": side.name() });
            related
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.check,
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": [location(report, primary.side, primary.span)],
        "partialFingerprints": { "content/v1": fingerprint(report.bitext, finding) },
        "rank": round(finding.confidence * 100.0),
        "properties": {
            "severity": finding.severity.name(),
            "confidence": round(finding.confidence),
            "bead": finding.bead,
        },
    });
    if let Some((index, check)) = report.check(finding) {
        result["ruleIndex"] = json!(index);
        result["properties"]["mqm"] = json!(check.mqm);
        result["properties"]["its"] = json!(check.its);
    }
    if !related.is_empty() {
        result["relatedLocations"] = json!(related);
    }
    if let Some(justification) = accepted {
        result["suppressions"] =
            json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
    }
    result
}

fn location(report: &Report<'_>, side: Side, span: Span) -> Value {
    let positions = report.positions(side, span);
    let scalars = report.locators().side(side).scalars(span);
    let text = span.of(&report.bitext.renderings.side(side).document.text);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&report.file(side)) },
        "region": {
            "startLine": positions.start.line + 1,
            "startColumn": positions.start.column + 1,
            "endLine": positions.end.line + 1,
            "endColumn": positions.end.column + 1,
            "charOffset": scalars.start,
            "charLength": scalars.len(),
            "snippet": { "text": text },
        },
    }})
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::Major => "error",
        Severity::Minor => "warning",
        Severity::Note => "note",
    }
}

/// A path as a URI reference of RFC 3986.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte as char);
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{fixture, schema};

    #[test]
    fn snapshot() {
        insta::assert_snapshot!(fixture::rendered(write));
    }

    /// The parts of the standard's schema that this writer uses, said anew.
    #[test]
    fn has_what_the_standard_requires() {
        let schema = serde_json::from_str(include_str!("sarif.schema.json")).unwrap();
        let log = serde_json::from_str(&fixture::rendered(write)).unwrap();
        assert_eq!(schema::faults(&schema, &log), Vec::<String>::new());
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("tekst/ny, nb.txt"), "tekst/ny%2C%20nb.txt");
        assert_eq!(uri("/hjem/æ.txt"), "file:///hjem/%C3%A6.txt");
    }

    /// Types made from the official schema read the whole log, and write it again as it was: a property
    /// that the standard lacks, or one of another type or outside its enumeration, would not come back.
    #[test]
    fn types_of_the_official_schema_keep_every_property() {
        let log: Value = serde_json::from_str(&fixture::rendered(write)).unwrap();
        let read: serde_sarif::sarif::Sarif = serde_json::from_value(log.clone()).unwrap();
        let again = serde_json::to_value(&read).unwrap();
        assert_eq!(without_trifles(again), without_trifles(log.clone()));
        let mut strange = log;
        strange["runs"][0]["results"][0]["gravity"] = json!("grave");
        let read: serde_sarif::sarif::Sarif = serde_json::from_value(strange.clone()).unwrap();
        assert_ne!(without_trifles(serde_json::to_value(&read).unwrap()), without_trifles(strange));
        let mut foreign: Value = serde_json::from_str(&fixture::rendered(write)).unwrap();
        foreign["runs"][0]["results"][0]["level"] = json!("grave");
        assert!(serde_json::from_value::<serde_sarif::sarif::Sarif>(foreign).is_err());
    }

    /// Without what means the same absent: null, and numbers as floats.
    fn without_trifles(value: Value) -> Value {
        match value {
            Value::Object(map) => {
                let kept = map.into_iter().filter(|(_, value)| !value.is_null());
                kept.map(|(key, value)| (key, without_trifles(value))).collect()
            }
            Value::Array(all) => all.into_iter().map(without_trifles).collect(),
            Value::Number(number) => json!(number.as_f64()),
            other => other,
        }
    }
}
