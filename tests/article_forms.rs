//! Reads the articles of `tests/format/<form>/`: pages, Markdown, unpacked Word documents.
//!
//! Beside each stands what is to be read: a block a line, its kind, its depth and its text. Run with
//! `UPDATE=1` to write these anew, then read the difference.

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use targum::document::{Block, BlockKind, Document, Locator};
use targum::format::{Form, Layout, read};
use targum::lang::Language;
use targum::segment::segment;
use targum::span::Span;
use zip::write::{SimpleFileOptions, ZipWriter};

fn folder(form: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/format").join(form)
}

fn article(bytes: Vec<u8>, form: Form) -> Document {
    read(bytes, form, Layout::Article, None, "--lang").unwrap().document
}

fn listed(document: &Document) -> String {
    let line = |block: &Block| {
        let text = block.span.of(&document.text);
        format!("{}\t{}\t{text}\n", block.kind.name(), block.depth)
    };
    let blocks = document.blocks.iter().map(line).collect::<String>();
    format!("{}\n{blocks}", document.language.code)
}

#[track_caller]
fn is_as_expected(document: &Document, expected: &Path) {
    let found = listed(document);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(expected, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(expected).unwrap(), "{}", expected.display());
}

#[test]
fn pages_are_read() {
    for name in ["clinic", "leaflet"] {
        let path = folder("html").join(name);
        let document = article(std::fs::read(path.with_extension("html")).unwrap(), Form::Html);
        is_as_expected(&document, &path.with_extension("blocks"));
    }
}

#[test]
fn markdown_is_read() {
    let path = folder("markdown").join("sleep");
    let document = article(std::fs::read(path.with_extension("md")).unwrap(), Form::Markdown);
    is_as_expected(&document, &path.with_extension("blocks"));
}

#[test]
fn word_documents_are_read() {
    let path = folder("docx").join("review");
    let document = article(packed(&path), Form::Word);
    is_as_expected(&document, &path.with_extension("blocks"));
}

/// A Word document of the parts in a folder.
fn packed(folder: &Path) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in ["document.xml", "styles.xml", "footnotes.xml"] {
        archive.start_file(format!("word/{part}"), SimpleFileOptions::default()).unwrap();
        archive.write_all(&std::fs::read(folder.join(part)).unwrap()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn places_are_those_of_the_file() {
    let bytes = std::fs::read(folder("html").join("clinic.html")).unwrap();
    let document = article(bytes, Form::Html);
    for (part, expected) in [
        ("MgCl₂ 500", "MgCl<sub>2</sub> 500"),
        ("støtt", "st&oslash;tt"),
        ("prove,", "pro&shy;ve,"),
        ("per prove", "per\n pro&shy;ve"),
        ("Ca²⁺", "Ca<sup>2+"),
    ] {
        let start = document.text.find(part).unwrap();
        let raw = document.origin.offsets.raw_span(Span::new(start, start + part.len()));
        assert_eq!(raw.of(document.raw()), expected);
    }
}

/// One article, in whatever form it comes, has the same segments.
#[test]
fn every_form_has_the_same_segments() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/magnesium");
    for code in ["he", "nb"] {
        let text = std::fs::read_to_string(corpus.join(code).with_extension("txt")).unwrap();
        let plain = article(text.into_bytes(), Form::Plain);
        let expected = segments(&plain);
        assert!(expected.len() > 50);
        let html: String = plain.blocks.iter().map(|block| in_html(&plain, block)).collect();
        assert_eq!(segments(&article(html.into_bytes(), Form::Html)), expected);
        let markdown: String =
            plain.blocks.iter().map(|block| in_markdown(&plain, block)).collect();
        assert_eq!(segments(&article(markdown.into_bytes(), Form::Markdown)), expected);
    }
}

fn segments(document: &Document) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    segment(document).iter().map(|segment| words(segment.span.of(&document.text))).collect()
}

fn in_html(document: &Document, block: &Block) -> String {
    let text = block.span.of(&document.text).replace('&', "&amp;").replace('<', "&lt;");
    let element = if block.kind == BlockKind::ListItem { "li" } else { "p" };
    format!("<{element}>{text}</{element}>\n")
}

fn in_markdown(document: &Document, block: &Block) -> String {
    let mark = if block.kind == BlockKind::ListItem { "- " } else { "" };
    let mut markdown = mark.to_owned();
    for letter in block.span.of(&document.text).replace('\n', " ").chars() {
        if letter.is_ascii_punctuation() {
            markdown.push('\\');
        }
        markdown.push(letter);
    }
    markdown + "\n\n"
}

#[test]
fn what_is_no_article_is_told() {
    let complaint = |bytes: &[u8], form| {
        read(bytes.to_vec(), form, Layout::Article, None, "--lang").unwrap_err().to_string()
    };
    assert!(complaint(b"<p></p><script>a</script>", Form::Html).contains("markup without text"));
    assert!(complaint(b"![a](b)", Form::Markdown).contains("markup without text"));
    assert!(complaint(b"no archive", Form::Word).contains("a Word document (.docx)"));
    assert!(complaint(b"\xD0\xCF\x11\xE0\xA1", Form::Word).contains("old or a locked Word file"));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"<w:document><w:p><w:t>a</w:t>").unwrap();
    let cut = archive.finish().unwrap().into_inner();
    assert!(
        complaint(&cut, Form::Word).contains("word/document.xml:1:"),
        "{}",
        complaint(&cut, Form::Word)
    );
    let empty = ZipWriter::new(Cursor::new(Vec::new())).finish().unwrap().into_inner();
    assert!(complaint(&empty, Form::Word).contains("an archive without word/document.xml"));
}

fn is_sound(document: &Document) {
    let locator = Locator::new(document);
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end);
        assert!(Span::new(end, block.span.start).of(&document.text).trim().is_empty());
        end = block.span.end;
        let raw = document.origin.offsets.raw_span(block.span);
        assert!(document.raw().get(raw.range()).is_some(), "{raw:?}");
        let scalars = locator.scalars(block.span);
        assert!(scalars.start <= scalars.end);
    }
    assert!(document.text[end..].trim().is_empty());
}

proptest! {
    #[test]
    fn any_markup_is_read(pieces in prop::collection::vec(prop::sample::select(vec![
        "<p>", "</p>", "<sup>", "</sup>", "<sub>", "<li>", "</ul>", "<ul>", "<td>", "<table>", "<pre>", "</pre>",
        "<main>", "</main>", "<h1>", "<br>", "<nav>", "</nav>", "<script>", "</script>", "<!--", "-->", "<", "&", "&amp;",
        "&eacute;", "&#x5d0;", "&shy;", "\u{ad}", "é", "א", "😀", "1", "+", " ", "\n", "\r\n", "\u{a0}", "#", "*", "`", "[^1]",
        "[^1]: ", "- ", "1. ", "|", "---", "![", "](", ")", "\\", "    ", "title: \"",
    ]), 0..40)) {
        let language = Language::from_tag("nb").ok();
        for form in [Form::Html, Form::Markdown] {
            let bytes = pieces.concat().into_bytes();
            if let Ok(opened) = read(bytes, form, Layout::Article, language, "--lang") {
                is_sound(&opened.document);
            }
        }
    }
}
