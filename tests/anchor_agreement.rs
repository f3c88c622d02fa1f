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

/// Spoils a number; `None` where that changes nothing.
type Spoil = fn(&str) -> Option<String>;

/// The ways in which a number is spoilt, by name.
const SPOILT: [(&str, Spoil); 4] = [
    ("substituted", |number| {
        let last = number.bytes().last()? - b'0';
        Some(format!("{}{}", &number[..number.len() - 1], (last + 3) % 10))
    }),
    ("transposed", |number| {
        let (a, b) = (number.get(..1)?, number.get(1..2)?);
        (a != b && b != "0").then(|| format!("{b}{a}{}", &number[2..]))
    }),
    ("tenfold", |number| Some(format!("{number}0"))),
    ("dropped", |_| Some(String::new())),
];

/// The first number of two to four digits in `target` that stands alone there and in `source`.
fn shared_number(source: &str, target: &str) -> Option<std::ops::Range<usize>> {
    let alone = |text: &str, at: usize, end: usize| {
        let inner = |c: char| c.is_alphanumeric() || ".,/:-".contains(c);
        let after = text[end..].trim_start_matches(['.', ',']);
        !text[..at].ends_with(inner)
            && !after.starts_with(|c: char| c.is_ascii_digit())
            && !text[end..].starts_with(|c: char| c.is_alphanumeric() || "/:-".contains(c))
    };
    let numbers = |text: &str| {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + start;
            let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
            at = start + digits;
            if (2..=4).contains(&digits) && alone(text, start, at) {
                found.push(start..at);
            }
        }
        found
    };
    let source: Vec<_> = numbers(source).into_iter().map(|range| &source[range]).collect();
    numbers(target).into_iter().find(|range| source.contains(&&target[range.clone()]))
}

/// What an audit by anchors would notice: firm anchors without a partner, and looser pairs.
fn noticed(anchors: Pair<&[Anchor]>) -> (usize, usize) {
    let agreement = agree(anchors);
    let left = |at: &[usize], side: &[Anchor]| at.iter().filter(|&&at| is_firm(&side[at])).count();
    let loose = agreement.pairs.iter().filter(|(_, _, grade)| *grade >= Match::Bare).count();
    let dispersed = agreement.dispersed.source.len() + agreement.dispersed.target.len();
    let unmatched = left(&agreement.unmatched.source, anchors.source)
        + left(&agreement.unmatched.target, anchors.target);
    (unmatched, loose + dispersed)
}

#[test]
fn spoilt_numbers_are_noticed() {
    let Some(folders) = corpus() else {
        println!("skipped: ../shared/data/ntrex is not there");
        return;
    };
    let languages = Pair::new("he", "nb").map(|tag| Language::from_tag(tag).unwrap());
    for (name, spoil) in SPOILT {
        let (mut carriers, mut unmatched, mut loose) = (0, 0, 0);
        for folder in &folders {
            let texts = Pair::new("he", "nb")
                .map(|tag| fs::read_to_string(folder.join(format!("{tag}.txt"))).unwrap());
            for (source, target) in texts.source.lines().zip(texts.target.lines()) {
                let Some(range) = shared_number(source, target) else { continue };
                let Some(number) = spoil(&target[range.clone()]) else { continue };
                let spoilt = format!("{}{number}{}", &target[..range.start], &target[range.end..]);
                let anchors = numeric(source, languages.source);
                let before = noticed(Pair::new(&anchors, &numeric(target, languages.target)));
                let after = noticed(Pair::new(&anchors, &numeric(&spoilt, languages.target)));
                carriers += 1;
                unmatched += usize::from(after.0 > before.0);
                loose += usize::from(after.0 <= before.0 && after.1 > before.1);
            }
        }
        println!(
            "he-nb, {name}: {unmatched} of {carriers} leave a firm anchor without a partner, \
             {loose} more leave a looser pair"
        );
        assert!(unmatched + loose >= carriers * 95 / 100, "{name}");
    }
}
