//! Facts that hold in every language: units, and the names that the CLDR gives to things.

pub mod cldr;
pub mod lexicon;
pub mod units;
