//! Any line is a document pair or an error, and has an id or none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::pair_line;

fuzz_target!(|bytes: &[u8]| {
    let id = pair_line::id(bytes);
    if let Ok(pair) = pair_line::read(bytes, 0) {
        // A pair that is an array has no named id.
        assert!(pair.id == id || bytes.trim_ascii_start().starts_with(b"["), "{id}");
    }
});
