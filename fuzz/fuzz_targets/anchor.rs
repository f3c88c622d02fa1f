//! Anchors and terms stand in the text, in order of where they begin.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::anchor::Match;
use targum::format::plain;
use targum::rendering::Rendering;
use targum_fuzz::languages_and_text;

fuzz_target!(|bytes: &[u8]| {
    let Some((languages, text)) = languages_and_text(bytes) else { return };
    let rendering = Rendering::new(plain::read(text.to_owned(), languages.source));
    let text = &rendering.document.text;
    let spans: Vec<_> = rendering.anchors.iter().map(|anchor| anchor.span).collect();
    assert!(spans.is_sorted_by_key(|span| span.start));
    for span in spans.into_iter().chain(rendering.terms.iter().map(|term| term.span)) {
        assert!(!text[span.start..span.end].is_empty());
    }
    for anchor in &rendering.anchors {
        anchor.value.key();
        anchor.value.numbers();
        assert_ne!(anchor.value.matches(&anchor.value), Match::None, "{anchor:?}");
    }
});
