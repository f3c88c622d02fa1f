//! Two renderings and the alignment of their segments.

use crate::align::{Alignment, Bead, Options, align};
use crate::document::Locator;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// A parallel text.
#[derive(Clone, Debug)]
pub struct Bitext {
    /// The two renderings.
    pub renderings: Pair<Rendering>,
    /// Which segments render which.
    pub alignment: Alignment,
}

impl Bitext {
    /// Aligns two renderings.
    pub fn align(renderings: Pair<Rendering>, options: &Options) -> Self {
        let alignment = align(renderings.as_ref(), options);
        Bitext { renderings, alignment }
    }

    /// One side of a bead as one line of text: its segments joined by a space, white space folded.
    pub fn text(&self, bead: &Bead, side: Side) -> String {
        self.renderings.side(side).line(bead.segments.side(side).clone())
    }

    /// Ways from visible text to places in the raw files.
    pub fn locators(&self) -> Pair<Locator<'_>> {
        self.renderings.as_ref().map(|rendering| Locator::new(&rendering.document))
    }
}
