//! A project's terms: what they are called in each language, and what they may not be called.
//!
//! ```toml
//! [[term]]
//! preferred = { he = "מיגרנה", nb = "migrene" }
//! forbidden = { nb = ["hodepine", "vondt i hodet"] }
//! ```
//!
//! Words match in their inflected forms, as far as the tables of the language reach.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::BeadView;
use super::toml::parse;
use crate::anchor::TermForm;
use crate::error::Result;
use crate::knowledge::terminology::{Status, Terminology};
use crate::lang::Language;
use crate::lang::words::{fold, words};
use crate::pair::Side;
use crate::span::Span;

/// The terms of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    #[serde(default, rename = "term")]
    terms: Vec<Term>,
}

/// A term; the keys are language codes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    #[serde(default)]
    preferred: BTreeMap<String, String>,
    #[serde(default)]
    forbidden: BTreeMap<String, Vec<String>>,
}

/// A forbidden rendering in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Forbidden<'a> {
    /// Where it stands.
    pub span: Span,
    /// What the term is called instead.
    pub preferred: Option<&'a str>,
    /// Where the other side has the term.
    pub rendered: Option<Span>,
}

impl Glossary {
    /// Parses a glossary.
    ///
    /// # Errors
    /// When it is not TOML, or has keys that no glossary has.
    pub fn parse(text: &str) -> Result<Self> {
        parse(text, "a glossary")
    }

    /// Adds the terms of a terminology that forbids some of their renderings.
    pub fn add(&mut self, terminology: &Terminology) {
        for (_, designations) in terminology.concepts() {
            let mut term = Term::default();
            for designation in designations {
                let code = designation.language.code.to_owned();
                if designation.status == Status::Forbidden {
                    term.forbidden.entry(code).or_default().push(designation.term.clone());
                }
            }
            let mut allowed: Vec<_> =
                designations.iter().filter(|it| it.status != Status::Forbidden).collect();
            allowed.sort_by_key(|designation| designation.status);
            for designation in allowed {
                let code = designation.language.code.to_owned();
                term.preferred.entry(code).or_insert_with(|| designation.term.clone());
            }
            if !term.forbidden.is_empty() {
                self.terms.push(term);
            }
        }
    }

    /// The forbidden renderings on a side of a bead. Where the glossary knows the term in the other
    /// side's language, the other side must have it.
    pub(super) fn forbidden<'a>(&'a self, view: &BeadView<'_>, side: Side) -> Vec<Forbidden<'a>> {
        let mut found = Vec::new();
        let (language, other) = (view.language(side), view.language(side.other()));
        for term in &self.terms {
            let Some(forbidden) = term.forbidden.get(language.code) else { continue };
            let rendered = match term.preferred.get(other.code) {
                Some(name) => match occurrences(view, side.other(), name).first() {
                    Some(&span) => Some(span),
                    None => continue,
                },
                None => None,
            };
            let preferred = term.preferred.get(language.code).map(String::as_str);
            let right = preferred.map(|name| occurrences(view, side, name)).unwrap_or_default();
            let spans = forbidden.iter().flat_map(|name| occurrences(view, side, name));
            found.extend(
                spans
                    .filter(|span| !right.iter().any(|right| right.contains(*span)))
                    .map(|span| Forbidden { span, preferred, rendered }),
            );
        }
        found
    }
}

/// Where a bead has `name` on a side, as words and as parts of the compounds that the termbase
/// splits, ascending.
fn occurrences(view: &BeadView<'_>, side: Side, name: &str) -> Vec<Span> {
    let Some(bead) = view.span(side) else { return Vec::new() };
    let language = view.language(side);
    let name: Vec<String> = words(name).map(|(_, word)| fold(word)).collect();
    let text: Vec<(usize, &str)> = words(view.text(side)).collect();
    if name.is_empty() {
        return Vec::new();
    }
    let parts = view.terms().side(side).iter().filter(|term| term.form == TermForm::Compound);
    let parts = parts.map(|term| term.span).filter(|span| {
        let part = span.of(view.document_text(side));
        name.len() == 1 && is_form_of(part, &name[0], language)
    });
    let whole = text
        .windows(name.len())
        .filter(|window| {
            window.iter().zip(&name).all(|((_, word), name)| is_form_of(word, name, language))
        })
        .filter_map(|window| {
            let (first, last) = (window.first()?, window.last()?);
            Some(Span::new(first.0, last.0 + last.1.len()).shift(bead.start))
        });
    let mut spans: Vec<Span> = whole.chain(parts).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn is_form_of(word: &str, name: &str, language: &Language) -> bool {
    language.inflection.reaches(&fold(word), |form| form == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_keys_are_errors_with_a_place() {
        let error = Glossary::parse("[[term]]\nprefered = {}\n").unwrap_err().to_string();
        assert!(error.starts_with("line 2, column 1: expected a glossary"), "{error}");
    }
}
