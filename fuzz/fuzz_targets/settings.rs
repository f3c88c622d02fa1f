//! Any text is a configuration, a baseline or a glossary, or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::audit::{Baseline, Config, Glossary};

fuzz_target!(|text: &str| {
    let _ = Config::parse(text);
    let _ = Glossary::parse(text);
    if let Ok(baseline) = Baseline::parse(text) {
        let mut written = Vec::new();
        baseline.write(&mut written).expect("memory takes all bytes");
        let written = String::from_utf8(written).expect("writers write UTF-8");
        let again = Baseline::parse(&written);
        assert_eq!(again.expect("a baseline survives being written").len(), baseline.len());
    }
});
