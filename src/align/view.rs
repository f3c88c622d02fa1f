//! What alignment sees of two renderings: lengths, forms, and tokens reduced to keys that both sides
//! share, each worth as much as it tells in this pair.
//!
//! Complexity: two passes over the text; memory proportional to it. A key that stands on one side
//! only is dropped. Weakness: keys are compared for equality; fuzzy matches need a key of their own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::form::Form;
use super::length::letters;
use super::lexicon::Lexicon;
use super::sound::{Ear, for_each_skeleton};
use super::text;
use crate::anchor::{Key as AnchorKey, Strength, Term, terms};
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// The sources of lexical evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// The same digits.
    Number,
    /// The same word of four letters or more, or capitalised.
    Word,
    /// The same short word.
    ShortWord,
    /// The same first five letters.
    Prefix,
    /// The same consonants in the same script.
    Skeleton,
    /// The same consonants in another script.
    Sound,
    /// The same anchor value other than a term.
    Anchor,
    /// The same concept of the lexicon.
    Term,
    /// A translation learned from the pair.
    Learned,
    /// A translation of the lexicon given.
    Lexicon,
}

impl Source {
    /// Whether words that have nothing to do with each other often share such a key.
    pub fn is_coarse(self) -> bool {
        matches!(self, Source::Skeleton | Source::Sound)
    }

    /// How often a token that has such a counterpart is rendered by it.
    fn fidelity(self) -> f64 {
        match self {
            Source::Number | Source::Anchor => 0.85,
            Source::Word => 0.7,
            Source::Term => 0.6,
            Source::Prefix | Source::Learned | Source::Lexicon => 0.5,
            Source::ShortWord | Source::Skeleton | Source::Sound => 0.3,
        }
    }
}

/// A key that both sides share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub source: Source,
    /// Log of how much likelier a counterpart is to hold it than any other segment.
    pub gain: f32,
    /// How many segments of each side hold it.
    pub frequency: Pair<u32>,
}

/// One token of a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    keys: u32,
    key_count: u8,
    /// Whether it is a number.
    pub is_number: bool,
    /// Whether it is part of a term of the concept lexicon.
    pub has_term: bool,
    /// Its stem, on its own side.
    pub stem: u32,
    /// How telling it is that the token has no counterpart, 0 to 1.
    pub weight: f32,
}

/// One side.
#[derive(Debug, Default)]
pub(super) struct View {
    /// In [`letters`].
    pub lengths: Vec<f32>,
    /// Weights of the tokens, added up, and how many of them are numbers.
    pub tokens: Vec<(f32, f32)>,
    /// Outward forms.
    pub forms: Vec<Form>,
    /// How many segments hold each stem.
    pub stem_frequency: Vec<u32>,
    slots: Vec<Slot>,
    starts: Vec<u32>,
    keys: Vec<u32>,
}

/// Tokens after these are not looked at: a segment of that length is told by the tokens before.
const MAX_SLOTS: usize = 400;
/// Keys of one token, beside a few more for its terms and numbers.
const MAX_KEYS: usize = 24;
/// Segments that the background rate of a token counts for.
const BACKGROUND: f64 = 20.0;
/// A match is never worth more than if it stood in one segment of so many.
const MAX_CHOICE: f64 = 400.0;

impl View {
    /// How many segments.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// The tokens of some segments.
    pub fn slots(&self, segments: Range<usize>) -> &[Slot] {
        &self.slots[self.starts[segments.start] as usize..self.starts[segments.end] as usize]
    }

    /// How many tokens some segments have.
    pub fn slot_count(&self, segments: Range<usize>) -> usize {
        (self.starts[segments.end] - self.starts[segments.start]) as usize
    }

    /// The shared keys of a token.
    pub fn keys(&self, slot: &Slot) -> &[u32] {
        &self.keys[slot.keys as usize..slot.keys as usize + usize::from(slot.key_count)]
    }
}

/// Both sides and what they share.
#[derive(Debug)]
pub(super) struct Views {
    pub sides: Pair<View>,
    pub keys: Vec<Key>,
    /// Stems of the pair that a lexicon says render each other, with how often they do.
    pub lexicon: Vec<(u32, u32, f32)>,
}

type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Identity>>;

