//! Numbers in Han characters: 三十五, 二千万, 二〇一八.
//!
//! Source: Unicode Standard Annex 38, kPrimaryNumeric. Complexity: linear. Weakness: characters that
//! are part of a word (一般, 千葉) are read as numbers; single ones are marked weak by the caller.

/// A run of Han numerals.
pub(super) struct Numeral {
    pub value: i64,
    /// Length in bytes.
    pub length: usize,
    /// Whether it is a power of ten alone, which multiplies digits before it: 5万.
    pub multiplies: bool,
}

/// Reads the numerals that `text` begins with.
pub(super) fn read(text: &str) -> Option<Numeral> {
    let (mut total, mut section, mut open) = (0_i64, 0_i64, 0_i64);
    let (mut length, mut count, mut digits) = (0, 0, 0);
    for sign in text.chars() {
        let Some(value) = numeral(sign) else { break };
        match value {
            0..=9 => {
                open =
                    if digits > 0 { open.saturating_mul(10).saturating_add(value) } else { value };
                digits += 1;
            }
            10 | 100 | 1000 => {
                section = section.saturating_add(open.max(1).saturating_mul(value));
                (open, digits) = (0, 0);
            }
            _ => {
                let part = section.saturating_add(open).max(1);
                total = total.saturating_add(part.saturating_mul(value));
                (section, open, digits) = (0, 0, 0);
            }
        }
        count += 1;
        length += sign.len_utf8();
    }
    let value = total.saturating_add(section).saturating_add(open);
    let multiplies = count == 1 && value >= 10;
    (count > 0).then_some(Numeral { value, length, multiplies })
}

/// Whether a character is a numeral.
pub(super) fn is_numeral(sign: char) -> bool {
    numeral(sign).is_some()
}

fn numeral(sign: char) -> Option<i64> {
    Some(match sign {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}
