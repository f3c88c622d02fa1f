//! As much of JSON Schema as the tests of the reports need.
//!
//! Knows `$ref` inside the document, `type`, `enum`, `const`, `required`, `properties`,
//! `additionalProperties: false`, `items`, `minItems`, `minimum` and `maximum`.

use serde_json::Value;

/// What of `value` does not fit `schema`, each with its JSON pointer.
pub(super) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, schema, value, String::new(), &mut faults);
    faults
}

fn check(root: &Value, schema: &Value, value: &Value, at: String, faults: &mut Vec<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        let resolved = root.pointer(target.trim_start_matches('#')).expect("a known $ref");
        return check(root, resolved, value, at, faults);
    }
    let mut fault = |what: String| faults.push(format!("{at}: {what}"));
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let is = |kind: &&str| match *kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("unknown type {other}"),
    };
    if !types.is_empty() && !types.iter().any(is) {
        fault(format!("expected {types:?}, found {value}"));
    }
    if schema["enum"].as_array().is_some_and(|allowed| !allowed.contains(value)) {
        fault(format!("expected one of {}, found {value}", schema["enum"]));
    }
    if schema.get("const").is_some_and(|only| only != value) {
        fault(format!("expected {}, found {value}", schema["const"]));
    }
    if let Some(number) = value.as_f64()
        && (schema["minimum"].as_f64().is_some_and(|least| number < least)
            || schema["maximum"].as_f64().is_some_and(|most| number > most))
    {
        fault(format!("{number} is out of range"));
    }
    if let Some(object) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten() {
            if !object.contains_key(name.as_str().unwrap_or_default()) {
                fault(format!("{name} is missing"));
            }
        }
        for (name, inner) in object {
            match schema["properties"].get(name) {
                Some(of) => check(root, of, inner, format!("{at}/{name}"), faults),
                None if schema["additionalProperties"] == Value::Bool(false) => {
                    faults.push(format!("{at}: {name} is unknown"));
                }
                None => {}
            }
        }
    }
    if let Some(array) = value.as_array() {
        if schema["minItems"].as_u64().is_some_and(|least| (array.len() as u64) < least) {
            faults.push(format!("{at}: too few items"));
        }
        for (index, inner) in array.iter().enumerate().filter(|_| schema.get("items").is_some()) {
            check(root, &schema["items"], inner, format!("{at}/{index}"), faults);
        }
    }
}

#[test]
fn sees_faults() {
    let schema = serde_json::json!({
        "type": "object",
        "required": ["a"],
        "additionalProperties": false,
        "properties": { "a": { "$ref": "#/$defs/small" }, "b": { "items": { "type": "string" } } },
        "$defs": { "small": { "type": "integer", "maximum": 3 } },
    });
    assert!(faults(&schema, &serde_json::json!({ "a": 3, "b": ["x"] })).is_empty());
    assert_eq!(faults(&schema, &serde_json::json!({ "b": [1], "c": 1 })).len(), 3);
    assert_eq!(faults(&schema, &serde_json::json!({ "a": 4 })), ["/a: 4 is out of range"]);
}
