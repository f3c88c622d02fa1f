//! XLIFF 1.2 and 2.x, the translator's exchange format; 2.1 is what is written.
//!
//! Written: a unit a bead, its posterior as a note; a side without text is an empty source or no
//! target. Read: every segment a bead with its unit's posterior, one without target has a source alone. In 1.2 a unit that
//! both sides cut by `mrk mtype="seg"` is so many beads. Codes (`ph`, `bpt`, `x`, ...) are left out
//! of the text, the text inside `g`, `pc` and `mrk` is kept. Proposals (`alt-trans`, `mtc:match`),
//! `ignorable` parts, files in other languages and what is marked `translate="no"` are passed over.

use std::io::{self, Write};

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};

use super::tmx::without_controls;
use super::units::{Piece, Units, probability};
use super::xml::{attribute, cut_off, malformed, resolve};
use crate::bitext::Bitext;
use crate::error::{Error, Result};
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::span::Span;

/// Writes a bitext.
pub fn write(bitext: &Bitext, out: &mut dyn Write) -> io::Result<()> {
    let languages = bitext.renderings.as_ref().map(|rendering| rendering.document.language.code);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="{}" trgLang="{}">"#,
        languages.source, languages.target
    )?;
    writeln!(out, r#"  <file id="f1">"#)?;
    for (index, bead) in bitext.alignment.beads().iter().enumerate() {
        let texts = Pair::from_fn(|side| without_controls(&bitext.text(bead, side)));
        writeln!(out, r#"    <unit id="u{}">"#, index + 1)?;
        writeln!(
            out,
            r#"      <notes><note category="{POSTERIOR}">{:.4}</note></notes>"#,
            bead.posterior
        )?;
        writeln!(out, "      <segment>")?;
        writeln!(out, "        <source>{}</source>", escape(texts.source.as_str()))?;
        if !texts.target.is_empty() {
            writeln!(out, "        <target>{}</target>", escape(texts.target.as_str()))?;
        }
        writeln!(out, "      </segment>\n    </unit>")?;
    }
    writeln!(out, "  </file>\n</xliff>")
}

/// The languages of the sides, as the file declares them.
pub fn languages(raw: &str) -> Result<Pair<&'static Language>> {
    let tags = scan(raw)?.tags;
    let language = |side: Side| match tags.side(side) {
        Some(tag) => Language::from_tag(tag),
        None => Err(Error::expected(format!("the language of the {}", side.name()), "none")),
    };
    Ok(Pair::new(language(Side::Source)?, language(Side::Target)?))
}

/// Reads the segments of a file.
pub fn read(raw: &str, languages: Pair<&'static Language>) -> Result<Bitext> {
    let mut units = Units::new(raw, languages);
    for unit in scan(raw)?.units.into_iter().filter(|unit| unit.is_translated) {
        let is_wanted = |side: Side| {
            let tag = unit.tags.side(side).as_deref();
            let tagged = tag.and_then(|tag| Language::from_tag(tag).ok());
            tagged.is_none_or(|language| language == *languages.side(side))
        };
        if !Side::BOTH.into_iter().all(is_wanted) {
            continue;
        }
        for segment in unit.segments {
            let pieces = segment.map(|piece| piece.into_iter().collect());
            units.push(pieces, unit.posterior.unwrap_or(1.0));
        }
    }
    units.finish()
}

/// The category of the note that holds a bead's posterior.
const POSTERIOR: &str = "posterior";

/// The two families of the format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Version {
    /// 1.0 to 1.2: `trans-unit`.
    One,
    /// 2.0 and later: `unit` and `segment`.
    #[default]
    Two,
}

/// Where things stand in a file, as far as annotation needs it.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    pub version: Version,
    /// The start tag of the root, without its angle bracket at the end.
    pub root: Span,
    pub units: Vec<Unit>,
    /// Sections in which markup is text.
    pub cdata: Vec<Span>,
    tags: Pair<Option<String>>,
}

/// A unit of a file.
#[derive(Debug, Default)]
pub(crate) struct Unit {
    /// The element.
    pub span: Span,
    /// Where a note belongs.
    pub note_at: usize,
    /// Whether a `notes` element is open there.
    pub in_notes: bool,
    /// Whether it is for translation: neither it nor what it stands in says `translate="no"`.
    is_translated: bool,
    /// What a note says of its bead.
    posterior: Option<f64>,
    segments: Vec<Pair<Option<Piece>>>,
    tags: Pair<Option<String>>,
}

