use super::{BeadView, Finding, Glossary, Severity};
use crate::bitext::Bitext;

/// A check: what it looks for, and the code that looks.
///
/// Named after the fault, so that its id reads after "allow".
pub struct Check {
    /// Stable id in kebab case.
    pub id: &'static str,
    /// Severity of its findings unless a finding says otherwise.
    pub severity: Severity,
    /// Error type in the Multidimensional Quality Metrics, as a path of names.
    pub mqm: &'static str,
    /// Value of `locQualityIssueType` in ITS 2.0.
    pub its: &'static str,
    /// What `targum explain` prints.
    pub explanation: Explanation,
    /// The code, and what it looks at.
    pub scope: Scope,
}

/// A check in words.
pub struct Explanation {
    /// What it finds, one sentence.
    pub finds: &'static str,
    /// Why it matters, one sentence.
    pub matters: &'static str,
    /// A pair of texts with the fault: language and text of each side.
    pub example: [(&'static str, &'static str); 2],
    /// What looks like the fault and is not flagged.
    pub ignores: &'static str,
}

/// What a check looks at.
#[derive(Clone, Copy)]
pub enum Scope {
    /// One bead at a time, save those whose sides are the same text, such as a line of code that both
    /// renderings quote: there is nothing to compare.
    Bead(fn(&BeadView<'_>) -> Vec<Finding>),
    /// One bead at a time, those whose sides are the same text too.
    AnyBead(fn(&BeadView<'_>) -> Vec<Finding>),
    /// As [`Scope::Bead`], beside the project's glossary.
    Glossary(fn(&BeadView<'_>, &Glossary) -> Vec<Finding>),
    /// The whole bitext.
    Bitext(fn(&Bitext) -> Vec<Finding>),
}
