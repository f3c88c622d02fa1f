use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::{Guess, Language, Script, identify};
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "untranslated",
    severity: Severity::Major,
    mqm: "accuracy/untranslated",
    its: "untranslated",
    explanation: Explanation {
        finds: "A sentence that was left in another language, or words in a script that is not the text's.",
        matters: "A reader of that side cannot read it.",
        example: [
            ("he", "בדיקת חסר היא פשוטה וזולה."),
            ("nb", "It is easy to test for a deficiency, and cheap."),
        ],
        ignores: "Titles, citations and quotations, names in their own script in brackets, words that both sides keep, sentences too short to tell their language.",
    },
    scope: Scope::AnyBead(|view| {
        Side::BOTH.into_iter().flat_map(|side| find(view, side)).collect()
    }),
};

fn find(view: &BeadView<'_>, side: Side) -> Vec<Finding> {
    let Some(bead) = view.span(side) else { return Vec::new() };
    let text = bead.of(view.document_text(side));
    let other = view.text(side.other());
    let language = view.language(side);
    let mut findings = Vec::new();
    for span in sentences(text) {
        let sentence = span.of(text);
        if let Some(guess) = foreign(sentence, language)
            && !is_title(sentence, guess.language)
            && (!other.contains(sentence) || !guess.rules_out(view.language(side.other())))
        {
            let message = if guess.is_sure() {
                format!("This sentence is in {}, not in {language}.", guess.language)
            } else {
                format!("This sentence is not in {language}.")
            };
            findings.push((span, 0.9, message));
        }
    }
    for span in foreign_runs(text, language.script) {
        let word = span.of(text);
        let is_kept = other.contains(word) && !is_of(other, word);
        if !is_kept && !is_bracketed(text, span) {
            let message = format!("\"{word}\" is not in the script of the text.");
            findings.push((span, 0.85, message));
        }
    }
    let told = findings.into_iter().map(|(span, confidence, message)| {
        Finding::new(&CHECK, confidence, message)
            .in_bead(view.index)
            .at(side, span.shift(bead.start))
            .at_all(side.other(), view.span(side.other()))
    });
    told.collect()
}

/// The sentences of a text, cut at any closing mark: only their language matters.
fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        if matches!(mark, '.' | '!' | '?' | '\n') && text[end..].starts_with([' ', '\n']) {
            spans.push(Span::new(start, end).trim(text));
            start = end;
        }
    }
    spans.push(Span::new(start, text.len()).trim(text));
    spans.retain(|span| !span.is_empty());
    spans
}

/// What a sentence is taken for that is surely not in `language`.
fn foreign(sentence: &str, language: &Language) -> Option<Guess> {
    const FEWEST: usize = 5;
    if sentence.split_whitespace().count() < FEWEST {
        return None;
    }
    let guess = identify(&said_once(sentence))?;
    let is_near = |code: &str| matches!(code, "nb" | "nn" | "da" | "sv");
    let found = guess.language;
    let is_other = *found != *language && !(is_near(found.code) && is_near(language.code));
    let is_latin = found.script == Script::Latin;
    let is_telling = found.script != language.script || is_latin;
    (is_other && is_telling && guess.rules_out(language)).then_some(guess)
}

/// The words of a sentence, each once: in so short a text a repeated word would outvote the others.
fn said_once(sentence: &str) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for word in sentence.split(|c: char| !c.is_alphabetic()) {
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen.join(" ")
}

/// Whether a text reads like a title or a citation: most of its longer words are capitalised. A
/// German sentence capitalises its nouns, and ends with a mark where a title has none.
fn is_title(text: &str, language: &Language) -> bool {
    let long = text.split_whitespace().filter(|word| word.chars().count() >= 4);
    let (capital, all) = long.fold((0, 0), |(capital, all), word| {
        let is_capital =
            word.trim_start_matches(['"', '(', '«', '“']).starts_with(char::is_uppercase);
        (capital + usize::from(is_capital), all + 1)
    });
    let is_sentence = language.code == "de" && text.ends_with(['.', '!', '?']) && capital < all;
    2 * capital >= all && !is_sentence || text.contains("doi") || text.contains("http")
}

/// Runs of two letters and more of a script that a text of `script` has no use for.
fn foreign_runs(text: &str, script: Script) -> Vec<Span> {
    let mut runs: Vec<(Span, usize)> = Vec::new();
    for (at, character) in text.char_indices() {
        let Some(found) = script_of(character) else { continue };
        let is_own = found == script || matches!((found, script), (Script::Han, Script::Japanese));
        if is_own {
            continue;
        }
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some((run, letters)) if run.end == at || text[run.end..at].trim().is_empty() => {
                run.end = end;
                *letters += 1;
            }
            _ => runs.push((Span::new(at, end), 1)),
        }
    }
    runs.into_iter().filter(|(_, letters)| *letters >= 2).map(|(span, _)| span).collect()
}

/// Scripts other than Latin and Greek, whose letters stand in texts of any language.
fn script_of(character: char) -> Option<Script> {
    match character {
        '\u{5d0}'..='\u{5ea}' => Some(Script::Hebrew),
        '\u{620}'..='\u{64a}' => Some(Script::Arabic),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        '\u{3041}'..='\u{30ff}' => Some(Script::Japanese),
        '\u{4e00}'..='\u{9fff}' => Some(Script::Han),
        _ => None,
    }
}

/// Whether the letters of a text are mostly of the script of `word`.
fn is_of(text: &str, word: &str) -> bool {
    let Some(script) = word.chars().find_map(script_of) else { return false };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    2 * text.chars().filter(|&c| script_of(c) == Some(script)).count() > letters
}

/// Whether a run stands in brackets or quotation marks.
fn is_bracketed(text: &str, span: Span) -> bool {
    let before = text[..span.start].trim_end().chars().next_back();
    before.is_some_and(|mark| "([\"“”„«»‘'".contains(mark))
}
