//! The page on which an editor decides: each finding is left open, accepted with a reason, or marked to be
//! corrected. Decisions stay in the browser and are saved as a baseline and as a list of corrections.

use std::io::{self, Write};

use super::{Page, text};
use crate::align::Bead;
use crate::audit::{BASELINE_HEAD, Finding, entry};
use crate::pair::Side;
use crate::report::Report;

pub(super) const STYLE: &str = include_str!("review.css");
pub(super) const SCRIPT: &str = include_str!("review.js");

/// Beads less probable than this are shown as doubtful.
const DOUBTFUL: f64 = 0.5;

/// Writes the page.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    Page::new(report, true).write(out)
}

/// A remark on a bead that may be wrong, so that findings in it may be too.
pub(super) fn doubt(bead: &Bead) -> String {
    if bead.is_null() || bead.posterior >= DOUBTFUL {
        return String::new();
    }
    let percent = (bead.posterior * 100.0).round();
    format!(
        "<span class=\"doubt\" title=\"The passages may not belong together\">{percent} %</span>"
    )
}

impl Page<'_> {
    /// Who decides, how far the work is, and the two files; hidden until the script shows it.
    pub(super) fn desk(&self, out: &mut dyn Write) -> io::Result<()> {
        let name = self.file_name(Side::Target);
        let stem = name.split('.').next().unwrap_or("review");
        writeln!(
            out,
            "<section class=\"desk\" hidden aria-label=\"Decisions\" data-name=\"{}\" data-head=\"{}\">\n<label>Reviewer <input name=\"author\" autocomplete=\"name\"></label>\n<output aria-live=\"polite\"></output>\n<button type=\"button\" name=\"next\">Next open finding</button>\n<button type=\"button\" name=\"baseline\">Save accepted findings</button>\n<button type=\"button\" name=\"corrections\">Save corrections</button>\n</section>",
            text(stem),
            text(BASELINE_HEAD)
        )
    }

    /// The controls of one finding, with what the files say of it.
    pub(super) fn decision(
        &self,
        number: usize,
        finding: &Finding,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let bitext = self.report.bitext;
        let quoted = |side: Side| {
            let document = &bitext.renderings.side(side).document;
            let spans = finding.spans.side(side).iter();
            let quotes: Vec<&str> = spans.map(|span| span.of(&document.text)).collect();
            text(&quotes.join(" … "))
        };
        writeln!(
            out,
            "<fieldset class=\"decision\" hidden data-entry=\"{}\" data-source=\"{}\" data-target=\"{}\" data-suggestion=\"{}\" data-message=\"{}\"><legend>Decision</legend>",
            text(&entry(bitext, finding)),
            quoted(Side::Source),
            quoted(Side::Target),
            text(finding.suggestion.as_deref().unwrap_or_default()),
            text(&finding.message),
        )?;
        for (value, label, checked) in
            [("open", "open", " checked"), ("accept", "accept", ""), ("correct", "to correct", "")]
        {
            writeln!(
                out,
                "<label><input type=\"radio\" name=\"decision-{number}\" value=\"{value}\"{checked}> {label}</label>"
            )?;
        }
        writeln!(
            out,
            "<input name=\"reason\" aria-label=\"Reason or remark\" placeholder=\"reason or remark\">\n</fieldset>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Baseline;
    use crate::report::fixture;

    #[test]
    fn loads_nothing() {
        let page = fixture::rendered(write);
        for outside in ["http:", "https:", "src=", "<link", "@import", "url("] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    /// What the script puts together of an entry, a reason and an author is an entry of a baseline.
    #[test]
    fn an_entry_of_the_page_names_its_finding() {
        let page = fixture::rendered(write);
        let entries: Vec<String> = page
            .split("data-entry=\"")
            .skip(1)
            .filter_map(|rest| rest.split_once('"'))
            .map(|(entry, _)| quick_xml::escape::unescape(entry).unwrap().into_owned())
            .collect();
        assert!(entries.len() > 2, "{}", entries.len());
        for entry in entries {
            let given = if entry.contains("\nreason = ") {
                entry
            } else {
                entry + "reason = \"a \\\"reason\\\"\"\nauthor = \"\"\n"
            };
            let baseline = Baseline::parse(&format!("{BASELINE_HEAD}\n\n{given}")).unwrap();
            assert_eq!(baseline.len(), 1, "{given}");
        }
    }
}
