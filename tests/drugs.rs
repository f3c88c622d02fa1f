//! How well names of medicines are recognised, and corrupted ones told from right ones and from
//! ordinary words.

use std::collections::BTreeSet;

use targum::anchor::drug::{drug, nearest, nearest_on_both_sides};
use targum::knowledge::inn;
use targum::lang::Language;
use targum::pair::Pair;

fn language(code: &str) -> &'static Language {
    Language::from_tag(code).unwrap()
}

fn shared(path: &str) -> Option<String> {
    let path = format!("{}/../shared/data/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: no {path}");
    }
    text
}

#[test]
fn names_are_equal_in_every_language() {
    let forms = [
        (
            "imipramine",
            "nb:imipramin sv:imipramin es:imipramina he:אימיפרמין ru:имипрамин de:Imipramin",
        ),
        ("paracetamol", "nb:paracetamol fr:paracétamol he:פרצטמול he:ולפרצטמול sv:paracetamolet"),
        (
            "prochlorperazine",
            "nb:proklorperazin de:Prochlorperazin he:פרוכלורפרזין he:פרוקלורפרזין",
        ),
        ("valproate", "nb:valproat he:ולפרואט fr:valproate"),
        ("riboflavin", "nb:riboflavin he:ריבופלבין fr:riboflavine"),
        ("metformin", "nb:metformin he:מטפורמין it:metformina"),
        ("omeprazole", "sv:omeprazol he:אומפרזול pl:omeprazol"),
    ];
    for (inn, forms) in forms {
        for form in forms.split(' ') {
            let (code, word) = form.split_once(':').unwrap();
            let found = drug(word, language(code)).map(|drug| drug.inn);
            assert_eq!(found, Some(inn), "{form}");
            assert_eq!(nearest(word, language(code)), None, "{form}");
        }
    }
}

#[test]
fn corrupted_names_are_suspects_on_each_side_and_on_both() {
    for (nb, he, inn) in [
        ("imitramin", "לאימטרמין", "imipramine"),
        ("prokloperazin", "לפרוקלופרזין", "prochlorperazine"),
    ] {
        for (code, word) in [("nb", nb), ("he", he)] {
            let found = nearest(word, language(code));
            println!("{word}: {found:?}");
            assert!(
                found.is_some_and(|s| s.inn == inn && s.probability > 0.5),
                "{word}: {found:?}"
            );
        }
        let both = nearest_on_both_sides(Pair::new(nb, he), Pair::new("nb", "he").map(language));
        println!("{nb} {he}: {both:?}");
        assert!(both.is_some_and(|s| s.inn == inn && s.probability > 0.95), "{nb}: {both:?}");
    }
    let right = Pair::new("imipramin", "לאימיפרמין");
    assert_eq!(nearest_on_both_sides(right, Pair::new("nb", "he").map(language)), None);
}

type Slip = fn(&str, &mut Random) -> String;

/// Right names flagged, and ones with slips of the pen caught with the name meant: Swedish names, and
/// the Norwegian forms of the same medicines.
#[test]
fn names_with_slips_are_caught() {
    let Some(text) = shared("meds/en_sv.tsv") else { return };
    let rows = || text.lines().filter_map(|line| line.split_once('\t'));
    let swedish: Vec<String> = rows().map(|(_, name)| name.to_owned()).collect();
    let norwegian: Vec<String> = rows().map(|(name, _)| inn::form(name, language("nb"))).collect();
    slips_are_caught("sv", &swedish, 92);
    slips_are_caught("nb", &norwegian, 95);
}

fn slips_are_caught(code: &str, names: &[String], bar: u32) {
    let flagged: Vec<_> = names
        .iter()
        .filter(|name| nearest(name, language(code)).is_some_and(|s| s.probability >= 0.5))
        .collect();
    println!("{code}: {} of {} right names flagged: {flagged:?}", flagged.len(), names.len());
    assert!(flagged.len() * 50 <= names.len());
    let slips: [(&str, Slip); 4] =
        [("one letter", one), ("two letters", two), ("swap", swap), ("syllable", syllable)];
    let (mut caught, mut all) = (0, 0);
    for (kind, slip) in slips {
        let (mut right, mut other, mut count) = (0, 0, 0);
        for seed in [5, 23, 71] {
            let mut random = Random(seed);
            for name in names.iter().filter(|name| name.len() >= 7 && name.is_ascii()) {
                let Some(meant) = drug(name, language(code)) else { continue };
                let word = slip(name, &mut random);
                if drug(&word, language(code)).is_some() {
                    continue;
                }
                count += 1;
                match nearest(&word, language(code)).filter(|s| s.probability >= 0.5) {
                    Some(suspect) if suspect.inn == meant.inn => right += 1,
                    Some(_) => other += 1,
                    None => {}
                }
            }
        }
        println!("{code} {kind}: of {count} caught {right}, with another name {other}");
        caught += right;
        all += count;
    }
    println!("{code} caught with the name meant: {:.3}", f64::from(caught) / f64::from(all));
    assert!(caught * 100 >= all * bar);
}

