//! Writes a value of one side in the notation of the other, to suggest what should stand there.

use super::BeadView;
use crate::anchor::{Anchor, Rational, Value};
use crate::lang::Orthography;
use crate::pair::{Pair, Side};

/// The text of `side`'s value with the numbers of the other side in it; `None` where it is not
/// plain which figure stands for which number.
pub(super) fn rewritten(view: &BeadView<'_>, side: Side, anchors: Pair<&Anchor>) -> Option<String> {
    let (here, there) = (anchors.side(side), anchors.side(side.other()));
    let comparable = match (&here.value, &there.value) {
        (Value::Number(_), Value::Number(_)) => true,
        (Value::Quantity(a), Value::Quantity(b)) => a.unit == b.unit,
        _ => false,
    };
    let text = here.span.of(view.document_text(side)).trim();
    let numbers = there.value.numbers();
    let figures = figures(text);
    let reads = figures.len() == numbers.len() && here.value.numbers().len() == numbers.len();
    if !comparable || !reads {
        return None;
    }
    let is_grouped = there.span.of(view.document_text(side.other())).split(is_digit).any(|gap| {
        let mut signs = gap.chars();
        matches!((signs.next(), signs.next()), (Some(_), None))
    }) && numbers.iter().all(|number| number.to_int().is_some());
    let places = places(there.span.of(view.document_text(side.other())), &numbers);
    let orthography = &view.language(side).orthography;
    let mut written = String::new();
    let mut end = 0;
    for (((start, stop), number), places) in figures.into_iter().zip(numbers).zip(places) {
        written.push_str(&text[end..start]);
        let figure = write(number, orthography, is_grouped)?;
        written.push_str(&figure);
        let given =
            figure.rsplit_once(orthography.decimal).map_or(0, |(_, decimals)| decimals.len());
        if given == 0 && places > 0 {
            written.push(orthography.decimal);
        }
        written.extend(std::iter::repeat_n('0', places.saturating_sub(given)));
        end = stop;
    }
    written.push_str(&text[end..]);
    (written != text).then_some(written)
}

/// How many decimals each number of a text is written with: a last nought is precision. Nought where
/// figures and numbers do not go together.
fn places(text: &str, numbers: &[Rational]) -> Vec<usize> {
    let figures = figures(text);
    if figures.len() != numbers.len() {
        return vec![0; numbers.len()];
    }
    let of = |((start, end), number): ((usize, usize), &Rational)| {
        let figure = &text[start..end];
        let decimals = figure.rsplit_once(['.', ',']).map(|(_, decimals)| decimals)?;
        let shown = number.to_string();
        let value = shown.split_once('.').map_or("", |(_, decimals)| decimals);
        // Behind a mark that groups there is more than the value's decimals and noughts.
        let is_read = decimals.trim_end_matches('0') == value.trim_end_matches('0')
            && (decimals.len() != 3 || !value.is_empty());
        is_read.then_some(decimals.len())
    };
    figures.into_iter().zip(numbers).map(|pair| of(pair).unwrap_or(0)).collect()
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit()
}

/// Where the figures of a text stand: digits, with single marks between them.
pub(super) fn figures(text: &str) -> Vec<(usize, usize)> {
    let mut figures: Vec<(usize, usize)> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, sign)| is_digit(*sign)) {
        let end = at + sign.len_utf8();
        match figures.last_mut() {
            Some((_, last)) if joins(&text[*last..at]) => *last = end,
            _ => figures.push((at, end)),
        }
    }
    figures
}

fn joins(gap: &str) -> bool {
    matches!(gap, "" | "." | "," | "'" | "’" | " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
}

/// A number as a language writes it; `None` where it has no finite decimals.
pub(super) fn write(number: Rational, orthography: &Orthography, grouped: bool) -> Option<String> {
    let plain = number.to_string();
    if plain.contains('/') {
        return None;
    }
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mark = orthography.group.first().filter(|_| grouped);
    let mut written = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let rest = whole.len() - at;
        if let Some(&mark) = mark.filter(|_| at > 0 && rest % 3 == 0) {
            written.push(if mark == ' ' { '\u{a0}' } else { mark });
        }
        written.push(digit);
    }
    if !decimals.is_empty() {
        written.push(orthography.decimal);
        written.push_str(decimals);
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn numbers_follow_the_language() {
        let write = |text: &str, tag: &str, grouped| {
            let orthography = &Language::from_tag(tag).unwrap().orthography;
            write(Rational::parse(text).unwrap(), orthography, grouped).unwrap()
        };
        assert_eq!(write("12500", "nb", true), "12\u{a0}500");
        assert_eq!(write("12500", "he", true), "12,500");
        assert_eq!(write("2018", "he", false), "2018");
        assert_eq!(write("0.5", "nb", false), "0,5");
    }
}
