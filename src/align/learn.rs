//! Translations learned from beads that are probably right.
//!
//! Source: competitive linking after Melamed 2000 in its soft form: in each bead the tokens of one
//! side share the tokens of the other by association; repeated a few times. Complexity: for every
//! stem the tokens of its beads; a few candidates a stem are kept. Weakness: stems are prefixes, so
//! irregular forms are learned one by one.
//!
//! What a bead teaches is taken off again before it is used (leave one out, by the bead that
//! teaches most), so a word seen in a single bead teaches nothing and a short text is never hurt.

use std::ops::Range;

use super::view::{Slot, Source, Views};
use crate::pair::{Pair, Side};

/// A bead to learn from, with its probability.
pub(super) type Example = (Pair<Range<usize>>, f32);

/// Translations of the stems of one pair.
#[derive(Debug, Default)]
pub(super) struct Learned {
    rows: Vec<Vec<(u32, f32, Source)>>,
    /// Of each stem of each side: how often its best known translation is there too.
    fidelity: Pair<Vec<f32>>,
    /// Of each segment of each side: the weight of its tokens that have a known translation.
    known: Pair<Vec<f32>>,
}

/// Candidates kept of each stem.
const CANDIDATES: usize = 8;
/// How often a translation is met where its source is, from which on its absence tells something.
const KNOWN: f32 = 0.3;
/// Rounds of sharing.
const ROUNDS: usize = 4;

/// A candidate translation.
#[derive(Clone, Copy, Debug)]
struct Link {
    target: u32,
    strength: f32,
    sum: f32,
    largest: f32,
}

/// A translation that was learned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Translation {
    pub source: u32,
    pub target: u32,
    /// Share of the beads with one of the two that have both, without the most telling one.
    pub fidelity: f32,
    /// Beads that hold the more frequent of the two.
    pub frequency: f32,
}

/// The distinct stems of both sides of beads, ascending, and the probability of each bead.
#[derive(Debug, Default)]
pub(super) struct Stems {
    stems: Pair<Vec<u32>>,
    /// Where the stems of each bead end.
    ends: Pair<Vec<usize>>,
    weights: Vec<f32>,
}

impl Stems {
    /// Adds a bead with the stems of each side, in any order.
    pub fn push(&mut self, mut stems: Pair<Vec<u32>>, weight: f32) {
        for side in Side::BOTH {
            let (own, all) = (stems.side_mut(side), self.stems.side_mut(side));
            own.sort_unstable();
            own.dedup();
            all.extend_from_slice(own);
            self.ends.side_mut(side).push(all.len());
        }
        self.weights.push(weight);
    }

    fn of(&self, side: Side, bead: usize) -> &[u32] {
        let ends = self.ends.side(side);
        let start = bead.checked_sub(1).map_or(0, |before| ends[before]);
        &self.stems.side(side)[start..ends[bead]]
    }
}

impl Learned {
    /// Nothing learned but what a lexicon says.
    pub fn none(views: &Views) -> Learned {
        let mut learned = Learned::default();
        learned.add_lexicon(views);
        learned.weigh(views);
        learned
    }

