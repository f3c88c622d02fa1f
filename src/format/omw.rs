//! Open Multilingual Wordnet, tab-separated: the words of a language by synset.
//!
//! Read: `synset TAB lemma TAB word`, the type bare or with its language before it (`fra:lemma`); the
//! first line, `# name TAB language TAB link TAB licence`, gives the language of the bare ones. Files
//! of several languages meet by synset. Definitions and examples are passed over.

use crate::error::{Error, Result};
use crate::knowledge::terminology::{Designation, Status, Terminology};
use crate::lang::Language;
use crate::span::Position;

/// Whether the first line that is no comment begins with a synset.
pub fn is_omw(raw: &str) -> bool {
    let first = raw.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty());
    first.and_then(|line| line.split('\t').next()).is_some_and(is_synset)
}

/// Eight digits, a hyphen, a part of speech: `02084071-n`.
fn is_synset(cell: &str) -> bool {
    let bytes = cell.trim_start_matches('\u{feff}').as_bytes();
    bytes.len() == 10
        && bytes[..8].iter().all(u8::is_ascii_digit)
        && bytes[8] == b'-'
        && matches!(bytes[9], b'n' | b'v' | b'a' | b's' | b'r' | b'x')
}

/// Reads the words of a wordnet.
///
/// # Errors
/// At the first line that is no entry, or whose language targum does not know.
pub fn read(raw: &str) -> Result<Terminology> {
    let mut terminology = Terminology::default();
    let mut declared = None;
    for (number, line) in raw.trim_start_matches('\u{feff}').lines().enumerate() {
        let at = Position { line: number, column: 0 };
        if let Some(header) = line.strip_prefix('#') {
            if let (0, Some(tag)) = (number, header.split('\t').nth(1)) {
                declared = Some(Language::from_tag(tag.trim()).map_err(|error| error.at(at))?);
            }
            continue;
        }
        if line.trim().is_empty() {
            continue;
        }
        let mut cells = line.split('\t');
        let entry = (cells.next(), cells.next(), cells.next());
        let (Some(synset), Some(kind), Some(word)) = entry else {
            return Err(Error::expected("synset TAB lemma TAB word", format!("\"{line}\"")).at(at));
        };
        if !is_synset(synset) {
            return Err(
                Error::expected("a synset such as 02084071-n", format!("\"{synset}\"")).at(at)
            );
        }
        let (tag, kind) = match kind.split_once(':') {
            Some((tag, kind)) if kind.starts_with("lemma") => (Some(tag), kind),
            _ => (None, kind),
        };
        if kind != "lemma" && !kind.starts_with("lemma:") {
            continue;
        }
        let language = match (tag, declared) {
            (Some(tag), _) => Language::from_tag(tag).map_err(|error| error.at(at))?,
            (None, Some(language)) => language,
            (None, None) => {
                let expected = "a first line `# name TAB language TAB ...`";
                return Err(
                    Error::expected(expected, "none, and a lemma without a language").at(at)
                );
            }
        };
        let designation =
            Designation { language, term: word.replace('_', " "), status: Status::default() };
        terminology.add(synset, designation);
    }
    Ok(terminology)
}
