use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "white-space",
    severity: Severity::Minor,
    mqm: "linguistic conventions/white space",
    its: "whitespace",
    explanation: Explanation {
        finds: "Two spaces in running text, a space before a comma or full stop, none behind a sentence.",
        matters: "It looks careless, and software cuts sentences and words in the wrong place.",
        example: [("en", "Drink water. Rest."), ("nb", "Drikk vann.Hvil .")],
        ignores: "French spaces before high punctuation, addresses and file names, tables, ellipses, spaces at the edges of a line.",
    },
    scope: Scope::Bead(|view| Side::BOTH.into_iter().filter_map(|side| find(view, side)).collect()),
};

/// One finding a side: whoever mends the first place sees the others.
fn find(view: &BeadView<'_>, side: Side) -> Option<Finding> {
    let bead = view.span(side)?;
    let text = bead.of(view.document_text(side));
    let is_french = view.language(side).code == "fr";
    let places = places(text, is_french);
    let (first, fault) = places.first().copied()?;
    let message = match (fault, places.len()) {
        (fault, 1) => format!("{}.", fault.told()),
        (fault, count) => format!("{}, and {} more faults of spacing.", fault.told(), count - 1),
    };
    let meant = fault.mended(first.of(text));
    let spans = places.iter().map(|(span, _)| span.shift(bead.start));
    Some(
        Finding::new(&CHECK, 0.9, message)
            .in_bead(view.index)
            .at_all(side, spans)
            .suggesting(meant),
    )
}

#[derive(Clone, Copy)]
enum Fault {
    Double,
    BeforeMark,
    MissingBehind,
}

impl Fault {
    fn told(self) -> &'static str {
        match self {
            Fault::Double => "Several spaces stand where one belongs",
            Fault::BeforeMark => "A space stands before the punctuation mark",
            Fault::MissingBehind => "A space is missing behind the punctuation mark",
        }
    }

    fn mended(self, text: &str) -> String {
        match self {
            Fault::Double => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Fault::BeforeMark => text.chars().filter(|c| !c.is_whitespace()).collect(),
            Fault::MissingBehind => text
                .chars()
                .flat_map(|c| [Some(c), ".!?,;".contains(c).then_some(' ')])
                .flatten()
                .collect(),
        }
    }
}

fn places(text: &str, is_french: bool) -> Vec<(Span, Fault)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |index: usize| chars.get(index).map_or('\n', |&(_, c)| c);
    let end = |index: usize| chars.get(index).map_or(text.len(), |&(at, _)| at);
    let mut found = Vec::new();
    for (index, &(start, character)) in chars.iter().enumerate() {
        let before = index.checked_sub(1).map_or('\n', at);
        match character {
            ' ' | '\u{a0}' if at(index + 1) == ' ' && before != ' ' && is_prose(before) => {
                let run =
                    chars[index..].iter().take_while(|(_, c)| matches!(c, ' ' | '\u{a0}')).count();
                if is_prose(at(index + run)) && run <= 3 {
                    let from = start - before.len_utf8();
                    found.push((Span::new(from, end(index + run + 1)), Fault::Double));
                }
            }
            ' ' if is_wordy(before) && is_detached(at(index + 1), at(index + 2), is_french) => {
                let from = start - before.len_utf8();
                found.push((Span::new(from, end(index + 2)), Fault::BeforeMark));
            }
            '.' | '!' | '?' | ',' | ';' if is_glued(&chars, index) => {
                let word =
                    chars[..index].iter().rev().take_while(|(_, c)| c.is_alphabetic()).count();
                let next = chars[index + 1..].iter().take_while(|(_, c)| c.is_alphabetic()).count();
                found.push((
                    Span::new(end(index - word), end(index + 1 + next)),
                    Fault::MissingBehind,
                ));
            }
            _ => {}
        }
    }
    found
}

fn is_prose(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '.' | ',' | ';' | '!' | '?' | ')' | '"' | '»')
}

fn is_wordy(character: char) -> bool {
    character.is_alphabetic() || matches!(character, ')' | '"' | '»' | '”')
}

/// Whether a mark and what follows it are punctuation that stands off its word.
fn is_detached(mark: char, next: char, is_french: bool) -> bool {
    let is_mark = matches!(mark, ',' | '.') || !is_french && matches!(mark, ';' | '!' | '?');
    is_mark && next.is_whitespace()
}

/// Whether two sentences or clauses touch at a mark: whole words on both sides, and behind a full
/// stop a capital, so that addresses and abbreviations stay out of it.
fn is_glued(chars: &[(usize, char)], index: usize) -> bool {
    let mark = chars[index].1;
    let word = chars[..index]
        .iter()
        .rev()
        .map(|&(_, c)| c)
        .take_while(|c| c.is_alphanumeric() || *c == '.');
    let word: Vec<char> = word.collect();
    let next: Vec<char> = chars[index + 1..]
        .iter()
        .map(|&(_, c)| c)
        .take_while(|c| c.is_alphanumeric() || *c == '.')
        .collect();
    let letters =
        |word: &[char], least: usize| word.len() >= least && word.iter().all(|c| c.is_alphabetic());
    let is_lower = |word: &[char]| word.iter().all(|c| c.is_lowercase() || !c.is_uppercase());
    // A full stop at the very end of the next word belongs to its sentence.
    let next = next.strip_suffix(&['.']).unwrap_or(&next);
    if !letters(&word, 3) || !letters(next, 2) || !is_lower(&word[..word.len() - 1]) {
        return false;
    }
    let is_caseless = !next[0].is_uppercase() && !next[0].is_lowercase();
    match mark {
        '.' => {
            next[0].is_uppercase()
                && is_lower(&next[1..])
                && next.len() >= 2
                && word[word.len() - 1].is_lowercase()
                || is_caseless && letters(next, 3)
        }
        ',' => true,
        _ => next[0].is_uppercase() || is_caseless,
    }
}
