//! A bare number that differs, or that one side does not give.

use crate::anchor::Kind;
use crate::audit::values::Fault;
use crate::audit::{Check, Explanation, Scope, Severity};
use crate::audit::{exchange, wording};

pub(super) static CHECK: Check = Check {
    id: "number-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/number",
    its: "number",
    explanation: Explanation {
        finds: "A number that differs between the sides, or that stands on one side only.",
        matters: "A changed figure is the divergence that readers act on and that no fluent sentence betrays.",
        example: [("he", "במחקר השתתפו 342 חולים."), ("nb", "I studien deltok 324 pasienter.")],
        ignores: "Digits against words, other separators, repetitions, words such as \"one\" and \"first\", and a number that the neighbouring segment gives.",
    },
    scope: Scope::Bead(|view| {
        let mut found = wording::findings(view, &CHECK, Fault::Number);
        found.extend(exchange::findings(view, &CHECK, Kind::Number));
        found
    }),
};
