//! Finds the units beside figures: behind them, before an amount of money, in a rate.

use super::bound::{comparator, lasts, without_gap};
use super::every::{self, one_in, period};
use super::feet::{foot_behind, inches_behind};
use super::figure::{Figure, behind};
use super::mixed::{one_before, rest_behind, unit_behind_of};
use super::number_words::scale_after;
use super::passage::Passage;
use super::quantity::{Quantity, Unit, is_near};
use super::rate::{leading, rate};
use super::word::{Folded, is_letter, phrase_length, word_at};
use super::{Anchor, Comparator, Form, Magnitude, Rational, Strength, Value};
use crate::knowledge::units::{Dimension, UnitId};
use crate::span::Span;

/// Gives each figure with a unit beside it.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    let mut taken = passage.span.start;
    for figure in &passage.figures {
        if figure.span.start < taken || figure.decade {
            continue;
        }
        let Some(mut measured) = measure(passage, figure) else { continue };
        if let Some((unit, start)) = leading(passage, measured.unit, measured.start, taken) {
            (measured.unit, measured.rate) = (unit, Some(start));
        }
        let (start, end) = (measured.start, measured.end);
        let (factor, end) =
            scale_behind_sign(passage, figure, &measured).unwrap_or((Rational::ONE, end));
        let magnitude = figure.magnitude.scaled(factor).unwrap_or(figure.magnitude);
        let magnitude = magnitude.map(|low| low.plus(measured.plus)).unwrap_or(magnitude);
        let dose = anchors.last().filter(|last| last.span.end <= start);
        let comparator = match comparator(passage, start, end) {
            Comparator::More | Comparator::Less if lasts(passage, start, measured.unit, dose) => {
                Comparator::Equal
            }
            said => said,
        };
        let magnitude = Magnitude { comparator, ..magnitude };
        let (magnitude, end) = inches_behind(passage, measured.unit, end)
            .and_then(|(part, end)| Some((magnitude.map(|feet| feet.plus(part))?, end)))
            .unwrap_or((magnitude, end));
        let (magnitude, end) = with_parts(passage, measured.unit, magnitude, end);
        let (magnitude, end) = one_in(passage, figure, measured.unit, end)
            .map_or((magnitude, end), |(count, end)| (Magnitude::exactly(count), end));
        let quantity = Quantity { magnitude, unit: measured.unit };
        let counts = (measured.recurs || matches!(figure.form, Form::Cardinal | Form::Fraction))
            && (figure.magnitude.low > Rational::ONE || quantity.magnitude.low > Rational::ONE);
        let mut strength = if counts { Strength::Firm } else { figure.strength };
        if let Some(last) = anchors.last_mut()
            && let Value::Quantity(other) = &last.value
            && other.unit != quantity.unit
            && other.unit.dimensions() == quantity.unit.dimensions()
            && restates(passage.text.get(taken..start))
            && let (Some(a), Some(b)) = (other.base(), quantity.base())
            && is_near(&a, &b, 60)
        {
            (last.strength, strength) = (Strength::Weak, Strength::Weak);
        }
        taken = end;
        let value = Value::Quantity(quantity);
        let start = measured.rate.unwrap_or(start);
        anchors.push(Anchor { value, span: Span::new(start, end), strength });
    }
    every::extract(passage, anchors);
}

/// A magnitude with the smaller units behind it: "two hours, 20 minutes and 5 seconds".
fn with_parts(passage: &Passage, unit: Unit, whole: Magnitude, end: usize) -> (Magnitude, usize) {
    let (mut magnitude, mut end, mut smallest) = (whole, end, unit);
    while magnitude.high.is_none()
        && let Some((part, last, stop)) = rest_behind(passage, smallest, whole.low, end)
        && let Some(part) = part.over(unit.to_base(Rational::ONE).unwrap_or(Rational::ONE))
        && let Some(sum) = magnitude.low.plus(part)
    {
        (magnitude, end) = (Magnitude { low: sum, alternative: None, ..magnitude }, stop);
        match last {
            Some(last) => smallest = last,
            None => break,
        }
    }
    (magnitude, end)
}

