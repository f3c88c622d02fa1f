//! One page to send to an editor: both texts side by side, the findings marked in place.
//!
//! The page holds everything it needs and loads nothing; without scripts it only cannot filter. The page
//! of `review` asks for a decision on each finding besides.

pub mod review;

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::escape::escape;

use super::Report;
use super::marks::{Stretch, stretches};
use crate::align::Bead;
use crate::audit::{Finding, Severity};
use crate::document::BlockKind;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::span::Span;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes a report.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    Page::new(report, false).write(out)
}

struct Page<'a> {
    report: &'a Report<'a>,
    /// The findings in the order of the text; their number is the index from 1.
    findings: Vec<&'a Finding>,
    /// All places of a side with the number of their finding, ascending.
    places: Pair<Vec<(Span, usize)>>,
    /// Whether it asks for decisions.
    is_review: bool,
}

impl<'a> Page<'a> {
    fn new(report: &'a Report<'a>, is_review: bool) -> Self {
        let mut findings: Vec<&Finding> = report.findings.iter().collect();
        findings.sort_by_key(|finding| {
            (finding.bead, finding.spans.source.first(), finding.spans.target.first())
        });
        let places = Pair::from_fn(|side| {
            let mut places: Vec<(Span, usize)> = Vec::new();
            for (index, finding) in findings.iter().enumerate() {
                places.extend(finding.spans.side(side).iter().map(|&span| (span, index + 1)));
            }
            places.sort_unstable();
            places
        });
        Page { report, findings, places, is_review }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        self.summary(out)?;
        writeln!(out, "<main>")?;
        self.filter(out)?;
        self.unplaced(out)?;
        self.texts(out)?;
        self.accepted(out)?;
        self.checks(out)?;
        if self.is_review {
            self.desk(out)?;
        }
        writeln!(out, "</main>")?;
        writeln!(
            out,
            "<footer>Made by targum {}. The page is complete in itself: it loads nothing and sends nothing.</footer>",
            env!("CARGO_PKG_VERSION")
        )?;
        writeln!(out, "<script>\n{SCRIPT}</script>")?;
        if self.is_review {
            writeln!(out, "<script>\n{}</script>", review::SCRIPT)?;
        }
        writeln!(out, "</body>\n</html>")
    }

