//! Vectors without a header, as LASER writes and Vecalign reads them: float32 numbers in little-endian
//! order, row after row.
//!
//! Source: <https://github.com/thompsonb/vecalign>. Limits: the number of rows must be known; no writer.

use super::npy::single;
use crate::align::Vectors;
use crate::error::{Error, Result};

/// Reads `count` vectors of equal dimension.
///
/// # Errors
///
/// When the bytes are no whole number of float32 numbers for each of `count` vectors.
pub fn read(bytes: &[u8], count: usize) -> Result<Vectors> {
    let dimension = bytes.len() / 4 / count.max(1);
    if dimension == 0 || dimension * 4 * count != bytes.len() {
        return Err(Error::expected(
            format!("{count} vectors of float32 numbers"),
            format!("{} bytes", bytes.len()),
        ));
    }
    Vectors::new(bytes.chunks_exact(4).map(single).collect(), dimension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dimension_follows_from_the_count() {
        let bytes: Vec<u8> =
            [1.0_f32, 2.0, 3.0, 4.0].iter().flat_map(|n| n.to_le_bytes()).collect();
        let vectors = read(&bytes, 2).unwrap();
        assert_eq!((vectors.dimension(), vectors.row(1)), (2, &[3.0, 4.0][..]));
        let error = read(&bytes, 3).unwrap_err().to_string();
        assert_eq!(error, "expected 3 vectors of float32 numbers, found 16 bytes");
    }
}