/// The unit of a figure, without what it is taken per, and where it ends.
pub(super) fn unit_alone(passage: &Passage, figure: &Figure) -> Option<(Unit, usize)> {
    match figure.unit {
        Some(unit) => Some((Unit::plain(unit), figure.span.end)),
        None => unit_after(passage, figure.span.end, figure),
    }
}

/// The scale word behind a sign of money: "9 £ milliarder".
fn scale_behind_sign(
    passage: &Passage,
    figure: &Figure,
    measured: &Measured,
) -> Option<(Rational, usize)> {
    let money = matches!(measured.unit.of.row().dimension, Dimension::Money(_));
    let bare = money && figure.scale == Rational::ONE && measured.end > figure.span.end;
    let (scale, end) =
        scale_after(passage.vocabulary, passage.text, measured.end, passage.span.end)
            .filter(|(scale, _)| bare && *scale >= 1000)?;
    Some((i64::try_from(scale).ok()?.into(), end))
}

/// Whether what stands between two quantities says that the second is the first in another unit:
/// "30 m (100 ft)".
fn restates(gap: Option<&str>) -> bool {
    gap.is_some_and(|gap| {
        gap.len() < 16 && gap.trim_start().starts_with(['(', '[', '/', '–', '-', ','])
    })
}

/// Whether the word behind a Hebrew number is a plural: "בן ארבע קומות" is of four storeys, not four
/// years old.
fn counts_noun(passage: &Passage, end: usize) -> bool {
    let from = behind(passage, end);
    let word = word_at(passage.text, from, passage.span.end).of(passage.text);
    passage.language.code == "he" && (word.ends_with("ות") || word.ends_with("ים"))
}

/// A figure's unit, and where figure and unit begin and end.
struct Measured {
    unit: Unit,
    /// What to add to the figure: "an hour and a half" is one and a half.
    plus: Rational,
    start: usize,
    end: usize,
    /// Where what it is taken per begins, if that stands before the figure.
    rate: Option<usize>,
    /// Whether it says how often something comes back: "every third week".
    recurs: bool,
}

impl Measured {
    /// A figure with its unit and no more.
    fn plain(unit: Unit, start: usize, end: usize) -> Self {
        Measured { unit, plus: Rational::ZERO, start, end, rate: None, recurs: false }
    }
}

fn measure(passage: &Passage, figure: &Figure) -> Option<Measured> {
    let Span { start, end } = figure.span;
    if let Some(unit) = figure.unit {
        let unit = Unit::plain(unit);
        let (unit, end) = rate(passage, unit, end);
        return Some(Measured::plain(unit, start, end));
    }
    if let Some((unit, end)) = period(passage, figure) {
        return Some(Measured { recurs: true, ..Measured::plain(unit, start, end) });
    }
    if matches!(figure.form, Form::Ordinal | Form::Vague | Form::Multiple) {
        return None;
    }
    if let Some((unit, start)) = money_before(passage, start) {
        let (unit, end) = rate(passage, Unit::plain(unit), end);
        return Some(Measured::plain(unit, start, end));
    }
    if let Some((unit, stop)) =
        foot_behind(passage, figure).or_else(|| unit_after(passage, end, figure))
    {
        let (unit, end) = rate(passage, unit, stop);
        return Some(Measured::plain(unit, start, end));
    }
    if let Some((unit, start)) = one_before(passage, figure) {
        return Some(Measured { plus: Rational::ONE, ..Measured::plain(unit, start, end) });
    }
    let age = (0..130).contains(&figure.magnitude.low.to_int()?)
        && is_age(passage, start)
        && !counts_noun(passage, end);
    let year = if age { UnitId::named("year")? } else { return None };
    Some(Measured::plain(Unit::plain(year), start, end))
}

