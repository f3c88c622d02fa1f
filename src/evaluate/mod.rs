//! Scores what the library produces against gold.

pub mod alignment;
pub mod answer_key;
pub mod boundary;
pub mod standoff;
