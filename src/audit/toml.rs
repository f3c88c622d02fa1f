//! TOML into types, with errors that name the place.

use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::span::LineIndex;

/// Parses `text`, which should be `what` ("a baseline").
///
/// # Errors
/// One line that says what was expected, what was found, and where.
pub fn parse<T: DeserializeOwned>(text: &str, what: &str) -> Result<T> {
    toml::from_str(text).map_err(|error| {
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        let wrong = Error::expected(what, message);
        match error.span() {
            Some(span) if text.is_char_boundary(span.start) => {
                wrong.at(LineIndex::new(text).position(text, span.start))
            }
            _ => wrong,
        }
    })
}
