//! Plain text: finds titles, headings, lists, key-value lines, wrapped paragraphs and debris.
//!
//! Lines are blocks, save where the text is hard-wrapped: a line break was forced, and is undone,
//! when the first word of the next line would not have fitted into the width of the document, in
//! letters or in bytes, or when prose goes on in a small letter.
//! Linear in the text. Weak on verse and on tables drawn with spaces.

use std::sync::Arc;

use super::kind::{classify, is_key_value};
use crate::document::{Block, BlockKind, Document, Origin};
use crate::lang::Language;
use crate::span::{OffsetMap, Span};

/// Bullets that open a list item when white space follows.
const BULLETS: &[char] = &['•', '-', '–', '—', '*', '·', '‣', '◦', '▪', '●', '○', '■'];

/// The widths at which text is wrapped.
const WIDTHS: std::ops::RangeInclusive<usize> = 36..=120;
/// A line of so many words may be prose.
const PROSE: usize = 5;

/// Reads an article; `raw` is the text of its file.
pub fn read(raw: String, language: &'static Language) -> Document {
    let (text, origin) = without_mark(raw);
    let blocks = blocks(&text);
    Document { text, blocks, language, origin }
}

/// Reads a text that is segmented already: every line, blank ones too, is one segment.
pub fn read_segmented(raw: String, language: &'static Language) -> Document {
    let (text, origin) = without_mark(raw);
    let mut blocks: Vec<Block> = lines(&text)
        .map(|line| Block { kind: BlockKind::Line, depth: 0, span: line.trim(&text) })
        .collect();
    if text.ends_with(['\n', '\r']) {
        blocks.pop();
    }
    Document { text, blocks, language, origin }
}

fn without_mark(raw: String) -> (String, Origin) {
    match raw.strip_prefix('\u{feff}') {
        Some(rest) => {
            let mut offsets = OffsetMap::default();
            offsets.push(0, '\u{feff}'.len_utf8());
            let text = rest.to_owned();
            (text, Origin { path: None, raw: Some(Arc::from(raw)), offsets })
        }
        None => (raw, Origin::default()),
    }
}

/// The lines of a text without their ends, whichever of LF, CR and CRLF it uses.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let Some(length) = memchr::memchr2(b'\n', b'\r', &bytes[start..]) else {
            next = None;
            return Some(Span::new(start, text.len()));
        };
        let line = Span::new(start, start + length);
        let is_crlf = bytes[line.end] == b'\r' && bytes.get(line.end + 1) == Some(&b'\n');
        next = Some(line.end + if is_crlf { 2 } else { 1 });
        Some(line)
    })
}

struct Line {
    span: Span,
    indent: usize,
    bullet: Option<char>,
    after_blank: bool,
}

fn blocks(text: &str) -> Vec<Block> {
    let mut read: Vec<Line> = Vec::new();
    let mut after_blank = true;
    for raw in lines(text) {
        let span = raw.trim(text);
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        let margin = &text[raw.start..span.start];
        let indent = margin.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        read.push(Line { span, indent, bullet: bullet(span.of(text)), after_blank });
        after_blank = false;
    }
    let wrap = wrap(text, &read);
    let mut blocks: Vec<Block> = Vec::new();
    let mut levels: Vec<(usize, char)> = Vec::new();
    for (index, line) in read.iter().enumerate() {
        let joins = index > 0 && !line.after_blank && goes_on(text, &read[index - 1], line, wrap);
        match blocks.last_mut() {
            Some(block) if joins => block.span.end = line.span.end,
            _ => push_line(text, line, &mut levels, &mut blocks),
        }
    }
    classify(text, &mut blocks);
    blocks
}

/// The bullet that opens a line, or `'1'` for a numbered item.
fn bullet(line: &str) -> Option<char> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    if BULLETS.contains(&first) {
        let is_item =
            rest.starts_with([' ', '\t', '\u{a0}']) && rest.chars().any(char::is_alphanumeric);
        return is_item.then_some(first);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line[digits..].strip_prefix([')', '.'])?;
    ((1..=2).contains(&digits) && after.starts_with(' ')).then_some('1')
}

