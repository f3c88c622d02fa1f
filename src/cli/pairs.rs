//! Which documents are to be aligned with each other: a list, or a folder that names them by language.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use targum::error::{Error, Result};
use targum::format;
use targum::lang::Language;
use targum::pair::Pair;
use targum::span::Position;

use super::input::extension;

/// The document pairs that a file lists: `source path TAB target path` a line, relative to the list;
/// cells beyond the second are left alone, and lines that are empty or begin with `#`.
pub fn list(path: &Path) -> Result<Vec<Pair<PathBuf>>> {
    let raw = format::read_text(path)?;
    let rows = rows(path, &raw).map(|(line, row)| {
        let place = Position { line, column: 0 };
        let expected = || Error::expected("source path TAB target path", "one column").at(place);
        row.ok_or_else(|| expected().in_file(path))
    });
    rows.collect()
}

/// The document pairs that a file lists, if it is a list rather than a bitext: a .tsv of which at least
/// one line names two files.
pub fn listed(path: &Path) -> Result<Option<Vec<Pair<PathBuf>>>> {
    if extension(path) != "tsv" {
        return Ok(None);
    }
    let raw = format::read_text(path)?;
    let are_files = |pair: &Pair<PathBuf>| pair.source.is_file() && pair.target.is_file();
    if !rows(path, &raw).any(|(_, row)| row.as_ref().is_some_and(are_files)) {
        return Ok(None);
    }
    let pairs = list(path)?;
    let lines = rows(path, &raw).map(|(line, _)| line);
    for (pair, line) in pairs.iter().zip(lines) {
        if let Some(missing) = [&pair.source, &pair.target].into_iter().find(|path| !path.is_file())
        {
            let place = Position { line, column: 0 };
            let found = format!("no file {}", missing.display());
            return Err(Error::expected("two files", found).at(place).in_file(path));
        }
    }
    Ok(Some(pairs))
}

/// The number from 0 of every line that is no comment, and its two paths, if it has two columns.
fn rows<'r>(
    path: &'r Path,
    raw: &'r str,
) -> impl Iterator<Item = (usize, Option<Pair<PathBuf>>)> + 'r {
    let folder = path.parent().unwrap_or(Path::new(""));
    let is_row = |line: &str| !line.trim().is_empty() && !line.starts_with('#');
    let lines = raw.lines().enumerate().filter(move |(_, line)| is_row(line));
    lines.map(move |(number, line)| {
        let mut cells = line.split('\t').map(|cell| folder.join(cell.trim()));
        (number, cells.next().zip(cells.next()).map(|(source, target)| Pair::new(source, target)))
    })
}

/// The document pairs of a folder and those below it, in the order of their names. The renderings of
/// an article differ in the tag of their language alone: `lighthouse/he.txt` and
/// `lighthouse/nb.txt`, or `lighthouse.he.txt` and `lighthouse.nb.txt`.
pub fn in_folder(path: &Path, languages: Pair<&Language>) -> Result<Vec<Pair<PathBuf>>> {
    let mut articles: BTreeMap<PathBuf, Pair<Option<PathBuf>>> = BTreeMap::new();
    for path in files(path)? {
        if let Some((article, tag)) = article(&path) {
            let renderings = articles.entry(article).or_default();
            if tag == languages.source.code {
                renderings.source = Some(path);
            } else if tag == languages.target.code {
                renderings.target = Some(path);
            }
        }
    }
    let both =
        |renderings: Pair<Option<PathBuf>>| Some(Pair::new(renderings.source?, renderings.target?));
    let pairs: Vec<_> = articles.into_values().filter_map(both).collect();
    if pairs.is_empty() {
        let Pair { source, target } = languages.map(|language| language.code);
        let expected = format!("files such as article/{source}.txt and article/{target}.txt");
        return Err(Error::expected(expected, "no such pair").in_file(path));
    }
    Ok(pairs)
}

/// The files of a folder and of those below it, sorted by path.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let failed = |error| Error::io("read", &folder, error);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            // The type of the entry itself: a link to a folder above would have no end.
            if entry.file_type().map_err(failed)?.is_dir() {
                folders.push(entry.path());
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A path without the tag of its language, and the tag.
fn article(path: &Path) -> Option<(PathBuf, String)> {
    let name = path.file_name()?.to_str()?;
    let (stem, extension) = name.rsplit_once('.')?;
    let (article, tag) = stem.rsplit_once('.').unwrap_or(("", stem));
    Some((path.with_file_name(format!("{article}.{extension}")), tag.to_owned()))
}
