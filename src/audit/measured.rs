//! How well each check does on the development data.

use super::calibration;

/// What `tests/audit_figures` counted for a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Faults of its kind that were planted in clean pairs.
    pub planted: u32,
    /// How many of them were found.
    pub caught: u32,
    /// Clean pairs looked at.
    pub clean: u32,
    /// How many of them it flagged.
    pub alarms: u32,
    /// Findings of which it is known whether they are true.
    pub known: u32,
    /// How many of those are true.
    pub right: u32,
}

/// The figures of a check: id, planted, caught, clean, alarms; sorted by id.
static TABLE: &str = include_str!("measured.tsv");

impl Measured {
    /// The figures of a check; `None` if it has not been measured.
    pub fn of(check: &str) -> Option<Measured> {
        let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
        let mut cells = rows
            .map(|row| row.split('\t'))
            .find_map(|mut cells| (cells.next() == Some(check)).then_some(cells))?;
        let mut number = || cells.next()?.parse().ok();
        let (known, right) = calibration::known(check);
        Some(Measured {
            known,
            right,
            planted: number()?,
            caught: number()?,
            clean: number()?,
            alarms: number()?,
        })
    }
}
