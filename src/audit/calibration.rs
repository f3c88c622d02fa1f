//! How sure a finding is: the share of true ones among such findings of the development data.
//!
//! A check says how strong its evidence is, from 0 to 1; the table says how often findings of that
//! check and strength were true. The strength weighs as much as [`WEIGHT`] findings, so that few
//! findings move it little. `cargo test --release --test audit_figures fit -- --ignored` writes the
//! table.

/// Check, strength of the evidence, findings, true ones; sorted.
static TABLE: &str = include_str!("calibration.tsv");

/// How many findings the strength weighs as much as.
const WEIGHT: f64 = 10.0;

/// What the confidence of a finding is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confidence {
    /// The probability that it is true.
    #[default]
    Calibrated,
    /// The strength of its evidence as the check weighs it.
    Evidence,
}

/// Probability that a finding of a check with evidence of a strength is true.
pub fn calibrated(check: &str, strength: f64) -> f64 {
    let Some((findings, right)) = counts(check, grade(strength)) else { return strength };
    let probability = (f64::from(right) + WEIGHT * strength) / (f64::from(findings) + WEIGHT);
    (probability * 1000.0).round() / 1000.0
}

/// The row of the table that a strength belongs to, in twentieths.
pub fn grade(strength: f64) -> u32 {
    (strength.clamp(0.0, 1.0) * 20.0).round() as u32
}

/// Findings of a check of which it is known whether they are true, and how many are.
pub fn known(check: &str) -> (u32, u32) {
    let of_check = rows().filter(|row| row.check == check);
    of_check.fold((0, 0), |(all, right), row| (all + row.findings, right + row.right))
}

struct Row {
    check: &'static str,
    grade: u32,
    findings: u32,
    right: u32,
}

fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().filter(|row| !row.starts_with('#')).filter_map(|row| {
        let mut cells = row.split('\t');
        let check = cells.next()?;
        let mut number = || cells.next()?.parse().ok();
        Some(Row { check, grade: number()?, findings: number()?, right: number()? })
    })
}

fn counts(check: &str, grade: u32) -> Option<(u32, u32)> {
    let row = rows().find(|row| row.check == check && row.grade == grade)?;
    Some((row.findings, row.right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::CHECKS;

    #[test]
    fn the_table_is_sorted_and_of_known_checks() {
        let rows: Vec<Row> = rows().collect();
        assert_eq!(rows.len(), TABLE.lines().filter(|row| !row.starts_with('#')).count());
        assert!(rows.is_sorted_by(|a, b| (a.check, a.grade) < (b.check, b.grade)));
        for row in &rows {
            assert!(CHECKS.iter().any(|check| check.id == row.check), "{}", row.check);
            assert!(row.right <= row.findings, "{}", row.check);
        }
    }

    #[test]
    fn evidence_without_data_is_taken_at_its_word() {
        assert!((calibrated("forbidden-term", 0.33) - 0.33).abs() < 1e-9);
    }
}
