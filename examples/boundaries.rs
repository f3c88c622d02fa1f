//! Prints the boundary F1 of the segmenter on the development sets beside the repository.
//!
//! `cargo run --release --example boundaries [SET]`; with a set named, its errors are listed too.

use std::path::Path;

use targum::evaluate::boundary::{ends, score};
use targum::lang::Language;
use targum::segment::cuts;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/segment/dev");
    let Ok(listing) = std::fs::read_dir(&folder) else {
        println!("skipped: no {}", folder.display());
        return;
    };
    let wanted = std::env::args().nth(1);
    let mut sets: Vec<String> = listing
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".gold").map(str::to_owned))
        .collect();
    sets.sort();
    println!("{:12} {:>6} {:>6} {:>6} {:>7}", "set", "P", "R", "bF", "F1all");
    let (mut total, mut count) = (0.0, 0);
    for set in sets.iter().filter(|set| wanted.as_ref().is_none_or(|wanted| wanted == *set)) {
        let read = |suffix| std::fs::read_to_string(folder.join(format!("{set}.{suffix}")));
        let (Ok(text), Ok(gold)) = (read("txt"), read("gold")) else { continue };
        let code = set.split(['_', '.']).next().unwrap_or_default();
        let Ok(language) = Language::from_tag(code) else { continue };
        let mut found = Vec::new();
        for paragraph in text.lines() {
            let mut start = 0;
            for cut in cuts(paragraph, language) {
                found.push(&paragraph[start..cut.at]);
                start = cut.at;
            }
            found.push(&paragraph[start..]);
        }
        let gold = ends(gold.lines());
        let found = ends(found);
        let paragraphs = ends(text.lines());
        let Some(scores) = score(&gold, &found, &paragraphs) else {
            println!("{set:12} the texts differ");
            continue;
        };
        let flat = set.ends_with(".wtp");
        println!(
            "{set:12} {:6.2} {:6.2} {:6.2} {:7.2}",
            100.0 * scores.inner.precision(),
            100.0 * scores.inner.recall(),
            100.0 * scores.inner.f1(),
            100.0 * scores.all.f1(),
        );
        if flat {
            total += scores.all.f1();
            count += 1;
        }
        if wanted.is_some() {
            list_errors(&text, &gold, &found, &paragraphs);
        }
    }
    if count > 1 {
        println!("mean F1all over {count} flat sets {:.2}", 100.0 * total / f64::from(count));
    }
}

fn list_errors(text: &str, gold: &[usize], found: &[usize], free: &[usize]) {
    let places: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace())
        .map(|(at, c)| at + c.len_utf8())
        .collect();
    let mut errors: Vec<(usize, &str)> = Vec::new();
    errors.extend(found.iter().filter(|end| gold.binary_search(end).is_err()).map(|&e| (e, "+")));
    errors.extend(gold.iter().filter(|end| found.binary_search(end).is_err()).map(|&e| (e, "-")));
    errors.retain(|(end, _)| free.binary_search(end).is_err());
    errors.sort();
    for (end, sign) in errors {
        let at = places[end - 1];
        let before: String = text[..at].chars().rev().take(50).collect();
        let before: String = before.chars().rev().collect();
        let after: String = text[at..].chars().take(40).collect();
        let before = before.replace('\n', "¶");
        let after = after.replace('\n', "¶");
        println!("{sign} {before}|{after}");
    }
}
