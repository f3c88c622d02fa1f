//! An acronym whose letters differ, or that one side lacks.

use crate::anchor::{Acronym, Anchor, Kind, Strength, Value, Writing};
use crate::audit::unmet::{alone, changed, pair_up, unmet};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::knowledge::acronyms;
use crate::lang::Script;
use crate::lang::words::words;
use crate::pair::{Pair, Side};
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "acronym-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/entity",
    its: "mistranslation",
    explanation: Explanation {
        finds: "An acronym whose letters differ between the sides or that stands for something else (KOL for AIDS), or a Latin acronym in a text of another script that the other side lacks.",
        matters: "NMDA and NDMA are a receptor and a poison.",
        example: [
            ("he", "התרופה חוסמת את קולטן ה-NMDA."),
            ("nb", "Legemidlet blokkerer NDMA-reseptoren."),
        ],
        ignores: "An acronym that one side introduces in brackets is a note. Acronyms that have a form of their own in each language (WHO, OMS), their expansions, endings, and capitals (Nato).",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    // "N.F.L." is NFL.
    let texts = Pair::from_fn(|side| view.text(side).to_uppercase().replace('.', ""));
    let mut unmet = unmet(view, Kind::Acronym);
    for side in Side::BOTH {
        // As a plain word, or inside a compound.
        let other = texts.side(side.other());
        unmet.side_mut(side).retain(|anchor| {
            form(anchor).is_some_and(|form| !other.contains(form) && !is_spelt_out(form, other))
        });
    }
    // "KI" may be CI too, whatever it stands for elsewhere.
    let written = |side: Side, anchor: &Anchor| anchor.span.of(view.document_text(side));
    let codes = Pair::from_fn(|side| view.language(side).code);
    let (_, unmet) = pair_up(unmet, |a, b| {
        let texts = Pair::new(written(Side::Source, a), written(Side::Target, b));
        acronyms::may_be_one(codes, texts)
    });
    let (known, unmet) = pair_up(unmet, |a, b| are_known_to_differ(view, Pair::new(a, b)));
    let mut found: Vec<Finding> = known.into_iter().map(|pair| replaced(view, pair)).collect();
    let firm = unmet.map(|side| {
        let is_firm = |anchor: &&Anchor| {
            anchor.strength == Strength::Firm && short(anchor).is_some_and(str::is_ascii)
        };
        side.into_iter().filter(is_firm).collect::<Vec<_>>()
    });
    let (pairs, lone) = pair_up(firm, |a, b| match (short(a), short(b)) {
        (Some(a), Some(b)) => are_alike(a, b),
        _ => false,
    });
    let pairs = pairs.into_iter().filter(|pair| !is_called(view, pair));
    found.extend(pairs.map(|pair| changed(view, &CHECK, 0.9, pair)));
    for side in Side::BOTH {
        // What stands in Latin letters in another script was taken over as it is.
        if view.language(side).script != Script::Latin {
            let telling = lone.side(side).iter().filter(|anchor| {
                let text = anchor.span.of(view.document_text(side));
                text.is_ascii() && short(anchor).is_some_and(|form| form.len() >= 3)
            });
            found.extend(telling.map(|anchor| {
                let finding = alone(view, &CHECK, 0.6, side, anchor);
                let is_aside = is_in_brackets(view.document_text(side), anchor.span);
                finding.with_severity(if is_aside { Severity::Note } else { CHECK.severity })
            }));
        }
    }
    found
}

/// Whether both are functions, whose names may be translated: "RANG(A1)", "RANK(A1)".
fn is_called(view: &BeadView<'_>, pair: &Pair<&Anchor>) -> bool {
    Side::BOTH.into_iter().all(|side| {
        let rest = &view.document_text(side)[pair.side(side).span.end..];
        rest.starts_with('(')
            || rest.starts_with('.') && !rest[1..].starts_with(char::is_whitespace)
    })
}

/// Whether an acronym stands in brackets of its own, behind the words that it is short for.
fn is_in_brackets(text: &str, span: Span) -> bool {
    text[..span.start].ends_with('(') && text[span.end..].starts_with(')')
}

/// Whether words one behind another in `text`, in capitals, begin with the letters of an acronym:
/// ASN in "Aviation Safety Network".
fn is_spelt_out(form: &str, text: &str) -> bool {
    let initials: String = words(text).filter_map(|(_, word)| word.chars().next()).collect();
    form.chars().count() >= 3 && initials.contains(form)
}

/// Whether the table knows both and gives them different meanings. Words that an acronym stands for
/// may be said in passing, so both must be written by letters.
fn are_known_to_differ(view: &BeadView<'_>, pair: Pair<&Anchor>) -> bool {
    let is_known = |side: Side| form(pair.side(side)).is_some_and(acronyms::is_known);
    let is_by_letters = |side| is_by_letters(pair.side(side), view.document_text(side));
    Side::BOTH.into_iter().all(|side| is_known(side) && is_by_letters(side))
        && form(pair.source) != form(pair.target)
}

/// Whether an acronym stands as one, in capitals or as a short word: AIDS, aids, sida.
fn is_by_letters(anchor: &Anchor, text: &str) -> bool {
    const LONGEST: usize = 6;
    short(anchor).is_some() || anchor.span.of(text).chars().count() <= LONGEST
}

/// The finding for two acronyms that the table knows to stand for different things.
fn replaced(view: &BeadView<'_>, pair: Pair<&Anchor>) -> Finding {
    let text = Pair::from_fn(|side| pair.side(side).span.of(view.document_text(side)));
    let says = Pair::from_fn(|side| {
        let form = form(pair.side(side)).unwrap_or_default();
        let written = *text.side(side);
        if written == form { written.to_owned() } else { format!("{written} ({form})") }
    });
    let message = format!("The source has {}, the target {}.", says.source, says.target);
    Finding::new(&CHECK, 0.85, message)
        .in_bead(view.index)
        .at(Side::Source, pair.source.span)
        .at(Side::Target, pair.target.span)
}

/// The acronym in the form that the languages share.
fn form(anchor: &Anchor) -> Option<&str> {
    match &anchor.value {
        Value::Acronym(acronym) => Some(&acronym.form),
        _ => None,
    }
}

fn short(anchor: &Anchor) -> Option<&str> {
    match &anchor.value {
        Value::Acronym(Acronym { form, writing: Writing::Short }) => Some(form),
        _ => None,
    }
}

/// Whether one acronym may be the other with letters exchanged, lost or mistaken.
fn are_alike(a: &str, b: &str) -> bool {
    let shorter = a.len().min(b.len());
    shorter >= 3 && strsim::osa_distance(a, b) <= 1
        || shorter >= 4 && {
            let sorted = |text: &str| {
                let mut letters: Vec<_> = text.bytes().collect();
                letters.sort_unstable();
                letters
            };
            sorted(a) == sorted(b)
        }
}
