//! What stands around a place where a sentence may end: the word before, the closing marks, the
//! white space, the word ahead.

/// The text around the end of a run of terminal marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap<'t> {
    /// The run of marks: `.`, `?!`, `...`.
    pub marks: &'t str,
    /// The word that the marks end, without opening marks before it; empty if white space does.
    pub word: &'t str,
    /// First byte of `word`.
    pub word_start: usize,
    /// The character before `word`.
    pub before: Option<char>,
    /// One past the last closing mark, footnote number or emoticon: where a cut would be.
    pub end: usize,
    /// Whether closing marks follow the run.
    pub closed: bool,
    /// Whether white space follows.
    pub spaced: bool,
    /// What comes next.
    pub ahead: Ahead<'t>,
}

/// The first word after a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ahead<'t> {
    /// What the next character is, opening marks skipped.
    pub kind: Kind,
    /// Whether a quotation mark or bracket opens before the word.
    pub opened: bool,
    /// Whether a dash or a bullet stands before the word.
    pub dashed: bool,
    /// The text from the word on.
    pub rest: &'t str,
}

/// The kinds of character that a segment may begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Upper,
    Lower,
    Caseless,
    Digit,
    Symbol,
    End,
}

impl<'t> Gap<'t> {
    /// The gap after the run of terminal marks that begins at the byte `at`, in a segment that begins
    /// at the byte `start`.
    pub(super) fn at_marks(text: &'t str, at: usize, start: usize) -> Self {
        let run = marks_end(text, at);
        let word_end = match text.as_bytes()[..at].last() {
            Some(0x80..) => start + text[start..at].trim_end_matches(is_bidi_control).len(),
            _ => at,
        };
        let (word_start, before) = match &text.as_bytes()[at..] {
            [b'.' | b'!' | b'?' | b' '..=b'~', ..] | [0xE2, ..] => {
                word_start(text, start, word_end)
            }
            _ => (word_end, None),
        };
        let mut end = run;
        while let Some(len) = attached_closer(&text[end..]) {
            end += len;
        }
        let mut closed = end > run;
        let mut next = skip_space(text, end);
        let spaced = next > end;
        if spaced {
            while let Some(len) = detached_closer(&text[next..], &text[start..at]) {
                end = next + len;
                closed = true;
                next = skip_space(text, end);
            }
        }
        Gap {
            marks: &text[at..run],
            word: &text[word_start..word_end],
            word_start,
            before,
            end,
            closed,
            spaced,
            ahead: Ahead::of(&text[next..]),
        }
    }
}

impl<'t> Ahead<'t> {
    /// What `text`, without white space at its start, begins with.
    pub(super) fn of(text: &'t str) -> Self {
        if let [first @ (b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9'), ..] = text.as_bytes() {
            let kind = Kind::of(char::from(*first));
            return Ahead { kind, opened: false, dashed: false, rest: text };
        }
        let mut ahead = Ahead { kind: Kind::End, opened: false, dashed: false, rest: text };
        for _ in 0..6 {
            let Some(c) = ahead.rest.chars().next() else { return ahead };
            ahead.kind = Kind::of(c);
            if ahead.kind != Kind::Symbol {
                return ahead;
            }
            let after = &ahead.rest[c.len_utf8()..];
            if is_opener(c) || (c == ',' && after.starts_with(',')) {
                ahead.opened = true;
            } else if is_dash(c) {
                ahead.dashed = true;
            } else if !(c.is_whitespace() || c == ',' && ahead.opened) {
                return ahead;
            }
            ahead.rest = after;
        }
        ahead
    }

    /// The word ahead: letters, digits and apostrophes inside it.
    pub(super) fn word(&self) -> &'t str {
        let end = self
            .rest
            .char_indices()
            .find(|&(_, c)| !(c.is_alphanumeric() || c == '-'))
            .map_or(self.rest.len(), |(at, _)| at);
        &self.rest[..end]
    }
}

impl Kind {
    #[inline]
    pub(super) fn of(c: char) -> Kind {
        match c {
            'a'..='z' => Kind::Lower,
            'A'..='Z' => Kind::Upper,
            '0'..='9' => Kind::Digit,
            '\0'..='\x7f' => Kind::Symbol,
            'א'..='ת'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{4E00}'..='\u{9FFF}' => Kind::Caseless,
            'а'..='я' => Kind::Lower,
            'А'..='Я' => Kind::Upper,
            _ if c.is_lowercase() => Kind::Lower,
            _ if c.is_uppercase() => Kind::Upper,
            _ if c.is_alphabetic() => Kind::Caseless,
            _ if c.is_numeric() => Kind::Digit,
            _ => Kind::Symbol,
        }
    }
}

/// The byte after a run of terminal marks, spaced ellipses (`. . .`) included.
fn marks_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        match bytes.get(end) {
            Some(b'.' | b'!' | b'?') => end += 1,
            Some(b' ') if bytes.get(end + 1) == Some(&b'.') && end > at => {
                match bytes.get(end + 2) {
                    Some(b' ') | None => end += 2,
                    _ => return end,
                }
            }
            Some(0x80..) => match text[end..].chars().next() {
                Some(c) if is_terminal(c) => end += c.len_utf8(),
                _ => return end,
            },
            _ => return end,
        }
    }
}

