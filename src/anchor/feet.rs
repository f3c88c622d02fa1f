//! Feet and inches as one length: "6-foot-6", "5 feet 8 inches".

use super::figure::Figure;
use super::passage::Passage;
use super::{Rational, Unit};
use crate::knowledge::units::UnitId;

/// The inches that go on a length in `unit`, which ends at `end`: as a part of a foot, and where
/// they end.
pub(super) fn inches_behind(
    passage: &Passage,
    unit: Unit,
    end: usize,
) -> Option<(Rational, usize)> {
    if unit != Unit::plain(UnitId::named("foot")?) {
        return None;
    }
    let next = passage.figures.iter().find(|figure| figure.span.start >= end)?;
    let inches = next.whole().filter(|inches| (0..12).contains(inches))?;
    let part = Rational::new(inches.into(), 12)?;
    match passage.text.get(end..next.span.start)? {
        "-" | "\u{2010}" | "\u{2011}" => Some((part, next.span.end)),
        " " | "\u{a0}" | ", " => {
            let rest = passage.rest(next.span.end);
            let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '-']).len();
            let word = rest[gap..].split(|c: char| !c.is_alphabetic()).next()?;
            // "In" is a word elsewhere.
            let is_short = passage.language.code == "en" && word == "in";
            let inch = match is_short {
                true => Unit::plain(UnitId::named("inch")?),
                false => Unit::named_by(word, passage.language)?,
            };
            (inch.of == UnitId::named("inch")?).then_some((part, next.span.end + gap + word.len()))
        }
        sign if is_prime(sign) => {
            let rest = passage.rest(next.span.end);
            let close = rest.chars().next().filter(|sign| matches!(sign, '"' | '″' | '”'))?;
            Some((part, next.span.end + close.len_utf8()))
        }
        _ => None,
    }
}

/// Whether a text is the sign of feet: 5'10".
fn is_prime(text: &str) -> bool {
    matches!(text, "'" | "′" | "’")
}

/// The foot whose sign stands behind a figure, where inches with theirs follow: 5'10".
pub(super) fn foot_behind(passage: &Passage, figure: &Figure) -> Option<(Unit, usize)> {
    figure.plain?;
    let end = figure.span.end;
    let sign = passage.rest(end).chars().next()?;
    if !is_prime(sign.encode_utf8(&mut [0; 4])) {
        return None;
    }
    let foot = Unit::plain(UnitId::named("foot")?);
    inches_behind(passage, foot, end).map(|_| (foot, end))
}
