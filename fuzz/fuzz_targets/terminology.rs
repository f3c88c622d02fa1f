//! Any text is a terminology or an error, in each of the formats.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::{dictd, omw, tbx, term_list};
use targum_fuzz::languages_and_text;

fuzz_target!(|bytes: &[u8]| {
    let Some((languages, text)) = languages_and_text(bytes) else { return };
    let _ = tbx::read(text);
    let _ = omw::read(text);
    let _ = term_list::read(text);
    if let Some((index, articles)) = text.split_once('\u{c}') {
        let _ = dictd::read(index, articles, languages);
    }
});
