//! Pairs of marks that may open in one segment and close in another.

use super::BeadView;
use crate::pair::Side;
use crate::span::Span;

/// From the first to the last byte of the blocks that hold the bead on a side.
pub(super) fn blocks_around(view: &BeadView<'_>, side: Side) -> Option<Span> {
    let rendering = view.rendering(side);
    let segments = &rendering.segments[view.bead().segments.side(side).clone()];
    let block = |index: u32| rendering.document.blocks.get(index as usize).map(|block| block.span);
    let (first, last) = (block(segments.first()?.block)?, block(segments.last()?.block)?);
    Some(Span::new(first.start, last.end))
}

/// What a double quotation mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It opens or closes a quotation.
    Quotation,
    /// It stands inside an abbreviation.
    PartOfWord,
    /// It could be either, or a unit.
    Unsure,
}

/// What a double quotation mark is, by the two scalars before it and the text behind it.
///
/// Gershayim stand before the last letter of a Hebrew abbreviation; a quotation may also open
/// behind a particle that is written together with the next word.
pub(super) fn kind_of(before: [char; 2], rest: &str) -> Kind {
    let is_hebrew = |c: char| ('\u{5d0}'..='\u{5ea}').contains(&c);
    let after = rest.chars().take_while(|&c| is_hebrew(c)).count();
    if before[1].is_ascii_digit() {
        return Kind::Unsure;
    }
    match (is_hebrew(before[1]), after) {
        (false, _) | (true, 0) => Kind::Quotation,
        (true, 1) if is_hebrew(before[0]) || after == 1 => Kind::PartOfWord,
        _ => Kind::Unsure,
    }
}
