//! Builds a bitext from units that are aligned already, remembering where each text stood.

use std::sync::Arc;

use crate::align::{Alignment, Bead};
use crate::bitext::Bitext;
use crate::document::{Block, BlockKind, Document, Origin};
use crate::error::Result;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;
use crate::segment::{Boundary, Segment};
use crate::span::{OffsetMap, Span};

/// A piece of visible text and where its parts stand in the raw file.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    text: String,
    offsets: OffsetMap,
}

impl Piece {
    /// Text that stands in the raw file as it is, from the byte `raw` on.
    pub(super) fn verbatim(text: &str, raw: usize) -> Self {
        let mut piece = Piece::default();
        piece.push(text, raw);
        piece
    }

    /// Text that a reference or an escape at `raw` stands for.
    pub(super) fn stand_in(text: &str, raw: Span) -> Self {
        let mut piece = Piece::default();
        piece.push_stand_in(text, raw);
        piece
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Adds text that stands at the byte `raw`, behind what came before.
    pub(super) fn push(&mut self, text: &str, raw: usize) {
        self.offsets.push(self.text.len(), raw);
        self.text.push_str(text);
    }

    /// Adds text that a reference or an escape at `raw` stands for.
    pub(super) fn push_stand_in(&mut self, text: &str, raw: Span) {
        self.offsets.push_stand_in(self.text.len(), raw);
        self.text.push_str(text);
    }

    /// Adds another piece behind this one.
    pub(super) fn append(&mut self, other: &Piece) {
        self.offsets.append(self.text.len(), &other.offsets);
        self.text.push_str(&other.text);
    }
}

/// A posterior as text, if it is one: from 0 to 1.
pub(super) fn probability(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|posterior| (0.0..=1.0).contains(posterior))
}

/// Collects units; every unit becomes a bead.
pub(super) struct Units {
    raw: Arc<str>,
    languages: Pair<&'static Language>,
    sides: Pair<UnitSide>,
    beads: Vec<Bead>,
}

#[derive(Default)]
struct UnitSide {
    text: String,
    blocks: Vec<Block>,
    segments: Vec<Segment>,
    offsets: OffsetMap,
}

impl Units {
    pub(super) fn new(raw: &str, languages: Pair<&'static Language>) -> Self {
        Units { raw: Arc::from(raw), languages, sides: Pair::default(), beads: Vec::new() }
    }

    /// Adds a unit of any number of segments a side; blank pieces are no segments.
    pub(super) fn push(&mut self, pieces: Pair<Vec<Piece>>, posterior: f64) {
        let segments = Pair::from_fn(|side| {
            let into = self.sides.side_mut(side);
            let first = into.segments.len();
            pieces.side(side).iter().for_each(|piece| into.push(piece));
            first..into.segments.len()
        });
        self.beads.push(Bead { segments, posterior });
    }

    /// The bitext of all units.
    pub(super) fn finish(self) -> Result<Bitext> {
        let Units { raw, languages, sides, beads } = self;
        let counts = sides.as_ref().map(|side| side.segments.len());
        let alignment = Alignment::new(beads, counts)?;
        let rendering = |side: UnitSide, which: Side| {
            let document = Document {
                text: side.text,
                blocks: side.blocks,
                language: languages.side(which),
                origin: Origin { path: None, raw: Some(raw.clone()), offsets: side.offsets },
            };
            Rendering::from_segments(document, side.segments)
        };
        let renderings =
            Pair::new(rendering(sides.source, Side::Source), rendering(sides.target, Side::Target));
        Ok(Bitext { renderings, alignment })
    }
}

impl UnitSide {
    fn push(&mut self, piece: &Piece) {
        let whole = Span::new(0, piece.text.len()).trim(&piece.text);
        if whole.is_empty() {
            return;
        }
        let base = self.text.len();
        self.offsets.append(base, &piece.offsets);
        self.text.push_str(&piece.text);
        self.text.push('\n');
        let span = whole.shift(base);
        let block = self.blocks.len() as u32;
        self.blocks.push(Block { kind: BlockKind::Line, depth: 0, span });
        self.segments.push(Segment { span, block, boundary: Boundary::Block });
    }
}
