//! *targum* (Hebrew and Aramaic: "translation") turns two renderings of one article into a
//! sentence-aligned parallel corpus and an audit of where the renderings diverge.
//!
//! Data flows one way through six stages, each a function that borrows what the earlier ones made:
//!
//! ```
//! use targum::align;
//! use targum::audit::{self, audit};
//! use targum::bitext::Bitext;
//! use targum::format::{Layout, parse, tsv};
//! use targum::lang::Language;
//! use targum::pair::Pair;
//! use targum::rendering::Rendering;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Read.
//! let hebrew = "המגדלור נבנה בשנת 1912. גובהו 24 מטרים, והוא מאיר עד היום.";
//! let norwegian = "Fyret ble bygget i 1912. Det er 42 meter høyt og lyser ennå.";
//! let open = |text: &str, code| {
//!     parse(text.to_owned(), Layout::Article, Some(Language::from_tag(code)?), "--lang")
//! };
//! let documents = Pair::new(open(hebrew, "he")?.document, open(norwegian, "nb")?.document);
//!
//! // Segment and anchor each side, then align the two.
//! let renderings = documents.map(Rendering::new);
//! let bitext = Bitext::align(renderings, &align::Options::default());
//! assert_eq!(bitext.alignment.beads().len(), 2);
//!
//! // Audit: 24 metres on one side, 42 on the other.
//! let findings = audit(&bitext, &audit::Options::default());
//! assert_eq!(findings.len(), 1);
//! println!("{}", findings[0].message);
//!
//! // Write the corpus.
//! let mut corpus = Vec::new();
//! tsv::write(&bitext, &mut corpus)?;
//! # Ok(())
//! # }
//! ```
//!
//! | stage | module | product |
//! |---|---|---|
//! | read | [`mod@format`] | [`document::Document`]: visible text, blocks, language |
//! | segment | [`segment`] | [`segment::Segment`]: sentences, headings, list items |
//! | anchor | [`anchor`] | [`anchor::Anchor`], [`anchor::Term`]: what translation leaves unchanged |
//! | align | [`align`](mod@align) | [`align::Alignment`]: beads, each with a probability |
//! | audit | [`audit`](mod@audit) | [`audit::Finding`]: where the renderings diverge |
//! | write | [`mod@format`], [`report`] | a corpus, a report |
//!
//! Library code does not print and does not panic on any text; [`error::Error`] says what was
//! expected, what was found and where. The same input gives the same output, whatever the number of
//! threads.

pub mod align;
pub mod anchor;
pub mod audit;
pub mod bitext;
pub mod digest;
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
