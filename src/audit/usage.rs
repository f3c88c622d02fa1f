//! What the documents themselves show of their words: which are written without a capital too, so that a
//! capital makes no name of them. Source: truecasing (Lita et al. 2003). Linear in the text, once a
//! bitext. Weakness: a name that is a word too is taken for the word where the document has both.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::bitext::Bitext;
use crate::lang::words::words;
use crate::pair::{Pair, Side};

/// How the documents of a bitext write their words; counted when first asked.
pub(super) struct Usage<'a> {
    bitext: &'a Bitext,
    small: Pair<OnceLock<FxHashSet<&'a str>>>,
}

impl<'a> Usage<'a> {
    pub fn of(bitext: &'a Bitext) -> Self {
        Usage { bitext, small: Pair::default() }
    }

    /// Whether a side has a word without a capital too.
    pub fn is_also_small(&self, side: Side, word: &str) -> bool {
        let small = self.small.side(side).get_or_init(|| {
            let text = &self.bitext.renderings.side(side).document.text;
            let words = words(text).map(|(_, word)| word);
            words.filter(|word| word.starts_with(char::is_lowercase)).collect()
        });
        small.contains(word.to_lowercase().as_str())
    }
}
