use crate::audit::relocation::{Move, moves};
use crate::audit::{Check, Explanation, Finding, Scope, Severity};
use crate::bitext::Bitext;
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "segment-moved",
    severity: Severity::Minor,
    mqm: "accuracy/mistranslation/order",
    its: "other",
    explanation: Explanation {
        finds: "Segments that stand in another place on the other side.",
        matters: "What refers to the sentence before it may refer to another one now.",
        example: [("en", "Wash your hands. Open the box."), ("nb", "Åpne esken. Vask hendene.")],
        ignores: "Beads that the aligner is unsure of.",
    },
    scope: Scope::Bitext(|bitext| {
        let mut found = find(bitext);
        let moves = moves(bitext).into_iter().filter(|moved| moved.is_apart(bitext));
        found.extend(moves.map(|moved| unlinked(bitext, &moved)));
        found
    }),
};

const MESSAGE: &str = "This text stands in another place on the other side.";

/// A text that the aligner has left alone on both sides.
fn unlinked(bitext: &Bitext, moved: &Move) -> Finding {
    let beads = bitext.alignment.beads();
    let all = moved.beads.source.iter().chain(&moved.beads.target);
    let least = all.map(|&bead| beads[bead].posterior).fold(1.0, f64::min);
    let mut finding = Finding::new(&CHECK, 0.8 * least, MESSAGE);
    finding.bead = moved.beads.source.first().copied();
    for side in Side::BOTH {
        let rendering = bitext.renderings.side(side);
        let segments =
            moved.beads.side(side).iter().map(|&bead| beads[bead].segments.side(side).clone());
        finding = finding.at_all(side, segments.filter_map(|range| rendering.span(range)));
    }
    finding
}

/// The beads outside the longest chain that runs the same way on both sides.
fn find(bitext: &Bitext) -> Vec<Finding> {
    let beads = bitext.alignment.beads();
    let linked: Vec<usize> = (0..beads.len()).filter(|&at| !beads[at].is_null()).collect();
    let places: Vec<usize> = linked.iter().map(|&at| beads[at].segments.target.start).collect();
    let kept = longest_rising(&places);
    let moved = linked.iter().zip(kept).filter(|(at, kept)| !kept && beads[**at].posterior >= 0.5);
    moved
        .map(|(&at, _)| {
            let bead = &beads[at];
            let span =
                |side: Side| bitext.renderings.side(side).span(bead.segments.side(side).clone());
            Finding::new(&CHECK, 0.8 * bead.posterior, MESSAGE)
                .in_bead(at)
                .at_all(Side::Source, span(Side::Source))
                .at_all(Side::Target, span(Side::Target))
        })
        .collect()
}

/// Which values belong to a longest strictly rising subsequence; patience sorting, O(n log n).
fn longest_rising(values: &[usize]) -> Vec<bool> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    for (at, &value) in values.iter().enumerate() {
        let length = tails.partition_point(|&tail| values[tail] < value);
        before[at] = length.checked_sub(1).map(|last| tails[last]);
        if length == tails.len() {
            tails.push(at);
        } else {
            tails[length] = at;
        }
    }
    let mut kept = vec![false; values.len()];
    let mut next = tails.last().copied();
    while let Some(at) = next {
        kept[at] = true;
        next = before[at];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::{Alignment, Bead};
    use crate::document::Document;
    use crate::lang::Language;
    use crate::pair::Pair;
    use crate::rendering::Rendering;

    fn bitext(order: &[usize]) -> Bitext {
        let text = order.iter().map(|at| format!("Line {at}.")).collect::<Vec<_>>().join("\n");
        let rendering = |code: &str| {
            Rendering::new(Document::from_lines(text.clone(), Language::from_tag(code).unwrap()))
        };
        let beads = order
            .iter()
            .enumerate()
            .map(|(at, &other)| Bead {
                segments: Pair::new(at..at + 1, other..other + 1),
                posterior: 1.0,
            })
            .collect();
        let count = order.len();
        let alignment = Alignment::new(beads, Pair::new(count, count)).unwrap();
        Bitext { renderings: Pair::new(rendering("en"), rendering("nb")), alignment }
    }

    #[test]
    fn the_beads_out_of_order_are_found() {
        let moved = |order: &[usize]| -> Vec<_> {
            find(&bitext(order)).into_iter().filter_map(|finding| finding.bead).collect()
        };
        assert_eq!(moved(&[0, 1, 2, 3]), [] as [usize; 0]);
        assert_eq!(moved(&[1, 2, 3, 0]), [3]);
        assert_eq!(moved(&[3, 0, 1, 2]), [0]);
        assert_eq!(moved(&[0, 3, 1, 2]), [1]);
    }
}
