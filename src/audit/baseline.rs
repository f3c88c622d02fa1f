//! Findings that somebody looked at and accepted, with a reason.
//!
//! An entry names a finding by its content: the check, and on each side the place between ⟦ and ⟧
//! with a few words of its block around it, in normal form. So it outlives a new segmentation, and
//! edits elsewhere; an edit next to the place brings the finding back.
//!
//! A baseline is TOML, an `[[accepted]]` table an entry, sorted, and belongs to one pair of texts.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::Finding;
use super::toml::parse;
use crate::bitext::Bitext;
use crate::digest;
use crate::document::Document;
use crate::error::Result;
use crate::pair::Side;
use crate::span::Span;

/// Words kept around a place.
const AROUND: usize = 4;
/// Words of a place that are written out; a longer one is cut, with a digest of the whole.
const LONGEST: usize = 16;

/// A finding as a baseline names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Content {
    check: String,
    source: Vec<String>,
    target: Vec<String>,
}

/// An entry of a baseline.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    check: String,
    #[serde(default)]
    source: Vec<String>,
    #[serde(default)]
    target: Vec<String>,
    /// Why the finding is no fault.
    #[serde(default)]
    pub reason: String,
    /// Who says so.
    #[serde(default)]
    pub author: String,
}

/// Accepted findings, by content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<Content, Judgement>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Judgement {
    reason: String,
    author: String,
}

/// A finding that a baseline accepts.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The finding.
    pub finding: Finding,
    /// Why it is no fault.
    pub reason: String,
    /// Who says so.
    pub author: String,
}

/// Findings, parted by a baseline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applied {
    /// Those it does not name.
    pub open: Vec<Finding>,
    /// Those it names.
    pub accepted: Vec<Accepted>,
    /// Its entries that name no finding.
    pub stale: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accepted: Vec<Entry>,
}

impl Baseline {
    /// Parses a baseline.
    ///
    /// # Errors
    /// When it is not TOML, or has keys that no baseline has.
    pub fn parse(text: &str) -> Result<Self> {
        let file: File = parse(text, "a baseline")?;
        let entries = file.accepted.into_iter().map(Entry::parts).collect();
        Ok(Baseline { entries })
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Entries that give no reason.
    pub fn without_reason(&self) -> usize {
        self.entries.values().filter(|judgement| judgement.reason.trim().is_empty()).count()
    }

    /// Parts findings into open and accepted ones.
    pub fn apply(&self, bitext: &Bitext, findings: Vec<Finding>) -> Applied {
        let mut applied = Applied::default();
        let mut unused = self.entries.clone();
        for finding in findings {
            let content = Content::of(bitext, &finding);
            match self.entry(&content) {
                Some((entry, judgement)) => {
                    unused.remove(entry);
                    let Judgement { reason, author } = judgement.clone();
                    applied.accepted.push(Accepted { finding, reason, author });
                }
                None => applied.open.push(finding),
            }
        }
        applied.stale = unused.into_iter().map(Entry::from_parts).collect();
        applied
    }

    /// The entry that names a finding.
    fn entry(&self, content: &Content) -> Option<(&Content, &Judgement)> {
        let exact = self.entries.get_key_value(content);
        exact.or_else(|| self.entries.iter().find(|(entry, _)| entry.is_cut_from(content)))
    }

    /// The baseline that accepts these findings too. Known ones keep their reason and author where they
    /// have any; other ones get those given. Entries that name none of the findings stay as they are.
    #[must_use]
    pub fn updated(
        &self,
        bitext: &Bitext,
        findings: &[Finding],
        reason: &str,
        author: &str,
    ) -> Self {
        let mut entries = self.entries.clone();
        for finding in findings {
            let content = Content::of(bitext, finding);
            let known = self.entry(&content).map(|(entry, _)| entry.clone());
            let mut judgement = known.and_then(|entry| entries.remove(&entry)).unwrap_or_default();
            for (field, given) in [(&mut judgement.reason, reason), (&mut judgement.author, author)]
            {
                if field.trim().is_empty() {
                    given.clone_into(field);
                }
            }
            entries.insert(content, judgement);
        }
        Baseline { entries }
    }

    /// The baseline without entries that name none of these findings.
    #[must_use]
    pub fn pruned(&self, bitext: &Bitext, findings: &[Finding]) -> Self {
        let contents = findings.iter().map(|finding| Content::of(bitext, finding));
        let named = contents.filter_map(|content| {
            self.entry(&content).map(|(entry, judgement)| (entry.clone(), judgement.clone()))
        });
        Baseline { entries: named.collect() }
    }

    /// Writes the format that [`Baseline::parse`] reads.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{HEAD}")?;
        for (content, judgement) in &self.entries {
            write!(out, "\n{}{}", content.toml(), judgement.toml())?;
        }
        Ok(())
    }
}

