//! The same figure with another unit, or taken per another one.

use crate::audit::values::Fault;
use crate::audit::{Check, Explanation, Scope, Severity};
use crate::audit::{frequency, wording};

pub(super) static CHECK: Check = Check {
    id: "unit-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/unit-conversion",
    its: "number",
    explanation: Explanation {
        finds: "The same figure with another unit on each side, or per another one (a day, a week), and a frequency that differs.",
        matters: "Milligrams read as micrograms are a thousandfold error that the figure hides; a weekly dose taken daily may kill.",
        example: [
            ("en", "Take 400 µg of folic acid a day."),
            ("nb", "Ta 400 mg folsyre om dagen."),
        ],
        ignores: "Signs against words for one unit, converted values and frequencies (every 8 hours, three times a day), and a unit or frequency that only one side repeats.",
    },
    scope: Scope::Bead(|view| {
        let mut found = wording::findings(view, &CHECK, Fault::Unit);
        found.extend(frequency::findings(view, &CHECK));
        found
    }),
};
