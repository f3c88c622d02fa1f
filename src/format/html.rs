//! HTML: the text of a page that a reader sees, read from the tokens of the WHATWG standard.
//!
//! Of a page that marks its article, with one `main` or else one `article` that holds all of its
//! first headings, that alone is read; of another page, all but what is not shown (scripts, forms,
//! `hidden`) and `nav`. Raised and lowered figures are kept apart from what they stand by: 10⁶, MgCl₂.
//! A tree is not built, so that what a style sheet hides or moves is read where it stands.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::page::Page;
use super::raised::Raised;
use crate::document::BlockKind;
use crate::span::Span;

/// Elements whose content is not the text of the article.
const SKIPPED: &[&str] = &[
    "audio", "button", "canvas", "datalist", "head", "iframe", "nav", "noscript", "object", "rp",
    "rt", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hgroup", "hr", "html", "legend", "main", "menu", "ol", "p", "pre", "search",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
];

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements that tell what the text in them is, or that begin a new such context.
const NESTED: &[&str] =
    &["dir", "h1", "h2", "h3", "h4", "h5", "h6", "li", "menu", "ol", "table", "td", "th", "ul"];

/// No page nests deeper; what does is read as if it did not.
const DEEPEST: usize = 200;

/// Whether a text begins as a page does.
pub(super) fn is_page(raw: &str) -> bool {
    let text = raw.trim_start_matches('\u{feff}').trim_start();
    let opens =
        |with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    opens("<!doctype html") || opens("<html")
}

/// The text of a page, and the language tag that it declares.
pub(super) fn read(raw: &str) -> (Page, Option<String>) {
    let mut reader = HtmlReader::default();
    reader.feed(raw, article(raw).unwrap_or(Span::new(0, raw.len())));
    (reader.finish(), declared_language(raw))
}

/// Reads tokens into a page; what is open stays so from one part of the text to the next.
#[derive(Debug, Default)]
pub(super) struct HtmlReader {
    page: Page,
    /// The element that is passed over and how many of its name are open.
    skipped: Option<(String, usize)>,
    nested: Vec<String>,
    raised: Option<Raised>,
    /// Whether a line end ends the line, as in `pre`.
    pub(super) keeps_lines: bool,
}