/// The first line of a baseline, a comment.
pub const HEAD: &str = "# Findings of `targum audit` that were looked at and accepted.";

impl Accepted {
    /// The entry of a baseline that names this finding.
    pub fn entry(&self, bitext: &Bitext) -> String {
        let Accepted { finding, reason, author } = self;
        let judgement = Judgement { reason: reason.clone(), author: author.clone() };
        entry(bitext, finding) + &judgement.toml()
    }
}

/// The start of the entry of a baseline that names a finding; `reason` and `author`, strings in TOML, are
/// to follow, a line each.
pub fn entry(bitext: &Bitext, finding: &Finding) -> String {
    Content::of(bitext, finding).toml()
}

fn string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

impl Judgement {
    fn toml(&self) -> String {
        format!("reason = {}\nauthor = {}\n", string(&self.reason), string(&self.author))
    }
}

impl Entry {
    fn parts(self) -> (Content, Judgement) {
        let Entry { check, source, target, reason, author } = self;
        (Content { check, source, target }, Judgement { reason, author })
    }

    fn from_parts((content, judgement): (Content, Judgement)) -> Self {
        let Content { check, source, target } = content;
        let Judgement { reason, author } = judgement;
        Entry { check, source, target, reason, author }
    }
}

impl std::fmt::Display for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.check)?;
        match self.source.iter().chain(&self.target).next() {
            Some(place) => write!(f, ": {place}"),
            None => Ok(()),
        }
    }
}

/// A digest of the content of a finding, 32 hexadecimal digits; the same after edits elsewhere.
pub fn fingerprint(bitext: &Bitext, finding: &Finding) -> String {
    let content = Content::of(bitext, finding);
    let mut parts = content.check.to_owned();
    for places in [&content.source, &content.target] {
        parts.push('\0');
        for place in places {
            parts.push('\x01');
            parts.push_str(place);
        }
    }
    digest::shortened(&parts, 16)
}

impl Content {
    fn toml(&self) -> String {
        let mut out = format!("[[accepted]]\ncheck = {}\n", string(&self.check));
        for (name, places) in [("source", &self.source), ("target", &self.target)] {
            let places: Vec<_> = places.iter().map(|place| string(place)).collect();
            match places.as_slice() {
                [] => {}
                [place] => out += &format!("{name} = [{place}]\n"),
                places => out += &format!("{name} = [\n  {},\n]\n", places.join(",\n  ")),
            }
        }
        out
    }

    /// Whether it names the same finding of a text whose blocks were cut otherwise.
    fn is_cut_from(&self, other: &Content) -> bool {
        let are_alike = |a: &[String], b: &[String]| {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| are_one_place(a, b))
        };
        self.check == other.check
            && are_alike(&self.source, &other.source)
            && are_alike(&self.target, &other.target)
    }

    fn of(bitext: &Bitext, finding: &Finding) -> Content {
        let places = |side: Side| {
            let document = &bitext.renderings.side(side).document;
            let places = joined(&document.text, finding.spans.side(side));
            places.into_iter().map(|place| described(document, place)).collect()
        };
        Content {
            check: finding.check.to_owned(),
            source: places(Side::Source),
            target: places(Side::Target),
        }
    }
}

