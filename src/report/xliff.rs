//! The XLIFF that was audited, with the findings in it, for a translator's own tool.
//!
//! Nothing of the file is changed but by additions: a note a finding in its unit, and where a place
//! of the target is plain text, a `mrk` around it with the ITS 2.0 localization quality issue.

use std::io::{self, Write};

use quick_xml::escape::escape;

use super::Report;
use crate::audit::{Finding, Severity};
use crate::format::tmx::without_controls;
use crate::format::xliff::{Scan, Unit, Version, scan};
use crate::pair::Side;
use crate::span::Span;

const ITS: &str = r#" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0""#;

/// Writes the file of the bitext with annotations; the bitext must have been read from XLIFF.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let raw = report.bitext.renderings.target.document.raw();
    let scan = scan(raw).map_err(|error| io::Error::other(error.to_string()))?;
    let mut additions = Additions::default();
    if !report.findings.is_empty() && !scan.root.of(raw).contains("xmlns:its") {
        additions.push(scan.root.end, ITS.to_owned());
    }
    let mut marked: Vec<Span> = Vec::new();
    for (index, finding) in report.findings.iter().enumerate() {
        let issue = issue(report, finding);
        for (part, &span) in finding.spans.target.iter().enumerate() {
            let Some(place) = plain_place(report, &scan, raw, span) else { continue };
            if marked.iter().any(|other| other.overlaps(place)) {
                continue;
            }
            let kind = match scan.version {
                Version::One => "mtype=\"x-its\"".to_owned(),
                Version::Two => format!("id=\"targum-{}-{part}\" type=\"its:generic\"", index + 1),
            };
            additions.push(place.start, format!("<mrk {kind}{issue}>"));
            additions.push(place.end, "</mrk>".to_owned());
            marked.push(place);
        }
    }
    for (unit, notes) in scan.units.iter().zip(notes(report, &scan)) {
        if notes.is_empty() {
            continue;
        }
        let notes = match (scan.version, unit.in_notes) {
            (Version::Two, false) => format!("<notes>{notes}</notes>"),
            _ => notes,
        };
        additions.push(unit.note_at, notes);
    }
    additions.write(raw, out)
}

/// The notes of every unit: one for each finding with a place in it.
fn notes(report: &Report<'_>, scan: &Scan) -> Vec<String> {
    let mut notes = vec![String::new(); scan.units.len()];
    for finding in report.findings {
        let mut units: Vec<usize> = raw_places(report, finding)
            .into_iter()
            .map(|at| (scan.units.partition_point(|unit| unit.span.end <= at), at))
            .filter(|(index, at)| scan.units.get(*index).is_some_and(|unit| holds(unit, *at)))
            .map(|(index, _)| index)
            .collect();
        units.dedup();
        units.into_iter().for_each(|index| notes[index] += &note(scan.version, finding));
    }
    notes
}

fn holds(unit: &Unit, at: usize) -> bool {
    unit.span.range().contains(&at)
}

/// Text to put into a file, at bytes of it.
#[derive(Default)]
struct Additions(Vec<(usize, String)>);

impl Additions {
    fn push(&mut self, at: usize, text: String) {
        self.0.push((at, text));
    }

    fn write(mut self, raw: &str, out: &mut dyn Write) -> io::Result<()> {
        // Stable: at one byte an end of a mark stands before the start of the next.
        self.0.sort_by_key(|(at, text)| (*at, !text.starts_with("</")));
        let mut written = 0;
        for (at, text) in &self.0 {
            out.write_all(&raw.as_bytes()[written..*at])?;
            out.write_all(text.as_bytes())?;
            written = *at;
        }
        out.write_all(&raw.as_bytes()[written..])
    }
}

/// The bytes of a visible span, where they are text alone, whole references included.
fn plain_place(report: &Report<'_>, scan: &Scan, raw: &str, span: Span) -> Option<Span> {
    let offsets = &report.bitext.renderings.target.document.origin.offsets;
    let place = offsets.raw_span(span);
    if place.is_empty() || scan.cdata.iter().any(|cdata| cdata.overlaps(place)) {
        return None;
    }
    (!raw.get(place.range())?.contains(['<', '>'])).then_some(place)
}

