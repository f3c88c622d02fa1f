//! Dictionaries of dictd, as FreeDict publishes them: `eng-nob.index` beside `eng-nob.dict`, or
//! beside `eng-nob.dict.dz`, which is compressed by dictzip.
//!
//! Read: headwords and the short translations of their articles; the name of the file gives the two
//! languages. An article is prose: its first line names the headword, numbers and remarks in brackets
//! are left out, and so are examples, references and renderings of more than four words. A `.dict.dz`
//! is a gzip file with a table for random access in its header, which is not needed here.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

use super::{encoding, read_text};
use crate::error::{Error, Result};
use crate::knowledge::terminology::{Designation, Status, Terminology};
use crate::lang::Language;
use crate::pair::Pair;
use crate::span::Position;

/// Most words of a rendering.
const LONGEST: usize = 4;

/// Articles are not unpacked beyond this: the largest dictionaries have a few hundred megabytes, and a
/// small file may unpack to any size.
const MOST_BYTES: u64 = 1 << 30;

/// The index of the dictionary that a path belongs to, if its name is that of one.
pub fn index(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let stem = [".index", ".dict", ".dict.dz"].iter().find_map(|end| name.strip_suffix(end))?;
    Some(path.with_file_name(format!("{stem}.index")))
}

/// Reads the dictionary whose index is at a path.
///
/// # Errors
/// When a file is missing or damaged, the name gives no two languages, or the index points outside the
/// dictionary.
pub fn open(index: &Path) -> Result<Terminology> {
    let stem = index.file_stem().unwrap_or_default().to_string_lossy();
    let languages = languages(&stem).map_err(|error| error.in_file(index))?;
    read(&read_text(index)?, &articles(index)?, languages).map_err(|error| error.in_file(index))
}

/// The articles beside an index, unpacked where they are packed.
fn articles(index: &Path) -> Result<String> {
    let (plain, packed) = (index.with_extension("dict"), index.with_extension("dict.dz"));
    if plain.exists() || !packed.exists() {
        return read_text(&plain);
    }
    let file = File::open(&packed).map_err(|error| Error::io("read", &packed, error))?;
    let mut bytes = Vec::new();
    MultiGzDecoder::new(std::io::BufReader::new(file))
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)
        .map_err(|error| {
            Error::expected("a dictionary compressed by dictzip", error.to_string())
                .in_file(&packed)
        })?;
    if bytes.len() as u64 == MOST_BYTES {
        let expected = format!("a dictionary of less than {} MiB", MOST_BYTES >> 20);
        return Err(Error::expected(expected, "a larger one").in_file(&packed));
    }
    encoding::decode(bytes).map_err(|error| error.in_file(&packed))
}

fn languages(stem: &str) -> Result<Pair<&'static Language>> {
    let name = stem.strip_prefix("freedict-").unwrap_or(stem);
    let Some((source, target)) = name.split_once('-') else {
        return Err(Error::expected(
            "a name of two languages, such as eng-nob",
            format!("\"{stem}\""),
        ));
    };
    Ok(Pair::new(Language::from_tag(source)?, Language::from_tag(target)?))
}

