//! Consonant skeletons: keys under which a word may be met in another script or spelling.
//!
//! Source: as usual in matching Hebrew with Latin transliterations; the letters of other scripts are read
//! by [`crate::lang::script`]. Complexity: a look at each letter. Weakness: a skeleton is coarse, so its
//! worth is left to trained weights and to its frequency in the pair.

use crate::lang::{Script, script};
use crate::pair::Pair;

/// Skeletons of fewer consonants are left out.
const LEAST: usize = 3;

/// How words are heard: what the ears of two languages tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ear {
    /// All classes of consonants.
    Fine,
    /// As Arabic hears them: b, p, f and v as one, j as g.
    Arabic,
    /// As Japanese hears them: l as r, and no r at the end of a syllable.
    Japanese,
}

impl Ear {
    /// That of a pair of languages in these scripts.
    pub(crate) fn of(scripts: Pair<Script>) -> Ear {
        let either = |script: Script| scripts.source == script || scripts.target == script;
        if either(Script::Japanese) {
            Ear::Japanese
        } else if either(Script::Arabic) {
            Ear::Arabic
        } else {
            Ear::Fine
        }
    }
}

/// Calls `each` with the consonant skeletons of a folded word, without repeats.
pub(crate) fn for_each_skeleton(form: &str, ear: Ear, mut each: impl FnMut(&str)) {
    let mut seen: Vec<String> = Vec::new();
    let mut offer = |skeleton: String| {
        if skeleton.len() >= LEAST && !seen.contains(&skeleton) {
            each(&skeleton);
            seen.push(skeleton);
        }
    };
    let Some(first) = form.chars().next() else { return };
    match first {
        'א'..='ת' => {
            let rests = script::without_particles(form, Script::Hebrew).take(3);
            rests.for_each(|rest| offer(of_hebrew(rest, ear)));
        }
        '\u{620}'..='\u{6ff}' => {
            for rest in script::without_particles(form, Script::Arabic).take(4) {
                let letters: String = rest.chars().map(script::in_hebrew).collect();
                offer(of_hebrew(&letters, ear));
            }
        }
        '\u{30a0}'..='\u{30ff}' => offer(of_kana(form)),
        _ => {
            let is_foreign = matches!(first, '\u{370}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}');
            let spelled = is_foreign.then(|| script::in_latin(form, ""));
            let letters = spelled.as_deref().unwrap_or(form);
            offer(of_latin(letters, true, ear));
            offer(of_latin(letters, false, ear));
        }
    }
}

fn of_hebrew(word: &str, ear: Ear) -> String {
    let mut out = String::new();
    for c in word.chars() {
        let class = match c {
            'ב' if ear != Ear::Arabic => 'B',
            'ג' => 'G',
            'ד' => 'D',
            'ז' | 'ס' | 'ש' | 'צ' | 'ץ' => 'S',
            'ח' | 'כ' | 'ך' | 'ק' => 'K',
            'ט' | 'ת' => 'T',
            'ל' => 'L',
            'מ' | 'ם' => 'M',
            'נ' | 'ן' => 'N',
            'ב' | 'פ' | 'ף' => 'P',
            'ר' => 'R',
            _ => continue,
        };
        push_class(&mut out, class);
    }
    out
}

/// The classes of the consonants of a word in katakana, which stand in the order of the syllabary.
fn of_kana(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        let class = match c {
            'カ' | 'キ' | 'ク' | 'ケ' | 'コ' => 'K',
            'ガ' | 'ギ' | 'グ' | 'ゲ' | 'ゴ' => 'G',
            'サ'..='ゾ' | 'ツ' | 'ヅ' => 'S',
            'タ' | 'チ' | 'テ' | 'ト' => 'T',
            'ダ' | 'ヂ' | 'デ' | 'ド' => 'D',
            'ナ'..='ノ' | 'ン' => 'N',
            'バ' | 'ビ' | 'ブ' | 'ベ' | 'ボ' | 'ヴ' => 'B',
            'パ' | 'ピ' | 'プ' | 'ペ' | 'ポ' | 'フ' => 'P',
            'マ'..='モ' => 'M',
            'ラ'..='ロ' => 'R',
            _ => continue,
        };
        push_class(&mut out, class);
    }
    out
}

fn of_latin(word: &str, keeps_v: bool, ear: Ear) -> String {
    let mut out = String::new();
    let bytes = word.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let (class, width) = match (bytes[at], next) {
            (b'p', b'h') => (b'P', 2),
            (b's', b'h') | (b't', b's') | (b't', b'z') => (b'S', 2),
            (b'c', b'h') | (b'c', b'k') | (b'k', b'h') => (b'K', 2),
            (b't', b'h') => (b'T', 2),
            (b'c', b'e' | b'i' | b'y') => (b'S', 1),
            (b'x', _) => {
                push_class(&mut out, 'K');
                (b'S', 1)
            }
            (b'b' | b'v', _) if ear == Ear::Arabic => (b'P', 1),
            (b'j', _) if ear == Ear::Arabic => (b'G', 1),
            (b'b', _) => (b'B', 1),
            (b'v' | b'w', _) if keeps_v => (b'B', 1),
            (b'g', _) => (b'G', 1),
            (b'd', _) => (b'D', 1),
            (b's' | b'z', _) => (b'S', 1),
            (b'k' | b'q' | b'c', _) => (b'K', 1),
            (b't', _) => (b'T', 1),
            (b'r' | b'l', _) if ear == Ear::Japanese => {
                let is_heard = bytes[at] == b'l' || is_vowel(next);
                (if is_heard { b'R' } else { b' ' }, 1)
            }
            (b'l', _) => (b'L', 1),
            (b'm', _) => (b'M', 1),
            (b'n', _) => (b'N', 1),
            (b'p' | b'f', _) => (b'P', 1),
            (b'r', _) => (b'R', 1),
            _ => (b' ', 1),
        };
        if class != b' ' {
            push_class(&mut out, char::from(class));
        }
        at += width;
    }
    out
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !letter.is_ascii()
}

fn push_class(out: &mut String, class: char) {
    if !out.ends_with(class) {
        out.push(class);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skeletons_meet_across_scripts() {
        let skeletons = |word: &str, ear: Ear| {
            let mut out = Vec::new();
            for_each_skeleton(word, ear, |skeleton| out.push(skeleton.to_owned()));
            out
        };
        for (word, latin, ear) in [
            ("ברוטרדם", "rotterdam", Ear::Fine),
            ("ואלפרואט", "valproat", Ear::Fine),
            ("טורונטו", "toronto", Ear::Fine),
            ("вашингтоне", "washington", Ear::Fine),
            ("черчилль", "churchill", Ear::Fine),
            ("برلين", "berlin", Ear::Arabic),
            ("وبرشلونة", "barshelona", Ear::Arabic),
            ("ليفربول", "liverpool", Ear::Arabic),
            ("الجزيرة", "algazira", Ear::Arabic),
            ("والفيتامين", "vitamin", Ear::Arabic),
            ("θεσσαλονικη", "thessaloniki", Ear::Fine),
            ("ロナルド", "ronaldo", Ear::Japanese),
            ("マグネシウム", "magnesium", Ear::Japanese),
            ("リバプール", "liverpool", Ear::Japanese),
        ] {
            let latin = skeletons(latin, ear);
            assert!(skeletons(word, ear).iter().any(|s| latin.contains(s)), "{word} {latin:?}");
        }
    }
}
