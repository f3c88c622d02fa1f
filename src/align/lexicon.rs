//! Translations learned from a corpus, kept in a file and used for other pairs.
//!
//! A lexicon pairs stems, the first letters of folded words: its file has one pair a line, source TAB
//! target TAB share, where share is how often the two render each other when one of them occurs, 0
//! to 1. Lines that start with `#` are comments, but for `# languages: he nb`, the languages of the two
//! columns. Memory grows with the beads learned from.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};
use std::ops::Range;

use super::Alignment;
use super::learn::{Stems, translations};
use super::text;
use crate::error::{Error, Result};
use crate::knowledge::terminology::Terminology;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;
use crate::span::Position;

/// What stands in a lexicon's file before the codes of its languages.
const LANGUAGES: &str = "# languages:";

/// A translation lexicon.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lexicon {
    /// Of source and target; none where that is not known.
    languages: Option<Pair<&'static Language>>,
    entries: BTreeMap<(String, String), f32>,
}

impl Lexicon {
    /// The pairs with their shares, sorted.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str, f32)> {
        self.entries
            .iter()
            .map(|((source, target), share)| (source.as_str(), target.as_str(), *share))
    }

    /// The languages of source and target, where they are known.
    pub fn languages(&self) -> Option<Pair<&'static Language>> {
        self.languages
    }

    /// What it says of two languages: all of it, turned round where it was learned in the other
    /// direction; nothing where it is known to be of others.
    #[must_use]
    pub fn of(&self, languages: Pair<&'static Language>) -> Lexicon {
        match self.languages {
            None => self.clone(),
            Some(own) if own == languages => self.clone(),
            Some(own) if own.swap() == languages => Lexicon {
                languages: Some(languages),
                entries: self
                    .entries
                    .iter()
                    .map(|((source, target), share)| ((target.clone(), source.clone()), *share))
                    .collect(),
            },
            Some(_) => Lexicon { languages: Some(languages), entries: BTreeMap::new() },
        }
    }

    /// How many pairs.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The pairs that a terminology gives for two languages. A term of several words gives a pair for
    /// each word; the share is parted between words and between synonyms.
    pub fn from_terminology(
        terminology: &Terminology,
        languages: Pair<&'static Language>,
    ) -> Lexicon {
        let mut lexicon = Lexicon { languages: Some(languages), entries: BTreeMap::new() };
        for (_, designations) in terminology.concepts() {
            let sides = languages.map(|language| -> Vec<Vec<String>> {
                let of = designations.iter().filter(|it| it.language == language);
                of.map(|it| stems(&it.term)).filter(|stems| !stems.is_empty()).collect()
            });
            let synonyms = sides.source.len().max(sides.target.len());
            for (source, target) in
                sides.source.iter().flat_map(|s| sides.target.iter().map(move |t| (s, t)))
            {
                let parts = synonyms.max(source.len()).max(target.len());
                let share = TOLD / parts as f32;
                for (s, t) in source.iter().flat_map(|s| target.iter().map(move |t| (s, t))) {
                    lexicon.raise(s.clone(), t.clone(), share);
                }
            }
        }
        lexicon
    }

    /// Joins another lexicon of the same languages to it; of two shares of one pair the larger stays.
    pub fn join(&mut self, other: Lexicon) {
        for ((source, target), share) in other.entries {
            self.raise(source, target, share);
        }
    }

    fn raise(&mut self, source: String, target: String, share: f32) {
        let known = self.entries.entry((source, target)).or_insert(share);
        *known = known.max(share);
    }

    /// Parses a lexicon file.
    ///
    /// # Errors
    ///
    /// At the first line that is no pair, or that names a language targum does not know.
    pub fn parse(text: &str) -> Result<Lexicon> {
        let mut lexicon = Lexicon::default();
        for (number, line) in text.lines().enumerate() {
            let at = Position { line: number, column: 0 };
            if let Some(codes) = line.strip_prefix(LANGUAGES) {
                lexicon.languages = Some(languages(codes).map_err(|error| error.at(at))?);
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut cells = line.split('\t');
            let entry = (|| {
                let pair = (cells.next()?.to_owned(), cells.next()?.to_owned());
                let share: f32 = cells.next()?.trim().parse().ok()?;
                (cells.next().is_none() && (0.0..=1.0).contains(&share)).then_some((pair, share))
            })();
            let Some((pair, share)) = entry else {
                let expected = if lexicon.entries.is_empty() {
                    "source TAB target TAB a share from 0 to 1, or the codes of the languages over a list of terms"
                } else {
                    "source TAB target TAB a share from 0 to 1"
                };
                return Err(Error::expected(expected, format!("\"{line}\"")).at(at));
            };
            lexicon.entries.insert(pair, share);
        }
        Ok(lexicon)
    }

    /// Writes the lexicon as a file that [`Lexicon::parse`] reads.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# stems that render each other: source, target, share")?;
        if let Some(Pair { source, target }) = self.languages {
            writeln!(out, "{LANGUAGES} {} {}", source.code, target.code)?;
        }
        for (source, target, share) in self.entries() {
            writeln!(out, "{source}\t{target}\t{share:.3}")?;
        }
        Ok(())
    }
}

