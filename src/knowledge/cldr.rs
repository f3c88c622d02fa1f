//! Names out of the Unicode CLDR: units, months, weekdays, currencies, territories, languages.
//!
//! The tables, their columns, version, licence and generator are described in `cldr/README.md`.

/// Unit names: unit id, then the forms of one language a column, separated by `|`.
pub static UNITS: &str = include_str!("cldr/units.tsv");
/// Month names: language, month from 1, forms.
pub static MONTHS: &str = include_str!("cldr/months.tsv");
/// Weekday names: language, ISO 8601 weekday from 1 (Monday), forms.
pub static DAYS: &str = include_str!("cldr/days.tsv");
/// Currency signs and names: ISO 4217 code, then the forms of one language a column.
pub static CURRENCIES: &str = include_str!("cldr/currencies.tsv");
/// City names: time zone, then the forms of one language a column; an empty cell is as English.
pub static CITIES: &str = include_str!("cldr/cities.tsv");
/// Territory names: ISO 3166 or UN M49 code, then the forms of one language a column.
pub static TERRITORIES: &str = include_str!("cldr/territories.tsv");
/// Language names: BCP 47 code, then the forms of one language a column.
pub static LANGUAGES: &str = include_str!("cldr/languages.tsv");

/// The forms of a cell.
pub fn forms(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|form| !form.is_empty())
}

/// Key and forms of one language, out of a table whose first column is the language.
pub fn by_row<'t>(table: &'t str, code: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    rows(table).filter_map(move |row| {
        let mut cells = row.split('\t');
        match (cells.next(), cells.next(), cells.next()) {
            (Some(language), Some(key), Some(cell)) if language == code => Some((key, cell)),
            _ => None,
        }
    })
}

/// Key and forms of one language, out of a table that has one column a language.
pub fn by_column<'t>(table: &'t str, code: &str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let column = table
        .lines()
        .next()
        .and_then(|head| head.split('\t').position(|name| name == code))
        .unwrap_or(usize::MAX);
    rows(table).filter_map(move |row| Some((row.split('\t').next()?, row.split('\t').nth(column)?)))
}

fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|row| !row.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang;

    #[test]
    fn every_language_has_months_days_units_and_money() {
        for language in lang::ALL {
            assert_eq!(by_row(MONTHS, language.code).count(), 12, "{language}");
            assert_eq!(by_row(DAYS, language.code).count(), 7, "{language}");
            assert!(by_column(UNITS, language.code).count() > 100, "{language}");
            assert!(by_column(CURRENCIES, language.code).count() > 40, "{language}");
            assert!(by_column(TERRITORIES, language.code).count() > 200, "{language}");
            assert!(by_column(LANGUAGES, language.code).count() > 100, "{language}");
        }
    }

    #[test]
    fn the_tables_are_sorted() {
        for table in [CITIES, CURRENCIES, TERRITORIES, LANGUAGES] {
            let keys: Vec<_> = by_column(table, "en").map(|(key, _)| key).collect();
            assert!(keys.is_sorted());
        }
    }
}
