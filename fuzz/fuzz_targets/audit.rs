//! Any two texts are aligned, audited and reported, with places that stand in them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::audit::{self, audit};
use targum::pair::Side;
use targum_fuzz::aligned;

fuzz_target!(|bytes: &[u8]| {
    let Some(bitext) = aligned(bytes) else { return };
    let findings = audit(&bitext, &audit::Options::default());
    for finding in &findings {
        assert!((0.0..=1.0).contains(&finding.confidence));
        for side in [Side::Source, Side::Target] {
            let text = &bitext.renderings.side(side).document.text;
            for span in finding.spans.side(side) {
                assert!(!text[span.start..span.end].is_empty(), "{}", finding.message);
            }
        }
    }
});
