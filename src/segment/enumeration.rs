//! Inline enumerations: "1. Rest. 2. Sleep", "a. Rest b. Sleep".
//!
//! A number belongs to the item that it opens. Weakness: items are seen only if the first number
//! opens a segment or follows a colon, and the numbers
//! count up by one.

use super::gap::{Gap, Kind, digit, is_dash};
use super::lexicon::Roles;
use super::terminal::Context;

/// The number that the next item of a running enumeration has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Enumeration {
    next: Option<Label>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Number(u16),
    Letter(u8),
}

/// What a mark is to an enumeration.
pub(super) enum Role {
    /// It closes the number that opens the segment.
    Opens,
    /// It closes the number of the next item, which begins at `word_start`.
    Continues,
    /// Nothing.
    None,
}

impl Enumeration {
    /// Looks at a mark, and counts on.
    pub(super) fn role(&mut self, context: Context, gap: &Gap) -> Role {
        let Context { text, start, lexicon, .. } = context;
        let Some(label) = Label::of(gap.word) else { return Role::None };
        if gap.marks != "." || !gap.spaced || (gap.closed && !text[..gap.end].ends_with(')')) {
            return Role::None;
        }
        let capital = matches!(gap.ahead.kind, Kind::Upper | Kind::Caseless);
        let counts_on = capital && !lexicon.roles(gap.ahead.word()).any(Roles::MONTH);
        let head = &text[start..gap.word_start];
        let second = match label {
            Label::Number(1) => Some(" 2. "),
            Label::Letter(b'a') => Some(" b. "),
            _ => None,
        };
        let opens = head.chars().all(|c| c.is_whitespace() || is_dash(c))
            || (counts_on
                && head.trim_end().ends_with(':')
                && second.is_some_and(|second| text[gap.end..].contains(second)));
        if opens {
            self.next = if counts_on { label.successor() } else { None };
            return Role::Opens;
        }
        let before = text[..gap.word_start].trim_end_matches(is_dash);
        if before.ends_with(char::is_whitespace) && counts_on && self.next == Some(label) {
            self.next = label.successor();
            return Role::Continues;
        }
        Role::None
    }
}

impl Label {
    fn of(word: &str) -> Option<Label> {
        match word.as_bytes() {
            [letter @ b'a'..=b'z'] => Some(Label::Letter(*letter)),
            [b'0'..=b'9' | 0xD9 | 0xDB, ..] if word.len() <= 6 => {
                let add = |number: u16, c| number.checked_mul(10)?.checked_add(digit(c)?);
                word.chars().try_fold(0, add).filter(|number| *number < 1000).map(Label::Number)
            }
            _ => None,
        }
    }

    fn successor(self) -> Option<Label> {
        Some(match self {
            Label::Number(number) => Label::Number(number + 1),
            Label::Letter(b'z') => return None,
            Label::Letter(letter) => Label::Letter(letter + 1),
        })
    }
}
