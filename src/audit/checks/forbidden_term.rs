use crate::audit::{BeadView, Check, Explanation, Finding, Glossary, Scope, Severity};
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "forbidden-term",
    severity: Severity::Minor,
    mqm: "terminology/inconsistent-with-terminology-resource",
    its: "terminology",
    explanation: Explanation {
        finds: "A rendering that the project's glossary forbids.",
        matters: "Readers meet two names for one thing, or a name that misleads.",
        example: [("en", "Migraine is common."), ("nb", "Hodepine er vanlig.")],
        ignores: "The same words where the other side does not have the term, and inside the preferred name. Without a glossary the check is silent.",
    },
    scope: Scope::Glossary(find),
};

fn find(view: &BeadView<'_>, glossary: &Glossary) -> Vec<Finding> {
    let mut findings = Vec::new();
    for side in Side::BOTH {
        for forbidden in glossary.forbidden(view, side) {
            let word = forbidden.span.of(view.document_text(side));
            let message = match forbidden.preferred {
                Some(name) => format!("The glossary forbids \"{word}\" and has \"{name}\"."),
                None => format!("The glossary forbids \"{word}\"."),
            };
            let mut finding =
                Finding::new(&CHECK, 0.95, message).in_bead(view.index).at(side, forbidden.span);
            if let Some(rendered) = forbidden.rendered {
                finding = finding.at(side.other(), rendered);
            }
            if let Some(name) = forbidden.preferred {
                finding = finding.suggesting(name);
            }
            findings.push(finding);
        }
    }
    findings
}
