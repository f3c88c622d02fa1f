//! From bytes to text: UTF-8 only, and a plain word about anything else.

use crate::error::{Error, Result};
use crate::span::LineIndex;

/// Decodes UTF-8. Legacy encodings, UTF-16 and binary data are recognised and named in the error.
pub fn decode(bytes: Vec<u8>) -> Result<String> {
    if bytes.is_empty() {
        return Err(Error::expected("text", "an empty file"));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Error::expected(
            "UTF-8 text",
            "UTF-16 (byte order mark); convert it with `iconv -f UTF-16 -t UTF-8`",
        ));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = String::from_utf8_lossy(&bytes[..valid]);
        let position = LineIndex::new(&before).position(&before, before.len());
        let byte = bytes[valid];
        let found = match legacy_encoding(bytes) {
            Some(name) => format!(
                "byte 0x{byte:02X} in what looks like {name}; convert it with `iconv -f {name} -t UTF-8`"
            ),
            None => format!("byte 0x{byte:02X}, which begins no character"),
        };
        Error::expected("UTF-8 text", found).at(position)
    })?;
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let position = LineIndex::new(&text).position(&text, at);
        let found = "a zero byte (a binary file, or UTF-16 without a mark?)";
        return Err(Error::expected("text", found).at(position));
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(Error::expected("text", "white space only"));
    }
    Ok(text)
}

/// The likeliest encoding of bytes that are not UTF-8, by where their high bytes lie.
fn legacy_encoding(bytes: &[u8]) -> Option<&'static str> {
    let high: Vec<u8> = bytes.iter().copied().filter(|&byte| byte >= 0x80).collect();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    let share = |range: std::ops::RangeInclusive<u8>| {
        high.iter().filter(|byte| range.contains(byte)).count() as f64 / high.len().max(1) as f64
    };
    if bytes.len() > 3 && bytes.iter().filter(|&&byte| byte == 0).count() * 4 > bytes.len() {
        Some("UTF-16")
    } else if high.len() > letters && share(0xE0..=0xFA) > 0.9 {
        Some("WINDOWS-1255")
    } else if high.len() > letters && share(0xC0..=0xFF) > 0.9 {
        Some("WINDOWS-1251")
    } else if letters > 0 && share(0xA0..=0xFF) + share(0x91..=0x97) > 0.9 {
        Some("WINDOWS-1252")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn complaint(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).unwrap_err().to_string()
    }

    #[test]
    fn names_what_it_found() {
        assert!(complaint(b"").contains("an empty file"));
        assert!(complaint(b" \n ").contains("white space"));
        assert!(complaint(b"\xFF\xFEa\0").contains("UTF-16"));
        assert!(complaint(b"a\0b").contains("line 1, column 2"));
        // The word for "hello" in Hebrew, then a Norwegian word with o-slash.
        assert!(complaint(b"\xF9\xEC\xE5\xED").contains("WINDOWS-1255"));
        assert!(complaint(b"line\nsmorbr\xF8d").contains("line 2, column 7: expected UTF-8 text"));
        assert!(complaint(b"smorbr\xF8d").contains("WINDOWS-1252"));
    }
}
