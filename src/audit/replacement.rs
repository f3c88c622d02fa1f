//! What to write in place of a word that means something else, inflected as the place asks.
//!
//! A citation form may stand for a citation form; an inflected one is given only where the two words
//! surely inflect alike: adjectives that take the same ending, and words of one last part, as Monday
//! and Tuesday. Elsewhere there is no suggestion, which is better than a wrong one.

use crate::knowledge::lexicon::Concept;
use crate::lang::words::fold;
use crate::lang::{Language, Script};

/// A word of a text with what it means.
pub(super) struct Meant<'t> {
    /// As it stands, without attached particles.
    pub text: &'t str,
    pub concept: Concept,
    pub language: &'static Language,
    /// What the concept is usually called in the language.
    pub usual: Option<&'t str>,
}

impl Meant<'_> {
    fn is_citation(&self) -> bool {
        self.usual.is_some_and(|usual| fold(usual) == fold(self.text))
    }

    fn is_adjective(&self) -> bool {
        self.concept.class().starts_with("adj.")
    }
}

/// The word to write for `wrong`, so that it says what `right` says on the other side; `usual` is what
/// that is usually called in the language of `wrong`.
pub(super) fn replacement(right: &Meant<'_>, wrong: &Meant<'_>, usual: &str) -> Option<String> {
    let is_adjective = right.is_adjective() && wrong.is_adjective();
    // "Oral" is spoken too; beside "rectal" that is not what it means.
    let kind = |meant: &Meant<'_>| meant.concept.class().split('_').next();
    if is_adjective && kind(right) != kind(wrong) {
        return None;
    }
    let is_inflected = ["noun.", "verb.", "adj."]
        .iter()
        .any(|class| wrong.concept.class().starts_with(class) || is_of(right.concept, class));
    let is_unchanging = is_adjective && wrong.language.code == "en";
    let new = if wrong.is_citation() {
        (right.is_citation() || is_unchanging || !is_inflected).then(|| usual.to_owned())
    } else {
        let lemma = wrong.usual?;
        same_last_part(wrong.text, lemma, usual)
            .or_else(|| is_adjective.then(|| same_ending(wrong, lemma, usual))?)
    }?;
    Some(if wrong.text.starts_with(char::is_uppercase) { capitalised(&new) } else { new })
}

fn is_of(concept: Concept, class: &str) -> bool {
    concept.class().starts_with(class)
}

/// Letters that two words must share at their end to be of one last part.
const LAST_PART: usize = 3;

/// `usual` with the ending of `word`, where its last part is that of `lemma`.
fn same_last_part(word: &str, lemma: &str, usual: &str) -> Option<String> {
    let shared: usize = lemma
        .chars()
        .rev()
        .zip(usual.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let last = &lemma[lemma.len() - shared..];
    let head = &lemma[..lemma.len() - shared];
    let kept: String = last.chars().take(LAST_PART).collect();
    let rest = word.get(head.len()..)?;
    let is_form = fold(word).starts_with(&fold(head)) && fold(rest).starts_with(&fold(&kept));
    (last.chars().count() >= LAST_PART && is_form)
        .then(|| format!("{}{rest}", &usual[..usual.len() - shared]))
}

/// `usual` with the adjective ending that `wrong` has behind `lemma`.
fn same_ending(wrong: &Meant<'_>, lemma: &str, usual: &str) -> Option<String> {
    let endings: &[&str] = match wrong.language.code {
        "nb" | "nn" | "da" => &["e", "t"],
        "sv" => &["a", "t"],
        "de" => &["e", "en", "er", "es", "em"],
        "he" => &["ה", "ים", "ות"],
        _ => return None,
    };
    let word = fold(wrong.text);
    let ending = word.strip_prefix(lemma).filter(|ending| endings.contains(ending))?;
    if wrong.language.script == Script::Hebrew {
        return Some(format!("{}{ending}", medial(usual)));
    }
    let is_regular = |lemma: &str| {
        !lemma.contains(' ')
            && lemma.chars().count() > 2
            && !lemma.ends_with(['a', 'e', 't', 'd', 's', 'å'])
            && !["el", "en", "er", "ig", "sk", "om"].iter().any(|end| lemma.ends_with(end))
    };
    (is_regular(lemma) && is_regular(usual)).then(|| format!("{usual}{ending}"))
}

/// A Hebrew word whose last letter has the form that it has inside a word.
fn medial(word: &str) -> String {
    let pairs = [('ך', 'כ'), ('ם', 'מ'), ('ן', 'נ'), ('ף', 'פ'), ('ץ', 'צ')];
    let last = word.chars().next_back();
    match pairs.iter().find(|(end, _)| Some(*end) == last) {
        Some((end, inner)) => format!("{}{inner}", word.trim_end_matches(*end)),
        None => word.to_owned(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn gives(source: [&str; 3], target: [&str; 3], new: Option<&str>) {
        fn meant<'t>([tag, concept, text]: [&'t str; 3]) -> Meant<'t> {
            let concept = Concept::named(concept).unwrap();
            let language = Language::from_tag(tag).unwrap();
            let usual = concept.renderings(language).next();
            Meant { text, concept, language, usual }
        }
        let (source, target) = (meant(source), meant(target));
        let usual = source.concept.renderings(target.language).next().unwrap();
        assert_eq!(replacement(&source, &target, usual).as_deref(), new);
    }

    #[test]
    fn a_citation_form_stands_for_a_citation_form() {
        gives(["de", "brother", "Bruder"], ["en", "sister", "sister"], Some("brother"));
        gives(["he", "dog", "כלבים"], ["en", "cat", "cat"], None);
        gives(["he", "gap", "פערים"], ["nb", "difference", "Forskjellene"], None);
        gives(["he", "adult", "מבוגרים"], ["nb", "elderly", "eldre"], None);
    }

    #[test]
    fn inflected_forms_are_given_where_they_are_sure() {
        gives(["en", "low", "low"], ["nb", "high", "høye"], Some("lave"));
        gives(["en", "low", "low"], ["nb", "high", "Høyt"], Some("Lavt"));
        gives(["nb", "low", "lave"], ["en", "high", "high"], Some("low"));
        gives(["sv", "monday", "måndagen"], ["da", "tuesday", "tirsdagen"], Some("mandagen"));
        gives(["en", "low", "low"], ["he", "high", "גבוהה"], Some("נמוכה"));
        gives(["en", "ascent", "ascents"], ["nb", "descent", "nedturer"], None);
        gives(["en", "decrease", "decreased"], ["de", "increase", "erhöhte"], None);
    }
}
