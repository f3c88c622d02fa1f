//! The words of a text: runs of letters and digits, with the marks that stand inside a word.

/// Whether a scalar belongs to words.
fn is_word(character: char) -> bool {
    character.is_alphanumeric() || is_mark(character)
}

/// Points and other combining marks belong to the letter before them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

fn is_hebrew(character: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&character) || is_mark(character)
}

/// The words of `text` with the byte offsets at which they start.
///
/// An apostrophe stays inside English words ("don't") and ends the elided French article; quotes
/// between Hebrew letters are gershayim and stay inside.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_word)?;
        let mut end = start;
        let mut last = '\0';
        let mut rest = text[start..].chars().peekable();
        while let Some(character) = rest.next() {
            let joins = match character {
                '"' | '״' | '”' => {
                    is_hebrew(last) && rest.peek().is_some_and(|&next| is_hebrew(next))
                }
                // Hebrew geresh is written with an opening mark too.
                '‘' => is_hebrew(last) && rest.peek().is_some_and(|&next| is_hebrew(next)),
                '\'' | '׳' | '’' => {
                    is_hebrew(last) || joins_english(&text[start..end], rest.peek())
                }
                other => is_word(other),
            };
            if !joins {
                break;
            }
            end += character.len_utf8();
            last = character;
        }
        at = end.max(start + 1);
        Some((start, &text[start..end]))
    })
}

/// "don't", "it's", "o'clock", but not "l'homme", "qu'il", "dell'arte".
fn joins_english(before: &str, next: Option<&char>) -> bool {
    let elided = [
        "l", "d", "qu", "s", "n", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quelqu",
        "aujourd",
    ];
    next.is_some_and(|next| next.is_alphabetic())
        && !elided.iter().any(|article| before.eq_ignore_ascii_case(article))
        || before.eq_ignore_ascii_case("aujourd")
}

/// A word as lexicons have it: lower case, without points and direction marks, with plain quotes.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            '\u{591}'..='\u{5c7}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' => {}
            '״' | '”' | '“' => folded.push('"'),
            '׳' | '’' => folded.push('\''),
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_marks_inside_them() {
        let text = "The U.S. don't take 500 מ\"ג ביום of l'huile, aujourd'hui";
        let found: Vec<_> = words(text).map(|(_, word)| word).collect();
        let expected = [
            "The", "U", "S", "don't", "take", "500", "מ\"ג", "ביום", "of", "l", "huile",
            "aujourd'hui",
        ];
        assert_eq!(found, expected);
        assert!(words(text).all(|(at, word)| text[at..].starts_with(word)));
        assert_eq!(fold("רֶקַע"), "רקע");
    }
}