/// Whether two places are the same words, and the words around them the same as far as both tell:
/// a text cut into lines tells less of them than a paragraph.
fn are_one_place(a: &str, b: &str) -> bool {
    let parts = |place: &'_ str| -> Option<[String; 3]> {
        let (before, rest) = place.split_once('⟦')?;
        let (inner, after) = rest.split_once('⟧')?;
        Some([before, inner, after].map(|part| part.trim().to_owned()))
    };
    let (Some([before, inner, after]), Some([b_before, b_inner, b_after])) = (parts(a), parts(b))
    else {
        return false;
    };
    inner == b_inner
        && (before.ends_with(&b_before) || b_before.ends_with(&before))
        && (after.starts_with(&b_after) || b_after.starts_with(&after))
}

/// The places with neighbours that only white space parts made one, as another segmentation would.
fn joined(text: &str, places: &[Span]) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for &place in places {
        match joined.last_mut() {
            Some(last)
                if last.end <= place.start && text[last.end..place.start].trim().is_empty() =>
            {
                last.end = place.end;
            }
            _ => joined.push(place),
        }
    }
    joined
}

fn described(document: &Document, place: Span) -> String {
    let text = document.text.as_str();
    let first = document.blocks.partition_point(|block| block.span.end < place.end);
    let block = document.blocks.get(first).filter(|block| block.span.contains(place));
    let around = block.map_or(place, |block| block.span);
    let before = Span::new(around.start, place.start).last_words(text, AROUND);
    let after = Span::new(place.end, around.end).first_words(text, AROUND);
    let mut inner = normal(place.of(text));
    if inner.split(' ').count() > LONGEST {
        let whole = Span::new(0, inner.len());
        let head = whole.first_words(&inner, LONGEST / 2).of(&inner);
        let tail = whole.last_words(&inner, LONGEST / 2).of(&inner);
        let digest = digest::shortened(&inner, 4);
        inner = format!("{head} …{digest}… {tail}");
    }
    let described = format!("{} ⟦{inner}⟧ {}", normal(before.of(text)), normal(after.of(text)));
    described.trim().to_owned()
}

