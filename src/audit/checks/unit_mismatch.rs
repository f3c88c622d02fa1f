//! The same figure with another unit.

use crate::audit::values::Fault;
use crate::audit::wording::findings;
use crate::audit::{Check, Explanation, Scope, Severity};

pub(super) static CHECK: Check = Check {
    id: "unit-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/unit-conversion",
    its: "number",
    explanation: Explanation {
        finds: "The same figure with another unit on each side.",
        matters: "Milligrams read as micrograms are a thousandfold error that the figure hides.",
        example: [
            ("en", "Take 400 µg of folic acid a day."),
            ("nb", "Ta 400 mg folsyre om dagen."),
        ],
        ignores: "Signs against words for one unit, converted values, and a unit that only one side repeats.",
    },
    scope: Scope::Bead(|view| findings(view, &CHECK, Fault::Unit)),
};
