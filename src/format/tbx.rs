//! TermBase eXchange (ISO 30042), versions 2 and 3, in the styles DCA and DCT: terms and whether they
//! may be used.
//!
//! Read: `termEntry` or `conceptEntry`, their languages, each term, and its administrative or
//! normative status; a deprecated or superseded term is forbidden. Definitions, contexts, grammar and
//! cross-references are passed over, and so are languages that targum does not know.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{attribute, cut_off, malformed, resolve};
use crate::error::{Error, Result};
use crate::knowledge::terminology::{Designation, Status, Terminology};
use crate::lang::Language;

/// Reads the terms of a termbase.
///
/// # Errors
/// Where the XML is malformed or ends early, or when it is no TBX.
pub fn read(raw: &str) -> Result<Terminology> {
    let mut reader = Reader::from_str(raw);
    let mut scanner = Scanner::default();
    let mut open: Vec<String> = Vec::new();
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader
            .read_event()
            .map_err(|error| malformed(raw, reader.error_position() as usize, error))?;
        match event {
            Event::Start(tag) => {
                let name = local(&tag).to_owned();
                scanner.open(&tag, &name);
                open.push(name);
            }
            Event::End(_) => {
                if let Some(name) = open.pop() {
                    scanner.close(&name);
                }
            }
            Event::Text(text) => scanner.text.push_str(&text),
            Event::CData(text) => scanner.text.push_str(&text),
            Event::GeneralRef(reference) => {
                scanner.text.push_str(&resolve(&reference, raw, start)?);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match open.last() {
        Some(element) => Err(cut_off(raw, element)),
        None if scanner.is_tbx => Ok(scanner.terminology.prescribed()),
        None => Err(Error::expected("a <tbx> or <martif> element", "none")),
    }
}

/// The name of an element without its namespace prefix.
fn local<'t>(tag: &'t BytesStart<'_>) -> &'t str {
    let name = tag.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

#[derive(Default)]
struct Scanner {
    terminology: Terminology,
    is_tbx: bool,
    /// Entries so far, for those without an id.
    entries: usize,
    entry: String,
    language: Option<&'static Language>,
    term: Option<String>,
    status: Status,
    /// Whether the element at hand gives a status.
    is_status: bool,
    text: String,
}

impl Scanner {
    fn open(&mut self, tag: &BytesStart<'_>, name: &str) {
        match name {
            "tbx" | "martif" => self.is_tbx = true,
            "termEntry" | "conceptEntry" => {
                self.entries += 1;
                let id = attribute(tag, &["id", "xml:id"]);
                self.entry = id.unwrap_or_else(|| format!("entry {}", self.entries));
            }
            "langSet" | "langSec" => {
                let language = attribute(tag, &["xml:lang", "lang"]).unwrap_or_default();
                self.language = Language::from_tag(&language).ok();
            }
            "tig" | "ntig" | "termSec" => {
                (self.term, self.status) = (None, Status::default());
            }
            // Markup inside a term does not end it.
            "hi" | "foreign" | "sub" | "sup" => return,
            "termNote" | "descrip" => {
                let kind = attribute(tag, &["type"]).unwrap_or_default();
                self.is_status = is_status(&kind);
            }
            other => self.is_status = is_status(other),
        }
        self.text.clear();
    }

    fn close(&mut self, name: &str) {
        match name {
            "term" => self.term = Some(std::mem::take(&mut self.text)),
            "tig" | "ntig" | "termSec" => {
                if let (Some(language), Some(term)) = (self.language, self.term.take()) {
                    let designation = Designation { language, term, status: self.status };
                    self.terminology.add(&self.entry, designation);
                }
            }
            "langSet" | "langSec" => self.language = None,
            "hi" | "foreign" | "sub" | "sup" => {}
            _ if std::mem::take(&mut self.is_status) => self.status = status(&self.text),
            _ => {}
        }
    }
}

fn is_status(category: &str) -> bool {
    matches!(category, "administrativeStatus" | "normativeAuthorization")
}

/// The status that a value such as `deprecatedTerm-admn-sts` gives.
fn status(value: &str) -> Status {
    if value.contains("deprecated") || value.contains("superseded") {
        Status::Forbidden
    } else if value.contains("preferred") {
        Status::Preferred
    } else {
        Status::Admitted
    }
}
