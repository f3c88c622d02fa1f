//! Runs the cases of `tests/anchor/<kind>.txt`, a file a kind.
//!
//! A case is `language | text | values`: the values of that kind in the text, in order, separated
//! by `;`, weak ones marked with `?`. Nothing after the second bar means that nothing is found.
//! Words that may be a name, but need a partner to be one, are left out.

use targum::anchor::{Anchor, Kind, Name, Strength, Value, anchor, terms};
use targum::document::Document;
use targum::lang::Language;
use targum::segment::{Boundary, Segment};
use targum::span::Span;

fn passage(text: &str, tag: &str) -> (Document, [Segment; 1]) {
    let document = Document::from_lines(text, Language::from_tag(tag).unwrap());
    let segment = Segment { span: Span::new(0, text.len()), block: 0, boundary: Boundary::Block };
    (document, [segment])
}

fn anchors(text: &str, tag: &str) -> Vec<Anchor> {
    let (document, segments) = passage(text, tag);
    anchor(&document, &segments)
}

/// What a case of terms expects, if it is found; else what is found. The cell names concepts that
/// must be found and, behind `!`, ones that must not.
fn concepts(text: &str, tag: &str, expected: &str) -> String {
    let (document, segments) = passage(text, tag);
    let found = terms(&document, &segments, None);
    let mut found: Vec<&str> = found.iter().map(|term| term.concept.name()).collect();
    found.dedup();
    let holds = |cell: &str| match cell.trim().strip_prefix('!') {
        Some(name) => !found.contains(&name),
        None => found.contains(&cell.trim()),
    };
    let as_expected =
        if expected.is_empty() { found.is_empty() } else { expected.split(';').all(holds) };
    if as_expected { expected.to_owned() } else { found.join("; ") }
}

fn shown(anchor: &Anchor, kind: Kind) -> Option<String> {
    let weak = anchor.strength == Strength::Weak;
    if anchor.value.kind() != kind {
        return None;
    }
    match anchor.value {
        Value::Name(Name::Written { .. }) if weak => None,
        _ => Some(format!("{}{}", anchor.value, if weak { "?" } else { "" })),
    }
}

fn run(kind: Kind) {
    let path = format!("{}/tests/anchor/{}.txt", env!("CARGO_MANIFEST_DIR"), kind.name());
    let cases = std::fs::read_to_string(path).unwrap();
    let (mut failures, mut count, mut languages) = (Vec::new(), 0, Vec::new());
    for (index, line) in cases.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut cells = line.split('|').map(str::trim);
        let (Some(tag), Some(text), Some(expected)) = (cells.next(), cells.next(), cells.next())
        else {
            panic!("line {}: expected three cells in {line:?}", index + 1);
        };
        let found = match kind {
            Kind::Term => concepts(text, tag, expected),
            _ => {
                let found = anchors(text, tag);
                found.iter().filter_map(|a| shown(a, kind)).collect::<Vec<_>>().join("; ")
            }
        };
        if found != expected {
            failures
                .push(format!("{}: {text}\n  expected {expected}\n  found    {found}", index + 1));
        }
        count += 1;
        languages.push(tag.to_owned());
    }
    languages.sort();
    languages.dedup();
    assert!(count >= 40 && languages.len() >= 6, "{count} cases in {languages:?}");
    assert!(failures.is_empty(), "{} of {count} fail\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn formulae() {
    run(Kind::Formula);
}

#[test]
fn acronyms() {
    run(Kind::Acronym);
}

#[test]
fn identifiers() {
    run(Kind::Identifier);
}

#[test]
fn citations() {
    run(Kind::Citation);
}

#[test]
fn drugs() {
    run(Kind::Drug);
}

#[test]
fn names() {
    run(Kind::Name);
}

#[test]
fn numbers() {
    run(Kind::Number);
}

#[test]
fn quantities() {
    run(Kind::Quantity);
}

#[test]
fn dates() {
    run(Kind::Date);
}

#[test]
fn concepts_of_the_lexicon() {
    run(Kind::Term);
}
