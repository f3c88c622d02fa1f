//! The one-screen summary of an alignment and its audit.

use std::collections::BTreeMap;
use std::io::{self, Write};

use targum::audit::Severity;
use targum::bitext::Bitext;
use targum::pair::Side;
use targum::report::{Report, text};

use super::output::style;

const WORST: usize = 5;

/// Writes the summary.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (bitext, findings) = (report.bitext, report.findings);
    let renderings = &bitext.renderings;
    for side in Side::BOTH {
        let rendering = renderings.side(side);
        writeln!(
            out,
            "{:<11}{:>6} segments   {}",
            side.name(),
            rendering.segments.len(),
            rendering.document.language
        )?;
    }
    let beads = bitext.alignment.beads();
    let mut shapes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for bead in beads {
        let shape = bead.shape();
        *shapes.entry((shape.source, shape.target)).or_default() += 1;
    }
    let mut by_count: Vec<_> = shapes.into_iter().collect();
    by_count.sort_by_key(|&(shape, count)| (std::cmp::Reverse(count), shape));
    let shapes: Vec<_> = by_count
        .iter()
        .map(|((source, target), count)| format!("{source}-{target} ×{count}"))
        .collect();
    writeln!(out, "{:<11}{:>6}            {}", "beads", beads.len(), shapes.join("  "))?;
    for side in Side::BOTH {
        let (all, covered) = covered(bitext, side);
        writeln!(
            out,
            "{:<11}{:>5.1}% of {} characters",
            "coverage",
            percent(covered, all),
            side.name()
        )?;
    }
    let linked: Vec<f64> =
        beads.iter().filter(|bead| !bead.is_null()).map(|bead| bead.posterior).collect();
    let mean = linked.iter().sum::<f64>() / linked.len().max(1) as f64;
    writeln!(out, "{:<11}{:>6.3} mean of {} linked beads", "confidence", mean, linked.len())?;
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    writeln!(
        out,
        "{:<11}{:>6}            {} critical  {} major  {} minor  {} notes",
        "findings",
        findings.len(),
        count(Severity::Critical),
        count(Severity::Major),
        count(Severity::Minor),
        count(Severity::Note)
    )?;
    if !findings.is_empty() {
        writeln!(out)?;
    }
    text::write_findings(report, &findings[..findings.len().min(WORST)], style(), out)?;
    if findings.len() > WORST {
        writeln!(out, "... and {} more", findings.len() - WORST)?;
    }
    if report.withheld.count > 0 {
        writeln!(out, "{}", report.withheld)?;
    }
    Ok(())
}

fn covered(bitext: &Bitext, side: Side) -> (usize, usize) {
    let (mut all, mut covered) = (0, 0);
    for bead in bitext.alignment.beads() {
        let length = bitext.text(bead, side).chars().count();
        all += length;
        covered += if bead.is_null() { 0 } else { length };
    }
    (all, covered)
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