/// The two languages that a lexicon's file names.
fn languages(codes: &str) -> Result<Pair<&'static Language>> {
    let of: Vec<_> = codes.split_whitespace().map(Language::from_tag).collect::<Result<_>>()?;
    match of[..] {
        [source, target] => Ok(Pair::new(source, target)),
        _ => Err(Error::expected("two codes of languages", format!("\"{}\"", codes.trim()))),
    }
}

/// How often two words render each other that a dictionary gives as the only renderings.
const TOLD: f32 = 0.9;

/// The stems of the words of a term.
fn stems(term: &str) -> Vec<String> {
    let mut stems = Vec::new();
    text::for_each_token(term, |token| stems.push(text::stem(&token.form).to_owned()));
    stems
}

/// Learns a lexicon from alignments, one after the other.
#[derive(Debug, Default)]
pub struct Learner {
    languages: Option<Pair<&'static Language>>,
    /// Whether it has learned from pairs of different languages.
    is_mixed: bool,
    ids: Pair<HashMap<String, u32>>,
    stems: Pair<Vec<String>>,
    beads: Stems,
}

impl Learner {
    /// A learner that has seen nothing.
    pub fn new() -> Learner {
        Learner::default()
    }

    /// Takes in the beads of an alignment that are more probable than not; those of a pair whose languages
    /// are exchanged as if they were not.
    pub fn add(&mut self, renderings: Pair<&Rendering>, alignment: &Alignment) {
        let languages = renderings.map(|rendering| rendering.document.language);
        let own = *self.languages.get_or_insert(languages);
        let is_turned = own != languages && own == languages.swap();
        self.is_mixed |= own != languages && !is_turned;
        for bead in alignment.beads() {
            if bead.is_null() || bead.posterior < 0.5 {
                continue;
            }
            let stems = Pair::from_fn(|held| {
                let side = if is_turned { held.other() } else { held };
                let segments = bead.segments.side(side).clone();
                self.stems_of(renderings.side(side), segments, held)
            });
            self.beads.push(stems, bead.posterior as f32);
        }
    }

    /// The stems of segments, kept among those of the side `held`.
    fn stems_of(&mut self, rendering: &Rendering, segments: Range<usize>, held: Side) -> Vec<u32> {
        let mut found = Vec::new();
        for segment in segments {
            text::for_each_token(rendering.text(segment), |token| {
                let stem = text::stem(&token.form);
                let ids = self.ids.side_mut(held);
                let id = match ids.get(stem) {
                    Some(&id) => id,
                    None => {
                        let id = ids.len() as u32;
                        ids.insert(stem.to_owned(), id);
                        self.stems.side_mut(held).push(stem.to_owned());
                        id
                    }
                };
                found.push(id);
            });
        }
        found
    }

    /// What was learned so far.
    pub fn lexicon(&self) -> Lexicon {
        let sizes = self.stems.as_ref().map(Vec::len);
        let entries = translations(&self.beads, sizes)
            .into_iter()
            .filter(|translation| translation.fidelity >= 0.05)
            .map(|translation| {
                let source = self.stems.source[translation.source as usize].clone();
                let target = self.stems.target[translation.target as usize].clone();
                ((source, target), translation.fidelity)
            })
            .collect();
        let languages = self.languages.filter(|_| !self.is_mixed);
        Lexicon { languages, entries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lexicon_survives_its_file() {
        let text = "hund\thund\t0.800\nkatt\tpoes\t0.250\n";
        let lexicon = Lexicon::parse(text).unwrap();
        let mut file = Vec::new();
        lexicon.write(&mut file).unwrap();
        assert_eq!(Lexicon::parse(std::str::from_utf8(&file).unwrap()).unwrap(), lexicon);
        assert_eq!(lexicon.len(), 2);
    }

    #[test]
    fn a_lexicon_is_turned_round_or_kept_for_its_languages() {
        let text = "# languages: nb nl\nkatt\tpoes\t0.250\n";
        let lexicon = Lexicon::parse(text).unwrap();
        let of = |source, target| {
            let languages = Pair::new(source, target).map(|tag| Language::from_tag(tag).unwrap());
            let lexicon = lexicon.of(languages);
            lexicon.entries().map(|(s, t, _)| format!("{s} {t}")).collect::<Vec<_>>()
        };
        assert_eq!(of("nb", "nl"), ["katt poes"]);
        assert_eq!(of("nl", "nb"), ["poes katt"]);
        assert!(of("nb", "de").is_empty());
        let mut file = Vec::new();
        lexicon.write(&mut file).unwrap();
        assert_eq!(Lexicon::parse(std::str::from_utf8(&file).unwrap()).unwrap(), lexicon);
        assert!(Lexicon::parse("# languages: nb\n").is_err());
    }

    #[test]
    fn a_line_without_a_share_is_an_error() {
        assert!(Lexicon::parse("hund\thund\n").is_err());
        assert!(Lexicon::parse("hund\thund\t1.5\n").is_err());
    }
}
