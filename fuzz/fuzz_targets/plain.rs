//! Any bytes are an article or an error, and no text of an article is lost.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::{encoding, plain};
use targum_fuzz::{is_sound, languages};

fuzz_target!(|bytes: &[u8]| {
    let Some((languages, rest)) = languages(bytes) else { return };
    let Ok(text) = encoding::decode(rest.to_vec()) else { return };
    is_sound(&plain::read(text.clone(), languages.source));
    is_sound(&plain::read_segmented(text, languages.target));
});
