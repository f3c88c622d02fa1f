//! Runs the segmenter over `tests/segment/<code>.txt`.
//!
//! One case a line: ` | ` stands for a hard cut, ` ~ ` for a soft one, without the spaces where the
//! text has none. The text of the case is the line without these marks. `#` opens a comment.

use std::path::Path;

use proptest::prelude::*;
use targum::lang::{ALL, Language};
use targum::segment::{Boundary, Cut, SoftCuts, cuts, cuts_with};

/// A case: the text, and the cuts expected.
fn parse(line: &str) -> (String, Vec<Cut>) {
    let mut text = String::new();
    let mut expected = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['|', '~']) {
        let (before, mark) = (&rest[..at], &rest[at..=at]);
        text.push_str(before.trim_end());
        let boundary = if mark == "|" { Boundary::Hard } else { Boundary::Soft };
        expected.push(Cut { at: text.len(), boundary });
        rest = &rest[at + 1..];
        if before.ends_with(' ') {
            text.push(' ');
            rest = rest.trim_start();
        }
    }
    text.push_str(rest);
    (text, expected)
}

fn render(text: &str, cuts: &[Cut]) -> String {
    let mut line = String::new();
    let mut start = 0;
    for cut in cuts {
        line.push_str(&text[start..cut.at]);
        line.push_str(if cut.boundary == Boundary::Hard { " |" } else { " ~" });
        start = cut.at;
    }
    line.push_str(&text[start..]);
    line
}

#[test]
fn every_language_cuts_its_cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
    let mut wrong = Vec::new();
    for language in ALL {
        let path = folder.join(format!("{}.txt", language.code));
        let cases = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for (number, line) in cases.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (text, expected) = parse(line);
            let found = cuts(&text, language);
            if found != expected {
                wrong.push(format!(
                    "{}.txt:{}\n  expected {}\n  found    {}",
                    language.code,
                    number + 1,
                    render(&text, &expected),
                    render(&text, &found)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_fixture_belongs_to_a_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(ALL.iter().any(|language| language.code == stem), "{stem}");
    }
}

#[test]
fn the_lists_of_every_language_are_sorted_and_lower_case() {
    for language in ALL {
        let sentence = &language.sentence;
        for list in [
            sentence.abbreviations, sentence.numbered, sentence.closing, sentence.ambiguous,
            sentence.starters, sentence.others, sentence.farewells,
        ] {
            assert!(list.is_sorted_by(|a, b| a < b), "{language}: {list:?}");
            for word in list {
                assert_eq!(&word.to_lowercase(), word, "{language}");
                assert!(!word.ends_with('.'), "{language}: {word}");
            }
        }
        assert!(sentence.cased.is_sorted_by(|a, b| a < b), "{language}");
        for word in sentence.cased {
            assert!(!sentence.abbreviations.contains(&&*word.to_lowercase()), "{language}: {word}");
        }
        for word in sentence.closing {
            assert!(!sentence.abbreviations.contains(word), "{language}: {word}");
            assert!(!sentence.ambiguous.contains(word), "{language}: {word}");
        }
    }
}

#[test]
fn frequent_words_end_sentences_although_abbreviations_are_written_so() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frequent_words.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    let mut never = Vec::new();
    let mut seen = 0;
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (code, words) = line.split_once('\t').unwrap();
        let language = Language::from_tag(code).unwrap();
        let starter = language.sentence.starters.last().unwrap();
        let (first, rest) = starter.split_at(starter.chars().next().unwrap().len_utf8());
        let opening = first.to_uppercase() + rest;
        for word in words.split_whitespace() {
            seen += 1;
            let head = format!("{opening} {starter} {word}.");
            if cuts(&format!("{head} {opening} {starter}."), language).first().map(|cut| cut.at)
                != Some(head.len())
            {
                never.push(format!("{code}: {word}"));
            }
        }
    }
    assert!(seen > 1000 && never.is_empty(), "{never:?}");
}

/// Text in which marks, spaces and letters of many scripts are frequent.
fn restless_text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        Just(". "),
        Just("."),
        Just("!"),
        Just("?\""),
        Just(" "),
        Just("\n\n"),
        Just("\r"),
        Just("…"),
        Just(": "),
        Just("; "),
        Just("。"),
        Just("」"),
        Just("«"),
        Just("[1]"),
        Just(" - "),
        Just("• "),
        Just("3"),
        Just("f.eks"),
        Just("A"),
        Just("word"),
        Just("Word"),
        Just("ק\""),
        Just("מ\"ג"),
        Just("جملة"),
        Just("文"),
        Just("\u{2029}"),
        Just("\u{a0}"),
        Just("\u{200f}"),
        Just("''"),
        Just(":-)"),
        Just("é"),
        Just("\u{301}"),
        Just("🙂"),
        Just("İ"),
        Just("b. "),
        Just("2. "),
    ]
    .prop_map(str::to_owned);
    proptest::collection::vec(prop_oneof![4 => pieces, 1 => any::<String>()], 0..40)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]
    #[test]
    fn no_text_makes_cutting_fail_or_lose_a_byte(text in restless_text(), index in 0..ALL.len()) {
        let language: &Language = ALL[index];
        for soft in [SoftCuts::Never, SoftCuts::Conventional, SoftCuts::Always] {
            let cuts = cuts_with(&text, language, soft);
            let mut last = 0;
            for cut in &cuts {
                prop_assert!(text.is_char_boundary(cut.at));
                prop_assert!(cut.at > last && cut.at < text.len());
                prop_assert!(!text[last..cut.at].trim().is_empty(), "empty segment in {cuts:?}");
                prop_assert!(cut.boundary != Boundary::Block);
                prop_assert!(soft != SoftCuts::Never || cut.boundary == Boundary::Hard);
                last = cut.at;
            }
            prop_assert!(cuts.is_empty() || !text[last..].trim().is_empty());
        }
    }
}
