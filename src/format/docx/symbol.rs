//! Characters that Word keeps as places in the font "Symbol": Greek letters and signs of measure.

/// The Greek letters at the places of a to z, and of A to Z.
const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";

/// The character at a place of the font, given as the hexadecimal number that the file has, such as
/// `F0B3`.
pub(super) fn character(place: &str) -> Option<char> {
    // Word moves the places of the font into the private use area.
    let place = u8::try_from(u32::from_str_radix(place, 16).ok()? & 0xFF).ok()?;
    let at = |letters: &str, first: u8| letters.chars().nth(usize::from(place - first));
    match place {
        b'a'..=b'z' => at(SMALL, b'a'),
        b'A'..=b'Z' => at(CAPITALS, b'A'),
        b'0'..=b'9' | b' ' | b'+' | b'=' | b'<' | b'>' | b'%' | b'(' | b')' | b'.' | b',' => {
            Some(char::from(place))
        }
        b'-' => Some('−'),
        b'@' => Some('≅'),
        b'~' => Some('∼'),
        0xA2 => Some('′'),
        0xA3 => Some('≤'),
        0xA5 => Some('∞'),
        0xAB => Some('↔'),
        0xAC => Some('←'),
        0xAD => Some('↑'),
        0xAE => Some('→'),
        0xAF => Some('↓'),
        0xB0 => Some('°'),
        0xB1 => Some('±'),
        0xB2 => Some('″'),
        0xB3 => Some('≥'),
        0xB4 => Some('×'),
        0xB7 => Some('•'),
        0xB8 => Some('÷'),
        0xB9 => Some('≠'),
        0xBB => Some('≈'),
        0xD6 => Some('√'),
        0xE5 => Some('∑'),
        _ => None,
    }
}
