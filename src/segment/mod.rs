//! Cuts the blocks of a document into segments: sentences, headings, list items.
//!
//! Total and lossless: every input has segments, and every byte belongs to a segment or to the
//! white space between two.

mod dateline;
mod enumeration;
mod farewell;
mod gap;
mod ideographic;
mod learned;
mod lexicon;
mod reference;
mod scan;
mod soft;
mod speech;
mod terminal;
pub mod unmarked;

use crate::document::{BlockKind, Document};
use crate::lang::Language;
use crate::span::Span;

use enumeration::{Enumeration, Role};
use gap::Gap;
use learned::Learned;
use lexicon::{Capitals, Lexicon};
use scan::{Mark, Scan};
use terminal::Context;
use unmarked::Unmarked;

/// A unit of alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its text, without white space at the ends.
    pub span: Span,
    /// Index of the block that holds it.
    pub block: u32,
    /// How sure the cut before it is.
    pub boundary: Boundary,
}

/// How sure a cut is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Boundary {
    /// A cut that one language's conventions make and another's do not (after a colon, a semicolon,
    /// before a bullet). An aligner may merge across it at no cost.
    Soft,
    /// The end of a sentence.
    Hard,
    /// The edge of a block.
    Block,
}

/// A cut inside a block: the byte at which the next segment's leading white space begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Byte offset in the text given.
    pub at: usize,
    /// [`Boundary::Soft`] or [`Boundary::Hard`].
    pub boundary: Boundary,
}

/// Which soft cuts are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SoftCuts {
    /// None: only the ends of sentences.
    Never,
    /// Those that the gold corpora of the language make.
    #[default]
    Conventional,
    /// All: after every colon and semicolon that may end a clause, and before every bullet.
    Always,
}

/// Segments a document, with the soft cuts of its language's convention.
pub fn segment(document: &Document) -> Vec<Segment> {
    segment_with(document, SoftCuts::Conventional)
}

/// Segments a document, with the soft cuts asked for.
pub fn segment_with(document: &Document, soft: SoftCuts) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let inner = block.span.of(&document.text);
        let mut start = 0;
        let mut boundary = Boundary::Block;
        for cut in block_cuts(block.kind, inner, document.language, soft)
            .into_iter()
            .chain([Cut { at: inner.len(), boundary: Boundary::Block }])
        {
            let span = Span::new(start, cut.at).trim(inner);
            if !span.is_empty() || block.span.is_empty() {
                segments.push(Segment {
                    span: span.shift(block.span.start),
                    block: index as u32,
                    boundary,
                });
            }
            (start, boundary) = (cut.at, cut.boundary);
        }
    }
    segments
}

fn block_cuts(kind: BlockKind, text: &str, language: &Language, soft: SoftCuts) -> Vec<Cut> {
    match kind {
        BlockKind::Line | BlockKind::Debris => Vec::new(),
        BlockKind::Title | BlockKind::Heading | BlockKind::KeyValue => {
            // The capitals of a heading tell nothing: "Keeping a System Up to Date".
            cuts_of(text, language, SoftCuts::Never, Capitals::Ignored)
        }
        BlockKind::ListItem | BlockKind::TableCell => {
            let mut cuts = cuts_with(text, language, soft);
            if soft == SoftCuts::Conventional {
                cuts.retain(|cut| cut.boundary == Boundary::Hard || !is_label(&text[..cut.at]));
            }
            cuts
        }
        BlockKind::Paragraph => cuts_with(text, language, soft),
    }
}

/// Whether the start of a list item is its label ("Migraine:") rather than a clause.
fn is_label(text: &str) -> bool {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() <= 5
}

/// The cuts inside one block of text, ascending, with the soft cuts of the language's convention.
pub fn cuts(text: &str, language: &Language) -> Vec<Cut> {
    cuts_with(text, language, SoftCuts::Conventional)
}

/// The cuts inside one block of text, ascending, with the soft cuts asked for.
pub fn cuts_with(text: &str, language: &Language, soft: SoftCuts) -> Vec<Cut> {
    cuts_of(text, language, soft, Lexicon::of(language).capitals())
}

