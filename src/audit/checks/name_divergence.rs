//! A name that the other side does not give, or gives as another.

use crate::anchor::{Anchor, Name, Value};
use crate::audit::naming::{is_about, unnamed};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::pair::{Pair, Side};

pub(super) static CHECK: Check = Check {
    id: "name-divergence",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/entity",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A name of a person, place or thing that the other side does not give, in any script.",
        matters: "Another name is another person, town or firm.",
        example: [
            ("nb", "Studien ble ledet av Lindqvist i Trondheim."),
            ("en", "The study was led by Bergman in Trondheim."),
        ],
        ignores: "Transliterations, endings and prefixes, countries in each language, words of the lexicon with a capital, and names at the start of a sentence that may be words.",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let Pair { mut source, mut target } = unnamed(view);
    let mut found = Vec::new();
    let text = |side: Side, anchor: &Anchor| anchor.span.of(view.document_text(side));
    while !source.is_empty() && !target.is_empty() {
        let (a, b) = (source.remove(0).anchor, target.remove(0).anchor);
        let message = format!(
            "The source names {}, the target {}.",
            text(Side::Source, a),
            text(Side::Target, b)
        );
        found.push(
            Finding::new(&CHECK, 0.7, message)
                .in_bead(view.index)
                .at(Side::Source, a.span)
                .at(Side::Target, b.span),
        );
    }
    // Across scripts a name that is not found may be written in an unforeseen way.
    let is_one_script = view.language(Side::Source).script == view.language(Side::Target).script;
    for (side, lone) in [(Side::Source, source), (Side::Target, target)] {
        for unnamed in lone {
            let is_sure = is_territory(unnamed.anchor) || is_one_script;
            if !is_sure || is_about(view, side, unnamed.anchor) {
                continue;
            }
            let other = side.other();
            let name = text(side, unnamed.anchor);
            let message =
                format!("The {} names {name}; the {} does not.", side.name(), other.name());
            found.push(
                Finding::new(&CHECK, 0.6, message)
                    .in_bead(view.index)
                    .at(side, unnamed.anchor.span)
                    .at_all(other, view.span(other)),
            );
        }
    }
    found
}

fn is_territory(anchor: &Anchor) -> bool {
    matches!(anchor.value, Value::Name(Name::Territory(_)))
}
