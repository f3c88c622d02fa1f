/// The marks of a language.
pub struct Orthography {
    /// Decimal mark.
    pub decimal: char,
    /// Marks that may group digits by three, most usual first.
    pub group: &'static [char],
    /// Opening and closing quotation marks, most usual first.
    pub quotes: &'static [(char, char)],
}
