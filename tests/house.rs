//! The order of the house: a module uses only those that stand before it.

use std::path::{Path, PathBuf};

/// Data flows one way, from what knows nothing of texts to what scores the finished work.
const ORDER: [&str; 17] = [
    "span", "pair", "error", "rational", "digest", "lang", "knowledge", "document", "segment",
    "anchor", "rendering", "align", "bitext", "audit", "format", "report", "evaluate",
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Whether a file or folder is compiled for tests alone: its parent declares it so.
fn is_for_tests(path: &Path) -> bool {
    let name = path.file_stem().unwrap().to_string_lossy();
    let parent = path.parent().unwrap();
    let declaration = format!("#[cfg(test)]\nmod {name};");
    let declares =
        |file: PathBuf| std::fs::read_to_string(file).is_ok_and(|text| text.contains(&declaration));
    let is_inside = parent.file_name().is_some_and(|name| name != "src") && is_for_tests(parent);
    is_inside
        || declares(parent.join("mod.rs"))
        || declares(parent.join("lib.rs"))
        || declares(parent.with_extension("rs"))
}

#[test]
fn no_module_uses_a_later_one() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&src, &mut all);
    let mut back_edges = Vec::new();
    for path in all.into_iter().filter(|path| !is_for_tests(path)) {
        let inside = path.strip_prefix(&src).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
        let module = first.trim_end_matches(".rs");
        let Some(rank) = ORDER.iter().position(|&name| name == module) else {
            assert!(["lib", "main", "cli"].contains(&module), "{module} has no place in the order");
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for (at, _) in text.match_indices("crate::") {
            let rest = &text[at + "crate::".len()..];
            let used: String =
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let used_rank = ORDER.iter().position(|&name| name == used);
            if used_rank.is_some_and(|used_rank| used_rank > rank) {
                back_edges.push(format!("{} uses {used}", inside.display()));
            }
        }
    }
    assert!(back_edges.is_empty(), "{back_edges:#?}");
}
