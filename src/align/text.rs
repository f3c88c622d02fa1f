//! Tokens as alignment sees them: folded words and digit strings, a Han character or hiragana alone.
//!
//! Source: five-letter prefixes as cognates, Simard et al. 1992. Complexity: one pass over the text.
//! Weakness: a prefix is coarse, so its worth is left to trained weights and to its frequency in the pair.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::lang::{Script, script};

/// A token: its folded form and what kind of token it is.
#[derive(Debug, Default)]
pub(super) struct Token {
    /// Lower case, without diacritics; of a number, its digits alone.
    pub form: String,
    /// Whether it starts with a digit.
    pub is_number: bool,
    /// Whether it starts with an upper-case letter.
    pub is_capitalised: bool,
    /// Byte offset in the text.
    pub start: usize,
    /// Bytes in the text.
    pub length: usize,
}

/// Calls `each` for every token of `text`, in order. The token is reused.
pub(super) fn for_each_token(text: &str, mut each: impl FnMut(&Token)) {
    let mut token = Token::default();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        token.form.clear();
        token.start = start;
        token.length = first.len_utf8();
        token.is_number = first.is_ascii_digit();
        token.is_capitalised = first.is_uppercase();
        fold(first, &mut token.form);
        if is_ideographic(first) {
            each(&token);
            continue;
        }
        while let Some(&(_, c)) = chars.peek() {
            if is_ideographic(c)
                || is_katakana(c) != is_katakana(first)
                || (token.is_number && !c.is_ascii_digit() && c.is_alphanumeric())
            {
                break;
            }
            if c.is_alphanumeric() || is_combining_mark(c) {
                fold(c, &mut token.form);
                token.length += c.len_utf8();
                chars.next();
                continue;
            }
            let mut after = chars.clone();
            after.next();
            let next = after.peek().map(|&(_, next)| next);
            let joins = match c {
                '.' | ',' | ':' => token.is_number && next.is_some_and(|c| c.is_ascii_digit()),
                '"' | '\u{5f4}' | '\u{5f3}' => {
                    !token.is_number && next.is_some_and(is_hebrew_letter)
                }
                '\u{ad}' | '\u{200d}' | '\u{200c}' => true,
                _ => false,
            };
            if !joins {
                break;
            }
            token.length += c.len_utf8();
            chars.next();
        }
        if !token.form.is_empty() {
            each(&token);
        }
    }
}

fn is_hebrew_letter(c: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&c)
}

fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_katakana(c: char) -> bool {
    ('\u{30a0}'..='\u{30ff}').contains(&c)
}

/// Appends `c` in lower case without diacritics.
fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        'ø' | 'Ø' => out.push('o'),
        'æ' | 'Æ' | 'ä' | 'Ä' => out.push('a'),
        'œ' | 'Œ' => out.push('o'),
        'ß' => out.push_str("ss"),
        'þ' | 'Þ' => out.push_str("th"),
        'ð' | 'Ð' => out.push('d'),
        'ł' | 'Ł' => out.push('l'),
        // Their marks make other consonants.
        '\u{3040}'..='\u{30ff}' => out.push(c),
        _ => decompose_compatible(c, |part| {
            if !is_combining_mark(part) {
                out.extend(part.to_lowercase());
            }
        }),
    }
}

/// The first `count` scalars of `text`, or `None` when it has fewer.
pub(super) fn prefix(text: &str, count: usize) -> Option<&str> {
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.nth(count.checked_sub(1)?).map(|end| &text[..end])
}

/// A short stem under which learned translations are counted: the first five letters; of a Hebrew
/// word, the first four after one attached particle; of an Arabic one, the first five after its particles.
pub(super) fn stem(form: &str) -> &str {
    match form.chars().next() {
        Some(first) if is_hebrew_letter(first) => {
            let rest = script::without_particles(form, Script::Hebrew).nth(1);
            let inner = rest.filter(|rest| rest.chars().count() >= 3).unwrap_or(form);
            prefix(inner, 4).unwrap_or(inner)
        }
        Some('\u{620}'..='\u{6ff}') => {
            let inner = without_article(form);
            prefix(inner, 5).unwrap_or(inner)
        }
        _ => prefix(form, 5).unwrap_or(form),
    }
}

/// What is left of an Arabic word without "and" and without the article, perhaps behind a preposition.
fn without_article(word: &str) -> &str {
    let mut rest = word;
    for particles in [&["و", "ف"][..], &["بال", "كال", "ال", "لل"]] {
        let mut bare = particles.iter().filter_map(|particle| rest.strip_prefix(particle));
        rest = bare.find(|bare| bare.chars().count() >= 3).unwrap_or(rest);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        for_each_token(text, |token| out.push(token.form.clone()));
        out
    }

    #[test]
    fn stems_are_without_particles() {
        for (word, expected) in [
            ("vitaminene", "vitam"),
            ("והמגנזיום", "המגנ"),
            ("والفيتامينات", "فيتام"),
            ("بالماء", "ماء"),
        ] {
            assert_eq!(stem(word), expected);
        }
    }

    #[test]
    fn tokens_fold_case_marks_and_digit_groups() {
        assert_eq!(tokens("Über 12.500 mg, d'Été"), ["uber", "12500", "mg", "d", "ete"]);
        assert_eq!(tokens("צה\"ל אמר: 3,5%"), ["צהל", "אמר", "35"]);
        assert_eq!(tokens("5mg"), ["5", "mg"]);
    }
}