/// How the lines of a text were wrapped.
#[derive(Clone, Copy)]
struct Wrap {
    /// No line is longer, but for a few.
    width: usize,
    /// In what `width` is counted.
    unit: Unit,
}

/// What the programs that wrap text count.
#[derive(Clone, Copy)]
enum Unit {
    Scalars,
    Bytes,
}

impl Unit {
    fn count(self, text: &str) -> usize {
        match self {
            Unit::Scalars => text.chars().count(),
            Unit::Bytes => text.len(),
        }
    }

    fn length(self, text: &str, line: &Line) -> usize {
        line.indent + self.count(line.span.of(text))
    }
}

/// How the lines were wrapped, if they were: in the unit that explains more of the line breaks.
fn wrap(text: &str, lines: &[Line]) -> Option<Wrap> {
    let (scalars, bytes) = (wrap_in(text, lines, Unit::Scalars), wrap_in(text, lines, Unit::Bytes));
    let best = if bytes.map(|(_, forced)| forced) > scalars.map(|(_, forced)| forced) {
        bytes
    } else {
        scalars
    };
    best.map(|(wrap, _)| wrap)
}

/// The wrap in a unit, and how many line breaks it explains.
fn wrap_in(text: &str, lines: &[Line], unit: Unit) -> Option<(Wrap, usize)> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| unit.length(text, line)).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len().saturating_sub(1 + lengths.len() / 50))?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let wrap = Wrap { width, unit };
    let adjacent = lines.windows(2).filter(|pair| !pair[1].after_blank && pair[1].bullet.is_none());
    let (mut all, mut forced) = (0, 0);
    for pair in adjacent {
        all += 1;
        forced += usize::from(was_forced(text, &pair[0], &pair[1], wrap, 0));
    }
    (all >= 3 && forced * 10 >= all * 6).then_some((wrap, forced))
}

/// Whether the first word of `next` would not have fitted behind `last`, with `slack` to spare.
fn was_forced(text: &str, last: &Line, next: &Line, wrap: Wrap, slack: usize) -> bool {
    let word = next.span.of(text).split_whitespace().next().map_or(0, |word| wrap.unit.count(word));
    wrap.unit.length(text, last) + 1 + word + slack > wrap.width
}

/// Whether `next` goes on with the paragraph or item of `last`, the line above it.
fn goes_on(text: &str, last: &Line, next: &Line, wrap: Option<Wrap>) -> bool {
    let (above, below) = (last.span.of(text), next.span.of(text));
    let open = above.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    if next.bullet.is_some() {
        let dash = matches!(next.bullet, Some('-' | '–' | '—'));
        return dash && open && wrap.is_some_and(|wrap| was_forced(text, last, next, wrap, 0));
    }
    // What looks like prose goes on in a small letter.
    if open
        && below.starts_with(char::is_lowercase)
        && above.split_whitespace().count() >= PROSE
        && above.chars().count() >= *WIDTHS.start()
    {
        return true;
    }
    // A program that leaves the white space at the line's end has one place less.
    let slack = usize::from(open);
    !is_key_value(below) && wrap.is_some_and(|wrap| was_forced(text, last, next, wrap, slack))
}

fn push_line(text: &str, line: &Line, levels: &mut Vec<(usize, char)>, blocks: &mut Vec<Block>) {
    let Some(bullet) = line.bullet else {
        levels.clear();
        blocks.push(Block { kind: BlockKind::Paragraph, depth: 0, span: line.span });
        return;
    };
    levels.retain(|&(indent, _)| indent <= line.indent);
    match levels.iter().position(|&level| level == (line.indent, bullet)) {
        Some(at) => levels.truncate(at + 1),
        None => levels.push((line.indent, bullet)),
    }
    let depth = levels.len().min(usize::from(u8::MAX)) as u8;
    let mut start = line.span.start;
    let cuts = glued_bullets(line.span.of(text), bullet).into_iter();
    for end in cuts.map(|cut| line.span.start + cut).chain([line.span.end]) {
        let span = Span::new(start, end).trim(text);
        blocks.push(Block { kind: BlockKind::ListItem, depth, span });
        start = end;
    }
}

