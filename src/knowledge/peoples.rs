//! What the people of a country, its language and its adjective begin with, and cities that are no
//! example of a time zone and whose name is another in some language.
//!
//! `peoples.tsv` is our own: ISO 3166 or UN M49 code, or an id of our own for a sea or a city, then
//! the beginnings of one language a column, in small letters. Countries whose people are called much
//! like them need no row.

pub(super) static FORMS: &str = include_str!("peoples.tsv");

/// The beginnings of a language: code, beginning. Nynorsk has those of Bokmål.
pub fn beginnings(code: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let code = super::column(code);
    super::cldr::by_column(FORMS, code)
        .flat_map(|(id, cell)| super::cldr::forms(cell).map(move |form| (id, form)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_whole() {
        for code in ["he", "nb", "sv", "da", "nl", "en", "de", "fr"] {
            let ids: Vec<_> = beginnings(code).map(|(id, _)| id).collect();
            assert!(ids.is_sorted(), "{code}");
        }
        for row in FORMS.lines() {
            let cells: Vec<_> = row.split('\t').collect();
            assert_eq!(cells.len(), 9, "{row}");
            assert!(cells.iter().skip(1).all(|cell| cell.to_lowercase() == **cell), "{row}");
        }
    }
}
