//! Any text is a gold alignment or an answer key, or an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::evaluate::{alignment, answer_key};
use targum::format::{ladder, links, xces};

fuzz_target!(|text: &str| {
    for links in [links::parse(text), ladder::parse(text), xces::parse(text)].into_iter().flatten() {
        let mut counts = alignment::Counts::default();
        counts.add(&links, &links);
        let strict = counts.strict().f1;
        assert!((0.0..=1.0).contains(&strict));
    }
    let _ = answer_key::parse(text);
    let _ = answer_key::parse_jsonl(text);
});
