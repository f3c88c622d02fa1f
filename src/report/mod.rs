//! Renders findings, one file per format, all from one [`Report`].

use std::fmt;
use std::path::Path;

use crate::audit::{Accepted, Check, Finding, Severity};
use crate::bitext::Bitext;
use crate::document::Locator;
use crate::pair::{Pair, Side};
use crate::span::{Position, Span};

mod excerpt;
#[cfg(test)]
mod fixture;
pub mod github;
pub mod html;
pub mod json;
pub mod junit;
mod marks;
pub mod sarif;
#[cfg(test)]
mod schema;
pub mod text;
pub mod xliff;

/// What an audit has to tell.
pub struct Report<'a> {
    /// The text the findings are in.
    pub bitext: &'a Bitext,
    /// The checks that ran.
    pub checks: &'a [&'static Check],
    /// The open findings, in the order of [`Finding::by_weight`].
    pub findings: &'a [Finding],
    /// The findings that a baseline accepts.
    pub accepted: &'a [Accepted],
    /// What was found and is not told.
    pub withheld: Withheld,
    locators: Pair<Locator<'a>>,
}

/// The findings of little weight that a report leaves out: open ones, since the others are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// How many there are.
    pub count: usize,
    /// The severity that all of them are below.
    pub below: Severity,
}

impl Withheld {
    /// Takes the findings below a severity out.
    pub fn from(findings: &mut Vec<Finding>, below: Severity) -> Self {
        let all = findings.len();
        findings.retain(|finding| finding.severity >= below);
        Withheld { count: all - findings.len(), below }
    }
}

impl fmt::Display for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        match self.below {
            Severity::Minor => write!(f, "{} note{plural} not shown", self.count)?,
            below => write!(f, "{} finding{plural} below {} not shown", self.count, below.name())?,
        }
        let them = if self.count == 1 { "it" } else { "them" };
        write!(f, "; --min-severity note shows {them}.")
    }
}

/// The one place of a finding, for reports that point at a line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Primary {
    /// The side: the target wherever the target has text for it.
    pub side: Side,
    /// The visible span; empty where text is missing.
    pub span: Span,
}

impl<'a> Report<'a> {
    /// A report on a bitext.
    pub fn new(
        bitext: &'a Bitext,
        checks: &'a [&'static Check],
        findings: &'a [Finding],
        accepted: &'a [Accepted],
    ) -> Self {
        let withheld = Withheld { count: 0, below: Severity::Note };
        Report { bitext, checks, findings, accepted, withheld, locators: bitext.locators() }
    }

    /// Says what was found and is not among the findings.
    #[must_use]
    pub fn without(mut self, withheld: Withheld) -> Self {
        self.withheld = withheld;
        self
    }

    /// Ways from visible text to places in the raw files.
    pub fn locators(&self) -> &Pair<Locator<'a>> {
        &self.locators
    }

    /// The check that made a finding, with its index in the report.
    pub fn check(&self, finding: &Finding) -> Option<(usize, &'static Check)> {
        let index = self.checks.iter().position(|check| check.id == finding.check)?;
        Some((index, self.checks[index]))
    }

    /// The path of a side as it was given.
    pub fn path(&self, side: Side) -> Option<&'a Path> {
        self.bitext.renderings.side(side).document.origin.path.as_deref()
    }

    /// The file of a side with forward slashes, or the name of the side where it has none.
    pub fn file(&self, side: Side) -> String {
        self.path(side).map_or_else(
            || side.name().to_owned(),
            |path| path.to_string_lossy().replace('\\', "/"),
        )
    }

    /// Where a finding is: its first place in the target, else the target of its bead, else where
    /// the target's missing text would stand, else its first place in the source.
    pub fn primary(&self, finding: &Finding) -> Primary {
        let target = finding.spans.target.first().copied();
        if let Some(span) = target.or_else(|| self.bead_span(finding, Side::Target)) {
            return Primary { side: Side::Target, span };
        }
        // In the one file of a bitext, what stands there is plainer than where it is missing.
        let has_two_files = self.path(Side::Source) != self.path(Side::Target);
        let gap = finding.bead.filter(|_| has_two_files).and_then(|bead| self.gap_before(bead));
        if let Some(span) = gap {
            return Primary { side: Side::Target, span };
        }
        let source = finding.spans.source.first().copied();
        let span = source.or_else(|| self.bead_span(finding, Side::Source)).unwrap_or_default();
        Primary { side: Side::Source, span }
    }

    /// Line and column, from 0, of both ends of a visible span in its file.
    pub fn positions(&self, side: Side, span: Span) -> std::ops::Range<Position> {
        self.locators.side(side).positions(span)
    }

    /// The text of the bead of a finding on a side.
    pub fn bead_span(&self, finding: &Finding, side: Side) -> Option<Span> {
        let bead = self.bitext.alignment.beads().get(finding.bead?)?;
        self.bitext.renderings.side(side).span(bead.segments.side(side).clone())
    }

    /// The end of the target's last segment before a bead.
    fn gap_before(&self, bead: usize) -> Option<Span> {
        let target = &self.bitext.renderings.target;
        let first = self.bitext.alignment.beads().get(bead)?.segments.target.start;
        let last = target.segments.get(first.checked_sub(1)?)?;
        Some(Span::new(last.span.end, last.span.end))
    }
}
