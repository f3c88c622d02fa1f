//! Feet and inches as one length: "6-foot-6", "5 feet 8 inches".

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
            let inch = Unit::named_by(word, passage.language)?;
            (inch.of == UnitId::named("inch")?).then_some((part, next.span.end + gap + word.len()))
        }
        _ => None,
    }
}
