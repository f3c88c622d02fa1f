//! Which words of a bead have a counterpart on the other side.
//!
//! A word corresponds when the other side holds one of its concepts, a near synonym, a rendering of
//! its concepts in another form, the same word or number, or a word of the same sound. Quadratic in
//! the words of a bead. Weakness: a word that the lexicon lacks corresponds only by its form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::BeadView;
use crate::align::{Ear, for_each_skeleton};
use crate::anchor::TermForm;
use crate::knowledge::lexicon::Concept;
use crate::lang::words::{fold, words};
use crate::lang::{Language, Script};
use crate::pair::{Pair, Side};
use crate::span::Span;

/// A word, or several that render one concept.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Where it stands in the visible text.
    pub span: Span,
    /// What it may mean; empty where the lexicon lacks it.
    pub concepts: Vec<Concept>,
    /// What it is to the sentence.
    pub role: Role,
    /// How its words were found; `None` where the lexicon lacks them.
    pub form: Option<TermForm>,
    /// Whether the other side holds a counterpart.
    pub has_counterpart: bool,
    /// The units of the other side that hold one of its concepts or the same word, ascending.
    pub counterparts: Vec<usize>,
}

/// What a word is to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A noun, verb, adjective, name or number.
    Content,
    /// An adverb, a quantity, a comparison.
    Modifier,
    /// The glue of a language.
    Function,
}

/// Words behind a preposition among which its noun stands.
const REACH_OF_PREPOSITION: usize = 3;

/// The words of a bead.
#[derive(Clone, Debug)]
pub(super) struct Correspondence {
    pub units: Pair<Vec<Unit>>,
}

impl Correspondence {
    /// Looks for the counterpart of every word of the bead.
    pub fn of(view: &BeadView<'_>) -> Self {
        let sides = Pair::from_fn(|side| Words::of(view, side));
        let units = Pair::from_fn(|side| {
            let other = sides.side(side.other());
            let mut units = units(view, side);
            for unit in &mut units {
                unit.has_counterpart = other.answers(view, side, unit);
            }
            units
        });
        let mut correspondence = Correspondence { units };
        correspondence.link(view);
        correspondence
    }

    /// Links units that share a concept, a near synonym or a form.
    fn link(&mut self, view: &BeadView<'_>) {
        let forms = Pair::from_fn(|side| {
            let text = view.document_text(side);
            let units = self.units.side(side).iter();
            let ear = ear(view);
            units.map(|unit| Form::of(plain(unit.span.of(text)), ear)).collect::<Vec<_>>()
        });
        let (sources, targets) = (&mut self.units.source, &mut self.units.target);
        let mut excluding: Vec<(usize, usize)> = Vec::new();
        for (at, source) in sources.iter_mut().enumerate() {
            for (other, target) in targets.iter_mut().enumerate() {
                let by_concept = source.concepts.iter().any(|&concept| {
                    target.concepts.contains(&concept)
                        || concept.neighbours().iter().any(|near| target.concepts.contains(near))
                });
                let is_like = forms.source[at].is_like(&forms.target[other]);
                if is_like && !by_concept && exclude(view, &source.concepts, &target.concepts) {
                    excluding.push((at, other));
                } else if by_concept || is_like {
                    source.counterparts.push(other);
                    target.counterparts.push(at);
                }
            }
        }
        // Like in their first letters only: intravenous and intramuscular.
        for (at, other) in excluding {
            for unit in [&mut self.units.source[at], &mut self.units.target[other]] {
                unit.has_counterpart &= !unit.counterparts.is_empty();
            }
        }
    }

    /// Whether the words around two units, one a side, are each other's counterparts: one of the
    /// `reach` content words on either side of the one has its counterpart so near to the other.
    pub fn stand_alike(&self, source: usize, target: usize, reach: usize) -> bool {
        let near = |side: Side, other: usize, place: usize| {
            let between =
                self.units.side(side).iter().take(other.max(place)).skip(other.min(place) + 1);
            other != place && between.filter(|unit| unit.role == Role::Content).count() < reach
        };
        let around = self.units.source.iter().enumerate();
        around
            .filter(|(at, unit)| unit.role == Role::Content && near(Side::Source, *at, source))
            .any(|(_, unit)| {
                unit.counterparts.iter().any(|&other| near(Side::Target, other, target))
            })
    }

