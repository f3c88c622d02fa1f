//! No text makes the extractors fail, and every span lies on the edges of characters.

use proptest::prelude::*;
use targum::anchor::anchor;
use targum::document::Document;
use targum::lang;
use targum::segment::segment;

/// Pieces that extractors look at, and some that fold to another length.
const PIECES: &[&str] = &[
    "0", "7", "12", "500", "2018", "99999999999999999999", ".", ",", ":", "-", "–", "/", " ",
    "\u{a0}", "\u{202f}", "'", "\"", "״", "׳", "”", "%", "°", "½", "²", "$", "€", "kr", "kg",
    "mg/", "µg", "K", "İ", "ß", "ﬁ", "ｷ", "５", "٣", "٫", "三", "万", "one ", "hundred ",
    "million", "and a half", "en ", "og ", "femti", "åring", "-tallet", "zwei", "und", "zwanzig",
    "quatre-", "vingt", "ו", "כש", "שלוש", " מאות", "שנות ה-", "המאה ה", "יום ", "א'", "במאי",
    "September ", "kl. ", " pm", "XIX", "siècle", "between ", "from ", " to ", "more than ",
    "per ", "day", "(", ")", "\n", "\u{200f}", "\u{301}", "ְ", "https://", "10.1000/", "CO₂", "Mg",
    "@", "[1]",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => (0..PIECES.len()).prop_map(|index| PIECES[index].to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_sound(text in text(), index in 0..lang::ALL.len()) {
        let document = Document::from_lines(text, lang::ALL[index]);
        let segments = segment(&document);
        let anchors = anchor(&document, &segments);
        for found in &anchors {
            prop_assert!(document.text.get(found.span.range()).is_some_and(|part| !part.is_empty()));
            prop_assert!(segments.iter().any(|segment| segment.span.contains(found.span)));
            prop_assert_eq!(found.value.key(), found.value.clone().key());
            let _ = (found.value.to_string(), found.value.numbers());
            for other in &anchors {
                prop_assert_eq!(found.value.matches(&other.value), other.value.matches(&found.value));
            }
        }
        prop_assert!(anchors.is_sorted_by_key(|found| found.span.start));
    }
}
