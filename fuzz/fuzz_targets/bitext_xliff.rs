//! Any XML is a bitext or an error, and a bitext survives being written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::xliff;
use targum_fuzz::survives;

fuzz_target!(|text: &str| {
    let Ok(languages) = xliff::languages(text) else { return };
    let Ok(bitext) = xliff::read(text, languages) else { return };
    survives(&bitext, xliff::write, |text| xliff::read(text, languages));
});
