//! Element symbols alone, and isotopes.

use super::super::Strength;
use super::super::measure::unit_at;
use super::super::passage::Passage;
use super::super::tokens::{char_at, char_before};
use super::super::word_type::Hints;
use super::{Formula, Found};
use crate::knowledge::elements;
use crate::lang::height::raised_digit;
use crate::span::Span;

/// Symbols that are words or abbreviations in none of the languages.
const PLAIN: &[&str] = &["Mg", "Zn", "Mn", "Cd", "Hg", "Pb", "Cr", "Cu", "Rb", "Sr", "Zr", "Tc"];

/// Symbols that a hyphen and a word may follow: "Ca-nivå", "Fe-mangel".
const BEFORE_WORD: &[&str] = &["Ca", "Na", "Fe", "Li", "Ni", "Ag", "Ba", "Ti"];

/// Nuclides that prose names.
const NUCLIDES: &[(&str, u16)] = &[
    ("C", 11),
    ("C", 13),
    ("C", 14),
    ("Co", 60),
    ("Cs", 134),
    ("Cs", 137),
    ("Ga", 67),
    ("Ga", 68),
    ("He", 3),
    ("I", 123),
    ("I", 125),
    ("I", 131),
    ("In", 111),
    ("K", 40),
    ("Lu", 177),
    ("Mo", 99),
    ("N", 15),
    ("O", 18),
    ("P", 32),
    ("Po", 210),
    ("Pu", 238),
    ("Pu", 239),
    ("Ra", 223),
    ("Ra", 226),
    ("Rn", 222),
    ("Sr", 89),
    ("Sr", 90),
    ("Tc", 99),
    ("Th", 232),
    ("Tl", 201),
    ("U", 233),
    ("U", 235),
    ("U", 238),
    ("Xe", 133),
    ("Y", 90),
];

pub(super) fn extract(passage: &Passage, found: &mut Found) {
    raised_masses(passage, found);
    let text = &passage.text[..passage.span.end];
    for (_, word) in passage.words_with(Hints::SYMBOL) {
        let symbol = word.span.of(text);
        let Some(element) = elements::element(symbol) else { continue };
        if is_of_pressure(passage, word.span.start, symbol) {
            continue;
        }
        let (before, after) = (char_before(text, word.span.start), char_at(text, word.span.end));
        if before.is_some_and(|c| c.is_ascii_digit()) {
            if let Some((mass, start)) = mass_ahead(passage, word.span.start)
                && NUCLIDES.contains(&(symbol, mass))
                && (symbol != "C" || is_labelled(text, start, word.span.end))
            {
                let span = Span::new(start, word.span.end);
                found.add(Formula::Isotope { element, mass }, span, Strength::Firm);
            }
            continue;
        }
        if let Some((mass, end)) = mass_behind(passage, word.span.end)
            && NUCLIDES.contains(&(symbol, mass))
        {
            let span = Span::new(word.span.start, end);
            found.add(Formula::Isotope { element, mass }, span, Strength::Firm);
            continue;
        }
        if after.is_some_and(|c| c.is_ascii_digit()) {
            continue;
        }
        let hyphened = after == Some('-') && {
            let behind = char_at(text, word.span.end + 1);
            behind.is_some_and(char::is_lowercase)
                || behind.is_some_and(|c| ('א'..='ת').contains(&c))
        };
        let plain = PLAIN.contains(&symbol)
            && after != Some('.')
            && !before.is_some_and(|c| c == '.' || c == '@')
            && !follows_name(text, word.span.start);
        if plain
            || (hyphened && BEFORE_WORD.contains(&symbol))
            || in_ratio(text, word.span)
            || in_brackets(passage, word.span, element)
        {
            found.add(Formula::Element(element), word.span, Strength::Firm);
        }
    }
}

/// Whether mercury is that of a manometer: "92 mm Hg", "92 מ"מ כספית".
pub(super) fn is_of_pressure(passage: &Passage, start: usize, symbol: &str) -> bool {
    let before = passage.before(start).trim_end();
    symbol == "Hg"
        && ["mm", "cm", "מ\"מ", "מ״מ", "ס\"מ", "ס״מ"].iter().any(|unit| before.ends_with(unit))
}

/// The mass number of a nuclide that prose names, a space behind the name of its element: "carbon
/// 14". A unit behind it makes it an amount.
pub(super) fn mass_apart(passage: &Passage, at: usize, symbol: &str) -> Option<(u16, usize)> {
    let rest = passage.rest(at).strip_prefix([' ', '\u{a0}'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mass = rest[..digits].parse().ok().filter(|mass| NUCLIDES.contains(&(symbol, *mass)))?;
    let end = passage.span.end - rest.len() + digits;
    let behind = &rest[digits..];
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '/' | '°'))
        || behind.starts_with([',', '.']) && behind[1..].starts_with(|c: char| c.is_ascii_digit());
    let spaces = behind.len() - behind.trim_start_matches([' ', '\u{a0}']).len();
    let measured = spaces > 0 && unit_at(passage, end + spaces).is_some();
    (!goes_on && !measured).then_some((mass, end))
}

