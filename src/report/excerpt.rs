//! A quotation with its marked places, cut down to the words around them.

use crate::rendering::Rendering;
use crate::span::Span;

/// Words kept on each side of a place.
const AROUND: usize = 8;
/// Words kept of a place that is longer.
const LONGEST: usize = 24;

/// A piece of a quotation; white space is folded when it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text around a place.
    Plain(&'a str),
    /// A place.
    Marked(&'a str),
    /// Words left out.
    Gap,
}

/// Quotes the segments that hold the `marks` (ascending), or `whole` where there are none.
pub(super) fn excerpt<'a>(
    rendering: &'a Rendering,
    marks: &[Span],
    whole: Option<Span>,
) -> Vec<Piece<'a>> {
    let text = rendering.document.text.as_str();
    let mut pieces = Vec::new();
    if marks.is_empty() {
        if let Some(span) = whole {
            push_cut(&mut pieces, text, span, Piece::Plain);
        }
        return pieces;
    }
    // Where the last window ended; `None` before the first.
    let mut written: Option<usize> = None;
    let mut edge = 0;
    for (index, &mark) in marks.iter().enumerate() {
        let bounds = bounds(rendering, mark);
        edge = edge.max(bounds.end);
        let mut from = Span::new(bounds.start, mark.start).last_words(text, AROUND).start;
        match written {
            Some(end) if from <= end || text[end..from].trim().is_empty() => from = end,
            Some(_) => pieces.push(Piece::Gap),
            None if from > bounds.start => pieces.push(Piece::Gap),
            None => {}
        }
        let start = mark.start.max(from);
        if from < start {
            pieces.push(Piece::Plain(&text[from..start]));
        }
        if start < mark.end {
            push_cut(&mut pieces, text, Span::new(start, mark.end), Piece::Marked);
        }
        let next = marks.get(index + 1).map_or(bounds.end, |next| next.start.max(mark.end));
        let inner = Span::new(mark.end.max(start), bounds.end.min(next).max(mark.end.max(start)));
        let to = inner.first_words(text, AROUND).end;
        if inner.start < to {
            pieces.push(Piece::Plain(&text[inner.start..to]));
        }
        written = Some(to);
    }
    if written.is_some_and(|end| end < edge) {
        pieces.push(Piece::Gap);
    }
    pieces
}

/// The segments that a place touches, from first to last byte.
fn bounds(rendering: &Rendering, mark: Span) -> Span {
    let segments = &rendering.segments;
    let first = segments.partition_point(|segment| segment.span.end <= mark.start);
    let last =
        segments.partition_point(|segment| segment.span.start < mark.end.max(mark.start + 1));
    match (segments.get(first), last.checked_sub(1).and_then(|last| segments.get(last))) {
        (Some(first), Some(last)) => {
            Span::new(first.span.start.min(mark.start), last.span.end.max(mark.end))
        }
        _ => mark,
    }
}

fn push_cut<'a>(
    pieces: &mut Vec<Piece<'a>>,
    text: &'a str,
    span: Span,
    piece: fn(&'a str) -> Piece<'a>,
) {
    if span.of(text).split_whitespace().count() <= LONGEST {
        pieces.push(piece(span.of(text)));
        return;
    }
    let (head, tail) =
        (span.first_words(text, LONGEST * 2 / 3), span.last_words(text, LONGEST / 3));
    pieces.extend([piece(head.of(text)), Piece::Gap, piece(tail.of(text))]);
}

/// Writes every run of white space as one space.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut in_space = false;
    for character in text.chars() {
        if !character.is_whitespace() {
            folded.push(character);
        } else if !in_space {
            folded.push(' ');
        }
        in_space = character.is_whitespace();
    }
    folded
}
