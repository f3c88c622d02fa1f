//! Which part of a bead one side has alone.
//!
//! A part begins and ends at the marks of sentences and clauses. It is weighed in log odds of "left
//! out" against "rendered" by two kinds of evidence: its words, each of which has a counterpart of its
//! own on the other side, shares one with words outside the part, or has none; and the length of the
//! other side, which is short by the length of the part. What is usual for the two languages is
//! estimated from the bitext, drawn to what holds of most pairs. Quadratic in the clauses of a bead,
//! of which only those are weighed whose absence the lengths allow. Where no mark sets the part off,
//! the longest run of words without a counterpart is taken for it, if one side is longer. Weakness:
//! words are taken to be rendered independently, and a clause of few words is too light.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::BeadView;
use super::correspondence::{Correspondence, Role, Unit};
use crate::anchor::TermForm;
use crate::bitext::Bitext;
use crate::lang::Script;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// What is usual in a bitext.
#[derive(Clone, Debug)]
pub(super) struct Norms {
    /// Letters of the target for one of the source.
    ratio: f64,
    /// By kind of word, the share that has a counterpart.
    met: [f64; KINDS],
}

/// A part that one side has alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub side: Side,
    pub span: Span,
    /// Log odds that the other side leaves it out.
    pub weight: f64,
}

/// Kinds of words: what the word is to its sentence, and how the lexicon knows it.
const KINDS: usize = 9;
/// The share that has a counterpart in most pairs: content words, modifiers and function words, each
/// unknown to the lexicon, known, and known as a part of a compound.
const USUAL: [f64; KINDS] = [0.15, 0.6, 0.4, 0.3, 0.65, 0.5, 0.1, 0.6, 0.4];
/// How many words that share weighs as much as.
const USUAL_WEIGHT: f64 = 40.0;
/// How many letters of a bitext the usual ratio of two scripts weighs as much as.
const RATIO_WEIGHT: f64 = 1000.0;
/// Beads from which the norms are estimated.
const SAMPLE: usize = 400;

/// Of the words with a counterpart those that have it to themselves, where the part is rendered.
const OWN: f64 = 0.7;
/// How often words of a part that is left out happen on a counterpart of their own, and on one of
/// other words, for each that would have had one.
const OWN_BY_CHANCE: f64 = 0.08;
const SHARED_BY_CHANCE: f64 = 0.2;

/// Log odds from which a part is likely left out, and from which it is surely.
pub(super) const LIKELY: f64 = 7.0;
pub(super) const SURE: f64 = 9.0;

/// Variance of the logarithm of the ratio of lengths, beside what short beads add.
const VARIANCE: f64 = 0.03;
const VARIANCE_OF_LETTER: f64 = 0.5;
/// What the length may weigh at most.
const HEAVIEST_LENGTH: f64 = 8.0;
/// What the length and the words of a part must each weigh.
const LEAST_LENGTH: f64 = 0.5;
const LEAST_WORDS: f64 = 2.0;
/// Letters of a part, and of what stands beside it.
const SHORTEST: usize = 10;
const SHORTEST_REST: usize = 8;
/// Content words of a part.
const FEWEST: usize = 2;
/// How much longer than usual a side is that holds a clause which no mark sets off, the content words of
/// that clause, and how many of the side must be without a counterpart.
const LONGER: f64 = 1.6;
const RUN: usize = 4;
/// The same where a side hardly renders the other alone.
const FAR_LONGER: f64 = 2.0;
const SHORT_RUN: usize = 2;
/// Clauses of a bead, beyond which the last ones are taken as one.
const MOST_CLAUSES: usize = 32;

