//! Which names of one side of a bead the other side gives, in whatever script.
//!
//! Method: every name is compared with every word of the other side by
//! [`skeleton`](crate::anchor::skeleton); countries meet by code. Complexity: names times words of
//! a bead. Weakness: a translated name meets nothing, so words of the lexicon count as no names.

use super::BeadView;
use crate::anchor::skeleton::{Skeleton, word_log_odds};
use crate::anchor::{Anchor, Name, Strength, Value};
use crate::knowledge::cldr;
use crate::knowledge::lexicon::Index;
use crate::lang::words::words;
use crate::lang::{Language, Script};
use crate::pair::{Pair, Side};

/// A name that the other side does not give.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unnamed<'a> {
    pub anchor: &'a Anchor,
    /// Log odds of the word of the other side that is most like it.
    pub likeness: f64,
}

/// Log odds from which two words are taken for one name.
const SAME: f64 = 0.0;

/// Log odds from which that is taken of words of other beads, of which there are many.
const SURELY_SAME: f64 = 5.0;

/// How many beads before and behind are looked at for a name.
const REACH: usize = 20;

/// Whether a name stands elsewhere near by: again on its own side, where the other leaves it to a
/// pronoun or writes it in its own way, or on the other side, which only has it in another bead.
pub(super) fn is_about(view: &BeadView<'_>, side: Side, anchor: &Anchor) -> bool {
    let other = side.other();
    let name = anchor.span.of(view.document_text(side));
    let stem = name.trim_end_matches(['s', '\'', '’']);
    if view.around(REACH).any(|bead| bead.text(side).contains(stem)) {
        return true;
    }
    let forms = Skeleton::alternatives(name, view.language(side));
    view.around(REACH).any(|bead| {
        words(bead.text(other)).any(|(_, word)| {
            word_log_odds(&forms, &Skeleton::alternatives(word, view.language(other))) > SURELY_SAME
        })
    })
}

/// The names of each side that the other does not give, in text order.
pub(super) fn unnamed<'a>(view: &BeadView<'a>) -> Pair<Vec<Unnamed<'a>>> {
    if view.bead().is_null() {
        return Pair::default();
    }
    let candidates = Pair::from_fn(|side| names(view, side));
    if candidates.source.is_empty() && candidates.target.is_empty() {
        return Pair::default();
    }
    let words = Pair::from_fn(|side| {
        words(view.text(side))
            .map(|(_, word)| Skeleton::alternatives(word, view.language(side)))
            .collect::<Vec<_>>()
    });
    let territories = view.anchors().map(|anchors| {
        anchors
            .iter()
            .filter_map(|anchor| match &anchor.value {
                Value::Name(name @ Name::Territory(_)) => Some(name),
                _ => None,
            })
            .collect::<Vec<_>>()
    });
    let lower = Side::BOTH.map(|side| view.text(side).to_lowercase());
    Pair::from_fn(|side| {
        let other = side.other();
        let likeness = |anchor: &Anchor| {
            if let Value::Name(name @ Name::Territory(code)) = &anchor.value
                && (territories.side(other).contains(&name)
                    || mentions(&lower[other as usize], code, view.language(other)))
            {
                return f64::INFINITY;
            }
            let text = anchor.span.of(view.document_text(side));
            let forms = Skeleton::alternatives(text, view.language(side));
            let odds = words.side(other).iter().map(|word| word_log_odds(&forms, word));
            odds.fold(f64::NEG_INFINITY, f64::max)
        };
        candidates
            .side(side)
            .iter()
            .map(|&anchor| Unnamed { anchor, likeness: likeness(anchor) })
            .filter(|unnamed| unnamed.likeness < SAME)
            .collect()
    })
}

/// Whether a text has a word of the name of a territory: its people, its language, a compound.
fn mentions(text: &str, code: &str, language: &'static Language) -> bool {
    let table = cldr::by_column(cldr::TERRITORIES, language.code);
    let mut forms = table.filter(|(key, _)| *key == code).flat_map(|(_, cell)| cldr::forms(cell));
    let stem = |form: &str| -> String {
        let letters = form.chars().count();
        form.to_lowercase().chars().take((letters * 2 / 3).max(3)).collect()
    };
    let people = if code == "US" {
        &["amerik", "americ", "améric", "אמריק", "ארהב"][..]
    } else {
        &[]
    };
    forms.any(|form| text.contains(&stem(form))) || people.iter().any(|stem| text.contains(stem))
}

/// Whether a word is in the lexicon of its language or of English, whose words titles are made of.
fn is_word(form: &str, language: &'static Language) -> bool {
    let english = Language::from_tag("en").ok();
    [Some(language), english]
        .into_iter()
        .flatten()
        .filter_map(Index::of)
        .any(|index| index.words(form).next().is_some())
}

/// The names of a side that must have a counterpart: with a capital that nothing else explains,
/// and no word of the lexicon.
fn names<'a>(view: &BeadView<'a>, side: Side) -> Vec<&'a Anchor> {
    let terms = view.terms();
    let is_term =
        |anchor: &Anchor| terms.side(side).iter().any(|term| term.span.overlaps(anchor.span));
    view.anchors()
        .side(side)
        .iter()
        .filter(|anchor| match &anchor.value {
            // Short names hide in words of scripts that write particles together with them.
            Value::Name(Name::Territory(_)) => {
                anchor.strength == Strength::Firm && view.language(side).script == Script::Latin
            }
            Value::Name(Name::Written { form, .. }) => {
                anchor.strength == Strength::Firm
                    && form.chars().count() >= 4
                    && !is_term(anchor)
                    && !is_word(form, view.language(side))
            }
            _ => false,
        })
        .collect()
}
