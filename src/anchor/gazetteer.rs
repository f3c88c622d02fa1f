//! Looks up the words of a passage in the tables of known names: territories, languages, chemical
//! elements, Greek letters, acronyms and what they stand for.
//!
//! One table a language, built when first needed. An entry is found by the first three letters of
//! its first word and compared with the text word by word, so that an inflected word meets its
//! base form by one of the endings of its language. Complexity: one hash look-up a word, and a few
//! comparisons where the letters agree; for Hebrew one more for each prefix letter. Weakness:
//! endings are tried, not analysed; umlaut and vowel change are entries of their own.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

use super::stems::is_prefix;
use super::tokens::{Case, Found, Token};
use super::word_type::{Hints, WordTypes};
use crate::knowledge::{acronyms, cldr, elements, places};
use crate::lang::script::particle_letters;
use crate::lang::{self, Language, letter};
use crate::span::Span;

/// What a phrase of the tables names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// A territory, by ISO 3166 or UN M49.
    Territory(&'static str),
    /// A language, by BCP 47.
    Language(&'static str),
    /// An element, by its index in [`elements::SYMBOLS`].
    Element(u8),
    /// A lower-case Greek letter.
    Greek(char),
    /// An acronym by its identifier in the table of acronyms, or what it stands for.
    Acronym(&'static str),
}

/// A phrase found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Where it stands, without a Hebrew prefix.
    pub span: Span,
    /// Index of its first word and one past its last.
    pub words: (usize, usize),
    /// What it names.
    pub known: Known,
}

/// A phrase that a word may begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beginning {
    /// Bytes of the word before the phrase: Hebrew prefixes.
    start: u8,
    /// Bytes of the word behind the first word of the phrase: an ending.
    extra: u16,
    /// Which phrase of the table.
    entry: u32,
}

impl Beginning {
    /// Whether both begin at the same byte.
    fn beside(&self, other: &Beginning) -> bool {
        self.start == other.start
    }
}

/// The phrases of one language.
pub(super) struct Gazetteer {
    entries: Vec<Entry>,
    /// First letters of the first word to a range of `entries`.
    index: FxHashMap<[char; 3], (u32, u32)>,
    endings: &'static [&'static str],
    prefixes: &'static str,
}

struct Entry {
    words: Box<[Form]>,
    case: Case,
    known: Known,
}

struct Form {
    /// In lower case.
    text: Box<str>,
    /// Whether any ending may follow.
    open: bool,
    /// What stands before it: a space, or a hyphen that the text may write as space.
    letters: u8,
}

/// Endings that inflect a name, longest first where one ends another.
fn endings(language: &Language) -> &'static [&'static str] {
    match language.code {
        "nb" | "nn" | "da" => &["s", "'s"],
        "sv" => &["s", ":s"],
        "is" => &["s", "i", "ar", "inu", "um", "u", "nu"],
        "de" => &["s", "es", "n"],
        "nl" => &["s", "'s"],
        "en" => &["'s", "'"],
        "fi" => &[
            "n", "a", "ä", "in", "an", "en", "on", "un", "ssa", "ssä", "issa", "issä", "assa",
            "essa", "sta", "stä", "ista", "istä", "asta", "lla", "llä", "lle", "lta", "ltä", "ta",
            "tä", "ia", "iä", "ksi", "ja", "jen", "ien", "iin", "seen", "uun", "oon", "aan", "een",
        ],
        "pl" => &[
            "a", "u", "em", "owi", "ie", "y", "i", "ę", "ą", "ii", "ią", "ę", "om", "ach", "ów",
            "o",
        ],
        "ru" => &[
            "а", "у", "ом", "е", "ы", "и", "ю", "ей", "ии", "ию", "ией", "я", "ем", "ой", "ь",
            "ью", "о", "ий", "ия", "ов", "ах", "ами",
        ],
        "el" => &[
            "ς", "ν", "ια", "ιας", "ιο", "ιου", "ιον", "ιων", "υ", "ου", "α", "ας", "ο", "ος", "η",
            "ης", "ων", "ό", "ού", "ής", "ή",
        ],
        _ => &[],
    }
}

/// Languages whose inflection replaces the last vowel.
fn replaces_vowels(code: &str) -> bool {
    matches!(code, "ru" | "pl" | "el" | "is" | "fi")
}