/// A letter doubled, or a doubled one written once, which every language's spelling hides.
#[test]
fn letters_doubled_amiss_are_slips() {
    for (code, word, inn) in [
        ("nb", "fluoksetinn", "fluoxetine"),
        ("nb", "amoksicilin", "amoxicillin"),
        ("sv", "parracetamol", "paracetamol"),
        ("de", "Ibuproffen", "ibuprofen"),
    ] {
        let found = nearest(word, language(code));
        assert!(found.is_some_and(|s| s.inn == inn && s.probability > 0.5), "{word}: {found:?}");
    }
    let Some(text) = shared("meds/en_sv.tsv") else { return };
    let mut random = Random(7);
    let (mut caught, mut all) = (0, 0);
    for name in text.lines().filter_map(|line| line.split('\t').nth(1)) {
        let Some(meant) = drug(name, language("sv")).filter(|_| name.is_ascii()) else { continue };
        let at = 1 + random.below(name.len() - 1);
        let word = format!("{}{}", &name[..at], &name[at - 1..]);
        if word.contains("cc") {
            continue;
        }
        all += 1;
        let found = nearest(&word, language("sv")).filter(|s| s.probability >= 0.5);
        caught += usize::from(found.is_some_and(|suspect| suspect.inn == meant.inn));
    }
    println!("doubled letters: of {all} caught {caught}");
    assert!(caught * 100 >= all * 95);
}

/// Words of news text that are taken for a medicine or for a corrupted one.
#[test]
fn ordinary_words_are_no_suspects() {
    for code in ["nb", "sv", "da", "nl", "en", "de", "fr", "he"] {
        let (mut words, mut texts) = (BTreeSet::new(), 0);
        for number in (0..124).step_by(2) {
            let path = format!("ntrex/{number:03}/{code}.txt");
            let Some(text) = shared(&path) else { continue };
            texts += 1;
            words.extend(text.split(|c: char| !c.is_alphabetic() && c != '\'').map(str::to_owned));
        }
        if texts == 0 {
            return;
        }
        let named: Vec<_> =
            words.iter().filter(|word| drug(word, language(code)).is_some()).collect();
        let suspects: Vec<_> = words
            .iter()
            .filter_map(|word| Some((word, nearest(word, language(code))?)))
            .filter(|(_, suspect)| suspect.probability >= 0.5)
            .map(|(word, suspect)| format!("{word}={}", suspect.inn))
            .collect();
        println!(
            "{code}: {} words, medicines {named:?}, {} suspects {suspects:?}",
            words.len(),
            suspects.len()
        );
        assert!(suspects.len() * 500 <= words.len(), "{code}");
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn letter(&mut self) -> char {
        char::from(b"abdefghiklmnoprstuv"[self.below(19)])
    }
}

fn one(name: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + random.below(letters.len() - 1);
    match random.below(3) {
        0 => letters[at] = random.letter(),
        1 => drop(letters.remove(at)),
        _ => letters.insert(at, random.letter()),
    }
    letters.into_iter().collect()
}

fn two(name: &str, random: &mut Random) -> String {
    one(&one(name, random), random)
}

fn swap(name: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + random.below(letters.len() - 2);
    letters.swap(at, at + 1);
    letters.into_iter().collect()
}

/// A consonant and the vowel behind it.
fn syllable(name: &str, random: &mut Random) -> String {
    let vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = name.chars().collect();
    let places: Vec<usize> =
        (1..letters.len() - 2).filter(|&i| !vowel(letters[i]) && vowel(letters[i + 1])).collect();
    let Some(at) = (!places.is_empty()).then(|| places[random.below(places.len())]) else {
        return one(name, random);
    };
    letters[..at].iter().chain(&letters[at + 2..]).collect()
}
