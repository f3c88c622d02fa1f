//! Tokens that find a counterpart.
//!
//! Source: inverted lists, as in any text index; competitive linking after Melamed 2000. Complexity:
//! time and memory for what is found, beside sorting the tokens of the band. Weakness: a token has one
//! counterpart in a segment, so a word rendered by two explains one of them.

use super::evidence::{Model, feature_of};
use super::lattice::Band;
use super::view::{Slot, Source, View};
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
            let slots = if i < band.source() { source.slots(origin.source + i) } else { &[] };
            for (at, slot) in slots.iter().enumerate() {
                let mut offer = |place: &Place, from: Source, gain: f32| {
                    let worth = self.worth(from, gain);
                    let slots = Pair::new(at as u16, place.slot);
                    row[place.segment as usize - low].push(Candidate { worth, slots, from, gain });
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
                linker.link(candidates, &mut out);
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
            for (at, slot) in view.slots(first + segment).iter().enumerate() {
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

/// A token of each of two segments that may render each other.
struct Candidate {
    worth: f32,
    slots: Pair<u16>,
    from: Source,
    gain: f32,
}

/// Pairs the tokens of two segments, the worthiest first, each once.
#[derive(Default)]
struct Linker {
    taken: Pair<Vec<bool>>,
    targets: Vec<Hit>,
}

impl Linker {
    fn link(&mut self, candidates: &mut [Candidate], out: &mut Hits) {
        let first = out.hits.len();
        candidates.sort_unstable_by(|a, b| {
            let slots = |c: &Candidate| (c.slots.source, c.slots.target);
            b.worth.total_cmp(&a.worth).then(slots(a).cmp(&slots(b))).then(a.from.cmp(&b.from))
        });
        self.targets.clear();
        for &Candidate { slots, from: source, gain, .. } in candidates.iter() {
            let is_taken = Side::BOTH.map(|side| {
                self.taken.side(side).get(usize::from(*slots.side(side))) == Some(&true)
            });
            if is_taken.contains(&true) {
                continue;
            }
            out.hits.push(Hit { slot: slots.source, source, gain });
            self.targets.push(Hit { slot: slots.target, source, gain });
            self.mark(slots, true);
        }
        for candidate in candidates.iter() {
            self.mark(candidate.slots, false);
        }
        out.hits[first..].sort_unstable_by_key(|hit| hit.slot);
        out.starts.push(out.hits.len() as u32);
        self.targets.sort_unstable_by_key(|hit| hit.slot);
        out.hits.append(&mut self.targets);
        out.starts.push(out.hits.len() as u32);
    }

    fn mark(&mut self, slots: Pair<u16>, is_taken: bool) {
        for side in Side::BOTH {
            let (taken, slot) = (self.taken.side_mut(side), usize::from(*slots.side(side)));
            if taken.len() <= slot {
                taken.resize(slot + 1, false);
            }
            taken[slot] = is_taken;
        }
    }
}
