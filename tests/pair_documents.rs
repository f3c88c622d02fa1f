//! Documents that render each other are found among others, and no others.

use std::path::{Path, PathBuf};

use targum::align::{DocumentPair, Options, pair_documents};
use targum::format::{self, Layout};
use targum::lang::Language;
use targum::rendering::Rendering;

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).join(path);
    if !path.exists() {
        eprintln!("skipped: ../shared is absent");
    }
    path.exists().then_some(path)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn read(path: &Path, layout: Layout, language: Option<&'static Language>) -> Rendering {
    Rendering::new(format::open(path, layout, language, "--lang").unwrap().document)
}

#[test]
fn two_renderings_among_articles_on_one_subject() {
    let Some(folder) = shared("seeds") else { return };
    let read = |path: &PathBuf| read(path, Layout::Article, None);
    let seeds: Vec<_> = files(&folder).iter().map(read).collect();
    let found = pair_documents(&seeds, &Options::default());
    let [DocumentPair { documents, .. }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((documents.source, documents.target), (0, 1));
}

#[test]
fn news_in_four_languages() {
    const TAGS: [&str; 4] = ["de", "en", "he", "nb"];
    let Some(folder) = shared("data/ntrex") else { return };
    let articles: Vec<_> = files(&folder).into_iter().filter(|path| path.is_dir()).collect();
    let of_article = |path: &PathBuf| {
        TAGS.map(|tag| {
            let language = Language::from_tag(tag).unwrap();
            read(&path.join(tag).with_extension("txt"), Layout::Segmented, Some(language))
        })
    };
    let renderings: Vec<_> = articles.iter().flat_map(of_article).collect();
    let found = pair_documents(&renderings, &Options::default());
    let article = |index: usize| index / TAGS.len();
    let is_right =
        |pair: &&DocumentPair| article(pair.documents.source) == article(pair.documents.target);
    let right = found.iter().filter(is_right).count();
    let all = articles.len() * TAGS.len() * (TAGS.len() - 1) / 2;
    println!("document pairs: {right} of {all} found, {} wrong", found.len() - right);
    assert!(right >= all * 98 / 100 && found.len() - right <= all / 100);
}
