//! Progress on standard error, drawn only where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of `length` steps that names what is counted.
pub fn bar(length: usize, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}  {eta}");
    let bar = ProgressBar::new(length as u64).with_message(what);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
