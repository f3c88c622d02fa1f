/// The affixes of a language, for matching words to concepts.
pub struct Inflection {}

impl Inflection {
    /// No data: words match as they stand.
    pub const NONE: Inflection = Inflection {};
}
