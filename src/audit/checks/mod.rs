//! The checks, one file each; the table is their order of precedence.

use super::Check;

mod one_sided;

mod segment_added;
mod segment_missing;

/// Every check. Of two findings with one cause, that of the earlier check stays.
pub static CHECKS: &[&Check] = &[&segment_missing::CHECK, &segment_added::CHECK];
