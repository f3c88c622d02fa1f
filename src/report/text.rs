//! Findings in words, for a terminal.
//!
//! Right-to-left quotations are wrapped in FSI and PDI, so that the punctuation around them stays
//! where it belongs. Places are bold and underlined where there is colour, else between ⟦ and ⟧.

use std::io::{self, Write};

use super::Report;
use super::excerpt::{Piece, excerpt, folded};
use crate::audit::{Finding, Severity};
use crate::pair::Side;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// Whether the output is for a terminal that shows colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Text alone.
    #[default]
    Plain,
    /// Text with the colour sequences of ECMA-48.
    Colour,
}

impl Style {
    fn paint(self, code: &str, text: &str) -> String {
        match self {
            Style::Plain => text.to_owned(),
            Style::Colour => format!("\x1b[{code}m{text}\x1b[0m"),
        }
    }

    fn mark(self, text: &str) -> String {
        match self {
            Style::Plain => format!("⟦{text}⟧"),
            Style::Colour => format!("\x1b[1;4m{text}\x1b[22;24m"),
        }
    }
}

/// Writes a report of all findings and their number.
pub fn write(report: &Report<'_>, style: Style, out: &mut dyn Write) -> io::Result<()> {
    write_findings(report, report.findings, style, out)?;
    writeln!(out, "{}", tally(report))
}

/// Writes findings, a blank line after each.
pub fn write_findings(
    report: &Report<'_>,
    findings: &[Finding],
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    findings.iter().try_for_each(|finding| write_finding(report, finding, style, out))
}

/// How many findings there are of each severity, in a sentence, and how many are not told in another.
pub(super) fn tally(report: &Report<'_>) -> String {
    let of = |severity| report.findings.iter().filter(|found| found.severity == severity).count();
    let counts: Vec<_> = Severity::ALL
        .into_iter()
        .map(|severity| (of(severity), severity.name()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    let open = match report.findings.len() {
        0 => "No findings".to_owned(),
        1 => format!("1 finding: {}", counts.join(", ")),
        count => format!("{count} findings: {}", counts.join(", ")),
    };
    let told = match report.accepted.len() {
        0 => format!("{open}."),
        count => format!("{open}; {count} accepted by the baseline."),
    };
    match report.withheld.count {
        0 => told,
        _ => format!("{told}\n{}", report.withheld),
    }
}

fn write_finding(
    report: &Report<'_>,
    finding: &Finding,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let severity = style.paint(colour(finding.severity), finding.severity.name());
    let check = style.paint("1", finding.check);
    writeln!(out, "{severity}  {check} ({:.2})", finding.confidence)?;
    writeln!(out, "  {}", finding.message)?;
    for side in Side::BOTH {
        let spans = finding.spans.side(side);
        let whole = report.bead_span(finding, side);
        let Some(first) = spans.first().copied().or(whole) else { continue };
        let line = report.positions(side, first).start.line + 1;
        let rendering = report.bitext.renderings.side(side);
        let pieces = excerpt(rendering, spans, whole);
        let quotation =
            quotation(&pieces, rendering.document.language.script.is_right_to_left(), style);
        writeln!(out, "  {:<6} line {line:>4}  {quotation}", side.name())?;
    }
    if let Some(suggestion) = &finding.suggestion {
        writeln!(out, "  write  {}", style.paint("32", suggestion))?;
    }
    writeln!(out)
}

fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "1;31",
        Severity::Major => "31",
        Severity::Minor => "33",
        Severity::Note => "36",
    }
}

fn quotation(pieces: &[Piece<'_>], is_right_to_left: bool, style: Style) -> String {
    let is_whole_place = pieces.iter().all(|piece| !matches!(piece, Piece::Plain(_)));
    let mut quoted = String::new();
    for piece in pieces {
        match piece {
            Piece::Gap => {
                let space = if quoted.is_empty() || quoted.ends_with(' ') { "" } else { " " };
                quoted.push_str(space);
                quoted.push_str("… ");
            }
            Piece::Plain(text) => quoted.push_str(&folded(text)),
            Piece::Marked(text) if is_whole_place => quoted.push_str(&folded(text)),
            Piece::Marked(text) => quoted.push_str(&style.mark(&folded(text))),
        }
    }
    let quoted = quoted.trim();
    if is_right_to_left {
        format!("{FIRST_STRONG_ISOLATE}{quoted}{POP_DIRECTIONAL_ISOLATE}")
    } else {
        quoted.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Withheld, fixture};

    #[track_caller]
    fn rendered(style: Style) -> String {
        fixture::rendered(|report, out| write(report, style, out))
    }

    #[test]
    fn plain() {
        insta::assert_snapshot!(rendered(Style::Plain));
    }

    #[test]
    fn what_is_withheld_is_counted() {
        let bitext = fixture::bitext();
        let (mut findings, _) = fixture::findings(&bitext);
        let all = findings.len();
        let withheld = Withheld::from(&mut findings, Severity::SHOWN);
        assert!(withheld.count > 0);
        assert_eq!(findings.len() + withheld.count, all);
        let told = tally(&Report::new(&bitext, &[], &findings, &[]).without(withheld));
        assert!(told.ends_with("1 note not shown; --min-severity note shows it."), "{told}");
        let withheld = Withheld { count: 3, below: Severity::Major };
        let told = tally(&Report::new(&bitext, &[], &findings, &[]).without(withheld));
        assert!(
            told.ends_with("\n3 findings below major not shown; --min-severity note shows them.")
        );
    }

    #[test]
    fn colour() {
        insta::assert_snapshot!(rendered(Style::Colour).replace('\x1b', "␛"));
    }
}
