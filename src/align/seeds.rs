//! Pairs of segments that share something so rare that they may well render each other: a rare key, or
//! two keys that are frequent each and rarely stand together.
//!
//! Source: seeds of sequence alignment; counts of pairs in a sketch, as in counting Bloom filters (Fan et
//! al. 2000). Complexity: two passes over the keys; memory for the sketch and for what is found. Weakness:
//! two pairs of keys in one cell of the sketch count as one, so that a few rare ones are passed over.

use std::collections::HashMap;

use super::learn::Learned;
use super::view::Views;
use crate::pair::{Pair, Side};

/// A pair of segments that share rare seeds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub source: u32,
    pub target: u32,
    pub weight: f32,
}

/// A seed that stands in more segments of a side than this tells nothing.
const RARE: u32 = 3;
/// Of each segment so many keys are paired with each other, the rarest.
const PAIRED: usize = 5;
/// Segments of a side in which two keys meet by chance, at most.
const CHANCE: f64 = 0.5;

/// A key or a pair of keys in a segment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Seed {
    /// One key, or a pair: the smaller one in the upper half.
    keys: u64,
    segment: u32,
}

/// Words of the two sides that are taken for one, since each is the likeliest rendering of the other.
#[derive(Debug, Default)]
pub(super) struct Joint {
    /// For each stem of each side, its index among those that are taken for one.
    of: Pair<HashMap<u32, u32>>,
    /// What it tells that two segments share it, and how many of each side hold it.
    facts: Vec<(f32, Pair<u32>)>,
}

impl Joint {
    /// The words that were learned.
    pub fn new(views: &Views, learned: &Learned) -> Joint {
        let stems = views.sides.source.stem_frequency.len() as u32;
        let mut best: HashMap<u32, (f32, u32)> = HashMap::new();
        let likeliest = |source: u32| {
            let row = learned.row(source).iter();
            row.map(|&(target, gain, _)| (gain, target)).max_by(|a, b| a.0.total_cmp(&b.0))
        };
        for source in 0..stems {
            if let Some((gain, target)) = likeliest(source) {
                let held = best.entry(target).or_insert((gain, source));
                if gain > held.0 {
                    *held = (gain, source);
                }
            }
        }
        let mut joint = Joint::default();
        for source in 0..stems {
            let Some((gain, target)) = likeliest(source) else { continue };
            if best[&target].1 != source {
                continue;
            }
            let stems = Pair::new(source, target);
            for side in Side::BOTH {
                joint.of.side_mut(side).insert(*stems.side(side), joint.facts.len() as u32);
            }
            let frequency = stems.zip(views.sides.as_ref());
            let frequency = frequency.map(|(stem, view)| view.stem_frequency[stem as usize]);
            joint.facts.push((gain, frequency));
        }
        joint
    }
}

/// The keys of segments from which seeds are made.
struct Seeder<'a> {
    views: &'a Views,
    /// Their keys are those after the keys of the views.
    joint: &'a Joint,
    counts: Pair<f64>,
    /// Keys of the segment with their tokens, the rarest first.
    keys: Vec<(u32, u32, u16)>,
}

impl<'a> Seeder<'a> {
    fn new(views: &'a Views, joint: &'a Joint) -> Self {
        let counts = views.sides.as_ref().map(|view| view.len() as f64);
        Seeder { views, joint, counts, keys: Vec::new() }
    }

    /// What a key tells, and how many segments of each side hold it.
    fn facts(&self, key: u32) -> (f32, Pair<u32>) {
        match self.views.keys.get(key as usize) {
            Some(key) if key.source.is_coarse() => (0.0, key.frequency),
            Some(key) => (key.gain, key.frequency),
            None => self.joint.facts[key as usize - self.views.keys.len()],
        }
    }

    /// How many segments hold a key, on the side where they are more; `None` of a key that says nothing.
    fn frequency(&self, key: u32) -> Option<u32> {
        let (gain, Pair { source, target }) = self.facts(key);
        (gain > 0.0 && source.min(target) > 0).then_some(source.max(target))
    }

    /// Of two keys that stand in so many segments of a side, in how many they meet by chance.
    fn meetings(&self, keys: [u32; 2]) -> f64 {
        let frequencies = keys.map(|key| self.facts(key).1);
        let on = |side: Side| {
            let [a, b] = frequencies.map(|frequency| f64::from(*frequency.side(side)));
            a * b / self.counts.side(side)
        };
        on(Side::Source).max(on(Side::Target))
    }

