use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::{Language, Script};
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "stray-mark",
    severity: Severity::Minor,
    mqm: "linguistic conventions/punctuation",
    its: "typographical",
    explanation: Explanation {
        finds: "A mark where none can stand: a full stop or question mark inside a sentence, a sign glued to a word, a quotation mark or apostrophe without a partner, two marks that exclude each other.",
        matters: "It is a slip of the hand, and may hide where a sentence ends.",
        example: [
            ("nb", "Legen kom tilbake før kvelden."),
            ("en", "The doctor? came back before evening."),
        ],
        ignores: "Abbreviations, ellipses, marks that the other side has too, genitives (the doctors' rooms), first parts of compounds (pre- and postnatal), footnote signs.",
    },
    scope: Scope::Bead(|view| {
        if view.bead().is_null() {
            return Vec::new();
        }
        Side::BOTH.into_iter().filter_map(|side| find(view, side)).collect()
    }),
};

/// The first stray mark of a side.
fn find(view: &BeadView<'_>, side: Side) -> Option<Finding> {
    let bead = view.span(side)?;
    let (text, other) = (bead.of(view.document_text(side)), view.text(side.other()));
    let place = stray(text, other, view.language(side)).or_else(|| lone_quote(view, side))?;
    let word = place.of(text);
    Some(
        Finding::new(&CHECK, 0.85, format!("The mark at \"{word}\" seems to be astray."))
            .in_bead(view.index)
            .at(side, place.shift(bead.start))
            .at_all(side.other(), view.span(side.other())),
    )
}

/// A word, what stands glued behind it, and what follows behind a space.
struct Piece<'t> {
    word: &'t str,
    marks: &'t str,
    next: &'t str,
    span: Span,
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let is_part = |c: char| c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c);
    text.split(' ')
        .scan(0, |start, piece| {
            let at = *start;
            *start += piece.len() + 1;
            Some((at, piece))
        })
        .filter_map(move |(at, piece)| {
            let end = piece.rfind(is_part)?;
            let end = end + piece[end..].chars().next()?.len_utf8();
            let begin = piece[..end]
                .rfind(|c: char| !is_part(c))
                .map_or(0, |mark| mark + piece[mark..].chars().next().map_or(1, char::len_utf8));
            let next = text.get(at + piece.len() + 1..).unwrap_or_default();
            Some(Piece {
                word: &piece[begin..end],
                marks: &piece[end..],
                next,
                span: Span::new(at + begin, at + piece.len()),
            })
        })
}

/// Signs that belong to no word of a text.
const SIGNS: &[char] = &['^', '~', '_', '@', '|', '\\', '`'];
/// Marks that end a clause or a sentence.
const CLOSING: &[char] = &['.', ',', ';', ':', '!', '?'];

fn stray(text: &str, other: &str, language: &Language) -> Option<Span> {
    let asks = |c: char| matches!(c, '?' | '!' | '¡' | '¿' | '؟' | '？' | '！' | ';' | '…');
    let pieces = pieces(text).filter(|piece| !piece.marks.is_empty());
    let mut found = pieces.filter(|piece| {
        let Piece { word, marks, next, .. } = *piece;
        let runs_on = next.starts_with(char::is_lowercase);
        let count = |text: &str, mark: char| text.matches(mark).count();
        let is_more = |mark: char| count(text, mark) > count(other, mark);
        let is_word = word.chars().all(char::is_alphabetic) && word.chars().count() > 1;
        match marks {
            _ if marks.contains(SIGNS) => {
                marks.chars().all(|c| SIGNS.contains(&c) || CLOSING.contains(&c))
                    && marks.chars().all(|c| !SIGNS.contains(&c) || !other.contains(c))
            }
            "?" | "!" => runs_on && is_word && !other.contains(asks),
            "." => runs_on && ends_no_abbreviation(word, next, language) && is_more('.'),
            ":" | ";" => runs_on && FOLLOWED.contains(&word) && is_more_of(text, other),
            ",?" | ",!" | ",:" | ",;" | ",." | ";," | ":," | ":;" | "?," => runs_on,
            "'" | ",'" | "’" | ",’" => {
                let is_whole = marks.starts_with(',') || is_no_cut_form(word, language);
                is_whole
                    && !next.is_empty()
                    && !has_opening(&text[..piece.span.start])
                    && !other.contains(['\'', '’', '‘', '‚', '"', '“', '„', '«', '»', '”'])
            }
            "-" | ",-" => {
                is_word
                    && next.starts_with(char::is_alphabetic)
                    && !has_hanging_hyphen(other)
                    && !is_link(next, language)
            }
            _ => false,
        }
    });
    found.next().map(|piece| piece.span)
}

