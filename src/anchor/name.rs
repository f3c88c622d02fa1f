//! Names: of territories and languages by the tables, of people, places and things by their
//! capital, and in scripts without capitals every word that nothing else explains.
//!
//! Complexity: one look-up a word. Weakness: in German, where every noun has a capital, and for a
//! word seen only at the start of a sentence, a name is a guess and its anchor weak.

use std::fmt;
use std::sync::Arc;

use super::gazetteer::Known;
use super::passage::Passage;
use super::skeleton::{Skeleton, word_log_odds};
use super::tokens::{Case, Token};
use super::word_type::Hints;
use super::{Anchor, Key, Kind, Match, Strength, Value};
use crate::lang::{self, Language, Script, letter};

/// A name, equal across languages where a table knows it, and else comparable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// A country, a part of the world, a union of states: ISO 3166 or UN M49.
    Territory(&'static str),
    /// A language: BCP 47.
    Language(&'static str),
    /// One word of another name.
    Written {
        /// The word in small letters, without points.
        form: Arc<str>,
        /// Its script.
        script: Script,
    },
}

impl Name {
    pub(super) fn key(&self) -> Key {
        match self {
            Name::Territory(code) => Key::of(Kind::Name, &[b"territory", code.as_bytes()]),
            Name::Language(code) => Key::of(Kind::Name, &[b"language", code.as_bytes()]),
            Name::Written { form, .. } => Key::of(Kind::Name, &[form.as_bytes()]),
        }
    }

    /// Exactly when codes or spellings are equal; in another notation when two spellings are of one
    /// name even if it is one among twenty words.
    pub(super) fn matches(&self, other: &Name) -> Match {
        if self == other {
            return Match::Exact;
        }
        match (self, other) {
            (Name::Written { form: a, script: s }, Name::Written { form: b, script: t })
                if may_begin_alike((a, *s), (b, *t)) =>
            {
                let skeletons =
                    |form: &str, script: Script| Skeleton::alternatives(form, reader(script));
                let odds = word_log_odds(&skeletons(a, *s), &skeletons(b, *t));
                if odds > AMONG_TWENTY { Match::OtherNotation } else { Match::None }
            }
            _ => Match::None,
        }
    }
}

/// Log odds from which a pair of words is taken for one name among twenty candidates.
const AMONG_TWENTY: f64 = 3.0;

/// A language that reads a script as names are read.
fn reader(script: Script) -> &'static Language {
    let code = match script {
        Script::Hebrew => "he",
        Script::Arabic => "ar",
        Script::Cyrillic => "ru",
        Script::Greek => "el",
        _ => "en",
    };
    lang::ALL.iter().find(|language| language.code == code).copied().unwrap_or(lang::ALL[0])
}

/// A quick test that spares most comparisons: whether the first letters can stand for each other,
/// Hebrew and Arabic particles aside.
fn may_begin_alike(a: (&str, Script), b: (&str, Script)) -> bool {
    let first = |(form, script): (&str, Script)| -> u16 {
        let sounds = |c: char| SOUNDS.iter().position(|set| set.contains(c));
        let bit = |c: char| sounds(c).map_or(u16::MAX, |index| 1 << index);
        match script {
            Script::Hebrew | Script::Arabic => {
                let particle = |c: &char| "והבלמשכفلك".contains(*c);
                let mut set = 0;
                for c in form.chars().take(3) {
                    set |= bit(c);
                    if !particle(&c) {
                        break;
                    }
                }
                set
            }
            _ => form.chars().next().map_or(0, bit),
        }
    };
    // Letters of several sounds belong to the first set that has them, so neighbours are joined.
    let widen = |set: u16| {
        let joined = |x: u16, y: u16| set & (1 << x) != 0 || set & (1 << y) != 0;
        JOINED.iter().fold(
            set,
            |wide, &(x, y)| {
                if joined(x, y) { wide | 1 << x | 1 << y } else { wide }
            },
        )
    };
    widen(first(a)) & widen(first(b)) != 0
}

/// Letters that begin a name with one sound, in any script.
const SOUNDS: [&str; 10] = [
    "aeiouyhjáàâäåæéèêëíîïóôöøúüýאהחעיאإاعهحيаеёиоуыэюяйхαάεέηήιίοόυύωώ",
    "bpfvwבפוبفвбпфβπφو",
    "ckqgxקכגكقغجخкгκγχξ",
    "szcצסשזשسشصزсзцшщσζ",
    "tdטתדتطدтдτδθ",
    "lلлלλ",
    "mمмמμ",
    "nنнנν",
    "rرрרρ",
    "жч",
];

