//! Which names of one side of a bead the other side gives, in whatever script.
//!
//! Method: every word of a name is compared with every word of the other side by
//! [`skeleton`](crate::anchor::skeleton); places meet by code. A name of several words is given
//! when one of them is. Complexity: names times words of a bead. Weakness: a translated name meets
//! nothing, so words of the lexicon count as no names.

use super::BeadView;
use super::correspondence::Role;
use crate::anchor::skeleton::Skeleton;
use crate::lang::Script;
use crate::lang::words::{fold, words};
use crate::pair::{Pair, Side};
use crate::span::Span;

mod alias;
mod counterpart;
mod descriptive;
mod mention;
mod place;
mod proper;
mod vacancy;

pub(super) use alias::are_aliases;
use counterpart::Words;
pub(super) use counterpart::territories;
use mention::mentions;
pub(super) use mention::{Certainty, Mention, may_be_inflected};
pub(super) use place::is_city;
use place::{Place, is_in, places};
pub(super) use vacancy::{has_gap, is_vacant};

/// Log odds from which two words of one script are taken for one name: most are written alike.
const ALIKE: f64 = 3.0;

/// The same for names of so many letters as tell little: Rijn and Rhine.
const ALIKE_IF_SHORT: f64 = 0.0;
const SHORT: usize = 5;

/// The same for a name of one word and of several in another script, where it may be written in an
/// unforeseen way.
const OF_ONE_SOUND: f64 = -6.0;
const OF_ONE_SOUND_IN_PART: f64 = -5.0;

/// Log odds from which that is taken of words of other beads, of which there are many.
const SURELY_SAME: f64 = 5.0;

/// How many beads before and behind are looked at for a name of the source, and for one that the
/// target adds, which stands nearer to what it explains.
const REACH: usize = 20;
const REACH_OF_ADDED: usize = 10;
/// The same for a country, which many texts name.
const REACH_OF_COUNTRY: usize = 3;
/// How many beads before and behind are of one article, whose reader knows what it names.
const REACH_OF_ARTICLE: usize = 60;

/// Whether a name of the document stands near by on both sides, so that one of them may leave it to
/// a pronoun here, or the other side only has it in another bead; or whether the other side writes
/// it in a way of its own, so that one strange word stands beside it in two beads.
pub(super) fn is_about(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let text = view.document_text(side);
    let other = side.other();
    let names: Vec<&str> = mention.words.iter().map(|span| span.of(text)).collect();
    let strange = strange_words(view, other);
    let reach = if side == Side::Source { REACH } else { REACH_OF_ADDED };
    if mention.is_territory && has_country_of(view, side, mention, REACH_OF_COUNTRY) {
        return true;
    }
    view.around(reach).any(|bead| {
        let is_like = || {
            let words = Words::without_places(&bead, other);
            names.iter().any(|name| words.likeness(name, view.language(side)) > SURELY_SAME)
        };
        let again = || {
            let here = fold(bead.text(side));
            names.iter().any(|name| here.contains(stem(&fold(name))))
        };
        bead.terms().side(other).iter().any(|term| mention.concepts.contains(&term.concept))
            || is_like()
            || !strange.is_empty()
                && again()
                && strange_words(&bead, other)
                    .iter()
                    .any(|word| strange.iter().any(|one| are_one(one, word)))
    })
}

/// Whether a bead within `reach` has the country of a mention on the other side.
fn has_country_of(view: &BeadView<'_>, side: Side, mention: &Mention, reach: usize) -> bool {
    let mut near = view.around(reach);
    near.any(|bead| Words::of(&bead, side.other()).has_country_of(view, side, mention))
}

/// Whether the article has a name of this side on the other side too, if not here: its reader knows
/// who is meant where it is left to the context. A country is not, where another stands instead.
pub(super) fn is_known_in_article(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    if mention.is_territory {
        let names_no_other = has_all_places(view, side);
        return names_no_other && has_country_of(view, side, mention, REACH_OF_ARTICLE);
    }
    let (text, language) = (view.document_text(side), view.language(side));
    view.around(REACH_OF_ARTICLE).any(|bead| {
        let there = Words::of(&bead, side.other());
        let mut names = mention.words.iter().map(|span| span.of(text));
        names.any(|name| there.likeness(name, language) > SURELY_SAME)
    })
}

/// A name without what a genitive adds.
fn stem(name: &str) -> &str {
    name.strip_suffix("'s").unwrap_or(name).trim_end_matches(['s', '\'', '’'])
}

/// The words of a side that may be names, as skeletons.
fn strange_words(view: &BeadView<'_>, side: Side) -> Vec<Vec<Skeleton>> {
    let (text, language) = (view.document_text(side), view.language(side));
    let mentions = mentions(view, side);
    let words = mentions.iter().flat_map(|mention| mention.words.iter());
    words.map(|span| Skeleton::alternatives(span.of(text), language)).collect()
}

/// Whether two words of one language are one, particles and endings aside.
fn are_one(a: &[Skeleton], b: &[Skeleton]) -> bool {
    a.iter().any(|one| one.len() >= 2 && b.contains(one))
}

