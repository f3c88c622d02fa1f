//! Vitamins and coenzymes, whichever side of the word their letter stands on.

use super::super::Strength;
use super::super::passage::Passage;
use super::super::tokens::{Token, char_at, char_before};
use super::super::word_type::Hints;
use super::{Formula, Found};
use crate::lang::letter::lower;
use crate::span::Span;

/// Beginnings of the word for vitamin.
const VITAMIN: &[&str] = &[
    "vitamin", "witamin", "vítamín", "ויטמינ", "ויטמין", "וויטמין", "בוויטמין", "בויטמין",
    "לוויטמין", "מוויטמין", "הוויטמין", "הויטמין", "שוויטמין", "כוויטמין", "витамин", "βιταμίν",
    "βιταμιν", "فيتامين",
];

/// Beginnings of the word for coenzyme.
const COENZYME: &[&str] = &[
    "coenzym", "koenzym", "co-enzym", "ko-enzym", "קואנזים", "קו-אנזים", "коэнзим", "кофермент",
    "συνένζυμο", "koentsyym", "kóensím",
];

/// Beginnings of words that stand before or behind the letter of a group of vitamins.
const GROUP: &[&str] =
    &["grupp", "group", "komplex", "complex", "kompleks", "קבוצת", "קומפלקס", "групп"];

/// Vitamins with a number that prose names without the word.
const NUMBERED: &[&str] =
    &["B1", "B2", "B3", "B5", "B6", "B7", "B9", "B12", "D2", "D3", "K1", "K2"];

pub(super) fn extract(passage: &Passage, found: &mut Found) {
    let text = &passage.text[..passage.span.end];
    for (index, word) in passage.words_with(Hints::VITAMIN) {
        let form = word.span.of(text);
        if form.len() == 1 || form.len() == 3 {
            alone(passage, word, found);
        } else if begins(form, VITAMIN) {
            vitamins(passage, index, found);
        } else if begins(form, COENZYME)
            && let Some((name, span)) = designation(text, word.span.end, &[' ', '-', '\u{a0}', '־'])
        {
            let span = Span::new(word.span.start, span.end);
            found.add(Formula::Coenzyme(name.into()), span, Strength::Firm);
        }
    }
}

/// Whether a word may be the one for vitamin or coenzyme, or a letter that names one.
pub(super) fn may_begin(word: &str) -> bool {
    match word.as_bytes() {
        [b'B' | b'D' | b'K' | b'Q'] => true,
        [_] => false,
        [_, _, _] => matches!(word, "CoQ" | "COQ" | "KoQ"),
        [b'v' | b'V' | b'w' | b'W' | b'c' | b'C' | b'k' | b'K' | 0xc3.., ..] => {
            begins(word, VITAMIN) || begins(word, COENZYME)
        }
        _ => false,
    }
}

/// Whether a word begins with one of the stems, Hebrew prefixes aside.
fn begins(form: &str, stems: &[&str]) -> bool {
    let starts = |form: &str| {
        stems.iter().any(|stem| {
            let mut letters = form.chars();
            stem.chars().all(|expected| letters.next().is_some_and(|c| lower(c) == expected))
        })
    };
    starts(form)
        || form.strip_prefix(['ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ']).is_some_and(|rest| {
            starts(rest) || rest.strip_prefix(['ה', 'ב', 'ל', 'מ', 'ש']).is_some_and(starts)
        })
}

/// The letter and number of a vitamin that begins at `at` or one mark behind it.
fn designation(text: &str, at: usize, marks: &[char]) -> Option<(String, Span)> {
    let mark = char_at(text, at).filter(|c| marks.contains(c))?;
    letter(text, at + mark.len_utf8())
}

/// The names of letters in Hebrew and Arabic.
const SPELLED: &[(&str, char)] = &[
    ("איי", 'A'),
    ("אי", 'E'),
    ("בי", 'B'),
    ("סי", 'C'),
    ("די", 'D'),
    ("קיי", 'K'),
    ("סי", 'C'),
    ("دي", 'D'),
    ("سي", 'C'),
    ("بي", 'B'),
];

/// A letter with its number: `D`, `B12`, `B-12`, `B₁₂`, די, `Д`.
fn letter(text: &str, start: usize) -> Option<(String, Span)> {
    let rest = &text[start..];
    let first = rest.chars().next()?;
    let single = match first {
        'A' | 'B' | 'C' | 'D' | 'E' | 'K' | 'Q' => Some(first),
        'А' | 'Α' | 'أ' => Some('A'),
        'В' | 'Β' | 'ب' => Some('B'),
        'С' | 'ج' => Some('C'),
        'Д' | 'د' => Some('D'),
        'Е' | 'Ε' | 'ه' => Some('E'),
        'К' | 'Κ' | 'ك' => Some('K'),
        _ => None,
    };
    let spelled = SPELLED.iter().find(|(name, _)| {
        rest.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    });
    let (letter, mut end) = match (single, spelled) {
        (_, Some((name, letter))) => (*letter, start + name.len()),
        (Some(letter), None) => (letter, start + first.len_utf8()),
        _ => return None,
    };
    let mut name = String::from(letter);
    let digits_at = |at: usize| {
        let mut digits = String::new();
        let mut end = at;
        while let Some(c) = char_at(text, end) {
            match c {
                '0'..='9' => digits.push(c),
                '₀'..='₉' => digits.push(char::from(b'0' + (c as u32 - '₀' as u32) as u8)),
                _ => break,
            }
            end += c.len_utf8();
        }
        (digits, end)
    };
    let (mut digits, mut behind) = digits_at(end);
    if digits.is_empty()
        && (text[end..].starts_with('-') || spelled.is_some() && text[end..].starts_with(' '))
    {
        (digits, behind) = digits_at(end + 1);
    }
    if (1..=2).contains(&digits.len()) {
        name.push_str(&digits);
        end = behind;
    }
    let free = !char_at(text, end).is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’');
    free.then_some((name, Span::new(start, end)))
}