/// Words that another must follow.
const FOLLOWED: &[&str] = &[
    "is", "are", "was", "were", "the", "a", "an", "of", "and", "er", "en", "et", "av", "og", "är",
    "ett", "och", "het", "een", "van", "der", "das", "und", "von", "le", "la", "les", "du", "des",
    "est", "var", "ist", "sind", "waren", "zijn",
];

/// Whether a text has more colons and semicolons than another has marks of any such kind.
fn is_more_of(text: &str, other: &str) -> bool {
    let count = |text: &str| text.matches([':', ';', '–', '—', '：', '；']).count();
    count(text) > count(other)
}

/// Whether a full stop behind a word ends a sentence, for all that is known.
fn ends_no_abbreviation(word: &str, next: &str, language: &Language) -> bool {
    const FEWEST: usize = 6;
    const FEWEST_BEFORE_FUNCTION: usize = 4;
    let lower = word.to_lowercase();
    let sentence = &language.sentence;
    let lists = [sentence.abbreviations, sentence.numbered, sentence.closing, sentence.ambiguous];
    let is_listed = lists.iter().any(|list| list.contains(&lower.as_str()));
    let next = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let fewest = if is_function(next, language) { FEWEST_BEFORE_FUNCTION } else { FEWEST };
    let is_whole = word.chars().count() >= fewest || is_function(word, language);
    !is_listed && is_whole && word.chars().all(char::is_lowercase)
}

/// Whether a word is among the most frequent of its language.
fn is_function(word: &str, language: &Language) -> bool {
    language.profile.contains(&word)
}

/// Whether a word may not end in an apostrophe: no genitive, no word cut short, no letter with a sign
/// of its script.
fn is_no_cut_form(word: &str, language: &Language) -> bool {
    if language.script != Script::Latin || !word.chars().all(char::is_alphabetic) {
        return false;
    }
    let is_genitive = word.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']);
    let is_cut = word.chars().count() < 3 || word.ends_with("in");
    is_function(word, language) || !is_genitive && !is_cut
}

/// Whether a single quotation mark opens in a text.
fn has_opening(text: &str) -> bool {
    let mut last = ' ';
    text.chars().any(|mark| {
        let is_opening =
            matches!(mark, '‘' | '‚' | '‹' | '\'' | '’' | '`') && !last.is_alphanumeric();
        last = mark;
        is_opening
    })
}

/// Whether a hyphen stands behind a word and before a space.
fn has_hanging_hyphen(text: &str) -> bool {
    text.match_indices("- ").any(|(at, _)| text[..at].ends_with(char::is_alphanumeric))
}

/// Words that join the first part of a compound to another.
fn is_link(next: &str, language: &Language) -> bool {
    const LINKS: &[&str] = &[
        "and", "or", "to", "nor", "og", "eller", "och", "samt", "en", "of", "und", "oder", "bis",
        "sowie", "et", "ou", "til", "till", "tot", "als", "wie", "som", "ja", "tai", "y", "o", "e",
        "bzw", "resp", "enn", "than", "versus", "vs", "as", "und/oder", "og/eller", "and/or",
    ];
    let first = next.split(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default();
    LINKS.contains(&first) || language.code == "he"
}

/// A straight quotation mark behind a word, the only one around on either side.
fn lone_quote(view: &BeadView<'_>, side: Side) -> Option<Span> {
    const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '״', '″'];
    let text = view.text(side);
    let at = text.find('"').filter(|_| view.language(side).code != "he")?;
    let is_alone = text.matches(MARKS).count() == 1
        && !view.text(side.other()).contains(MARKS)
        && view.neighbours().all(|bead| {
            Side::BOTH.into_iter().all(|side| !bead.text(side).contains(['“', '”', '«', '»', '„']))
                && !bead.text(side).contains('"')
        });
    let before = text[..at]
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |mark| mark + text[mark..].chars().next().map_or(1, char::len_utf8));
    let is_glued = before < at && text[at + 1..].starts_with(' ');
    (is_alone && is_glued).then(|| Span::new(before, at + 1))
}
