//! Medicines by their international nonproprietary name (INN), in any language's form of it.
//!
//! Source: the WHO's rules for adapting an INN to a language, as one spelling that all forms fold
//! to: c and k, ph and f, th and t, y and i, ae and e, a last e. Complexity: a fold and one hash
//! look-up a word. Weakness: national names that are not the INN (acetaminophen) are other values.

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::passage::Passage;
use super::{Anchor, Key, Kind, Strength, Value};
use crate::knowledge::inn;
use crate::lang::Script;

/// A medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Drug {
    /// Its INN in English, lower case.
    pub inn: &'static str,
}

impl Drug {
    pub(super) fn key(self) -> Key {
        Key::of(Kind::Drug, &[self.inn.as_bytes()])
    }
}

impl fmt::Display for Drug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.inn)
    }
}

static FOLDED: LazyLock<FxHashMap<Box<[u8]>, &'static str>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for name in inn::NAMES.iter().filter(|name| !name.contains(' ')) {
        let mut folded = Vec::new();
        fold(name, &mut folded);
        table.entry(folded.into()).or_insert(*name);
    }
    table
});

/// The medicine that a word names.
pub fn drug(word: &str) -> Option<Drug> {
    let mut folded = Vec::with_capacity(word.len());
    fold(word, &mut folded);
    FOLDED.get(folded.as_slice()).map(|inn| Drug { inn })
}

/// The spelling that the forms of a name share.
fn fold(word: &str, folded: &mut Vec<u8>) {
    let mut letters: Vec<u8> = Vec::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'æ' | 'ä' => letters.push(b'e'),
            'ø' | 'ö' | 'œ' => letters.push(b'e'),
            'é' | 'è' | 'ê' | 'ë' => letters.push(b'e'),
            'ï' | 'í' | 'î' => letters.push(b'i'),
            'ó' | 'ô' => letters.push(b'o'),
            'á' | 'â' | 'à' | 'å' => letters.push(b'a'),
            'ú' | 'ü' | 'û' => letters.push(b'u'),
            'ç' => letters.push(b'c'),
            c if c.is_ascii_lowercase() => letters.push(c as u8),
            _ => letters.push(b'?'),
        }
    }
    let mut at = 0;
    while at < letters.len() {
        let (this, next) = (letters[at], letters.get(at + 1).copied().unwrap_or(0));
        let (sound, step) = match (this, next) {
            (b'p', b'h') => (b'f', 2),
            (b't', b'h') => (b't', 2),
            (b'r', b'h') => (b'r', 2),
            (b'c', b'h') => (b'k', 2),
            (b'c', b'k') => (b'k', 2),
            (b'a', b'e') | (b'o', b'e') => (b'e', 2),
            (b'c', b'e' | b'i' | b'y') => (b's', 1),
            (b'c' | b'q', _) => (b'k', 1),
            (b'z', _) => (b's', 1),
            (b'y' | b'j', _) => (b'i', 1),
            (b'w', _) => (b'v', 1),
            (other, _) => (other, 1),
        };
        if folded.last() != Some(&sound) {
            folded.push(sound);
        }
        if this == b'x' {
            folded.pop();
            folded.extend(b"ks");
        }
        at += step;
    }
    if folded.len() > 4 && folded.last() == Some(&b'e') {
        folded.pop();
    }
}

/// Gives each medicine named.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    for token in &passage.words {
        if token.script != Script::Latin || token.span.len() < 5 {
            continue;
        }
        if let Some(drug) = drug(token.span.of(passage.text)) {
            anchors.push(Anchor {
                value: Value::Drug(drug),
                span: token.span,
                strength: Strength::Firm,
            });
        }
    }
}
