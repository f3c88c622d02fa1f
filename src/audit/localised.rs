//! Values that a translation must change: the number of the emergency services, and a date in digits
//! that may be read in either order.

use super::BeadView;
use crate::anchor::{Anchor, Date, Value};
use crate::knowledge::emergency;
use crate::lang::DateOrder;
use crate::lang::words::{fold, words};
use crate::pair::{Pair, Side};

/// Whether two values that differ may render each other.
pub(super) fn is_rendered(view: &BeadView<'_>, pair: Pair<&Anchor>) -> bool {
    match pair.map(|anchor| &anchor.value) {
        Pair { source: Value::Date(source), target: Value::Date(target) } => Side::BOTH
            .iter()
            .any(|&side| is_either(view, side, pair.side(side)) && are_turned(source, target)),
        Pair { source: Value::Number(_), target: Value::Number(_) } => {
            Side::BOTH.iter().all(|&side| is_emergency(view, side, pair.side(side)))
                && Side::BOTH.iter().any(|&side| is_called(view, side, pair.side(side)))
        }
        _ => false,
    }
}

/// Whether a date is written so that day and month may change places: "05/06/2020" in English.
fn is_either(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    let text = anchor.span.of(view.document_text(side));
    view.language(side).numerals.order == DateOrder::Either
        && text.contains('/')
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
}

/// Whether two dates are one if the day of one is the month of the other.
fn are_turned(a: &Date, b: &Date) -> bool {
    a.year == b.year && a.day.is_some() && a.day == b.month && a.month == b.day
}

fn is_emergency(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    emergency::is_number(anchor.span.of(view.document_text(side)).trim())
}

/// Whether the words before a number, or the next one, tell to call it.
fn is_called(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    let Some(bead) = view.span(side) else { return false };
    let text = view.document_text(side);
    let calls = |(_, word): (usize, &str)| emergency::is_call(&fold(word), view.language(side));
    let before: Vec<_> = words(&text[bead.start..anchor.span.start]).collect();
    before.into_iter().rev().take(5).any(calls)
        || words(&text[anchor.span.end..bead.end]).take(2).any(calls)
}
