//! Full stops inside references to literature and dates of lives: "Lancet. 2019;3:12", "(b. 1950)".
//!
//! Complexity: constant a mark.

use super::gap::{Gap, Kind};
use super::lexicon::{Lexicon, Roles};

/// Whether the full stop at `gap` stands inside a reference or a date of a life.
pub(super) fn goes_on(gap: &Gap) -> bool {
    if gap.marks != "." || gap.closed || gap.ahead.kind != Kind::Digit || gap.ahead.opened {
        return false;
    }
    let rest = gap.ahead.rest.as_bytes();
    let digits = rest.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    if !(3..=4).contains(&digits) {
        return false;
    }
    is_small_letter(gap.word) || digits == 4 && is_volume(&rest[4..])
}

/// Whether `rest` goes on from a year to a volume: ";17", " Mar;17", " Mar 3;17".
fn is_volume(rest: &[u8]) -> bool {
    let Some(semicolon) = rest.iter().take(10).position(|&byte| byte == b';') else { return false };
    let month = &rest[..semicolon];
    let digit = rest.get(semicolon + 1).is_some_and(u8::is_ascii_digit);
    digit && (month.is_empty() || matches!(month, [b' ', b'A'..=b'Z', ..]))
}

/// Whether the full stop at `gap` is the first of an abbreviation written with a space: "a. M.", "e. V.",
/// "JJ. OO.".
pub(super) fn is_spaced_abbreviation(gap: &Gap) -> bool {
    if gap.marks != "." || gap.closed || gap.ahead.kind != Kind::Upper || gap.ahead.opened {
        return false;
    }
    let next = gap.ahead.word();
    let stop = gap.ahead.rest[next.len()..].starts_with('.');
    let single = next.chars().nth(1).is_none() && is_small_letter(gap.word);
    stop && (single || is_doubled_capital(gap.word) && is_doubled_capital(next))
}

/// Whether the small letter at `gap` is the last of an abbreviation written with a space: "Dr. h. c.".
pub(super) fn ends_spaced_abbreviation(text: &str, gap: &Gap) -> bool {
    matches!(gap.word.as_bytes(), [b'a'..=b'z'])
        && text[..gap.word_start].strip_suffix(". ").is_some_and(|before| {
            let mut back = before.chars().rev();
            back.next().is_some_and(|c| c.is_ascii_lowercase())
                && back.next().is_none_or(|c| c == ' ')
        })
}

/// Whether the names of two letters meet at `gap`, as acronyms of other scripts are spelled: "בי. בי. סי."
pub(super) fn is_spelled(gap: &Gap, lexicon: &Lexicon) -> bool {
    // Behind a prefix of one letter too.
    let bare = gap.word.char_indices().nth(1).map_or("", |(at, _)| &gap.word[at..]);
    let is_name =
        !gap.closed && (is_letter_name(gap.word, lexicon) || is_letter_name(bare, lexicon));
    if !is_name {
        return false;
    }
    let next = gap.ahead.word();
    gap.ahead.rest[next.len()..].starts_with('.') && is_letter_name(next, lexicon)
}

/// Whether the name of a letter at `gap` is the last of such an acronym.
pub(super) fn ends_spelled(text: &str, gap: &Gap, lexicon: &Lexicon) -> bool {
    if !is_letter_name(gap.word, lexicon) {
        return false;
    }
    let before = text[..gap.word_start].trim_end().strip_suffix('.');
    let before = before.and_then(|it| it.rsplit(|c: char| !c.is_alphabetic()).next());
    before.is_some_and(|it| is_letter_name(it, lexicon))
}

fn is_letter_name(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.roles(word).any(Roles::LETTER)
}

/// Whether a letter and a number follow, as in the articles of the French codes: "art. L. 121-1".
pub(super) fn is_lettered_number(gap: &Gap) -> bool {
    matches!(gap.ahead.rest.as_bytes(), [b'A'..=b'Z', b'.', b' ', b'0'..=b'9', ..])
        && !gap.ahead.opened
}

fn is_small_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
}

fn is_doubled_capital(word: &str) -> bool {
    matches!(word.as_bytes(), [first @ b'A'..=b'Z', second] if first == second)
}

/// Whether `text`, behind a colon, is the publisher and year of a book ("Gyldendal, 2012") or a name and
/// initials ("Varga P.").
pub(super) fn is_publisher_or_author(text: &str) -> bool {
    let words = text.split(' ').take(5).map(|word| (word, word.trim_end_matches([',', ';', '.'])));
    for (names, (word, bare)) in words.enumerate() {
        let mut letters = bare.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let year = bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
        if year {
            return names > 0;
        }
        if !capital {
            return false;
        }
        if names > 0 && bare.len() <= 2 && bare.chars().all(char::is_uppercase) {
            return word.ends_with('.');
        }
        if bare.len() < word.len() && !word.ends_with([',', ';']) {
            return false;
        }
    }
    false
}
