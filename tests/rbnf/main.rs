//! What the CLDR spells is read back as the number that it spells.

mod spell;

use targum::anchor::{Rational, anchor};
use targum::document::Document;
use targum::lang::Language;
use targum::segment::segment;

const TABLE: &str = include_str!("rules.tsv");

/// Every number to 9999, and larger ones of the kind that is written in words.
fn numbers() -> impl Iterator<Item = u64> {
    let large = [
        10_000, 11_000, 12_000, 15_000, 20_000, 21_000, 45_000, 99_000, 100_000, 101_000, 150_000,
        200_000, 250_000, 300_000, 999_000, 1_000_000, 2_000_000, 3_000_000, 11_000_000,
        20_000_000, 150_000_000, 1_000_000_000, 2_000_000_000, 5_000_000_000, 30_000_000_000,
    ];
    (0..10_000).chain(large)
}

/// The numbers of the list that are not read back from their words, which stand one a line.
fn misread(language: &'static Language, spelled: &[(u64, String)]) -> Vec<String> {
    let text: Vec<&str> = spelled.iter().map(|(_, words)| words.as_str()).collect();
    let document = Document::from_lines(text.join("\n"), language);
    let anchors = anchor(&document, &segment(&document));
    let (mut wrong, mut start) = (Vec::new(), 0);
    for (number, words) in spelled {
        let end = start + words.len();
        let here = anchors.iter().filter(|it| it.span.start >= start && it.span.end <= end);
        let read: Vec<_> = here.collect();
        let is_right = match read[..] {
            [one] => {
                one.span.len() == words.len()
                    && one.value.numbers() == [Rational::from(*number as i64)]
            }
            _ => false,
        };
        if !is_right {
            let read: Vec<String> = read.iter().map(|one| one.value.to_string()).collect();
            wrong.push(format!("{number} {words} => {}", read.join("; ")));
        }
        start = end + 1;
    }
    wrong
}

/// Whether the words of a rule set are used for a number and say nothing but it.
fn is_meant(language: &str, set: &str, number: u64) -> bool {
    match (language, set) {
        // A year is said in two pairs of digits from 1100 on; Dutch has no "negentienvijf".
        ("nl", "%spellout-numbering-year") => {
            (1100..2100).contains(&number) && !(1..10).contains(&(number % 100))
        }
        // "Tusindee" has an ending too many.
        ("da", "%spellout-ordinal-neuter") if number == 1000 => false,
        (_, "%spellout-numbering-year") => (1100..2100).contains(&number),
        // "Number nought", and ordinals that are names of fractions: a fifth, an eighth, a tenth.
        ("he", "%spellout-ordinal-feminine") => ![0, 5, 8, 10].contains(&number),
        ("he", "%spellout-ordinal-masculine") => number > 0,
        // "A millionth" is a fraction.
        (_, set) if set.contains("ordinal") => number < 1_000_000,
        _ => true,
    }
}

#[test]
fn spelled_numbers_are_read_back() {
    let mut misread_ones = Vec::new();
    let mut count = 0;
    for (code, rules) in spell::parse(TABLE) {
        let language = Language::from_tag(code).unwrap();
        for set in rules.sets() {
            let spelled: Vec<(u64, String)> = numbers()
                .filter(|&number| is_meant(code, set, number))
                .filter_map(|number| Some((number, rules.spell(set, number)?)))
                .collect();
            assert!(spelled.len() >= 900, "{code} {set} spells {} numbers", spelled.len());
            count += spelled.len();
            let wrong = misread(language, &spelled).into_iter();
            misread_ones.extend(wrong.map(|line| format!("{code} {set} {line}")));
        }
    }
    println!("{count} spelled numbers, {} misread", misread_ones.len());
    assert!(misread_ones.is_empty(), "{}", misread_ones.join("\n"));
}

#[test]
fn the_rules_are_applied_as_the_cldr_means_them() {
    let languages = spell::parse(TABLE);
    let spells = |code: &str, set: &str, number, words: &str| {
        assert_eq!(languages[code].spell(set, number).as_deref(), Some(words), "{code} {set}");
    };
    spells("en", "%spellout-cardinal", 9_021, "nine thousand twenty-one");
    spells("en", "%spellout-numbering-year", 1905, "nineteen oh-five");
    spells("en", "%spellout-ordinal", 342, "three hundred forty-second");
    spells("de", "%spellout-ordinal-m", 21, "einundzwanzigstem");
    spells("fr", "%spellout-cardinal-feminine", 1_481, "mille quatre cent quatre-vingt-une");
    spells("fr", "%spellout-cardinal-masculine", 200, "deux cents");
    spells("da", "%spellout-cardinal-common", 57, "syvoghalvtreds");
    spells("he", "%spellout-cardinal-feminine", 21, "עשרים ואחת");
    assert_eq!(languages["en"].spell("%no-such-set", 1), None);
}
