//! Evidence from the outward forms of two groups of segments.

use super::feature::Feature;
use super::form::{End, Form, Start};
use super::view::View;
use crate::document::BlockKind;
use crate::pair::Pair;
use crate::segment::Boundary;

/// How both groups end.
pub(super) fn ends(last: Pair<Form>, set: &mut impl FnMut(Feature, f32)) {
    let (source, target) = (last.source.end, last.target.end);
    let one = |end: End| (source == end) != (target == end);
    match source {
        _ if source != target => {}
        End::Question => set(Feature::QuestionSame, 1.0),
        End::Exclamation => set(Feature::ExclamationSame, 1.0),
        End::Colon => set(Feature::ColonSame, 1.0),
        _ => set(Feature::EndSame, 1.0),
    }
    if one(End::Question) {
        set(Feature::QuestionOne, 1.0);
    }
    if one(End::Exclamation) {
        set(Feature::ExclamationOne, 1.0);
    }
    let is_open = |end: End| matches!(end, End::Open | End::Colon);
    if is_open(source) != is_open(target) {
        set(Feature::EndOpen, 1.0);
    }
    if last.source.closes_quote != last.target.closes_quote {
        set(Feature::QuoteCloses, 1.0);
    } else if last.source.closes_quote {
        set(Feature::QuoteSame, 1.0);
    }
    if last.source.has_letters != last.target.has_letters {
        set(Feature::LettersOne, 1.0);
    }
}

/// How both groups start.
pub(super) fn beginnings(first: Pair<Form>, set: &mut impl FnMut(Feature, f32)) {
    let Pair { source, target } = first;
    match (source.is_item, target.is_item) {
        (true, true) => set(Feature::ItemSame, 1.0),
        (false, false) => {}
        _ => set(Feature::ItemOne, 1.0),
    }
    if source.opens_quote != target.opens_quote {
        set(Feature::QuoteOpens, 1.0);
    } else if source.opens_quote {
        set(Feature::QuoteSame, 1.0);
    }
    let cased = |start: Start| matches!(start, Start::Upper | Start::Lower);
    if cased(source.start) && cased(target.start) && source.start != target.start {
        set(Feature::CaseOne, 1.0);
    }
    let plain = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Line);
    if source.block.0 == target.block.0 {
        if !plain(source.block.0) {
            set(Feature::BlockSame, 1.0);
        }
    } else if source.block.0 != BlockKind::Line && target.block.0 != BlockKind::Line {
        set(Feature::BlockOne, 1.0);
    }
    if source.block.1 != target.block.1 {
        set(Feature::DepthOne, 1.0);
    }
}

/// The cuts inside the group of `count` segments from `start`.
pub(super) fn inner(view: &View, start: usize, count: usize, set: &mut impl FnMut(Feature, f32)) {
    for segment in start + 1..start + count {
        let form = &view.forms[segment];
        if form.boundary == Boundary::Block && form.block.0 != BlockKind::Line {
            set(Feature::InnerBlock, 1.0);
        } else if form.continues(&view.forms[segment - 1]) {
            set(Feature::InnerSoft, 1.0);
        } else {
            set(Feature::InnerHard, 1.0);
        }
    }
}
