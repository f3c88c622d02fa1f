//! How often the numeric anchors of clean translations agree.
//!
//! `cargo test --release --test anchor_agreement -- --nocapture` prints, for each language pair, the
//! share of segments with a number-like anchor on each side whose anchors agree as multisets of
//! values; with `DISAGREEMENTS=he-nb` it also prints each segment that does not.

use std::fs;
use std::path::{Path, PathBuf};

use targum::anchor::{Anchor, Kind, Match, Strength, agree, anchor};
use targum::document::Document;
use targum::lang::Language;
use targum::pair::Pair;
use targum::segment::{Boundary, Segment};
use targum::span::Span;

fn corpus() -> Option<Vec<PathBuf>> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/ntrex"));
    let mut folders: Vec<_> =
        fs::read_dir(root).ok()?.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    Some(folders)
}

fn numeric(line: &str, language: &'static Language) -> Vec<Anchor> {
    let span = Span::new(0, line.len());
    let document = Document::from_lines(line, language);
    let segments = [Segment { span, block: 0, boundary: Boundary::Block }];
    let mut anchors = anchor(&document, &segments);
    anchors
        .retain(|anchor| matches!(anchor.value.kind(), Kind::Number | Kind::Quantity | Kind::Date));
    anchors
}

fn is_firm(anchor: &Anchor) -> bool {
    anchor.strength == Strength::Firm
}

fn show(anchors: &[Anchor]) -> String {
    let one = |anchor: &Anchor| {
        let mark = if is_firm(anchor) { "" } else { "?" };
        format!("{}:{}{mark}", anchor.value.kind().name(), anchor.value)
    };
    anchors.iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[test]
fn clean_translations_agree() {
    let Some(folders) = corpus() else {
        println!("skipped: ../shared/data/ntrex is not there");
        return;
    };
    let listed = std::env::var("DISAGREEMENTS").unwrap_or_default();
    for (pair, bar) in [
        ("he-nb", 0.97),
        ("he-en", 0.0),
        ("nb-en", 0.0),
        ("sv-nl", 0.0),
        ("de-fr", 0.0),
        ("he-de", 0.0),
        ("da-fr", 0.0),
    ] {
        let (source, target) = pair.split_once('-').unwrap();
        let tags = Pair::new(source, target);
        let languages = tags.map(|tag| Language::from_tag(tag).unwrap());
        let (mut both, mut agreeing, mut one_sided, mut lines) = (0, 0, 0, 0);
        let mut grades = [0; 6];
        for folder in &folders {
            let texts =
                tags.map(|tag| fs::read_to_string(folder.join(format!("{tag}.txt"))).unwrap());
            let rows = texts.source.lines().zip(texts.target.lines());
            for (index, (source, target)) in rows.enumerate() {
                lines += 1;
                let anchors =
                    Pair::new(numeric(source, languages.source), numeric(target, languages.target));
                let agreement = agree(Pair::new(&anchors.source, &anchors.target));
                let unmatched = agreement
                    .unmatched
                    .source
                    .iter()
                    .any(|&at| is_firm(&anchors.source[at]))
                    || agreement.unmatched.target.iter().any(|&at| is_firm(&anchors.target[at]));
                let firm = anchors.as_ref().map(|side| side.iter().any(is_firm));
                if unmatched && firm.source != firm.target {
                    one_sided += 1;
                }
                if firm.source && firm.target {
                    both += 1;
                    agreeing += usize::from(!unmatched);
                    for (_, _, grade) in &agreement.pairs {
                        grades[*grade as usize] += 1;
                    }
                }
                if unmatched && listed == pair {
                    let name = folder.file_name().unwrap_or_default().to_string_lossy();
                    let kind = if firm.source && firm.target { "BOTH" } else { "ONE" };
                    println!("\n{kind} {name}:{index}\n  {source}\n  {target}");
                    println!("  {}\n  {}", show(&anchors.source), show(&anchors.target));
                }
            }
        }
        let share = agreeing as f64 / both as f64;
        println!(
            "{pair}: {agreeing} of {both} segments with anchors on both sides agree ({:.1} %); \
             {one_sided} of {lines} segments have firm anchors on one side only",
            100.0 * share
        );
        println!(
            "       pairs: {} exact, {} converted, {} other notation, {} bare, {} approximate",
            grades[Match::Exact as usize],
            grades[Match::Converted as usize],
            grades[Match::OtherNotation as usize],
            grades[Match::Bare as usize],
            grades[Match::Approximate as usize]
        );
        assert!(share >= bar, "{pair}: {share}");
    }
}
