use crate::audit::{Check, Explanation, Scope, Severity, one_sided};
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "segment-missing",
    severity: Severity::Major,
    mqm: "accuracy/omission",
    its: "omission",
    explanation: Explanation {
        finds: "Segments of the source that the target does not render.",
        matters: "A reader of the target never learns what they say.",
        example: [
            ("en", "Take it with food. Do not exceed six tablets a day."),
            ("nb", "Tas sammen med mat."),
        ],
        ignores: "Lines of marks alone; short left-over lines are notes; a segment that stands elsewhere is segment-moved.",
    },
    scope: Scope::Bitext(|bitext| one_sided::findings(bitext, Side::Source, &CHECK)),
};
