//! Two renderings and the alignment of their segments.

use crate::align::{Alignment, Options, align};
use crate::pair::Pair;
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
}
