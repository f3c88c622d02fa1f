//! Prints which of the rule-by-rule cases beside the repository the segmenter cuts as expected.
//!
//! `cargo run --release --example golden_cases [LANGUAGE]`; with a language, the misses are listed.

use std::path::Path;

use targum::lang::ALL;
use targum::segment::cuts;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/segment/golden");
    let wanted = std::env::args().nth(1);
    for language in ALL.iter().filter(|it| wanted.as_ref().is_none_or(|code| code == it.code)) {
        let Ok(json) = std::fs::read_to_string(folder.join(format!("{}.json", language.code)))
        else {
            continue;
        };
        let cases: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap_or_default();
        let mut right = 0;
        for case in &cases {
            let (Some(input), Some(expected)) =
                (case["input"].as_str(), case["expected"].as_array())
            else {
                continue;
            };
            let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let expected: Vec<String> =
                expected.iter().filter_map(|it| it.as_str()).map(fold).collect();
            let mut found = Vec::new();
            let mut start = 0;
            for at in cuts(input, language).iter().map(|cut| cut.at).chain([input.len()]) {
                found.push(fold(&input[start..at]));
                start = at;
            }
            found.retain(|segment| !segment.is_empty());
            if found == expected {
                right += 1;
            } else if wanted.is_some() {
                println!("expected {expected:#?}\nfound {found:#?}");
            }
        }
        println!("{} {right} of {}", language.code, cases.len());
    }
}
