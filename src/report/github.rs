//! GitHub workflow commands: an annotation a finding, shown beside the line it is about.
//!
//! GitHub keeps ten annotations of each level a step; the rest are counted in a last line, so that
//! nothing vanishes in silence.

use std::io::{self, Write};

use super::Report;
use crate::audit::{Finding, Severity};

const KEPT: usize = 10;
const LEVELS: [&str; 3] = ["error", "warning", "notice"];

/// Writes a report.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for of_level in LEVELS {
        let mut findings =
            report.findings.iter().filter(|finding| level(finding.severity) == of_level);
        for finding in findings.by_ref().take(KEPT) {
            annotation(report, of_level, finding, out)?;
        }
        let rest = findings.count();
        if rest > 0 {
            let plural = if rest == 1 { "" } else { "s" };
            writeln!(out, "and {rest} more finding{plural} of level {of_level}")?;
        }
    }
    writeln!(out, "{}", super::text::tally(report))
}

fn annotation(
    report: &Report<'_>,
    level: &str,
    finding: &Finding,
    out: &mut dyn Write,
) -> io::Result<()> {
    let primary = report.primary(finding);
    let at = report.positions(primary.side, primary.span);
    let mut message = finding.message.clone();
    if let Some(suggestion) = &finding.suggestion {
        message.push_str(&format!(" Write: {suggestion}"));
    }
    write!(
        out,
        "::{level} file={},line={},endLine={}",
        property(&report.file(primary.side)),
        at.start.line + 1,
        at.end.line + 1
    )?;
    // GitHub takes columns only for a place on one line.
    if at.start.line == at.end.line {
        write!(out, ",col={},endColumn={}", at.start.column + 1, at.end.column + 1)?;
    }
    let title = property(&format!("{} ({})", finding.check, finding.severity.name()));
    writeln!(out, ",title={title}::{}", data(&message))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::Major => LEVELS[0],
        Severity::Minor => LEVELS[1],
        Severity::Note => LEVELS[2],
    }
}

/// The escapes of the message of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The escapes of the properties of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn snapshot() {
        insta::assert_snapshot!(fixture::rendered(write));
    }

    #[test]
    fn annotations_beyond_ten_are_counted() {
        let bitext = fixture::bitext();
        let (findings, _) = fixture::findings(&bitext);
        let many = vec![findings[0].clone(); 13];
        let mut out = Vec::new();
        write(&Report::new(&bitext, &[], &many, &[]), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text.matches("::error ").count(), 10);
        assert!(text.contains("and 3 more findings of level error"));
    }
}
