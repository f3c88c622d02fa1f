//! Any bytes are vectors or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::{emb, npy};

fuzz_target!(|bytes: &[u8]| {
    for vectors in [npy::read(bytes), emb::read(bytes, bytes.len() / 64)].into_iter().flatten() {
        for row in 0..vectors.len() {
            assert_eq!(vectors.row(row).len(), vectors.dimension());
        }
    }
});
