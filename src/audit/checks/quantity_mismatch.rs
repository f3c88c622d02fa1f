//! A value with a unit that differs, or that one side does not give.

use crate::anchor::Kind;
use crate::audit::values::Fault;
use crate::audit::{Check, Explanation, Scope, Severity};
use crate::audit::{exchange, wording};

pub(super) static CHECK: Check = Check {
    id: "quantity-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/number",
    its: "number",
    explanation: Explanation {
        finds: "A dose, measure, duration or sum that differs between the sides.",
        matters: "A tenfold dose harms; a wrong duration or sum misleads.",
        example: [
            ("he", "המינון המומלץ הוא 500 מ\"ג ביום."),
            ("nb", "Anbefalt dose er 50 mg per dag."),
        ],
        ignores: "Equal values in other units (1 g and 1000 mg), conversions that are rounded (10 miles and 16 km), and values in words.",
    },
    scope: Scope::Bead(|view| {
        let mut found = wording::findings(view, &CHECK, Fault::Quantity);
        found.extend(exchange::findings(view, &CHECK, Kind::Quantity));
        found
    }),
};
