//! Renders findings, one file per format, all from one [`Report`].

use std::path::Path;

use crate::audit::{Accepted, Check, Finding};
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
    locators: Pair<Locator<'a>>,
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
        Report { bitext, checks, findings, accepted, locators: bitext.locators() }
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
