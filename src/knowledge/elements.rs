//! The chemical elements and the Greek letters that formulae use, with their names.
//!
//! `elements.tsv` is our own: symbol, then the names of one language a column, without those that
//! are everyday words (English "lead", French "or").

/// The symbols of the elements; the index is the atomic number less one.
pub static SYMBOLS: [&str; 118] = [
    "H", "He", "Li", "Be", "B", "C", "N", "O", "F", "Ne", "Na", "Mg", "Al", "Si", "P", "S", "Cl",
    "Ar", "K", "Ca", "Sc", "Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn", "Ga", "Ge", "As",
    "Se", "Br", "Kr", "Rb", "Sr", "Y", "Zr", "Nb", "Mo", "Tc", "Ru", "Rh", "Pd", "Ag", "Cd", "In",
    "Sn", "Sb", "Te", "I", "Xe", "Cs", "Ba", "La", "Ce", "Pr", "Nd", "Pm", "Sm", "Eu", "Gd", "Tb",
    "Dy", "Ho", "Er", "Tm", "Yb", "Lu", "Hf", "Ta", "W", "Re", "Os", "Ir", "Pt", "Au", "Hg", "Tl",
    "Pb", "Bi", "Po", "At", "Rn", "Fr", "Ra", "Ac", "Th", "Pa", "U", "Np", "Pu", "Am", "Cm", "Bk",
    "Cf", "Es", "Fm", "Md", "No", "Lr", "Rf", "Db", "Sg", "Bh", "Hs", "Mt", "Ds", "Rg", "Cn", "Nh",
    "Fl", "Mc", "Lv", "Ts", "Og",
];

pub(super) static NAMES: &str = include_str!("elements.tsv");

/// The atomic number less one of a symbol.
pub fn element(symbol: &str) -> Option<u8> {
    let place = match *symbol.as_bytes() {
        [capital @ b'A'..=b'Z'] => place(capital, b'`'),
        [capital @ b'A'..=b'Z', small @ b'a'..=b'z'] => place(capital, small),
        _ => return None,
    };
    BY_LETTERS[place].checked_sub(1)
}

/// Atomic numbers by the letters of the symbol; 0 where no symbol has them.
static BY_LETTERS: [u8; 26 * 27] = {
    let mut numbers = [0; 26 * 27];
    let mut index = 0;
    while index < SYMBOLS.len() {
        let symbol = SYMBOLS[index].as_bytes();
        let small = if symbol.len() > 1 { symbol[1] } else { b'`' };
        index += 1;
        numbers[place(symbol[0], small)] = index as u8;
    }
    numbers
};

/// The place of a capital and a small letter, or `` ` `` for none, in [`BY_LETTERS`].
const fn place(capital: u8, small: u8) -> usize {
    (capital - b'A') as usize * 27 + (small - b'`') as usize
}

/// The names of the elements in a language: element, name. Nynorsk has those of Bokmål. In the
/// languages that compound, a long name is given with `*`: other words may follow it.
pub fn names(code: &str) -> impl Iterator<Item = (u8, String)> {
    let code = super::column(code);
    let compounds = matches!(code, "nb" | "sv" | "da" | "nl" | "de" | "is" | "fi");
    super::cldr::by_column(NAMES, code).flat_map(move |(symbol, cell)| {
        super::cldr::forms(cell).filter_map(move |form| {
            let open = compounds && form.chars().count() >= 6;
            Some((element(symbol)?, if open { format!("{form}*") } else { form.to_owned() }))
        })
    })
}

/// Lower-case Greek letters with their names: in the Latin script, in the spelling of the Nordic
/// languages and Dutch where that differs, in Hebrew, in Cyrillic.
static GREEK: &[(char, &[&str])] = &[
    ('α', &["alpha", "alfa", "אלפא", "אלפה", "альфа", "ألفا"]),
    ('β', &["beta", "bêta", "ביתא", "בטא", "бета", "بيتا"]),
    ('γ', &["gamma", "גמא", "גמה", "гамма", "غاما"]),
    ('δ', &["delta", "דלתא", "דלתה", "дельта", "دلتا"]),
    ('ε', &["epsilon", "אפסילון", "эпсилон"]),
    ('ζ', &["zeta", "zêta", "זטא", "дзета"]),
    ('θ', &["theta", "thêta", "תטא", "тета"]),
    ('κ', &["kappa", "קאפה", "קאפא", "каппа"]),
    ('λ', &["lambda", "למבדא", "למדא", "лямбда"]),
    ('σ', &["sigma", "סיגמא", "סיגמה", "сигма"]),
    ('τ', &["tau", "טאו", "тау"]),
    ('ω', &["omega", "oméga", "אומגה", "אומגא", "омега", "أوميغا"]),
];

/// The names of Greek letters in a language. Those that are words of the language are left out.
pub fn greek_letters(code: &str) -> impl Iterator<Item = (char, &'static str)> {
    let everyday = move |form: &str| matches!((code, form), ("is", "tau") | ("pl", "beta"));
    GREEK
        .iter()
        .flat_map(|(letter, forms)| forms.iter().map(move |form| (*letter, *form)))
        .filter(move |(_, form)| !everyday(form))
}

/// The small letter that a Greek letter of a formula stands for, if formulae use it.
pub fn greek(c: char) -> Option<char> {
    let small = c.to_lowercase().next()?;
    GREEK.iter().any(|(letter, _)| *letter == small).then_some(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_symbol_is_known() {
        let symbols: Vec<_> = super::super::cldr::by_column(NAMES, "en").collect();
        assert!(symbols.is_sorted());
        for (symbol, _) in symbols {
            assert!(element(symbol).is_some(), "{symbol}");
        }
    }
}
