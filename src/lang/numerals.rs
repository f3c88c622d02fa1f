use super::{Comparator, Dosing};

/// How a language writes numbers, quantities and dates.
///
/// Where a field holds words in one string, a space stands between two words; where it holds
/// phrases, `|` does. Everything is in lower case and is matched so, unless said otherwise. Month,
/// weekday, unit and currency names come from the CLDR first; the fields here add to them.
#[derive(Clone, Copy)]
pub struct Numerals {
    /// Value and words of 0 to 19, the tens, and irregular hundreds and thousands.
    pub cardinals: &'static [(u64, &'static str)],
    /// Rank and words.
    pub ordinals: &'static [(u64, &'static str)],
    /// Denominator and words: "half", "thirds".
    pub fractions: &'static [(u64, &'static str)],
    /// Words that multiply what stands before them: "hundred", "dozen", "million".
    pub scales: &'static [(u64, &'static str)],
    /// Words for an order of magnitude: "hundreds (of)".
    pub vague: &'static [(u64, &'static str)],
    /// Factor and words: "double".
    pub multiples: &'static [(u64, &'static str)],
    /// Count, unit and words of units that carry their number: "twice".
    pub counted: &'static [(u64, &'static str, &'static str)],
    /// Words of the above that are something else so often that their absence on the other side
    /// says nothing. Words for one and the first ranks are weak without being listed.
    pub weak: &'static str,
    /// Words for "both": two, but weak.
    pub both: &'static str,
    /// Definite articles; "the two" is as weak as "both".
    pub definite: &'static str,
    /// Words for one and a half.
    pub one_and_a_half: &'static str,
    /// Words after which a number word is a verb: "å tre".
    pub infinitive: &'static str,
    /// Words between the parts of a number: "and". In Hebrew and Arabic it is a letter before the
    /// last part, see `prefixes`.
    pub joiners: &'static str,
    /// Articles that may stand between "half" and "million", or after "and" and before "half".
    pub articles: &'static str,
    /// Letters that stand before a word without a space: Hebrew "in", "the", "and".
    pub prefixes: &'static str,
    /// How number words are written together.
    pub compounds: Compounds,
    /// What may be glued or hyphened to a number and means a unit ("-årig", "-jährig": year) or,
    /// under the names `decade`, `fold`, `ordinal` and `rank`, something else.
    pub suffixes: &'static [(&'static str, &'static str)],
    /// Phrases before a number.
    pub comparators: &'static [(Comparator, &'static str)],
    /// Phrases after a number or its unit.
    pub comparators_after: &'static [(Comparator, &'static str)],
    /// Words between the ends of a range: "to".
    pub to: &'static str,
    /// Words before the first end and between the two: "between" and "and".
    pub between: &'static [(&'static str, &'static str)],
    /// Words before the denominator of a rate: "per", "a".
    pub per: &'static str,
    /// Unit and phrases that mean "per unit": "daily".
    pub rates: &'static [(&'static str, &'static str)],
    /// Unit and phrases, beyond those of the CLDR.
    pub units: &'static [(&'static str, &'static str)],
    /// Phrases before a number that make it an age in years.
    pub ages: &'static str,
    /// Month and words, beyond those of the CLDR.
    pub months: &'static [(u8, &'static str)],
    /// Weekday from 1 (Monday) and phrases, beyond those of the CLDR.
    pub weekdays: &'static [(u8, &'static str)],
    /// Month and weekday names that count only with a capital.
    pub capitalised: bool,
    /// Words between day, month and year: "of", "de".
    pub of: &'static str,
    /// Order of day and month in dates such as 5/7/2018.
    pub order: DateOrder,
    /// Words that make a number after them a time of day: "kl.".
    pub clock_before: &'static str,
    /// Words that do so if a unit of time follows the number: "om 15 uur".
    pub clock_near: &'static str,
    /// Words after a time of day, and what they say about the half of the day.
    pub clock_after: &'static [(HalfDay, &'static str)],
    /// Words for a century.
    pub century: &'static str,
    /// Phrases before a decade: "années".
    pub decade_before: &'static str,
    /// Phrases after a decade.
    pub decade_after: &'static str,
    /// Decade and words: "nineties".
    pub decades: &'static [(u64, &'static str)],
    /// The sign for "minus", in words.
    pub minus: &'static str,
    /// Words before a scale word that leave open how many: "several thousand".
    pub quantifiers: &'static [&'static str],
    /// Ends of words that are a number and a half: "einhalb".
    pub halves: &'static [&'static str],
    /// The word for three quarters.
    pub three_quarters: &'static str,
    /// Words for a half that is a share of something, and adds to nothing: "halvparten".
    pub shares: &'static [&'static str],
    /// How often, and per what.
    pub dosing: Dosing,
}

/// How number words are written together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compounds {
    /// They are not.
    None,
    /// Tens before units: "tjugofem".
    Ordered,
    /// Units may come before tens, with one of these between: "fünfundzwanzig".
    Inverted(&'static [&'static str]),
}

/// Order of day and month in dates of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 30/9/2018.
    DayFirst,
    /// Either; 9/30/2018 where only that makes sense, the day first otherwise.
    Either,
}

/// What a word after a time of day says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfDay {
    /// That it is a time of day.
    Unsaid,
    /// That it is before noon.
    Morning,
    /// That it is after noon.
    Afternoon,
    /// That it is at night: before midnight from six on, after it up to six.
    Night,
}

impl Numerals {
    /// No data: digits only.
    pub const NONE: Numerals = Numerals {
        cardinals: &[],
        ordinals: &[],
        fractions: &[],
        scales: &[],
        vague: &[],
        multiples: &[],
        counted: &[],
        weak: "",
        both: "",
        definite: "",
        one_and_a_half: "",
        infinitive: "",
        joiners: "",
        articles: "",
        prefixes: "",
        compounds: Compounds::None,
        suffixes: &[],
        comparators: &[],
        comparators_after: &[],
        to: "",
        between: &[],
        per: "per",
        rates: &[],
        units: &[],
        ages: "",
        months: &[],
        weekdays: &[],
        capitalised: false,
        of: "",
        order: DateOrder::DayFirst,
        clock_before: "",
        clock_near: "",
        clock_after: &[],
        century: "",
        decade_before: "",
        decade_after: "",
        decades: &[],
        minus: "minus",
        quantifiers: &[],
        halves: &[],
        three_quarters: "",
        shares: &[],
        dosing: Dosing::NONE,
    };
}
