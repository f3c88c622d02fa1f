use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::document::BlockKind;
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "list-structure",
    severity: Severity::Minor,
    mqm: "design/layout/lists",
    its: "formatting",
    explanation: Explanation {
        finds: "A list item of one side that does not open a line, or carries no bullet, on the other.",
        matters: "The reader loses the list, and the item runs into the text before it.",
        example: [("en", "• Drink water."), ("nb", "Drikk vann.")],
        ignores: "Another kind of bullet, dashes that open speech, headings, lists that are running text as a whole on one side.",
    },
    scope: Scope::Bead(|view| find(view).into_iter().collect()),
};

fn find(view: &BeadView<'_>) -> Option<Finding> {
    if view.bead().is_null() || view.bead().posterior < 0.5 {
        return None;
    }
    let places = Side::BOTH.map(|side| place(view, side));
    let side = match places {
        [Place::Item, Place::Running] => Side::Target,
        [Place::Running, Place::Item] => Side::Source,
        _ => return None,
    };
    let message = format!("A list item of the {} side is running text here.", side.other().name());
    let finding = Finding::new(&CHECK, 0.8, message).in_bead(view.index);
    Some(finding.at_all(side, view.span(side)).at_all(side.other(), view.span(side.other())))
}

#[derive(Clone, Copy)]
enum Place {
    /// Opens a list item.
    Item,
    /// Goes on inside one.
    Inside,
    /// Is running text, or opens an item in the middle of a line.
    Running,
}

fn place(view: &BeadView<'_>, side: Side) -> Place {
    let rendering = view.rendering(side);
    let first = view.bead().segments.side(side).start;
    let Some(segment) = rendering.segments.get(first) else { return Place::Inside };
    let Some(block) = rendering.document.blocks.get(segment.block as usize) else {
        return Place::Inside;
    };
    let text = segment.span.of(&rendering.document.text);
    let opens_block = block.span.start == segment.span.start;
    let has_bullet = opens_with_bullet(text);
    match block.kind {
        BlockKind::ListItem if opens_block => Place::Item,
        BlockKind::ListItem if text.starts_with("- ") || has_bullet => Place::Running,
        BlockKind::ListItem => Place::Inside,
        _ if has_bullet => Place::Item,
        // A dash may be a bullet and may open speech; a label may be a number.
        _ if text.starts_with(['-', '–', '—']) || opens_with_label(text) => Place::Inside,
        BlockKind::Paragraph | BlockKind::Line => Place::Running,
        _ => Place::Inside,
    }
}

/// Whether a text opens with a bullet. An asterisk or a point glued to a word stresses it, or marks
/// a footnote.
fn opens_with_bullet(text: &str) -> bool {
    text.starts_with(['•', '▪', '‣', '◦', '●']) || text.starts_with("* ") || text.starts_with("· ")
}

/// Whether a text opens with a number, or with a letter or two as a label: "a)", "(ii)", "B.".
fn opens_with_label(text: &str) -> bool {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let label: String = inner.chars().take_while(|c| c.is_alphanumeric()).take(4).collect();
    let letters = label.chars().count();
    let rest = &inner[label.len()..];
    text.starts_with(char::is_numeric)
        || (1..=3).contains(&letters) && rest.starts_with(')')
        || letters == 1 && rest.starts_with(". ")
}
