use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, english_holes};
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "lost-word",
    severity: Severity::Major,
    mqm: "accuracy/omission",
    its: "omission",
    explanation: Explanation {
        finds: "A place where a word fell out: marks with nothing between them, a genitive ending that stands alone, an English article or preposition before a mark or a verb, \"one of\" before a bare word.",
        matters: "What fell out is mostly a name or a figure, put in by hand or by a program.",
        example: [("nb", "Hun reiste fra Narvik til Bodø."), ("en", "She travelled from to Bodø.")],
        ignores: "Prepositions that end a question or a relative clause, verbs with a particle, ellipses, lists, letters that are names.",
    },
    scope: Scope::Bead(|view| Side::BOTH.into_iter().filter_map(|side| find(view, side)).collect()),
};

fn find(view: &BeadView<'_>, side: Side) -> Option<Finding> {
    let bead = view.span(side)?;
    let text = bead.of(view.document_text(side));
    let hole = bare_marks(text, view.text(side.other())).or_else(|| {
        (view.language(side).code == "en").then(|| english_holes::first(text)).flatten()
    })?;
    let message = format!("A word seems to be lost at \"{}\".", hole.of(text));
    let other = side.other();
    Some(
        Finding::new(&CHECK, 0.8, message)
            .in_bead(view.index)
            .at(side, hole.shift(bead.start))
            .at_all(other, view.span(other)),
    )
}

/// A comma at the very beginning where the other side has none, two commas, a comma that opens a bracket
/// and is not all that it holds.
fn bare_marks(text: &str, other: &str) -> Option<Span> {
    const MARKS: [char; 2] = [',', ';'];
    let start = text.len() - text.trim_start().len();
    let begins_alone = text[start..].starts_with(MARKS) && !other.trim_start().starts_with(MARKS);
    if begins_alone && text[start..].len() > 1 {
        return Some(Span::new(start, start + 1));
    }
    let mut last: Option<(usize, char)> = None;
    let mut marks = text.char_indices().filter(|(_, c)| !c.is_whitespace()).peekable();
    while let Some((at, mark)) = marks.next() {
        // "commas (,)"
        let is_quoted = marks.peek().is_some_and(|(_, next)| *next == ')');
        if let Some((before, opener @ (',' | '('))) = last
            && matches!(mark, ',' | ';')
            && !(opener == '(' && is_quoted)
        {
            return Some(Span::new(before, at + mark.len_utf8()));
        }
        last = Some((at, mark));
    }
    None
}
