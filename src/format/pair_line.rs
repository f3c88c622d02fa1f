//! A document pair as a line of JSON: `{"id", "source", "target", "source_lang", "target_lang"}`.
//!
//! The id is any JSON and comes back with the answer; the languages may be left out.

use serde::Deserialize;
use serde_json::Value;

use super::jsonl::malformed;
use crate::error::Result;
use crate::pair::Pair;

/// A document pair.
#[derive(Clone, Debug, PartialEq)]
pub struct PairLine {
    /// What the answer is to be called by; null when left out.
    pub id: Value,
    /// The two articles.
    pub texts: Pair<String>,
    /// The tags of their languages, where they are declared.
    pub tags: Pair<Option<String>>,
}

#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    id: Value,
    source: String,
    target: String,
    source_lang: Option<String>,
    target_lang: Option<String>,
}

/// Reads a line, the `index`th from 0 of its stream.
///
/// # Errors
/// When it is no JSON object with two texts.
pub fn read(line: &[u8], index: usize) -> Result<PairLine> {
    let fields: Fields = serde_json::from_slice(line)
        .map_err(|error| malformed("a pair as a JSON object", &error, index))?;
    Ok(PairLine {
        id: fields.id,
        texts: Pair::new(fields.source, fields.target),
        tags: Pair::new(fields.source_lang, fields.target_lang),
    })
}

/// The id of a line that may be no document pair; null where it has none.
pub fn id(line: &[u8]) -> Value {
    let value: Option<Value> = serde_json::from_slice(line).ok();
    value.and_then(|mut value| value.get_mut("id").map(Value::take)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_of_any_shape_is_a_pair_or_an_error_with_its_id() {
        for line in ["[1]", "5", "\"s\"", "true", "null", "{}", "[", "", "[[\"id\"]]", "\u{feff}{}"]
        {
            assert!(read(line.as_bytes(), 0).is_err(), "{line}");
            assert_eq!(id(line.as_bytes()), Value::Null, "{line}");
        }
        assert!(read(b"{\"id\": [7], \"source\": \"a\"}", 0).is_err());
        assert_eq!(id(b"{\"id\": [7], \"source\": \"a\"}"), serde_json::json!([7]));
        assert_eq!(id(b"{\"id\": \"\xff\"}"), Value::Null);
    }
}
