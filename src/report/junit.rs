//! JUnit XML, for build servers: a test case a finding, and one for each check without any.
//!
//! Findings below the severity that fails the run are cases that pass, with their text as output;
//! those that a baseline accepts are skipped cases.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::Report;
use crate::audit::{Finding, Severity};
use crate::format::tmx::without_controls;
use crate::pair::Side;

/// Writes a report in which findings of `fail_on` and above are failures.
pub fn write(
    report: &Report<'_>,
    fail_on: Option<Severity>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let fails = |finding: &Finding| fail_on.is_some_and(|least| finding.severity >= least);
    let silent: Vec<_> = report
        .checks
        .iter()
        .filter(|check| !report.findings.iter().any(|finding| finding.check == check.id))
        .collect();
    let tests = report.findings.len() + report.accepted.len() + silent.len();
    let failures = report.findings.iter().filter(|finding| fails(finding)).count();
    let skipped = report.accepted.len();
    let suite = attribute(&format!("{} {}", report.file(Side::Source), report.file(Side::Target)));
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<testsuites name="targum" tests="{tests}" failures="{failures}" errors="0">"#
    )?;
    writeln!(
        out,
        r#"  <testsuite name="{suite}" tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}">"#
    )?;
    for finding in report.findings {
        open(report, finding, out)?;
        let body = escape_text(&body(report, finding));
        if fails(finding) {
            let (kind, message) = (finding.severity.name(), attribute(&finding.message));
            writeln!(out, r#"      <failure type="{kind}" message="{message}">{body}</failure>"#)?;
        } else {
            writeln!(out, "      <system-out>{body}</system-out>")?;
        }
        writeln!(out, "    </testcase>")?;
    }
    for accepted in report.accepted {
        open(report, &accepted.finding, out)?;
        writeln!(out, r#"      <skipped message="accepted: {}"/>"#, attribute(&accepted.reason))?;
        writeln!(out, "    </testcase>")?;
    }
    for check in silent {
        writeln!(out, r#"    <testcase classname="{}" name="no findings"/>"#, check.id)?;
    }
    writeln!(out, "  </testsuite>")?;
    writeln!(out, "</testsuites>")
}

fn open(report: &Report<'_>, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let primary = report.primary(finding);
    let at = report.positions(primary.side, primary.span).start;
    let file = report.file(primary.side);
    let name = attribute(&format!("{file}:{}:{}", at.line + 1, at.column + 1));
    writeln!(
        out,
        r#"    <testcase classname="{}" name="{name}" file="{}" line="{}">"#,
        finding.check,
        attribute(&file),
        at.line + 1
    )
}

fn body(report: &Report<'_>, finding: &Finding) -> String {
    let mut body = format!(
        "{} {} ({:.2}): {}\n",
        finding.severity.name(),
        finding.check,
        finding.confidence,
        finding.message
    );
    for side in Side::BOTH {
        let text = &report.bitext.renderings.side(side).document.text;
        for &span in finding.spans.side(side) {
            let at = report.positions(side, span).start;
            let file = report.file(side);
            body.push_str(&format!("{file}:{}:{}: ", at.line + 1, at.column + 1));
            body.push_str(&span.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
            body.push('\n');
        }
    }
    if let Some(suggestion) = &finding.suggestion {
        body.push_str(&format!("write: {suggestion}\n"));
    }
    body
}

fn attribute(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    escape_text(&line)
}

fn escape_text(text: &str) -> String {
    escape(without_controls(text).as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn snapshot() {
        let rendered = fixture::rendered(|report, out| write(report, Some(Severity::Major), out));
        insta::assert_snapshot!(rendered);
    }
}
