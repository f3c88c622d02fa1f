//! Segments stand in order in any text, with nothing but white space between them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::plain;
use targum::segment::{SoftCuts, segment_with};
use targum::span::Span;
use targum_fuzz::languages_and_text;

fuzz_target!(|bytes: &[u8]| {
    let Some((languages, text)) = languages_and_text(bytes) else { return };
    let document = plain::read(text.to_owned(), languages.source);
    for soft in [SoftCuts::Never, SoftCuts::Conventional, SoftCuts::Always] {
        let mut end = 0;
        for segment in segment_with(&document, soft) {
            let between = Span::new(end, segment.span.start).of(&document.text);
            assert!(between.trim().is_empty(), "{between:?} is in no segment");
            end = segment.span.end;
        }
        assert!(document.text[end..].trim().is_empty());
    }
});
