//! The spelling that all languages' forms of a nonproprietary name fold to.
//!
//! Source: the WHO's rules for adapting an INN (ph and f, th and t, ae or oe and e, y and i, c and
//! k, a last vowel). Complexity: linear.

/// The letters of a word, folded: small ASCII letters, `?` for what is none.
pub(super) fn fold(word: &str) -> Vec<u8> {
    let mut letters: Vec<u8> = Vec::with_capacity(word.len());
    for c in word.chars() {
        push_plain(c, &mut letters);
    }
    let mut folded = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let (this, next) = (letters[at], letters.get(at + 1).copied().unwrap_or(0));
        let (sound, step): (&[u8], usize) = match (this, next) {
            (b'p', b'h') => (b"f", 2),
            (b't', b'h') => (b"t", 2),
            (b'r', b'h') => (b"r", 2),
            (b'c' | b's', b'h') | (b'c', b'k' | b'c') => (b"k", 2),
            (b'a' | b'o', b'e') => (b"e", 2),
            (b'q', b'u') | (b'k', b'v') => (b"k", 2),
            (b'k' | b'c', b's') => (b"ks", 2),
            (b'x', _) => (b"ks", 1),
            (b'c', b'e' | b'i' | b'y') => (b"s", 1),
            (b'c' | b'q', _) => (b"k", 1),
            (b'z', _) => (b"s", 1),
            (b'y' | b'j', _) => (b"i", 1),
            (b'w', _) => (b"v", 1),
            // Nordic "klortiazid" beside "klorotiazid".
            (b'o', b't') if folded.ends_with(b"klor") => (b"", 1),
            _ => (std::slice::from_ref(&letters[at]), 1),
        };
        let doubled = folded.last() == sound.first();
        folded.extend_from_slice(&sound[usize::from(doubled)..]);
        at += step;
    }
    // "imipramine", "imipramina", "imipramin".
    if folded.len() > 5 && matches!(folded.last(), Some(b'e' | b'a' | b'o' | b'i')) {
        folded.pop();
    }
    folded
}

fn push_plain(c: char, letters: &mut Vec<u8>) {
    match c {
        'a'..='z' => letters.push(c as u8),
        'A'..='Z' => letters.push(c.to_ascii_lowercase() as u8),
        _ => {
            let plain: &[u8] = match c.to_lowercase().next().unwrap_or(c) {
                'ę' | 'é' | 'è' | 'ê' | 'ë' | 'æ' | 'ä' | 'ø' | 'ö' | 'œ' => b"e",
                'ą' | 'á' | 'à' | 'â' | 'å' | 'ã' => b"a",
                'í' | 'î' | 'ï' => b"i",
                'ó' | 'ô' => b"o",
                'ú' | 'ü' | 'û' => b"u",
                'ý' => b"y",
                'ç' => b"s",
                'ñ' => b"n",
                'ł' => b"l",
                'а' => b"a",
                'б' => b"b",
                'в' => b"v",
                'г' => b"g",
                'д' => b"d",
                'е' | 'э' => b"e",
                'ж' | 'з' => b"z",
                'и' | 'й' | 'ы' => b"i",
                'к' => b"k",
                'л' => b"l",
                'м' => b"m",
                'н' => b"n",
                'о' => b"o",
                'п' => b"p",
                'р' => b"r",
                'с' => b"s",
                'т' => b"t",
                'у' => b"u",
                'ф' => b"f",
                'х' => b"k",
                'ц' => b"s",
                'ь' => b"",
                'α' | 'ά' => b"a",
                'β' => b"v",
                'γ' => b"g",
                'δ' => b"d",
                'ε' | 'έ' => b"e",
                'ζ' => b"z",
                'η' | 'ή' | 'ι' | 'ί' | 'υ' | 'ύ' => b"i",
                'θ' => b"t",
                'κ' => b"k",
                'λ' => b"l",
                'μ' => b"m",
                'ν' => b"n",
                'ξ' => b"x",
                'ο' | 'ό' | 'ω' | 'ώ' => b"o",
                'π' => b"p",
                'ρ' => b"r",
                'σ' | 'ς' => b"s",
                'τ' => b"t",
                'φ' => b"f",
                'χ' => b"k",
                '\'' | '’' | '\u{0300}'..='\u{036f}' => b"",
                _ => b"?",
            };
            letters.extend_from_slice(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn the_forms_of_a_name_fold_alike() {
        for forms in [
            &["hydrochlorothiazide", "hydroklortiazid", "hydroklorotiazid"][..],
            &["imipramine", "imipramin", "Imipramina", "имипрамин"],
            &["phenytoin", "fenytoin", "fenitoína"],
            &["chlorpromazine", "klorpromazin", "Chlorpromazin", "clorpromazina"],
            &["methotrexate", "metotreksat", "metotrexat", "méthotrexate"],
            &["cyclosporine", "cyklosporin", "syklosporin"],
            &["quetiapine", "kvetiapin", "quetiapin"],
            &["amoxicillin", "amoksicillin", "amoxicilline"],
        ] {
            let folded: Vec<_> = forms.iter().map(|form| fold(form)).collect();
            assert!(folded.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}");
        }
    }
}
