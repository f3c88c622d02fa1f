use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::words::{fold, words};
use crate::lang::{Language, Script};
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "duplicated-word",
    severity: Severity::Minor,
    mqm: "linguistic conventions/duplication",
    its: "duplication",
    explanation: Explanation {
        finds: "A word that stands twice in a row by mistake.",
        matters: "A doubled word is the commonest slip of editing, and readers see it at once.",
        example: [("en", "Take the tablet with water."), ("nb", "Ta tabletten med med vann.")],
        ignores: "Words that a language doubles by rule (\"had had\", \"vous vous\", \"לאט לאט\"), names, and doublings that both sides have.",
    },
    scope: Scope::AnyBead(|view| {
        let doubled = Side::BOTH.map(|side| doubled(view, side));
        if doubled.iter().all(|spans| !spans.is_empty()) {
            return Vec::new();
        }
        Side::BOTH
            .into_iter()
            .zip(doubled)
            .flat_map(|(side, spans)| spans.into_iter().map(move |span| (side, span)))
            .map(|(side, span)| finding(view, side, span))
            .collect()
    }),
};

fn finding(view: &BeadView<'_>, side: Side, span: Span) -> Finding {
    let text = span.of(view.document_text(side));
    let word = text.split_whitespace().next().unwrap_or_default();
    let times = match text.split_whitespace().count() {
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    };
    Finding::new(&CHECK, 0.9, format!("\"{word}\" stands {times} in a row."))
        .in_bead(view.index)
        .at(side, span)
        .suggesting(word)
}

/// Runs of one word.
fn doubled(view: &BeadView<'_>, side: Side) -> Vec<Span> {
    let Some(bead) = view.span(side) else { return Vec::new() };
    let text = bead.of(view.document_text(side));
    let language = view.language(side);
    let mut runs: Vec<Span> = Vec::new();
    let mut last: Option<(Span, String)> = None;
    for (start, word) in words(text) {
        let span = Span::new(start, start + word.len());
        let folded = fold(word);
        if let Some((before, same)) = &last
            && *same == folded
            && is_gap(&text[before.end..start])
            // "asignado/a a la cama"
            && !text[..before.start].ends_with('/')
            && !text[span.end..].starts_with('/')
            && !is_doubled_by_rule(language, word, &folded)
        {
            match runs.last_mut() {
                Some(run) if run.end == before.end => run.end = span.end,
                _ => runs.push(Span::new(before.start, span.end)),
            }
        }
        last = Some((span, folded));
    }
    runs.into_iter().map(|run| run.shift(bead.start)).collect()
}

fn is_gap(between: &str) -> bool {
    !between.is_empty() && between.chars().all(|c| c.is_whitespace() && c != '\n')
}

/// Words that stand twice in a row in good prose, by language.
static BY_RULE: &[(&str, &[&str])] = &[
    (
        "da",
        &[
            "de", "den", "der", "det", "er", "for", "har", "i", "som", "på", "til", "så", "ud",
            "op", "om", "af", "at",
        ],
    ),
    (
        "de",
        &["das", "dem", "den", "der", "die", "ihr", "sie", "was", "wir", "es", "in", "zu", "auf"],
    ),
    ("en", &["had", "that", "is", "in", "on", "her", "do", "you", "it", "what", "as", "up", "one"]),
    ("fr", &["nous", "vous", "en", "faire", "se", "si", "que", "tout", "y"]),
    (
        "nb",
        &[
            "de", "den", "der", "det", "er", "for", "har", "i", "som", "på", "til", "så", "ut",
            "opp", "om", "av", "inn", "at",
        ],
    ),
    (
        "nl",
        &[
            "dat", "die", "het", "in", "is", "op", "zijn", "was", "er", "van", "over", "uit",
            "als", "voor",
        ],
    ),
    (
        "sv",
        &[
            "de", "den", "det", "för", "har", "i", "som", "på", "till", "så", "ut", "upp", "om",
            "av", "är", "att",
        ],
    ),
];

/// Words that are doubled for weight in many languages.
static FOR_WEIGHT: &[&str] = &[
    "very", "so", "no", "yes", "bye", "ha", "blah", "long", "many", "much", "really", "far", "too",
    "veldig", "svært", "mye", "lenge", "langt", "nei", "ja", "mange", "aldri", "mer", "mycket",
    "väldigt", "nej", "länge", "långt", "meget", "heel", "nee", "veel", "zeer", "sehr", "nein",
    "viel", "très", "oui", "non", "bien", "trop", "stille", "now", "nå", "nu", "hei", "hey",
    "hello", "there", "never", "more",
];

/// Particles that Hebrew never doubles; it doubles nouns and adverbs to say "one by one".
static HEBREW_PARTICLES: &[&str] = &[
    "של", "את", "על", "עם", "כי", "אם", "הוא", "היא", "הם", "זה", "זו", "אך", "או", "גם", "אל",
    "בין", "כדי", "אבל", "אשר", "היה", "היו", "עד", "לפי", "לאחר", "אחרי", "לפני", "היתה", "הייתה",
    "יש", "אין", "לא", "ידי", "אלה", "מן", "כמו", "אבל", "אנחנו", "הן",
];

fn is_doubled_by_rule(language: &Language, word: &str, folded: &str) -> bool {
    if folded.chars().any(|c| !c.is_alphabetic()) {
        return true;
    }
    if language.script == Script::Hebrew {
        let is_definite = folded.starts_with('ה') && folded.chars().count() >= 5;
        return !is_definite && !HEBREW_PARTICLES.contains(&folded);
    }
    let rule = BY_RULE.iter().find(|(code, _)| *code == language.code);
    let by_rule = rule.is_some_and(|(_, words)| words.contains(&folded));
    // Duran Duran, New York New York.
    let is_name = word.starts_with(char::is_uppercase) && !language.profile.contains(&folded);
    by_rule || is_name || FOR_WEIGHT.contains(&folded)
}
