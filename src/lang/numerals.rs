/// The number words, month names and unit names of a language.
pub struct Numerals {}

impl Numerals {
    /// No data: digits only.
    pub const NONE: Numerals = Numerals {};
}