impl Norms {
    /// Estimates them.
    pub fn of(bitext: &Bitext) -> Norms {
        let texts = bitext.renderings.as_ref();
        let total = texts.map(|rendering| {
            let usual = RATIO_WEIGHT * compactness(rendering.document.language.script);
            letters(&rendering.document.text) as f64 + usual
        });
        let beads = bitext.alignment.beads().len();
        let step = beads.div_ceil(SAMPLE).max(1);
        let counted = (0..beads.div_ceil(step)).into_par_iter().map(|at| {
            let view = BeadView::new(bitext, at * step);
            let mut counts = [(0, 0); KINDS];
            if view.bead().is_null() {
                return counts;
            }
            let words = Correspondence::of(&view);
            for unit in Side::BOTH.iter().flat_map(|side| words.units.side(*side)) {
                let (met, all) = &mut counts[kind(unit)];
                *met += usize::from(unit.has_counterpart);
                *all += 1;
            }
            counts
        });
        let counts = counted.reduce(
            || [(0, 0); KINDS],
            |a, b| std::array::from_fn(|kind| (a[kind].0 + b[kind].0, a[kind].1 + b[kind].1)),
        );
        let met = std::array::from_fn(|kind| {
            let (met, all) = counts[kind];
            let share = (met as f64 + USUAL_WEIGHT * USUAL[kind]) / (all as f64 + USUAL_WEIGHT);
            share.clamp(0.02, 0.95)
        });
        Norms { ratio: total.target / total.source, met }
    }

    /// Log odds of "left out" against "rendered" of a word of a part.
    fn weight_of(&self, unit: &Unit, outside: &BTreeSet<usize>) -> f64 {
        let is_shared = !unit.counterparts.is_empty()
            && unit.counterparts.iter().all(|other| outside.contains(other));
        let met = self.met[kind(unit)];
        if !unit.has_counterpart {
            let by_chance = met * (OWN_BY_CHANCE + SHARED_BY_CHANCE);
            ((1.0 - by_chance) / (1.0 - met)).ln()
        } else if is_shared {
            (SHARED_BY_CHANCE / (1.0 - OWN)).ln()
        } else {
            (OWN_BY_CHANCE / OWN).ln()
        }
    }
}

/// The part of a bead that is most surely left out, with `words` for its correspondence.
pub(super) fn heaviest(
    view: &BeadView<'_>,
    norms: &Norms,
    words: impl FnOnce() -> Correspondence,
) -> Option<Part> {
    let lengths = Pair::from_fn(|side| letters(view.text(side)));
    let longer = (5 + lengths.target) as f64 / (5 + lengths.source) as f64 / norms.ratio;
    let side = if longer > 1.0 { Side::Target } else { Side::Source };
    let (text, start) = (view.text(side), view.span(side)?.start);
    let clauses = clauses(text);
    let sizes: Vec<usize> = clauses.iter().map(|clause| letters(clause.of(text))).collect();
    let length = Length { letters: *lengths.side(side), short_by: -longer.ln().abs() };
    let runs =
        (0..clauses.len()).flat_map(|first| (first..clauses.len()).map(move |last| (first, last)));
    let candidates: Vec<(usize, usize, f64)> = runs
        .filter_map(|(first, last)| {
            let size = sizes[first..=last].iter().sum();
            let weight = length.weight_without(size);
            let is_part = size >= SHORTEST && size + SHORTEST_REST <= length.letters;
            (is_part && weight >= LEAST_LENGTH).then_some((first, last, weight))
        })
        .collect();
    let times = (-length.short_by).exp();
    let may_be_unmarked = times >= LONGER && *lengths.side(side.other()) >= SHORTEST_REST;
    if candidates.is_empty() && !may_be_unmarked {
        return None;
    }
    let words = words();
    let units = words.units.side(side);
    let choice = if clauses.len() > 3 { (clauses.len() as f64).ln() / 2.0 } else { 0.0 };
    let parts = candidates.into_iter().filter_map(|(first, last, by_length)| {
        let span = Span::new(clauses[first].start, clauses[last].end).trim(text).shift(start);
        let (inside, outside): (Vec<&Unit>, Vec<&Unit>) =
            units.iter().partition(|unit| span.contains(unit.span));
        let is_content = |unit: &&&Unit| unit.role == Role::Content;
        let is_rendered = outside.iter().filter(is_content).any(|unit| unit.has_counterpart);
        let taken = outside.iter().flat_map(|unit| unit.counterparts.iter().copied()).collect();
        let by_words: f64 = inside.iter().map(|unit| norms.weight_of(unit, &taken)).sum();
        let is_telling = inside.iter().filter(is_content).count() >= FEWEST;
        let weight = by_words + by_length - choice;
        (is_rendered && is_telling && by_words >= LEAST_WORDS).then_some(Part {
            side,
            span,
            weight,
        })
    });
    let heaviest = parts.max_by(|a, b| a.weight.total_cmp(&b.weight).then(b.span.cmp(&a.span)));
    let is_likely = heaviest.is_some_and(|part| part.weight >= LIKELY);
    if is_likely || !may_be_unmarked {
        heaviest
    } else {
        unmarked(&words, side, times >= FAR_LONGER).or(heaviest)
    }
}

