//! *targum* turns two renderings of one article into a sentence-aligned parallel corpus and an
//! audit of where the renderings diverge.

pub mod align;
pub mod anchor;
pub mod audit;
pub mod bitext;
pub mod document;
pub mod error;
pub mod evaluate;
pub mod format;
pub mod knowledge;
pub mod lang;
pub mod pair;
pub mod rational;
pub mod rendering;
pub mod report;
pub mod segment;
pub mod span;
