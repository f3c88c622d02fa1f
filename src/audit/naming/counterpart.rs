//! The words of one side of a bead, ready to be asked for the names of the other.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::mention::{self, Mention};
use super::place::{Place, are_one_place, places};
use super::stem;
use crate::anchor::skeleton::{Skeleton, word_log_odds};
use crate::anchor::{Name, Value};
use crate::audit::BeadView;
use crate::knowledge::cldr;
use crate::lang::memo::Memo;
use crate::lang::words::{fold, words};
use crate::lang::{Language, Script};
use crate::pair::Side;
use crate::span::Span;

/// First letters that two words of one script must share to be parts of one name; one less where
/// the name is so short that an ending takes its last letter, as in "Texas" and "texanisch".
const SHARED: usize = 5;

/// Log odds by which a word of the lexicon is rather itself than a name of like sound.
const ORDINARY: f64 = 4.0;

/// A side of a bead.
pub(super) struct Words<'a> {
    words: Vec<Rc<Word>>,
    /// Words that the other side of the bead has as they are, so that they are no other name's.
    taken: BTreeSet<String>,
    /// Words with a capital, as they are.
    capitals: BTreeSet<String>,
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

impl Word {
    fn of(word: &str, language: &'static Language) -> Rc<Word> {
        thread_local! {
            static KNOWN: RefCell<Memo<Rc<Word>>> = const { RefCell::new(Memo::EMPTY) };
        }
        let read = || Word {
            folded: fold(word),
            skeletons: Skeleton::alternatives(word, language),
            ordinary: if mention::is_word(word, language) { ORDINARY } else { 0.0 },
        };
        Memo::of(&KNOWN, word, language, || Rc::new(read()))
    }
}

impl<'a> Words<'a> {
    /// The words of `side` and the places that it names.
    pub(super) fn of(view: &BeadView<'a>, side: Side) -> Words<'a> {
        let territories =
            view.anchors().side(side).iter().filter_map(|anchor| match anchor.value {
                Value::Name(Name::Territory(code)) => Some(code),
                _ => None,
            });
        Words {
            territories: territories.collect(),
            places: places(view.text(side), view.language(side)),
            ..Words::without_places(view, side)
        }
    }

    /// The words of `side`, to be asked for [`Words::likeness`] alone.
    pub(super) fn without_places(view: &BeadView<'a>, side: Side) -> Words<'a> {
        let (text, language) = (view.text(side), view.language(side));
        let mut taken = BTreeSet::new();
        if view.language(side.other()).script == language.script {
            taken.extend(words(view.text(side.other())).map(|(_, word)| fold(word)));
        }
        Words { taken, ..Words::of_text(text, language) }
    }

    /// The words of a text alone.
    pub(super) fn of_text(text: &str, language: &'static Language) -> Words<'a> {
        let all: Vec<&str> = words(text).map(|(_, word)| word).collect();
        let mut words: Vec<_> = all.iter().map(|word| Word::of(word, language)).collect();
        // One side may write as two words what the other writes as one.
        let is_name = |word: &&str| !word.starts_with(char::is_lowercase);
        let joined = all.windows(2).filter(|two| two.iter().all(is_name));
        words.extend(joined.map(|two| Word::of(&two.concat(), language)));
        let capitals = all.iter().filter(|word| word.starts_with(char::is_uppercase));
        Words {
            words,
            capitals: capitals.map(|word| (*word).to_owned()).collect(),
            taken: BTreeSet::new(),
            places: Vec::new(),
            territories: Vec::new(),
            script: language.script,
        }
    }

    /// Log odds of the word most like a name in `language`.
    pub(super) fn likeness(&self, name: &str, language: &'static Language) -> f64 {
        let forms = Skeleton::alternatives(name, language);
        let folded = fold(name);
        let letters = folded.chars().count();
        let is_one_script = language.script == self.script;
        let shared = if letters == SHARED { SHARED - 1 } else { SHARED };
        let prefix: Option<String> =
            (is_one_script && letters >= shared).then(|| folded.chars().take(shared).collect());
        let odds = self.words.iter().map(|word| {
            let begins_alike =
                prefix.as_ref().is_some_and(|prefix| word.folded.starts_with(prefix.as_str()));
            if begins_alike || is_one_script && stem(&word.folded) == stem(&folded) {
                return f64::INFINITY;
            }
            if self.taken.contains(&word.folded) {
                return f64::NEG_INFINITY;
            }
            word_log_odds(&forms, &word.skeletons) - word.ordinary
        });
        odds.fold(f64::NEG_INFINITY, f64::max)
    }

    /// Whether the last word of a name stands here as it is, with its capital, however short: May for
    /// Theresa May.
    pub(super) fn has_last_of(&self, name: &str) -> bool {
        const SHORTEST: usize = 3;
        words(name).last().is_some_and(|(_, last)| {
            last.starts_with(char::is_uppercase)
                && last.chars().count() >= SHORTEST
                && self.capitals.contains(last)
        })
    }

    /// Whether the initials of a name of several words stand here, "PNG".
    pub(super) fn has_initials(&self, name: &str) -> bool {
        let initials: String =
            words(name).filter_map(|(_, word)| word.chars().next()).collect::<String>();
        initials.chars().count() >= 3
            && self.words.iter().any(|word| word.folded.starts_with(&fold(&initials)))
    }

    /// Whether a country that a mention on `side` of `view` names is named here: by its name, its people
    /// or the initials of its English name.
    pub(super) fn has_country_of(
        &self,
        view: &BeadView<'_>,
        side: Side,
        mention: &Mention,
    ) -> bool {
        territories(view, side, mention.span).any(|code| {
            self.places.contains(&code)
                || self.territories.contains(&code)
                || english_name(code).is_some_and(|name| self.has_initials(name))
        })
    }

    /// Whether a place that a mention on `side` of `view` names is named here; or the country of a
    /// city, or the city of a country, which the side of the mention does not name beside it.
    pub(super) fn has_place_of(&self, view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
        if self.has_country_of(view, side, mention) {
            return true;
        }
        let language = view.language(side);
        let codes = territories(view, side, mention.span);
        let mentioned: Vec<&str> =
            codes.chain(places(mention.span.of(view.document_text(side)), language)).collect();
        let here = || self.places.iter().chain(&self.territories);
        let beside = places(view.text(side), language);
        mentioned.iter().any(|&place| {
            here().any(|&other| {
                place == other || are_one_place(place, other) && !beside.contains(&other)
            })
        })
    }
}

fn english_name(country: &str) -> Option<&'static str> {
    let cell = cldr::by_column(cldr::TERRITORIES, "en").find(|(code, _)| *code == country)?.1;
    cldr::forms(cell).next()
}

/// The countries named at a place of a side, by code.
pub(in crate::audit) fn territories<'a>(
    view: &BeadView<'a>,
    side: Side,
    span: Span,
) -> impl Iterator<Item = &'static str> + use<'a> {
    let anchors = view.anchors().side(side).iter();
    anchors.filter_map(move |anchor| match anchor.value {
        Value::Name(Name::Territory(code)) if anchor.span.overlaps(span) => Some(code),
        _ => None,
    })
}