impl HtmlReader {
    /// Reads a part of `raw`.
    pub(super) fn feed(&mut self, raw: &str, part: Span) {
        for token in tokens(part.of(raw)) {
            match token {
                Token::StartTag(tag) => {
                    let place = Span::new(tag.span.start, tag.span.end).shift(part.start);
                    self.start(&tag, place);
                }
                Token::EndTag(tag) => self.end(&name(&tag.name)),
                Token::String(text) => {
                    let place = Span::new(text.span.start, text.span.end).shift(part.start);
                    self.text(raw, place);
                }
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    /// The page of what was read.
    pub(super) fn finish(mut self) -> Page {
        self.end_raised();
        self.page
    }

    fn start(&mut self, tag: &StartTag<usize>, place: Span) {
        let name = &*name(&tag.name);
        if let Some((skipped, depth)) = &mut self.skipped {
            if name == skipped && !tag.self_closing {
                *depth += 1;
            } else if skipped == "head" && name == "body" {
                self.skipped = None;
            }
            return;
        }
        if SKIPPED.contains(&name) || is_hidden(tag) && !VOID.contains(&name) {
            if !tag.self_closing {
                self.skipped = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "br" => self.break_line(place),
            "sup" | "sub" => {
                self.end_raised();
                self.raised = Some(Raised::new(name == "sup"));
            }
            "pre" => self.keeps_lines = true,
            _ => {}
        }
        self.nest(name);
        if BLOCKS.contains(&name) || NESTED.contains(&name) {
            self.open();
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if name == skipped {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        match name {
            "sup" | "sub" => self.end_raised(),
            "pre" => self.keeps_lines = false,
            _ => {}
        }
        if let Some(at) = self.nested.iter().rposition(|open| open == name) {
            self.nested.truncate(at);
        }
        if BLOCKS.contains(&name) || NESTED.contains(&name) {
            self.open();
        }
    }

    /// Ends what HTML lets stand without an end tag, and notes what is open.
    fn nest(&mut self, name: &str) {
        let (ended, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["dir", "menu", "ol", "ul"]),
            "td" | "th" | "tr" => (&["td", "th"], &["table"]),
            _ => (&[], &[]),
        };
        let is_within = |open: &String| within.contains(&open.as_str());
        let since = self.nested.iter().rposition(is_within).map_or(0, |at| at + 1);
        let is_ended = |open: &String| ended.contains(&open.as_str());
        if let Some(at) = self.nested[since..].iter().position(is_ended) {
            self.nested.truncate(since + at);
        }
        if NESTED.contains(&name) && self.nested.len() < DEEPEST {
            self.nested.push(name.to_owned());
        }
    }

    /// Opens a block of the kind that the innermost element tells.
    fn open(&mut self) {
        let lists = self.nested.iter().filter(|open| *open == "li").count();
        let told = self.nested.iter().rev().find_map(|open| match open.as_str() {
            "li" => Some((BlockKind::ListItem, lists as u8)),
            "td" | "th" => Some((BlockKind::TableCell, 0)),
            "h1" => Some((BlockKind::Title, 0)),
            "h2" => Some((BlockKind::Heading, 0)),
            "h3" => Some((BlockKind::Heading, 1)),
            "h4" => Some((BlockKind::Heading, 2)),
            "h5" | "h6" => Some((BlockKind::Heading, 3)),
            _ => None,
        });
        let (kind, depth) = told.unwrap_or((BlockKind::Paragraph, 0));
        self.open_as(kind, depth);
    }

    /// Opens a block of a kind that another markup tells.
    pub(super) fn open_as(&mut self, kind: BlockKind, depth: u8) {
        self.end_raised();
        self.page.open(kind, depth);
    }

    /// Ends the line.
    pub(super) fn break_line(&mut self, place: Span) {
        self.end_raised();
        self.page.break_line(place);
    }

    /// Text in which references stand.
    fn text(&mut self, raw: &str, place: Span) {
        let mut at = place.start;
        for (start, _) in place.of(raw).match_indices('&') {
            let start = place.start + start;
            if start < at {
                continue;
            }
            if let Some((text, end)) = reference(raw, Span::new(start, place.end)) {
                self.verbatim(raw, Span::new(at, start));
                self.stand_in(&text, Span::new(start, end));
                at = end;
            }
        }
        self.verbatim(raw, Span::new(at, place.end));
    }

    /// Text that is shown as it stands.
    pub(super) fn verbatim(&mut self, raw: &str, place: Span) {
        if self.skipped.is_some() {
            return;
        }
        if let Some(raised) = &mut self.raised {
            for (at, letter) in place.of(raw).char_indices() {
                let at = place.start + at;
                raised.push(letter.to_string(), Span::new(at, at + letter.len_utf8()));
            }
            return;
        }
        if !self.keeps_lines {
            return self.page.verbatim(raw, place);
        }
        let mut at = place.start;
        for line in place.of(raw).split_inclusive('\n') {
            self.page.verbatim(raw, Span::new(at, at + line.len()));
            at += line.len();
            if line.ends_with('\n') {
                self.page.break_line(Span::new(at, at));
            }
        }
    }

    /// Text that is shown for what stands at `place`.
    pub(super) fn stand_in(&mut self, text: &str, place: Span) {
        match &mut self.raised {
            _ if self.skipped.is_some() => {}
            Some(raised) => raised.push(text.to_owned(), place),
            None => self.page.stand_in(text, place),
        }
    }

    fn end_raised(&mut self) {
        if let Some(raised) = self.raised.take() {
            raised.put(&mut self.page);
        }
    }
}

fn tokens(text: &str) -> impl Iterator<Item = Token<usize>> + '_ {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).map(|token| match token {
        Ok(token) => token,
        Err(never) => match never {},
    })
}

fn name(name: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(name)
}

fn attribute(tag: &StartTag<usize>, key: &str) -> Option<String> {
    Some(name(tag.attributes.get(key.as_bytes())?).into_owned())
}

fn is_hidden(tag: &StartTag<usize>) -> bool {
    let is_unstyled = || {
        let style = attribute(tag, "style")?.replace(char::is_whitespace, "");
        Some(style.to_ascii_lowercase().contains("display:none"))
    };
    tag.attributes.contains_key("hidden".as_bytes()) || is_unstyled().unwrap_or(false)
}

/// What the reference at the beginning of the span stands for, and where it ends.
fn reference(raw: &str, span: Span) -> Option<(String, usize)> {
    let name = span.of(raw).bytes().skip(1).take(40);
    let length = name.take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    let mut end = span.start + 1 + length;
    if end < span.end && raw.as_bytes()[end] == b';' {
        end += 1;
    }
    let written = &raw[span.start..end];
    let text = htmlize::unescape(written);
    (text != written).then(|| (text.into_owned(), end))
}

/// The language tag of the page: of the element that is nearest to the text.
fn declared_language(raw: &str) -> Option<String> {
    let mut declared = None;
    for token in tokens(raw) {
        let Token::StartTag(tag) = token else { continue };
        match &*name(&tag.name) {
            "html" | "body" | "main" | "article" => {
                declared =
                    attribute(&tag, "lang").or_else(|| attribute(&tag, "xml:lang")).or(declared);
            }
            "p" | "h1" | "h2" => break,
            _ => {}
        }
    }
    declared.filter(|tag| !tag.trim().is_empty())
}

/// The part of a page that it marks as its article.
fn article(raw: &str) -> Option<Span> {
    let mut titles = Vec::new();
    let mut marked: [Vec<Span>; 2] = Default::default();
    let mark = |name: &[u8]| [&b"main"[..], b"article"].iter().position(|mark| *mark == name);
    for token in tokens(raw) {
        match token {
            Token::StartTag(tag) => match mark(&tag.name) {
                Some(mark) => marked[mark].push(Span::new(tag.span.end, raw.len())),
                None if tag.name.as_slice() == b"h1" => titles.push(tag.span.start),
                None => {}
            },
            Token::EndTag(tag) => {
                let last = mark(&tag.name).and_then(|mark| marked[mark].last_mut());
                if let Some(last) = last.filter(|last| last.end == raw.len()) {
                    last.end = tag.span.start;
                }
            }
            _ => {}
        }
    }
    let one = marked.iter().find(|spans| spans.len() == 1)?[0];
    titles.iter().all(|&at| one.range().contains(&at)).then_some(one)
}
