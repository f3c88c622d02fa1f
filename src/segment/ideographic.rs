//! Decides whether a sentence ends at `。`, `！` or `？`, which no white space need follow.
//!
//! Source: the punctuation rules of Japanese and Chinese prose. Complexity: constant a mark.
//! Weakness: a quotation that ends in a mark and is followed by a verb of saying looks, in Chinese,
//! like two sentences.

use super::gap::{Gap, Kind, is_terminal};

/// Whether a sentence ends at `gap`, in a segment that begins at the byte `start`.
pub(super) fn ends(text: &str, gap: &Gap, start: usize) -> bool {
    let Some(next) = gap.ahead.rest.chars().next() else { return false };
    if is_terminal(next) || matches!(next, '、' | '，' | ',' | '：' | ')' | '）' | '」' | '』')
    {
        return false;
    }
    let before = &text[start..gap.end];
    let in_title = before.rfind('《').is_some_and(|open| !before[open..].contains('》'));
    let decimal = gap.marks == "．" && gap.ahead.kind == Kind::Digit;
    if in_title || decimal {
        return false;
    }
    if gap.closed && !gap.ahead.opened {
        // The particles that go on after a quotation.
        return !matches!(
            next,
            'と' | 'っ'
                | 'な'
                | 'の'
                | 'は'
                | 'が'
                | 'を'
                | 'に'
                | 'も'
                | 'で'
                | 'や'
                | 'か'
                | 'へ'
        );
    }
    gap.ahead.kind != Kind::End
}