/// Bytes of the raw file that belong to a finding, ascending: where its places on the target begin, or
/// else those on the source.
fn raw_places(report: &Report<'_>, finding: &Finding) -> Vec<usize> {
    let places = |side: Side| {
        let mut spans = finding.spans.side(side).clone();
        if spans.is_empty() {
            spans.extend(report.bead_span(finding, side));
        }
        let offsets = &report.bitext.renderings.side(side).document.origin.offsets;
        spans.into_iter().map(|span| offsets.raw(span.start)).collect::<Vec<_>>()
    };
    let mut found = places(Side::Target);
    if found.is_empty() {
        found = places(Side::Source);
    }
    found.sort_unstable();
    found
}

fn issue(report: &Report<'_>, finding: &Finding) -> String {
    let kind = report.check(finding).map_or("other", |(_, check)| check.its);
    let severity = match finding.severity {
        Severity::Critical => 100,
        Severity::Major => 75,
        Severity::Minor => 40,
        Severity::Note => 10,
    };
    format!(
        " its:locQualityIssueType=\"{kind}\" its:locQualityIssueComment=\"{}\" its:locQualityIssueSeverity=\"{severity}\"",
        escaped(&told(finding))
    )
}

fn note(version: Version, finding: &Finding) -> String {
    let attributes = match version {
        Version::One => "from=\"targum\" annotates=\"target\"",
        Version::Two => "category=\"targum\" appliesTo=\"target\"",
    };
    let (check, severity) = (finding.check, finding.severity.name());
    format!("<note {attributes}>{severity}, {check}: {}</note>", escaped(&told(finding)))
}

fn told(finding: &Finding) -> String {
    match &finding.suggestion {
        Some(suggestion) => format!("{} Write: {suggestion}", finding.message),
        None => finding.message.clone(),
    }
}

fn escaped(text: &str) -> String {
    escape(without_controls(text).as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::check;
    use crate::bitext::Bitext;
    use crate::format::xliff;

    const ONE: &str = r#"<xliff version="1.2"><file source-language="he" target-language="nb"><body>
<trans-unit id="1"><source>הוא קיבל 5 מ"ג.</source><target>Han fikk 50 mg &amp; vann.</target></trans-unit>
<trans-unit id="2"><source>סוף.</source><target>Sl<g id="1">utt</g>.</target></trans-unit>
</body></file></xliff>
"#;

    const TWO: &str = r#"<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="he" trgLang="nb"><file id="f">
<unit id="1"><segment><source>הוא קיבל 5 מ"ג.</source><target>Han fikk 50 mg &amp; vann.</target></segment></unit>
<unit id="2"><notes><note>n</note></notes><segment><source>סוף.</source><target><![CDATA[Slutt]]>.</target></segment></unit>
</file></xliff>
"#;

    fn annotated(raw: &str) -> String {
        let bitext: Bitext = xliff::read(raw, xliff::languages(raw).unwrap()).unwrap();
        let place = |words: &str| {
            let start = bitext.renderings.target.document.text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let missing = check("segment-missing").unwrap();
        let findings = [("50", 0), ("mg &", 0), ("Slutt", 1)].map(|(words, bead)| {
            Finding::new(missing, 0.9, format!("\"{words}\" is <wrong>."))
                .in_bead(bead)
                .at(Side::Target, place(words))
        });
        let mut out = Vec::new();
        write(&Report::new(&bitext, &[missing], &findings, &[]), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn first_family() {
        insta::assert_snapshot!(annotated(ONE));
    }

    #[test]
    fn second_family() {
        insta::assert_snapshot!(annotated(TWO));
    }

    #[test]
    fn every_unit_that_a_finding_covers_has_its_note() {
        let bitext: Bitext = xliff::read(ONE, xliff::languages(ONE).unwrap()).unwrap();
        let all = bitext.renderings.source.segments.iter().map(|segment| segment.span);
        let missing = check("segment-missing").unwrap();
        let finding = Finding::new(missing, 0.9, "Both.").in_bead(0).at_all(Side::Source, all);
        let finding = Finding { bead: None, ..finding };
        let mut out = Vec::new();
        write(&Report::new(&bitext, &[missing], &[finding], &[]), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap().matches("Both.</note>").count(), 2);
    }

    #[test]
    fn the_text_stays_as_it_was() {
        for raw in [ONE, TWO] {
            let text = |raw: &str| {
                let bitext = xliff::read(raw, xliff::languages(raw).unwrap()).unwrap();
                bitext.renderings.map(|rendering| rendering.document.text)
            };
            assert_eq!(text(&annotated(raw)), text(raw));
        }
    }
}
