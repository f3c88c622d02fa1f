//! The concept lexicon: the shape of its tables, and how much of real text it covers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use targum::document::Document;
use targum::knowledge::lexicon::Concept;
use targum::lang::Language;
use targum::rendering::Rendering;

fn tables() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/knowledge/lexicon");
    let mut paths: Vec<PathBuf> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    paths.sort();
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn is_hebrew(character: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&character)
}

#[test]
fn rows_are_sorted_unique_and_well_formed() {
    let mut ids = BTreeSet::new();
    for (table, text) in tables() {
        let rows: Vec<&str> = text.lines().collect();
        let id = |row: &&str| row.split('\t').next().unwrap().to_owned();
        assert!(rows.is_sorted_by_key(id), "{table} is not sorted");
        for row in rows {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells.len(), 10, "{table}: {row}");
            assert!(ids.insert(cells[0].to_owned()), "{table}: {} stands twice", cells[0]);
            let (pos, field) = cells[1].split_once('.').expect(row);
            let known = [
                "noun", "verb", "adj", "adv", "func", "neg", "modal", "freq", "quant", "comp",
                "conn",
            ];
            assert!(known.contains(&pos) && !field.is_empty(), "{table}: {row}");
            for (column, cell) in cells[2..].iter().enumerate() {
                let renderings: Vec<&str> = cell.split('|').collect();
                let distinct: BTreeSet<&&str> = renderings.iter().collect();
                assert_eq!(
                    distinct.len(),
                    renderings.len(),
                    "{table}: {} twice in {cell}",
                    cells[0]
                );
                for rendering in renderings {
                    let has_hebrew = rendering.chars().any(is_hebrew);
                    assert_eq!(has_hebrew, column == 0, "{table}: {}: {rendering}", cells[0]);
                    let folded = rendering.split_whitespace().collect::<Vec<_>>().join(" ");
                    assert_eq!(folded, rendering, "{table}: {}", cells[0]);
                    assert!(
                        !rendering.contains(['(', ')', ';', '/', '’', '״', '׳']),
                        "{table}: {rendering}"
                    );
                }
            }
        }
    }
    assert!(ids.len() >= 3000, "{} concepts", ids.len());
    assert_eq!(Concept::all().count(), ids.len());
}

const PAIRS: [(&str, &str); 4] = [("he", "nb"), ("he", "en"), ("nb", "en"), ("de", "fr")];

struct Corpus {
    sides: BTreeMap<String, Vec<Rendering>>,
}

/// The documents of the evaluation data, one segment a line; `None` when it is not at hand.
fn corpus() -> Option<Corpus> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/ntrex"));
    if !root.is_dir() {
        println!("skipped: no evaluation data beside the repository");
        return None;
    }
    let mut folders: Vec<_> = root.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    let mut sides = BTreeMap::new();
    for code in ["he", "nb", "en", "de", "fr"] {
        let language = Language::from_tag(code).unwrap();
        let renderings = folders
            .iter()
            .map(|folder| {
                let text = std::fs::read_to_string(folder.join(format!("{code}.txt"))).unwrap();
                targum::format::plain::read_segmented(text, language)
            })
            .map(Rendering::new)
            .collect();
        sides.insert(code.to_owned(), renderings);
    }
    Some(Corpus { sides })
}

fn is_closed_class(concept: Concept) -> bool {
    let pos = concept.class().split('.').next().unwrap_or_default();
    !["noun", "verb", "adj", "adv"].contains(&pos)
}

/// Share of content words that the lexicon finds: words of three letters or more that render no
/// word of a closed class.
fn coverage(renderings: &[Rendering]) -> f64 {
    let (mut all, mut found) = (0usize, 0usize);
    for rendering in renderings {
        let Document { text, .. } = &rendering.document;
        let mut at = 0;
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '"' && c != '\'') {
            let start = at;
            at += word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
            if word.chars().filter(|c| c.is_alphabetic()).count() < 3 {
                continue;
            }
            let first = rendering.terms.partition_point(|term| term.span.end <= start);
            let here: Vec<_> = rendering.terms[first..]
                .iter()
                .take_while(|term| term.span.start < start + word.len())
                .collect();
            if here.iter().any(|term| is_closed_class(term.concept)) {
                continue;
            }
            all += 1;
            found += usize::from(!here.is_empty());
        }
    }
    found as f64 / all.max(1) as f64
}

fn concepts(rendering: &Rendering, segment: usize) -> BTreeSet<Concept> {
    rendering.terms_in(segment..segment + 1).iter().map(|term| term.concept).collect()
}

/// Share of segments that have more concepts in common with their rendering than with another
/// segment of about the same length; ties count half.
fn preference(sources: &[Rendering], targets: &[Rendering]) -> f64 {
    let all: Vec<(usize, BTreeSet<Concept>)> = targets
        .iter()
        .flat_map(|target| (0..target.segments.len()).map(move |at| (target, at)))
        .map(|(target, at)| (target.text(at).chars().count(), concepts(target, at)))
        .collect();
    let mut by_length: Vec<usize> = (0..all.len()).collect();
    by_length.sort_by_key(|&index| all[index].0);
    let rank: BTreeMap<usize, usize> =
        by_length.iter().enumerate().map(|(rank, &index)| (index, rank)).collect();
    let (mut won, mut index) = (0.0, 0);
    for source in sources {
        for at in 0..source.segments.len() {
            let ours = concepts(source, at);
            let shared = |other: usize| ours.intersection(&all[other].1).count();
            let rival = by_length[(rank[&index] + 1) % all.len()];
            won += match shared(index).cmp(&shared(rival)) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
            index += 1;
        }
    }
    won / index as f64
}

#[test]
fn covers_real_text() {
    let Some(corpus) = corpus() else { return };
    for (code, renderings) in &corpus.sides {
        let share = coverage(renderings);
        println!("{code}: {:.1} % of content words found", 100.0 * share);
        assert!(share >= 0.45);
    }
    for (source, target) in PAIRS {
        let share = preference(&corpus.sides[source], &corpus.sides[target]);
        println!("{source}-{target}: a true pair beats a random one in {:.1} %", 100.0 * share);
        assert!(share >= 0.95);
    }
}