impl Gazetteer {
    /// The table of a language.
    pub(super) fn of(language: &'static Language) -> &'static Gazetteer {
        static ALL: [OnceLock<Gazetteer>; lang::ALL.len()] =
            [const { OnceLock::new() }; lang::ALL.len()];
        static EMPTY: OnceLock<Gazetteer> = OnceLock::new();
        let index = lang::ALL.iter().position(|other| *other == language);
        let cell = index.and_then(|index| ALL.get(index)).unwrap_or(&EMPTY);
        cell.get_or_init(|| Gazetteer::build(language))
    }

    fn build(language: &'static Language) -> Gazetteer {
        let code = language.code;
        let mut entries: Vec<Entry> = Vec::new();
        let mut add = |form: &str, known: Known| {
            let inflects =
                replaces_vowels(code) && !matches!(known, Known::Acronym(_) | Known::Greek(_));
            entries.extend(Entry::new(form, known, inflects));
        };
        for (territory, cell) in cldr::by_column(cldr::TERRITORIES, code) {
            // "The world" is a common noun, most languages call the US "America" too, and unions
            // of states are among the acronyms.
            for form in cldr::forms(cell)
                .filter(|_| !matches!(territory, "001" | "019" | "EU" | "EZ" | "UN"))
            {
                add(form, Known::Territory(territory));
            }
        }
        for (territory, form) in places::forms(code) {
            add(form, Known::Territory(territory));
        }
        for (name, cell) in cldr::by_column(cldr::LANGUAGES, code) {
            for form in cldr::forms(cell) {
                add(form, Known::Language(name));
            }
        }
        for (element, form) in elements::names(code) {
            add(&form, Known::Element(element));
        }
        for (letter, form) in elements::greek_letters(code) {
            add(form, Known::Greek(letter));
        }
        for (id, form) in acronyms::forms(code) {
            add(form, Known::Acronym(id));
        }
        entries.sort_by(|a, b| a.key().cmp(&b.key()).then(b.words.len().cmp(&a.words.len())));
        let mut index: FxHashMap<[char; 3], (u32, u32)> = FxHashMap::default();
        for (at, entry) in entries.iter().enumerate() {
            let range = index.entry(entry.key()).or_insert((at as u32, at as u32));
            range.1 = at as u32 + 1;
        }
        Gazetteer {
            entries,
            index,
            endings: endings(language),
            prefixes: particle_letters(language.script),
        }
    }

    /// Appends the phrases of a passage, ascending, the longest where several begin.
    pub(super) fn scan(&self, text: &str, found: &Found, types: &WordTypes, hits: &mut Vec<Hit>) {
        let mut free = 0;
        for (at, word) in found.words_with(Hints::PHRASE) {
            if at < free {
                continue;
            }
            let mut beginnings = types.phrases(word.word_type).chunk_by(Beginning::beside);
            let longest = |beginnings| self.longest(text, &found.words, at, beginnings);
            if let Some(hit) = beginnings.find_map(longest) {
                free = hit.words.1;
                hits.push(hit);
            }
        }
    }

    /// The phrases that a word may begin.
    pub(super) fn beginnings(&self, word: &str, case: Case) -> Box<[Beginning]> {
        let mut found = Vec::new();
        let mut rest = word;
        for stripped in 0..4 {
            if stripped > 0 {
                let mut letters = rest.chars();
                if !letters.next().is_some_and(|c| self.prefixes.contains(c)) {
                    break;
                }
                rest = letters.as_str();
                let enough = letters.nth(2).is_some();
                if !enough || !is_prefix(&word[..word.len() - rest.len()]) {
                    break;
                }
            }
            let start = (word.len() - rest.len()) as u8;
            found.extend(self.under(rest, case).filter_map(|at| {
                let entry = &self.entries[at as usize];
                let form = entry.words.first().filter(|_| entry.case_fits(case))?;
                let extra = self.extra(form, entry, rest)? as u16;
                Some(Beginning { start, extra, entry: at })
            }));
            if self.prefixes.is_empty() {
                break;
            }
        }
        found.into()
    }

    /// The entries that a word may be the first of, by their places, in the order of the table.
    fn under(&self, word: &str, case: Case) -> impl Iterator<Item = u32> {
        let key = key(folded(word));
        // A form of two letters stands under them alone: "FN", "FNs".
        let short = [key[0], key[1], '\0'];
        let under = |key: &[char; 3]| {
            let (low, high) = self.index.get(key).copied().unwrap_or_default();
            low..high
        };
        let shorts = if case == Case::Upper && short != key { under(&short) } else { 0..0 };
        under(&key).chain(shorts)
    }

    /// The longest of the phrases that may begin at one byte of a word.
    fn longest(
        &self,
        text: &str,
        words: &[Token],
        at: usize,
        beginnings: &[Beginning],
    ) -> Option<Hit> {
        let start = words[at].span.start + usize::from(beginnings.first()?.start);
        let mut best: Option<(usize, usize, &Entry)> = None;
        for beginning in beginnings {
            let entry = &self.entries[beginning.entry as usize];
            let count = entry.words.len();
            if best.is_some_and(|(most, ..)| most > count) {
                break;
            }
            if at + count > words.len() {
                continue;
            }
            if let Some(rest) = self.goes_on(entry, text, &words[at..at + count])
                && let exactness = usize::from(beginning.extra) + rest
                && best.is_none_or(|(most, least, _)| count > most || exactness < least)
            {
                best = Some((count, exactness, entry));
            }
        }
        let (count, _, entry) = best?;
        let end = match entry.words.last() {
            // Of a compound only the head of the phrase is named.
            Some(form) if form.open && count == 1 && matches!(entry.known, Known::Element(_)) => {
                start + form.text.len()
            }
            _ => words[at + count - 1].span.end,
        };
        let end = if text.is_char_boundary(end) { end } else { words[at + count - 1].span.end };
        Some(Hit { span: Span::new(start, end), words: (at, at + count), known: entry.known })
    }

    /// How many bytes of endings the words behind the first have over the forms; `None` if they do
    /// not fit.
    fn goes_on(&self, entry: &Entry, text: &str, words: &[Token]) -> Option<usize> {
        let mut extra = 0;
        for (form, pair) in entry.words.iter().skip(1).zip(words.windows(2)) {
            let gap = text.get(pair[0].span.end..pair[1].span.start)?;
            if !matches!(gap, " " | "-" | "\u{a0}" | "־" | "‑" | " - " | "/" | ". " | " & ") {
                return None;
            }
            extra += self.extra(form, entry, pair[1].span.of(text))?;
        }
        Some(extra)
    }

    /// How many bytes of an ending a word has over a form; `None` if it does not fit.
    fn extra(&self, form: &Form, entry: &Entry, word: &str) -> Option<usize> {
        let rest = after(word, &form.text)?;
        let fits = rest.is_empty()
            || form.open
            || ((form.letters >= 3 || entry.case == Case::Upper)
                && self.endings.iter().any(|ending| same(rest, ending)));
        fits.then_some(rest.len())
    }
}

impl Entry {
    fn new(form: &str, known: Known, inflects: bool) -> Option<Entry> {
        let mut words = Vec::new();
        for part in form.split([' ', '-', '־', '/', '\u{a0}', '‑']).filter(|part| !part.is_empty())
        {
            // "Congo (DRC)", "Antigua & Barbuda" and dotted abbreviations are no running text.
            if part.contains(['(', ')', '&', '（', '—']) || part == "–" {
                return None;
            }
            let open = part.ends_with('*');
            let mut text: String = folded(part.trim_end_matches(['*', '.'])).collect();
            if inflects && text.chars().count() >= 5 {
                while text.chars().next_back().is_some_and(|c| "аяийьоеыaoieęyηαοςιίό".contains(c))
                {
                    text.pop();
                }
            }
            let letters = text.chars().count().min(255) as u8;
            words.push(Form { text: text.into(), open, letters });
        }
        let capitals = form.chars().filter(|c| c.is_uppercase()).count();
        let letters = form.chars().filter(|c| c.is_alphabetic()).count();
        let case = match form.chars().next() {
            Some(c) if !c.is_uppercase() => Case::Lower,
            _ if capitals == letters && capitals > 1 => Case::Upper,
            _ => Case::Capital,
        };
        let least = words.first().is_some_and(|word: &Form| word.letters >= 2);
        least.then(|| Entry { words: words.into(), case, known })
    }

