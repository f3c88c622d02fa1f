//! The evidence for a bead, as features whose weighted sum is its log-odds.
//!
//! Source: log-linear alignment; lexical evidence as log-likelihood ratios after Moore 2002.
//! Complexity: a bead costs its lexical hits. Weakness: each token is explained by its best
//! counterpart alone, so the same counterpart may explain two tokens.

use rayon::prelude::*;

use super::form::{End, Form, Start};
use super::lattice::{Band, Close, Scores, Shape};
use super::learn::Learned;
use super::length::LengthModel;
use super::view::{Source, View, Views};
use super::weights::WEIGHTS;
use crate::document::BlockKind;
use crate::pair::{Pair, Side};
use crate::segment::Boundary;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident => $label:literal,)*) => {
        /// One piece of evidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(super) enum Feature { $($(#[$doc])* $name,)* }

        impl Feature {
            pub const ALL: &[Feature] = &[$(Feature::$name,)*];

            /// The name in the table of weights and in explanations.
            pub fn label(self) -> &'static str {
                match self { $(Feature::$name => $label,)* }
            }
        }
    };
}

features! {
    /// Shapes, the same for both directions; 1-1 is where they are measured from.
    Shape12 => "shape 1-2",
    Shape22 => "shape 2-2",
    Shape13 => "shape 1-3",
    Shape23 => "shape 2-3",
    Shape14 => "shape 1-4",
    Shape33 => "shape 3-3",
    Shape24 => "shape 2-4",
    Shape15 => "shape 1-5",
    ShapeLarge => "shape over 6",
    /// Two neighbours that changed places.
    Swap => "swap",
    /// A run of skipped segments begins, or goes on.
    SkipOpen => "skip: first of a run",
    SkipExtend => "skip: further of a run",
    /// Logarithm of the length of a skipped segment.
    SkipLength => "skip: log length",
    SkipBare => "skip: no letters",
    SkipTokens => "skip: tokens that stand on the other side too",
    /// Squared deviation from the expected length, halved, up to 10.
    LengthSquare => "length: squared deviation",
    LengthDeviation => "length: deviation",
    LengthLog => "length: log",
    Number => "same number",
    Word => "same word",
    ShortWord => "same short word",
    Prefix => "same first letters",
    Skeleton => "same consonants",
    Anchor => "same anchor",
    Term => "same concept",
    Learned => "learned translation",
    /// Log-likelihood ratio of the share of tokens that find a counterpart.
    Coverage => "coverage",
    Unmatched => "tokens unmatched",
    UnmatchedNumber => "numbers unmatched",
    /// Of beads of three segments and more: the least coverage of any segment.
    Weakest => "coverage of the weakest segment",
    QuestionSame => "both ask",
    QuestionOne => "one asks",
    ExclamationSame => "both exclaim",
    ExclamationOne => "one exclaims",
    ColonSame => "both end in a colon",
    EndSame => "same end",
    EndOpen => "one ends inside a sentence",
    EndBare => "one ends without a stop",
    ItemSame => "both are items",
    ItemOne => "one is an item",
    QuoteOpens => "one opens a quotation",
    QuoteCloses => "one closes a quotation",
    QuoteSame => "both quote",
    LettersOne => "one has no letters",
    CaseOne => "one starts in lower case",
    ContinuesOne => "one continues the segment before",
    ContinuesBoth => "both continue the segment before",
    InnerHard => "sure cuts inside",
    InnerSoft => "soft cuts inside",
    InnerBlock => "block edges inside",
    BlockSame => "same kind of block",
    BlockOne => "other kind of block",
    DepthOne => "other depth",
}

/// How many features there are.
pub(super) const COUNT: usize = Feature::ALL.len();

/// The values of all features for one bead.
pub(super) type Features = [f32; COUNT];

/// Beads of so many segments are looked at everywhere in the band.
const SMALL: usize = 3;
/// Standard deviations of length that no larger bead strays.
const STRAY: f64 = 8.0;

/// A weight per feature.
pub(super) type Weights = [f32; COUNT];

/// The trained weights.
pub(super) fn trained() -> Weights {
    let mut weights = [0.0; COUNT];
    for (feature, weight) in Feature::ALL.iter().zip(&mut weights) {
        if let Some((_, value)) = WEIGHTS.iter().find(|(label, _)| *label == feature.label()) {
            *weight = *value;
        }
    }
    weights
}

/// What weights are without data: most are nothing; the development data has no blocks, so what is
/// said of them is set by hand.
#[cfg(test)]
pub(super) fn prior(feature: Feature) -> f32 {
    match feature {
        Feature::InnerBlock => -4.0,
        Feature::BlockSame => 0.7,
        Feature::BlockOne => -1.0,
        Feature::DepthOne => -0.3,
        Feature::Anchor | Feature::Number | Feature::Word | Feature::Term => 0.5,
        _ => 0.0,
    }
}