/// Where the word that ends at `at` starts, not before `floor`, and the character before it.
pub(super) fn word_start(text: &str, floor: usize, at: usize) -> (usize, Option<char>) {
    let bytes = text.as_bytes();
    let mut start = at;
    while start > floor && at - start < 48 {
        let last = bytes[start - 1];
        if last.is_ascii_alphanumeric() {
            start -= 1;
        } else if last == b' ' {
            return (start, Some(' '));
        } else if last >= 0x80 && start > floor + 1 && is_letter(bytes[start - 2], last) {
            start -= 2;
        } else {
            let Some(c) = text[floor..start].chars().next_back() else { break };
            let inside = c.is_alphanumeric()
                || matches!(
                    c,
                    '.' | '§' | 'º' | '°' | '%' | '&' | '@' | '_' | '\u{591}'..='\u{5C7}'
                )
                || (matches!(c, '"' | '\'' | '׳' | '״' | '’') && starts_hebrew(&text[start..]))
                || (matches!(c, '“' | '”')
                    && starts_hebrew(&text[start..])
                    && text[floor..start - c.len_utf8()].ends_with(is_hebrew));
            if !inside {
                return (start, Some(c));
            }
            start -= c.len_utf8();
        }
    }
    (start, text[floor..start].chars().next_back())
}

/// Whether two bytes are a letter, or a mark on one, of a frequent script; `false` means unknown.
#[inline]
pub(super) fn is_letter(lead: u8, second: u8) -> bool {
    match lead {
        0xC3..=0xCA | 0xCE..=0xD4 | 0xD9 | 0xDA => true,
        0xD7 => matches!(second, 0x90..=0xAA),
        0xD8 => matches!(second, 0xA0..),
        _ => false,
    }
}

/// The value of a European or Arabic digit.
pub(super) fn digit(c: char) -> Option<u16> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    u16::try_from(u32::from(c) - u32::from(zero)).ok()
}

fn starts_hebrew(text: &str) -> bool {
    text.chars().next().is_none_or(|c| is_hebrew(c) || c == '.')
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5EA}')
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn skip_space(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    match rest.as_bytes() {
        [b' ', next, ..] if *next > b' ' && *next < 0xC2 => at + 1,
        _ => at + (rest.len() - rest.trim_start().len()),
    }
}

/// The length of a mark that closes the sentence before it, at the start of `text`.
fn attached_closer(text: &str) -> Option<usize> {
    if matches!(text.as_bytes(), [b' ' | b'\n' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', ..]) {
        return None;
    }
    let c = text.chars().next()?;
    match c {
        '\0'..=' ' => None,
        '[' => footnote(text),
        '"' | '\'' | ')' | ']' | '}' => Some(1),
        '*' | '_' | '“' | '‘' | '«' | '‹' => {
            let len = c.len_utf8();
            let opens = text[len..].chars().next().is_some_and(char::is_alphanumeric);
            (!opens).then_some(len)
        }
        '״' | '׳' => (!text[c.len_utf8()..].starts_with(is_hebrew)).then_some(c.len_utf8()),
        '»' | '”' | '’' | '›' | '」' | '』' | '）' | '】' | '》' | '〉' | '］' | '〕'
        | '\u{200e}' | '\u{200f}' | '\u{202c}' | '\u{2069}' => Some(c.len_utf8()),
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' => Some(c.len_utf8()),
        _ => None,
    }
}

/// As [`attached_closer`], but behind white space: only marks that cannot open, a lone quotation mark
/// when `before` has an odd number of them, footnote numbers in brackets and emoticons.
fn detached_closer(text: &str, before: &str) -> Option<usize> {
    let len = match text.as_bytes() {
        [b'"', b' ' | b'\n', ..] | [b'"'] => {
            (memchr::memchr_iter(b'"', before.as_bytes()).count() % 2 == 1).then_some(1)?
        }
        [b'\'', b'\'', ..] => 2,
        [b')', ..] => 1,
        [b'(' | b'[', b'.', b'.', b'.', b')' | b']', ..] => 5,
        [b'[', 0xE2, 0x80, 0xA6, b']', ..] => 5,
        [b'[', ..] => footnote(text)?,
        [b':' | b';' | b'=', ..] => emoticon(text)?,
        [b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', ..] => return None,
        _ => match text.chars().next()? {
            c @ ('»' | '”') => c.len_utf8(),
            _ => return None,
        },
    };
    let quote = len > 1 && text.starts_with(['»', '”']);
    let ends = |c: char| c.is_whitespace() || (quote && matches!(c, ',' | ';'));
    text[len..].chars().next().is_none_or(ends).then_some(len)
}

/// `[17]`, `[2, 3]`, `[a]`.
fn footnote(text: &str) -> Option<usize> {
    let close = text.bytes().take(14).position(|byte| byte == b']')?;
    let inner = &text.as_bytes()[1..close];
    let numeric = inner.iter().all(|&byte| byte.is_ascii_digit() || b", -".contains(&byte))
        && inner.iter().any(u8::is_ascii_digit);
    (numeric || matches!(inner, [b'a'..=b'z'])).then_some(close + 1)
}

/// `:)`, `;-)`, `:P`.
pub(super) fn emoticon(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    if matches!(bytes.get(at), Some(b'-' | b'o' | b'\'')) {
        at += 1;
    }
    let mouth = *bytes.get(at)?;
    if !b")(DPp/\\|".contains(&mouth) {
        return None;
    }
    while bytes.get(at) == Some(&mouth) {
        at += 1;
    }
    Some(at)
}

pub(super) fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '؟'
            | '۔'
            | '։'
            | '।'
            | '॥'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
    )
}

pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '«'
            | '»'
            | '„'
            | '‘'
            | '’'
            | '‚'
            | '('
            | '['
            | '{'
            | '¿'
            | '¡'
            | '`'
            | '‹'
            | '›'
            | '״'
            | '「'
            | '『'
            | '（'
            | '《'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2068}'
    )
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '•' | '‣' | '·' | '−' | '⁃')
}
