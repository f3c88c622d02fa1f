//! The names and signs of units as an automaton: one step a character, until no name goes on.
//!
//! Complexity: linear in the longest name that the text begins with. Weakness: none of note; a name
//! of more than four words is never found.

use rustc_hash::FxHashMap;

use super::Unit;
use super::three_letters::ThreeLetters;
use super::vocabulary::plain_quote;
use super::word::is_letter;
use crate::lang::letter;

/// Names of units, each a path of characters.
pub(super) struct UnitNames {
    steps: FxHashMap<(u32, char), u32>,
    units: Vec<Option<Unit>>,
    /// What a text of letters that begins with a name begins with.
    starts: ThreeLetters,
    /// How a character of the text is read.
    read: fn(char) -> char,
}

/// The longest name, in characters.
const LONGEST: usize = 40;

impl UnitNames {
    /// Names in lower case with plain quotes.
    pub fn in_any_case<'n>(names: impl Iterator<Item = (&'n str, Unit)>) -> UnitNames {
        UnitNames::build(names, |sign| letter::lower(plain_quote(sign)))
    }

    /// Signs, upper and lower case as they stand.
    pub fn as_written<'n>(signs: impl Iterator<Item = (&'n str, Unit)>) -> UnitNames {
        UnitNames::build(signs, |sign| sign)
    }

    fn build<'n>(
        names: impl Iterator<Item = (&'n str, Unit)>,
        read: fn(char) -> char,
    ) -> UnitNames {
        let (steps, units, starts) = (FxHashMap::default(), vec![None], ThreeLetters::new());
        let mut automaton = UnitNames { steps, units, starts, read };
        for (name, unit) in names {
            automaton.starts.insert(name.bytes());
            let mut state = 0;
            for sign in name.chars() {
                let fresh = automaton.units.len() as u32;
                state = *automaton.steps.entry((state, sign)).or_insert(fresh);
                if state == fresh {
                    automaton.units.push(None);
                }
            }
            automaton.units[state as usize] = Some(unit);
        }
        automaton
    }

    /// The unit whose name a text begins with, the longest, and the bytes of the name. It ends
    /// where a word does, or anywhere in scripts without spaces.
    pub fn longest(&self, text: &str, unspaced: bool) -> Option<(Unit, usize)> {
        // A name of fewer letters ends before the third of a word.
        if !unspaced && self.starts.rules_out(text.bytes()) {
            return None;
        }
        let degree = text.starts_with(['°', 'º']);
        let (mut state, mut words, mut previous) = (0, 0, ' ');
        let mut best = None;
        for (offset, raw) in text.char_indices().take(LONGEST) {
            let sign = plain_quote(raw);
            let inside = is_letter(sign) && (is_letter(previous) || matches!(previous, '"' | '\''));
            if offset > 0 && (unspaced || !inside) {
                best = self.units[state as usize].map(|unit| (unit, offset)).or(best);
            }
            words += usize::from(sign == ' ');
            if words == 4 || matches!(sign, ',' | ';' | ':' | '(' | ')' | '\n' | '!' | '?') {
                return best;
            }
            let next = self.steps.get(&(state, (self.read)(raw)));
            state = match next {
                Some(&next) => next,
                // "° C" is "°C".
                None if degree && sign == ' ' => state,
                None => return best,
            };
            if offset + raw.len_utf8() == text.len() {
                best = self.units[state as usize].map(|unit| (unit, text.len())).or(best);
            }
            previous = sign;
        }
        best
    }
}
