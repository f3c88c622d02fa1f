//! Any text is a lexicon or an error, and a lexicon survives being written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::align::Lexicon;

fuzz_target!(|text: &str| {
    let Ok(lexicon) = Lexicon::parse(text) else { return };
    let mut written = Vec::new();
    lexicon.write(&mut written).expect("memory takes all bytes");
    let written = String::from_utf8(written).expect("writers write UTF-8");
    let again = Lexicon::parse(&written).unwrap_or_else(|error| panic!("{error} in {written:?}"));
    assert_eq!(lexicon.len(), again.len(), "{written:?}");
});
