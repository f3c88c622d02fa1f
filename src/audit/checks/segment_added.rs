use crate::audit::{Check, Explanation, Scope, Severity, one_sided};
use crate::pair::Side;

pub(super) static CHECK: Check = Check {
    id: "segment-added",
    severity: Severity::Major,
    mqm: "accuracy/addition",
    its: "addition",
    explanation: Explanation {
        finds: "Segments of the target that render nothing in the source.",
        matters: "The target says what the source does not.",
        example: [("en", "Take it with food."), ("nb", "Tas sammen med mat. Kan også knuses.")],
        ignores: "Lines of marks alone; short left-over lines are notes; a segment that stands elsewhere is segment-moved.",
    },
    scope: Scope::Bitext(|bitext| one_sided::findings(bitext, Side::Target, &CHECK)),
};
