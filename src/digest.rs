//! SHA-256 in lower-case hexadecimal, by which a text is known again without being kept.

use sha2::{Digest as _, Sha256};

/// The digest of a text, 64 digits.
pub fn digest(text: &str) -> String {
    shortened(text, 32)
}

/// The first `bytes` bytes of the digest of a text, two digits each.
pub fn shortened(text: &str, bytes: usize) -> String {
    Sha256::digest(text).iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of one block in FIPS 180-2, appendix B.1.
    #[test]
    fn it_is_the_standard_digest() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest("abc"), expected);
        assert_eq!(shortened("abc", 4), expected[..8]);
    }
}