pub(super) fn dot(weights: &Weights, features: &Features) -> f32 {
    weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum()
}

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
    fn of(&self, node: usize, side: Side) -> &[Hit] {
        let at = 2 * node + usize::from(side == Side::Target);
        &self.hits[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// The models that score beads of one pair.
pub(super) struct Model<'a> {
    pub views: &'a Views,
    pub length: LengthModel,
    pub learned: &'a Learned,
    pub coverage: Coverage,
    /// Added to the cost of every run of skipped segments.
    pub skip_bias: f32,
    pub weights: &'a Weights,
}

/// Which share of tokens, by their weight, finds a counterpart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coverage {
    /// In beads that are right.
    pub aligned: f32,
    /// In segments that have nothing to do with each other.
    pub chance: f32,
}

impl Coverage {
    /// What is expected of a pair before anything is aligned.
    pub const PRIOR: Coverage = Coverage { aligned: 0.35, chance: 0.1 };

    /// Log-likelihood ratio of a share of `weight` tokens, taken as normal with equal variance; more
    /// tokens than some tens tell little more.
    fn ratio(self, matched: f32, weight: f32) -> f32 {
        let tokens = weight / (1.0 + weight / 20.0);
        let share = (matched + 0.5 * (self.aligned + self.chance)) / (weight + 1.0);
        let spread = (self.aligned - self.chance).max(0.0);
        spread * (share - (self.aligned + self.chance) / 2.0) * tokens * 4.0
    }

    /// What an unmatched token costs.
    fn miss(self) -> f32 {
        ((1.0 - self.chance) / (1.0 - self.aligned.max(self.chance))).ln()
    }
}

/// The best hit of each token of a few segments.
#[derive(Default)]
pub(super) struct Cover {
    best: Vec<(f32, f32, Option<Source>)>,
}

