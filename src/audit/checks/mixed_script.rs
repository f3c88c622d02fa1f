use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::Script;
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "mixed-script",
    severity: Severity::Minor,
    mqm: "linguistic conventions/character encoding",
    its: "characters",
    explanation: Explanation {
        finds: "A letter of another script inside a word, a word of look-alike letters, or what a broken encoding leaves behind.",
        matters: "Search, spelling and speech software do not see the word that a reader sees.",
        example: [("en", "magnesium oxide"), ("nb", "mаgnesiumoksid, with a Cyrillic \"а\"")],
        ignores: "Greek letters in scientific names (TNFα, β-carotene), a Hebrew particle or ending on a Latin word, words wholly in another script.",
    },
    scope: Scope::AnyBead(|view| {
        Side::BOTH.into_iter().flat_map(|side| find(view, side)).collect()
    }),
};

fn find(view: &BeadView<'_>, side: Side) -> Vec<Finding> {
    let Some(bead) = view.span(side) else { return Vec::new() };
    let text = bead.of(view.document_text(side));
    let script = view.language(side).script;
    let mut findings = Vec::new();
    for span in letter_runs(text) {
        if let Some((message, meant)) = fault(span.of(text), script) {
            let finding = Finding::new(&CHECK, 0.95, message)
                .in_bead(view.index)
                .at(side, span.shift(bead.start));
            findings.push(match meant {
                Some(meant) => finding.suggesting(meant),
                None => finding,
            });
        }
    }
    for (at, broken) in broken_marks(text) {
        let span = Span::new(at, at + broken.len()).shift(bead.start);
        let message = "These characters are what a broken encoding leaves behind.";
        findings.push(Finding::new(&CHECK, 0.95, message).in_bead(view.index).at(side, span));
    }
    findings
}

/// Runs of letters, combining marks included.
fn letter_runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, character) in text.char_indices() {
        if !character.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&character) {
            continue;
        }
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(Span::new(at, end)),
        }
    }
    runs
}

/// What is wrong with a word, and the word that was meant.
fn fault(word: &str, script: Script) -> Option<(String, Option<String>)> {
    let count = |of: Script| word.chars().filter(|&c| script_of(c) == Some(of)).count();
    let (latin, cyrillic) = (count(Script::Latin), count(Script::Cyrillic));
    if latin > 0 && cyrillic > 0 {
        let (most, other) = if latin >= cyrillic {
            (Script::Latin, "Cyrillic")
        } else {
            (Script::Cyrillic, "Latin")
        };
        let meant = in_script(word, most);
        return Some((format!("\"{word}\" has a {other} letter in it."), meant));
    }
    if cyrillic > 0 && script != Script::Cyrillic && cyrillic == word.chars().count() {
        let meant = in_script(word, Script::Latin)?;
        return Some((
            format!("\"{word}\" is written in Cyrillic letters that look Latin."),
            Some(meant),
        ));
    }
    let greek = count(Script::Greek);
    if latin >= 2 && greek > 0 {
        let meant = in_script(word, Script::Latin)?;
        let is_slip = |(at, c): (usize, char)| {
            script_of(c) == Some(Script::Greek) && (at > 0 && c != 'α' || c.is_uppercase())
        };
        let inner = word.chars().enumerate().any(is_slip);
        return inner.then(|| (format!("\"{word}\" has a Greek letter in it."), Some(meant)));
    }
    let hebrew = count(Script::Hebrew);
    if hebrew > 0 && latin > 0 {
        // "הWHO" and "SMSים" are how Hebrew inflects foreign words; Latin inside Hebrew is a slip.
        let scripts: Vec<_> = word.chars().filter_map(script_of).collect();
        let is_inside = scripts.first() == Some(&Script::Hebrew)
            && scripts.last() == Some(&Script::Hebrew)
            && latin < hebrew;
        return is_inside.then(|| (format!("\"{word}\" has a Latin letter in it."), None));
    }
    None
}

/// The script of a letter, as far as the check tells them apart.
fn script_of(character: char) -> Option<Script> {
    match character {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Some(Script::Latin),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        '\u{370}'..='\u{3ff}' => Some(Script::Greek),
        '\u{5d0}'..='\u{5ea}' => Some(Script::Hebrew),
        _ => None,
    }
}

/// Letters that look alike: Latin, Cyrillic, Greek; a space where a script has none.
static ALIKE: &[[char; 3]] = &[
    ['a', 'а', 'α'],
    ['c', 'с', 'ϲ'],
    ['e', 'е', ' '],
    ['i', 'і', 'ι'],
    ['j', 'ј', ' '],
    ['o', 'о', 'ο'],
    ['p', 'р', 'ρ'],
    ['s', 'ѕ', ' '],
    ['x', 'х', 'χ'],
    ['y', 'у', ' '],
    ['v', ' ', 'ν'],
    ['u', ' ', 'υ'],
    ['A', 'А', 'Α'],
    ['B', 'В', 'Β'],
    ['C', 'С', ' '],
    ['E', 'Е', 'Ε'],
    ['H', 'Н', 'Η'],
    ['I', 'І', 'Ι'],
    ['K', 'К', 'Κ'],
    ['M', 'М', 'Μ'],
    ['N', ' ', 'Ν'],
    ['O', 'О', 'Ο'],
    ['P', 'Р', 'Ρ'],
    ['T', 'Т', 'Τ'],
    ['X', 'Х', 'Χ'],
    ['Y', 'У', 'Υ'],
    ['Z', ' ', 'Ζ'],
    ['ö', 'ӧ', ' '],
    ['ä', 'ӓ', ' '],
    ['é', ' ', 'έ'],
];

/// The word with every look-alike letter in `script`; `None` when a letter has no look-alike there.
fn in_script(word: &str, script: Script) -> Option<String> {
    let column = if script == Script::Cyrillic { 1 } else { 0 };
    word.chars()
        .map(|c| {
            if script_of(c) == Some(script) || script_of(c).is_none() {
                return Some(c);
            }
            let row = ALIKE.iter().find(|row| row.contains(&c))?;
            (row[column] != ' ').then_some(row[column])
        })
        .collect()
}

/// Replacement characters, and UTF-8 that was read as a one-byte encoding.
fn broken_marks(text: &str) -> Vec<(usize, &str)> {
    const BROKEN: &[&str] = &[
        "\u{fffd}", "Ã¥", "Ã¸", "Ã¦", "Ã¶", "Ã¤", "Ã©", "Ã¨", "Ã¼", "â€™", "â€œ", "â€\u{9d}", "Â°",
        "×\u{90}",
    ];
    let mut found: Vec<_> = BROKEN.iter().flat_map(|mark| text.match_indices(mark)).collect();
    found.sort_unstable();
    found
}
