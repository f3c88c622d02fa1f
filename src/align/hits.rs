//! Tokens that find a counterpart.
//!
//! Complexity: a look-up for each token of every pair of segments in the band, and memory for what is
//! found. Weakness: each token is explained by its best counterpart alone, so the same counterpart may
//! explain two tokens.

use super::evidence::{Model, feature_of};
use super::lattice::Band;
use super::view::Source;
use crate::pair::{Pair, Side};

/// A token that finds a counterpart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Index of the token in its segment.
    pub slot: u16,
    pub source: Source,
    /// Log-likelihood ratio.
    pub gain: f32,
}

/// The hits between the segments of a band, by the node at which both segments start.
#[derive(Debug)]
pub(super) struct Hits {
    hits: Vec<Hit>,
    /// Where the hits of source tokens and of target tokens start, two entries a node.
    starts: Vec<u32>,
}

impl Hits {
    /// The hits of the tokens of one side at a node.
    pub fn of(&self, node: usize, side: Side) -> &[Hit] {
        let at = 2 * node + usize::from(side == Side::Target);
        &self.hits[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

impl Model<'_> {
    /// What a match adds to the log-odds of a bead.
    pub fn worth(&self, source: Source, gain: f32) -> f32 {
        self.weights[feature_of(source) as usize].max(0.01) * gain
    }

    /// Finds the hits between all segments whose start node is in the band. The band's node (0, 0)
    /// stands for the boundaries `origin`.
    pub fn hits(&self, band: &Band, origin: Pair<usize>) -> Hits {
        let Pair { source, target } = &self.views.sides;
        let mut out = Hits { hits: Vec::new(), starts: vec![0] };
        let mut key_at = vec![(u32::MAX, 0u32); self.views.keys.len()];
        let mut stem_at = vec![(u32::MAX, 0u32); self.learned.target_stems()];
        let mut row_keys: Vec<(u32, u16)> = Vec::new();
        let mut row_stems: Vec<(u32, u16, f32)> = Vec::new();
        let mut source_best: Vec<(f32, f32, Option<Source>)> = Vec::new();
        for i in 0..=band.source() {
            let stamp = i as u32;
            row_keys.clear();
            row_stems.clear();
            if i < band.source() {
                for (slot_index, slot) in source.slots(origin.source + i).iter().enumerate() {
                    for &key in source.keys(slot) {
                        row_keys.push((key, slot_index as u16));
                    }
                    for &(stem, gain) in self.learned.row(slot.stem) {
                        row_stems.push((stem, slot_index as u16, gain));
                    }
                }
                row_keys.sort_unstable();
                row_stems.sort_unstable_by_key(|&(stem, slot, _)| (stem, slot));
                for (at, &(key, _)) in row_keys.iter().enumerate().rev() {
                    key_at[key as usize] = (stamp, at as u32);
                }
                for (at, &(stem, ..)) in row_stems.iter().enumerate().rev() {
                    stem_at[stem as usize] = (stamp, at as u32);
                }
            }
            let (low, high) = band.row(i);
            for j in low..=high {
                if i >= band.source() || j >= band.target() {
                    let end = out.hits.len() as u32;
                    out.starts.extend([end, end]);
                    continue;
                }
                let source_slots = source.slots(origin.source + i).len();
                source_best.clear();
                source_best.resize(source_slots, (0.0, 0.0, None));
                let mut target_hits: Vec<Hit> = Vec::new();
                for (slot_index, slot) in target.slots(origin.target + j).iter().enumerate() {
                    let mut best = (0.0, 0.0, None);
                    let mut offer = |source_slot: u16, source: Source, gain: f32| {
                        let worth = self.worth(source, gain);
                        if worth > best.0 {
                            best = (worth, gain, Some(source));
                        }
                        let held = &mut source_best[usize::from(source_slot)];
                        if worth > held.0 {
                            *held = (worth, gain, Some(source));
                        }
                    };
                    for &key in target.keys(slot) {
                        let (row, mut at) = key_at[key as usize];
                        if row != stamp {
                            continue;
                        }
                        let facts = &self.views.keys[key as usize];
                        while let Some(&(_, source_slot)) =
                            row_keys.get(at as usize).filter(|(other, _)| *other == key)
                        {
                            offer(source_slot, facts.source, facts.gain);
                            at += 1;
                        }
                    }
                    if let Some(&(row, mut at)) = stem_at.get(slot.stem as usize)
                        && row == stamp
                    {
                        while let Some(&(_, source_slot, gain)) =
                            row_stems.get(at as usize).filter(|(other, ..)| *other == slot.stem)
                        {
                            offer(source_slot, Source::Learned, gain);
                            at += 1;
                        }
                    }
                    if let (_, gain, Some(source)) = best {
                        target_hits.push(Hit { slot: slot_index as u16, source, gain });
                    }
                }
                for (slot_index, &(_, gain, source)) in source_best.iter().enumerate() {
                    if let Some(source) = source {
                        out.hits.push(Hit { slot: slot_index as u16, source, gain });
                    }
                }
                out.starts.push(out.hits.len() as u32);
                out.hits.extend(target_hits);
                out.starts.push(out.hits.len() as u32);
            }
        }
        out
    }
}
