//! Alignments of texts so long that only a band of the lattice is looked at.

mod invented;

use std::ops::Range;

use invented::{Invented, Kinship, Plan};
use targum::align::{Options, align};
use targum::format::plain;
use targum::pair::Pair;
use targum::rendering::Rendering;

fn right(text: &Invented) -> f64 {
    let alignment = align(text.renderings.as_ref(), &Options::default());
    text.right(alignment.beads().iter().map(|bead| &bead.segments))
}

/// No word is rare in such a text, so that only words that meet tell what belongs together; and the
/// diagonal leads astray, since a quarter is left out on one side.
#[test]
fn a_text_whose_words_are_all_frequent_is_aligned() {
    let right = right(&Invented::new(&Plan {
        segments: 4_000,
        words: 800,
        kinship: Kinship::Sisters,
        gone: 1_000..2_000,
    }));
    assert!(right > 0.98, "{right:.4}");
}

/// Two languages that share no word at all: lengths lead the way as far as nothing long is left out, and the
/// words learned there lead beyond it.
#[test]
fn a_text_that_shares_no_word_is_aligned() {
    let right = right(&Invented::new(&Plan {
        segments: 8_000,
        words: 1_500,
        kinship: Kinship::Strangers,
        gone: 3_000..4_000,
    }));
    assert!(right > 0.98, "{right:.4}");
}

#[test]
fn a_long_section_that_stands_elsewhere_is_found() {
    const SECTION: usize = 400;
    let mut text = Invented::new(&Plan {
        segments: 1_500,
        words: 30_000,
        kinship: Kinship::Sisters,
        gone: 0..0,
    });
    let Pair { target, .. } = &text.renderings;
    let count = target.segments.len();
    let order = (SECTION..count).chain(0..SECTION);
    let lines: String = order.map(|at| format!("{}\n", target.text(at))).collect();
    text.renderings.target = Rendering::new(plain::read_segmented(lines, target.document.language));
    let place = |at: usize| if at < SECTION { at + count - SECTION } else { at - SECTION };
    for Pair { target, .. } in text.beads.iter_mut().filter(|bead| !bead.target.is_empty()) {
        *target = Range { start: place(target.start), end: place(target.end - 1) + 1 };
    }
    let right = right(&text);
    assert!(right > 0.98, "{right:.4}");
}
