//! Whether two names are of one person, thing or place though they share no word: the first name on
//! one side and the last on the other, or a name and its short form.
//!
//! The document tells: both stand in one longer name near by. Complexity: mentions of the beads
//! around. Weakness: a person who is never named in full is two.

use super::counterpart::Words;
use super::mention::{Mention, mentions};
use super::{REACH, SURELY_SAME, stem};
use crate::audit::BeadView;
use crate::lang::words::fold;
use crate::pair::{Pair, Side};

/// Letters of a name that may stand for a longer one that begins with it.
const SHORTEST: usize = 4;

/// Whether mentions of the two sides are of one thing.
pub(in crate::audit) fn are_aliases(view: &BeadView<'_>, pair: Pair<&Mention>) -> bool {
    let names = Pair::from_fn(|side| {
        let text = view.document_text(side);
        pair.side(side).words.iter().map(|span| span.of(text)).collect::<Vec<_>>()
    });
    is_short_form(&names) || are_parts_of_one(view, &names)
}

fn is_short_form(names: &Pair<Vec<&str>>) -> bool {
    names.source.iter().any(|one| {
        names.target.iter().any(|other| {
            let (one, other) = (fold(one), fold(other));
            let (one, other) = (stem(&one), stem(&other));
            let shorter = one.chars().count().min(other.chars().count());
            shorter >= SHORTEST && (one.starts_with(other) || other.starts_with(one))
        })
    })
}

fn are_parts_of_one(view: &BeadView<'_>, names: &Pair<Vec<&str>>) -> bool {
    let has = |whole: &Words<'_>, side: Side| {
        let mut parts = names.side(side).iter();
        parts.any(|name| whole.likeness(name, view.language(side)) > SURELY_SAME)
    };
    view.around(REACH).any(|bead| {
        Side::BOTH.into_iter().any(|side| {
            let (text, language) = (bead.document_text(side), bead.language(side));
            let mentions = mentions(&bead, side);
            let mut longer = mentions.iter().filter(|mention| mention.words.len() > 1);
            longer.any(|mention| {
                let whole = Words::of_text(mention.span.of(text), language);
                has(&whole, Side::Source) && has(&whole, Side::Target)
            })
        })
    })
}
