//! The data tables, with their origin.

use super::{
    acronyms, cldr, contrasts, elements, inn, letters, lexicon, litotes, negation, nynorsk,
    peoples, privation, zones,
};

/// A data table that the library carries.
pub struct Table {
    /// What it holds.
    pub name: &'static str,
    /// Where it comes from, in which version.
    pub version: &'static str,
    /// SPDX expression, or "public domain".
    pub licence: &'static str,
    texts: &'static [&'static str],
}

impl Table {
    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(|text| text.len()).sum()
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        let rows = self.texts.iter().flat_map(|text| text.lines());
        rows.filter(|row| !row.is_empty() && !row.starts_with("# ")).count()
    }
}

const OWN: &str = concat!("targum ", env!("CARGO_PKG_VERSION"));
const OWN_LICENCE: &str = "MIT OR Apache-2.0";
const CLDR: &str = "Unicode CLDR 48.2";
const CLDR_LICENCE: &str = "Unicode-3.0";

/// Every data table, by name.
pub static TABLES: &[Table] = &[
    Table { name: "acronyms", version: OWN, licence: OWN_LICENCE, texts: &[acronyms::FORMS] },
    Table {
        name: "chemical elements",
        version: OWN,
        licence: OWN_LICENCE,
        texts: &[elements::NAMES],
    },
    Table { name: "cities", version: CLDR, licence: CLDR_LICENCE, texts: &[cldr::CITIES] },
    Table {
        name: "cities and their countries",
        version: "tz database 2025b",
        licence: "public domain",
        texts: &[zones::ZONES],
    },
    Table {
        name: "common drug names",
        version: OWN,
        licence: OWN_LICENCE,
        texts: &[inn::COMMON, inn::NATIONAL, inn::HEBREW],
    },
    Table { name: "concept lexicon", version: OWN, licence: OWN_LICENCE, texts: &lexicon::TABLES },
    Table { name: "contrasts", version: OWN, licence: OWN_LICENCE, texts: &[contrasts::TABLE] },
    Table { name: "currencies", version: CLDR, licence: CLDR_LICENCE, texts: &[cldr::CURRENCIES] },
    Table { name: "drug name stems", version: OWN, licence: OWN_LICENCE, texts: &[inn::STEMS] },
    Table {
        name: "drug names",
        version: "UNII names list, FDA GSRS",
        licence: "public domain",
        texts: &[inn::TABLE],
    },
    Table { name: "languages", version: CLDR, licence: CLDR_LICENCE, texts: &[cldr::LANGUAGES] },
    Table {
        name: "letters of names",
        version: OWN,
        licence: OWN_LICENCE,
        texts: &[letters::TABLE],
    },
    Table {
        name: "months and days",
        version: CLDR,
        licence: CLDR_LICENCE,
        texts: &[cldr::MONTHS, cldr::DAYS],
    },
    Table {
        name: "negations",
        version: OWN,
        licence: OWN_LICENCE,
        texts: &[negation::TABLE, litotes::TABLE, privation::TABLE],
    },
    Table { name: "nynorsk words", version: OWN, licence: OWN_LICENCE, texts: &[nynorsk::TABLE] },
    Table { name: "peoples", version: OWN, licence: OWN_LICENCE, texts: &[peoples::FORMS] },
    Table {
        name: "territories",
        version: CLDR,
        licence: CLDR_LICENCE,
        texts: &[cldr::TERRITORIES],
    },
    Table { name: "units", version: CLDR, licence: CLDR_LICENCE, texts: &[cldr::UNITS] },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_none_is_empty() {
        assert!(TABLES.is_sorted_by_key(|table| table.name));
        assert!(TABLES.iter().all(|table| table.rows() > 50));
    }

    #[test]
    fn the_tables_take_two_megabytes_at_most() {
        let bytes: usize = TABLES.iter().map(Table::bytes).sum();
        assert!(bytes <= 2_000_000, "{bytes} bytes");
    }
}
