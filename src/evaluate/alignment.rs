//! Scores an alignment against gold beads, and its probabilities against how often they come true.
//!
//! Source: strict and lax precision and recall as in Thompson and Koehn 2019 (Vecalign), beads with
//! an empty side left out of both counts; expected calibration error, Naeini et al. 2015.

use std::collections::{HashMap, HashSet};

use crate::format::links::Link;

/// Counts over any number of documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    hypotheses: usize,
    gold: usize,
    strict: [usize; 2],
    lax: [usize; 2],
    bins: [Bin; 10],
}

/// Beads whose probability lies within a tenth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// How many beads.
    pub beads: usize,
    /// How many of them are right, strictly.
    pub right: usize,
    /// Sum of their probabilities.
    pub probability: f64,
}

/// Precision, recall and their harmonic mean, 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Share of the hypotheses that are right.
    pub precision: f64,
    /// Share of the gold that was found.
    pub recall: f64,
    /// Harmonic mean.
    pub f1: f64,
}

type Sides<'a> = (&'a [usize], &'a [usize]);

impl Counts {
    /// Adds a document.
    pub fn add(&mut self, gold: &[Link], hypotheses: &[Link]) {
        let gold_set: HashSet<Sides> = full(gold).map(sides).collect();
        let hypothesis_set: HashSet<Sides> = full(hypotheses).map(sides).collect();
        self.gold += gold_set.len();
        self.hypotheses += full(hypotheses).count();
        self.strict[0] += full(hypotheses).filter(|link| gold_set.contains(&sides(link))).count();
        self.strict[1] += gold_set.intersection(&hypothesis_set).count();
        self.lax[0] += touching(full(hypotheses).map(sides), gold_set.iter().copied());
        self.lax[1] += touching(gold_set.iter().copied(), hypothesis_set.iter().copied());
        for link in full(hypotheses) {
            let Some(posterior) = link.posterior else { continue };
            let bin = &mut self.bins[((posterior * 10.0) as usize).min(9)];
            bin.beads += 1;
            bin.right += usize::from(gold_set.contains(&sides(link)));
            bin.probability += posterior;
        }
    }

    /// Adds the counts of other documents.
    pub fn merge(&mut self, other: &Counts) {
        self.gold += other.gold;
        self.hypotheses += other.hypotheses;
        for at in 0..2 {
            self.strict[at] += other.strict[at];
            self.lax[at] += other.lax[at];
        }
        for (bin, more) in self.bins.iter_mut().zip(&other.bins) {
            bin.beads += more.beads;
            bin.right += more.right;
            bin.probability += more.probability;
        }
    }

    /// The same beads.
    pub fn strict(&self) -> Score {
        self.score(self.strict)
    }

    /// Beads that share a source and a target segment.
    pub fn lax(&self) -> Score {
        self.score(self.lax)
    }

    /// Beads by tenths of their probability.
    pub fn bins(&self) -> &[Bin; 10] {
        &self.bins
    }

    /// Mean distance between probability and share of right beads, over the bins by their beads.
    pub fn calibration_error(&self) -> f64 {
        let beads: usize = self.bins.iter().map(|bin| bin.beads).sum();
        let distance: f64 =
            self.bins.iter().map(|bin| (bin.probability - bin.right as f64).abs()).sum();
        distance / beads.max(1) as f64
    }

    fn score(&self, [right, found]: [usize; 2]) -> Score {
        let precision = right as f64 / self.hypotheses.max(1) as f64;
        let recall = found as f64 / self.gold.max(1) as f64;
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Score { precision, recall, f1 }
    }
}

/// The links with two sides.
fn full(links: &[Link]) -> impl Iterator<Item = &Link> {
    links.iter().filter(|link| !link.source.is_empty() && !link.target.is_empty())
}

fn sides(link: &Link) -> Sides<'_> {
    (&link.source, &link.target)
}

/// How many of `links` share a source and a target segment with one of `others`.
fn touching<'a>(
    links: impl Iterator<Item = Sides<'a>>,
    others: impl Iterator<Item = Sides<'a>>,
) -> usize {
    let mut by_source: HashMap<usize, Vec<&[usize]>> = HashMap::new();
    for (source, target) in others {
        for &index in source {
            by_source.entry(index).or_default().push(target);
        }
    }
    links
        .filter(|(source, target)| {
            source
                .iter()
                .filter_map(|index| by_source.get(index))
                .flatten()
                .any(|other| other.iter().any(|index| target.contains(index)))
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::links::parse;

    #[test]
    fn counts_agree_with_a_worked_example() {
        let gold = parse("[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[4]:[2]\n").unwrap();
        let hypotheses =
            parse("[0]:[0]:0.95\n[1]:[1]:0.5\n[2]:[]:0.5\n[3]:[2]:0.3\n[4]:[]:0.3").unwrap();
        let mut counts = Counts::default();
        counts.add(&gold, &hypotheses);
        let strict = counts.strict();
        assert_eq!((strict.precision, strict.recall), (1.0 / 3.0, 1.0 / 3.0));
        let lax = counts.lax();
        assert_eq!((lax.precision, lax.recall), (2.0 / 3.0, 2.0 / 3.0));
        assert_eq!(counts.bins()[9].right, 1);
        assert!((counts.calibration_error() - (0.05 + 0.5 + 0.3) / 3.0).abs() < 1e-9);
    }
}
