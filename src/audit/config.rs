//! `targum.toml`: how a project audits its texts.
//!
//! ```toml
//! source-lang = "he"
//! target-lang = "nb"
//! fail-on = "major"                 # note, minor, major, critical or never
//! min-severity = "note"             # the least that is reported; minor when left out
//! accept = ["Semmelweis", "Levaxin"]
//! glossary = "terms.toml"           # beside this file
//!
//! [checks]
//! white-space = "off"               # off, note, minor, major or critical
//! number-format = "note"
//! ```

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use serde::de::{self, Deserialize, Deserializer};

use super::toml::parse;
use super::{Level, Options, Severity, check};
use crate::error::Result;
use crate::lang::Language;
use crate::pair::Pair;

/// What a `targum.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// How to audit.
    pub options: Options,
    /// The languages of the sides, where they are declared.
    pub languages: Pair<Option<&'static Language>>,
    /// The path of the glossary as it is written, for [`Options::glossary`].
    pub glossary: Option<PathBuf>,
    /// From which severity on findings fail a run, where it is said.
    pub fail_on: Option<FailOn>,
    /// The least severity that is reported, where it is said; else it is [`Severity::SHOWN`].
    pub min_severity: Option<Severity>,
}

/// From which severity on findings fail a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// None does.
    Never,
    /// This one and those above.
    At(Severity),
}

impl FailOn {
    /// The least severity that fails a run.
    pub fn threshold(self) -> Option<Severity> {
        match self {
            FailOn::Never => None,
            FailOn::At(severity) => Some(severity),
        }
    }
}

impl Config {
    /// The least severity that is reported.
    pub fn shown(&self) -> Severity {
        self.min_severity.unwrap_or(Severity::SHOWN)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    source_lang: Option<Tag>,
    target_lang: Option<Tag>,
    fail_on: Option<FailOn>,
    min_severity: Option<Severity>,
    glossary: Option<PathBuf>,
    #[serde(default)]
    accept: Vec<String>,
    #[serde(default)]
    checks: BTreeMap<String, CheckLevel>,
}

impl Config {
    /// Parses the text of a `targum.toml`.
    ///
    /// # Errors
    /// When it is not TOML, or names a key, check, severity or language that is not known.
    pub fn parse(text: &str) -> Result<Self> {
        let what = "a configuration";
        let file: File = parse(text, what)?;
        let mut options = Options::default();
        file.accept.iter().for_each(|words| options.accept(words));
        for (id, CheckLevel(level)) in file.checks {
            let known = check(&id).ok_or_else(|| unknown_check(text, &id))?;
            options.set(known, level);
        }
        let languages = Pair::new(file.source_lang, file.target_lang);
        let languages = languages.map(|tag| tag.map(|Tag(language)| language));
        let File { glossary, fail_on, min_severity, .. } = file;
        Ok(Config { options, languages, glossary, fail_on, min_severity })
    }
}

/// The key of a table carries no place of its own; its first occurrence as a key does.
fn unknown_check(text: &str, id: &str) -> crate::error::Error {
    let error = crate::error::Error::expected(
        "the id of a check (`targum explain` lists them)",
        format!("\"{id}\""),
    );
    let line = text.lines().position(|line| {
        let key = line.trim_start().trim_start_matches(['"', '\'']);
        key.strip_prefix(id).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    match line {
        Some(line) => error.at(crate::span::Position { line, column: 0 }),
        None => error,
    }
}

struct Tag(&'static Language);

impl<'de> Deserialize<'de> for Tag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Language::from_tag(&tag).map(Tag).map_err(|_| {
            let known: Vec<_> = crate::lang::ALL.iter().map(|language| language.code).collect();
            de::Error::custom(format_args!("\"{tag}\", which is none of {}", known.join(" ")))
        })
    }
}

struct CheckLevel(Level);

impl<'de> Deserialize<'de> for CheckLevel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        severity_or(deserializer, "off")
            .map(|severity| CheckLevel(severity.map_or(Level::Off, Level::At)))
    }
}

impl<'de> Deserialize<'de> for FailOn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        severity_or(deserializer, "never")
            .map(|severity| severity.map_or(FailOn::Never, FailOn::At))
    }
}

/// A severity by name, or `None` for the word that says none.
fn severity_or<'de, D: Deserializer<'de>>(
    deserializer: D,
    none: &'static str,
) -> Result<Option<Severity>, D::Error> {
    struct Visitor(&'static str);
    impl de::Visitor<'_> for Visitor {
        type Value = Option<Severity>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "one of {} note minor major critical", self.0)
        }

        fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
            if name == self.0 {
                return Ok(None);
            }
            Severity::from_name(name)
                .map(Some)
                .ok_or_else(|| E::invalid_value(de::Unexpected::Str(name), &self))
        }
    }
    deserializer.deserialize_str(Visitor(none))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn complaint(text: &str) -> String {
        Config::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn reads_what_it_documents() {
        let text = "source-lang = \"he\"\nfail-on = \"never\"\nmin-severity = \"minor\"\naccept = [\"Levaxin\"]\n\
                    [checks]\nsegment-added = \"off\"\nsegment-missing = \"note\"\n";
        let config = Config::parse(text).unwrap();
        assert_eq!(config.languages.source.map(|language| language.code), Some("he"));
        assert_eq!(config.languages.target, None);
        assert_eq!(config.fail_on, Some(FailOn::Never));
        assert_eq!(config.min_severity, Some(Severity::Minor));
        let ids: Vec<_> = config.options.checks().iter().map(|check| check.id).collect();
        assert!(ids.contains(&"segment-missing") && !ids.contains(&"segment-added"));
        assert_eq!(Config::parse("").unwrap(), Config::default());
    }

    #[test]
    fn faults_are_told_with_their_place() {
        insta::assert_snapshot!(
            [
                "fail_on = \"major\"",
                "fail-on = \"grave\"",
                "\ntarget-lang = \"tlh\"",
                "[checks]\nsegment-aded = \"off\"",
                "[checks]\nsegment-added = \"of\"",
                "accept = [\"a\"",
                "accept = \"a\"",
            ]
            .map(complaint)
            .join("\n")
        );
    }
}