    /// Whether the next content words behind two units, one a side, are each other's counterparts,
    /// as the nouns that two prepositions govern.
    pub fn govern_alike(&self, source: usize, target: usize) -> bool {
        let next = |side: Side, at: usize| {
            let behind = self.units.side(side).iter().enumerate().skip(at + 1);
            behind.take(REACH_OF_PREPOSITION).find(|(_, unit)| unit.role == Role::Content)
        };
        match (next(Side::Source, source), next(Side::Target, target)) {
            (Some((_, governed)), Some((other, _))) => governed.counterparts.contains(&other),
            _ => false,
        }
    }

    /// The content words of a side with and without a counterpart.
    pub fn content(&self, side: Side) -> (usize, usize) {
        let content = self.units.side(side).iter().filter(|unit| unit.role == Role::Content);
        let (with, without): (Vec<&Unit>, Vec<&Unit>) = content.partition(|u| u.has_counterpart);
        (with.len(), without.len())
    }
}

fn units(view: &BeadView<'_>, side: Side) -> Vec<Unit> {
    let language = view.language(side);
    let mut units: Vec<Unit> = Vec::new();
    for term in *view.terms().side(side) {
        match units.last_mut() {
            Some(unit) if unit.span == term.span => unit.concepts.push(term.concept),
            _ => units.push(Unit {
                span: term.span,
                concepts: vec![term.concept],
                role: Role::Function,
                form: Some(term.form),
                has_counterpart: false,
                counterparts: Vec::new(),
            }),
        }
    }
    for unit in &mut units {
        unit.role = unit
            .concepts
            .iter()
            .map(|concept| role_of(concept.class()))
            .min_by_key(|role| {
                // A homograph is as weighty as its lightest reading.
                std::cmp::Reverse(*role as u8)
            })
            .unwrap_or(Role::Function);
    }
    let lone: Vec<Unit> = view
        .words(side)
        .filter(|(span, _)| !units.iter().any(|unit| unit.span.overlaps(*span)))
        .map(|(span, word)| Unit {
            span,
            concepts: Vec::new(),
            role: role_of_word(language, word),
            form: None,
            has_counterpart: false,
            counterparts: Vec::new(),
        })
        .collect();
    units.extend(lone);
    units.sort_by_key(|unit| unit.span);
    units
}

/// Whether a concept of the one excludes a concept of the other.
fn exclude(view: &BeadView<'_>, ones: &[Concept], others: &[Concept]) -> bool {
    ones.iter().any(|&one| others.iter().any(|&other| view.contrast(one, other).is_some()))
}

fn role_of(class: &str) -> Role {
    match class.split('.').next().unwrap_or_default() {
        "noun" | "verb" | "adj" => Role::Content,
        "adv" | "quant" | "comp" | "freq" => Role::Modifier,
        _ => Role::Function,
    }
}

fn role_of_word(language: &Language, word: &str) -> Role {
    let folded = fold(word);
    let least = if language.script == Script::Hebrew { 3 } else { 4 };
    let is_number = folded.chars().any(|c| c.is_ascii_digit());
    let is_glue = language.profile.contains(&folded.as_str())
        || language.sentence.starters.contains(&folded.as_str());
    if is_number || !is_glue && folded.chars().count() >= least {
        Role::Content
    } else {
        Role::Function
    }
}

/// How the words of both sides are heard.
fn ear(view: &BeadView<'_>) -> Ear {
    Ear::of(Pair::from_fn(|side| view.language(side).script))
}

/// The outward form of a word.
struct Form {
    word: String,
    skeletons: Vec<String>,
}

impl Form {
    fn of(word: String, ear: Ear) -> Form {
        let mut skeletons = Vec::new();
        if word.chars().count() >= 4 && !word.starts_with(|c: char| c.is_ascii_digit()) {
            for_each_skeleton(&word, ear, |skeleton| {
                if skeleton.len() >= 3 {
                    skeletons.push(skeleton.to_owned());
                }
            });
        }
        Form { word, skeletons }
    }

