//! The phrases of the clock of a language, compiled for look-up.

use rustc_hash::FxHashSet;

use super::phrases::{Phrases, cells, parts};
use crate::lang::clock::ClockWords;
use crate::lang::{HalfDay, Language};

/// What may stand around a time of day.
pub(super) struct ClockPhrases {
    /// Before a time, and making it one: "klokken".
    pub heads: Phrases<()>,
    /// Before a time and much else: "at".
    pub near: Phrases<()>,
    /// Behind an hour: "o'clock".
    pub hours: Phrases<()>,
    /// Behind a time, as written in the table, with what they say of it: "in the afternoon".
    pub said: Phrases<(&'static str, HalfDay)>,
    /// Words that may follow a time, and do not follow a number that counts something.
    pub followers: FxHashSet<&'static str>,
}

impl ClockPhrases {
    pub fn of(language: &Language) -> ClockPhrases {
        let words = ClockWords::of(language);
        let plain = |text| cells([((), text)].into_iter());
        let said = language.numerals.clock_after.iter();
        let said = said
            .flat_map(|(half, text)| parts(text).map(|phrase| (phrase.into(), (phrase, *half))));
        ClockPhrases {
            heads: Phrases::by_last(plain(words.heads)),
            near: Phrases::by_last(plain(words.near)),
            hours: Phrases::by_first(plain(words.hours)),
            said: Phrases::by_first(said.collect()),
            followers: words.followers.split_whitespace().collect(),
        }
    }
}
