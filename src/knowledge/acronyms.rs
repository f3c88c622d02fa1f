//! Acronyms whose form differs between languages, and what acronyms stand for.
//!
//! `acronyms.tsv` is our own: identifier (the English acronym), then the forms of one language a
//! column; `*` ends a stem. Other languages know an acronym by its form alone.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::pair::{Pair, Side};

pub(super) static FORMS: &str = include_str!("acronyms.tsv");

/// The forms of a language: identifier, form. Nynorsk has those of Bokmål.
pub fn forms(code: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let code = super::column(code);
    super::cldr::by_column(FORMS, code)
        .flat_map(|(id, cell)| super::cldr::forms(cell).map(move |form| (id, form)))
}

/// Whether two written forms may stand for one acronym, whatever else they stand for: KI is an
/// interval of confidence in Norwegian, and artificial intelligence.
pub fn may_be_one(codes: Pair<&str>, written: Pair<&str>) -> bool {
    let ids = Pair::from_fn(|side| {
        let forms = forms(codes.side(side));
        let own = *written.side(side);
        // A table without a form of the language has that of the identifier.
        forms.filter(move |(_, form)| *form == own).map(|(id, _)| id).collect::<Vec<_>>()
    });
    let stands_for =
        |side: Side, id: &str| ids.side(side).contains(&id) || *written.side(side) == id;
    Side::BOTH.iter().any(|&side| ids.side(side).iter().any(|id| stands_for(side.other(), id)))
}

/// Whether the table has a row of an identifier.
pub fn is_known(id: &str) -> bool {
    static IDS: LazyLock<FxHashSet<&'static str>> =
        LazyLock::new(|| FORMS.lines().skip(1).filter_map(|row| row.split('\t').next()).collect());
    IDS.contains(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_whole() {
        for code in ["he", "nb", "sv", "da", "nl", "en", "de", "fr"] {
            let ids: Vec<_> = forms(code).map(|(id, _)| id).collect();
            assert!(ids.is_sorted(), "{code}");
        }
        for row in FORMS.lines() {
            assert_eq!(row.split('\t').count(), 9, "{row}");
        }
    }
}
