//! Compositions and ions: `MgCl₂`, `Ca(OH)2`, `CuSO4·5H2O`, `Ca²⁺`, `HCO3-`.

use super::super::Strength;
use super::super::passage::Passage;
use super::super::tokens::{char_at, char_before};
use super::super::word_type::Hints;
use super::{Formula, Found};
use crate::knowledge::elements;
use crate::span::Span;

/// What a formula is made of.
#[derive(Default)]
struct Composition {
    /// In ASCII.
    text: String,
    /// Distinct elements.
    elements: Vec<u8>,
    /// Whether a count, a bracket or a charge shows that it is a formula.
    counted: bool,
    /// Whether a subscript or superscript does.
    raised: bool,
    charge: bool,
    end: usize,
}

/// Molecules of one element that prose names by formula.
const MOLECULES: &[&str] = &["O2", "H2", "N2", "O3", "Cl2", "Br2", "F2"];

/// Elements whose ion prose writes with a plain plus sign.
const CATIONS: &[&str] = &["H", "Li", "Na", "K", "Mg", "Ca", "Zn", "Fe", "Cu", "Al", "Ba", "Mn"];

/// Mixed capitals that are no formulae, though they could be read as such.
const OTHER: &[&str] = &["CoV", "PoC", "SoC", "NoSQL", "PCs", "VoIP", "BoP", "CoP", "HoReCa"];

pub(super) fn extract(passage: &Passage, found: &mut Found) {
    let bytes = passage.text.as_bytes();
    let mut at = passage.span.start;
    for (_, word) in passage.words_with(Hints::COMPOSITION) {
        at = at.max(word.span.start);
        while at < word.span.end {
            let start = at;
            at += 1;
            if !bytes[start].is_ascii_uppercase() {
                continue;
            }
            while at < passage.span.end && bytes[at].is_ascii_alphanumeric() {
                at += 1;
            }
            let before = char_before(passage.text, start);
            if before.is_some_and(|c| c.is_alphanumeric() && !is_hebrew(c)) {
                continue;
            }
            if let Some(composition) = parse(passage, start) {
                at = at.max(composition.end);
                if composition.is_one() {
                    let span = Span::new(start, composition.end);
                    found.add(Formula::Composition(composition.text.into()), span, Strength::Firm);
                }
            }
        }
    }
}

/// Whether a composition may begin inside a word: a run of ASCII letters that are all symbols.
pub(super) fn may_begin(word: &str) -> bool {
    word.split(|c: char| !c.is_ascii_alphabetic()).any(|run| {
        let mut rest = run;
        while let Some(symbol) = leading_symbol(rest) {
            rest = &rest[symbol.len()..];
        }
        rest.is_empty() && !run.is_empty()
    })
}

/// The capital, and the small letter behind it, that a text begins with.
fn leading_symbol(text: &str) -> Option<&str> {
    let length = match text.as_bytes() {
        [b'A'..=b'Z', b'a'..=b'z', ..] => 2,
        [b'A'..=b'Z', ..] => 1,
        _ => return None,
    };
    text.get(..length).filter(|symbol| elements::element(symbol).is_some())
}

fn is_hebrew(c: char) -> bool {
    ('א'..='ת').contains(&c)
}

impl Composition {
    /// Whether it can be nothing else.
    fn is_one(&self) -> bool {
        let text = self.text.as_str();
        match self.elements.len() {
            0 => false,
            1 => self.raised || self.charge || MOLECULES.contains(&text),
            _ => {
                let small = text.bytes().any(|byte| byte.is_ascii_lowercase());
                let plural = !self.counted && text.ends_with('s');
                (self.counted || (small && !plural)) && !OTHER.contains(&text)
            }
        }
    }
}

