//! Hebrew letters: final forms folded, with geresh and doubling. Weakness: points are passed over,
//! so a pointed shin or bet is as ambiguous as a bare one.

/// The symbol of a letter before `next`; empty for what is no letter.
pub(super) fn letter(c: char, next: Option<char>) -> &'static str {
    let geresh = matches!(next, Some('\'' | '׳' | '’' | '‘'));
    match c {
        'ג' if geresh => "ג'",
        'צ' | 'ץ' if geresh => "צ'",
        'ז' if geresh => "ז'",
        'ת' if geresh => "ת'",
        'ד' if geresh => "ד'",
        'ו' if next == Some('ו') => "וו",
        'י' if next == Some('י') => "יי",
        'װ' => "וו",
        'ײ' => "יי",
        'א' => "א",
        'ב' => "ב",
        'ג' => "ג",
        'ד' => "ד",
        'ה' => "ה",
        'ו' => "ו",
        'ז' => "ז",
        'ח' => "ח",
        'ט' => "ט",
        'י' => "י",
        'כ' | 'ך' => "כ",
        'ל' => "ל",
        'מ' | 'ם' => "מ",
        'נ' | 'ן' => "נ",
        'ס' => "ס",
        'ע' => "ע",
        'פ' | 'ף' => "פ",
        'צ' | 'ץ' => "צ",
        'ק' => "ק",
        'ר' => "ר",
        'ש' => "ש",
        'ת' => "ת",
        _ => "",
    }
}
