//! Letters and their case, without a table walk for the scripts of [`super::ALL`].

/// Whether a character is a letter.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{410}'..='\u{44f}' | '\u{5d0}'..='\u{5ea}' => true,
        '\u{3b1}'..='\u{3ce}' | '\u{4e00}'..='\u{9fff}' => true,
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' => true,
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' => false,
        _ => c.is_alphabetic(),
    }
}

/// The character in lower case; of those that take several characters, the first.
pub(crate) fn lower(c: char) -> char {
    let by = |distance: u32| char::from_u32(c as u32 + distance).unwrap_or(c);
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        '\u{df}'..='\u{ff}' | '×' => c,
        '\u{c0}'..='\u{de}' => by(0x20),
        '\u{3ac}'..='\u{3ce}' | '\u{430}'..='\u{45f}' | '\u{590}'..='\u{6ff}' => c,
        '\u{410}'..='\u{42f}' => by(0x20),
        '\u{2000}'..='\u{206f}' | '\u{2e80}'..='\u{a4ff}' => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether a character is a capital.
pub(crate) fn is_capital(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_uppercase(),
        '\u{c0}'..='\u{de}' => c != '×',
        '\u{df}'..='\u{ff}' | '\u{430}'..='\u{45f}' | '\u{590}'..='\u{6ff}' => false,
        '\u{2000}'..='\u{206f}' | '\u{2e80}'..='\u{a4ff}' => false,
        _ => c.is_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_cuts_agree_with_unicode() {
        for c in '\0'..='\u{ffff}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c:?}");
            assert_eq!(is_capital(c), c.is_uppercase(), "{c:?}");
        }
    }
}