/// Sets that share a sound: c, j, ch, ts, kh.
const JOINED: [(u16, u16); 6] = [(2, 3), (0, 2), (3, 4), (9, 3), (9, 2), (0, 1)];

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Territory(code) => f.write_str(code),
            Name::Language(code) => write!(f, "language {code}"),
            Name::Written { form, .. } => f.write_str(form),
        }
    }
}

/// Gives each name.
pub(super) fn extract(passage: &Passage, anchors: &mut Vec<Anchor>) {
    for hit in &passage.hits {
        let (value, strength) = match hit.known {
            Known::Territory(code) => (Name::Territory(code), Strength::Firm),
            // The word for the language is often that for the nation too.
            Known::Language(code) => (Name::Language(code), Strength::Weak),
            _ => continue,
        };
        anchors.push(Anchor { value: Value::Name(value), span: hit.span, strength });
    }
    let mut hits = passage.hits.iter().peekable();
    for (index, word) in passage.words_with(Hints::NAME) {
        while hits.next_if(|hit| hit.words.1 <= index).is_some() {}
        if hits.peek().is_some_and(|hit| hit.words.0 <= index) {
            continue;
        }
        if let Some(strength) = written(passage, index, word) {
            let form = passage.types.name(word.word_type, word.span.of(passage.text));
            let value = Name::Written { form, script: word.script };
            anchors.push(Anchor { value: Value::Name(value), span: word.span, strength });
        }
    }
}

/// Whether a word may be a name somewhere.
pub(super) fn may_be(word: &str, script: Script, case: Case) -> bool {
    match case {
        Case::Lower => false,
        Case::None => {
            let caseless = matches!(script, Script::Hebrew | Script::Arabic);
            let letters = || word.chars().filter(|c| c.is_alphabetic()).count();
            caseless && !word.contains(['"', '״', '”', '“']) && letters() >= 3
        }
        Case::Upper => word.chars().count() >= 4,
        Case::Capital | Case::Mixed => word.chars().count() >= 2,
    }
}

/// How sure it is that a word is a name where it stands.
fn written(passage: &Passage, index: usize, word: &Token) -> Option<Strength> {
    let text = word.span.of(passage.text);
    match word.case {
        Case::Lower => None,
        Case::None => (!passage.is_familiar(word)).then_some(Strength::Weak),
        _ => {
            let foreign = word.script != passage.language.script;
            if foreign {
                return Some(Strength::Firm);
            }
            if passage.language.code == "de" {
                return unsure(passage, word);
            }
            if !begins_sentence(passage, index) {
                return Some(Strength::Firm);
            }
            text.chars().nth(2)?;
            unsure(passage, word)
        }
    }
}

/// A word that is a name unless the lexicon has it, or the document writes it in small letters.
fn unsure(passage: &Passage, word: &Token) -> Option<Strength> {
    if passage.is_familiar(word) {
        return None;
    }
    passage.unsure_names.note(word);
    Some(Strength::Weak)
}

/// Whether a word may have its capital from standing first in a sentence, a line or a quotation, or behind
/// a label in capitals: "NOTE Spare disks".
fn begins_sentence(passage: &Passage, index: usize) -> bool {
    let start = passage.words()[index].span.start;
    let previous = index.checked_sub(1).map_or(passage.span.start, |i| passage.words()[i].span.end);
    let gap = &passage.text[previous..start];
    let is_label = |word: &Token| {
        let label = word.span.of(passage.text);
        label.len() > 1 && label.chars().all(char::is_uppercase)
    };
    passage.words()[..index].iter().all(is_label)
        || gap != " "
            && gap.contains([
                '.', ':', '!', '?', '\n', '«', '»', '"', '“', '”', '„', '–', '—', '•', '(', ';',
                '/', '‘', '…', '|',
            ])
}

/// The word as names are compared: small letters, no points, one kind of apostrophe.
pub(super) fn bare(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars()
        .filter(|c| !matches!(c, '\u{0591}'..='\u{05bd}' | '\u{05bf}'..='\u{05c7}' | '\u{064b}'..='\u{0655}'))
        .map(|c| if matches!(c, '’' | '׳') { '\'' } else { c })
        .map(letter::lower)
        .collect()
}
