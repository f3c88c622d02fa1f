//! Facts that hold in every language: units, and the names that the CLDR gives to things.

pub mod acronyms;
pub mod cldr;
pub mod elements;
pub mod inn;
pub mod letters;
pub mod lexicon;
pub mod places;
pub mod units;
