//! The pieces of evidence, by name, and what each is worth.

use super::weights::WEIGHTS;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident => $label:literal,)*) => {
        /// One piece of evidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(super) enum Feature { $($(#[$doc])* $name,)* }

        impl Feature {
            pub const ALL: &[Feature] = &[$(Feature::$name,)*];

            /// The name in the table of weights and in explanations.
            pub fn label(self) -> &'static str {
                match self { $(Feature::$name => $label,)* }
            }
        }
    };
}

features! {
    /// Shapes, the same for both directions; 1-1 is where they are measured from.
    Shape12 => "shape 1-2",
    Shape22 => "shape 2-2",
    Shape13 => "shape 1-3",
    Shape23 => "shape 2-3",
    Shape14 => "shape 1-4",
    Shape33 => "shape 3-3",
    Shape24 => "shape 2-4",
    Shape15 => "shape 1-5",
    ShapeLarge => "shape over 6",
    /// Two neighbours that changed places.
    Swap => "swap",
    /// A run of skipped segments begins, or goes on.
    SkipOpen => "skip: first of a run",
    SkipExtend => "skip: further of a run",
    /// Logarithm of the length of a skipped segment.
    SkipLength => "skip: log length",
    SkipBare => "skip: no letters",
    /// Squared deviation from the expected length, halved, up to 10.
    LengthSquare => "length: squared deviation",
    LengthDeviation => "length: deviation",
    LengthLog => "length: log",
    Number => "same number",
    Word => "same word",
    ShortWord => "same short word",
    Prefix => "same first letters",
    Skeleton => "same consonants",
    Sound => "same consonants in another script",
    Anchor => "same anchor",
    Term => "same concept",
    Learned => "learned translation",
    Lexicon => "translation of the lexicon",
    /// Of tokens whose counterpart in the bead renders another one.
    Again => "matched again",
    /// Log-likelihood ratio of the cosine of the embeddings.
    Meaning => "similar meaning",
    /// Log-likelihood ratio of the share of tokens that find a counterpart.
    Coverage => "coverage",
    /// The same of the tokens that have a known translation.
    CoverageKnown => "coverage of known words",
    UnmatchedNumber => "numbers unmatched",
    QuestionSame => "both ask",
    QuestionOne => "one asks",
    ExclamationSame => "both exclaim",
    ExclamationOne => "one exclaims",
    ColonSame => "both end in a colon",
    EndSame => "same end",
    EndOpen => "one ends inside a sentence",
    ItemSame => "both are items",
    ItemOne => "one is an item",
    QuoteOpens => "one opens a quotation",
    QuoteCloses => "one closes a quotation",
    QuoteSame => "both quote",
    LettersOne => "one has no letters",
    CaseOne => "one starts in lower case",
    ContinuesOne => "one continues the segment before",
    ContinuesBoth => "both continue the segment before",
    InnerHard => "sure cuts inside",
    InnerSoft => "soft cuts inside",
    InnerBlock => "block edges inside",
    BlockSame => "same kind of block",
    BlockOne => "other kind of block",
    DepthOne => "other depth",
}

/// How many features there are.
pub(super) const COUNT: usize = Feature::ALL.len();

/// The values of all features for one bead.
pub(super) type Features = [f32; COUNT];

/// A weight per feature.
pub(super) type Weights = [f32; COUNT];

/// The trained weights.
pub(super) fn trained() -> Weights {
    let mut weights = [0.0; COUNT];
    for (feature, weight) in Feature::ALL.iter().zip(&mut weights) {
        if let Some((_, value)) = WEIGHTS.iter().find(|(label, _)| *label == feature.label()) {
            *weight = *value;
        }
    }
    weights
}

/// What weights are without data: most are nothing; the development data has no blocks, so what is
/// said of them is set by hand.
#[cfg(test)]
pub(super) fn prior(feature: Feature) -> f32 {
    match feature {
        Feature::InnerBlock => -4.0,
        Feature::BlockSame => 0.7,
        Feature::BlockOne => -1.0,
        Feature::DepthOne => -0.3,
        Feature::Anchor | Feature::Number | Feature::Word | Feature::Term | Feature::Sound => 0.5,
        _ => 0.0,
    }
}

/// The sign that a weight must have to make sense: 1 where more of the feature cannot speak against a
/// bead, -1 where it cannot speak for it, 0 where both are possible.
#[cfg(test)]
pub(super) fn sign(feature: Feature) -> f32 {
    use Feature::*;
    match feature {
        Number | Word | ShortWord | Prefix | Skeleton | Sound | Anchor | Term | Learned
        | Lexicon | Again | Meaning | Coverage | CoverageKnown | QuestionSame | ExclamationSame
        | ColonSame | EndSame | ItemSame | QuoteSame | ContinuesBoth | BlockSame => 1.0,
        Swap | SkipOpen | LengthSquare | LengthDeviation | UnmatchedNumber | QuestionOne
        | ExclamationOne | EndOpen | ItemOne | QuoteOpens | QuoteCloses | LettersOne | CaseOne
        | ContinuesOne | InnerHard | InnerSoft | InnerBlock | BlockOne | DepthOne => -1.0,
        _ => 0.0,
    }
}

pub(super) fn dot(weights: &Weights, features: &Features) -> f32 {
    weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum()
}
