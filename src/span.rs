//! Positions in text: byte spans, and the ways from a byte to a line, a column or a scalar offset.

use std::ops::Range;

/// A half-open range of bytes, always on `char` boundaries of the text it belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a standard range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text under the span.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span moved `by` bytes to the right.
    pub const fn shift(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }

    /// The span without white space at its ends; empty spans collapse to their start.
    pub fn trim(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Span { start, end: start + inner.trim().len() }
    }

    /// Up to the end of its `count`th word; all of it where it has no more words.
    pub fn first_words(self, text: &str, count: usize) -> Span {
        let inner = self.of(text);
        let Some(last) = inner.split_whitespace().take(count).last() else { return self };
        let end = self.start + (last.as_ptr() as usize - inner.as_ptr() as usize) + last.len();
        let has_more = !text[end..self.end].trim().is_empty();
        if has_more { Span { start: self.start, end } } else { self }
    }

    /// From the start of its `count`th word from the end; all of it where it has no more words.
    pub fn last_words(self, text: &str, count: usize) -> Span {
        let inner = self.of(text);
        let Some(first) = inner.split_whitespace().rev().take(count).last() else { return self };
        let start = self.start + (first.as_ptr() as usize - inner.as_ptr() as usize);
        let has_more = !text[self.start..start].trim().is_empty();
        if has_more { Span { start, end: self.end } } else { self }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// Finds the line of a byte. Lines end at LF, CR or CRLF; indices start at 0.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

/// A place in a text: both indices start at 0, the column counts Unicode scalars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column in Unicode scalars.
    pub column: usize,
}

impl LineIndex {
    /// Indexes `text` in one pass.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(at + 1);
        }
        LineIndex { starts }
    }

    /// The position of the byte `offset` of the same `text`.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        Position { line, column: text[self.starts[line]..offset].chars().count() }
    }
}

/// Turns byte offsets into Unicode scalar offsets, in constant time by way of a sampled table.
#[derive(Clone, Debug)]
pub struct ScalarIndex {
    samples: Vec<usize>,
}

impl ScalarIndex {
    const STRIDE: usize = 256;

    /// Indexes `text` in one pass; one sample per 256 bytes.
    pub fn new(text: &str) -> Self {
        let mut samples = Vec::with_capacity(text.len() / Self::STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(Self::STRIDE) {
            samples.push(count);
            count += chunk.iter().filter(|&&byte| is_lead(byte)).count();
        }
        samples.push(count);
        ScalarIndex { samples }
    }

    /// How many scalars of the same `text` stand before the byte `offset`.
    pub fn scalar(&self, text: &str, offset: usize) -> usize {
        let sample = offset / Self::STRIDE;
        let rest = &text.as_bytes()[sample * Self::STRIDE..offset];
        self.samples[sample] + rest.iter().filter(|&&byte| is_lead(byte)).count()
    }
}

fn is_lead(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Where the visible text of a document stands in its raw file.
///
/// A list of runs in ascending order of the visible bytes; a file may hold the parts of its text in
/// another order. In a run either one visible byte is one raw byte, or all of it stands for all of a
/// raw span, such as a reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    visible: usize,
    raw: usize,
    /// The length of the raw span that the run stands for; `None` where the bytes are the same.
    stands_for: Option<usize>,
}

impl OffsetMap {
    /// Says that from `visible` on, visible bytes stand at `raw` and after. `visible` must ascend.
    pub fn push(&mut self, visible: usize, raw: usize) {
        let goes_on = self.runs.last().is_some_and(|last| {
            last.stands_for.is_none() && last.raw + (visible - last.visible) == raw
        });
        if !goes_on {
            self.add(Run { visible, raw, stands_for: None });
        }
    }

    /// Says that from `visible` on, up to the next run, visible bytes stand for the span `raw`.
    /// `visible` must ascend.
    pub fn push_stand_in(&mut self, visible: usize, raw: Span) {
        self.add(Run { visible, raw: raw.start, stands_for: Some(raw.len()) });
    }

    /// The runs of `other`, whose text begins at the byte `visible` of this one's.
    pub fn append(&mut self, visible: usize, other: &OffsetMap) {
        for run in &other.runs {
            self.add(Run { visible: visible + run.visible, ..*run });
        }
    }

    fn add(&mut self, run: Run) {
        debug_assert!(self.runs.last().is_none_or(|last| last.visible <= run.visible));
        self.runs.push(run);
    }

    fn run(&self, visible: usize) -> Option<Run> {
        let behind = self.runs.partition_point(|run| run.visible <= visible);
        behind.checked_sub(1).map(|run| self.runs[run])
    }

    /// The raw offset of a visible offset.
    pub fn raw(&self, visible: usize) -> usize {
        match self.run(visible) {
            Some(Run { raw, stands_for: Some(_), .. }) => raw,
            Some(run) => run.raw + (visible - run.visible),
            None => visible,
        }
    }

    /// The raw span of a visible span; its end is that of its last byte, so that markup behind it is left out.
    pub fn raw_span(&self, span: Span) -> Span {
        let start = self.raw(span.start);
        if span.is_empty() {
            return Span { start, end: start };
        }
        let end = match self.run(span.end - 1) {
            Some(Run { raw, stands_for: Some(length), .. }) => raw + length,
            _ => self.raw(span.end - 1) + 1,
        };
        Span { start, end: end.max(start) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_any_convention() {
        let text = "a\r\nbé\rc\n";
        let index = LineIndex::new(text);
        assert_eq!(index.position(text, 3), Position { line: 1, column: 0 });
        assert_eq!(index.position(text, 6), Position { line: 1, column: 2 });
        assert_eq!(index.position(text, 7), Position { line: 2, column: 0 });
    }

    #[test]
    fn words_at_both_ends() {
        let text = "  אחת שתיים three  four ";
        let whole = Span::new(0, text.len());
        assert_eq!(whole.first_words(text, 2).of(text), "  אחת שתיים");
        assert_eq!(whole.last_words(text, 2).of(text), "three  four ");
        assert_eq!(whole.first_words(text, 4), whole);
        assert_eq!(whole.last_words(text, 9), whole);
    }

    #[test]
    fn a_stand_in_is_found_as_a_whole() {
        let raw = "<p>s&oslash;t &amp; b</p>";
        let visible = "søt & b";
        let mut offsets = OffsetMap::default();
        offsets.push(0, 3);
        offsets.push_stand_in(1, Span::new(4, 12));
        offsets.push(3, 12);
        offsets.push_stand_in(5, Span::new(14, 19));
        offsets.push(6, 19);
        for (part, expected) in [("ø", "&oslash;"), ("søt", "s&oslash;t"), ("& b", "&amp; b")] {
            let start = visible.find(part).unwrap();
            assert_eq!(offsets.raw_span(Span::new(start, start + part.len())).of(raw), expected);
        }
    }

    #[test]
    fn scalar_offsets_agree_with_counting() {
        let text = "מגנזיום ×".repeat(100);
        let index = ScalarIndex::new(&text);
        for (scalar, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.scalar(&text, byte), scalar);
        }
        assert_eq!(index.scalar(&text, text.len()), text.chars().count());
    }
}
