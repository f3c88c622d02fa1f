//! What the XML formats share: attributes, references, and what is said of broken XML.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart};

use crate::error::Error;
use crate::error::Result;
use crate::span::LineIndex;

/// The value of the first attribute that is there, references resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let attribute = tag.try_get_attribute(name).ok()??;
        Some(attribute.value.into_owned())
    })
}

/// The text that a reference such as `&amp;` or `&#x5d0;` at the byte `start` of `raw` stands for.
pub(super) fn resolve(reference: &BytesRef<'_>, raw: &str, start: usize) -> Result<String> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Ok(character.to_string());
    }
    let name = reference.to_string();
    resolve_xml_entity(&name)
        .map(str::to_owned)
        .ok_or_else(|| malformed(raw, start, format!("the unknown entity &{name};")))
}

/// XML that is broken at the byte `at` of `raw`.
pub(super) fn malformed(raw: &str, at: usize, found: impl std::fmt::Display) -> Error {
    let mut at = at.min(raw.len());
    while !raw.is_char_boundary(at) {
        at -= 1;
    }
    let position = LineIndex::new(raw).position(raw, at);
    Error::expected("well-formed XML", found.to_string()).at(position)
}

/// A file that ends inside an element.
pub(super) fn cut_off(raw: &str, element: &str) -> Error {
    malformed(raw, raw.trim_end().len(), format!("the end of the file inside <{element}>"))
}
