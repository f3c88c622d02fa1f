//! The checks, one file each; the table is their order of precedence.

use super::Check;

mod acronym_mismatch;
mod citation_mismatch;
mod clause_missing;
mod comparator_flip;
mod date_mismatch;
mod drug_mismatch;
mod drug_name_suspect;
mod duplicated_word;
mod forbidden_term;
mod formula_mismatch;
mod identifier_mismatch;
mod laterality_mismatch;
mod list_structure;
mod lost_word;
mod mismatched_brackets;
mod mismatched_quotes;
mod mixed_script;
mod name_divergence;
mod negation_flip;
mod number_format;
mod number_mismatch;
mod percent_dropped;
mod quantity_mismatch;
mod range_mismatch;
mod segment_added;
mod segment_missing;
mod segment_moved;
mod stray_mark;
mod term_inconsistent;
mod term_mismatch;
mod unit_mismatch;
mod untranslated;
mod white_space;

/// Every check. Of two findings with one cause, that of the earlier check stays.
pub static CHECKS: &[&Check] = &[
    &segment_missing::CHECK,
    &segment_added::CHECK,
    &drug_name_suspect::CHECK,
    &drug_mismatch::CHECK,
    &laterality_mismatch::CHECK,
    &identifier_mismatch::CHECK,
    &citation_mismatch::CHECK,
    &formula_mismatch::CHECK,
    &date_mismatch::CHECK,
    &comparator_flip::CHECK,
    &percent_dropped::CHECK,
    &unit_mismatch::CHECK,
    &range_mismatch::CHECK,
    &quantity_mismatch::CHECK,
    &number_mismatch::CHECK,
    &acronym_mismatch::CHECK,
    &forbidden_term::CHECK,
    &mixed_script::CHECK,
    &untranslated::CHECK,
    &clause_missing::CHECK,
    &name_divergence::CHECK,
    &lost_word::CHECK,
    &term_mismatch::CHECK,
    &negation_flip::CHECK,
    &duplicated_word::CHECK,
    &mismatched_quotes::CHECK,
    &mismatched_brackets::CHECK,
    &stray_mark::CHECK,
    &white_space::CHECK,
    &list_structure::CHECK,
    &number_format::CHECK,
    &term_inconsistent::CHECK,
    &segment_moved::CHECK,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_check_of_the_table() {
        let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/audit/checks");
        let mut files: Vec<_> = std::fs::read_dir(here)
            .unwrap()
            .filter_map(|entry| entry.unwrap().path().file_stem()?.to_str().map(str::to_owned))
            .filter(|stem| stem != "mod")
            .map(|stem| stem.replace('_', "-"))
            .collect();
        files.sort();
        let mut ids: Vec<_> = CHECKS.iter().map(|check| check.id).collect();
        ids.sort_unstable();
        assert_eq!(files, ids);
    }
}
