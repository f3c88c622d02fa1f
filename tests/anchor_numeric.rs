//! Runs the cases of `tests/anchor/number.txt`, `quantity.txt` and `date.txt`.
//!
//! A case is `language | text | values`: the values of that kind in the text, in order, separated
//! by `;`, weak ones marked with `?`. Nothing after the second bar means that nothing is found.

use targum::anchor::{Kind, Strength, anchor};
use targum::document::Document;
use targum::lang::Language;
use targum::segment::{Boundary, Segment};
use targum::span::Span;

fn values(text: &str, tag: &str, kind: Kind) -> String {
    let language = Language::from_tag(tag).unwrap();
    let document = Document::from_lines(text, language);
    let span = Span::new(0, text.len());
    let segments = [Segment { span, block: 0, boundary: Boundary::Block }];
    let found = anchor(&document, &segments);
    let shown = found.iter().filter(|anchor| anchor.value.kind() == kind).map(|anchor| {
        let mark = if anchor.strength == Strength::Weak { "?" } else { "" };
        format!("{}{mark}", anchor.value)
    });
    shown.collect::<Vec<_>>().join("; ")
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
        let found = values(text, tag, kind);
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
