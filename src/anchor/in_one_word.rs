//! Numbers in one word that the grammar of [`super::number_words`] does not build: years said as two
//! pairs of digits ("nittenåttifire"), numbers with a half ("zweieinhalb", "tweeënhalf") and three quarters.

use super::Rational;
use super::number_words::whole;
use super::vocabulary::Vocabulary;

/// The value of such a word in lower case.
pub(super) fn read(vocabulary: &Vocabulary, word: &str) -> Option<Rational> {
    vocabulary.compounds()?;
    if !vocabulary.may_compound(word.as_bytes()) {
        return None;
    }
    let quarters = || three_quarters(vocabulary, word);
    with_a_half(vocabulary, word).or_else(quarters).or_else(|| year(vocabulary, word))
}

/// "Zweieinhalb", "tweeënhalf".
fn with_a_half(vocabulary: &Vocabulary, word: &str) -> Option<Rational> {
    let halves = vocabulary.language.numerals.halves.iter();
    let stem = halves.copied().find_map(|half| word.strip_suffix(half))?;
    let value = i64::try_from(whole(vocabulary, stem)?).ok().filter(|value| *value > 1)?;
    Rational::from_int(value).plus(Rational::new(1, 2)?)
}

/// "Driekwart", "trekvart".
fn three_quarters(vocabulary: &Vocabulary, word: &str) -> Option<Rational> {
    Rational::new(3, 4).filter(|_| word == vocabulary.language.numerals.three_quarters)
}

/// "Nittenåttifire": the century and the year in it.
fn year(vocabulary: &Vocabulary, word: &str) -> Option<Rational> {
    let cuts = (3..word.len().saturating_sub(1)).filter(|&cut| word.is_char_boundary(cut));
    cuts.filter_map(|cut| {
        let century = vocabulary.senses(&word[..cut])?.cardinal;
        let century = century.filter(|value| (11..=20).contains(value))?;
        let year = whole(vocabulary, &word[cut..]).filter(|value| (10..100).contains(value))?;
        i64::try_from(century * 100 + year).ok().map(Rational::from_int)
    })
    .next()
}