    /// Calls `each` for the seeds of a segment: its rare keys, and the pairs of its rarest other ones.
    fn each(&mut self, side: Side, segment: usize, mut each: impl FnMut(u64)) {
        let view = self.views.sides.side(side);
        self.keys.clear();
        for (at, slot) in view.slots(segment..segment + 1).iter().enumerate() {
            let joint = self.joint.of.side(side).get(&slot.stem);
            let joint = joint.map(|index| self.views.keys.len() as u32 + index);
            for key in view.keys(slot).iter().copied().chain(joint) {
                match self.frequency(key) {
                    Some(frequency) if frequency <= RARE => each(u64::from(key)),
                    Some(frequency) => self.keys.push((frequency, key, at as u16)),
                    None => {}
                }
            }
        }
        self.keys.sort_unstable();
        self.keys.dedup_by_key(|(_, key, _)| *key);
        self.keys.truncate(PAIRED);
        for (at, &(_, a, slot)) in self.keys.iter().enumerate() {
            for &(_, b, other) in &self.keys[at + 1..] {
                if slot != other && self.meetings([a, b]) <= CHANCE {
                    each(pair_of(a, b));
                }
            }
        }
    }

    /// What it tells that two segments share a seed.
    fn weight(&self, seed: u64) -> f32 {
        match split(seed) {
            [None, Some(key)] => self.facts(key).0,
            [Some(a), Some(b)] => (1.0 + 1.0 / self.meetings([a, b])).ln() as f32,
            _ => 0.0,
        }
    }
}

/// A pair of keys; one more than the smaller in the upper half, so that no single key looks alike.
fn pair_of(a: u32, b: u32) -> u64 {
    (u64::from(a.min(b)) + 1) << 32 | u64::from(a.max(b))
}

fn split(seed: u64) -> [Option<u32>; 2] {
    [((seed >> 32) as u32).checked_sub(1), Some(seed as u32)]
}

/// How often each seed stands on one side, up to 255; seeds may share a cell.
struct Sketch(Vec<u8>);

impl Sketch {
    fn new(segments: usize) -> Sketch {
        Sketch(vec![0; (8 * segments).next_power_of_two()])
    }

    fn cell(&self, seed: u64) -> usize {
        let mixed = (seed ^ seed >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed ^ mixed >> 32) as usize & (self.0.len() - 1)
    }

    fn add(&mut self, seed: u64) {
        let cell = self.cell(seed);
        self.0[cell] = self.0[cell].saturating_add(1);
    }

    fn is_rare(&self, seed: u64) -> bool {
        (1..=RARE).contains(&u32::from(self.0[self.cell(seed)]))
    }
}

/// All pairs of segments that share a rare seed, by source, then target.
pub(super) fn points(views: &Views, joint: &Joint) -> Vec<Point> {
    let mut seeder = Seeder::new(views, joint);
    let sketches = Pair::from_fn(|side: Side| {
        let count = views.sides.side(side).len();
        let mut sketch = Sketch::new(count);
        (0..count).for_each(|segment| seeder.each(side, segment, |seed| sketch.add(seed)));
        sketch
    });
    let places = Pair::from_fn(|side: Side| {
        let mut places: Vec<Seed> = Vec::new();
        for segment in 0..views.sides.side(side).len() {
            seeder.each(side, segment, |keys| {
                if sketches.source.is_rare(keys) && sketches.target.is_rare(keys) {
                    places.push(Seed { keys, segment: segment as u32 });
                }
            });
        }
        places.sort_unstable();
        places.dedup();
        places
    });
    let mut points = Vec::new();
    let mut from = 0;
    for &Seed { keys, segment: source } in &places.source {
        while places.target.get(from).is_some_and(|place| place.keys < keys) {
            from += 1;
        }
        let same = places.target[from..].iter().take_while(|place| place.keys == keys);
        let weight = seeder.weight(keys) / same.clone().count().max(1) as f32;
        points.extend(same.map(|&Seed { segment: target, .. }| Point { source, target, weight }));
    }
    points.sort_unstable_by_key(|point| (point.source, point.target));
    points.dedup_by(|next, kept| {
        let same = (next.source, next.target) == (kept.source, kept.target);
        if same {
            kept.weight += next.weight;
        }
        same
    });
    points
}
