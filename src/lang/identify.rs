//! Tells the language of a text: first by script, then among languages of one script by the
//! frequent short words that only some of them have.
//!
//! Each word of a language's profile votes with its rarity among the profiles of its script: a word
//! that one profile alone has counts fully, one that all have counts nothing; a word with a letter that
//! only some alphabets of the script have votes for those languages. Linear in the text.
//! Weak on texts under some ten words and on languages that are not in the table.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::LazyLock;

use super::{ALL, Language, Script};

/// What [`identify`] makes of a text.
#[derive(Clone, Copy, Debug)]
pub struct Guess {
    /// The likeliest language.
    pub language: &'static Language,
    /// The next likeliest, if any language beside the first has support.
    pub runner_up: Option<&'static Language>,
    /// How much more support the first has than the second, in nats.
    pub margin: f64,
    support: [f64; ALL_COUNT],
}

const ALL_COUNT: usize = ALL.len();

impl Guess {
    /// Whether the text can hardly be in the `declared` language: another script, or less than half
    /// the support of the guess.
    pub fn contradicts(&self, declared: &Language) -> bool {
        if declared.script != self.language.script {
            return !(is_east_asian(declared.script) && is_east_asian(self.language.script));
        }
        let best = self.support_of(self.language);
        best > MINIMUM && self.support_of(declared) < best / 2.0
    }

    /// Whether the text is surely not in `language`, even where it is not sure which other it is in.
    pub fn rules_out(&self, language: &Language) -> bool {
        let best = self.support_of(self.language);
        if language.script != self.language.script {
            let is_kin = is_east_asian(language.script) && is_east_asian(self.language.script);
            return !is_kin && (self.margin.is_infinite() || best >= SURE);
        }
        best - self.support_of(language) >= SURE
    }

    fn support_of(&self, language: &Language) -> f64 {
        let index = ALL.iter().position(|other| *other == language);
        index.map_or(0.0, |index| self.support[index])
    }

    /// Whether the guess may be acted on without asking.
    pub fn is_sure(&self) -> bool {
        self.margin >= SURE
    }
}

/// The margin of a sure guess: on single news sentences of eleven languages, under one in a
/// thousand guesses with this margin is wrong (`cargo test --test identify -- --nocapture`).
const SURE: f64 = 4.0;

/// Support that is too thin to contradict anybody: about a dozen telling words.
const MINIMUM: f64 = 12.0;

fn is_east_asian(script: Script) -> bool {
    matches!(script, Script::Japanese | Script::Han)
}

/// How much text is looked at, in bytes.
const SAMPLE: usize = 64 * 1024;

/// Guesses the language of `text`; `None` when it holds too little that tells.
pub fn identify(text: &str) -> Option<Guess> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    match dominant_script(text)? {
        Script::Latin => among_profiles(text),
        script => {
            let language = ALL.iter().copied().find(|language| language.script == script)?;
            Some(Guess {
                language,
                runner_up: None,
                margin: f64::INFINITY,
                support: [0.0; ALL_COUNT],
            })
        }
    }
}

fn dominant_script(text: &str) -> Option<Script> {
    let mut counts = [0usize; 7];
    for character in text.chars() {
        let (script, weight) = match character {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => (Script::Latin, 1),
            '\u{5d0}'..='\u{5ea}' => (Script::Hebrew, 1),
            '\u{620}'..='\u{64a}' => (Script::Arabic, 1),
            '\u{400}'..='\u{52f}' => (Script::Cyrillic, 1),
            '\u{370}'..='\u{3ff}' => (Script::Greek, 1),
            // One kana weighs more: a Japanese text is full of Han characters, a Chinese one has no kana.
            '\u{3041}'..='\u{30ff}' => (Script::Japanese, 6),
            '\u{4e00}'..='\u{9fff}' => (Script::Han, 2),
            _ => continue,
        };
        counts[script as usize] += weight;
    }
    let scripts = [
        Script::Latin,
        Script::Hebrew,
        Script::Arabic,
        Script::Cyrillic,
        Script::Greek,
        Script::Japanese,
        Script::Han,
    ];
    let best = scripts.into_iter().rev().max_by_key(|&script| counts[script as usize])?;
    (counts[best as usize] >= 4).then_some(best)
}

/// The letters beyond a to z of the languages in Latin script.
const LETTERS: &[(&str, &str)] = &[
    ("nb", "æøåéòô"),
    ("nn", "æøåéòô"),
    ("da", "æøåé"),
    ("sv", "åäöé"),
    ("fi", "äö"),
    ("is", "áéíóúýðþæö"),
    ("de", "äöüß"),
    ("nl", "éëïèö"),
    ("fr", "éèêëàâçîïôùûœ"),
    ("es", "áéíóúñü"),
    ("it", "àèéìòù"),
    ("pl", "ąćęłńóśźż"),
];

/// What votes for which languages, by index in [`ALL`], and with what weight.
type Votes<K> = HashMap<K, Vec<(usize, f64)>>;

/// The votes of keys that some of `count` languages have.
fn votes<K: Eq + Hash>(pairs: impl Iterator<Item = (K, usize)>, count: usize) -> Votes<K> {
    let mut holders: HashMap<K, Vec<usize>> = HashMap::new();
    for (key, index) in pairs {
        holders.entry(key).or_default().push(index);
    }
    let weighed = |of: Vec<usize>| {
        let weight = (count as f64 / of.len() as f64).ln();
        of.into_iter().map(|index| (index, weight)).collect()
    };
    holders.into_iter().map(|(key, of)| (key, weighed(of))).collect()
}

static LETTER_VOTES: LazyLock<Votes<char>> = LazyLock::new(|| {
    let index = |code: &str| ALL.iter().position(|language| language.code == code);
    let indexed = LETTERS.iter().filter_map(|(code, letters)| Some((index(code)?, letters)));
    votes(
        indexed.flat_map(|(index, letters)| letters.chars().map(move |letter| (letter, index))),
        LETTERS.len(),
    )
});

static VOTES: LazyLock<Votes<&'static str>> = LazyLock::new(|| {
    let latin = (0..ALL.len()).filter(|&index| !ALL[index].profile.is_empty());
    let words =
        latin.clone().flat_map(|index| ALL[index].profile.iter().map(move |&it| (it, index)));
    votes(words, latin.count())
});

fn among_profiles(text: &str) -> Option<Guess> {
    let mut support = [0.0f64; ALL_COUNT];
    let lower = text.to_lowercase();
    for word in
        lower.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty())
    {
        let letter = word.chars().find(|letter| !letter.is_ascii());
        let of_letter = letter.and_then(|letter| LETTER_VOTES.get(&letter));
        for &(index, weight) in VOTES.get(word).into_iter().chain(of_letter).flatten() {
            support[index] += weight;
        }
    }
    let mut ranked: Vec<usize> = (0..ALL.len()).collect();
    ranked.sort_by(|&a, &b| support[b].total_cmp(&support[a]).then(a.cmp(&b)));
    let (first, second) = (ranked[0], ranked[1]);
    if support[first] <= 0.0 {
        return None;
    }
    Some(Guess {
        language: ALL[first],
        runner_up: (support[second] > 0.0).then_some(ALL[second]),
        margin: support[first] - support[second],
        support,
    })
}