/// Reads a dictionary from its index and its articles.
///
/// # Errors
/// At the first line of the index that is no entry or points outside the articles.
pub fn read(
    index: &str,
    articles: &str,
    languages: Pair<&'static Language>,
) -> Result<Terminology> {
    let mut terminology = Terminology::default();
    for (number, line) in index.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let at = Position { line: number, column: 0 };
        let mut cells = line.split('\t');
        let headword = cells.next().unwrap_or_default();
        let place = cells.next().and_then(base64).zip(cells.next().and_then(base64));
        let Some((offset, length)) = place else {
            let expected = "headword TAB offset TAB length in base 64";
            return Err(Error::expected(expected, format!("\"{line}\"")).at(at));
        };
        let Some(article) = articles.get(offset..offset.saturating_add(length)) else {
            let expected = format!("a place in the {} bytes of the dictionary", articles.len());
            return Err(Error::expected(expected, format!("{offset} and {length} bytes")).at(at));
        };
        // Entries about the dictionary itself: 00-database-short.
        if headword.starts_with("00") {
            continue;
        }
        let concept =
            format!("{}-{} {headword} {offset}", languages.source.code, languages.target.code);
        let designation = |language, term: &str| Designation {
            language,
            term: term.to_owned(),
            status: Status::default(),
        };
        let renderings = renderings(headword, article);
        if !renderings.is_empty() {
            terminology.add(&concept, designation(languages.source, headword));
        }
        for rendering in &renderings {
            terminology.add(&concept, designation(languages.target, rendering));
        }
    }
    Ok(terminology)
}

/// A number in the base 64 of dictd, most significant digit first.
fn base64(digits: &str) -> Option<usize> {
    let digits = digits.trim();
    if digits.is_empty() {
        return None;
    }
    digits.bytes().try_fold(0_usize, |value, digit| {
        let digit = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        value.checked_mul(64)?.checked_add(usize::from(digit))
    })
}

/// The translations that an article gives.
fn renderings(headword: &str, article: &str) -> Vec<String> {
    let mut lines = article.lines();
    let first = lines.next().unwrap_or_default();
    let rest = without_remarks(first.trim()).to_lowercase();
    let glossed = rest.strip_prefix(&headword.to_lowercase()).unwrap_or_default().to_owned();
    let glossed = glossed.trim_start_matches([' ', '-', '–', '=', ':']).to_owned();
    let mut found: Vec<String> = Vec::new();
    for line in std::iter::once(glossed.as_str()).chain(lines) {
        let line = without_number(line.trim());
        let is_prose = line.starts_with(['"', '“', '„', '«', '~'])
            || line.contains(" - ")
            || line.contains(" – ")
            || line.contains(':');
        if is_prose {
            continue;
        }
        for rendering in without_remarks(line).split([',', ';', '،']) {
            let rendering = rendering.trim().trim_end_matches('.');
            let words = rendering.split_whitespace().count();
            let told = (1..=LONGEST).contains(&words) && rendering.chars().any(char::is_alphabetic);
            if told && !found.iter().any(|known| known == rendering) {
                found.push(rendering.to_owned());
            }
        }
    }
    found
}

/// A line without the number or letter of its sense: `1.`, `2)`, `a)`.
fn without_number(line: &str) -> &str {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let head = if digits > 0 {
        digits
    } else {
        usize::from(line.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    match line.get(head..).and_then(|rest| {
        rest.strip_prefix(')').or_else(|| rest.strip_prefix('.').filter(|_| digits > 0))
    }) {
        Some(rest) if head > 0 => rest.trim_start(),
        _ => line,
    }
}

/// A line without what stands in brackets and between slashes.
fn without_remarks(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let (mut depth, mut spoken) = (0_usize, false);
    for sign in line.chars() {
        match sign {
            '(' | '[' | '<' | '{' => depth += 1,
            ')' | ']' | '>' | '}' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => spoken = !spoken,
            _ if depth == 0 && !spoken => kept.push(sign),
            _ => {}
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_give_their_short_translations() {
        let senses = "hound /haʊnd/ <n>\n1. jakthund, hund\n2. (slang) kjeltring\n   \"a sly hound\" - en luring\nSee also: dog\n";
        assert_eq!(renderings("hound", senses), ["jakthund", "hund", "kjeltring"]);
        assert_eq!(renderings("house", "house [n] - hus; bolig"), ["hus", "bolig"]);
        assert!(
            renderings("to", "to\nwith this one says where something or somebody is going\n")
                .is_empty()
        );
        assert_eq!(base64("BAA"), Some(4096));
        assert_eq!(base64("b!"), None);
    }
}
