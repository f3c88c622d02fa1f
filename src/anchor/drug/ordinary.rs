//! How ordinary a word looks: whether the lexicon has it, and how likely its letters are.
//!
//! A trigram model over the renderings of all languages of the lexicon in the Latin script, folded
//! as names of medicines are, with back-off by absolute additive weights. Complexity: linear.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::form::fold;
use crate::knowledge::index::{Index, Node};
use crate::knowledge::lexicon::Concept;
use crate::lang::{self, Language, Script};

/// Letters, and one place for all else and the edge of a word.
const SIZE: usize = 27;
/// Weight of the shorter context, in counts.
const BACKOFF: f64 = 5.0;

static TRIGRAMS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let mut words = BTreeSet::new();
    for language in lang::ALL.iter().filter(|language| language.script == Script::Latin) {
        for rendering in Concept::all().flat_map(|concept| concept.renderings(language)) {
            words.extend(rendering.split([' ', '-']).map(fold).filter(|word| word.len() >= 4));
        }
    }
    train(&words)
});

fn place(byte: u8) -> usize {
    if byte.is_ascii_lowercase() { usize::from(byte - b'a') } else { SIZE - 1 }
}

/// The places of a word's letters with the two before each.
fn contexts(word: &[u8]) -> impl Iterator<Item = [usize; 3]> + '_ {
    let at = |index: Option<usize>| index.and_then(|i| word.get(i)).map_or(SIZE - 1, |b| place(*b));
    (0..=word.len()).map(move |i| [at(i.checked_sub(2)), at(i.checked_sub(1)), at(Some(i))])
}

fn train(words: &BTreeSet<Vec<u8>>) -> Vec<f64> {
    let mut three = vec![0.0; SIZE * SIZE * SIZE];
    let mut two = vec![0.0; SIZE * SIZE];
    let mut one = [0.5; SIZE];
    for [a, b, c] in words.iter().flat_map(|word| contexts(word)) {
        three[(a * SIZE + b) * SIZE + c] += 1.0;
        two[b * SIZE + c] += 1.0;
        one[c] += 1.0;
    }
    let all: f64 = one.iter().sum();
    let mixed = |counts: &[f64], shorter: &[f64]| -> Vec<f64> {
        let sum: f64 = counts.iter().sum();
        let share = |(count, shorter): (&f64, &f64)| (count + BACKOFF * shorter) / (sum + BACKOFF);
        counts.iter().zip(shorter).map(share).collect()
    };
    let one: Vec<f64> = one.iter().map(|count| count / all).collect();
    let two: Vec<Vec<f64>> = two.chunks(SIZE).map(|row| mixed(row, &one)).collect();
    let rows = three.chunks(SIZE).enumerate();
    rows.flat_map(|(index, row)| mixed(row, &two[index % SIZE])).map(f64::ln).collect()
}

/// Log likelihood, in nats, of a folded word among ordinary words.
pub(super) fn log_likelihood(folded: &[u8]) -> f64 {
    contexts(folded).map(|[a, b, c]| TRIGRAMS[(a * SIZE + b) * SIZE + c]).sum()
}

/// Whether the lexicon of a language has a word, inflected or not.
pub(in crate::anchor) fn is_known(word: &str, language: &Language) -> bool {
    let Some(index) = Index::of(language) else { return false };
    let plain: String = word.chars().flat_map(char::to_lowercase).collect();
    language.inflection.reaches(&plain, |form| index.words(form).next().is_some())
}

/// Whether a word of the lexicon renders the concept called `name`.
pub(super) fn means(word: &str, language: &Language, name: &str) -> bool {
    let Some(index) = Index::of(language) else { return false };
    language.inflection.reaches(word, |form| {
        let nodes = index.words(form).filter_map(|word| index.step(Node::ROOT, word));
        let mut concepts = nodes.flat_map(|node| index.concepts(node).iter());
        concepts.any(|concept| concept.name().split('.').next() == Some(name))
    })
}