/// Hashes a hash to itself.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// FNV-1a with a final mix: equal bytes give equal hashes on every machine.
fn hash(salt: u64, bytes: &[u8]) -> u64 {
    let mut value = 0xcbf2_9ce4_8422_2325 ^ (salt + 1);
    for &byte in bytes {
        value = (value ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    }
    value ^= value >> 32;
    value = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    value ^ (value >> 29)
}

/// How the consonants of both sides are compared.
#[derive(Clone, Copy)]
struct Hearing {
    ear: Ear,
    source: Source,
}

impl Hearing {
    fn of(renderings: Pair<&Rendering>) -> Hearing {
        let scripts = renderings.map(|rendering| rendering.document.language.script);
        let is_one = scripts.source == scripts.target;
        let source = if is_one { Source::Skeleton } else { Source::Sound };
        Hearing { ear: Ear::of(scripts), source }
    }
}

/// A token while views are built.
#[derive(Default)]
struct Draft {
    stem: u64,
    is_number: bool,
    has_term: bool,
    /// Share of segments, of any text, that hold such a token.
    rate: f64,
    keys: Vec<(u64, Source, f64)>,
}

/// A key while views are built.
struct Candidate {
    source: Source,
    rate: f64,
    frequency: Pair<u32>,
    id: u32,
}

impl Views {
    pub fn new(renderings: Pair<&Rendering>, lexicon: Option<&Lexicon>) -> Views {
        let hearing = Hearing::of(renderings);
        let mut candidates: ByHash<Candidate> = ByHash::default();
        let mut stems: Pair<ByHash<u32>> = Pair::default();
        let mut sides: Pair<View> = Pair::default();
        for side in Side::BOTH {
            let (view, stems) = (sides.side_mut(side), stems.side_mut(side));
            let (mut present, mut present_stems) = (Vec::new(), Vec::new());
            let mut terms = Terms::new(renderings.side(side));
            let mut tokens = 0;
            for index in 0..renderings.side(side).segments.len() {
                present.clear();
                present_stems.clear();
                for_each_draft(renderings.side(side), index, hearing, &mut terms, |draft| {
                    tokens += 1;
                    let next = stems.len() as u32;
                    present_stems.push(*stems.entry(draft.stem).or_insert(next));
                    for &(key, source, rate) in &draft.keys {
                        present.push(key);
                        if side == Side::Source {
                            candidates.entry(key).or_insert(Candidate {
                                source,
                                rate,
                                frequency: Pair::default(),
                                id: u32::MAX,
                            });
                        }
                    }
                });
                present.sort_unstable();
                present.dedup();
                for key in &present {
                    if let Some(candidate) = candidates.get_mut(key) {
                        *candidate.frequency.side_mut(side) += 1;
                    }
                }
                present_stems.sort_unstable();
                present_stems.dedup();
                view.stem_frequency.resize(stems.len(), 0);
                for &stem in &present_stems {
                    view.stem_frequency[stem as usize] += 1;
                }
            }
            view.slots.reserve_exact(tokens);
        }
        let counts = renderings.map(|rendering| rendering.segments.len());
        let mut keys = Vec::new();
        for side in Side::BOTH {
            let rendering = renderings.side(side);
            let (view, stems) = (sides.side_mut(side), stems.side(side));
            let mut terms = Terms::new(rendering);
            view.starts.push(0);
            for index in 0..rendering.segments.len() {
                let text = rendering.text(index);
                view.lengths.push(letters(text));
                view.forms.push(Form::of(rendering, index));
                let (mut weights, mut numbers) = (0.0, 0.0);
                for_each_draft(rendering, index, hearing, &mut terms, |draft| {
                    let first = view.keys.len();
                    for (key, ..) in &draft.keys {
                        let Some(candidate) = candidates.get_mut(key) else { continue };
                        if candidate.id == u32::MAX {
                            candidate.id = keys.len() as u32;
                            keys.push(candidate.key(counts));
                        }
                        if keys[candidate.id as usize].gain > 0.0 {
                            view.keys.push(candidate.id);
                        }
                    }
                    let stem = stems.get(&draft.stem).copied().unwrap_or_default();
                    let frequency = view.stem_frequency[stem as usize];
                    let rate = shrunk_rate(frequency, *counts.side(side), draft.rate);
                    let weight = (-rate.ln() / MAX_CHOICE.ln()).clamp(0.0, 1.0) as f32;
                    weights += weight;
                    numbers += if draft.is_number { 1.0 } else { 0.0 };
                    view.slots.push(Slot {
                        keys: first as u32,
                        key_count: (view.keys.len() - first) as u8,
                        is_number: draft.is_number,
                        has_term: draft.has_term,
                        stem,
                        weight,
                    });
                });
                view.tokens.push((weights, numbers));
                view.starts.push(view.slots.len() as u32);
            }
            view.keys.shrink_to_fit();
        }
        let id = |side: Side, stem: &str| stems.side(side).get(&hash(0, stem.as_bytes())).copied();
        let lexicon = lexicon.map_or_else(Vec::new, |lexicon| {
            let entries = lexicon.entries().filter_map(|(source, target, share)| {
                Some((id(Side::Source, source)?, id(Side::Target, target)?, share))
            });
            entries.collect()
        });
        Views { sides, keys, lexicon }
    }
}

impl Candidate {
    fn key(&self, counts: Pair<usize>) -> Key {
        let rates = self.frequency.zip(counts).map(|(frequency, count)| {
            if frequency == 0 { 1.0 } else { shrunk_rate(frequency, count, self.rate) }
        });
        let rate = rates.source.max(rates.target).max(1.0 / MAX_CHOICE);
        let fidelity = self.source.fidelity();
        let gain = (1.0 - fidelity + fidelity / rate).ln();
        Key {
            source: self.source,
            gain: if gain < 0.2 { 0.0 } else { gain as f32 },
            frequency: self.frequency,
        }
    }
}

/// The share of other segments that hold what `frequency` segments out of `count` hold, shrunk
/// towards its rate in any text.
fn shrunk_rate(frequency: u32, count: usize, rate: f64) -> f64 {
    let others = f64::from(frequency.saturating_sub(1));
    (others + BACKGROUND * rate) / ((count.max(1) - 1) as f64 + BACKGROUND)
}

/// The terms of a rendering, found a stretch of segments at a time.
struct Terms<'a> {
    rendering: &'a Rendering,
    found: Vec<Term>,
    stretch: std::ops::Range<usize>,
}

