//! How languages say how often something comes back and what a dose is taken per.

/// Words and phrases of dosing, in lower case; each list may be empty.
#[derive(Clone, Copy)]
pub struct Dosing {
    /// Words for "every" before an ordinal: "every third day".
    pub every: &'static [&'static str],
    /// Phrases for "every" before a number of units of time, beside `every`: "alle 8 Stunden".
    pub every_so_many: &'static [&'static str],
    /// Words that are "every other" in one: "annenhver".
    pub every_other: &'static [&'static str],
    /// Phrases before a unit of time that say "every other" without a word that counts.
    pub every_other_phrases: &'static [&'static str],
    /// Whether those phrases say so always: Dutch "om de dag" is also "for the day".
    pub every_other_is_sure: bool,
    /// First words of phrases that say that something comes back wherever they stand: "per day", but
    /// not "a day".
    pub each: &'static [&'static str],
    /// What stands between one and a number of units of time: "un jour sur deux".
    pub one_in: &'static str,
    /// The letter for a day behind a slash.
    pub day_sign: &'static str,
    /// Phrases for the body that a dose is taken per kilogram of.
    pub body_weight: &'static [&'static str],
    /// Phrases that count international units before the name of what is measured by them.
    pub activity: &'static [&'static str],
}

impl Dosing {
    /// No data.
    pub const NONE: Dosing = Dosing {
        every: &[],
        every_so_many: &[],
        every_other: &[],
        every_other_phrases: &[],
        every_other_is_sure: true,
        each: &["per"],
        one_in: "",
        day_sign: "d",
        body_weight: &[],
        activity: &[],
    };
}
