//! Cuts a text at the edges of places that may overlap.

use crate::span::Span;

/// A piece of text in which the same places hold throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The piece.
    pub span: Span,
    /// Labels of the places that cover it, ascending, each once.
    pub marks: Vec<usize>,
    /// Labels of the places that end with it, ascending.
    pub ends: Vec<usize>,
}

/// The stretches that tile `whole`; `places` are spans with a label, ascending. Empty places are
/// left out.
pub(super) fn stretches(whole: Span, places: &[(Span, usize)]) -> Vec<Stretch> {
    // No place that starts behind the text can touch it.
    let places = &places[..places.partition_point(|(span, _)| span.start < whole.end)];
    let inside: Vec<_> =
        places.iter().filter(|(span, _)| span.overlaps(whole) && !span.is_empty()).collect();
    let mut edges: Vec<usize> = vec![whole.start, whole.end];
    for (span, _) in &inside {
        edges.extend([span.start.max(whole.start), span.end.min(whole.end)]);
    }
    edges.sort_unstable();
    edges.dedup();
    let stretch = |edge: &[usize]| {
        let span = Span::new(edge[0], edge[1]);
        let covering = || inside.iter().filter(|(place, _)| place.overlaps(span));
        let mut marks: Vec<_> = covering().map(|(_, label)| *label).collect();
        let ending = covering().filter(|(place, _)| place.end.min(whole.end) == span.end);
        let mut ends: Vec<_> = ending.map(|(_, label)| *label).collect();
        for labels in [&mut marks, &mut ends] {
            labels.sort_unstable();
            labels.dedup();
        }
        Stretch { span, marks, ends }
    };
    edges.windows(2).map(stretch).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_places_are_cut_at_their_edges() {
        let places = [(Span::new(0, 3), 9), (Span::new(2, 6), 1), (Span::new(4, 20), 2)];
        let cut = stretches(Span::new(1, 8), &places);
        let shown: Vec<_> = cut
            .iter()
            .map(|s| (s.span.start, s.span.end, s.marks.clone(), s.ends.clone()))
            .collect();
        assert_eq!(
            shown,
            [
                (1, 2, vec![9], vec![]),
                (2, 3, vec![1, 9], vec![9]),
                (3, 4, vec![1], vec![]),
                (4, 6, vec![1, 2], vec![1]),
                (6, 8, vec![2], vec![2]),
            ]
        );
        assert_eq!(stretches(Span::new(30, 32), &places).len(), 1);
    }
}
