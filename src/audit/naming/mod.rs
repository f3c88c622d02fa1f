//! Which names of one side of a bead the other side gives, in whatever script.
//!
//! Method: every word of a name is compared with every word of the other side by
//! [`skeleton`](crate::anchor::skeleton); places meet by code. A name of several words is given
//! when one of them is. Complexity: names times words of a bead. Weakness: a translated name meets
//! nothing, so words of the lexicon count as no names.

use super::BeadView;
use super::correspondence::{Correspondence, Role};
use crate::anchor::skeleton::{Skeleton, word_log_odds};
use crate::anchor::{Name, Value};
use crate::lang::Script;
use crate::lang::words::{fold, words};
use crate::pair::{Pair, Side};

mod mention;
mod place;

use mention::mentions;
pub(super) use mention::{Certainty, Mention};
use place::{Place, places};

/// A name that the other side does not give.
#[derive(Clone, Debug)]
pub(super) struct Unnamed {
    pub mention: Mention,
    /// Log odds of the word of the other side that is most like a word of it.
    pub likeness: f64,
}

/// Log odds from which two words are taken for one name.
const SAME: f64 = 0.0;

/// Log odds from which that is taken of words of other beads, of which there are many.
const SURELY_SAME: f64 = 5.0;

/// How many beads before and behind are looked at for a name.
const REACH: usize = 20;

/// First letters that two words of one script must share to be parts of one name.
const SHARED: usize = 5;

/// Whether a name of the document stands near by on both sides, so that one of them may leave it to
/// a pronoun here, or the other side only has it in another bead; or whether the other side writes
/// it in a way of its own, so that one strange word stands beside it in two beads.
pub(super) fn is_about(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let text = view.document_text(side);
    let other = side.other();
    let names: Vec<&str> = mention.words.iter().map(|span| span.of(text)).collect();
    let strange = strange_words(view, other);
    view.around(REACH).any(|bead| {
        let words = Words::of(&bead, other);
        let again = || {
            let here = fold(bead.text(side));
            names.iter().any(|name| here.contains(stem(&fold(name))))
        };
        names.iter().any(|name| words.likeness(name, &bead, side) > SURELY_SAME)
            || !strange.is_empty()
                && again()
                && strange_words(&bead, other)
                    .iter()
                    .any(|word| strange.iter().any(|one| are_one(one, word)))
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
pub(super) fn unnamed(view: &BeadView<'_>) -> Pair<Vec<Unnamed>> {
    if view.bead().is_null() {
        return Pair::default();
    }
    let candidates = Pair::from_fn(|side| {
        let mut names = mentions(view, side);
        names.retain(|mention| mention.certainty > Certainty::Unknown);
        names
    });
    if candidates.source.is_empty() && candidates.target.is_empty() {
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
            if other.has_initials(whole) {
                return f64::INFINITY;
            }
            let joined: String = whole.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
            let words = mention.words.iter().map(|span| span.of(text)).chain([joined.as_str()]);
            words.map(|word| other.likeness(word, view, side)).fold(f64::NEG_INFINITY, f64::max)
        };
        candidates
            .side(side)
            .iter()
            .map(|mention| Unnamed { mention: mention.clone(), likeness: likeness(mention) })
            .filter(|unnamed| unnamed.likeness < SAME && !is_translated(view, side, unnamed))
            .collect()
    })
}

/// Whether a side lacks a place that the other side names, as a country, a people or a city.
pub(super) fn lacks_a_place(view: &BeadView<'_>, side: Side) -> bool {
    let named = |side: Side| places(view.text(side), view.language(side));
    let here = named(side);
    named(side.other()).iter().any(|place| !here.contains(place))
}

/// Whether the other side renders the word that a name ends in and that is no name itself:
/// "Judiciary Committee". A title before a name says nothing of the name.
fn is_translated(view: &BeadView<'_>, side: Side, unnamed: &Unnamed) -> bool {
    let mention = &unnamed.mention;
    let Some(last) = mention.words.last().filter(|last| last.end < mention.span.end) else {
        return false;
    };
    let words = Correspondence::of(view);
    words.units.side(side).iter().any(|unit| {
        unit.role != Role::Function
            && unit.has_counterpart
            && mention.span.contains(unit.span)
            && unit.span.start >= last.end
    })
}

/// A side of a bead, ready to be asked for names.
struct Words<'a> {
    words: Vec<Word>,
    places: Vec<Place>,
    territories: Vec<&'a str>,
    script: Script,
}

struct Word {
    folded: String,
    skeletons: Vec<Skeleton>,
    /// Log odds by which it is rather an ordinary word.
    ordinary: f64,
}

/// Log odds by which a word of the lexicon is rather itself than a name of like sound.
const ORDINARY: f64 = 4.0;

impl<'a> Words<'a> {
    fn of(view: &BeadView<'a>, side: Side) -> Words<'a> {
        let (text, language) = (view.text(side), view.language(side));
        let all: Vec<&str> = words(text).map(|(_, word)| word).collect();
        let read = |word: &str| Word {
            folded: fold(word),
            skeletons: Skeleton::alternatives(word, language),
            ordinary: if mention::is_word(word, language) { ORDINARY } else { 0.0 },
        };
        let mut words: Vec<_> = all.iter().map(|word| read(word)).collect();
        // One side may write as two words what the other writes as one.
        let is_name = |word: &&str| !word.starts_with(char::is_lowercase);
        let joined = all.windows(2).filter(|two| two.iter().all(is_name));
        words.extend(joined.map(|two| read(&two.concat())));
        let territories =
            view.anchors().side(side).iter().filter_map(|anchor| match anchor.value {
                Value::Name(Name::Territory(code)) => Some(code),
                _ => None,
            });
        Words {
            words,
            places: places(text, language),
            territories: territories.collect(),
            script: language.script,
        }
    }

    /// Log odds of the word most like a name that stands on `side`.
    fn likeness(&self, name: &str, view: &BeadView<'_>, side: Side) -> f64 {
        let language = view.language(side);
        let forms = Skeleton::alternatives(name, language);
        let folded = fold(name);
        let prefix: Option<String> = (language.script == self.script
            && folded.chars().count() >= SHARED)
            .then(|| folded.chars().take(SHARED).collect());
        let odds = self.words.iter().map(|word| {
            if prefix.as_ref().is_some_and(|prefix| word.folded.starts_with(prefix.as_str())) {
                return f64::INFINITY;
            }
            word_log_odds(&forms, &word.skeletons) - word.ordinary
        });
        odds.fold(f64::NEG_INFINITY, f64::max)
    }

    /// Whether the initials of a name of several words stand here, "PNG".
    fn has_initials(&self, name: &str) -> bool {
        let initials: String =
            words(name).filter_map(|(_, word)| word.chars().next()).collect::<String>();
        initials.chars().count() >= 3
            && self.words.iter().any(|word| word.folded.starts_with(&fold(&initials)))
    }

    /// Whether a place that a mention on `side` names is named here.
    fn has_place_of(&self, view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
        let named = mention.span.of(view.document_text(side));
        let anchors = view.anchors();
        let codes = anchors.side(side).iter().filter_map(|anchor| match anchor.value {
            Value::Name(Name::Territory(code)) if anchor.span.overlaps(mention.span) => Some(code),
            _ => None,
        });
        let is_here =
            |place: &&'static str| self.places.contains(place) || self.territories.contains(place);
        codes.into_iter().any(|code| is_here(&code))
            || places(named, view.language(side)).iter().any(is_here)
    }
}
