//! Runs the cases of `tests/anchor/<kind>.txt`, a file a kind.
//!
//! A case is `language | text | values`: the values of that kind in the text, in order, separated
//! by `;`, weak ones marked with `?`. Nothing after the second bar means that nothing is found.
//! Words that may be a name, but need a partner to be one, are left out.

use targum::anchor::{Anchor, Kind, Name, Strength, Value, anchor};
use targum::document::Document;
use targum::lang::Language;
use targum::segment::{Boundary, Segment};
use targum::span::Span;

fn anchors(text: &str, tag: &str) -> Vec<Anchor> {
    let language = Language::from_tag(tag).unwrap();
    let document = Document::from_lines(text, language);
    let segment = Segment { span: Span::new(0, text.len()), block: 0, boundary: Boundary::Block };
    anchor(&document, &[segment])
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
        let found: Vec<_> = anchors(text, tag).iter().filter_map(|a| shown(a, kind)).collect();
        let found = found.join("; ");
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
