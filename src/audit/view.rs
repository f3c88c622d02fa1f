use super::products::Products;
use super::usage::Usage;
use crate::align::Bead;
use crate::anchor::{Anchor, Term};
use crate::bitext::Bitext;
use crate::knowledge::contrasts::{self, Contrast};
use crate::knowledge::lexicon::Concept;
use crate::knowledge::termbase::Termbase;
use crate::lang::Language;
use crate::lang::words::words;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;
use crate::span::Span;

/// A bead as a check sees it.
pub struct BeadView<'a> {
    /// The bitext that holds the bead.
    pub bitext: &'a Bitext,
    /// Index of the bead.
    pub index: usize,
    pub(super) products: Products<'a>,
    usage: Option<&'a Usage<'a>>,
}

impl<'a> BeadView<'a> {
    pub(super) fn new(bitext: &'a Bitext, index: usize) -> Self {
        BeadView { bitext, index, products: Products::default(), usage: None }
    }

    /// The bead, beside what the documents show of their words.
    pub(super) fn with_usage(bitext: &'a Bitext, index: usize, usage: &'a Usage<'a>) -> Self {
        BeadView { usage: Some(usage), ..BeadView::new(bitext, index) }
    }

    /// Whether the document of a side writes a word without a capital too.
    pub(super) fn is_also_small(&self, side: Side, word: &str) -> bool {
        self.usage.is_some_and(|usage| usage.is_also_small(side, word))
    }

    /// The bead.
    pub fn bead(&self) -> &'a Bead {
        &self.bitext.alignment.beads()[self.index]
    }

    /// The rendering of a side.
    pub fn rendering(&self, side: Side) -> &'a Rendering {
        self.bitext.renderings.side(side)
    }

    /// The visible text of a whole side, for slicing by span.
    pub fn document_text(&self, side: Side) -> &'a str {
        &self.rendering(side).document.text
    }

    /// The language of a side.
    pub fn language(&self, side: Side) -> &'static Language {
        self.rendering(side).document.language
    }

    /// From the first to the last byte of the bead on a side; `None` where the side is empty.
    pub fn span(&self, side: Side) -> Option<Span> {
        self.rendering(side).span(self.bead().segments.side(side).clone())
    }

    /// The text of the bead on a side, as it stands; empty where the side is.
    pub fn text(&self, side: Side) -> &'a str {
        self.span(side).map_or("", |span| span.of(self.document_text(side)))
    }

    /// The words of the bead on a side, with their places in the visible text.
    pub(super) fn words(&self, side: Side) -> impl Iterator<Item = (Span, &'a str)> + use<'a> {
        let from = self.span(side).map_or(0, |bead| bead.start);
        words(self.text(side))
            .map(move |(at, word)| (Span::new(at, at + word.len()).shift(from), word))
    }

    /// Whether both sides have the same words and marks, whatever the white space.
    pub(super) fn sides_are_equal(&self) -> bool {
        let [source, target] = Side::BOTH.map(|side| self.text(side).split_whitespace());
        source.eq(target)
    }

    /// The anchors of the bead.
    pub fn anchors(&self) -> Pair<&'a [Anchor]> {
        let segments = &self.bead().segments;
        Pair::from_fn(|side| self.rendering(side).anchors_in(segments.side(side).clone()))
    }

    /// The beads before and after it, where there are any.
    pub fn neighbours(&self) -> impl Iterator<Item = BeadView<'a>> + use<'a> {
        self.around(1)
    }

    /// Up to `reach` beads before it and as many behind it.
    pub fn around(&self, reach: usize) -> impl Iterator<Item = BeadView<'a>> + use<'a> {
        let (bitext, here) = (self.bitext, self.index);
        let last = bitext.alignment.beads().len().min(here + reach + 1);
        (here.saturating_sub(reach)..last)
            .filter(move |&index| index != here)
            .map(move |index| BeadView::new(bitext, index))
    }

    /// The user's concepts.
    pub fn termbase(&self) -> Option<&'a Termbase> {
        self.rendering(Side::Source).termbase.as_deref()
    }

    /// What a concept may be called in a language, most usual first: in the termbase, then in the
    /// lexicon.
    pub fn renderings(
        &self,
        concept: Concept,
        language: &'static Language,
    ) -> impl Iterator<Item = &'a str> + use<'a> {
        let own = self.termbase().map_or(&[][..], |it| it.renderings(concept, language));
        let embedded = concept.renderings(language).map(|rendering| -> &'a str { rendering });
        own.iter().map(String::as_str).chain(embedded)
    }

    /// How two concepts exclude each other, by the lexicon or because the termbase tells them apart.
    pub fn contrast(&self, a: Concept, b: Concept) -> Option<Contrast> {
        contrasts::contrast(a, b).or_else(|| {
            let is_told_apart = self.termbase().is_some_and(|it| it.tells_apart(a, b));
            is_told_apart.then_some(Contrast::Field)
        })
    }

    /// A concept for a reader: the English of the lexicon, or what the source calls one of the user's.
    pub fn gloss(&self, concept: Concept) -> String {
        if concept.is_own() {
            let language = self.language(Side::Source);
            return self.renderings(concept, language).next().unwrap_or_default().to_owned();
        }
        concept.name().split('.').next().unwrap_or_default().replace('_', " ")
    }

    /// The terms of the bead.
    pub fn terms(&self) -> Pair<&'a [Term]> {
        let segments = &self.bead().segments;
        Pair::from_fn(|side| self.rendering(side).terms_in(segments.side(side).clone()))
    }
}