    fn language(&self, side: Side) -> &'static Language {
        self.report.bitext.renderings.side(side).document.language
    }

    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        let kind = if self.is_review { "Review" } else { "Audit" };
        let title = text(&format!("{kind}: {}", self.file_name(Side::Target)));
        let more = if self.is_review { review::STYLE } else { "" };
        writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
        writeln!(
            out,
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
        )?;
        writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}{more}</style>\n</head>\n<body>")
    }

    fn file_name(&self, side: Side) -> String {
        let file = self.report.file(side);
        file.rsplit('/').next().unwrap_or(&file).to_owned()
    }

    fn summary(&self, out: &mut dyn Write) -> io::Result<()> {
        let languages = Pair::from_fn(|side| self.language(side).name);
        let files = Pair::from_fn(|side| text(&self.file_name(side)));
        writeln!(out, "<header>")?;
        writeln!(
            out,
            "<h1>Where the {} text and its {} rendering diverge</h1>",
            languages.source, languages.target
        )?;
        if files.source == files.target {
            writeln!(out, "<p class=\"files\">{}</p>", files.source)?;
        } else {
            writeln!(
                out,
                "<p class=\"files\"><bdi>{}</bdi> and <bdi>{}</bdi></p>",
                files.source, files.target
            )?;
        }
        let passages = self.report.bitext.alignment.beads().len();
        let mut with: Vec<_> = self.findings.iter().filter_map(|finding| finding.bead).collect();
        with.dedup();
        let verdict = match self.findings.len() {
            0 => format!("No findings in {passages} passages."),
            1 => format!("1 finding in {passages} passages."),
            count => format!("{count} findings in {} of {passages} passages.", with.len()),
        };
        let withheld = match self.report.withheld.count {
            0 => String::new(),
            _ => format!(" {}", self.report.withheld),
        };
        writeln!(out, "<p class=\"verdict\">{verdict}{withheld}</p>\n<ul class=\"counts\">")?;
        for (severity, count) in self.counts() {
            let name = severity.name();
            let plural = if severity == Severity::Note && count > 1 { "s" } else { "" };
            writeln!(out, "<li><span class=\"badge {name}\">{count} {name}{plural}</span></li>")?;
        }
        writeln!(out, "</ul>")?;
        let grave: Vec<_> = self
            .report
            .findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Major)
            .filter_map(|finding| Some((self.number(finding)?, finding)))
            .collect();
        if !grave.is_empty() {
            writeln!(out, "<h2>Look at these first</h2>\n<ul class=\"first\">")?;
            for (number, finding) in grave {
                let severity = finding.severity.name();
                writeln!(
                    out,
                    "<li><span class=\"badge {severity}\">{severity}</span> <a href=\"#f{number}\">{}{}</a></li>",
                    self.message(finding),
                    finding.bead.map_or(String::new(), |bead| format!(" (passage {})", bead + 1))
                )?;
            }
            writeln!(out, "</ul>")?;
        }
        writeln!(out, "</header>")
    }

    fn counts(&self) -> Vec<(Severity, usize)> {
        let of = |severity| self.findings.iter().filter(|found| found.severity == severity).count();
        let counts = Severity::ALL.into_iter().map(|severity| (severity, of(severity)));
        counts.filter(|(_, count)| *count > 0).collect()
    }

    fn number(&self, finding: &Finding) -> Option<usize> {
        let index = self.findings.iter().position(|other| std::ptr::eq(*other, finding))?;
        Some(index + 1)
    }

    /// The controls; hidden until the script shows them.
    fn filter(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "<form hidden aria-label=\"Filter the findings\">")?;
        for (severity, count) in self.counts() {
            let name = severity.name();
            writeln!(
                out,
                "<label><input type=\"checkbox\" name=\"severity\" value=\"{name}\" checked><span class=\"badge {name}\">{name} {count}</span></label>"
            )?;
        }
        writeln!(out, "<label>Check <select name=\"check\"><option value=\"\">all</option>")?;
        for (check, count) in self.by_check() {
            writeln!(out, "<option value=\"{check}\">{} ({count})</option>", words(check))?;
        }
        writeln!(out, "</select></label>")?;
        writeln!(
            out,
            "<label><input type=\"checkbox\" name=\"only\"> Only passages with findings</label>\n<output aria-live=\"polite\"></output>\n</form>"
        )
    }

    fn by_check(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for finding in &self.findings {
            *counts.entry(finding.check).or_default() += 1;
        }
        counts
    }

    /// Findings that belong to no passage.
    fn unplaced(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.findings.first().is_some_and(|finding| finding.bead.is_none()) {
            writeln!(out, "<h2>In the whole text</h2>")?;
            self.notes(None, out)?;
        }
        Ok(())
    }

    fn texts(&self, out: &mut dyn Write) -> io::Result<()> {
        let languages = Pair::from_fn(|side| self.language(side));
        writeln!(
            out,
            "<h2>The texts</h2>\n<div class=\"texts\">\n<div class=\"columns\"><span></span>"
        )?;
        for side in Side::BOTH {
            let language = languages.side(side);
            let (direction, name) = (direction(language), language.name);
            writeln!(out, "<span dir=\"{direction}\"><bdi>{name} ({})</bdi></span>", side.name())?;
        }
        writeln!(out, "<span>Findings</span></div>")?;
        for (index, bead) in self.report.bitext.alignment.beads().iter().enumerate() {
            let has_findings = self.findings.iter().any(|finding| finding.bead == Some(index));
            let class = if has_findings { "row" } else { "row none" };
            writeln!(
                out,
                "<section class=\"{class}\" id=\"p{0}\" aria-label=\"Passage {0}\"><div class=\"number\">{0}{1}</div>",
                index + 1,
                if self.is_review { review::doubt(bead) } else { String::new() }
            )?;
            for side in Side::BOTH {
                self.cell(bead, side, out)?;
            }
            self.notes(Some(index), out)?;
            writeln!(out, "</section>")?;
        }
        writeln!(out, "</div>")
    }

    fn cell(&self, bead: &Bead, side: Side, out: &mut dyn Write) -> io::Result<()> {
        let rendering = self.report.bitext.renderings.side(side);
        let segments = &rendering.segments[bead.segments.side(side).clone()];
        let (Some(first), Some(last)) = (segments.first(), segments.last()) else {
            return writeln!(out, "<div class=\"text absent\">nothing on this side</div>");
        };
        let language = self.language(side);
        let kind = rendering.document.blocks.get(first.block as usize).map(|block| block.kind);
        let class = match kind {
            Some(BlockKind::Title | BlockKind::Heading) => "text heading",
            _ => "text",
        };
        let (code, direction) = (language.code, direction(language));
        write!(out, "<div class=\"{class}\" lang=\"{code}\" dir=\"{direction}\">")?;
        let whole = Span::new(first.span.start, last.span.end);
        for stretch in stretches(whole, self.places.side(side)) {
            self.stretch(&rendering.document.text, &stretch, out)?;
        }
        writeln!(out, "</div>")
    }

    fn stretch(&self, whole: &str, stretch: &Stretch, out: &mut dyn Write) -> io::Result<()> {
        let inner = text(stretch.span.of(whole));
        let found = |number: &usize| self.findings[number - 1];
        let Some(gravest) = stretch.marks.iter().max_by_key(|number| found(number).severity) else {
            return out.write_all(inner.as_bytes());
        };
        let messages: Vec<_> =
            stretch.marks.iter().map(|number| text(&found(number).message)).collect();
        write!(
            out,
            "<mark class=\"{}\" data-f=\"{}\" title=\"{}\">{inner}</mark>",
            found(gravest).severity.name(),
            numbers(&stretch.marks),
            messages.join(" · "),
        )?;
        for number in &stretch.ends {
            write!(
                out,
                "<sup class=\"{}\" data-f=\"{number}\"><a href=\"#f{number}\" aria-label=\"finding {number}\">{number}</a></sup>",
                found(number).severity.name()
            )?;
        }
        Ok(())
    }

    fn notes(&self, bead: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
        let mut notes =
            self.findings.iter().enumerate().filter(|(_, finding)| finding.bead == bead).peekable();
        if notes.peek().is_none() {
            return Ok(());
        }
        writeln!(out, "<ul class=\"notes\">")?;
        for (index, finding) in notes {
            self.note(index + 1, finding, out)?;
        }
        writeln!(out, "</ul>")
    }

    fn note(&self, number: usize, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let (severity, check) = (finding.severity.name(), finding.check);
        writeln!(
            out,
            "<li id=\"f{number}\" class=\"{severity}\" data-f=\"{number}\" data-severity=\"{severity}\" data-check=\"{check}\"><p class=\"title\"><span class=\"which\">{number}</span> {} <span class=\"badge {severity}\">{severity}</span></p>\n<p>{}</p>",
            words(check),
            self.message(finding)
        )?;
        if let Some(suggestion) = &finding.suggestion {
            writeln!(out, "<p>Write: <strong><bdi>{}</bdi></strong></p>", text(suggestion))?;
        }
        // No finding is certain, however the figures round.
        let confidence = (finding.confidence * 100.0).round().min(99.0);
        let why = match self.report.check(finding) {
            Some(_) => format!(" · <a href=\"#check-{check}\">what this check looks for</a>"),
            None => String::new(),
        };
        write!(out, "<p class=\"meta\">{confidence} % sure{why}</p>")?;
        if self.is_review {
            self.decision(number, finding, out)?;
        }
        writeln!(out, "</li>")
    }

    /// What a finding says. What it quotes from right-to-left text is isolated, so that a value
    /// keeps the order of its own line.
    fn message(&self, finding: &Finding) -> String {
        let mut message = text(&finding.message);
        for side in Side::BOTH {
            let document = &self.report.bitext.renderings.side(side).document;
            if !document.language.script.is_right_to_left() {
                continue;
            }
            let quoted = finding.spans.side(side).iter().map(|span| text(span.of(&document.text)));
            for quoted in quoted.filter(|quoted| quoted.contains(char::is_alphabetic)) {
                message = message.replacen(&quoted, &format!("<bdi>{quoted}</bdi>"), 1);
            }
        }
        message
    }

    fn accepted(&self, out: &mut dyn Write) -> io::Result<()> {
        let accepted = self.report.accepted;
        if accepted.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "<details><summary>Looked at and accepted: {}</summary>\n<ul>",
            accepted.len()
        )?;
        for accepted in accepted {
            let finding = &accepted.finding;
            let passage = finding.bead.map_or(String::new(), |bead| {
                format!(" (<a href=\"#p{0}\">passage {0}</a>)", bead + 1)
            });
            let entry = if self.is_review {
                format!(" data-entry=\"{}\"", text(&accepted.entry(self.report.bitext)))
            } else {
                String::new()
            };
            writeln!(
                out,
                "<li{entry}>{}: {}{passage} <span class=\"meta\">Accepted: {} {}</span></li>",
                words(finding.check),
                self.message(finding),
                text(&accepted.reason),
                text(&accepted.author)
            )?;
        }
        writeln!(out, "</ul></details>")
    }

    fn checks(&self, out: &mut dyn Write) -> io::Result<()> {
        let counts = self.by_check();
        let told: Vec<_> =
            self.report.checks.iter().filter(|check| counts.contains_key(check.id)).collect();
        if told.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h2>What the checks look for</h2>\n<dl>")?;
        for check in told {
            let explanation = &check.explanation;
            writeln!(
                out,
                "<dt id=\"check-{0}\">{1}</dt>\n<dd>{2} {3}</dd>\n<dd class=\"meta\">Left alone: {4} MQM: {5}. ITS 2.0: {6}. Id: {0}.</dd>",
                check.id,
                words(check.id),
                text(explanation.finds),
                text(explanation.matters),
                text(explanation.ignores),
                check.mqm,
                check.its
            )?;
        }
        writeln!(out, "</dl>")
    }
}

fn numbers(numbers: &[usize]) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}

/// The id of a check in words: "Number mismatch".
fn words(id: &str) -> String {
    let mut words = id.replace('-', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

fn direction(language: &Language) -> &'static str {
    if language.script.is_right_to_left() { "rtl" } else { "ltr" }
}

fn text(text: &str) -> String {
    escape(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn snapshot() {
        let page = fixture::rendered(write);
        let body = page.replace(STYLE, "…\n").replace(SCRIPT, "…\n");
        insta::assert_snapshot!(body);
    }

    #[test]
    fn loads_nothing() {
        let page = fixture::rendered(write);
        for outside in ["http:", "https:", "src=", "<link", "@import", "url("] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
