//! A percentage that is a bare number on the other side.

use crate::audit::values::Fault;
use crate::audit::wording::findings;
use crate::audit::{Check, Explanation, Scope, Severity};

pub(super) static CHECK: Check = Check {
    id: "percent-dropped",
    severity: Severity::Major,
    mqm: "accuracy/omission",
    its: "omission",
    explanation: Explanation {
        finds: "A percentage whose other side gives the number without percent.",
        matters: "Fifteen patients and fifteen per cent of patients are different news.",
        example: [("de", "15 % der Patienten brachen ab."), ("en", "15 patients dropped out.")],
        ignores: "\"5 to 10 %\" where the sign stands once, and fractions (50 % and one half).",
    },
    scope: Scope::Bead(|view| findings(view, &CHECK, Fault::Percent)),
};