/// The vitamins that the word at `index` is said of.
fn vitamins(passage: &Passage, index: usize, found: &mut Found) {
    let text = &passage.text[..passage.span.end];
    let word = passage.words()[index];
    let marks = [' ', '-', '\u{a0}', '־'];
    let mut next = designation(text, word.span.end, &marks);
    let mut start = word.span.start;
    let any = next.is_some();
    while let Some((name, span)) = next.take() {
        found.add(Formula::Vitamin(name.into()), Span::new(start, span.end), Strength::Firm);
        // "vitamins A, C and D": a comma, a slash or a short word leads to the next letter.
        let rest = &text[span.end..];
        let mut skip = rest.len() - rest.trim_start_matches([',', '/', ' ', '+', '&']).len();
        let conjunction: usize =
            rest[skip..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
        let small = rest[skip..].starts_with(|c: char| !c.is_uppercase());
        if conjunction > 0
            && conjunction <= 4
            && small
            && rest[skip + conjunction..].starts_with([' ', '-'])
        {
            skip += conjunction + 1;
        }
        if skip > 0 {
            start = span.end + skip;
            next = letter(text, start);
        }
    }
    if any {
        return;
    }
    // "D-vitamin", "B12 vitamin", "B vitamins".
    let before = text[passage.span.start..word.span.start].strip_suffix(['-', ' ', '‑']);
    if let Some(before) = before {
        let base = passage.span.start;
        let token = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_ascii_alphanumeric() || ('₀'..='₉').contains(c))
            .last()
            .map_or(before.len(), |(at, _)| at);
        let fits = before.get(token..).is_some_and(|token| token.len() <= 7);
        if let Some((name, span)) = letter(text, base + token).filter(|_| fits) {
            let free = !char_before(text, span.start).is_some_and(char::is_alphanumeric);
            let article = name == "A" && text[span.end..].starts_with(' ');
            if span.end == base + before.len() && free && !article {
                let span = Span::new(span.start, word.span.end);
                found.add(Formula::Vitamin(name.into()), span, Strength::Firm);
            }
        }
    }
}

/// A letter on its own: `B6`, `B₁₂`, `Q10`, "B-gruppe", קבוצת B.
fn alone(passage: &Passage, word: &Token, found: &mut Found) {
    let text = &passage.text[..passage.span.end];
    let Some((name, span)) = letter(text, word.span.start) else {
        co_q(passage, word, found);
        return;
    };
    if !word.span.of(text).is_ascii()
        || char_before(text, span.start).is_some_and(char::is_alphanumeric)
    {
        return;
    }
    if NUMBERED.contains(&name.as_str()) && !text[word.span.end..].starts_with('-') {
        found.add(Formula::Vitamin(name.into()), span, Strength::Firm);
    } else if name == "Q10" {
        let before = &text[..span.start];
        let short = ["Co-", "co-", "Ko-", "CO-"].iter().find(|prefix| before.ends_with(**prefix));
        let span = Span::new(span.start - short.map_or(0, |prefix| prefix.len()), span.end);
        found.add(Formula::Coenzyme(name.into()), span, Strength::Firm);
    } else if name == "B" {
        let behind = text[span.end..].trim_start_matches(['-', ' ', '‑']);
        let before = text[passage.span.start..span.start].trim_end_matches([' ', '-', '־']);
        let last = before.rsplit([' ', '-', '־', '(', ',']).next().unwrap_or_default();
        let group = behind.len() < text.len() - span.end && begins(behind, GROUP);
        if group || begins(last, GROUP) && !last.is_empty() && last.chars().count() <= 8 {
            found.add(Formula::Vitamin(name.into()), span, Strength::Firm);
        }
    }
}

/// `CoQ10`.
fn co_q(passage: &Passage, word: &Token, found: &mut Found) {
    let text = &passage.text[..passage.span.end];
    let form = word.span.of(text);
    if !matches!(form, "CoQ" | "COQ" | "KoQ") {
        return;
    }
    if let Some((name, span)) = letter(text, word.span.start + 2) {
        let span = Span::new(word.span.start, span.end);
        found.add(Formula::Coenzyme(name.into()), span, Strength::Firm);
    }
}
