//! Findings on the news that have been read in both texts, in `adjudicated.tsv`.

use std::collections::BTreeMap;

use targum::audit::Finding;

use crate::corpora::Rows;

/// Whether the renderings differ as the finding says, by pair, document, line and check.
pub struct Verdicts(BTreeMap<[&'static str; 4], bool>);

static TABLE: &str = include_str!("adjudicated.tsv");

impl Verdicts {
    pub fn read() -> Verdicts {
        let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
        let verdict = |row: &'static str| {
            let cells: Vec<_> = row.split('\t').collect();
            let [pair, document, line, check, verdict, _] = cells[..] else {
                panic!("expected six columns, found {row}");
            };
            let is_true = match verdict {
                "true" => true,
                "false" => false,
                other => panic!("expected \"true\" or \"false\", found {other}"),
            };
            ([pair, document, line, check], is_true)
        };
        Verdicts(rows.map(verdict).collect())
    }

    /// The verdict on a finding in a row of the news; `None` if it has not been read.
    pub fn of(&self, rows: &Rows, row: usize, finding: &Finding) -> Option<bool> {
        let pair = format!("{}-{}", rows.languages.source, rows.languages.target);
        let (document, line) = rows.places.get(row)?;
        self.0.get(&[&pair, document, &line.to_string(), finding.check]).copied()
    }
}
