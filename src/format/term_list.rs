//! A list of terms as a table: a column a language, a line a concept.
//!
//! The first line has the codes of the languages, of which there are two at least; a first column
//! `concept` gives the lines a name. In a cell, synonyms are parted by a vertical bar, the preferred one
//! first, and a `!` stands before those that are not to be used. Lines that start with `#` are comments.
//!
//! ```text
//! concept TAB en TAB nb
//! migraine TAB migraine TAB migrene|!hodepine
//! ```

use crate::error::{Error, Result};
use crate::knowledge::terminology::{Designation, Status, Terminology};
use crate::lang::Language;
use crate::span::Position;

/// What heads the column of names.
const CONCEPT: &str = "concept";

/// Whether the first line that is no comment names two languages or more.
pub fn is_term_list(raw: &str) -> bool {
    let (_, header) = lines(raw).next().unwrap_or_default();
    let mut cells = header.split('\t').peekable();
    cells.next_if(|cell| cell.trim() == CONCEPT);
    cells.clone().count() >= 2 && cells.all(|cell| Language::from_tag(cell.trim()).is_ok())
}

/// The lines that are not empty and no comments, with their numbers from 0.
fn lines(raw: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = raw.trim_start_matches('\u{feff}').lines().enumerate();
    lines.filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
}

/// Reads the terms of a list.
///
/// # Errors
/// When the first line names no languages, or a line has more cells than it.
pub fn read(raw: &str) -> Result<Terminology> {
    let mut lines = lines(raw);
    let (number, header) = lines.next().unwrap_or_default();
    let mut heads = header.split('\t').map(str::trim).peekable();
    let is_named = heads.next_if_eq(&CONCEPT).is_some();
    let at = Position { line: number, column: 0 };
    let languages: Vec<_> =
        heads.map(Language::from_tag).collect::<Result<_>>().map_err(|error| error.at(at))?;
    let mut terminology = Terminology::default();
    for (number, line) in lines {
        let mut cells = line.split('\t');
        let name = if is_named { cells.next().unwrap_or_default().trim() } else { "" };
        let cells: Vec<&str> = cells.collect();
        if cells.len() > languages.len() {
            let expected = format!("{} languages, as the first line has", languages.len());
            return Err(Error::expected(expected, format!("{} cells", cells.len()))
                .at(Position { line: number, column: 0 }));
        }
        let terms = languages.iter().zip(&cells).flat_map(|(&language, cell)| {
            cell.split('|').map(move |term| designation(language, term.trim()))
        });
        let terms: Vec<Designation> = terms.filter(|it| !it.term.is_empty()).collect();
        let usual = terms.first().map_or("", |it| it.term.as_str());
        let name =
            if name.is_empty() { format!("{usual} ({})", number + 1) } else { name.to_owned() };
        for term in &terms {
            terminology.add(&name, term.clone());
        }
    }
    Ok(terminology.prescribed())
}

fn designation(language: &'static Language, cell: &str) -> Designation {
    let (term, status) = match cell.strip_prefix('!') {
        Some(term) => (term, Status::Forbidden),
        None => (cell, Status::Admitted),
    };
    Designation { language, term: term.to_owned(), status }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(raw: &str) -> Vec<String> {
        let terms = read(raw).unwrap();
        let line = |(concept, designations): (&str, &[Designation])| {
            let term =
                |it: &Designation| format!(" {}:{}:{:?}", it.language.code, it.term, it.status);
            concept.to_owned() + &designations.iter().map(term).collect::<String>()
        };
        terms.concepts().map(line).collect()
    }

    #[test]
    fn a_list_has_a_column_a_language() {
        let raw = "# ours\nen\tnb\nmigraine\tmigrene | !hodepine\ntablet\n";
        assert!(is_term_list(raw));
        assert_eq!(
            shown(raw),
            [
                "migraine (3) en:migraine:Admitted nb:migrene:Admitted nb:hodepine:Forbidden",
                "tablet (4) en:tablet:Admitted",
            ]
        );
        let named = "concept\the\tnb\nM1\tמיגרנה\tmigrene\n";
        assert!(is_term_list(named));
        assert_eq!(shown(named), ["M1 he:מיגרנה:Admitted nb:migrene:Admitted"]);
    }

    #[test]
    fn other_tables_are_no_lists_of_terms() {
        assert!(!is_term_list("hund\thund\t0.800\n"));
        assert!(!is_term_list("en\n"));
        assert!(!is_term_list(""));
        let long = read("en\tnb\na\tb\tc\n").unwrap_err().to_string();
        assert!(long.starts_with("line 2, column 1: expected 2 languages"), "{long}");
    }
}
