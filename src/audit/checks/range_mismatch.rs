//! A range with another end.

use crate::audit::values::Fault;
use crate::audit::wording::findings;
use crate::audit::{Check, Explanation, Scope, Severity};

pub(super) static CHECK: Check = Check {
    id: "range-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/number",
    its: "number",
    explanation: Explanation {
        finds: "A range of which an end differs, or that is one value on the other side.",
        matters: "A range is a limit: who follows the other end leaves it.",
        example: [("en", "Keep at 15–25 °C."), ("sv", "Förvaras vid 15–20 °C.")],
        ignores: "\"From 5 to 10\" against \"5–10\", and ends that stand as two values.",
    },
    scope: Scope::Bead(|view| findings(view, &CHECK, Fault::Range)),
};
