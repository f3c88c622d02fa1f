//! A date or time that differs, lacks a part, or that one side does not give.

use crate::audit::values::Fault;
use crate::audit::wording::findings;
use crate::audit::{Check, Explanation, Scope, Severity};

pub(super) static CHECK: Check = Check {
    id: "date-mismatch",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/date-time",
    its: "number",
    explanation: Explanation {
        finds: "A date, time of day, year or decade that differs between the sides or is not complete on one.",
        matters: "A wrong date misplaces a study, a recall or an appointment.",
        example: [
            ("he", "הסקירה עודכנה ב-18 באוגוסט 2025."),
            ("nb", "Oversikten ble oppdatert 18. april 2025."),
        ],
        ignores: "Other orders and forms of one date, the 19th century against the 1800s, a weekday or a time that only one side adds.",
    },
    scope: Scope::Bead(|view| findings(view, &CHECK, Fault::Date)),
};
