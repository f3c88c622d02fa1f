//! Numbers in Hebrew letters where they number what stands before them: "סעיף ג", "פרק ט״ו".
//!
//! Source: the additive notation, with 15 and 16 as nine and six or seven. Complexity: one look at each
//! short word. Weakness: a letter may name as well as number ("נספח ב" is appendix B), so that its
//! anchor is weak; a numeral that is a word too counts only with a mark of numerals, or at the end of its
//! clause.

use super::passage::Passage;
use super::tokens::Token;

/// Words that letters number; particles may stand before them.
const NUMBERED: &[&str] = &[
    "סעיף", "סעיפים", "פרק", "פרקים", "חלק", "שלב", "כיתה", "כתה", "דרגה", "כרך", "מזמור", "שער",
    "תקנה", "משנה", "סימן", "דף", "מערכה", "סוג", "תוספת", "שנה",
];

/// Numerals that are words too.
const WORDS: &[&str] = &[
    "לא", "לב", "לג", "לד", "לה", "לו", "לח", "מג", "מד", "מה", "מו", "מט", "נא", "נד", "נח", "סב",
    "סד", "סח", "עד", "עז", "עט", "פה", "פז", "פח", "צו", "צד", "קו", "קט", "קל", "רב", "רד", "רז",
    "רע", "שב", "שד", "שח", "שי", "שק", "תא", "תו", "תל", "כד", "כה", "כו", "כז", "כח",
];

/// Whether a word may be a numeral that numbers something.
pub(super) fn may_be(word: &str) -> bool {
    word.starts_with(|c| ('א'..='ת').contains(&c)) && word.len() <= LONGEST && value(word).is_some()
}

/// No numeral under a thousand has more than four letters and a mark, in bytes.
const LONGEST: usize = 11;

/// The value of a word that numbers the one before it.
pub(super) fn numbering(passage: &Passage, before: &Token, word: &Token) -> Option<i64> {
    let text = passage.text;
    let form = word.span.of(text);
    let gap = &text[before.span.end..word.span.start];
    let noun = before.span.of(text);
    let bare = noun.trim_start_matches(['ו', 'ב', 'ל', 'מ', 'ה', 'ש']);
    let is_numbered = NUMBERED.contains(&noun) || NUMBERED.contains(&bare);
    let behind = passage.rest(word.span.end);
    let is_marked = form.contains(is_mark) || behind.starts_with(is_mark);
    let is_last = behind.is_empty() || behind.starts_with(['.', ':', ',', ')']);
    let is_plain = is_last || form.chars().count() == 1 || !WORDS.contains(&form);
    let fits = matches!(gap, " " | "\u{a0}" | "-" | "־") && is_numbered && (is_marked || is_plain);
    fits.then(|| value(form)).flatten()
}

/// Geresh and gershayim, and the signs that are typed for them.
fn is_mark(c: char) -> bool {
    matches!(c, '׳' | '״' | '\'' | '"' | '’' | '”')
}

/// The value of Hebrew letters that go down from hundreds to units, one of the tens and one of the units.
fn value(text: &str) -> Option<i64> {
    let mut total = 0;
    let mut last = i64::MAX;
    for letter in text.chars().filter(|&c| !is_mark(c)) {
        let worth = worth(letter)?;
        let is_after = match worth {
            1..10 => last >= 10 || last == 9 && matches!(worth, 6 | 7) && total % 100 == 9,
            10..100 => last >= 100,
            _ => last >= worth && last >= 100 && !(last == worth && worth < 400),
        };
        if !is_after {
            return None;
        }
        (total, last) = (total + worth, worth);
    }
    (total > 0).then_some(total)
}

fn worth(letter: char) -> Option<i64> {
    const LETTERS: &str = "אבגדהוזחטיכלמנסעפצקרשת";
    let place = LETTERS.chars().position(|it| it == letter)? as i64;
    Some(match place {
        0..9 => place + 1,
        9..18 => (place - 8) * 10,
        _ => (place - 17) * 100,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_passed_over_are_numerals() {
        for word in WORDS {
            assert!(value(word).is_some(), "{word}");
        }
    }

    #[test]
    fn letters_add_up() {
        let values = ["א", "ט", "י", "יא", "ט\"ו", "ט״ז", "כ״ג", "ל", "צ״ט", "קי״ט", "תקפ״ה"];
        let expected = [1, 9, 10, 11, 15, 16, 23, 30, 99, 119, 585];
        assert_eq!(values.map(value), expected.map(Some));
        for word in ["זה", "שלום", "אחד", "בו", "יט״ו", "לה״ם", "a", "״"] {
            assert_eq!(value(word), None, "{word}");
        }
    }
}