fn cuts_of(text: &str, language: &Language, soft: SoftCuts, capitals: Capitals) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let lexicon = Lexicon::of(language);
    let mut scan = Scan::new(text, language.script, lexicon, capitals);
    let mut enumeration = Enumeration::default();
    let mut learned = Learned::default();
    let mut start = 0;
    while let Some((at, mark)) = scan.next() {
        let context = Context { text, language, lexicon, learned: &learned, start };
        let cut = match mark {
            Mark::Terminal if terminal::plainly_ends(context, at) => {
                start = at + 1;
                cuts.push(Cut { at: start, boundary: Boundary::Hard });
                // The space and the letter behind it are looked at.
                scan.skip_to(at + 3);
                continue;
            }
            Mark::Ideographic if ideographic::plainly_ends(text, at, start) => {
                Some(Cut { at: at + 3, boundary: Boundary::Hard })
            }
            Mark::Terminal => {
                let gap = Gap::at_marks(text, at, start);
                scan.skip_to(at + gap.marks.len());
                if terminal::teaches(&gap, language) {
                    learned.see(gap.word);
                }
                let context = Context { text, language, lexicon, learned: &learned, start };
                match enumeration.role(context, &gap) {
                    Role::Opens => None,
                    Role::Continues => {
                        let item = text[..gap.word_start].trim_end_matches(gap::is_dash);
                        Some(Cut { at: item.trim_end().len(), boundary: Boundary::Hard })
                    }
                    Role::None => terminal::ends(context, &gap)
                        .then_some(Cut { at: gap.end, boundary: Boundary::Hard }),
                }
            }
            Mark::Ideographic => {
                let gap = Gap::at_marks(text, at, start);
                scan.skip_to(at + gap.marks.len());
                (ideographic::ends(text, &gap, start)
                    && !speech::goes_on_in_han(text, &gap, language.sentence.saying))
                .then_some(Cut { at: gap.end, boundary: Boundary::Hard })
            }
            Mark::Colon => soft::at_colon(text, at, start, language, soft),
            Mark::Semicolon => soft::at_semicolon(text, at, language, soft),
            Mark::Bullet => soft::at_bullet(text, at, start),
            Mark::Line => blank_line(text, at),
            Mark::Rule => {
                if let Some(rule) = dateline::rule(text, at) {
                    between(&mut cuts, &mut start, text, rule);
                    scan.skip_to(rule.end);
                }
                None
            }
            Mark::Date => {
                if let Some(date) = dateline::dateline(text, at, start, lexicon) {
                    between(&mut cuts, &mut start, text, date);
                    scan.skip_to(date.end);
                }
                None
            }
            Mark::Capital => Unmarked::at_opening(text, at, start, language, lexicon)
                .filter(Unmarked::ends)
                .map(|gap| Cut { at: start + gap.offset(), boundary: Boundary::Hard }),
        };
        if let Some(cut) = cut
            && !is_blank(&text[start..cut.at])
            && !is_blank(&text[cut.at..])
        {
            scan.skip_to(cut.at);
            start = cut.at;
            cuts.push(cut);
        }
    }
    farewell::add_cuts(text, &mut cuts, language.sentence.farewells, lexicon);
    cuts
}

/// Cuts before and after what stands between two texts.
fn between(cuts: &mut Vec<Cut>, start: &mut usize, text: &str, span: Span) {
    for at in [*start + text[*start..span.start].trim_end().len(), span.end] {
        let blank = is_blank(&text[*start..at]) || is_blank(&text[at..]);
        if !blank && text[at..].starts_with(char::is_whitespace) {
            cuts.push(Cut { at, boundary: Boundary::Hard });
            *start = at;
        }
    }
}

/// Whether `text` is white space only.
fn is_blank(text: &str) -> bool {
    match text.as_bytes() {
        [b'!'..=b'~', ..] | [b' ', b'!'..=b'~', ..] => false,
        _ => text.trim_start().is_empty(),
    }
}

/// A cut at a line end that a blank line follows.
fn blank_line(text: &str, at: usize) -> Option<Cut> {
    let rest = &text[at..];
    let space = &rest[..rest.len() - rest.trim_start().len()];
    let lines = space.replace("\r\n", "\n");
    let count = lines.chars().filter(|c| matches!(c, '\n' | '\r' | '\u{2028}')).count();
    let blank = count > 1 || lines.contains('\u{2029}');
    (blank && space.len() < rest.len()).then_some(Cut { at, boundary: Boundary::Hard })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::ALL;

    #[test]
    fn what_ends_plainly_ends() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
        let mut plain = 0;
        for language in ALL {
            let cases = std::fs::read_to_string(folder.join(format!("{}.txt", language.code)));
            let text = cases.unwrap_or_default().replace(" | ", " ").replace('\n', " ");
            let (lexicon, learned) = (Lexicon::of(language), Learned::default());
            for start in [0, text.find(' ').unwrap_or(0)] {
                let context = Context { text: &text, language, lexicon, learned: &learned, start };
                for (at, mark) in Scan::new(&text, language.script, lexicon, lexicon.capitals()) {
                    let gap = || Gap::at_marks(&text, at, start);
                    if mark == Mark::Terminal && terminal::plainly_ends(context, at) {
                        assert!(terminal::ends(context, &gap()), "{}", &text[..at]);
                        assert_eq!(gap().end, at + 1);
                        plain += 1;
                    }
                    if mark == Mark::Ideographic && ideographic::plainly_ends(&text, at, start) {
                        assert!(ideographic::ends(&text, &gap(), start), "{}", &text[..at]);
                        assert_eq!(gap().end, at + '。'.len_utf8());
                        plain += 1;
                    }
                }
            }
        }
        assert!(plain > 200, "only {plain}");
    }
}
