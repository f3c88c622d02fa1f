/// The affixes of a language, for matching words to the citation forms of a lexicon.
///
/// Light stemming by tables: a word is cut where an ending fits, and what is left, with the ending
/// replaced, is looked up. A form that no table reaches stands in the lexicon itself.
pub struct Inflection {
    /// Endings of inflected forms and what the citation form has in their place.
    pub endings: &'static [(&'static str, &'static str)],
    /// Beginnings that inflection adds, such as the "ge" of participles.
    pub augments: &'static [&'static str],
    /// Particles written together with the following word, in the order in which they stack.
    pub proclitics: &'static [&'static [&'static str]],
    /// What may stand between the parts of a compound; empty where words are not compounded.
    pub linkers: &'static [&'static str],
    /// Whether a consonant doubled before an ending is single without it.
    pub undoubles: bool,
    /// How plurals begin that nouns in a vowel have, and that vowel: Danish "lægerne" is of "læge" and
    /// not of "læg", since every noun in -e has -erne and few others do.
    pub vowel_plurals: &'static [(&'static str, &'static str)],
    /// How a noun in the plural is told from a name.
    pub plurals: Plurals,
    /// Pronouns, articles and other words of grammar that are forms of no word but themselves, however
    /// they end; a space between two.
    pub closed: &'static str,
    /// The language whose column of the lexicon serves, if there is one.
    pub lexicon: Option<&'static str>,
}

/// How a noun in the plural is told from a name that ends alike: "Tensions", "Critics say".
pub struct Plurals {
    /// How such nouns end and no names do.
    pub ends: &'static [&'static str],
    /// Verbs right behind a subject in the plural, which a name does not have.
    pub verbs: &'static [&'static str],
}

impl Plurals {
    /// No data: no word is told to be a plural.
    pub const NONE: Plurals = Plurals { ends: &[], verbs: &[] };

    /// Whether a word (lower case), with another behind it, is a noun in the plural.
    pub fn tell(&self, word: &str, next: &str) -> bool {
        self.ends.iter().any(|end| word.len() > end.len() + 1 && word.ends_with(end))
            || word.ends_with('s') && self.verbs.contains(&next)
    }
}

impl Inflection {
    /// No data: words match as they stand.
    pub const NONE: Inflection = Inflection {
        endings: &[],
        augments: &[],
        proclitics: &[],
        linkers: &[],
        undoubles: false,
        vowel_plurals: &[],
        plurals: Plurals::NONE,
        closed: "",
        lexicon: None,
    };

    /// Calls `see` with every form that `word` (lower case) may be an inflection of, with the number
    /// of steps away: the word itself is 0 steps away. A doubled consonant is made single only where
    /// `see` says that the form with both is no word.
    pub fn citation_forms(&self, word: &str, see: &mut dyn FnMut(&str, u8) -> bool) {
        see(word, 0);
        self.without_ending(word, 1, see);
        for augment in self.augments {
            if let Some(rest) = word.strip_prefix(augment) {
                self.without_ending(rest, 2, see);
            }
        }
        self.without_proclitics(word, 0, 1, see);
    }

    /// Whether `word` (lower case) may be an inflection of a form that `is_it`.
    pub fn reaches(&self, word: &str, mut is_it: impl FnMut(&str) -> bool) -> bool {
        let mut found = false;
        self.citation_forms(word, &mut |form, _| {
            let is_it = is_it(form);
            found |= is_it;
            is_it
        });
        found
    }

    /// The word, and what is left of it without the particles at its beginning, longest first.
    pub fn without_particles<'w>(&self, word: &'w str) -> Vec<&'w str> {
        let mut rests = vec![word];
        self.collect_rests(word, 0, &mut rests);
        rests.sort_by_key(|rest| std::cmp::Reverse(rest.len()));
        rests.dedup();
        rests
    }

    fn collect_rests<'w>(&self, word: &'w str, slot: usize, rests: &mut Vec<&'w str>) {
        for (next, particles) in self.proclitics.iter().enumerate().skip(slot) {
            let stripped = particles.iter().filter_map(|particle| word.strip_prefix(particle));
            for rest in stripped.filter(|rest| has_letters(rest, 2)) {
                rests.push(rest);
                self.collect_rests(rest, next + 1, rests);
            }
        }
    }

    fn without_ending(&self, word: &str, steps: u8, see: &mut dyn FnMut(&str, u8) -> bool) {
        let mut form = String::new();
        for (ending, replacement) in self.endings {
            let Some(stem) = word.strip_suffix(ending) else { continue };
            if !has_letters(stem, 2) {
                continue;
            }
            form.clear();
            form.push_str(stem);
            form.push_str(replacement);
            let is_known = see(&form, steps);
            // Before a vowel of its own, as in "vene", a word has one consonant in all forms.
            let may_be_doubled = !is_known && !replacement.starts_with(['a', 'e']);
            if self.undoubles
                && may_be_doubled
                && let Some(single) = undoubled(stem)
            {
                form.clear();
                form.push_str(single);
                form.push_str(replacement);
                see(&form, steps);
            }
        }
    }

    fn without_proclitics(
        &self,
        word: &str,
        slot: usize,
        steps: u8,
        see: &mut dyn FnMut(&str, u8) -> bool,
    ) {
        for (next, particles) in self.proclitics.iter().enumerate().skip(slot) {
            for particle in *particles {
                let Some(rest) = word.strip_prefix(particle) else { continue };
                if !has_letters(rest, 2) {
                    continue;
                }
                see(rest, steps);
                self.without_ending(rest, steps + 1, see);
                self.without_proclitics(rest, next + 1, steps, see);
            }
        }
    }
}

fn has_letters(text: &str, at_least: usize) -> bool {
    text.chars().nth(at_least - 1).is_some()
}

/// The stem with its doubled last consonant made single.
fn undoubled(stem: &str) -> Option<&str> {
    let last = stem.chars().next_back()?;
    let single = &stem[..stem.len() - last.len_utf8()];
    (single.ends_with(last) && !"aeiouyæøåäö".contains(last)).then_some(single)
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;

    #[track_caller]
    fn reaches(language: &str, word: &str, form: &str) {
        let language = Language::from_tag(language).unwrap();
        let found = language.inflection.reaches(word, |candidate| candidate == form);
        assert!(found, "{word} does not reach {form}");
    }

    #[test]
    fn inflected_forms_reach_their_citation_form() {
        reaches("he", "ובמחקרים", "מחקר");
        reaches("he", "שהתרופות", "תרופה");
        reaches("he", "תוצאותיו", "תוצאה");
        reaches("nb", "studiene", "studie");
        reaches("nb", "rommene", "rom");
        reaches("nb", "økte", "øke");
        reaches("sv", "flickorna", "flicka");
        reaches("sv", "visade", "visa");
        reaches("da", "husene", "hus");
        reaches("nl", "gewerkt", "werken");
        reaches("en", "stopped", "stop");
        reaches("en", "studies", "study");
        reaches("de", "gezeigt", "zeigen");
        reaches("fr", "nationaux", "national");
        reaches("fr", "montraient", "montrer");
    }

    #[test]
    fn particles_are_taken_off_one_by_one() {
        let hebrew = Language::from_tag("he").unwrap();
        let rests = hebrew.inflection.without_particles("ובמחקר");
        assert_eq!(rests, ["ובמחקר", "במחקר", "מחקר"]);
        let norwegian = Language::from_tag("nb").unwrap();
        assert_eq!(norwegian.inflection.without_particles("hele"), ["hele"]);
    }
}
