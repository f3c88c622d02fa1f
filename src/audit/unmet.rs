//! Anchors of one kind that the other side of a bead does not have.
//!
//! How often a value is said differs freely between renderings, so one partner forgives all
//! repetitions; a partner in a neighbouring bead forgives too.

use super::{BeadView, Check, Finding};
use crate::anchor::{Anchor, Kind, Match};
use crate::pair::{Pair, Side};

/// The anchors of `kind` without a partner, in text order, one for each value.
pub(super) fn unmet<'a>(view: &BeadView<'a>, kind: Kind) -> Pair<Vec<&'a Anchor>> {
    if view.bead().is_null() {
        return Pair::default();
    }
    let of_kind = |view: &BeadView<'a>, side: Side| {
        view.anchors().side(side).iter().filter(move |anchor| anchor.value.kind() == kind)
    };
    let is_met = |view: &BeadView<'a>, side: Side, anchor: &Anchor| {
        of_kind(view, side.other()).any(|other| anchor.value.matches(&other.value) != Match::None)
    };
    Pair::from_fn(|side| {
        let mut found: Vec<&Anchor> = Vec::new();
        for anchor in of_kind(view, side) {
            let is_known = found.iter().any(|other| other.value == anchor.value);
            let is_beside = || view.neighbours().any(|beside| is_met(&beside, side, anchor));
            if !is_known && !is_met(view, side, anchor) && !is_beside() {
                found.push(anchor);
            }
        }
        found
    })
}

/// The pairs of unmet anchors that `is_like` says may be one value spoilt, each anchor at most
/// once, and those that stay alone.
pub(super) fn pair_up(
    unmet: Pair<Vec<&Anchor>>,
    is_like: impl Fn(&Anchor, &Anchor) -> bool,
) -> (Vec<Pair<&Anchor>>, Pair<Vec<&Anchor>>) {
    let Pair { mut source, mut target } = unmet;
    let mut pairs = Vec::new();
    source.retain(|a| {
        let partner = target.iter().position(|b| is_like(a, b));
        if let Some(index) = partner {
            pairs.push(Pair::new(*a, target.remove(index)));
        }
        partner.is_none()
    });
    (pairs, Pair { source, target })
}

/// What `check` says of a value that is spoilt on one side; it suggests what the source has, unless
/// that is in another script or a word.
pub(super) fn changed(
    view: &BeadView<'_>,
    check: &'static Check,
    confidence: f64,
    pair: Pair<&Anchor>,
) -> Finding {
    let text = Pair::from_fn(|side| pair.side(side).span.of(view.document_text(side)));
    let message = format!("The source has {}, the target {}.", text.source, text.target);
    let finding = Finding::new(check, confidence, message)
        .in_bead(view.index)
        .at(Side::Source, pair.source.span)
        .at(Side::Target, pair.target.span);
    // A word such as "Sodium" is another one in another language.
    let is_word =
        text.source.len() > 3 && text.source.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let is_shared = text.source.is_ascii() && !is_word;
    if is_shared { finding.suggesting(text.source) } else { finding }
}

/// What `check` says of a value that one side alone has.
pub(super) fn alone(
    view: &BeadView<'_>,
    check: &'static Check,
    confidence: f64,
    side: Side,
    anchor: &Anchor,
) -> Finding {
    let text = anchor.span.of(view.document_text(side));
    let other = side.other();
    let message = format!("The {} has {text}; the {} does not.", side.name(), other.name());
    Finding::new(check, confidence, message)
        .in_bead(view.index)
        .at(side, anchor.span)
        .at_all(other, view.span(other))
}
