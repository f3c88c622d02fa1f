//! Findings in words, for a terminal.
//!
//! Right-to-left quotations are wrapped in FSI and PDI, so that the punctuation around them stays
//! where it belongs.

use std::io::{self, Write};

use crate::audit::Finding;
use crate::bitext::Bitext;
use crate::document::Locator;
use crate::pair::{Pair, Side};

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';
/// Longest quotation, in scalars.
const QUOTATION: usize = 72;

/// Writes a report of all findings and their number.
pub fn write(bitext: &Bitext, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    write_findings(bitext, findings, out)?;
    match findings.len() {
        0 => writeln!(out, "No findings."),
        1 => writeln!(out, "1 finding."),
        count => writeln!(out, "{count} findings."),
    }
}

/// Writes findings, a blank line after each.
pub fn write_findings(
    bitext: &Bitext,
    findings: &[Finding],
    out: &mut dyn Write,
) -> io::Result<()> {
    let locators = bitext.locators();
    for finding in findings {
        write_finding(bitext, &locators, finding, out)?;
    }
    Ok(())
}

fn write_finding(
    bitext: &Bitext,
    locators: &Pair<Locator<'_>>,
    finding: &Finding,
    out: &mut dyn Write,
) -> io::Result<()> {
    let severity = finding.severity.name();
    writeln!(out, "{severity}  {} ({:.2})", finding.check, finding.confidence)?;
    writeln!(out, "  {}", finding.message)?;
    for side in Side::BOTH {
        for &span in finding.spans.side(side) {
            let document = &bitext.renderings.side(side).document;
            let line = locators.side(side).positions(span).start.line + 1;
            let quotation =
                quotation(span.of(&document.text), document.language.script.is_right_to_left());
            writeln!(out, "  {:<6} line {line:>4}  {quotation}", side.name())?;
        }
    }
    if let Some(suggestion) = &finding.suggestion {
        writeln!(out, "  write  {suggestion}")?;
    }
    writeln!(out)
}

/// The text on one line, cut after a whole word where it is long.
fn quotation(text: &str, is_right_to_left: bool) -> String {
    let mut quoted = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count() + 1;
        if length > 0 && length + more > QUOTATION {
            quoted.push_str(" …");
            break;
        }
        if length > 0 {
            quoted.push(' ');
        }
        quoted.push_str(word);
        length += more;
    }
    if is_right_to_left {
        format!("{FIRST_STRONG_ISOLATE}{quoted}{POP_DIRECTIONAL_ISOLATE}")
    } else {
        quoted
    }
}
