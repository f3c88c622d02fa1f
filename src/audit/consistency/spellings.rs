//! Spellings of one name: one throughout on one side, two on the other.
//!
//! Method: words of one side that are one letter apart are found by the words they give when a
//! letter is left out (Garbe's symmetric deletes). They are one name when every place of both has
//! the same counterpart, by sound, in its bead. Complexity: linear in the words, the square of a
//! bead's words for the few candidates. Weakness: a slip of two letters is not seen.

use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, Place, Variation};
use crate::anchor::drug::drug;
use crate::anchor::skeleton::Skeleton;
use crate::audit::BeadView;
use crate::bitext::Bitext;
use crate::knowledge::index::Index;
use crate::lang::words::{fold, words};
use crate::lang::{Language, Script, script};
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Log odds from which two words are taken for one name.
const SURELY_SAME: f64 = 5.0;

/// A spelling and where it stands.
type Places = BTreeMap<String, Vec<(usize, Span)>>;

pub(super) fn find(bitext: &Bitext, side: Side) -> Vec<Variation> {
    let language = bitext.renderings.side(side).document.language;
    let places = spellings(bitext, side);
    let mut found: Vec<Variation> = Vec::new();
    for (a, b) in one_letter_apart(places.keys()) {
        let is_frequent = places[a].len() + places[b].len() >= 3;
        let is_one_word = || places[a].iter().any(|place| places[b].contains(place));
        if !is_frequent || is_known(a, b, language) || is_inflected(a, b, language) || is_one_word()
        {
            continue;
        }
        let met = [a, b].map(|spelling| counterparts(bitext, side, spelling, &places[spelling]));
        let [Some((one, a_places)), Some((other, b_places))] = met else { continue };
        if one != other {
            continue;
        }
        let text = &bitext.renderings.side(side).document.text;
        let written = |spelling: &str, places: &[Place]| {
            let word = bare(places[0].spans.side(side).of(text), language);
            if language.script == Script::Latin { word.to_owned() } else { spelling.to_owned() }
        };
        let ways = vec![(written(a, &a_places), a_places), (written(b, &b_places), b_places)];
        let is_told = |told: &Variation| {
            told.ways.iter().all(|told| ways.iter().any(|(_, way)| *way == told.places))
        };
        if !found.iter().any(is_told) {
            found.extend(Variation::new(side, Kind::Spelling, ways));
        }
    }
    found
}

/// The words of a side that may be names, folded and bare of what is glued to them.
fn spellings(bitext: &Bitext, side: Side) -> Places {
    let rendering = bitext.renderings.side(side);
    let language = rendering.document.language;
    let mut places = Places::new();
    for (index, bead) in bitext.alignment.beads().iter().enumerate() {
        if bead.is_null() || bead.posterior < 0.5 {
            continue;
        }
        let view = BeadView::new(bitext, index);
        let Some(span) = view.span(side) else { continue };
        for (at, word) in words(view.text(side)) {
            for spelling in stems(word, language) {
                let span = Span::new(at, at + word.len()).shift(span.start);
                places.entry(spelling).or_default().push((index, span));
            }
        }
    }
    places
}

/// What a word may be without what its language glues to it; empty for what is no name.
fn stems(word: &str, language: &Language) -> Vec<String> {
    let is_plain =
        word.chars().all(char::is_alphabetic) || word.ends_with("'s") || word.ends_with("’s");
    if !is_plain {
        return Vec::new();
    }
    let folded = fold(bare(word, language));
    let least = if language.script == Script::Latin { 6 } else { 5 };
    let mut stems = vec![folded.clone()];
    if language.script == Script::Hebrew {
        let rests = script::without_particles(&folded, language.script).skip(1).take(2);
        stems.extend(rests.map(str::to_owned));
    }
    stems.retain(|stem| stem.chars().count() >= least);
    stems
}

/// A word without a genitive s.
fn bare<'a>(word: &'a str, language: &Language) -> &'a str {
    let takes_s = matches!(language.code, "nb" | "nn" | "sv" | "da" | "nl" | "en" | "de" | "is");
    let marked = ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending));
    let plain = || word.strip_suffix('s').filter(|_| takes_s && !word.ends_with("ss"));
    marked.or_else(plain).unwrap_or(word)
}

