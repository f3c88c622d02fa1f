use std::collections::{BTreeMap, BTreeSet};

use super::calibration::{Confidence, calibrated};
use super::{CHECKS, Check, Finding, Glossary, Severity};
use crate::bitext::Bitext;
use crate::lang::words::fold;
use crate::pair::Side;
use crate::span::Span;

/// How to audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    levels: BTreeMap<&'static str, Level>,
    accepted: BTreeSet<String>,
    /// The terms of the project.
    pub glossary: Glossary,
    /// What the confidence of a finding is.
    pub confidence: Confidence,
}

/// What becomes of the findings of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The check does not run.
    Off,
    /// Its findings have this severity.
    At(Severity),
}

impl Options {
    /// Sets what becomes of the findings of a check.
    pub fn set(&mut self, check: &'static Check, level: Level) {
        self.levels.insert(check.id, level);
    }

    /// Accepts a name or a word: a finding all of whose places on a side are accepted is dropped.
    /// Case, points and the shape of quotes do not matter.
    pub fn accept(&mut self, words: &str) {
        self.accepted.insert(normal(words));
    }

    /// The checks that run, in the order of the table.
    pub fn checks(&self) -> Vec<&'static Check> {
        let runs = |check: &Check| self.levels.get(check.id) != Some(&Level::Off);
        CHECKS.iter().copied().filter(|check| runs(check)).collect()
    }

    /// Whether every place of a finding on one of the sides is an accepted word.
    pub(super) fn accepts(&self, bitext: &Bitext, finding: &Finding) -> bool {
        !self.accepted.is_empty()
            && Side::BOTH.into_iter().any(|side| {
                let text = &bitext.renderings.side(side).document.text;
                let is_accepted = |span: &Span| self.accepted.contains(&normal(span.of(text)));
                let places = finding.spans.side(side);
                !places.is_empty() && places.iter().all(is_accepted)
            })
    }

    /// The finding at the severity and with the confidence asked for.
    pub(super) fn adjusted(&self, mut finding: Finding) -> Finding {
        if let Some(Level::At(severity)) = self.levels.get(finding.check) {
            finding.severity = *severity;
        }
        if self.confidence == Confidence::Calibrated {
            finding.confidence = calibrated(finding.check, finding.confidence);
        }
        finding
    }
}

fn normal(words: &str) -> String {
    words.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}
