//! A number written with the separators of another language.

use crate::anchor::{Anchor, Match, Rational, Value};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, notation, values};
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Words up to which two equal sides are a row of figures, a heading or a name; longer ones are quoted
/// by both renderings, such as what a program prints, and have their marks from elsewhere.
const LONGEST_SAME: usize = 4;

pub(super) static CHECK: Check = Check {
    id: "number-format",
    severity: Severity::Minor,
    mqm: "locale-conventions/number-format",
    its: "locale-violation",
    explanation: Explanation {
        finds: "A number whose decimal or grouping mark is not the one of its language; major where it then reads as another value.",
        matters: "12,500 is twelve thousand and a half in English and twelve and a half in Norwegian.",
        example: [("en", "The dose is 2.5 mg."), ("nb", "Dosen er 2.5 mg.")],
        ignores: "Spaces of any width between groups, numbers without marks, times, versions and section numbers, and numbers that the other side does not confirm.",
    },
    scope: Scope::AnyBead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let is_quoted = view.text(Side::Source).split_whitespace().nth(LONGEST_SAME).is_some();
    if is_quoted && view.sides_are_equal() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (pair, grade) in values::pairs(view) {
        if grade > Match::OtherNotation {
            continue;
        }
        found.extend(Side::BOTH.into_iter().filter_map(|side| foreign(view, side, pair, grade)));
    }
    found
}

fn foreign(view: &BeadView<'_>, side: Side, pair: Pair<&Anchor>, grade: Match) -> Option<Finding> {
    let anchor = pair.side(side);
    let orthography = &view.language(side).orthography;
    let text = anchor.span.of(view.document_text(side));
    let is_bare = matches!(anchor.value, Value::Number(_));
    let numbers = anchor.value.numbers();
    let figures = notation::figures(text);
    let [(start, end)] = figures[..] else { return None };
    let [value] = numbers[..] else { return None };
    let figure = &text[start..end];
    let marks: Vec<char> = figure.chars().filter(|sign| matches!(sign, '.' | ',')).collect();
    let mark = *marks.first()?;
    let behind = figure.rsplit(mark).next().map_or(0, str::len);
    // "LibreOffice 4.1" of one side may be "version 4.1" on the other.
    let follows_name = Side::BOTH.into_iter().any(|side| {
        follows_a_name(view.document_text(side)[..pair.side(side).span.start].trim_end())
    });
    // Versions, sections and times have marks of their own.
    let is_label = is_bare
        && (marks.len() == 1
            && behind <= 2
            && mark == '.'
            && (behind == 2 || follows_name || text == figure && opens_both(view, figure)));
    let is_name = is_bare && is_glued(view.document_text(side), anchor.span);
    let misread = grade == Match::OtherNotation && marks.len() == 1 && mark == orthography.decimal;
    let is_wrong = match marks.len() {
        1 if mark == orthography.decimal => misread && behind == 3,
        1 => behind != 3,
        _ => marks.iter().all(|other| *other == mark) && !orthography.group.contains(&mark),
    };
    if !is_wrong || is_label || is_name {
        return None;
    }
    let written = if !misread && marks.len() == 1 {
        figure.replace(mark, &orthography.decimal.to_string())
    } else {
        let meant = if misread { read_otherwise(&anchor.value)? } else { value };
        notation::write(meant, orthography, true)?
    };
    let message = format!(
        "{figure} has the marks of another language: in {} it is written {written}.",
        view.language(side)
    );
    let span = Span::new(anchor.span.start + start, anchor.span.start + end);
    let finding = Finding::new(&CHECK, 0.9, message)
        .in_bead(view.index)
        .at(side, span)
        .at(side.other(), pair.side(side.other()).span)
        .suggesting(written);
    Some(if misread { finding.with_severity(Severity::Major) } else { finding })
}

/// Whether both sides begin with the figure, as a numbered heading does.
fn opens_both(view: &BeadView<'_>, figure: &str) -> bool {
    Side::BOTH.into_iter().all(|side| view.text(side).trim_start().starts_with(figure))
}

/// Whether a full stop or a colon joins the figure to more, as in the name of a file or a host:
/// "db.192.168", "ip4:206.221".
fn is_glued(text: &str, span: Span) -> bool {
    let behind = text[span.end..].strip_prefix('.');
    let before = text[..span.start].strip_suffix(['.', ':']);
    behind.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        || before.is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
}

fn follows_a_name(before: &str) -> bool {
    let word = before.rsplit(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_uppercase)
}

fn read_otherwise(value: &Value) -> Option<Rational> {
    match value {
        Value::Number(number) => number.magnitude.alternative,
        Value::Quantity(quantity) => quantity.magnitude.alternative,
        _ => None,
    }
}