    /// The translations of a source stem, with what they are worth.
    pub fn row(&self, stem: u32) -> &[(u32, f32, Source)] {
        self.rows.get(stem as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a token has a translation that the lexicon gives or that is mostly there where it is.
    pub fn is_known(&self, side: Side, slot: &Slot) -> bool {
        let fidelity = self.fidelity.side(side).get(slot.stem as usize);
        !slot.is_number && (slot.has_term || fidelity.is_some_and(|&fidelity| fidelity > KNOWN))
    }

    /// The weight of the tokens of a segment that have a known translation.
    pub fn known_weight(&self, side: Side, segment: usize) -> f32 {
        self.known.side(side)[segment]
    }

    /// Learns from beads, on top of what a lexicon says.
    pub fn from_beads(views: &Views, examples: &[Example]) -> Learned {
        let mut beads = Stems::default();
        for (segments, weight) in examples {
            let stems = Pair::from_fn(|side| {
                let view = views.sides.side(side);
                let slots = view.slots(segments.side(side).clone()).iter();
                slots.map(|slot| slot.stem).collect()
            });
            beads.push(stems, *weight);
        }
        let sizes = views.sides.as_ref().map(|view| view.stem_frequency.len());
        let count: f32 = examples.iter().map(|(_, weight)| weight).sum::<f32>().max(1.0);
        let mut learned = Learned { rows: vec![Vec::new(); sizes.source], ..Learned::default() };
        for translation in translations(&beads, sizes) {
            let rate = ((translation.frequency - 1.0).max(0.0) + 0.2) / (count + 20.0);
            learned.offer(
                Pair::new(translation.source, translation.target),
                Source::Learned,
                translation.fidelity,
                rate,
            );
        }
        learned.add_lexicon(views);
        learned.weigh(views);
        learned
    }

    fn weigh(&mut self, views: &Views) {
        self.known = Pair::from_fn(|side| {
            let view = views.sides.side(side);
            let weight = |segment: usize| {
                let known = view
                    .slots(segment..segment + 1)
                    .iter()
                    .filter(|slot| self.is_known(side, slot));
                known.map(|slot| slot.weight).sum()
            };
            (0..view.len()).map(weight).collect()
        });
    }

    fn add_lexicon(&mut self, views: &Views) {
        if views.lexicon.is_empty() {
            return;
        }
        self.rows.resize(views.sides.source.stem_frequency.len(), Vec::new());
        for &(source, target, fidelity) in &views.lexicon {
            let rates = Pair::new(source, target).zip(views.sides.as_ref()).map(|(stem, view)| {
                let others = view.stem_frequency[stem as usize].saturating_sub(1) as f32;
                (others + 0.2) / (view.len() as f32 + 20.0)
            });
            let stems = Pair::new(source, target);
            self.offer(stems, Source::Lexicon, fidelity, rates.source.max(rates.target));
        }
    }

    fn offer(&mut self, stems: Pair<u32>, from: Source, fidelity: f32, rate: f32) {
        for side in Side::BOTH {
            let (known, stem) = (self.fidelity.side_mut(side), *stems.side(side) as usize);
            if known.len() <= stem {
                known.resize(stem + 1, 0.0);
            }
            known[stem] = known[stem].max(fidelity);
        }
        let Pair { source, target } = stems;
        let gain = (1.0 - fidelity + fidelity / rate.max(0.0025)).ln();
        let Some(row) = self.rows.get_mut(source as usize) else { return };
        if gain > 0.3 {
            match row.iter_mut().find(|(other, ..)| *other == target) {
                Some(held) if held.1 < gain => *held = (target, gain, from),
                Some(_) => {}
                None => row.push((target, gain, from)),
            }
        }
    }
}

/// The translations that beads teach, by source, then target. `sizes` is the number of stems a side.
pub(super) fn translations(beads: &Stems, sizes: Pair<usize>) -> Vec<Translation> {
    let mut frequency = sizes.map(|size| vec![0.0_f32; size]);
    let mut beads_of = vec![Vec::new(); sizes.source];
    for (bead, weight) in beads.weights.iter().enumerate() {
        for side in Side::BOTH {
            for &stem in beads.of(side, bead) {
                frequency.side_mut(side)[stem as usize] += weight;
            }
        }
        for &stem in beads.of(Side::Source, bead) {
            beads_of[stem as usize].push(bead as u32);
        }
    }
    let total: f32 = beads.weights.iter().sum();
    let mut links = candidates(beads, &frequency, &beads_of, total);
    for _ in 0..ROUNDS {
        share(&mut links, beads);
        for (source, row) in links.iter_mut().enumerate() {
            for link in row {
                let most = frequency.source[source].max(frequency.target[link.target as usize]);
                link.strength = ((link.sum - 0.7 * link.largest) / (most + 0.5)).max(0.0);
            }
        }
    }
    let mut out = Vec::new();
    for (source, row) in links.into_iter().enumerate() {
        for link in row {
            let held = link.sum - link.largest;
            let most = frequency.source[source].max(frequency.target[link.target as usize]);
            if held > 0.3 {
                out.push(Translation {
                    source: source as u32,
                    target: link.target,
                    fidelity: (held / (most + 0.5)).clamp(0.0, 0.9),
                    frequency: most,
                });
            }
        }
    }
    out
}

/// The target stems that meet each source stem more often than chance has it.
fn candidates(
    stems: &Stems,
    frequency: &Pair<Vec<f32>>,
    beads_of: &[Vec<u32>],
    total: f32,
) -> Vec<Vec<Link>> {
    let mut together = vec![0.0_f32; frequency.target.len()];
    let mut touched: Vec<u32> = Vec::new();
    beads_of
        .iter()
        .enumerate()
        .map(|(source, beads)| {
            if beads.len() < 2 {
                return Vec::new();
            }
            for &bead in beads {
                let weight = stems.weights[bead as usize];
                for &target in stems.of(Side::Target, bead as usize) {
                    let count = &mut together[target as usize];
                    if *count == 0.0 {
                        touched.push(target);
                    }
                    *count += weight;
                }
            }
            let mut row: Vec<Link> = touched
                .iter()
                .filter_map(|&target| {
                    let count = together[target as usize];
                    let (a, b) = (frequency.source[source], frequency.target[target as usize]);
                    let expected = a * b / total.max(1.0);
                    let strength = (count - expected) / a.max(b).max(1.0);
                    let telling = count * (count / expected.max(1e-6)).ln();
                    (count > 1.2 && strength > 0.1 && telling > 2.0).then_some(Link {
                        target,
                        strength,
                        sum: 0.0,
                        largest: 0.0,
                    })
                })
                .collect();
            for &target in &touched {
                together[target as usize] = 0.0;
            }
            touched.clear();
            row.sort_by(|a, b| b.strength.total_cmp(&a.strength).then(a.target.cmp(&b.target)));
            row.truncate(CANDIDATES);
            row.sort_by_key(|link| link.target);
            row
        })
        .collect()
}

/// Shares the tokens of every bead among each other.
fn share(links: &mut [Vec<Link>], beads: &Stems) {
    for link in links.iter_mut().flatten() {
        (link.sum, link.largest) = (0.0, 0.0);
    }
    let mut cells: Vec<(usize, usize, usize, f32)> = Vec::new();
    let (mut by_source, mut by_target) = (Vec::new(), Vec::new());
    for (bead, weight) in beads.weights.iter().enumerate() {
        let pair = Pair::from_fn(|side| beads.of(side, bead));
        cells.clear();
        by_source.clear();
        by_source.resize(pair.source.len(), 0.05_f32);
        by_target.clear();
        by_target.resize(pair.target.len(), 0.05_f32);
        for (at, &source) in pair.source.iter().enumerate() {
            for (index, link) in links[source as usize].iter().enumerate() {
                if let Ok(other) = pair.target.binary_search(&link.target) {
                    cells.push((at, other, index, link.strength));
                    by_source[at] += link.strength;
                    by_target[other] += link.strength;
                }
            }
        }
        for &(at, other, index, strength) in &cells {
            let part = weight * strength / by_source[at] * strength / by_target[other];
            let link = &mut links[pair.source[at] as usize][index];
            link.sum += part;
            link.largest = link.largest.max(part);
        }
    }
}