/// Where inside a list item the next item begins without a line break: after a stop, before the
/// same bullet and a capital or a letter of a script without case.
fn glued_bullets(item: &str, bullet: char) -> Vec<usize> {
    let mut cuts = Vec::new();
    for (at, _) in item.match_indices(bullet) {
        let before = item[..at].trim_end();
        let after = &item[at + bullet.len_utf8()..];
        let first = after.trim_start().chars().next();
        let opens =
            after.starts_with(' ') && first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
        if opens && before.len() < at && before.ends_with(['.', ';', '!', '?']) {
            cuts.push(at);
        }
    }
    cuts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks_of(text: &str) -> Vec<(&'static str, u8, String)> {
        let document = read(text.to_owned(), Language::from_tag("en").unwrap());
        let describe = |block: &Block| {
            (block.kind.name(), block.depth, block.span.of(&document.text).to_owned())
        };
        document.blocks.iter().map(describe).collect()
    }

    #[test]
    fn structure_of_an_article() {
        let text = "^\nThe sea and the wind\nLast seen: 03.04.2021\n\nIt blew hard.\nBackground\n\
            It was cold.\n  • Ice:\n    - thick;\n    - thin. - Snow:\n  • Rain.\n";
        let expected = [
            ("debris", 0, "^"),
            ("title", 0, "The sea and the wind"),
            ("key-value", 0, "Last seen: 03.04.2021"),
            ("paragraph", 0, "It blew hard."),
            ("heading", 0, "Background"),
            ("paragraph", 0, "It was cold."),
            ("list-item", 1, "• Ice:"),
            ("list-item", 2, "- thick;"),
            ("list-item", 2, "- thin."),
            ("list-item", 2, "- Snow:"),
            ("list-item", 1, "• Rain."),
        ];
        let found = blocks_of(text);
        let found: Vec<_> =
            found.iter().map(|(kind, depth, text)| (*kind, *depth, text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn forced_line_breaks_are_undone() {
        let text = "The harbour lay silent under a grey sky that morning, and the\n\
            boats had not gone out since the storm of the week before, so\n\
            that nobody in the village knew what to do with the long days\n\
            of waiting.\nThen it cleared.\n";
        let found = blocks_of(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[1].2, "Then it cleared.");
    }

    #[test]
    fn text_wrapped_by_bytes_is_joined() {
        let words = "Blåbærsyltetøy på brødskiva gjør både små og større fjøsfolk glade før økta";
        let text = [words; 6].join(" ") + ".";
        for width in [40, 72] {
            let mut lines = vec![String::new()];
            for word in text.split(' ') {
                if lines[lines.len() - 1].len() + word.len() + 1 > width {
                    lines.push(String::new());
                }
                let last = lines.len() - 1;
                lines[last] += word;
                lines[last] += " ";
            }
            let found = blocks_of(&lines.join("\n"));
            assert_eq!(found.len(), 1, "{found:?}");
        }
    }

    #[test]
    fn prose_that_goes_on_in_a_small_letter_is_joined() {
        let found = blocks_of("This is a long sentence that was broken\nover two lines.\nThe end.");
        assert_eq!(found.len(), 2, "{found:?}");
        let found = blocks_of("flour and sugar\nbutter and salt\nmilk");
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_dash_in_wrapped_prose_is_no_bullet() {
        let text = "The harbour lay silent under a grey sky that morning, and the\n\
            boats had not gone out since the storm of the week before it\n- or so the old people said \
            who sat on the bench there and\nsmoked in silence, as they had done for all of those days\n\
            of waiting.";
        assert_eq!(blocks_of(text).len(), 1, "{:?}", blocks_of(text));
    }

    #[test]
    fn every_line_end_convention_gives_the_same_blocks() {
        let text = "One thing is here.\nAnother thing is there.\n\nThe end.";
        for ends in ["\n", "\r", "\r\n"] {
            assert_eq!(blocks_of(&text.replace('\n', ends)).len(), 3);
        }
    }

    #[test]
    fn segmented_input_keeps_blank_lines() {
        let language = Language::from_tag("en").unwrap();
        let document = read_segmented("a\n\nb\n".to_owned(), language);
        assert_eq!(document.blocks.len(), 3);
        assert!(document.blocks[1].span.is_empty());
    }
}
