//! Scores an audit against a list of the divergences that are in a pair of texts.

use crate::audit::{Finding, Severity};
use crate::bitext::Bitext;
use crate::error::{Error, Result};
use crate::pair::{Pair, Side};
use crate::span::{Position, Span};

/// A divergence that an audit should find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The check that finds it.
    pub check: String,
    /// The words on each side; empty where the side has none.
    pub words: Pair<String>,
    /// What differs.
    pub what: String,
}

/// Parses one divergence a line: check, source words, target words, what differs, parted by TAB.
///
/// # Errors
///
/// At the first line without four columns.
pub fn parse(text: &str) -> Result<Vec<Divergence>> {
    let line = |(index, line): (usize, &str)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [check, source, target, what] = cells.as_slice() else {
            let found = format!("{} columns", cells.len());
            let expected = "check, source words, target words and what differs, parted by TAB";
            return Err(Error::expected(expected, found).at(Position { line: index, column: 0 }));
        };
        Ok(Divergence {
            check: (*check).to_owned(),
            words: Pair::new((*source).to_owned(), (*target).to_owned()),
            what: (*what).to_owned(),
        })
    };
    text.lines().enumerate().filter(|(_, line)| !line.is_empty()).map(line).collect()
}

/// Parses one divergence a line as a JSON object with the strings `check`, `source`, `target` and,
/// if wanted, `what`; other members are left alone.
///
/// # Errors
///
/// At the first line that is no such object.
pub fn parse_jsonl(text: &str) -> Result<Vec<Divergence>> {
    #[derive(serde::Deserialize)]
    struct Record {
        check: String,
        #[serde(default)]
        source: String,
        #[serde(default)]
        target: String,
        #[serde(default)]
        what: String,
    }
    let line = |(index, line): (usize, &str)| {
        let record: Record = serde_json::from_str(line).map_err(|error| {
            let expected = "an object with check, source, target and what";
            Error::expected(expected, error.to_string()).at(Position { line: index, column: 0 })
        })?;
        let words = Pair::new(record.source, record.target);
        Ok(Divergence { check: record.check, words, what: record.what })
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

/// How an audit did against an answer key.
#[derive(Debug)]
pub struct AuditScore<'a> {
    /// Divergences with a finding of the right check at their words.
    pub found: Vec<&'a Divergence>,
    /// Divergences that some other check reported at their words.
    pub misnamed: Vec<&'a Divergence>,
    /// Divergences without a finding.
    pub missed: Vec<&'a Divergence>,
    /// Findings, major or worse, at the words of no divergence.
    pub unfounded: Vec<&'a Finding>,
    /// How many findings are major or worse.
    pub grave: usize,
}

impl AuditScore<'_> {
    /// Share of the divergences with a finding at their words, of whatever check; 1 of none.
    pub fn recall(&self) -> f64 {
        let reported = self.found.len() + self.misnamed.len();
        share(reported, reported + self.missed.len())
    }

    /// Share of the findings, major or worse, at the words of a divergence; 1 of none.
    pub fn precision(&self) -> f64 {
        share(self.grave - self.unfounded.len(), self.grave)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Compares findings with the divergences that are there.
pub fn score<'a>(
    bitext: &Bitext,
    findings: &'a [Finding],
    key: &'a [Divergence],
) -> AuditScore<'a> {
    let places: Vec<Pair<Option<Span>>> = key.iter().map(|entry| locate(bitext, entry)).collect();
    let is_at = |finding: &Finding, place: &Pair<Option<Span>>| {
        Side::BOTH.iter().any(|side| {
            let spans = finding.spans.side(*side);
            place.side(*side).is_some_and(|place| spans.iter().any(|span| span.overlaps(place)))
        })
    };
    let mut score =
        AuditScore { found: vec![], misnamed: vec![], missed: vec![], unfounded: vec![], grave: 0 };
    for (divergence, place) in key.iter().zip(&places) {
        let mut here = findings.iter().filter(|finding| is_at(finding, place)).peekable();
        let is_reported = here.peek().is_some();
        if here.any(|finding| finding.check == divergence.check) {
            score.found.push(divergence);
        } else if is_reported {
            score.misnamed.push(divergence);
        } else {
            score.missed.push(divergence);
        }
    }
    let grave = || findings.iter().filter(|finding| finding.severity >= Severity::Major);
    score.grave = grave().count();
    score
        .unfounded
        .extend(grave().filter(|finding| !places.iter().any(|place| is_at(finding, place))));
    score
}

fn locate(bitext: &Bitext, divergence: &Divergence) -> Pair<Option<Span>> {
    Pair::from_fn(|side| {
        let words = divergence.words.side(side);
        let text = &bitext.renderings.side(side).document.text;
        let start = text.find(words.as_str()).filter(|_| !words.is_empty())?;
        Some(Span::new(start, start + words.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{Options, audit};
    use crate::format::tsv;
    use crate::lang::Language;

    #[test]
    fn both_forms_of_a_key_say_the_same() {
        let key = parse("number-mismatch\t12\t21\ttransposed\n").unwrap();
        let line = r#"{"check":"number-mismatch","source":"12","target":"21","what":"transposed"}"#;
        assert_eq!(parse_jsonl(line).unwrap(), key);
        assert!(parse("one\ttwo").is_err());
        assert!(parse_jsonl("{}").is_err());
    }

    #[test]
    fn findings_are_counted_against_the_key() {
        let languages = Pair::new("en", "nb").map(|tag| Language::from_tag(tag).unwrap());
        let rows = "There were 12 patients.\tDet var 21 pasienter.\nAll 35 lived.\tAlle 53 levde.";
        let bitext = tsv::read(rows, languages).unwrap();
        let findings = audit(&bitext, &Options::default());
        let key = parse("number-mismatch\t12\t21\t\nnegation-flip\tlived\tlevde\t").unwrap();
        let score = score(&bitext, &findings, &key);
        assert_eq!((score.found.len(), score.missed.len(), score.unfounded.len()), (1, 1, 1));
        assert_eq!((score.recall(), score.precision()), (0.5, 0.5));
    }
}
