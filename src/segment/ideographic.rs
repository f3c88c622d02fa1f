//! Decides whether a sentence ends at `。`, `！` or `？`, which no white space need follow.
//!
//! Source: the punctuation rules of Japanese and Chinese prose. Complexity: constant a mark.
//! Weakness: a quotation that ends in a mark and is followed by a verb of saying looks, in Chinese,
//! like two sentences.

use super::gap::{Gap, Kind, is_terminal};

/// Speech is looked through for its end no further, in characters.
const SPEECH: usize = 120;

/// Whether a sentence ends at the byte `at` beyond doubt: `。` with kana or a kanji behind it, outside
/// titles. Most sentences end so; where this says that they do, [`ends`] says so too.
pub(super) fn plainly_ends(text: &str, at: usize, start: usize) -> bool {
    matches!(
        text.as_bytes()[at..],
        [0xE3, 0x80, 0x82, 0xE3, 0x81, 0x81..=0xBF, ..]
            | [0xE3, 0x80, 0x82, 0xE3, 0x82, 0x80..=0x96 | 0xA1..=0xBF, ..]
            | [0xE3, 0x80, 0x82, 0xE3, 0x83, 0x80..=0xBA, ..]
            | [0xE3, 0x80, 0x82, 0xE4..=0xE9, ..]
    ) && !text[at + 3..].starts_with('の')
        && !is_enclosed(text, at, start)
}

/// Whether a sentence ends at `gap`, in a segment that begins at the byte `start`.
pub(super) fn ends(text: &str, gap: &Gap, start: usize) -> bool {
    let Some(next) = gap.ahead.rest.chars().next() else { return false };
    if is_terminal(next) || matches!(next, '、' | '，' | ',' | '：' | ')' | '）' | '」' | '』')
    {
        return false;
    }
    // "モーニング娘。のコンサート": a particle behind a name with a mark of its own.
    if next == 'の' && !gap.closed && is_noun(gap.ahead.rest.chars().nth(1)) {
        return false;
    }
    let decimal = gap.marks == "．" && gap.ahead.kind == Kind::Digit;
    if decimal || is_enclosed(text, gap.end, start) {
        return false;
    }
    if gap.closed && !gap.ahead.opened {
        return !goes_on(next);
    }
    gap.ahead.kind != Kind::End
}

/// Whether the byte `at` stands inside a title, `《` and `》`, or inside speech, `「` and `」`, behind
/// which the sentence goes on with a particle: 「遅い。帰ろう。」と言った.
fn is_enclosed(text: &str, at: usize, start: usize) -> bool {
    let head = &text[start..at];
    let bytes = head.as_bytes();
    let (second, third) = (bytes.iter().skip(1), bytes.iter().skip(2));
    // Without branches: in most texts nothing opens.
    let opens = bytes.iter().zip(second).zip(third).fold(false, |any, ((&a, &b), &c)| {
        any | ((a == 0xE3) & (b == 0x80) & ((c == 0x8A) | (c == 0x8C))) // 《 「
    });
    opens && (head.rfind('《') > head.rfind('》') || in_speech(text, at, head))
}

/// Whether speech that opens in `head`, before the byte `at`, closes before a particle.
fn in_speech(text: &str, at: usize, head: &str) -> bool {
    if head.rfind('「') <= head.rfind('」') {
        return false;
    }
    let rest = &text[at..];
    let close = rest.char_indices().take(SPEECH).find(|&(_, c)| matches!(c, '」' | '「'));
    close.is_some_and(|(close, c)| {
        let behind = &rest[close + c.len_utf8()..];
        c == '」' && behind.starts_with('と')
    })
}

/// Whether a noun may begin with `c`: a kanji or katakana.
fn is_noun(c: Option<char>) -> bool {
    matches!(c, Some('\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}'))
}

/// The particles that go on after a quotation.
fn goes_on(next: char) -> bool {
    matches!(
        next,
        'と' | 'っ' | 'な' | 'の' | 'は' | 'が' | 'を' | 'に' | 'も' | 'で' | 'や' | 'か' | 'へ'
    )
}