/// Scans a file; an error says where its XML is broken.
pub(crate) fn scan(raw: &str) -> Result<Scan> {
    let mut scanner = Scanner::default();
    let mut reader = Reader::from_str(raw);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader
            .read_event()
            .map_err(|error| malformed(raw, reader.error_position() as usize, error))?;
        let span = Span::new(start, (reader.buffer_position() as usize).max(start));
        match event {
            Event::Start(tag) => {
                scanner.open(&tag, span);
                scanner.stack.push(tag.local_name().as_ref().to_owned());
            }
            Event::Empty(tag) => {
                scanner.open(&tag, span);
                scanner.stack.push(tag.local_name().as_ref().to_owned());
                scanner.close(span);
            }
            Event::End(_) => scanner.close(span),
            Event::Text(text) => scanner.text(&Piece::verbatim(&text, start)),
            Event::CData(text) => {
                scanner.scan.cdata.push(span);
                scanner.text(&Piece::verbatim(&text, start + "<![CDATA[".len()));
            }
            Event::GeneralRef(reference) => {
                let text = resolve(&reference, raw, start)?;
                scanner.text(&Piece::stand_in(&text, span));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if let Some(element) = scanner.stack.last() {
        return Err(cut_off(raw, element));
    }
    match scanner.scan.root.is_empty() {
        true => Err(Error::expected("an <xliff> element", "none")),
        false => Ok(scanner.scan),
    }
}

#[derive(Default)]
struct Scanner {
    scan: Scan,
    /// Local names of the open elements.
    stack: Vec<String>,
    file_tags: Pair<Option<String>>,
    /// Depths of the open elements that say whether to translate what is in them, and the answer.
    translate: Vec<(usize, bool)>,
    /// The side whose text is open, and the depth of its element.
    content: Option<(Side, usize)>,
    /// The depth at which a code begins whose content is no text.
    code: Option<usize>,
    /// The depth of an open note with a posterior.
    posterior: Option<usize>,
    whole: Pair<Option<Piece>>,
    /// Parts of each side that 1.2 marks as segments: their id, their depth, their text.
    parts: Pair<Vec<Part>>,
}

struct Part {
    id: String,
    depth: usize,
    is_open: bool,
    piece: Piece,
}

impl Scanner {
    fn open(&mut self, tag: &BytesStart<'_>, span: Span) {
        let name = tag.local_name();
        let name: &str = name.as_ref();
        let parent = self.stack.last().map_or("", String::as_str);
        let depth = self.stack.len();
        if let Some((side, _)) = self.content {
            self.open_inline(tag, name, side, depth);
            return;
        }
        if let Some(answer) = attribute(tag, &["translate"]) {
            self.translate.push((depth, answer != "no"));
        }
        match (name, parent) {
            ("xliff", "") => {
                let version = attribute(tag, &["version"]).unwrap_or_default();
                self.scan.version =
                    if version.starts_with('1') { Version::One } else { Version::Two };
                self.scan.root = Span::new(span.start, span.end - 1);
                self.scan.tags =
                    Pair::new(attribute(tag, &["srcLang"]), attribute(tag, &["trgLang"]));
                self.file_tags = self.scan.tags.clone();
            }
            ("file", _) if self.scan.version == Version::One => {
                let names = Pair::new("source-language", "target-language");
                self.file_tags = names.map(|name| attribute(tag, &[name]));
                for side in Side::BOTH {
                    let tag = self.file_tags.side(side).clone();
                    let known = self.scan.tags.side_mut(side);
                    *known = known.take().or(tag);
                }
            }
            ("trans-unit" | "unit", _) => {
                let tags = self.file_tags.clone();
                let is_translated = self.translate.last().is_none_or(|(_, answer)| *answer);
                let unit = Unit { span, note_at: span.end, is_translated, tags, ..Unit::default() };
                self.scan.units.push(unit);
                self.whole = Pair::default();
                self.parts = Pair::default();
            }
            ("originalData" | "segment" | "ignorable", "unit") => {
                if let Some(unit) =
                    self.scan.units.last_mut().filter(|unit| unit.segments.is_empty())
                    && unit.note_at == unit.span.end
                {
                    unit.note_at = span.start;
                }
                self.whole = Pair::default();
            }
            ("note", "notes") if attribute(tag, &["category"]).as_deref() == Some(POSTERIOR) => {
                self.posterior = Some(depth);
            }
            ("source", "trans-unit" | "segment") => {
                self.whole.source = Some(Piece::default());
                self.content = Some((Side::Source, depth));
            }
            ("seg-source", "trans-unit") => self.content = Some((Side::Source, depth)),
            ("target", "trans-unit" | "segment") => {
                self.whole.target = Some(Piece::default());
                self.content = Some((Side::Target, depth));
            }
            _ => {}
        }
    }

    fn open_inline(&mut self, tag: &BytesStart<'_>, name: &str, side: Side, depth: usize) {
        match name {
            "g" | "pc" => {}
            "mrk" => {
                if self.code.is_none() && attribute(tag, &["mtype"]).as_deref() == Some("seg") {
                    let id = attribute(tag, &["mid"]).unwrap_or_default();
                    let part = Part { id, depth, is_open: true, piece: Piece::default() };
                    self.parts.side_mut(side).push(part);
                }
            }
            _ => {
                self.code.get_or_insert(depth);
            }
        }
    }

    fn close(&mut self, span: Span) {
        let Some(name) = self.stack.pop() else { return };
        let depth = self.stack.len();
        self.translate.pop_if(|(at, _)| *at == depth);
        for open in [&mut self.code, &mut self.posterior] {
            open.take_if(|at| *at == depth);
        }
        for side in Side::BOTH {
            for part in self.parts.side_mut(side).iter_mut().filter(|part| part.depth == depth) {
                part.is_open = false;
            }
        }
        let version = self.scan.version;
        let Some(unit) = self.scan.units.last_mut() else { return };
        if self.content.is_some_and(|(_, at)| at == depth) {
            self.content = None;
            if version == Version::One {
                unit.note_at = span.end;
            }
            return;
        }
        let parent = self.stack.last().map_or("", String::as_str);
        match name.as_str() {
            "notes" if parent == "unit" && version == Version::Two && !unit.in_notes => {
                unit.note_at = span.start;
                unit.in_notes = true;
            }
            "segment" => unit.segments.push(std::mem::take(&mut self.whole)),
            "unit" => unit.span.end = span.end,
            "trans-unit" => {
                unit.span.end = span.end;
                let parts = std::mem::take(&mut self.parts);
                let whole = std::mem::take(&mut self.whole);
                unit.segments = joined(parts).unwrap_or_else(|| vec![whole]);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &Piece) {
        if self.posterior.is_some()
            && let Some(unit) = self.scan.units.last_mut()
        {
            unit.posterior = probability(text.text());
        }
        let Some((side, depth)) = self.content else { return };
        if self.code.is_some() {
            return;
        }
        let in_seg_source = self.stack.get(depth).is_some_and(|name| name == "seg-source");
        if !in_seg_source && let Some(piece) = self.whole.side_mut(side) {
            piece.append(text);
        }
        for part in self.parts.side_mut(side).iter_mut().filter(|part| part.is_open) {
            part.piece.append(text);
        }
    }
}

/// The segments of a unit that both sides cut, matched by id; `None` where a side is not cut.
fn joined(parts: Pair<Vec<Part>>) -> Option<Vec<Pair<Option<Piece>>>> {
    if parts.source.is_empty() || parts.target.is_empty() {
        return None;
    }
    let mut targets = parts.target;
    let mut segments: Vec<_> = parts
        .source
        .into_iter()
        .map(|source| {
            let at = targets.iter().position(|target| target.id == source.id);
            Pair::new(Some(source.piece), at.map(|at| targets.remove(at).piece))
        })
        .collect();
    segments.extend(targets.into_iter().map(|target| Pair::new(None, Some(target.piece))));
    Some(segments)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file source-language="he-IL" target-language="nb-NO" original="a" datatype="plaintext"><body>
  <trans-unit id="1"><source>שלום <g id="1">עולם</g><ph id="2">&lt;br/&gt;</ph></source>
   <target>Hei, <g id="1">verden</g> &amp; alle</target>
   <note>hilsen</note>
   <alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>
  <trans-unit id="2"><source>א. ב.</source>
   <seg-source><mrk mtype="seg" mid="1">א.</mrk> <mrk mtype="seg" mid="2">ב.</mrk></seg-source>
   <target><mrk mtype="seg" mid="2">B.</mrk> <mrk mtype="seg" mid="1">A.</mrk></target></trans-unit>
  <trans-unit id="3"><source>ג</source></trans-unit>
 </body></file>
</xliff>
"#;

    const TWO: &str = r#"<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="he" trgLang="nb">
 <file id="f"><unit id="1"><notes><note>n</note></notes>
  <originalData><data id="d1">&lt;b></data></originalData>
  <segment><source>א <pc id="1" dataRefStart="d1">ב</pc></source><target>A <mrk id="m" type="term">B</mrk></target></segment>
  <ignorable><source> </source></ignorable>
  <segment><source>ג<ph id="2"/></source><target><![CDATA[C < D]]></target></segment>
 </unit></file>
</xliff>
"#;

    fn beads(raw: &str) -> Vec<(String, String)> {
        let bitext = read(raw, languages(raw).unwrap()).unwrap();
        let beads = bitext.alignment.beads().iter();
        beads
            .map(|bead| (bitext.text(bead, Side::Source), bitext.text(bead, Side::Target)))
            .collect()
    }

    #[track_caller]
    fn assert_beads(raw: &str, expected: &[(&str, &str)]) {
        let found = beads(raw);
        let found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_the_first_family() {
        assert_beads(
            ONE,
            &[("שלום עולם", "Hei, verden & alle"), ("א.", "A."), ("ב.", "B."), ("ג", "")],
        );
    }

    #[test]
    fn reads_the_second_family() {
        assert_beads(TWO, &[("א ב", "A B"), ("ג", "C < D")]);
    }

    #[test]
    fn what_is_not_for_translation_is_passed_over() {
        let one = ONE.replace(r#"<trans-unit id="3">"#, r#"<trans-unit id="3" translate="no">"#);
        assert_beads(&one, &[("שלום עולם", "Hei, verden & alle"), ("א.", "A."), ("ב.", "B.")]);
        let grouped = ONE
            .replace("<body>", r#"<body><group translate="no">"#)
            .replace("</body>", "</group></body>")
            .replace(r#"<trans-unit id="3">"#, r#"<trans-unit id="3" translate="yes">"#);
        assert_beads(&grouped, &[("ג", "")]);
        let two = TWO.replace(
            r#"<file id="f">"#,
            r#"<file id="f"><unit id="0" translate="no"><segment><source>ד</source></segment></unit>"#,
        );
        assert_beads(&two, &[("א ב", "A B"), ("ג", "C < D")]);
        let file = TWO.replace(r#"<file id="f">"#, r#"<file id="f" translate="no">"#);
        assert_beads(&file, &[]);
        let word = TWO.replace(r#"type="term""#, r#"type="term" translate="no""#);
        assert_beads(&word, &[("א ב", "A B"), ("ג", "C < D")]);
    }

    #[test]
    fn places_are_those_of_the_file() {
        let bitext = read(ONE, languages(ONE).unwrap()).unwrap();
        let target = &bitext.renderings.target.document;
        for word in ["Hei,", "verden", "alle", "B."] {
            let start = target.text.find(word).unwrap();
            let raw = target.origin.offsets.raw_span(Span::new(start, start + word.len()));
            assert_eq!(raw.of(ONE), word);
        }
    }

    #[test]
    fn a_round_trip_keeps_every_bead() {
        for raw in [ONE, TWO] {
            let bitext = read(raw, languages(raw).unwrap()).unwrap();
            let mut out = Vec::new();
            write(&bitext, &mut out).unwrap();
            assert_eq!(beads(std::str::from_utf8(&out).unwrap()), beads(raw));
        }
    }

    #[test]
    fn broken_files_are_told_with_their_place() {
        let complaint = |raw: &str| scan(raw).unwrap_err().to_string();
        let cut = &ONE[..ONE.find("</target>").unwrap()];
        assert!(complaint(cut).starts_with("line 5, column "), "{}", complaint(cut));
        assert!(complaint(cut).contains("the end of the file inside <target>"));
        let crossed = TWO.replace("</pc>", "</g>");
        assert!(complaint(&crossed).starts_with("line 4, column "), "{}", complaint(&crossed));
        let entity = TWO.replace("&lt;", "&bogus;");
        assert!(complaint(&entity).contains("&bogus;"));
        assert_eq!(complaint("<tmx/>"), "expected an <xliff> element, found none");
    }
}
