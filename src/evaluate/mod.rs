//! Scores what the library produces against gold.

pub mod boundary;
