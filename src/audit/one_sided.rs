//! Runs of segments that one side has alone, shared by `segment-missing` and `segment-added`.

use super::relocation::{is_merged, moves};
use super::{Check, Finding, Severity};
use crate::bitext::Bitext;
use crate::pair::Side;

/// One finding for every run of neighbouring null beads whose text stands on `side`, save for runs
/// that stand elsewhere on the other side.
pub(super) fn findings(bitext: &Bitext, side: Side, check: &'static Check) -> Vec<Finding> {
    let moves = moves(bitext);
    let is_moved = |run: &Vec<usize>| moves.iter().any(|moved| moved.beads.side(side) == run);
    let runs = runs(bitext, side).into_iter();
    runs.filter(|run| !is_moved(run) && !is_merged(bitext, side, run))
        .filter_map(|run| finding(bitext, side, check, &run))
        .collect()
}

/// The runs of neighbouring null beads whose text stands on `side`, as indices of beads.
pub(super) fn runs(bitext: &Bitext, side: Side) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut is_open = false;
    for (index, bead) in bitext.alignment.beads().iter().enumerate() {
        let belongs = bead.is_null() && !bead.segments.side(side).is_empty();
        match runs.last_mut() {
            Some(run) if belongs && is_open => run.push(index),
            _ if belongs => runs.push(vec![index]),
            _ => {}
        }
        is_open = belongs;
    }
    runs
}

fn finding(bitext: &Bitext, side: Side, check: &'static Check, run: &[usize]) -> Option<Finding> {
    let rendering = bitext.renderings.side(side);
    let beads = run.iter().map(|&index| &bitext.alignment.beads()[index]);
    let spans: Vec<_> = beads
        .clone()
        .flat_map(|bead| bead.segments.side(side).clone())
        .map(|index| rendering.segments[index].span)
        .collect();
    let letters = |span: &crate::span::Span| {
        span.of(&rendering.document.text).chars().filter(|c| c.is_alphanumeric()).count()
    };
    let size: usize = spans.iter().map(letters).sum();
    // A rule between two parts says nothing.
    if size == 0 {
        return None;
    }
    let posterior = beads.map(|bead| bead.posterior).sum::<f64>() / run.len() as f64;
    let what = match spans.len() {
        1 => format!("1 segment of the {} is", side.name()),
        count => format!("{count} segments of the {} are", side.name()),
    };
    let message = match side {
        Side::Source => format!("{what} missing from the target."),
        Side::Target => format!("{what} not in the source."),
    };
    let finding =
        Finding::new(check, posterior, message).in_bead(*run.first()?).at_all(side, spans);
    // A number or a byline on one side does little harm.
    Some(if size < 24 { finding.with_severity(Severity::Minor) } else { finding })
}
