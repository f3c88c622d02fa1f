//! Tokens that find a counterpart.
//!
//! Source: inverted lists, as in any text index; competitive linking after Melamed 2000. Complexity:
//! time and memory for what is found, beside sorting the tokens of the band. Weakness: a token has one
//! counterpart in a segment, so a word rendered by two explains one of them.

use super::evidence::{Model, feature_of};
use super::lattice::Band;
use super::view::{Slot, Source, View};
use crate::pair::{Pair, Side};

/// A token of each side that may render each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Index of each token in its segment, or in the segments of a bead.
    pub slots: Pair<u16>,
    pub source: Source,
    /// Log-likelihood ratio.
    pub gain: f32,
}

/// The hits between the segments of a band, by the node at which both segments start.
#[derive(Debug)]
pub(super) struct Hits {
    hits: Vec<Hit>,
    /// Where the hits of each node start.
    starts: Vec<u32>,
}

impl Hits {
    /// The hits at a node, the worthiest first; no token is in two.
    pub fn of(&self, node: usize) -> &[Hit] {
        &self.hits[self.starts[node] as usize..self.starts[node + 1] as usize]
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
        let keys = Places::new(target, origin.target, band.target(), |view, slot| view.keys(slot));
        let stems = Places::new(target, origin.target, band.target(), |_, slot| {
            std::slice::from_ref(&slot.stem)
        });
        let mut out = Hits { hits: Vec::new(), starts: vec![0] };
        let mut row: Vec<Vec<Candidate>> = Vec::new();
        let mut linker = Linker::default();
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            if row.len() < high + 1 - low {
                row.resize_with(high + 1 - low, Vec::new);
            }
            let slots = if i < band.source() {
                source.slots(origin.source + i..origin.source + i + 1)
            } else {
                &[]
            };
            for (at, slot) in slots.iter().enumerate() {
                let mut offer = |place: &Place, from: Source, gain: f32| {
                    let worth = self.worth(from, gain);
                    let hit = Hit { slots: Pair::new(at as u16, place.slot), source: from, gain };
                    row[place.segment as usize - low].push(Candidate { worth, hit });
                };
                for &key in source.keys(slot) {
                    let facts = &self.views.keys[key as usize];
                    keys.each(key, low..high, |place| offer(place, facts.source, facts.gain));
                }
                for &(stem, gain, from) in self.learned.row(slot.stem) {
                    stems.each(stem, low..high, |place| offer(place, from, gain));
                }
            }
            for candidates in &mut row[..high + 1 - low] {
                linker.link(candidates, |hit| out.hits.push(*hit));
                linker.release(candidates);
                out.starts.push(out.hits.len() as u32);
                candidates.clear();
            }
        }
        out
    }
}

/// Where a token of the target stands.
struct Place {
    id: u32,
    /// From the first segment of the band.
    segment: u32,
    slot: u16,
}

/// The tokens of some target segments, by one of their ids, then by place.
struct Places(Vec<Place>);

impl Places {
    fn new(
        view: &View,
        first: usize,
        count: usize,
        ids: impl for<'a> Fn(&'a View, &'a Slot) -> &'a [u32],
    ) -> Places {
        let mut places = Vec::new();
        for segment in 0..count {
            for (at, slot) in view.slots(first + segment..first + segment + 1).iter().enumerate() {
                let (segment, slot_index) = (segment as u32, at as u16);
                let of = ids(view, slot).iter();
                places.extend(of.map(|&id| Place { id, segment, slot: slot_index }));
            }
        }
        places.sort_unstable_by_key(|place| (place.id, place.segment, place.slot));
        Places(places)
    }

    /// Calls `each` for the places of an id in some segments.
    fn each(&self, id: u32, segments: std::ops::Range<usize>, each: impl FnMut(&Place)) {
        let bound = |segment: usize| (id, segment as u32);
        let from = |bound| self.0.partition_point(|place| (place.id, place.segment) < bound);
        let first = from(bound(segments.start));
        self.0[first..]
            .iter()
            .take_while(|place| (place.id, place.segment) < bound(segments.end))
            .for_each(each);
    }
}

/// A hit that others compete with.
#[derive(Clone, Copy)]
struct Candidate {
    worth: f32,
    hit: Hit,
}

/// Pairs tokens, the worthiest first, each once.
#[derive(Default)]
struct Linker {
    taken: Pair<Vec<bool>>,
}

impl Linker {
    /// Sorts the candidates and calls `each` for those that are linked.
    fn link(&mut self, candidates: &mut [Candidate], mut each: impl FnMut(&Hit)) {
        candidates.sort_unstable_by(|a, b| {
            let key = |c: &Candidate| (c.hit.slots.source, c.hit.slots.target, c.hit.source);
            b.worth.total_cmp(&a.worth).then_with(|| key(a).cmp(&key(b)))
        });
        for Candidate { hit, .. } in candidates.iter() {
            if Side::BOTH.iter().all(|&side| !self.is_taken(side, *hit.slots.side(side))) {
                each(hit);
                self.mark(hit, true);
            }
        }
    }

    /// Forgets which tokens of the candidates are linked.
    fn release(&mut self, candidates: &[Candidate]) {
        candidates.iter().for_each(|candidate| self.mark(&candidate.hit, false));
    }

    fn is_taken(&self, side: Side, slot: u16) -> bool {
        self.taken.side(side).get(usize::from(slot)) == Some(&true)
    }

    fn mark(&mut self, hit: &Hit, is_taken: bool) {
        Side::BOTH.iter().for_each(|&side| self.set(side, *hit.slots.side(side), is_taken));
    }

    fn set(&mut self, side: Side, slot: u16, is_taken: bool) {
        let (taken, slot) = (self.taken.side_mut(side), usize::from(slot));
        if taken.len() <= slot {
            taken.resize(slot + 1, false);
        }
        taken[slot] = is_taken;
    }
}

/// The hits of a bead of several segments, which compete for its tokens.
#[derive(Default)]
pub(super) struct Contest {
    candidates: Vec<Candidate>,
    linker: Linker,
}

impl Contest {
    /// Adds the hits of two segments, whose first tokens are at `offsets` in the bead.
    pub fn enter(&mut self, hits: &[Hit], offsets: Pair<usize>, worth: impl Fn(&Hit) -> f32) {
        self.candidates.extend(hits.iter().map(|hit| Candidate {
            worth: worth(hit),
            hit: Hit {
                slots: hit.slots.zip(offsets).map(|(slot, offset)| slot + offset as u16),
                ..*hit
            },
        }));
    }

    /// Calls `each` for the links, then `again` for every other token whose counterpart is linked
    /// to another one, and forgets all.
    pub fn settle(&mut self, each: impl FnMut(&Hit), mut again: impl FnMut(Side, &Hit)) {
        let Contest { candidates, linker } = self;
        linker.link(candidates, each);
        for Candidate { hit, .. } in candidates.iter() {
            for side in Side::BOTH {
                let slot = *hit.slots.side(side);
                if !linker.is_taken(side, slot) {
                    again(side, hit);
                    linker.set(side, slot, true);
                }
            }
        }
        linker.release(candidates);
        candidates.clear();
    }
}
