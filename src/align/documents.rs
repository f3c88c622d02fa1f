//! Finds which documents of a collection render each other.
//!
//! Method: a document is the vector of its anchors and concepts, weighted by tf-idf, since these are
//! equal in every language; documents of two languages that are each other's nearest by cosine are
//! aligned, and a pair stays when most of both texts finds its place with confidence (compare Buck and
//! Koehn 2016, "Findings of the WMT 2016 Bilingual Document Alignment Shared Task"). Complexity: the
//! sum over keys of the square of the documents that hold them, keys held by many left out, and one
//! alignment a candidate. Weakness: of two versions of one rendering only the nearer is paired.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{Options, align};
use crate::anchor::{Key, Kind};
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// Two documents that render each other.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentPair {
    /// Their indices; the language of the source is the earlier one by code.
    pub documents: Pair<usize>,
    /// The share of the text that stands in beads which are surely right, on the side where it is
    /// smaller: 0 to 1.
    pub score: f64,
}

/// The least score of a pair; documents on one subject that render nothing score lower.
const LEAST: f64 = 0.5;

/// The posterior of a bead that is surely right.
const SURE: f64 = 0.9;

/// Keys held by more documents than this say nothing of any two.
const COMMON: usize = 500;

/// The documents that render each other, in the order of their indices. A document is paired with
/// one of each other language at most.
pub fn pair_documents(renderings: &[Rendering], options: &Options) -> Vec<DocumentPair> {
    let candidates = nearest(renderings);
    let scored = candidates.into_par_iter().map(|documents| {
        let pair = documents.map(|index| &renderings[index]);
        DocumentPair { documents, score: score(pair, options) }
    });
    scored.filter(|pair| pair.score >= LEAST).collect()
}

/// Each document's keys with their weights, the vector of length 1.
fn vectors(renderings: &[Rendering]) -> Vec<Vec<(Key, f32)>> {
    let counted: Vec<FxHashMap<Key, u32>> = renderings.par_iter().map(counts).collect();
    let mut held: FxHashMap<Key, usize> = FxHashMap::default();
    for key in counted.iter().flat_map(FxHashMap::keys) {
        *held.entry(*key).or_default() += 1;
    }
    let all = renderings.len() as f32;
    let vector = |counts: &FxHashMap<Key, u32>| {
        let mut vector: Vec<_> = counts
            .iter()
            .map(|(key, &count)| {
                let rarity = (1.0 + all / held[key] as f32).ln();
                (*key, (1.0 + (count as f32).ln()) * rarity)
            })
            .collect();
        vector.sort_unstable_by_key(|(key, _)| *key);
        let norm = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        vector.iter_mut().for_each(|(_, weight)| *weight /= norm);
        vector.retain(|(key, _)| held[key] <= COMMON);
        vector
    };
    counted.iter().map(vector).collect()
}

fn counts(rendering: &Rendering) -> FxHashMap<Key, u32> {
    let anchors = rendering.anchors.iter().map(|anchor| anchor.value.key());
    let concept = |name: &str| Key::of(Kind::Term, &[name.as_bytes()]);
    // The concepts of different termbases have nothing in common.
    let terms = rendering.terms.iter().filter(|term| !term.concept.is_own());
    let terms = terms.map(|term| concept(term.concept.name()));
    let mut counts = FxHashMap::default();
    for key in anchors.chain(terms) {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// The pairs of documents in two languages that are nearest to each other, in the order of indices.
fn nearest(renderings: &[Rendering]) -> Vec<Pair<usize>> {
    let code = |index: usize| renderings[index].document.language.code;
    let vectors = vectors(renderings);
    let mut holders: FxHashMap<Key, Vec<(usize, f32)>> = FxHashMap::default();
    for (index, vector) in vectors.iter().enumerate() {
        for &(key, weight) in vector {
            holders.entry(key).or_default().push((index, weight));
        }
    }
    // The nearest document of each language, by code.
    let best: Vec<FxHashMap<&str, usize>> = (0..renderings.len())
        .into_par_iter()
        .map(|index| {
            let mut cosines = vec![0.0_f32; renderings.len()];
            for (key, weight) in &vectors[index] {
                for (other, held) in &holders[key] {
                    cosines[*other] += weight * held;
                }
            }
            let mut best: FxHashMap<&str, usize> = FxHashMap::default();
            for (other, &cosine) in cosines.iter().enumerate() {
                if code(other) != code(index) && cosine > 0.0 {
                    let held = best.entry(code(other)).or_insert(other);
                    if cosine > cosines[*held] {
                        *held = other;
                    }
                }
            }
            best
        })
        .collect();
    let mut pairs = Vec::new();
    for (index, best_of_index) in best.iter().enumerate() {
        for &other in best_of_index.values() {
            if code(index) < code(other) && best[other].get(code(index)) == Some(&index) {
                pairs.push(Pair::new(index, other));
            }
        }
    }
    pairs.sort_by_key(|pair| (pair.source, pair.target));
    pairs
}

fn score(renderings: Pair<&Rendering>, options: &Options) -> f64 {
    let alignment = align(renderings, options);
    let length = |side: Side, index: usize| renderings.side(side).segments[index].span.len() as f64;
    let (mut all, mut sure) = (Pair::new(0.0, 0.0), Pair::new(0.0, 0.0));
    for bead in alignment.beads() {
        let is_sure = !bead.is_null() && bead.posterior >= SURE;
        for side in Side::BOTH {
            let segments = bead.segments.side(side).clone();
            let length: f64 = segments.map(|index| length(side, index)).sum();
            *all.side_mut(side) += length;
            *sure.side_mut(side) += if is_sure { length } else { 0.0 };
        }
    }
    let share = |side: Side| sure.side(side) / f64::max(*all.side(side), 1.0);
    share(Side::Source).min(share(Side::Target))
}