impl Model<'_> {
    fn worth(&self, source: Source, gain: f32) -> f32 {
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

    /// How far the lengths of a bead stray from each other, in standard deviations.
    fn deviation(&self, origin: Pair<usize>, at: (usize, usize), shape: Shape) -> f64 {
        let sum = |side: Side, start: usize, count: usize| {
            let lengths = &self.views.sides.side(side).lengths;
            lengths[start..start + count].iter().map(|&length| f64::from(length)).sum::<f64>()
        };
        self.length.deviation(Pair::new(
            sum(Side::Source, origin.source + at.0, shape.source),
            sum(Side::Target, origin.target + at.1, shape.target),
        ))
    }

    /// The evidence for the bead of `shape` that starts at a node of the band.
    pub fn bead(
        &self,
        band: &Band,
        hits: &Hits,
        origin: Pair<usize>,
        at: (usize, usize),
        shape: Shape,
        cover: &mut Cover,
    ) -> Features {
        let mut out = [0.0; COUNT];
        let views = &self.views.sides;
        let starts = Pair::new(origin.source + at.0, origin.target + at.1);
        let counts = Pair::new(shape.source, shape.target);
        let mut set = |feature: Feature, value: f32| out[feature as usize] += value;
        if let Some(feature) = shape_feature(shape) {
            set(feature, 1.0);
        }

        let lengths = Pair::from_fn(|side| {
            let (start, count) = (*starts.side(side), *counts.side(side));
            views.side(side).lengths[start..start + count]
                .iter()
                .map(|&l| f64::from(l))
                .sum::<f64>()
        });
        let deviation = self.length.deviation(lengths);
        set(Feature::LengthSquare, ((deviation * deviation).min(20.0) / 2.0) as f32);
        set(Feature::LengthDeviation, deviation.abs().min(8.0) as f32);
        set(Feature::LengthLog, ((lengths.source + lengths.target + 2.0).ln() - 4.5) as f32);

        let (mut unmatched_total, mut weight_total) = (0.0, 0.0);
        let mut weakest = f32::INFINITY;
        for side in Side::BOTH {
            let view = views.side(side);
            for own in 0..*counts.side(side) {
                let slots = view.slots(starts.side(side) + own);
                cover.best.clear();
                cover.best.resize(slots.len(), (0.0, 0.0, None));
                for other in 0..*counts.side(side.other()) {
                    let (p, q) = if side == Side::Source { (own, other) } else { (other, own) };
                    let Some(node) = band.node(at.0 + p, at.1 + q) else { continue };
                    for hit in hits.of(node, side) {
                        let worth = self.worth(hit.source, hit.gain);
                        let held = &mut cover.best[usize::from(hit.slot)];
                        if worth > held.0 {
                            *held = (worth, hit.gain, Some(hit.source));
                        }
                    }
                }
                let (mut unmatched, mut weight) = (0.0, 0.0);
                for (slot, &(_, gain, source)) in slots.iter().zip(&cover.best) {
                    weight += slot.weight;
                    match source {
                        Some(source) => {
                            set(feature_of(source), gain / 2.0);
                        }
                        None => {
                            unmatched += slot.weight;
                            if slot.is_number {
                                set(Feature::UnmatchedNumber, 0.5);
                            }
                        }
                    }
                }
                weakest = weakest.min(self.coverage.ratio(weight - unmatched, weight));
                unmatched_total += unmatched;
                weight_total += weight;
            }
        }
        let matched_total = weight_total - unmatched_total;
        set(Feature::Coverage, self.coverage.ratio(matched_total, weight_total));
        set(Feature::Unmatched, self.coverage.miss() * unmatched_total / 2.0);
        if shape.source + shape.target > 2 {
            set(Feature::Weakest, weakest.clamp(-3.0, 3.0));
        }

        let first = starts.zip(views.as_ref()).map(|(start, view)| view.forms[start]);
        let last = starts
            .zip(counts)
            .zip(views.as_ref())
            .map(|((start, count), view)| view.forms[start + count - 1]);
        ends(last, &mut set);
        beginnings(first, &mut set);
        let continues = starts
            .zip(views.as_ref())
            .map(|(start, view)| start > 0 && view.forms[start].continues(&view.forms[start - 1]));
        match (continues.source, continues.target) {
            (true, true) => set(Feature::ContinuesBoth, 1.0),
            (false, false) => {}
            _ => set(Feature::ContinuesOne, 1.0),
        }
        for side in Side::BOTH {
            let (start, count) = (*starts.side(side), *counts.side(side));
            inner(views.side(side), start, count, &mut set);
        }
        out
    }

    /// The matched and the whole weight of the tokens of two segments at a node.
    pub fn covered(&self, hits: &Hits, node: usize, segments: Pair<usize>) -> (f32, f32) {
        let (mut matched, mut weight) = (0.0, 0.0);
        for side in Side::BOTH {
            let slots = self.views.sides.side(side).slots(*segments.side(side));
            weight += slots.iter().map(|slot| slot.weight).sum::<f32>();
            let hit = hits.of(node, side).iter().map(|hit| slots[usize::from(hit.slot)].weight);
            matched += hit.sum::<f32>();
        }
        (matched, weight)
    }

    /// The evidence that a segment has no counterpart.
    pub fn skip(&self, side: Side, segment: usize) -> Features {
        let mut out = [0.0; COUNT];
        let view = self.views.sides.side(side);
        out[Feature::SkipLength as usize] = (view.lengths[segment] + 2.0).ln() - 3.5;
        if !view.forms[segment].has_letters {
            out[Feature::SkipBare as usize] = 1.0;
        }
        let mut shared = 0.0;
        for slot in view.slots(segment) {
            let best = view
                .keys(slot)
                .iter()
                .map(|&key| &self.views.keys[key as usize])
                .filter(|key| key.source != Source::Skeleton)
                .map(|key| key.gain)
                .fold(0.0, f32::max);
            shared += best;
        }
        out[Feature::SkipTokens as usize] = shared / 2.0;
        out
    }

    /// Scores every move of the band. Beads of more than [`SMALL`] segments are looked at only from and
    /// to nodes that are `probable`, and no bead that is much too short or long for its other side.
    pub fn scores(
        &self,
        band: Band,
        hits: &Hits,
        close: Close,
        shapes: Vec<Shape>,
        origin: Pair<usize>,
        probable: impl Fn(usize, usize) -> bool + Sync,
    ) -> Scores {
        let width = shapes.len();
        let row = |cover: &mut Cover, i: usize| {
            let (low, high) = band.row(i);
            let mut row = vec![f32::NEG_INFINITY; (high + 1 - low) * width];
            for j in low..=high {
                for (k, &shape) in shapes.iter().enumerate() {
                    let end = (i + shape.source, j + shape.target);
                    if band.node(end.0, end.1).is_none() {
                        continue;
                    }
                    let is_small = shape.source + shape.target <= SMALL;
                    if is_small
                        || (probable(i, j)
                            && probable(end.0, end.1)
                            && self.deviation(origin, (i, j), shape).abs() < STRAY)
                    {
                        let features = self.bead(&band, hits, origin, (i, j), shape, cover);
                        row[(j - low) * width + k] = dot(self.weights, &features);
                    }
                }
            }
            row
        };
        let rows: Vec<Vec<f32>> = (0..band.source() + 1)
            .into_par_iter()
            .with_min_len(16)
            .map_init(Cover::default, row)
            .collect();
        let beads = rows.concat();
        let mut swaps = vec![f32::NEG_INFINITY; band.len()];
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            for j in low..=high {
                let (Some(node), Some(after), Some(before), Some(_)) = (
                    band.node(i, j),
                    band.node(i, j + 1),
                    band.node(i + 1, j),
                    band.node(i + 2, j + 2),
                ) else {
                    continue;
                };
                swaps[node] = beads[after * width]
                    + beads[before * width]
                    + self.weights[Feature::Swap as usize];
            }
        }
        let skip = |side: Side, start: usize, count: usize| {
            (start..start + count)
                .map(|segment| dot(self.weights, &self.skip(side, segment)))
                .collect::<Vec<_>>()
        };
        let (n, m) = (band.source(), band.target());
        Scores {
            shapes,
            close,
            beads,
            swaps,
            skip_source: skip(Side::Source, origin.source, n),
            skip_target: skip(Side::Target, origin.target, m),
            skip_open: self.weights[Feature::SkipOpen as usize] + self.skip_bias,
            skip_extend: self.weights[Feature::SkipExtend as usize],
            band,
        }
    }
}