impl<'a> Terms<'a> {
    const STRETCH: usize = 4096;

    fn new(rendering: &'a Rendering) -> Self {
        Terms { rendering, found: Vec::new(), stretch: 0..0 }
    }

    /// The terms that start in a segment.
    fn of(&mut self, index: usize) -> &[Term] {
        let Rendering { document, segments, termbase, .. } = self.rendering;
        if !self.stretch.contains(&index) {
            self.stretch = index..(index + Self::STRETCH).min(segments.len());
            self.found = terms(document, &segments[self.stretch.clone()], termbase.as_deref());
        }
        let span = segments[index].span;
        let first = self.found.partition_point(|term| term.span.start < span.start);
        let last = self.found.partition_point(|term| term.span.start < span.end);
        &self.found[first..last.max(first)]
    }
}

/// Calls `each` for the tokens of a segment, in order.
fn for_each_draft(
    rendering: &Rendering,
    index: usize,
    hearing: Hearing,
    terms: &mut Terms,
    mut each: impl FnMut(&Draft),
) {
    let mut terms = terms.of(index);
    let mut draft = Draft::default();
    let mut count = 0;
    let common = rendering.document.language.profile;
    let offset = rendering.segments[index].span.start;
    let mut anchors = rendering.anchors_in(index..index + 1);
    text::for_each_token(rendering.text(index), |token| {
        count += 1;
        if count > MAX_SLOTS {
            return;
        }
        let form = token.form.as_str();
        let length = form.chars().count();
        draft.keys.clear();
        draft.is_number = token.is_number;
        draft.has_term = false;
        draft.stem = hash(0, text::stem(form).as_bytes());
        let is_common = !token.is_number && common.contains(&form);
        draft.rate = match length {
            _ if is_common => 0.3,
            _ if token.is_number => 0.02 * 0.5_f64.powi(length as i32 - 1),
            0..=2 => 0.1,
            3 => 0.05,
            4 => 0.02,
            5 => 0.01,
            _ => 0.005,
        };
        let rate = draft.rate;
        if token.is_number {
            draft.keys.push((hash(1, form.as_bytes()), Source::Number, rate));
        } else {
            let is_word = token.is_capitalised || length >= 4 || !form.is_ascii();
            let source = if is_word { Source::Word } else { Source::ShortWord };
            draft.keys.push((hash(2, form.as_bytes()), source, rate));
            if let Some(prefix) = text::prefix(form, 5) {
                draft.keys.push((hash(3, prefix.as_bytes()), Source::Prefix, rate));
            }
            if !is_common {
                let least = if token.is_capitalised || !form.is_ascii() { 3 } else { 4 };
                for_each_skeleton(form, hearing.ear, |skeleton| {
                    if skeleton.len() >= least {
                        draft.keys.push((hash(4, skeleton.as_bytes()), hearing.source, rate));
                    }
                });
            }
        }
        while let Some((anchor, rest)) = anchors.split_first() {
            if anchor.span.end <= offset + token.start {
                anchors = rest;
                continue;
            }
            if anchor.span.start < offset + token.start + token.length {
                anchors = rest;
                let rate = match anchor.strength {
                    Strength::Weak => 0.2,
                    Strength::Firm if token.is_number => rate,
                    Strength::Firm => 0.03,
                };
                draft.keys.push((hash_key(5, anchor.value.key()), Source::Anchor, rate));
                for number in anchor.value.numbers() {
                    draft.keys.push((hash_key(6, AnchorKey::number(number)), Source::Number, rate));
                }
            }
            break;
        }
        while let Some((term, rest)) = terms.split_first() {
            if term.span.start >= offset + token.start + token.length {
                break;
            }
            terms = rest;
            if term.span.end > offset + token.start && draft.keys.len() < MAX_KEYS {
                let concept = term.concept;
                draft.has_term = true;
                let rate = match concept.class().split('.').next() {
                    Some("func" | "neg" | "modal" | "conn" | "comp") => 0.15,
                    Some("freq" | "quant") => 0.05,
                    _ => 0.02,
                };
                let key = hash(7, &concept.index().to_le_bytes());
                draft.keys.push((key, Source::Term, rate));
            }
        }
        each(&draft);
    });
}

fn hash_key(salt: u64, key: AnchorKey) -> u64 {
    hash(salt, &key.0.to_le_bytes())
}
