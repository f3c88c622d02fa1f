use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::words::words;
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "lost-word",
    severity: Severity::Major,
    mqm: "accuracy/omission",
    its: "omission",
    explanation: Explanation {
        finds: "A place where a word fell out: marks with nothing between them, a genitive ending that stands alone, an English article or preposition before a mark or a verb.",
        matters: "What fell out is mostly a name or a figure, put in by hand or by a program.",
        example: [("nb", "Hun reiste fra Narvik til Bodø."), ("en", "She travelled from to Bodø.")],
        ignores: "Prepositions that end a question or a relative clause, verbs with a particle, ellipses, lists, letters that are names.",
    },
    scope: Scope::Bead(|view| Side::BOTH.into_iter().filter_map(|side| find(view, side)).collect()),
};

fn find(view: &BeadView<'_>, side: Side) -> Option<Finding> {
    let bead = view.span(side)?;
    let text = bead.of(view.document_text(side));
    let hole = bare_marks(text)
        .or_else(|| (view.language(side).code == "en").then(|| english(text)).flatten())?;
    let message = format!("A word seems to be lost at \"{}\".", hole.of(text));
    let other = side.other();
    Some(
        Finding::new(&CHECK, 0.8, message)
            .in_bead(view.index)
            .at(side, hole.shift(bead.start))
            .at_all(other, view.span(other)),
    )
}

/// A comma at the very beginning, two commas, a comma before a full stop.
fn bare_marks(text: &str) -> Option<Span> {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with([',', ';']) && text[start..].len() > 1 {
        return Some(Span::new(start, start + 1));
    }
    let mut last: Option<(usize, char)> = None;
    for (at, mark) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        if let Some((before, ',' | '(')) = last
            && matches!(mark, ',' | ';')
        {
            return Some(Span::new(before, at + mark.len_utf8()));
        }
        last = Some((at, mark));
    }
    None
}

const ARTICLES: &[&str] = &["the", "an"];
/// Prepositions that a noun follows, unless their own noun stands before them in the sentence.
const PREPOSITIONS: &[&str] = &["of", "between", "from", "into", "near", "with", "by", "to"];
/// Words that begin another phrase, so that no noun can follow.
const FINITE: &[&str] = &["is", "are", "was", "were", "has", "have", "had", "will", "would"];
const LINKS: &[&str] = &["in", "at", "of", "and", "or", "from", "by", "with", "during"];
const OPENERS: &[&str] = &["although", "because", "unless", "whether", "if"];
/// Words that let a preposition stand without its noun.
const ASKING: &[&str] = &[
    "what", "which", "who", "whom", "whose", "that", "where", "when", "how", "why", "whatever",
    "wherever", "whoever",
];

/// The first place of an English text where grammar wants a word.
fn english(text: &str) -> Option<Span> {
    let words: Vec<(usize, &str)> = words(text).collect();
    // In a title every word has a capital, and in a heading words are left out.
    let mut asked = false;
    for (index, &(at, word)) in words.iter().enumerate() {
        let end = at + word.len();
        let next = words.get(index + 1);
        let gap = &text[end..next.map_or(text.len(), |(at, _)| *at)];
        let before = index.checked_sub(1).map_or("", |previous| words[previous].1);
        if word.eq_ignore_ascii_case("s")
            && text[..at].trim_end_matches(['\'', '’']).ends_with(' ')
            && text[..at].ends_with(['\'', '’'])
            && gap.starts_with(' ')
        {
            return Some(Span::new(at - 1, end));
        }
        asked |= ASKING.iter().any(|asking| word.eq_ignore_ascii_case(asking));
        let hole = Span::new(
            at,
            next.filter(|_| gap.trim().is_empty())
                .map_or(end + gap.trim_end().len().min(gap.len()), |(at, next)| at + next.len()),
        );
        let mark = gap.trim_start().chars().next();
        let is_before_mark = matches!(mark, Some(',' | '.' | ';' | ')'))
            && !gap.contains("..")
            && !gap.contains('…');
        let follows = |list: &[&str]| gap == " " && next.is_some_and(|(_, w)| list.contains(w));
        let lower = word.to_lowercase();
        let is_sentence_end = matches!(mark, Some('.' | '!' | '?'));
        let is_article = ARTICLES.contains(&lower.as_str());
        if is_article && word != "AN" && (is_before_mark || follows(FINITE) || follows(LINKS)) {
            return Some(hole);
        }
        if OPENERS.contains(&lower.as_str()) && follows(FINITE) {
            return Some(hole);
        }
        if lower == "and" && word == "and" && mark == Some('.') && gap.ends_with([' ', '.']) {
            return Some(hole);
        }
        let is_preposition = PREPOSITIONS.contains(&word) && !asked;
        if is_preposition {
            let is_lone = matches!(word, "of" | "between" | "from" | "into");
            // "right to have" is whole.
            let is_verb = follows(FINITE) && !(word == "to" && next.is_some_and(|n| n.1 == "have"));
            let is_pair = gap == " "
                && matches!((word, next.map_or("", |n| n.1)), ("from", "to") | ("between", "and"));
            let is_open = is_lone && is_before_mark || ends_phrase(word, next, gap);
            if is_verb || is_pair || is_open && !takes_particle(before) {
                return Some(hole);
            }
        }
        if is_sentence_end {
            asked = false;
        }
    }
    None
}

/// Whether a second preposition or a conjunction cannot follow the first.
fn ends_phrase(word: &str, next: Option<&(usize, &str)>, gap: &str) -> bool {
    let next = next.map_or("", |(_, next)| *next);
    gap == " "
        && match word {
            "of" => matches!(next, "in" | "at" | "by" | "from" | "with" | "and" | "or" | "to"),
            "from" => matches!(next, "to" | "by" | "with" | "and"),
            "between" => matches!(next, "and" | "in" | "at" | "by"),
            "with" | "into" | "near" => matches!(next, "in" | "of" | "and" | "by" | "at" | "from"),
            "by" => matches!(next, "and" | "of" | "from"),
            "to" => matches!(next, "in" | "of" | "and" | "by" | "with" | "from" | "after"),
            _ => false,
        }
}

/// Whether a word makes a verb with the preposition behind it, or a phrase that may end so.
fn takes_particle(before: &str) -> bool {
    const ENDINGS: &[&str] = &["ed", "en", "ing"];
    const WORDS: &[&str] = &[
        "", "made", "thought", "heard", "care", "rid", "kind", "sort", "proud", "aware", "full",
        "come", "came", "comes", "go", "went", "dealt", "deal", "by", "from", "to", "up", "out",
        "off", "on", "in", "of", "and", "or", "back", "stand", "stands", "stood", "near", "next",
        "close", "passer", "go", "drop", "live", "speak", "hear", "think", "dream", "dispose",
        "put", "begin", "learn", "read", "want", "wants", "have", "has", "had", "used", "able",
        "supposed", "not", "how", "like", "try", "need", "needs", "ought", "going",
    ];
    WORDS.contains(&before.to_lowercase().as_str())
        || ENDINGS.iter().any(|ending| before.ends_with(ending))
}
