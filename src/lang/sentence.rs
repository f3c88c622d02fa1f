/// How the sentences of a language end, for the segmenter.
pub struct Sentence {
    /// Abbreviations, lower case, without the final full stop, after which a sentence does not end.
    pub abbreviations: &'static [&'static str],
}

impl Sentence {
    /// No data: universal rules only.
    pub const NONE: Sentence = Sentence { abbreviations: &[] };
}
