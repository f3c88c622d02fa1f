//! Any text is a bitext or an error, and a bitext survives being written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::jsonl;
use targum_fuzz::{languages_and_text, survives};

fuzz_target!(|bytes: &[u8]| {
    let Some((languages, text)) = languages_and_text(bytes) else { return };
    let Ok(bitext) = jsonl::read(text, languages) else { return };
    survives(&bitext, jsonl::write, |text| jsonl::read(text, languages));
});
