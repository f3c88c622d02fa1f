//! The development data beside the project, and how it is audited.

use std::ops::Range;
use std::path::{Path, PathBuf};

use targum::audit::{Finding, Level, Options, audit, check};
use targum::bitext::Bitext;
use targum::format::tsv;
use targum::lang::Language;
use targum::pair::Pair;

/// A folder or file of `../shared`, if it is there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).join(path);
    path.exists().then_some(path)
}

/// Pairs of texts in two languages.
#[derive(Clone)]
pub struct Rows {
    pub languages: Pair<&'static str>,
    pub rows: Vec<(String, String)>,
    /// Document and line of each row, of the news.
    pub places: Vec<(String, usize)>,
}

impl Rows {
    /// The findings of each row; every row is a bead.
    pub fn audit(&self) -> (Bitext, Vec<Vec<Finding>>) {
        self.audit_with(&Options::default())
    }

    /// The same with other options. Rows of one document are audited together.
    pub fn audit_with(&self, options: &Options) -> (Bitext, Vec<Vec<Finding>>) {
        let mut options = options.clone();
        if self.places.is_empty() {
            // Pairs from many documents need not agree in their terms.
            let across = check("term-inconsistent").expect("a check");
            options.set(across, Level::Off);
        }
        let mut found = vec![Vec::new(); self.rows.len()];
        let mut start = 0;
        while start < self.rows.len() {
            let document = |row: usize| self.places.get(row).map(|(document, _)| document);
            let rest = start..self.rows.len();
            let end = rest.clone().find(|&row| document(row) != document(start));
            let end = end.unwrap_or(self.rows.len());
            for finding in audit(&self.bitext(start..end), &options) {
                if let Some(bead) = finding.bead {
                    found[start + bead].push(finding);
                }
            }
            start = end;
        }
        (self.bitext(0..self.rows.len()), found)
    }

    fn bitext(&self, rows: Range<usize>) -> Bitext {
        let clean = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let raw: Vec<_> = self.rows[rows]
            .iter()
            .map(|(source, target)| format!("{}\t{}", clean(source), clean(target)))
            .collect();
        let languages = self.languages.map(|tag| Language::from_tag(tag).expect("a language"));
        tsv::read(&raw.join("\n"), languages).expect("a bitext")
    }
}

/// All documents of the news set, line by line.
pub fn news(languages: Pair<&'static str>) -> Option<Rows> {
    let mut folders: Vec<_> = std::fs::read_dir(shared("data/ntrex")?)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let (mut rows, mut places) = (Vec::new(), Vec::new());
    for folder in folders {
        let lines = languages.map(|tag| {
            let text = std::fs::read_to_string(folder.join(format!("{tag}.txt"))).expect("a text");
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        });
        let document = folder.file_name()?.to_str()?;
        let pairs = lines.source.into_iter().zip(lines.target);
        places.extend((0..pairs.len()).map(|line| (document.to_owned(), line)));
        rows.extend(pairs);
    }
    Some(Rows { languages, rows, places })
}

/// Perturbed translations whose kind contains `kind`: the good and the bad ones.
pub fn perturbed(kind: &str, source: &'static str) -> Option<(Rows, Rows)> {
    let text = std::fs::read_to_string(shared("data/errors/demetr_he_nb_sv_nl.jsonl")?).ok()?;
    let languages = Pair::new(source, "en");
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("a record");
        let cell = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        if cell("pert").contains(kind) {
            let original = cell(&format!("src_{source}"));
            good.push((original.clone(), cell("mt_good")));
            bad.push((original, cell("mt_bad")));
        }
    }
    let of = |rows| Rows { languages, rows, places: Vec::new() };
    Some((of(good), of(bad)))
}

/// Places in a text, in Unicode scalars.
pub type Places = Vec<(usize, usize)>;

/// Machine output with the spans that people marked as major errors.
pub fn judged() -> Option<(Rows, Vec<Places>)> {
    let text = std::fs::read_to_string(shared("data/errors/mqm_he_en.jsonl")?).ok()?;
    let (mut rows, mut spans) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let record: serde_json::Value = serde_json::from_str(line).expect("a record");
        let cell = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        rows.push((cell("src"), cell("mt")));
        let marked = record["spans"].as_array().cloned().unwrap_or_default();
        let marked = marked.iter().filter(|span| span["severity"] != "minor").map(|span| {
            let at = |name: &str| span[name].as_u64().unwrap_or_default() as usize;
            (at("start"), at("end"))
        });
        spans.push(marked.collect());
    }
    Some((Rows { languages: Pair::new("he", "en"), rows, places: Vec::new() }, spans))
}
