//! Quarters and halves of a year: "the third quarter of 2021", "Q3 2021", "ברבעון השלישי של 2021".

use super::date::{Date, is_gap};
use super::figure::Figure;
use super::passage::Passage;
use super::word::{Folded, after_spaces, word_at};
use super::{Form, Strength};
use crate::lang::year_parts::YearPartWords;
use crate::span::Span;

/// A quarter or a half of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearPart {
    /// 1 to 4.
    Quarter(u8),
    /// 1 or 2.
    Half(u8),
}

impl YearPart {
    /// Which of its kind.
    pub fn rank(self) -> u8 {
        match self {
            YearPart::Quarter(rank) | YearPart::Half(rank) => rank,
        }
    }
}

/// Gives each part of a year, weak where no year stands with it.
pub(super) fn find(passage: &Passage, mut push: impl FnMut(Date, Span, Strength)) {
    let words = YearPartWords::of(passage.language);
    if words.quarter.is_empty() {
        return;
    }
    for (index, figure) in passage.figures.iter().enumerate() {
        if let Some((date, span)) = short(passage, words, figure) {
            push(date, span, Strength::Firm);
        } else if let Some((part, needs_year, span)) = named(passage, words, figure) {
            let later = passage.figures[index..].iter().find(|other| other.span.start >= span.end);
            let next = later.filter(|later| leads_on(passage, span.end, later.span.start));
            let year = next.and_then(|later| Some((year(later)?, later.span.end)));
            let date = Date { part: Some(part), ..Date::default() };
            match year {
                Some((year, end)) => {
                    let date = Date { year: Some(year), ..date };
                    push(date, Span::new(span.start, end), Strength::Firm);
                }
                None if !needs_year => push(date, span, Strength::Weak),
                None => {}
            }
        }
    }
}

/// Whether a year follows on a part of it: over a space, "of", "af", "von".
fn leads_on(passage: &Passage, from: usize, to: usize) -> bool {
    const OF: &[&str] = &["af", "av", "von", "i", "in", "des jahres"];
    let gap = passage.text.get(from..to).unwrap_or_default();
    is_gap(passage, from, to) || OF.contains(&gap.trim())
}

fn year(figure: &Figure) -> Option<i32> {
    let year = figure.whole().filter(|year| (1900..2100).contains(year))?;
    figure.plain.filter(|digits| *digits == 4)?;
    i32::try_from(year).ok()
}

/// "Q3 2021", by its year.
fn short(passage: &Passage, words: &YearPartWords, figure: &Figure) -> Option<(Date, Span)> {
    let year = year(figure)?;
    let before = passage.before(figure.span.start).trim_end_matches([' ', '\u{a0}', '-', '/']);
    let mut signs = before.char_indices().rev();
    let (_, digit) = signs.next()?;
    let (start, letter) = signs.next()?;
    let free = signs.next().is_none_or(|(_, sign)| !sign.is_alphanumeric());
    let rank = digit.to_digit(10).and_then(|rank| u8::try_from(rank).ok())?;
    let part = match letter {
        'H' if (1..=2).contains(&rank) => YearPart::Half(rank),
        letter if words.letters.contains(letter) && (1..=4).contains(&rank) => {
            YearPart::Quarter(rank)
        }
        _ => return None,
    };
    let date = Date { year: Some(year), part: Some(part), ..Date::default() };
    free.then(|| (date, Span::new(passage.span.start + start, figure.span.end)))
}

/// "Third quarter" by its rank; whether it is one only with a year.
fn named(
    passage: &Passage,
    words: &YearPartWords,
    figure: &Figure,
) -> Option<(YearPart, bool, Span)> {
    let (text, end) = (passage.text, passage.span.end);
    let rank = figure.magnitude.low.to_int().filter(|rank| (1..=4).contains(rank))?;
    let rank = u8::try_from(rank).ok()?;
    let dotted = text.get(figure.span.end..end)?.starts_with(". ") && figure.plain == Some(1);
    if figure.magnitude.high.is_some() || !(figure.form == Form::Ordinal || dotted) {
        return None;
    }
    let span = if passage.vocabulary.prefixes.is_empty() {
        let gap = text.get(figure.span.end..end)?;
        let at = figure.span.end + usize::from(dotted || gap.starts_with('-'));
        let word = word_at(text, after_spaces(text, at, end), end);
        Span::new(word.start, word.end)
    } else {
        let before = passage.before(figure.span.start).trim_end_matches(['ה', ' ', '\u{a0}', '-']);
        let from = before
            .rfind(|sign: char| !sign.is_alphabetic())
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        Span::new(passage.span.start + from, passage.span.start + before.len())
    };
    let folded = Folded::new(span.of(text))?;
    let prefixes = &passage.vocabulary.prefixes;
    let is = |words: &[&str]| {
        words.iter().any(|word| {
            let head = folded.text().strip_suffix(word);
            head.is_some_and(|head| head.chars().all(|sign| prefixes.contains(&sign)))
        })
    };
    let whole = Span::new(span.start.min(figure.span.start), span.end.max(figure.span.end));
    if is(words.quarter) {
        return Some((YearPart::Quarter(rank), false, whole));
    }
    let half = YearPart::Half(rank);
    (rank <= 2 && (is(words.half_year) || is(words.half)))
        .then(|| (half, !is(words.half_year), whole))
}
