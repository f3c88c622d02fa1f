//! Renders findings, one file per format.

pub mod json;
pub mod text;
