//! What the fuzz targets share: languages by a byte, and bitexts that must survive a round trip.

use std::io;

use targum::align::Options;
use targum::bitext::Bitext;
use targum::document::{Document, Locator};
use targum::error::Result;
use targum::format::{Form, Layout, plain, read};
use targum::lang::{ALL, Language};
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;
use targum::span::Span;

/// The languages that the first two bytes choose, and the rest.
pub fn languages(bytes: &[u8]) -> Option<(Pair<&'static Language>, &[u8])> {
    let [source, target, rest @ ..] = bytes else { return None };
    let language = |byte: &u8| ALL[usize::from(*byte) % ALL.len()];
    Some((Pair::new(language(source), language(target)), rest))
}

/// As [`languages`], with the rest as text.
pub fn languages_and_text(bytes: &[u8]) -> Option<(Pair<&'static Language>, &str)> {
    let (languages, rest) = languages(bytes)?;
    Some((languages, std::str::from_utf8(rest).ok()?))
}

/// Two articles, cut at the first form feed, aligned.
pub fn aligned(bytes: &[u8]) -> Option<Bitext> {
    let (languages, text) = languages_and_text(bytes)?;
    let (source, target) = text.split_once('\u{c}')?;
    let article = |text: &str, language| Rendering::new(plain::read(text.to_owned(), language));
    let renderings =
        Pair::new(article(source, languages.source), article(target, languages.target));
    Some(Bitext::align(renderings, &Options::default()))
}

/// Writes a bitext, reads it again, and compares the texts of its beads.
pub fn survives(
    bitext: &Bitext,
    write: impl Fn(&Bitext, &mut dyn io::Write) -> io::Result<()>,
    read: impl Fn(&str) -> Result<Bitext>,
) {
    let mut written = Vec::new();
    write(bitext, &mut written).expect("memory takes all bytes");
    let written = String::from_utf8(written).expect("writers write UTF-8");
    let again = read(&written).unwrap_or_else(|error| panic!("{error} in {written:?}"));
    assert_eq!(texts(bitext), texts(&again), "{written:?}");
}

/// The words of every bead that has any on both sides, without what XML cannot hold.
fn texts(bitext: &Bitext) -> Vec<[Vec<String>; 2]> {
    let is_lost = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    let words = |text: String| {
        let spaced = text.split_whitespace().map(|word| word.replace(is_lost, ""));
        spaced.filter(|word| !word.is_empty()).collect::<Vec<_>>()
    };
    let beads = bitext.alignment.beads().iter();
    beads
        .map(|bead| [Side::Source, Side::Target].map(|side| words(bitext.text(bead, side))))
        .filter(|sides| sides.iter().all(|words| !words.is_empty()))
        .collect()
}

/// Asserts that the blocks of a document stand in order in its text, with white space between them.
pub fn is_sound(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end, "{:?} behind {end}", block.span);
        let between = Span::new(end, block.span.start).of(&document.text);
        assert!(between.trim().is_empty(), "{between:?} is in no block");
        end = block.span.end;
    }
    assert!(document.text[end..].trim().is_empty(), "{:?} is in no block", &document.text[end..]);
}

/// Reads an article in a form, and asserts that what is read is sound.
pub fn reads(bytes: &[u8], form: Form) {
    let Some((languages, rest)) = languages(bytes) else { return };
    let declared = Some(languages.source);
    if let Ok(opened) = read(rest.to_vec(), form, Layout::Article, declared, "--lang") {
        is_sound(&opened.document);
        has_places(&opened.document);
    }
}

/// Asserts that every block of a document stands somewhere in its file.
fn has_places(document: &Document) {
    let locator = Locator::new(document);
    for block in &document.blocks {
        let place = document.origin.offsets.raw_span(block.span);
        assert!(document.raw().get(place.range()).is_some(), "{place:?} is no place of the file");
        let scalars = locator.scalars(block.span);
        assert!(scalars.start <= scalars.end, "{scalars:?}");
    }
}
