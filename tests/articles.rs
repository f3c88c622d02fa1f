//! The articles of `corpus/`, end to end: alignment against the gold beads, audit against the answer
//! key. Articles that may not be redistributed are scored where they are at hand.

use std::path::{Path, PathBuf};

use targum::align;
use targum::audit::{self, audit};
use targum::bitext::Bitext;
use targum::digest::digest;
use targum::evaluate::alignment::Counts;
use targum::evaluate::{answer_key, standoff};
use targum::format::standoff::Standoff;
use targum::format::{self, Layout};
use targum::lang::Language;
use targum::pair::Pair;
use targum::rendering::Rendering;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path, code: &str) -> Rendering {
    let language = Language::from_tag(code).unwrap();
    Rendering::new(format::open(path, Layout::Article, Some(language), "").unwrap().document)
}

fn gold(name: &str) -> Standoff {
    let path = root().join("alignments").join(name).join("he-nb.standoff");
    Standoff::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Strict F1 of the product's alignment against the gold.
fn alignment_f1(name: &str, bitext: &Bitext) -> f64 {
    let (gold, found) = standoff::links(&gold(name), &Standoff::of(bitext)).unwrap();
    let mut counts = Counts::default();
    counts.add(&gold, &found);
    let (strict, lax) = (counts.strict(), counts.lax());
    println!("{name}: alignment strict F1 {:.3}, lax F1 {:.3}", strict.f1, lax.f1);
    for link in found.iter().filter(|link| !gold.contains(link)) {
        println!("{name}: not in gold {:?} {:?}", link.source, link.target);
    }
    strict.f1
}

#[test]
fn our_article_is_aligned_and_its_divergences_found() {
    let folder = root().join("corpus/magnesium");
    let renderings =
        Pair::new(read(&folder.join("he.txt"), "he"), read(&folder.join("nb.txt"), "nb"));
    let bitext = Bitext::align(renderings, &align::Options::default());
    assert!(alignment_f1("magnesium", &bitext) >= 0.98);

    let path = root().join("alignments/magnesium/divergences.tsv");
    let key = answer_key::parse(&std::fs::read_to_string(path).unwrap()).unwrap();
    for divergence in &key {
        assert!(audit::check(&divergence.check).is_some(), "no check {}", divergence.check);
        let texts =
            [&bitext.renderings.source.document.text, &bitext.renderings.target.document.text];
        for (words, text) in
            [&divergence.words.source, &divergence.words.target].into_iter().zip(texts)
        {
            assert!(text.contains(words.as_str()), "{words} is not in the article");
        }
    }
    let findings = audit(&bitext, &audit::Options::default());
    let score = answer_key::score(&bitext, &findings, &key);
    println!("magnesium: {} of {} divergences found by their check", score.found.len(), key.len());
    score.misnamed.iter().for_each(|entry| println!("magnesium: misnamed {entry:?}"));
    score.missed.iter().for_each(|entry| println!("magnesium: missed {entry:?}"));
    score.unfounded.iter().for_each(|finding| println!("magnesium: unfounded {finding:?}"));
    assert!(score.found.len() >= 14, "{:?}", score.missed);
    assert!(score.unfounded.is_empty());
}

/// The path of a seed, by its digest in the manifest.
fn seed(language: &str) -> Option<PathBuf> {
    let manifest = std::fs::read_to_string(root().join("corpus/seeds/manifest.tsv")).unwrap();
    let row = manifest.lines().find(|row| row.split('\t').nth(1) == Some(language)).unwrap();
    let expected = row.split('\t').nth(2).unwrap();
    let entries = root().join("../shared/seeds").read_dir().ok()?;
    let mut paths = entries.map(|entry| entry.unwrap().path());
    paths.find(|path| std::fs::read_to_string(path).is_ok_and(|text| digest(&text) == expected))
}

#[test]
fn the_seeds_are_aligned_and_audited() {
    let (Some(source), Some(target)) = (seed("he"), seed("nb")) else {
        println!("skipped: the seeds are not beside the repository");
        return;
    };
    let renderings = Pair::new(read(&source, "he"), read(&target, "nb"));
    let bitext = Bitext::align(renderings, &align::Options::default());
    assert!(alignment_f1("seeds", &bitext) >= 0.98);

    let findings = audit(&bitext, &audit::Options::default());
    let drugs: Vec<_> =
        findings.iter().filter(|finding| finding.check == "drug-name-suspect").collect();
    for (inn, source, target) in
        [("imipramin", "אימטרמין", "imitramin"), ("klorperazin", "פרוקלופרזין", "prokloperazin")]
    {
        let texts = bitext.renderings.as_ref().map(|rendering| &rendering.document.text);
        let names = |finding: &audit::Finding| {
            finding.spans.source.iter().any(|span| span.of(texts.source).ends_with(source))
                && finding.spans.target.iter().any(|span| span.of(texts.target) == target)
        };
        let finding =
            drugs.iter().find(|finding| names(finding)).unwrap_or_else(|| panic!("{inn}"));
        assert!(finding.suggestion.as_ref().is_some_and(|suggestion| suggestion.contains(inn)));
    }
    let allowed = ["drug-name-suspect", "segment-missing", "term-mismatch"];
    for finding in &findings {
        println!(
            "seeds: {} {} {:.2} {}",
            finding.severity.name(),
            finding.check,
            finding.confidence,
            finding.message
        );
        assert!(
            finding.severity < audit::Severity::Major || allowed.contains(&finding.check),
            "{finding:?}"
        );
    }
    assert!(findings.iter().any(|finding| finding.check == "segment-missing"));
}
