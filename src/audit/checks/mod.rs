//! The checks, one file each; the table is their order of precedence.

use super::Check;

mod segment_added;
mod segment_missing;

/// Every check. Of two findings with one cause, that of the earlier check stays.
pub static CHECKS: &[&Check] = &[&segment_missing::CHECK, &segment_added::CHECK];

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
