//! Finds where two aligned renderings diverge.

use serde::{Deserialize, Serialize};

use crate::bitext::Bitext;
use crate::pair::Pair;
use crate::span::Span;

/// How much a divergence matters to a reader of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; often no fault.
    Note,
    /// A matter of form.
    Minor,
    /// The renderings say different things.
    Major,
    /// The difference could do harm.
    Critical,
}

impl Severity {
    /// The name used in output.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Minor => "minor",
            Severity::Major => "major",
            Severity::Critical => "critical",
        }
    }
}

/// A place where the renderings diverge.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Id of the check that found it.
    pub check: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Probability that it is a true divergence, 0 to 1.
    pub confidence: f64,
    /// One sentence for a human: what differs.
    pub message: String,
    /// Index of the bead it is in.
    pub bead: Option<usize>,
    /// The places in the visible text of each side.
    pub spans: Pair<Vec<Span>>,
    /// What to write instead.
    pub suggestion: Option<String>,
}

/// How to audit.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {}

/// Runs every check over a bitext; findings come by severity, then confidence, then place.
pub fn audit(_bitext: &Bitext, _options: &Options) -> Vec<Finding> {
    Vec::new()
}