/// The names of each side that the other does not give, in text order.
pub(super) fn unnamed(view: &BeadView<'_>) -> Pair<Vec<Mention>> {
    if view.bead().is_null() {
        return Pair::default();
    }
    let candidates = Pair::from_fn(|side| {
        let mut names = mentions(view, side);
        names.retain(|mention| mention.certainty > Certainty::Unknown);
        names
    });
    let mut proper = Pair::from_fn(|side| proper::unmet(view, side));
    if Side::BOTH
        .iter()
        .all(|&side| candidates.side(side).is_empty() && proper.side(side).is_empty())
    {
        return Pair::default();
    }
    let sides = Pair::from_fn(|side| Words::of(view, side));
    Pair::from_fn(|side| {
        let other = sides.side(side.other());
        let text = view.document_text(side);
        let likeness = |mention: &Mention| {
            if other.has_place_of(view, side, mention) {
                return f64::INFINITY;
            }
            let whole = mention.span.of(text);
            if other.has_initials(whole) || other.has_last_of(whole) {
                return f64::INFINITY;
            }
            let joined: String = whole.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
            let words = mention.words.iter().map(|span| span.of(text)).chain([joined.as_str()]);
            let odds = words.map(|word| other.likeness(word, view.language(side)));
            odds.fold(f64::NEG_INFINITY, f64::max)
        };
        let candidates = candidates.side(side);
        let is_new = |one: &Mention| !candidates.iter().any(|other| one.span.overlaps(other.span));
        let written = candidates.iter().filter(|mention| likeness(mention) < bar(view, mention));
        let written = written.filter(|mention| !is_translated(view, side, mention)).cloned();
        let mut unnamed: Vec<Mention> = written.collect();
        unnamed.extend(std::mem::take(proper.side_mut(side)).into_iter().filter(is_new));
        unnamed.sort_by_key(|mention| mention.span);
        unnamed
    })
}

/// The words of a side that may be names for all that is known, and that nothing on the other side
/// corresponds to. In scripts without capitals every word may be.
pub(super) fn strangers(view: &BeadView<'_>, side: Side) -> Vec<Mention> {
    let (text, language) = (view.document_text(side), view.language(side));
    if !matches!(language.script, Script::Hebrew | Script::Arabic) {
        return Vec::new();
    }
    let mut strangers = mentions(view, side);
    strangers.retain(|mention| mention.certainty == Certainty::Unknown);
    if strangers.is_empty() {
        return strangers;
    }
    let units = &view.correspondence().units;
    let other = Words::without_places(view, side.other());
    let is_met = |word: Span| {
        let mut units = units.side(side).iter().filter(|unit| unit.span.overlaps(word));
        units.any(|unit| unit.has_counterpart)
            || other.likeness(word.of(text), language) >= OF_ONE_SOUND
    };
    strangers.retain(|mention| !mention.words.iter().all(|&word| is_met(word)));
    strangers
}

/// Log odds from which a word of the other side is taken for a word of a name.
fn bar(view: &BeadView<'_>, mention: &Mention) -> f64 {
    let is_one_script = view.language(Side::Source).script == view.language(Side::Target).script;
    let is_short = mention.words.iter().all(|word| word.len() <= SHORT);
    match mention.words.len() {
        _ if is_one_script && is_short => ALIKE_IF_SHORT,
        _ if is_one_script => ALIKE,
        1 => OF_ONE_SOUND,
        _ => OF_ONE_SOUND_IN_PART,
    }
}

/// The places that a side names: as a country, a people or a city.
fn places_of(view: &BeadView<'_>, side: Side) -> Vec<Place> {
    places(view.text(side), view.language(side))
}

/// Whether a side names every place that the other side names.
pub(super) fn has_all_places(view: &BeadView<'_>, side: Side) -> bool {
    let here = places_of(view, side);
    places_of(view, side.other()).iter().all(|place| here.contains(place))
}

/// Whether a side names every city that the other side names as it stands.
pub(super) fn has_all_cities(view: &BeadView<'_>, side: Side) -> bool {
    let here = places_of(view, side);
    let language = view.language(side.other());
    words(view.text(side.other())).filter(|(_, word)| is_city(word, language)).all(|(_, city)| {
        let names = places(city, language);
        names.is_empty() || names.iter().any(|place| here.contains(place))
    })
}

/// Whether a side names a city of a country.
pub(super) fn has_city_of(view: &BeadView<'_>, side: Side, country: &str) -> bool {
    places_of(view, side).iter().any(|place| is_in(place, country))
}

/// Whether the other side renders the words that a name ends in and that are no names themselves,
/// one for each that is: "Judiciary Committee". A title before a name says nothing of the name.
fn is_translated(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let Some(last) = mention.words.last().filter(|last| last.end < mention.span.end) else {
        return false;
    };
    let words = view.correspondence();
    let rendered = words.units.side(side).iter().filter(|unit| {
        unit.role != Role::Function
            && unit.has_counterpart
            && mention.span.contains(unit.span)
            && unit.span.start >= last.end
    });
    rendered.count() >= mention.words.len()
}
