//! What a block without a mark-up of its own is, by how it looks.

use crate::document::{Block, BlockKind};
use crate::lang::height::raised_digit;

/// Tells titles, headings, key-value lines and debris from the paragraphs of a document.
pub(super) fn classify(text: &str, blocks: &mut [Block]) {
    let mut has_title = blocks.iter().any(|block| block.kind == BlockKind::Title);
    for index in 0..blocks.len() {
        if blocks[index].kind != BlockKind::Paragraph {
            continue;
        }
        let line = blocks[index].span.of(text);
        let kind = if is_debris(line) {
            BlockKind::Debris
        } else if is_key_value(line) {
            BlockKind::KeyValue
        } else if !is_heading(line) || index + 1 == blocks.len() {
            BlockKind::Paragraph
        } else if !has_title && line.split_whitespace().count() >= 4 {
            has_title = true;
            BlockKind::Title
        } else {
            BlockKind::Heading
        };
        blocks[index].kind = kind;
    }
}

fn is_debris(line: &str) -> bool {
    line.chars().filter(|c| c.is_alphanumeric()).count() < 2
}

/// A short label, a colon and a short value without a stop; or a bare date and time.
pub(super) fn is_key_value(line: &str) -> bool {
    let is_stamp = |byte: u8| byte.is_ascii_digit() || b"-./: ".contains(&byte);
    if line.bytes().all(is_stamp) && line.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let Some((key, value)) = line.split_once(": ") else { return false };
    key.split_whitespace().count() <= 4
        && key.chars().count() <= 40
        && (1..=4).contains(&value.split_whitespace().count())
        && !value.ends_with(['.', '!', '?', ':', ';'])
        && value.chars().any(char::is_numeric)
}

/// A line without the raised numbers of notes at its end.
fn without_note(line: &str) -> &str {
    let note = line.trim_end_matches(|c| raised_digit(c).is_some() || matches!(c, ',' | '–'));
    if line[note.len()..].contains(|c| raised_digit(c).is_some()) { note } else { line }
}

fn is_heading(line: &str) -> bool {
    line.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && line.chars().count() <= 140
        && line.split_whitespace().count() <= 20
        && !line.contains(['\n', '\r'])
        && !line.contains(". ")
        && !without_note(line).ends_with(['.', '!', ':', ';', ',', '…', '。', '！', '"', '»', '”'])
        && !line.starts_with(char::is_lowercase)
}