fn parse(passage: &Passage, start: usize) -> Option<Composition> {
    let text = &passage.text[..passage.span.end];
    let mut found = Composition { end: start, ..Composition::default() };
    let mut depth = 0;
    loop {
        let at = found.end;
        match char_at(text, at) {
            Some('A'..='Z') => {
                let symbol = leading_symbol(&text[at..])?;
                let element = elements::element(symbol)?;
                if !found.elements.contains(&element) {
                    found.elements.push(element);
                }
                found.text.push_str(symbol);
                found.end += symbol.len();
            }
            Some('(') if found.end > start && opens_group(text, at) => {
                depth += 1;
                found.text.push('(');
                found.end += 1;
                continue;
            }
            Some(')') if depth > 0 => {
                depth -= 1;
                found.counted = true;
                found.text.push(')');
                found.end += 1;
            }
            Some(c @ ('·' | '•' | '∙'))
                if found.elements.len() > 1 && hydrate(text, at + c.len_utf8()) =>
            {
                found.text.push('.');
                found.end += c.len_utf8();
            }
            _ => break,
        }
        count(text, &mut found);
    }
    if depth > 0 {
        return None;
    }
    charge(text, &mut found);
    let next = char_at(text, found.end);
    (!next.is_some_and(|c| c.is_alphanumeric() && !is_hebrew(c))).then_some(found)
}

/// Whether a bracket holds elements: "Ca(OH)2", not "Mg(see below)".
fn opens_group(text: &str, at: usize) -> bool {
    let inner = text[at + 1..].split(')').next().unwrap_or_default();
    let behind = text[at + 1 + inner.len()..].chars().nth(1);
    inner.len() <= 8
        && inner.starts_with(|c: char| c.is_ascii_uppercase())
        && behind.is_some_and(|c| c.is_ascii_digit() || ('₀'..='₉').contains(&c))
}

fn hydrate(text: &str, at: usize) -> bool {
    let rest = text[at..].trim_start_matches(|c: char| c.is_ascii_digit());
    rest.starts_with("H2O") || rest.starts_with("H₂O")
}

/// Reads how many of an element or group there are.
fn count(text: &str, found: &mut Composition) {
    while let Some(c) = char_at(text, found.end) {
        let digit = match c {
            '0'..='9' => c,
            '₀'..='₉' => {
                found.raised = true;
                char::from(b'0' + (c as u32 - '₀' as u32) as u8)
            }
            _ => break,
        };
        found.counted = true;
        found.text.push(digit);
        found.end += c.len_utf8();
    }
}

/// Reads a charge: raised, or plain where the formula is an ion that prose writes so.
fn charge(text: &str, found: &mut Composition) {
    let rest = &text[found.end..];
    let raised: String = rest.chars().take_while(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻".contains(*c)).collect();
    if raised.ends_with(['⁺', '⁻']) {
        found.text.push('^');
        found.text.extend(raised.chars().map(|c| match c {
            '⁺' => '+',
            '⁻' => '-',
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            _ => '4',
        }));
        found.end += raised.len();
        (found.charge, found.raised, found.counted) = (true, true, true);
        return;
    }
    let signs = rest.chars().take_while(|c| *c == '+').count();
    let letter_behind = rest[signs..].starts_with(char::is_alphanumeric);
    let stem = found.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &found.text[stem.len()..];
    if (1..=3).contains(&signs) && !letter_behind {
        let cation = CATIONS.contains(&stem) && digits.len() <= 1;
        if cation || matches!(found.text.as_str(), "NH4" | "H3O") {
            let (stem, digits) = if cation { (stem, digits) } else { (found.text.as_str(), "") };
            let size = if signs > 1 { signs.to_string() } else { digits.to_owned() };
            found.text = format!("{stem}^{size}+");
            found.end += signs;
            (found.charge, found.counted) = (true, true);
        }
        return;
    }
    const ANIONS: &[(&str, &str)] = &[
        ("Cl", "Cl^-"),
        ("OH", "OH^-"),
        ("HCO3", "HCO3^-"),
        ("NO3", "NO3^-"),
        ("NO2", "NO2^-"),
        ("SO42", "SO4^2-"),
        ("PO43", "PO4^3-"),
        ("CO32", "CO3^2-"),
        ("O2", "O2^-"),
        ("Br", "Br^-"),
        ("I", "I^-"),
        ("F", "F^-"),
    ];
    let sign = ["-", "−", "–"].iter().find(|sign| rest.starts_with(**sign));
    if let Some(sign) = sign {
        let alone = rest[sign.len()..].chars().next().is_none_or(|c| " ,.;:)]/".contains(c));
        let spaced_dash = rest.starts_with("– ");
        let known = ANIONS.iter().find(|(plain, _)| *plain == found.text);
        if let Some((_, ion)) = known.filter(|_| alone && !(spaced_dash && found.text.len() < 3)) {
            found.text = (*ion).to_owned();
            found.end += sign.len();
            (found.charge, found.counted) = (true, true);
        }
    }
}
