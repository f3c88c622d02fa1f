//! Facts that hold in every language: units, and the names that the CLDR gives to things.

pub mod acronyms;
pub mod cldr;
pub mod contrasts;
pub mod elements;
pub mod emergency;
pub(crate) mod index;
pub mod inn;
pub mod laterality;
pub mod letters;
pub mod lexicon;
pub mod litotes;
pub mod negation;
mod nynorsk;
pub mod peoples;
pub mod places;
mod privation;
mod tables;
pub mod termbase;
pub mod terminology;
pub mod units;
pub mod zones;

pub use tables::{TABLES, Table};

/// The code under which our own tables have a language: Nynorsk is with Bokmål.
fn column(code: &str) -> &str {
    if code == "nn" { "nb" } else { code }
}