/// Whether the lexicon has both words, which then differ in more than spelling.
fn is_known(a: &str, b: &str, language: &'static Language) -> bool {
    Index::of(language)
        .is_some_and(|index| [a, b].iter().all(|word| index.words(word).next().is_some()))
}

/// Pairs of words of which one has a letter more, or another letter in one place, or two turned.
fn one_letter_apart<'a>(all: impl Iterator<Item = &'a String>) -> BTreeSet<(&'a str, &'a str)> {
    let mut by_rest: BTreeMap<String, Vec<&'a str>> = BTreeMap::new();
    for word in all {
        let mut rests: BTreeSet<String> = BTreeSet::from([word.clone()]);
        // Names that differ in their first letter are different names.
        for (at, letter) in word.char_indices().skip(1) {
            rests.insert(format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]));
        }
        for rest in rests {
            by_rest.entry(rest).or_default().push(word);
        }
    }
    let mut pairs = BTreeSet::new();
    for words in by_rest.values().filter(|words| words.len() < 8) {
        for (at, a) in words.iter().enumerate() {
            pairs.extend(words[at + 1..].iter().map(|b| (*a.min(b), *a.max(b))));
        }
    }
    pairs.retain(|(a, b)| a != b);
    pairs
}

/// Whether two words are forms of one word, each spelled right.
fn is_inflected(a: &str, b: &str, language: &Language) -> bool {
    // The names of medicines take no ending in -e.
    if let (Some(one), Some(other)) = (drug(a, language), drug(b, language))
        && one == other
        && language.script == Script::Latin
        && (a.strip_suffix('e') == Some(b) || b.strip_suffix('e') == Some(a))
    {
        return false;
    }
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let ending = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    if language.inflection.endings.is_empty() {
        return shared + 2 >= a.chars().count().max(b.chars().count());
    }
    // A letter that differs before a common ending is part of the stem.
    if ending >= 2 {
        return false;
    }
    let forms = |word: &str| {
        let mut forms = BTreeSet::new();
        language.inflection.citation_forms(word, &mut |form, _| {
            forms.insert(form.to_owned());
            false
        });
        forms
    };
    a.starts_with(b) || b.starts_with(a) || !forms(a).is_disjoint(&forms(b))
}

/// The one word of the other side that meets a spelling in every bead where it stands, and the
/// places of both.
fn counterparts(
    bitext: &Bitext,
    side: Side,
    spelling: &str,
    places: &[(usize, Span)],
) -> Option<(String, Vec<Place>)> {
    let language = bitext.renderings.side(side).document.language;
    let skeleton = Skeleton::new(spelling, language);
    let mut met: Option<String> = None;
    let mut found = Vec::new();
    for &(index, span) in places {
        let (word, counterpart) = nearest(bitext, side, index, &skeleton)?;
        if met.get_or_insert_with(|| word.clone()) != &word {
            return None;
        }
        let spans = match side {
            Side::Source => Pair::new(span, counterpart),
            Side::Target => Pair::new(counterpart, span),
        };
        found.push(Place { bead: index, spans });
    }
    met.map(|word| (word, found))
}

/// The word of the other side of a bead that sounds most like a name, if it is surely the same.
fn nearest(
    bitext: &Bitext,
    side: Side,
    index: usize,
    skeleton: &Skeleton,
) -> Option<(String, Span)> {
    let view = BeadView::new(bitext, index);
    let other = side.other();
    let (language, start) = (view.language(other), view.span(other)?.start);
    let mut best: Option<(f64, String, Span)> = None;
    for (at, word) in words(view.text(other)) {
        for stem in stems(word, language) {
            let odds = skeleton.log_odds(&Skeleton::new(&stem, language));
            if odds > best.as_ref().map_or(SURELY_SAME, |(best, ..)| *best) {
                best = Some((odds, stem, Span::new(at, at + word.len()).shift(start)));
            }
        }
    }
    best.map(|(_, stem, span)| (stem, span))
}
