//! Plants faults in clean pairs.

/// A number of two to four digits that both sides of a pair write, and where the target has it.
///
/// As `../shared/tools/mutate_numbers.py` finds it: not glued to letters, digits or the marks that
/// stand inside larger numbers, dates and addresses.
pub fn shared_number(source: &str, target: &str) -> Option<(usize, usize)> {
    let known: Vec<&str> = plain_numbers(source).map(|(start, end)| &source[start..end]).collect();
    plain_numbers(target).find(|&(start, end)| known.contains(&&target[start..end]))
}

fn plain_numbers(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let is_inner = |sign: char| is_word(sign) || matches!(sign, '.' | ',' | '/' | ':' | '-');
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        if !signs[at].1.is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < signs.len() && signs[at].1.is_ascii_digit() {
            at += 1;
        }
        let before = start.checked_sub(1).map(|before| signs[before].1);
        let tail: Vec<char> =
            signs[at..].iter().map(|&(_, sign)| sign).take_while(|&sign| is_inner(sign)).collect();
        let stands = !before.is_some_and(is_inner)
            && (2..=4).contains(&(at - start))
            && !tail.first().copied().is_some_and(is_word)
            && !tail.iter().any(char::is_ascii_digit);
        if stands {
            found.push((signs[start].0, signs[at - 1].0 + 1));
        }
    }
    found.into_iter()
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// How to spoil a number; `None` where that would not change it.
pub type Spoil = fn(&str) -> Option<String>;

/// The ways to spoil a number, by name.
pub const SPOILS: [(&str, Spoil); 4] = [
    ("substitute", |digits| {
        let (head, last) = digits.split_at(digits.len() - 1);
        Some(format!("{head}{}", (last.parse::<u32>().ok()? + 3) % 10))
    }),
    ("transpose", |digits| {
        let (a, b) = (&digits[..1], &digits[1..2]);
        (a != b && b != "0").then(|| format!("{b}{a}{}", &digits[2..]))
    }),
    ("tenfold", |digits| Some(format!("{digits}0"))),
    ("drop", |_| Some(String::new())),
];
