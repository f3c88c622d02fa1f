//! The document pairs with gold beads that weights are trained and measured on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::construct::{Random, construct};
use crate::align::{Lexicon, Options};
use crate::format::links::{Link, parse};
use crate::format::plain;
use crate::lang::Language;
use crate::pair::Pair;
use crate::rendering::Rendering;

/// A document pair with gold beads.
#[derive(Clone)]
pub(in crate::align) struct Article {
    pub name: String,
    pub renderings: Pair<Rendering>,
    pub gold: Vec<Link>,
    /// Translations learned elsewhere.
    pub lexicon: Option<Arc<Lexicon>>,
}

impl Article {
    /// How to align it.
    pub fn options(&self) -> Options {
        Options { lexicon: self.lexicon.clone(), ..Options::default() }
    }
}

/// A set of documents that are measured together; `weight` is that of each document in training.
pub(in crate::align) struct Set {
    pub name: String,
    pub articles: Vec<Article>,
    pub weight: f64,
}

fn data() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    path.is_dir().then_some(path)
}

fn article(folder: &Path, languages: [&str; 2]) -> Option<Article> {
    let read = |name: String, language: &str| {
        let text = std::fs::read_to_string(folder.join(name)).ok()?;
        let language = Language::from_tag(language).ok()?;
        Some(Rendering::new(plain::read_segmented(text, language)))
    };
    let gold = std::fs::read_to_string(folder.join("gold.txt")).ok()?;
    Some(Article {
        name: folder.display().to_string(),
        renderings: Pair::new(
            read(format!("src.{}.txt", languages[0]), languages[0])?,
            read(format!("tgt.{}.txt", languages[1]), languages[1])?,
        ),
        gold: parse(&gold).ok()?,
        lexicon: None,
    })
}

/// The same article without the target segments for which `drop` holds.
pub(super) fn without(
    article: &Article,
    name: &str,
    drop: impl Fn(usize, usize) -> bool,
) -> Article {
    let target = &article.renderings.target;
    let count = target.segments.len();
    let mut kept = String::new();
    let mut new = vec![None; count];
    let mut next = 0;
    for (index, place) in new.iter_mut().enumerate() {
        if !drop(index, count) {
            *place = Some(next);
            next += 1;
            kept.push_str(target.text(index));
            kept.push('\n');
        }
    }
    let document = plain::read_segmented(kept, target.document.language);
    Article {
        name: format!("{} {name}", article.name),
        renderings: Pair::new(article.renderings.source.clone(), Rendering::new(document)),
        gold: article
            .gold
            .iter()
            .map(|link| Link {
                source: link.source.clone(),
                target: link.target.iter().filter_map(|&index| *new.get(index)?).collect(),
                posterior: None,
            })
            .collect(),
        lexicon: article.lexicon.clone(),
    }
}

/// A fixed pseudo-random share of 13 in 100.
fn scattered(index: usize, seed: u64) -> bool {
    Random(index as u64 ^ (seed << 32)).next() < 0.13
}

/// The article with 13 in 100 target segments left out, once for each seed.
pub(super) fn scatter(article: &Article, from: u64, to: u64) -> Vec<Article> {
    (from..to)
        .map(|seed| without(article, "scattered", |index, _| scattered(index, seed)))
        .collect()
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    out.sort();
    out
}

/// Pairs for which beads are constructed from the line by line translations of NTREX; some have little
/// in common, so that the weights do not count on much.
const CONSTRUCTED: &[&str] =
    &["de-fr", "en-ru", "ar-nb", "fr-sv", "ru-ar", "da-de", "en-ar", "nl-fr", "ja-en", "ru-de"];

/// All sets.
pub(in crate::align) fn sets() -> Vec<Set> {
    let Some(data) = data() else { return Vec::new() };
    let mut sets = Vec::new();
    if let Some(article) = article(&data.join("textberg/dev"), ["de", "fr"]) {
        let middle = |index: usize, count: usize| {
            let block = count / 4;
            (count - block) / 2 <= index && index < (count - block) / 2 + block
        };
        for (name, omitted) in [
            ("textberg scattered", scatter(&article, 1, 4)),
            ("textberg block", vec![without(&article, "block", middle)]),
            ("textberg", vec![article]),
        ] {
            let weight = 3.0 / omitted.len() as f64;
            sets.push(Set { name: name.into(), articles: omitted, weight });
        }
    }
    let articles: Vec<_> =
        folders(&data.join("parice")).iter().filter_map(|f| article(f, ["en", "is"])).collect();
    let omitted = articles.iter().flat_map(|article| scatter(article, 1, 3)).collect();
    sets.push(Set { name: "parice scattered".into(), articles: omitted, weight: 1.0 });
    sets.push(Set { name: "parice".into(), articles, weight: 4.0 });
    for folder in folders(&data.join("ntrex_nm")) {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let Some((source, target)) = name.split_once('-') else { continue };
        let articles: Vec<_> =
            folders(&folder).iter().filter_map(|f| article(f, [source, target])).collect();
        sets.push(Set { name: format!("ntrex_nm {name}"), articles, weight: 0.5 });
    }
    for (at, name) in CONSTRUCTED.iter().enumerate() {
        let Some((source, target)) = name.split_once('-') else { continue };
        let articles: Vec<_> = folders(&data.join("ntrex"))
            .iter()
            .enumerate()
            .filter(|(index, _)| index % 2 == at % 2)
            .filter_map(|(index, folder)| {
                let seed = (at * 1000 + index) as u64;
                construct(folder, Pair::new(source, target), seed)
            })
            .collect();
        sets.push(Set { name: format!("constructed {name}"), articles, weight: 0.5 });
    }
    sets.retain(|set| !set.articles.is_empty());
    sets
}
