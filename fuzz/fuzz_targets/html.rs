//! Any bytes are a page or an error, and the places of its text are in the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::Form;

fuzz_target!(|bytes: &[u8]| targum_fuzz::reads(bytes, Form::Html));
