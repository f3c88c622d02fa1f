//! NumPy's .npy: a table of numbers, read as vectors.
//!
//! Source: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>. Limits: two
//! dimensions in C order, of float16, float32 or float64 in little-endian order; no writer.

use crate::align::Vectors;
use crate::error::{Error, Result};

const MAGIC: &[u8] = b"\x93NUMPY";

/// Reads a table of shape (vectors, dimension).
///
/// # Errors
///
/// When the bytes are no .npy file, hold something else than such a table, or are cut off.
pub fn read(bytes: &[u8]) -> Result<Vectors> {
    let (header, data) =
        split(bytes).ok_or_else(|| Error::expected("a .npy file", "no .npy header"))?;
    let order = value(header, "fortran_order").unwrap_or_default();
    if !order.starts_with("False") {
        return Err(Error::expected("a table in C order", format!("fortran_order {order}")));
    }
    let shape = shape(header).unwrap_or_default();
    let &[count, dimension] = shape.as_slice() else {
        return Err(Error::expected("a table of two dimensions", format!("shape {shape:?}")));
    };
    let kind = value(header, "descr").unwrap_or_default();
    let (width, number): (usize, fn(&[u8]) -> f32) = match kind.trim_matches(['\'', '"']) {
        "<f2" => (2, half),
        "<f4" => (4, single),
        "<f8" => (8, double),
        _ => {
            let expected = "little-endian float16, float32 or float64";
            return Err(Error::expected(expected, kind));
        }
    };
    let expected = count.checked_mul(dimension).and_then(|numbers| numbers.checked_mul(width));
    if expected != Some(data.len()) {
        return Err(Error::expected(
            format!("{count} x {dimension} numbers of {width} bytes"),
            format!("{} bytes", data.len()),
        ));
    }
    Vectors::new(data.chunks_exact(width).map(number).collect(), dimension)
}

/// The header's text and the data.
fn split(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (version, rest) = rest.split_first_chunk::<2>()?;
    let (length, rest) = if version[0] == 1 {
        let (length, rest) = rest.split_first_chunk::<2>()?;
        (usize::from(u16::from_le_bytes(*length)), rest)
    } else {
        let (length, rest) = rest.split_first_chunk::<4>()?;
        (usize::try_from(u32::from_le_bytes(*length)).ok()?, rest)
    };
    let (header, data) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(header).ok()?, data))
}

/// The text of a value of the header's dictionary, up to the next comma.
fn value<'a>(header: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = header.split_once(key)?;
    let rest = rest.trim_start_matches(['\'', '"']).trim_start().strip_prefix(':')?;
    Some(rest.split([',', '}']).next()?.trim())
}

fn shape(header: &str) -> Option<Vec<usize>> {
    let (_, rest) = header.split_once("shape")?;
    let (_, rest) = rest.split_once('(')?;
    let (list, _) = rest.split_once(')')?;
    let numbers = list.split(',').map(str::trim).filter(|number| !number.is_empty());
    numbers.map(|number| number.parse().ok()).collect()
}

/// IEEE 754 binary16.
fn half(bytes: &[u8]) -> f32 {
    let bits = u16::from_le_bytes([bytes[0], bytes[1]]);
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f32::from(bits & 0x3ff) / 1024.0);
    sign * match exponent {
        0 => fraction * 2.0_f32.powi(-14),
        0x1f if fraction == 0.0 => f32::INFINITY,
        0x1f => f32::NAN,
        _ => (1.0 + fraction) * 2.0_f32.powi(exponent - 15),
    }
}

/// IEEE 754 binary32.
pub(super) fn single(bytes: &[u8]) -> f32 {
    bytes.try_into().map_or(f32::NAN, f32::from_le_bytes)
}

/// IEEE 754 binary64, rounded.
fn double(bytes: &[u8]) -> f32 {
    bytes.try_into().map_or(f32::NAN, |bytes| f64::from_le_bytes(bytes) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn npy(kind: &str, shape: &str, data: &[u8]) -> Vec<u8> {
        let header = format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}\n");
        let length = (header.len() as u16).to_le_bytes();
        [MAGIC, &[1, 0], &length, header.as_bytes(), data].concat()
    }

    #[test]
    fn numbers_of_each_width_are_read() {
        let halves: Vec<u8> =
            [0x3c00_u16, 0xc000, 0x0001, 0x3555].iter().flat_map(|n| n.to_le_bytes()).collect();
        let vectors = read(&npy("<f2", "(2, 2)", &halves)).unwrap();
        assert_eq!(vectors.row(0), [1.0, -2.0]);
        assert_eq!(vectors.row(1), [2.0_f32.powi(-24), 0.333_251_95]);
        let singles: Vec<u8> = [0.5_f32, -3.0].iter().flat_map(|n| n.to_le_bytes()).collect();
        assert_eq!(read(&npy("<f4", "(1, 2)", &singles)).unwrap().row(0), [0.5, -3.0]);
        let doubles: Vec<u8> = [0.25_f64, 8.0].iter().flat_map(|n| n.to_le_bytes()).collect();
        assert_eq!(read(&npy("<f8", "(2, 1)", &doubles)).unwrap().row(1), [8.0]);
    }

    #[test]
    fn what_is_no_table_is_told() {
        let told = |bytes: &[u8]| read(bytes).unwrap_err().to_string();
        assert_eq!(told(b"PK"), "expected a .npy file, found no .npy header");
        let flat = npy("<f4", "(2,)", &[0; 8]);
        assert_eq!(told(&flat), "expected a table of two dimensions, found shape [2]");
        let whole = npy("<i8", "(1, 1)", &[0; 8]);
        assert!(told(&whole).ends_with("found '<i8'"), "{}", told(&whole));
        let short = npy("<f4", "(2, 3)", &[0; 8]);
        assert_eq!(told(&short), "expected 2 x 3 numbers of 4 bytes, found 8 bytes");
        let nan = npy("<f4", "(1, 1)", &f32::NAN.to_le_bytes());
        assert_eq!(told(&nan), "expected finite numbers, found NaN in row 0");
    }
}
