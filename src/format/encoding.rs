//! From bytes to text: UTF-8 only, save for XML that says otherwise, and a plain word about anything
//! else.

use crate::error::{Error, Result};
use crate::span::LineIndex;

const LITTLE_ENDIAN: [u8; 2] = [0xFF, 0xFE];
const BIG_ENDIAN: [u8; 2] = [0xFE, 0xFF];

/// Decodes XML, which says itself how it is encoded: UTF-16 by its mark, ISO-8859-1 where it is declared;
/// else as [`decode`]. Places are those in the text as UTF-8.
pub fn decode_xml(bytes: Vec<u8>) -> Result<String> {
    if bytes.starts_with(&LITTLE_ENDIAN) || bytes.starts_with(&BIG_ENDIAN) {
        let is_big = bytes.starts_with(&BIG_ENDIAN);
        let unit = |pair: &[u8]| {
            let pair = [pair[0], pair[1]];
            if is_big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        };
        let units = bytes[2..].chunks_exact(2).map(unit);
        let text: std::result::Result<String, _> = char::decode_utf16(units).collect();
        return match text {
            Ok(text) if bytes.len().is_multiple_of(2) => Ok(text),
            _ => Err(Error::expected("UTF-16 text", "half a character")),
        };
    }
    let declaration = &bytes[..memchr::memchr(b'>', &bytes).unwrap_or(0)];
    let declaration = String::from_utf8_lossy(declaration);
    let declared = declaration.split_once("encoding=").map(|(_, rest)| {
        let mut parts = rest.split(['"', '\'']);
        parts.find(|part| !part.trim().is_empty()).unwrap_or_default().to_ascii_lowercase()
    });
    // Bytes from 0x80 to 0x9F are no characters of text in it: what has them is another encoding.
    let is_latin = !bytes.iter().any(|byte| (0x80..0xA0).contains(byte));
    match declared.as_deref() {
        Some("iso-8859-1" | "latin1") if is_latin => {
            Ok(bytes.into_iter().map(char::from).collect())
        }
        _ => decode(bytes),
    }
}

/// Decodes UTF-8. Legacy encodings, UTF-16 and binary data are recognised and named in the error.
pub fn decode(bytes: Vec<u8>) -> Result<String> {
    if bytes.is_empty() {
        return Err(Error::expected("text", "an empty file"));
    }
    if bytes.starts_with(&LITTLE_ENDIAN) || bytes.starts_with(&BIG_ENDIAN) {
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
        let found = "a zero byte (a binary file, or UTF-16LE or UTF-16BE without a mark?)";
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
        // The zero bytes of Latin letters stand first in big-endian order.
        let zeros =
            |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
        Some(if zeros(0) > zeros(1) { "UTF-16BE" } else { "UTF-16LE" })
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
    fn xml_says_how_it_is_encoded() {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>\u{5d0}ø😀</a>";
        let mut little = LITTLE_ENDIAN.to_vec();
        little.extend(xml.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(decode_xml(little.clone()).unwrap(), xml);
        little.pop();
        assert!(decode_xml(little).is_err());
        let mut big = BIG_ENDIAN.to_vec();
        big.extend(xml.encode_utf16().flat_map(u16::to_be_bytes));
        assert_eq!(decode_xml(big).unwrap(), xml);
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>sm\xF8r</a>";
        assert!(decode_xml(latin.to_vec()).unwrap().contains("smør"));
        assert!(decode_xml(b"<?xml version='1.0'?><a>sm\xF8r</a>".to_vec()).is_err());
        assert!(decode_xml(b"<a>sm\xC3\xB8r</a>".to_vec()).unwrap().contains("smør"));
    }

    #[test]
    fn names_what_it_found() {
        assert!(complaint(b"").contains("an empty file"));
        assert!(complaint(b" \n ").contains("white space"));
        assert!(complaint(b"\xFF\xFEa\0").contains("UTF-16"));
        assert!(complaint(b"\0s\0m\0\xF8\0r").contains("UTF-16BE"));
        assert!(complaint(b"s\0m\0\xF8\0r\0").contains("UTF-16LE"));
        assert!(complaint(b"a\0b").contains("line 1, column 2"));
        // The word for "hello" in Hebrew, then a Norwegian word with o-slash.
        assert!(complaint(b"\xF9\xEC\xE5\xED").contains("WINDOWS-1255"));
        assert!(complaint(b"line\nsmorbr\xF8d").contains("line 2, column 7: expected UTF-8 text"));
        assert!(complaint(b"smorbr\xF8d").contains("WINDOWS-1252"));
    }
}
