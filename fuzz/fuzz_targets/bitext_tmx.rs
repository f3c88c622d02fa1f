//! Any XML is a bitext or an error, and a bitext survives being written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::tmx;
use targum_fuzz::survives;

fuzz_target!(|text: &str| {
    let Ok(languages) = tmx::languages(text) else { return };
    let Ok(bitext) = tmx::read(text, languages) else { return };
    survives(&bitext, tmx::write, |text| tmx::read(text, languages));
});
