//! Whether a side has anything in the place where the other side has a name.
//!
//! The words before and behind the name that have counterparts bound its place on the other side;
//! the place is vacant when no word without a counterpart stands there, and no pronoun. Complexity:
//! linear in the units of a bead. Weakness: where the sides order their words otherwise, the place
//! is unknown, and nothing is said.

use crate::audit::BeadView;
use crate::audit::correspondence::{Correspondence, Role, Unit};
use crate::lang::words::{fold, words};
use crate::pair::Side;
use crate::span::Span;

/// Words for a person or thing named before, by language.
static PRONOUNS: &[(&str, &[&str])] = &[
    (
        "da",
        &[
            "han", "hun", "den", "det", "de", "ham", "hende", "hans", "hendes", "deres", "dem",
            "dens", "dets", "der", "sin", "sit", "sine",
        ],
    ),
    (
        "de",
        &[
            "er", "sie", "es", "ihm", "ihn", "ihr", "ihre", "ihrer", "ihren", "ihrem", "sein",
            "seine", "seiner", "seinen", "seinem", "dort", "dieser", "diese", "dieses",
        ],
    ),
    (
        "en",
        &[
            "he", "she", "it", "they", "him", "her", "his", "hers", "its", "them", "their",
            "there", "this", "who", "we", "us", "our",
        ],
    ),
    (
        "fr",
        &[
            "il", "elle", "ils", "elles", "lui", "leur", "leurs", "son", "sa", "ses", "le", "la",
            "les", "y", "en", "ce", "cette", "celui", "celle",
        ],
    ),
    (
        "he",
        &[
            "הוא", "היא", "הם", "הן", "שלו", "שלה", "שלהם", "שלהן", "לו", "לה", "להם", "אותו",
            "אותה", "אותם", "שם", "זה", "זו",
        ],
    ),
    (
        "nb",
        &[
            "han", "hun", "den", "det", "de", "ham", "henne", "hans", "hennes", "deres", "dem",
            "dens", "dets", "der", "sin", "sitt", "sine",
        ],
    ),
    (
        "nl",
        &[
            "hij", "zij", "ze", "het", "hem", "haar", "zijn", "hun", "hen", "er", "daar", "deze",
            "dit", "die", "dat",
        ],
    ),
    (
        "sv",
        &[
            "han", "hon", "den", "det", "de", "honom", "henne", "hans", "hennes", "deras", "dem",
            "dess", "där", "sin", "sitt", "sina",
        ],
    ),
];

/// English words that lean on a noun behind them, and those that cannot be that noun.
const LEANING: &[&str] =
    &["and", "at", "between", "by", "from", "in", "into", "near", "of", "to", "with"];
const FOLLOWING: &[&str] = &["and", "are", "had", "has", "have", "is", "of", "or", "was", "were"];

/// Whether an English side has a word that leans on nothing: "played against and, next week". By
/// itself that may be good English, "stood by, and"; beside a name that is missing it tells.
pub(in crate::audit) fn has_gap(view: &BeadView<'_>, side: Side) -> bool {
    if view.language(side).code != "en" {
        return false;
    }
    let text = view.text(side);
    let all: Vec<(usize, &str)> = words(text).collect();
    all.iter().enumerate().any(|(index, &(at, word))| {
        let next = all.get(index + 1);
        let gap = &text[at + word.len()..next.map_or(text.len(), |(at, _)| *at)];
        let is_before_mark = gap.trim_start().starts_with([',', '.', ';', ')']);
        let is_before_other = gap == " " && next.is_some_and(|(_, next)| FOLLOWING.contains(next));
        LEANING.contains(&word) && (is_before_mark || is_before_other)
    })
}

/// Whether nothing stands on the other side where `name` stands on `side`.
pub(in crate::audit) fn is_vacant(
    view: &BeadView<'_>,
    words: &Correspondence,
    side: Side,
    name: Span,
) -> bool {
    let (here, there) = (words.units.side(side), words.units.side(side.other()));
    let is_anchored = |unit: &&Unit| unit.role == Role::Content && !unit.counterparts.is_empty();
    let before = here.iter().rev().filter(|unit| unit.span.end <= name.start);
    let behind = here.iter().filter(|unit| unit.span.start >= name.end);
    let is_loose = |unit: &&Unit| unit.role == Role::Content && unit.counterparts.is_empty();
    let loose = |units: &mut dyn Iterator<Item = &Unit>| {
        units.take_while(|unit| !is_anchored(unit)).filter(is_loose).count()
    };
    // Words beside the name that have no counterpart either may stand for what is there.
    if loose(&mut before.clone()) + loose(&mut behind.clone()) > 0 {
        return false;
    }
    let (before, behind) = (before.clone().find(is_anchored), behind.clone().find(is_anchored));
    if before.is_none() && behind.is_none() {
        return false;
    }
    let starts =
        before.map_or(vec![None], |unit| unit.counterparts.iter().map(|at| Some(*at)).collect());
    let ends =
        behind.map_or(vec![None], |unit| unit.counterparts.iter().map(|at| Some(*at)).collect());
    let text = view.document_text(side.other());
    let pronouns = PRONOUNS.iter().find(|row| row.0 == view.language(side.other()).code);
    let is_filled = |unit: &Unit| {
        let word = fold(unit.span.of(text));
        is_loose(&unit) || pronouns.is_some_and(|row| row.1.contains(&word.as_str()))
    };
    starts.iter().any(|start| {
        ends.iter().any(|end| {
            let first = start.map_or(0, |at| at + 1);
            let last = end.unwrap_or(there.len());
            first <= last && !there[first..last].iter().any(is_filled) && {
                let between = there[first..last].iter();
                between.filter(|unit| unit.role == Role::Content).count() == 0
            }
        })
    })
}
