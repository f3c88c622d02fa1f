//! XCES stand-off links (`cesAlign`), as OPUS distributes them.
//!
//! `<link xtargets="1 2;1" certainty="0.9731"/>`: the numbers of the source segments, a semicolon, those
//! of the target, from 1. Source: the Corpus Encoding Standard for XML, and the links of OPUS,
//! <https://opus.nlpl.eu>. Read: numbers, with letters before them or not (`s12`); the certainty is a
//! probability if it lies between 0 and 1. Limits: one pair of documents a file; identifiers that are no
//! numbers name segments of documents that are not at hand.

use std::io::{self, Write};
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;

use super::links::Link;
use super::tmx::without_controls;
use super::xml::{attribute, malformed};
use crate::bitext::Bitext;
use crate::error::{Error, Result};
use crate::pair::Side;
use crate::span::LineIndex;

/// Writes the links of a bitext, with the names of its files.
pub fn write(bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
    let name = |side: Side| {
        let path = bitext.renderings.side(side).document.origin.path.as_deref();
        let name = path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
        escape(without_controls(&name)).into_owned()
    };
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">"#)?;
    writeln!(out, r#"<cesAlign version="1.0">"#)?;
    writeln!(
        out,
        r#"  <linkGrp targType="s" fromDoc="{}" toDoc="{}">"#,
        name(Side::Source),
        name(Side::Target)
    )?;
    for (index, bead) in bitext.alignment.beads().iter().enumerate() {
        writeln!(
            out,
            r#"    <link id="SL{index}" xtargets="{};{}" certainty="{:.4}"/>"#,
            numbers(&bead.segments.source),
            numbers(&bead.segments.target),
            bead.posterior
        )?;
    }
    writeln!(out, "  </linkGrp>")?;
    writeln!(out, "</cesAlign>")
}

fn numbers(segments: &Range<usize>) -> String {
    let numbers: Vec<String> = segments.clone().map(|index| (index + 1).to_string()).collect();
    numbers.join(" ")
}

/// Reads the links of one pair of documents.
///
/// # Errors
///
/// When the XML is broken, when there are links of several pairs of documents, or at the first link
/// without `xtargets` of the form above.
pub fn parse(raw: &str) -> Result<Vec<Link>> {
    let mut reader = Reader::from_str(raw);
    let mut links = Vec::new();
    let mut groups = 0;
    let mut is_ces = false;
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader
            .read_event()
            .map_err(|error| malformed(raw, reader.error_position() as usize, error))?;
        let (Event::Start(tag) | Event::Empty(tag)) = &event else {
            if matches!(event, Event::Eof) {
                break;
            }
            continue;
        };
        let broken = |expected: &str, found: String| {
            Err(Error::expected(expected, found).at(LineIndex::new(raw).position(raw, start)))
        };
        match tag.name().as_ref() {
            "cesAlign" => is_ces = true,
            "linkGrp" => {
                groups += 1;
                if groups > 1 {
                    return broken("links of one pair of documents", "a second linkGrp".to_owned());
                }
            }
            "link" => {
                let targets = attribute(tag, &["xtargets"]).unwrap_or_default();
                let sides = targets.split_once(';');
                let Some((Some(source), Some(target))) =
                    sides.map(|(source, target)| (indices(source), indices(target)))
                else {
                    let expected = r#"a link such as xtargets="1 2;1", with numbers from 1"#;
                    return broken(expected, format!("\"{targets}\""));
                };
                let certainty = attribute(tag, &["certainty"]);
                let posterior = certainty
                    .and_then(|number| number.parse().ok())
                    .filter(|number| (0.0..=1.0).contains(number));
                links.push(Link { source, target, posterior });
            }
            _ => {}
        }
    }
    if is_ces { Ok(links) } else { Err(Error::expected("a cesAlign element", "none")) }
}

/// Numbers from 1 as indices from 0, ascending.
fn indices(side: &str) -> Option<Vec<usize>> {
    let index = |name: &str| {
        let number = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        number.parse::<usize>().ok()?.checked_sub(1)
    };
    let mut indices = side.split_whitespace().map(index).collect::<Option<Vec<_>>>()?;
    indices.sort_unstable();
    Some(indices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_other_tools_are_read() {
        let raw = r#"<?xml version="1.0"?><cesAlign version="1.0"><linkGrp targType="s">
            <link certainty="-0.4" xtargets="s1;s2 s1" id="SL1"/><link xtargets=";3"></link>
            <link xtargets="2;" certainty="0.25"/></linkGrp></cesAlign>"#;
        let link = |source: &[usize], target: &[usize], posterior| Link {
            source: source.to_vec(),
            target: target.to_vec(),
            posterior,
        };
        let expected =
            [link(&[0], &[0, 1], None), link(&[], &[2], None), link(&[1], &[], Some(0.25))];
        assert_eq!(parse(raw).unwrap(), expected);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        let told = |raw: &str| parse(raw).unwrap_err().to_string();
        assert_eq!(
            told("<cesAlign>\n<link xtargets=\"a.b;1\"/></cesAlign>"),
            "line 2, column 1: expected a link such as xtargets=\"1 2;1\", with numbers from 1, found \"a.b;1\""
        );
        assert_eq!(told("<tmx/>"), "expected a cesAlign element, found none");
        let twice = "<cesAlign><linkGrp/>\n<linkGrp/></cesAlign>";
        assert!(
            told(twice)
                .ends_with("expected links of one pair of documents, found a second linkGrp")
        );
    }
}
