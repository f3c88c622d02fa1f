use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, balance};
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "mismatched-brackets",
    severity: Severity::Minor,
    mqm: "linguistic conventions/punctuation/unpaired marks",
    its: "typographical",
    explanation: Explanation {
        finds: "A bracket without its partner on one side, where the other side pairs its brackets.",
        matters: "The reader cannot tell where the aside ends, and a piece of text may be lost with it.",
        example: [
            ("en", "Magnesium (as citrate) helps."),
            ("nb", "Magnesium (som sitrat hjelper."),
        ],
        ignores: "Labels such as \"a)\" and \"1)\", smileys, and brackets that open in one sentence of a paragraph and close in another.",
    },
    scope: Scope::Bead(|view| {
        let open = Side::BOTH.map(|side| unpaired(view, side));
        let [source, target] = &open;
        if source.is_some() == target.is_some() {
            return Vec::new();
        }
        let found = Side::BOTH.into_iter().zip(open).find_map(|(side, at)| Some((side, at?)));
        found.map(|(side, span)| finding(view, side, span)).into_iter().collect()
    }),
};

fn finding(view: &BeadView<'_>, side: Side, span: Span) -> Finding {
    let mark = span.of(view.document_text(side));
    let fault = if "([{".contains(mark) { "is never closed" } else { "closes nothing" };
    let finding = Finding::new(&CHECK, 0.9, format!("The bracket \"{mark}\" {fault}."))
        .in_bead(view.index)
        .at(side, span);
    match view.span(side.other()) {
        Some(other) => finding.at(side.other(), other),
        None => finding,
    }
}

/// The first bracket without a partner in the bead, if its blocks do not pair it.
fn unpaired(view: &BeadView<'_>, side: Side) -> Option<Span> {
    let text = view.document_text(side);
    let bead = view.span(side)?;
    let at = first_unpaired(bead.of(text))?.shift(bead.start);
    let around = balance::blocks_around(view, side)?;
    first_unpaired(around.of(text)).map(|_| at)
}

fn first_unpaired(text: &str) -> Option<Span> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut before = [' '; 4];
    for (at, mark) in text.char_indices() {
        match mark {
            '(' | '[' | '{' if !is_smiley(&before, &text[at + 1..]) => open.push((at, mark)),
            ')' | ']' | '}' => {
                let partner = match mark {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                };
                if open.last().is_some_and(|&(_, mark)| mark == partner) {
                    open.pop();
                } else if !is_label(&before) && !matches!(before[3], ':' | ';' | '-' | '8') {
                    return Some(Span::new(at, at + 1));
                }
            }
            _ => {}
        }
        before.rotate_left(1);
        before[3] = mark;
    }
    open.first().map(|&(at, _)| Span::new(at, at + 1))
}

/// Whether an opening bracket is a smiley, ":(", and not one behind a mark, "a;(b)".
fn is_smiley(before: &[char; 4], rest: &str) -> bool {
    matches!(before[3], ':' | ';')
        && before[2].is_whitespace()
        && !rest.starts_with(char::is_alphanumeric)
}

/// Whether the characters before a closing bracket are a label: "a)", "12)", "iv)".
fn is_label(before: &[char; 4]) -> bool {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':');
    let is_numeral = |c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x');
    let [first, second, third, last] = *before;
    last.is_alphanumeric() && is_edge(third)
        || is_numeral(last)
            && is_numeral(third)
            && (is_edge(second) || is_numeral(second) && is_edge(first))
}
