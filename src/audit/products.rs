//! What several checks need to know of one bead, worked out once, by the first that asks.

use std::cell::OnceCell;

use super::correspondence::Correspondence;
use super::frequency::Frequencies;
use super::values::{Difference, differences};
use super::{BeadView, negation};
use crate::knowledge::negation::Negation;
use crate::pair::{Pair, Side};

/// The products of a bead that have been asked for.
#[derive(Default)]
pub(super) struct Products<'a> {
    correspondence: OnceCell<Correspondence>,
    differences: OnceCell<Vec<Difference<'a>>>,
    frequencies: OnceCell<Frequencies>,
    negations: Pair<OnceCell<Vec<Negation>>>,
}

impl<'a> BeadView<'a> {
    /// Which words have a counterpart on the other side.
    pub(super) fn correspondence(&self) -> &Correspondence {
        self.products.correspondence.get_or_init(|| Correspondence::of(self))
    }

    /// The differences between the values of both sides, in text order.
    pub(super) fn differences(&self) -> &[Difference<'a>] {
        self.products.differences.get_or_init(|| differences(self))
    }

    /// The frequencies of both sides, compared.
    pub(super) fn frequencies(&self) -> &Frequencies {
        self.products.frequencies.get_or_init(|| Frequencies::of(self))
    }

    /// The negating phrases of a side, with spans in the visible text.
    pub(super) fn negations(&self, side: Side) -> &[Negation] {
        self.products.negations.side(side).get_or_init(|| negation::of(self, side))
    }
}