    fn key(&self) -> [char; 3] {
        key(self.words.first().map_or("", |form| &form.text).chars())
    }

    fn case_fits(&self, case: Case) -> bool {
        match self.case {
            Case::Capital => case != Case::Lower,
            Case::Upper => matches!(case, Case::Upper | Case::None),
            _ => true,
        }
    }
}

/// The characters of a word as the tables compare them: small, without Hebrew points.
fn folded(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter_map(fold)
}

fn fold(c: char) -> Option<char> {
    Some(match c {
        '’' | '׳' => '\'',
        '״' | '“' | '”' => '"',
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'Ί' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'Ύ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        '\u{0591}'..='\u{05bd}' | '\u{05bf}'..='\u{05c7}' | '\u{064b}'..='\u{0655}' => return None,
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => letter::lower(c),
    })
}

fn key(mut letters: impl Iterator<Item = char>) -> [char; 3] {
    [(); 3].map(|()| letters.next().unwrap_or('\0'))
}

/// What a word has behind a form, if it begins with it.
fn after<'w>(word: &'w str, form: &str) -> Option<&'w str> {
    let mut chars = word.chars();
    for expected in form.chars() {
        loop {
            match fold(chars.next()?) {
                Some(c) if c == expected => break,
                Some(_) => return None,
                None => {}
            }
        }
    }
    Some(chars.as_str())
}

fn same(word: &str, form: &str) -> bool {
    after(word, form).is_some_and(str::is_empty)
}