/// Compatibility form, lower case, white space folded, marks that are not seen left out.
fn normal(text: &str) -> String {
    let visible = text.nfkc().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase);
    let text: String = visible.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::check;
    use crate::format::{plain, tsv};
    use crate::lang::Language;
    use crate::pair::Pair;
    use crate::rendering::Rendering;

    fn languages() -> Pair<&'static Language> {
        Pair::new(Language::from_tag("he").unwrap(), Language::from_tag("nb").unwrap())
    }

    fn of_rows(rows: &[(&str, &str)]) -> Bitext {
        let rows: Vec<_> = rows.iter().map(|(a, b)| format!("{a}\t{b}")).collect();
        tsv::read(&rows.join("\n"), languages()).unwrap()
    }

    fn finding(bitext: &Bitext, words: &str) -> Finding {
        let start = bitext.renderings.target.document.text.find(words).unwrap();
        Finding::new(check("segment-missing").unwrap(), 0.9, "")
            .at(Side::Target, Span::new(start, start + words.len()))
    }

    const ROW: (&str, &str) = ("הם קיבלו 25 מ\"ג.", "De fikk 250 mg.");

    #[test]
    fn a_round_trip_keeps_reasons() {
        let bitext = of_rows(&[ROW]);
        let found = [finding(&bitext, "250")];
        let first = Baseline::default().updated(&bitext, &found, "en \"skrivefeil\"", "Kari");
        let mut out = Vec::new();
        first.write(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let read = Baseline::parse(&text).unwrap();
        assert_eq!(read, first);
        assert_eq!(read.updated(&bitext, &found, "", ""), first);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn an_update_keeps_what_it_does_not_find_and_fills_what_is_empty() {
        let bitext = of_rows(&[ROW]);
        let found = [finding(&bitext, "250")];
        let other = of_rows(&[("שלום עולם.", "Hei, verden.")]);
        let first =
            Baseline::default().updated(&other, &[finding(&other, "verden")], "why", "Kari");
        let both = first.updated(&bitext, &found, "", "");
        assert_eq!((both.len(), both.without_reason()), (2, 1));
        let filled = both.updated(&bitext, &found, "trykkfeil", "Ola");
        assert_eq!((filled.len(), filled.without_reason()), (2, 0));
        let pruned = filled.pruned(&other, &[finding(&other, "verden")]);
        assert_eq!(pruned, first);
    }

    #[test]
    fn an_entry_outlives_edits_elsewhere_and_no_edit_beside_it() {
        let bitext = of_rows(&[ROW]);
        let baseline = Baseline::default().updated(&bitext, &[finding(&bitext, "250")], "r", "a");
        let moved = of_rows(&[("שלום עולם.", "Hei, verden."), ROW]);
        let applied = baseline.apply(&moved, vec![finding(&moved, "250")]);
        assert_eq!((applied.open.len(), applied.accepted.len(), applied.stale.len()), (0, 1, 0));
        let edited = of_rows(&[(ROW.0, "De fikk 250 mikrogram.")]);
        let applied = baseline.apply(&edited, vec![finding(&edited, "250")]);
        assert_eq!((applied.open.len(), applied.accepted.len(), applied.stale.len()), (1, 0, 1));
    }

    #[test]
    fn an_entry_outlives_another_segmentation() {
        let language = languages().target;
        let document = plain::read("Les mer her. Ring oss gjerne i dag.".to_owned(), language);
        let text = document.text.clone();
        let bitext = |cut: bool| {
            let mut bitext = of_rows(&[ROW]);
            let mut rendering = Rendering::new(document.clone());
            if !cut {
                rendering.segments.truncate(1);
                rendering.segments[0].span = Span::new(0, text.len());
            }
            bitext.renderings.target = rendering;
            bitext
        };
        let parts = [Span::new(0, 12), Span::new(13, text.len())];
        let two =
            Finding::new(check("segment-missing").unwrap(), 0.9, "").at_all(Side::Target, parts);
        let one = Finding::new(check("segment-missing").unwrap(), 0.9, "")
            .at(Side::Target, Span::new(0, text.len()));
        let baseline = Baseline::default().updated(&bitext(true), &[two], "r", "a");
        assert_eq!(baseline.apply(&bitext(false), vec![one]).accepted.len(), 1);
    }

    #[test]
    fn an_entry_outlives_a_text_cut_into_lines() {
        let article = plain::read("Les mer her. Ring oss gjerne.".to_owned(), languages().target);
        let mut bitext = of_rows(&[ROW]);
        bitext.renderings.target = Rendering::new(article);
        let whole = finding(&bitext, "Ring oss gjerne.");
        let baseline = Baseline::default().updated(&bitext, &[whole], "r", "a");
        let lines = of_rows(&[("קראו עוד.", "Les mer her."), ("צלצלו.", "Ring oss gjerne.")]);
        let applied = baseline.apply(&lines, vec![finding(&lines, "Ring oss gjerne.")]);
        assert_eq!((applied.accepted.len(), applied.stale.len()), (1, 0));
    }

    #[test]
    fn unknown_keys_are_errors_with_a_place() {
        let error = Baseline::parse("[[accepted]]\ncheck = \"x\"\nraeson = \"y\"\n").unwrap_err();
        assert!(error.to_string().starts_with("line 3, column 1: expected"), "{error}");
    }
}