    fn is_like(&self, other: &Form) -> bool {
        self.word == other.word
            || self.skeletons.iter().any(|one| other.skeletons.contains(one))
            || self.word.chars().count() >= 5
                && self.word.chars().zip(other.word.chars()).take_while(|(a, b)| a == b).count()
                    >= 5
    }
}

/// One side, ready to be asked.
struct Words {
    concepts: Vec<Concept>,
    /// Folded, without accents.
    words: Vec<String>,
    /// Those that are no part of a rendering of several words.
    lone: Vec<String>,
    skeletons: Vec<String>,
}

impl Words {
    fn of(view: &BeadView<'_>, side: Side) -> Words {
        let text = view.span(side).map_or("", |span| span.of(view.document_text(side)));
        let mut concepts: Vec<Concept> =
            view.terms().side(side).iter().map(|term| term.concept).collect();
        concepts.sort_unstable();
        concepts.dedup();
        let start = view.span(side).map_or(0, |span| span.start);
        let is_lone = |at: usize, word: &str| {
            let span = Span::new(at, at + word.len()).shift(start);
            let mut terms = view.terms().side(side).iter();
            !terms.any(|term| term.span.contains(span) && term.span.len() > span.len())
        };
        let lone = words(text).filter(|(at, word)| is_lone(*at, word));
        let lone = lone.map(|(_, word)| plain(word)).collect();
        let words: Vec<String> = words(text).map(|(_, word)| plain(word)).collect();
        let mut skeletons = Vec::new();
        let ear = ear(view);
        for word in &words {
            for_each_skeleton(word, ear, |skeleton| skeletons.push(skeleton.to_owned()));
        }
        Words { concepts, words, lone, skeletons }
    }

    fn has_concept(&self, concept: Concept) -> bool {
        self.concepts.binary_search(&concept).is_ok()
    }

    fn answers(&self, view: &BeadView<'_>, side: Side, unit: &Unit) -> bool {
        let by_concept = unit.concepts.iter().any(|&concept| {
            self.has_concept(concept)
                || concept.neighbours().iter().any(|&near| self.has_concept(near))
        });
        by_concept || self.holds_form_of(view, side, unit) || self.renders(view, side, unit)
    }

    /// The same word, the same first letters, or the same sound.
    fn holds_form_of(&self, view: &BeadView<'_>, side: Side, unit: &Unit) -> bool {
        let word = plain(unit.span.of(view.document_text(side)));
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        if self.words.contains(&word) {
            return true;
        }
        if is_number {
            return false;
        }
        let letters = word.chars().count();
        if letters >= 5 {
            let prefix: String = word.chars().take(5).collect();
            if self.words.iter().any(|other| other.starts_with(&prefix)) {
                return true;
            }
        }
        let mut found = false;
        for_each_skeleton(&word, ear(view), |skeleton| {
            found |= skeleton.len() >= 3 && self.skeletons.iter().any(|other| other == skeleton);
        });
        found && letters >= 4
    }

    /// Some form of a rendering of its concepts.
    fn renders(&self, view: &BeadView<'_>, side: Side, unit: &Unit) -> bool {
        let language = view.language(side.other());
        let renderings =
            unit.concepts.iter().flat_map(|&concept| view.renderings(concept, language));
        renderings.into_iter().any(|rendering| {
            let mut long = words(rendering)
                .map(|(_, word)| plain(word))
                .filter(|word| word.chars().count() >= 3)
                .peekable();
            long.peek().is_some() && long.all(|word| self.holds_stem(&word, language.script))
        })
    }

    fn holds_stem(&self, word: &str, script: Script) -> bool {
        let letters = word.chars().count();
        if script == Script::Hebrew {
            let stem = word.trim_end_matches(['ה', 'ת', 'ם', 'י', 'ו']);
            return stem.chars().count() >= 3 && self.lone.iter().any(|other| other.contains(stem));
        }
        let kept = (letters.saturating_sub(2)).max(4);
        let stem: String = word.chars().take(kept).collect();
        letters >= 4 && self.lone.iter().any(|other| other.contains(&stem))
    }
}

/// A word in lower case, without accents.
fn plain(word: &str) -> String {
    fold(word).nfd().filter(|&c| !is_combining_mark(c)).collect()
}
