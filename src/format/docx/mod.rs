//! Word documents (.docx, ECMA-376): the text of the body, then its notes, as a reader sees it.
//!
//! Tracked changes are read as accepted; hidden text, headers and footers of the pages, and the codes
//! of fields are left out. Headings are known by their styles, whose names Word keeps in English
//! whatever the language. The file is packed, so that places are those in the text that is read here,
//! its blocks one a line.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use self::body::Body;
use self::styles::Styles;
use super::page::Page;
use super::xml::attribute;
use crate::error::{Error, Result};

mod body;
mod styles;
mod symbol;

/// No part of an article is longer, in bytes.
const LONGEST: u64 = 1 << 30;

/// The text of an article.
///
/// # Errors
/// When `bytes` are no Word document, or its XML is broken.
pub(super) fn read(bytes: Vec<u8>) -> Result<Page> {
    const OLD: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
    let is_old = bytes.starts_with(&OLD);
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        let found = if is_old {
            "an old or a locked Word file; save it as .docx without a password".to_owned()
        } else {
            error.to_string()
        };
        Error::expected("a Word document (.docx)", found)
    })?;
    let main = part(&mut parts, "_rels/.rels")?.as_deref().and_then(main_part);
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let Some(text) = part(&mut parts, &main)? else {
        return Err(Error::expected(
            "a Word document (.docx)",
            format!("an archive without {main}"),
        ));
    };
    let styles = part(&mut parts, &format!("{folder}/styles.xml"))?.unwrap_or_default();
    let mut body = Body::new(Styles::read(&styles));
    body.read(&text, &main)?;
    for notes in ["footnotes.xml", "endnotes.xml"] {
        let name = format!("{folder}/{notes}");
        if let Some(notes) = part(&mut parts, &name)? {
            body.read(&notes, &name)?;
        }
    }
    Ok(body.finish())
}

/// The text of a part of the archive, if it has it.
fn part(parts: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Result<Option<String>> {
    let broken = |found: String| Error::expected(format!("{name} in the Word document"), found);
    let entry = match parts.by_name(name) {
        Ok(entry) => entry,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(broken(error.to_string())),
    };
    let mut text = String::new();
    entry.take(LONGEST + 1).read_to_string(&mut text).map_err(|error| broken(error.to_string()))?;
    if text.len() as u64 > LONGEST {
        return Err(broken("more than a gigabyte".to_owned()));
    }
    Ok(Some(text))
}

/// The name of the part that holds the body, by the relations of the package.
fn main_part(relations: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        let tag = match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::Eof => return None,
            _ => continue,
        };
        if attribute(&tag, &["Type"]).is_some_and(|of| of.ends_with("/officeDocument")) {
            return Some(attribute(&tag, &["Target"])?.trim_start_matches('/').to_owned());
        }
    }
}