/// Whether a word may be a symbol: a capital, or a capital and one more letter.
pub(super) fn may_be(word: &str) -> bool {
    word.len() <= 2 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Whether a capitalised word stands right before: then it is rather the second part of a name.
fn follows_name(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches(' ');
    let word_start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map_or(before.len(), |(at, _)| at);
    let word = &before[word_start..];
    before.len() < start
        && word.chars().count() > 2
        && word.starts_with(|c: char| c.is_uppercase())
        && !text[..word_start].trim_end().is_empty()
        && !text[..word_start].trim_end().ends_with(['.', ':', '!', '?', '\n', '(', '-', '•'])
}

/// Whether another symbol stands beside it, behind a mark of ratio or sum: "Ca:Mg", "Na/K".
fn in_ratio(text: &str, span: Span) -> bool {
    let marks = [':', '/', '+', '–'];
    let symbol_at = |rest: &str| {
        let letters = rest.chars().take_while(|c| c.is_alphabetic()).count();
        letters <= 2 && rest.get(..letters).and_then(elements::element).is_some()
    };
    let after = text[span.end..].trim_start_matches(' ');
    let behind = after.starts_with(marks) && {
        let rest = after.trim_start_matches(marks).trim_start_matches(' ');
        symbol_at(rest)
    };
    let before = text[..span.start].trim_end_matches(' ');
    let ahead = before.ends_with(marks) && {
        let rest = before.trim_end_matches(marks).trim_end_matches(' ');
        let letters: Vec<char> =
            rest.chars().rev().take(3).take_while(|c| c.is_alphabetic()).collect();
        let symbol: String = letters.iter().rev().collect();
        letters.len() <= 2 && elements::element(&symbol).is_some()
    };
    let two = span.len() == 2;
    (behind || ahead)
        && (two || !matches!(span.of(text), "B" | "C" | "O" | "S" | "I" | "V" | "U" | "W" | "Y"))
}

/// Whether it explains the name before it: "selenium (Se)".
fn in_brackets(passage: &Passage, span: Span, element: u8) -> bool {
    use super::super::gazetteer::Known;
    let text = passage.text;
    char_before(text, span.start) == Some('(')
        && char_at(text, span.end) == Some(')')
        && passage.hits.iter().any(|hit| {
            hit.known == Known::Element(element)
                && hit.span.end < span.start
                && text[hit.span.end..span.start - 1].trim().is_empty()
        })
}

/// The mass number behind a symbol or a name: "-14", "-99m".
pub(super) fn mass_behind(passage: &Passage, at: usize) -> Option<(u16, usize)> {
    let text = &passage.text[..passage.span.end];
    let mark = char_at(text, at).filter(|c| matches!(c, '-' | '‑' | '–' | '־'))?;
    let start = at + mark.len_utf8();
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = start + digits;
    if text[end..].starts_with('m') {
        end += 1;
    }
    let free = !char_at(text, end).is_some_and(char::is_alphanumeric);
    let mass = text[start..start + digits].parse().ok()?;
    ((2..=3).contains(&digits) && free).then_some((mass, end))
}

/// The mass number that is glued to a symbol, and where it begins: "131I".
fn mass_ahead(passage: &Passage, at: usize) -> Option<(u16, usize)> {
    let before = passage.before(at);
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let rest = &before[..before.len() - digits];
    let free = !rest.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '/'));
    let mass = before[rest.len()..].parse().ok()?;
    ((2..=3).contains(&digits) && free).then_some((mass, at - digits))
}

/// Whether "14C" is carbon and no temperature: in brackets, or before a hyphen.
fn is_labelled(text: &str, start: usize, end: usize) -> bool {
    matches!(char_at(text, end), Some('-' | '‑'))
        || matches!(char_before(text, start), Some('[' | '('))
            && matches!(char_at(text, end), Some(']' | ')'))
}

/// `¹⁴C`, `⁹⁹ᵐTc`.
fn raised_masses(passage: &Passage, found: &mut Found) {
    let text = &passage.text[..passage.span.end];
    let mut behind = passage.span.start;
    for &start in &passage.found.signs {
        if start < behind || !matches!(text.as_bytes()[start], 0xc2 | 0xe2) {
            continue;
        }
        let mut at = start;
        let mut mass = 0_u16;
        while let Some((c, digit)) = char_at(text, at).and_then(|c| Some((c, raised_digit(c)?))) {
            mass = mass.saturating_mul(10).saturating_add(digit as u16);
            at += c.len_utf8();
        }
        if at == start {
            continue;
        }
        behind = at;
        if text[at..].starts_with('ᵐ') {
            at += 'ᵐ'.len_utf8();
        }
        let letters = text[at..].chars().take_while(char::is_ascii_alphabetic).count();
        let element = text.get(at..at + letters).and_then(elements::element);
        if let Some(element) = element.filter(|_| mass > 0) {
            let span = Span::new(start, at + letters);
            found.add(Formula::Isotope { element, mass }, span, Strength::Firm);
        }
    }
}
