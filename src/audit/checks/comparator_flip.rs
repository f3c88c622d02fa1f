//! A value bounded from the opposite direction.

use crate::audit::values::Fault;
use crate::audit::wording::findings;
use crate::audit::{Check, Explanation, Scope, Severity};

pub(super) static CHECK: Check = Check {
    id: "comparator-flip",
    severity: Severity::Critical,
    mqm: "accuracy/mistranslation",
    its: "mistranslation",
    explanation: Explanation {
        finds: "The same value with \"more than\" on one side and \"less than\" on the other.",
        matters: "p > 0.05 where p < 0.05 was meant turns a finding into its opposite.",
        example: [
            ("en", "The effect was significant (p < 0.05)."),
            ("nb", "Effekten var signifikant (p > 0,05)."),
        ],
        ignores: "\"At least\" against \"more than\", and a comparator that only one side has.",
    },
    scope: Scope::Bead(|view| findings(view, &CHECK, Fault::Comparator)),
};