/// The longest run of content words without a counterpart, in a bead one side of which is longer and has
/// words for most of the other: a clause that no mark sets off.
fn unmarked(words: &Correspondence, side: Side, is_far_longer: bool) -> Option<Part> {
    let (met, unmet) = words.content(side.other());
    let (with, without) = words.content(side);
    let is_rendered = met >= 2 && unmet <= met || is_far_longer && met >= 1 && unmet <= met + 1;
    if !is_rendered || with == 0 || without < RUN {
        return None;
    }
    let content = words.units.side(side).iter().filter(|unit| unit.role == Role::Content);
    let content: Vec<&Unit> = content.collect();
    let runs = content.chunk_by(|one, next| one.has_counterpart == next.has_counterpart);
    let runs = runs.filter(|run| run.iter().all(|unit| !unit.has_counterpart));
    let enough = if is_far_longer { SHORT_RUN } else { RUN };
    let run = runs.rev().max_by_key(|run| run.len()).filter(|run| run.len() >= enough)?;
    let span = Span::new(run.first()?.span.start, run.last()?.span.end);
    Some(Part { side, span, weight: LIKELY })
}

/// The lengths of a bead as evidence.
struct Length {
    /// Of the side that may hold a part alone.
    letters: usize,
    /// Logarithm of the length of the other side, for one that is usual.
    short_by: f64,
}

impl Length {
    /// Log odds that so many letters are left out, by the length of the other side.
    fn weight_without(&self, size: usize) -> f64 {
        let all = self.letters as f64 + 5.0;
        let expected = ((all - size as f64).max(1.0) / all).ln();
        let variance = VARIANCE + VARIANCE_OF_LETTER / all;
        let [whole, part] = [self.short_by, self.short_by - expected].map(|off| off * off);
        ((whole - part) / (2.0 * variance)).min(HEAVIEST_LENGTH)
    }
}

/// Stretches of a text up to and with a mark that may end a clause, blanks behind it.
fn clauses(text: &str) -> Vec<Span> {
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut marks = text.char_indices().peekable();
    while let Some((at, mark)) = marks.next() {
        let next = marks.peek().map(|&(_, next)| next);
        let is_before_blank = next.is_none_or(char::is_whitespace);
        let cut = match mark {
            '.' | '!' | '?' | ';' | ':' | ',' | '…' | ')' | ']' | '"' | '”' | '“' | '»' | '«'
            | '؟' | '،' | '؛' => is_before_blank,
            '-' | '–' | '—' => is_before_blank && text[..at].ends_with(char::is_whitespace),
            '。' | '！' | '？' | '、' | '，' | '；' | '：' => true,
            _ => false,
        };
        let is_opening = matches!(mark, '(' | '[') && at > start;
        let end = if is_opening { at } else { at + mark.len_utf8() };
        if (cut || is_opening) && clauses.len() + 1 < MOST_CLAUSES {
            clauses.push(Span::new(start, end));
            start = end;
        }
    }
    if start < text.len() {
        clauses.push(Span::new(start, text.len()));
    }
    clauses
}

fn kind(unit: &Unit) -> usize {
    let role = match unit.role {
        Role::Content => 0,
        Role::Modifier => 1,
        Role::Function => 2,
    };
    let form = match unit.form {
        None => 0,
        Some(TermForm::Exact | TermForm::Inflected) => 1,
        Some(TermForm::Compound) => 2,
    };
    3 * role + form
}

/// Letters of a text for one of its English rendering, by script.
fn compactness(script: Script) -> f64 {
    match script {
        Script::Hebrew => 0.8,
        Script::Arabic => 0.93,
        Script::Japanese => 0.5,
        Script::Han => 0.35,
        Script::Latin | Script::Cyrillic | Script::Greek => 1.1,
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}
