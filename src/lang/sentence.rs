/// How the sentences of a language end, for the segmenter.
///
/// Every list is sorted and without the final full stop, and lower case but for `cased`.
pub struct Sentence {
    /// Abbreviations after which a sentence does not end ("dr", "f.eks").
    pub abbreviations: &'static [&'static str],
    /// Abbreviations that a number follows, and that are words otherwise ("no", "s", "art").
    pub numbered: &'static [&'static str],
    /// Abbreviations that may end a sentence: a cut follows before a capital ("osv", "etc").
    pub closing: &'static [&'static str],
    /// Abbreviations that end a sentence only if a word out of `starters` follows ("inc", "kr").
    pub ambiguous: &'static [&'static str],
    /// Abbreviations that are words in another case, and so are matched in their own ("Mag", but not
    /// "mag"; "schweiz", but not "Schweiz").
    pub cased: &'static [&'static str],
    /// Forms of the verbs of saying that, behind a quotation, tell who spoke; of languages where a
    /// small letter does not tell that the sentence goes on.
    pub saying: &'static [&'static str],
    /// Pronouns that, before one of `saying`, tell who spoke.
    pub tellers: &'static [&'static str],
    /// Names of Latin letters, with which acronyms are spelled in another script ("בי. בי. סי.").
    pub letters: &'static [&'static str],
    /// Words with a capital that go on behind a time of day ("5 p.m. Monday", "5 p.m. Eastern").
    pub after_clock: &'static [&'static str],
    /// How the shortened names of streets end, which a number follows ("Storgt. 5").
    pub streets: &'static [&'static str],
    /// Words that, capitalised, begin a sentence and are hardly ever part of a name.
    pub starters: &'static [&'static str],
    /// Words for "and others" that, after an initial, close a list of authors as "et al." does.
    pub others: &'static [&'static str],
    /// What closes a letter before a comma and the name of the writer ("best regards").
    pub farewells: &'static [&'static str],
    /// Words before an ordinal number.
    pub articles: &'static [&'static str],
    /// What a full stop after a number means.
    pub numbers: Numbers,
    /// A colon before a capital letter, a quotation or a dash of direct speech; the cut is soft.
    pub colon: Convention,
    /// A semicolon before a capital letter; the cut is soft.
    pub semicolon: Convention,
    /// A dash before a capital letter: it opens direct speech where it cuts.
    pub dash: Convention,
    /// A full stop, question or exclamation mark before a lower-case letter, as in informal writing.
    pub lower: Convention,
}

/// What a full stop after a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// The end of a sentence.
    Cardinal,
    /// An ordinal, unless the number is long or a word that begins sentences follows: nouns are
    /// capitalised.
    Ordinal,
    /// An ordinal before a lower-case letter, and before a capital if an article stands before the
    /// number ("den 3. Nordiske kongressen").
    OrdinalAfterArticle,
}

/// What the gold corpora of a language do at a place that may or may not end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// The sentence goes on.
    Joins,
    /// The text is cut.
    Cuts,
}

impl Sentence {
    /// No data: universal rules only.
    pub const NONE: Sentence = Sentence {
        abbreviations: &[],
        numbered: &[],
        closing: &[],
        ambiguous: &[],
        cased: &[],
        saying: &[],
        tellers: &[],
        letters: &[],
        after_clock: &[],
        streets: &["gt", "str"],
        starters: &[],
        others: &[],
        farewells: &[],
        articles: &[],
        numbers: Numbers::Cardinal,
        colon: Convention::Joins,
        semicolon: Convention::Joins,
        dash: Convention::Joins,
        lower: Convention::Joins,
    };
}