/// The currency whose sign or code stands before a figure, and where it begins.
fn money_before(passage: &Passage, start: usize) -> Option<(UnitId, usize)> {
    let before = passage.before(start).trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let last = before.chars().next_back()?;
    if !passage.vocabulary.ends_money(last) && !matches!(last, 'r' | 'R' | '.') {
        return None;
    }
    let mut from = before.len();
    let mut found = None;
    for (at, sign) in before.char_indices().rev().take(4) {
        if sign.is_whitespace() {
            break;
        }
        from = at;
        let edge = before[..at].chars().next_back();
        let whole =
            !sign.is_ascii_alphabetic() || !edge.is_some_and(|edge| edge.is_ascii_alphanumeric());
        if let Some(unit) = passage.vocabulary.money(&before[at..]).filter(|_| whole) {
            found = Some((unit, passage.span.start + at));
        }
    }
    let crowns = before[from..].trim_end_matches('.').eq_ignore_ascii_case("kr");
    found.or_else(|| {
        let unit = passage.vocabulary.unit("kr").filter(|_| crowns)?;
        Some((unit.of, passage.span.start + from))
    })
}

/// The unit that follows a figure, and where it ends.
fn unit_after(passage: &Passage, at: usize, figure: &Figure) -> Option<(Unit, usize)> {
    let rest = passage.rest(at);
    let gap = matches!(
        rest.chars().next()?,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '-' | '\u{2010}' | '\u{2011}' | '\u{5be}'
    );
    let skip = if gap { rest.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let from = at + skip + usize::from(gap && rest[skip..].starts_with(' '));
    let is_hyphen = gap && !rest.starts_with([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    let found = unit_at(passage, from);
    if found.is_some() {
        return found.filter(|(unit, end)| {
            let sign = &passage.text[from..*end];
            let single = sign.len() == 1 && sign.bytes().all(|byte| byte.is_ascii_alphabetic());
            let spoken = figure.plain.is_none() && figure.magnitude.low == Rational::ONE;
            // "En J-formet kurve", "en min broder".
            let is_word = spoken && (single && is_compound(passage, *end) || sign == "min");
            !(single && is_hyphen || is_word || is_false_unit(passage, *unit, figure, sign, *end))
        });
    }
    if let Some(found) = units_of_activity(passage, from).filter(|_| gap) {
        return Some(found);
    }
    // "125 millions de livres"
    if gap && figure.scale.to_int().is_some_and(|scale| scale >= 1_000_000) {
        let of = |word: &&&str| phrase_length(&rest[skip..], word).is_some();
        if let Some(word) = passage.vocabulary.of.iter().find(of) {
            let after = behind(passage, from + word.len());
            return unit_at(passage, after);
        }
    }
    // "half an hour"
    if figure.form == Form::Fraction && gap {
        let word = word_at(passage.text, from, passage.span.end);
        let article = Folded::new(word.of(passage.text))
            .and_then(|word| passage.vocabulary.senses(word.text()))
            .is_some_and(|senses| senses.article);
        if article {
            return unit_at(passage, behind(passage, word.end));
        }
        return unit_behind_of(passage, at);
    }
    None
}

/// "20 Einheiten Insulin", "20 unités d'insuline": a word for units that counts international ones
/// before what is measured by them. English "units" counts them everywhere.
fn units_of_activity(passage: &Passage, at: usize) -> Option<(Unit, usize)> {
    let words = passage.language.numerals.dosing.activity;
    let rest = passage.rest(at);
    let length = words.iter().find_map(|word| phrase_length(rest, word))?;
    let behind = rest.get(length..)?.trim_start_matches([' ', '\u{a0}']).to_lowercase();
    let measured = BY_ACTIVITY.iter().any(|name| behind.starts_with(name));
    let unit = UnitId::named("international-unit").map(Unit::plain);
    Some((unit.filter(|_| measured)?, at + length))
}

/// Beginnings of what is given by international units.
const BY_ACTIVITY: &[&str] = &[
    "insulin", "heparin", "hépar", "oxytoc", "ocytoc", "penicil", "pénicil", "botulin", "vitamin",
    "אינסולין", "הפרין", "אוקסיטוצין", "פניצילין", "ויטמין",
];

/// Signs that are something else in running text: "5 m" of money, "2 T" of a name.
fn is_false_unit(passage: &Passage, unit: Unit, figure: &Figure, sign: &str, end: usize) -> bool {
    let followed = passage.rest(end).chars().next();
    match sign {
        "V" | "W" | "J" | "N" | "L" | "U" | "Ω" => {
            followed == Some('.') && figure.plain == Some(1)
        }
        "年" => {
            figure.plain == Some(4)
                && figure.whole().is_some_and(|year| (1000..2200).contains(&year))
        }
        // "The 1990s", "under 18s".
        "s" => figure.plain == Some(4) || is_plural(passage, figure, end),
        _ => unit.of.row().id == "second" && figure.form == Form::Ordinal,
    }
}

/// Whether a hyphen and a word follow: "J-formet".
fn is_compound(passage: &Passage, end: usize) -> bool {
    let mut rest = passage.rest(end).chars();
    matches!(rest.next(), Some('-' | '\u{2010}' | '\u{2011}')) && rest.next().is_some_and(is_letter)
}

/// Whether an English "s" glued to an age makes people of it: "under 18s", "over-65s", "the 40s".
fn is_plural(passage: &Passage, figure: &Figure, end: usize) -> bool {
    let before = without_gap(passage.before(figure.span.start)).to_lowercase();
    passage.language.code == "en"
        && figure.span.end + 1 == end
        && ["under", "over", "the"]
            .iter()
            .any(|word| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(is_letter)))
}

/// The unit that begins at `at`, by its longest name, and where it ends.
pub(super) fn unit_at(passage: &Passage, at: usize) -> Option<(Unit, usize)> {
    let vocabulary = passage.vocabulary;
    let rest = passage.rest(at);
    let first = rest.chars().next()?;
    if first.is_whitespace()
        || first.is_ascii_digit()
        || matches!(first, ',' | '.' | ':' | ')' | '(')
    {
        return crowns(passage, at);
    }
    let unspaced = vocabulary.is_unspaced();
    let names = |text| vocabulary.unit_names.longest(text, unspaced);
    let definite = rest.strip_prefix('ה').filter(|_| !vocabulary.prefixes.is_empty());
    let bare = definite.and_then(names).map(|(unit, length)| (unit, 'ה'.len_utf8() + length));
    let by_name = match (names(rest), bare) {
        (Some(whole), Some(bare)) if bare.1 > whole.1 => Some(bare),
        (whole, bare) => whole.or(bare),
    };
    let by_sign = vocabulary.unit_signs.longest(rest, unspaced);
    let (unit, length) = match (by_name, by_sign) {
        (Some(name), Some(sign)) if sign.1 >= name.1 => sign,
        (name, sign) => name.or(sign)?,
    };
    // "D'une année à l'autre".
    let elided = length == 1 && rest[1..].starts_with(['\'', '’']);
    (!elided).then_some((unit, at + length))
}

/// The strokes behind an amount of crowns: "200,-", Swedish "200:-".
fn crowns(passage: &Passage, at: usize) -> Option<(Unit, usize)> {
    let sign = [",-", ":-"].into_iter().find(|sign| passage.rest(at).starts_with(sign))?;
    Some((passage.vocabulary.unit(sign)?, at + sign.len()))
}

fn is_age(passage: &Passage, start: usize) -> bool {
    passage.vocabulary.ages.ends(without_gap(passage.before(start)))
}
