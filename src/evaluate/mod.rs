//! Scores what the library produces against gold.

pub mod alignment;
pub mod boundary;
