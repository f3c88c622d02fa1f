use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::Check;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// How much a divergence matters to a reader of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A liberty of translation: the renderings differ, and there is nothing to repair.
    Note,
    /// A matter of form.
    Minor,
    /// The renderings say different things.
    Major,
    /// The difference could do harm.
    Critical,
}

impl Severity {
    /// All severities, gravest first.
    pub const ALL: [Severity; 4] =
        [Severity::Critical, Severity::Major, Severity::Minor, Severity::Note];

    /// The least severity that a report shows unless another is asked for.
    pub const SHOWN: Severity = Severity::Minor;

    /// The severity of a name.
    pub fn from_name(name: &str) -> Option<Severity> {
        Severity::ALL.into_iter().find(|severity| severity.name() == name)
    }

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
    /// The places in the visible text of each side, ascending.
    pub spans: Pair<Vec<Span>>,
    /// What to write instead.
    pub suggestion: Option<String>,
}

impl Finding {
    /// A finding of `check` at its default severity, without places yet.
    pub fn new(check: &'static Check, confidence: f64, message: impl Into<String>) -> Self {
        Finding {
            check: check.id,
            severity: check.severity,
            confidence: confidence.clamp(0.0, 1.0),
            message: message.into(),
            bead: None,
            spans: Pair::default(),
            suggestion: None,
        }
    }

    /// Says which bead it is in.
    #[must_use]
    pub fn in_bead(mut self, bead: usize) -> Self {
        self.bead = Some(bead);
        self
    }

    /// Adds a place.
    #[must_use]
    pub fn at(mut self, side: Side, span: Span) -> Self {
        self.spans.side_mut(side).push(span);
        self
    }

    /// Adds places.
    #[must_use]
    pub fn at_all(mut self, side: Side, spans: impl IntoIterator<Item = Span>) -> Self {
        self.spans.side_mut(side).extend(spans);
        self
    }

    /// Sets another severity than the check's own.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn suggesting(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The order of a report: severity, then confidence, both falling, then place, then check.
    pub fn by_weight(&self, other: &Finding) -> Ordering {
        let weight = other.severity.cmp(&self.severity);
        weight
            .then(other.confidence.total_cmp(&self.confidence))
            .then_with(|| self.place().cmp(&other.place()))
            .then_with(|| self.check.cmp(other.check))
    }

    fn place(&self) -> (Option<usize>, Option<Span>, Option<Span>) {
        (self.bead, self.spans.source.first().copied(), self.spans.target.first().copied())
    }
}
