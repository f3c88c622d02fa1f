//! Nynorsk for the Bokmål words of the concept lexicon whose stem differs: "haust" for "høst".
//!
//! The table `nynorsk.tsv` has a word of Bokmål a line and, behind a TAB, its Nynorsk, parted by a
//! vertical bar, most usual first; sorted. Written for this project by hand, under its own licence.
//! A Nynorsk form whose main sense is another concept ("tre" for trees) is left out. What the
//! endings of `lang::nn` reach is no matter of this table.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub(super) static TABLE: &str = include_str!("nynorsk.tsv");

/// The Nynorsk forms of a word or phrase of Bokmål, most usual first; none where they are alike.
pub(super) fn forms(bokmal: &str) -> impl Iterator<Item = &'static str> + use<> {
    static FORMS: LazyLock<FxHashMap<&str, &str>> =
        LazyLock::new(|| TABLE.lines().filter_map(|line| line.split_once('\t')).collect());
    let cell = FORMS.get(bokmal).copied().unwrap_or_default();
    cell.split('|').filter(|form| !form.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::lexicon::Concept;
    use crate::lang::Language;

    #[test]
    fn every_line_is_a_word_of_the_lexicon_and_other_words() {
        let bokmal = Language::from_tag("nb").unwrap();
        let words: Vec<&str> = Concept::all()
            .flat_map(|concept| concept.renderings(bokmal))
            .flat_map(str::split_whitespace)
            .collect();
        let heads: Vec<&str> =
            TABLE.lines().map(|line| line.split_once('\t').expect(line).0).collect();
        assert!(heads.is_sorted_by(|one, next| one < next));
        for head in heads {
            assert!(words.contains(&head), "{head} is no word of the lexicon");
            let forms: Vec<&str> = forms(head).collect();
            assert!(!forms.is_empty() && !forms.contains(&head), "{head}");
        }
    }

    #[test]
    fn nynorsk_comes_first_and_bokmal_is_as_it_was() {
        let renderings = |tag: &str| {
            let autumn = Concept::named("autumn").unwrap();
            autumn.renderings(Language::from_tag(tag).unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(renderings("nn"), ["haust", "høst"]);
        assert_eq!(renderings("nb"), ["høst"]);
    }
}
