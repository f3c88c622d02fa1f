//! Compares the segmenter with the conformance file of UAX #29.
//!
//! `tests/unicode/differences.txt` lists the cases that come out differently, each with the reason;
//! the test fails when a case joins or leaves the list. Where the standard breaks inside white space
//! does not count: segments are without white space at their ends.

use std::collections::BTreeMap;
use std::path::Path;

use targum::evaluate::boundary::ends;
use targum::lang::Language;
use targum::segment::cuts;

#[test]
fn only_the_listed_cases_of_uax_29_differ() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/unicode");
    let cases = std::fs::read_to_string(folder.join("SentenceBreakTest.txt")).unwrap();
    let listed = std::fs::read_to_string(folder.join("differences.txt")).unwrap();
    let listed: BTreeMap<usize, &str> = listed
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let (number, reason) = line.split_once('\t').unwrap();
            (number.parse().unwrap(), reason)
        })
        .collect();
    // A language without conventions of its own for lower case, colons and ordinals.
    let language = Language::from_tag("nl").unwrap();
    let mut surprises = Vec::new();
    for (number, line) in cases.lines().enumerate() {
        let case = line.split('#').next().unwrap().trim();
        if case.is_empty() {
            continue;
        }
        let mut text = String::new();
        let mut breaks = Vec::new();
        for token in case.split_whitespace() {
            match token {
                "÷" => breaks.push(text.len()),
                "×" => {}
                hex => text.push(char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap()),
            }
        }
        let expected = ends(breaks.windows(2).map(|pair| &text[pair[0]..pair[1]]));
        let mut own = vec![0];
        own.extend(cuts(&text, language).iter().map(|cut| cut.at));
        own.push(text.len());
        let found = ends(own.windows(2).map(|pair| &text[pair[0]..pair[1]]));
        if (expected == found) == listed.contains_key(&(number + 1)) {
            let verb = if expected == found { "agrees" } else { "differs" };
            surprises.push(format!("{}\t{verb}\t{case}", number + 1));
        }
    }
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}
