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

use super::view::Views;
use crate::pair::{Pair, Side};

/// A bead to learn from, with its probability.
pub(super) type Example = (Pair<Range<usize>>, f32);

/// Translations of the stems of one pair.
#[derive(Debug, Default)]
pub(super) struct Learned {
    rows: Vec<Vec<(u32, f32)>>,
    target_stems: usize,
}

/// Candidates kept of each stem.
const CANDIDATES: usize = 8;
/// Rounds of sharing.
const ROUNDS: usize = 4;

/// A candidate translation.
#[derive(Clone, Copy)]
struct Link {
    target: u32,
    strength: f32,
    sum: f32,
    largest: f32,
}

impl Learned {
    /// Nothing learned.
    pub fn none(views: &Views) -> Learned {
        Learned { rows: Vec::new(), target_stems: views.sides.target.stem_frequency.len() }
    }

    /// The translations of a source stem, with what they are worth.
    pub fn row(&self, stem: u32) -> &[(u32, f32)] {
        self.rows.get(stem as usize).map_or(&[], Vec::as_slice)
    }

    /// How many target stems there are.
    pub fn target_stems(&self) -> usize {
        self.target_stems
    }

    /// Learns from beads.
    pub fn from_beads(views: &Views, examples: &[Example]) -> Learned {
        let stems = examples
            .iter()
            .map(|(segments, _)| {
                Pair::from_fn(|side| {
                    let view = views.sides.side(side);
                    let mut stems: Vec<u32> = segments
                        .side(side)
                        .clone()
                        .flat_map(|segment| view.slots(segment))
                        .map(|slot| slot.stem)
                        .collect();
                    stems.sort_unstable();
                    stems.dedup();
                    stems
                })
            })
            .collect::<Vec<_>>();
        let mut frequency =
            Pair::from_fn(|side| vec![0.0_f32; views.sides.side(side).stem_frequency.len()]);
        let mut beads_of = vec![Vec::new(); frequency.source.len()];
        for (bead, (pair, (_, weight))) in stems.iter().zip(examples).enumerate() {
            for side in Side::BOTH {
                for &stem in pair.side(side) {
                    frequency.side_mut(side)[stem as usize] += weight;
                }
            }
            for &stem in &pair.source {
                beads_of[stem as usize].push(bead as u32);
            }
        }
        let total: f32 = examples.iter().map(|(_, weight)| weight).sum();
        let mut links = candidates(&stems, examples, &frequency, &beads_of, total);
        for _ in 0..ROUNDS {
            share(&mut links, &stems, examples);
            for (source, row) in links.iter_mut().enumerate() {
                for link in row {
                    let most = frequency.source[source].max(frequency.target[link.target as usize]);
                    link.strength = ((link.sum - 0.7 * link.largest) / (most + 0.5)).max(0.0);
                }
            }
        }
        let count = total.max(1.0);
        let rows = links
            .into_iter()
            .enumerate()
            .map(|(source, row)| {
                row.into_iter()
                    .filter_map(|link| {
                        let held = link.sum - link.largest;
                        let most =
                            frequency.source[source].max(frequency.target[link.target as usize]);
                        let fidelity = (held / (most + 0.5)).clamp(0.0, 0.9);
                        let rate = ((most - 1.0).max(0.0) + 0.2) / (count + 20.0);
                        let gain = (1.0 - fidelity + fidelity / rate.max(0.0025)).ln();
                        (held > 0.3 && gain > 0.3).then_some((link.target, gain))
                    })
                    .collect()
            })
            .collect();
        Learned { rows, target_stems: frequency.target.len() }
    }
}

/// The target stems that meet each source stem more often than chance has it.
fn candidates(
    stems: &[Pair<Vec<u32>>],
    examples: &[Example],
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
                for &target in &stems[bead as usize].target {
                    let count = &mut together[target as usize];
                    if *count == 0.0 {
                        touched.push(target);
                    }
                    *count += examples[bead as usize].1;
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
fn share(links: &mut [Vec<Link>], stems: &[Pair<Vec<u32>>], examples: &[Example]) {
    for link in links.iter_mut().flatten() {
        (link.sum, link.largest) = (0.0, 0.0);
    }
    let mut cells: Vec<(usize, usize, usize, f32)> = Vec::new();
    let (mut by_source, mut by_target) = (Vec::new(), Vec::new());
    for (pair, (_, weight)) in stems.iter().zip(examples) {
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
