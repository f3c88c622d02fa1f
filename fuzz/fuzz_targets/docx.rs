//! Any bytes are a Word document or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::Form;

fuzz_target!(|bytes: &[u8]| targum_fuzz::reads(bytes, Form::Word));
