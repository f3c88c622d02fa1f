//! Negations of a bead, as several checks need them.

use super::BeadView;
use crate::knowledge::negation::{Negation, Polarity, negations};
use crate::pair::Side;
use crate::span::Span;

/// The negating phrases of the bead on a side, with spans in the visible text.
pub(super) fn of(view: &BeadView<'_>, side: Side) -> Vec<Negation> {
    let Some(bead) = view.span(side) else { return Vec::new() };
    negations(bead.of(view.document_text(side)), view.language(side))
        .into_iter()
        .map(|negation| Negation { span: negation.span.shift(bead.start), ..negation })
        .collect()
}

/// Bytes between a word and the negation that turns it.
const REACH: usize = 24;

/// Whether a negation stands close to a span of the bead.
pub(super) fn is_near(view: &BeadView<'_>, side: Side, span: Span) -> bool {
    view.negations(side).iter().any(|negation| {
        matches!(negation.polarity, Polarity::Plain | Polarity::Idle)
            && negation.span != span
            && negation.span.start < span.end + REACH
            && span.start < negation.span.end + REACH
    })
}
