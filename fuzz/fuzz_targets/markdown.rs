//! Any bytes are Markdown or an error, and the places of its text are in the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use targum::format::{Form, Layout, read};
use targum_fuzz::{has_places, is_sound, languages};

fuzz_target!(|bytes: &[u8]| {
    let Some((languages, rest)) = languages(bytes) else { return };
    let declared = Some(languages.source);
    let Ok(opened) = read(rest.to_vec(), Form::Markdown, Layout::Article, declared, "--lang")
    else {
        return;
    };
    is_sound(&opened.document);
    has_places(&opened.document);
});