fn feature_of(source: Source) -> Feature {
    match source {
        Source::Number => Feature::Number,
        Source::Word => Feature::Word,
        Source::ShortWord => Feature::ShortWord,
        Source::Prefix => Feature::Prefix,
        Source::Skeleton => Feature::Skeleton,
        Source::Anchor => Feature::Anchor,
        Source::Term => Feature::Term,
        Source::Learned => Feature::Learned,
    }
}

fn shape_feature(shape: Shape) -> Option<Feature> {
    let (small, large) = (shape.source.min(shape.target), shape.source.max(shape.target));
    Some(match (small, large) {
        (1, 1) => return None,
        (1, 2) => Feature::Shape12,
        (2, 2) => Feature::Shape22,
        (1, 3) => Feature::Shape13,
        (2, 3) => Feature::Shape23,
        (1, 4) => Feature::Shape14,
        (3, 3) => Feature::Shape33,
        (2, 4) => Feature::Shape24,
        (1, 5) => Feature::Shape15,
        _ => Feature::ShapeLarge,
    })
}

fn ends(last: Pair<Form>, set: &mut impl FnMut(Feature, f32)) {
    let (source, target) = (last.source.end, last.target.end);
    let one = |end: End| (source == end) != (target == end);
    match source {
        _ if source != target => {}
        End::Question => set(Feature::QuestionSame, 1.0),
        End::Exclamation => set(Feature::ExclamationSame, 1.0),
        End::Colon => set(Feature::ColonSame, 1.0),
        _ => set(Feature::EndSame, 1.0),
    }
    if one(End::Question) {
        set(Feature::QuestionOne, 1.0);
    }
    if one(End::Exclamation) {
        set(Feature::ExclamationOne, 1.0);
    }
    let is_open = |end: End| matches!(end, End::Open | End::Colon);
    if is_open(source) != is_open(target) {
        set(Feature::EndOpen, 1.0);
    }
    if one(End::Bare) {
        set(Feature::EndBare, 1.0);
    }
    if last.source.closes_quote != last.target.closes_quote {
        set(Feature::QuoteCloses, 1.0);
    } else if last.source.closes_quote {
        set(Feature::QuoteSame, 1.0);
    }
    if last.source.has_letters != last.target.has_letters {
        set(Feature::LettersOne, 1.0);
    }
}

fn beginnings(first: Pair<Form>, set: &mut impl FnMut(Feature, f32)) {
    let Pair { source, target } = first;
    match (source.is_item, target.is_item) {
        (true, true) => set(Feature::ItemSame, 1.0),
        (false, false) => {}
        _ => set(Feature::ItemOne, 1.0),
    }
    if source.opens_quote != target.opens_quote {
        set(Feature::QuoteOpens, 1.0);
    } else if source.opens_quote {
        set(Feature::QuoteSame, 1.0);
    }
    let cased = |start: Start| matches!(start, Start::Upper | Start::Lower);
    if cased(source.start) && cased(target.start) && source.start != target.start {
        set(Feature::CaseOne, 1.0);
    }
    let plain = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Line);
    if source.block.0 == target.block.0 {
        if !plain(source.block.0) {
            set(Feature::BlockSame, 1.0);
        }
    } else if source.block.0 != BlockKind::Line && target.block.0 != BlockKind::Line {
        set(Feature::BlockOne, 1.0);
    }
    if source.block.1 != target.block.1 {
        set(Feature::DepthOne, 1.0);
    }
}

fn inner(view: &View, start: usize, count: usize, set: &mut impl FnMut(Feature, f32)) {
    for segment in start + 1..start + count {
        let form = &view.forms[segment];
        if form.boundary == Boundary::Block && form.block.0 != BlockKind::Line {
            set(Feature::InnerBlock, 1.0);
        } else if form.continues(&view.forms[segment - 1]) {
            set(Feature::InnerSoft, 1.0);
        } else {
            set(Feature::InnerHard, 1.0);
        }
    }
}
