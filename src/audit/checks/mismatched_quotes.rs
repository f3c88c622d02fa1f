use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity, balance};
use crate::pair::Side;
use crate::span::Span;

pub(super) static CHECK: Check = Check {
    id: "mismatched-quotes",
    severity: Severity::Minor,
    mqm: "linguistic conventions/punctuation/unpaired marks",
    its: "typographical",
    explanation: Explanation {
        finds: "A quotation mark without its partner on one side, where the other side pairs its marks.",
        matters: "The reader cannot tell whose words they are.",
        example: [("en", "\"We are ready,\" said the doctor."), ("nb", "«Vi er klare, sa legen.")],
        ignores: "Gershayim in Hebrew abbreviations, inches and seconds, apostrophes, and quotations that run over several sentences of a paragraph or lines on both sides.",
    },
    scope: Scope::Bead(|view| {
        let marks = Side::BOTH.map(|side| view.span(side).map(|span| marks(view, side, span)));
        let [Some(source), Some(target)] = &marks else { return Vec::new() };
        let (side, open, other) = match (source.unpaired(), target.unpaired()) {
            (Some(open), None) => (Side::Source, open, target),
            (None, Some(open)) => (Side::Target, open, source),
            _ => return Vec::new(),
        };
        if other.places.is_empty() || !stays_open(view, side) || runs_on(view, side) {
            return Vec::new();
        }
        let mark = open.of(view.document_text(side));
        let message = format!("The quotation mark {mark} has no partner.");
        let finding = Finding::new(&CHECK, 0.85, message).in_bead(view.index).at(side, open);
        vec![finding.at_all(side.other(), other.places.iter().copied())]
    }),
};

/// Whether the blocks around the bead leave a quotation open too.
fn stays_open(view: &BeadView<'_>, side: Side) -> bool {
    balance::blocks_around(view, side)
        .is_some_and(|around| marks(view, side, around).unpaired().is_some())
}

/// Whether a segment next to the bead leaves a mark alone too, so that the two may pair.
fn runs_on(view: &BeadView<'_>, side: Side) -> bool {
    let rendering = view.rendering(side);
    let range = &view.bead().segments.side(side);
    let before = range.start.checked_sub(1);
    let neighbours =
        before.into_iter().chain((range.end < rendering.segments.len()).then_some(range.end));
    neighbours
        .into_iter()
        .any(|index| marks(view, side, rendering.segments[index].span).unpaired().is_some())
}

/// The double quotation marks of a stretch of text.
#[derive(Default)]
struct Marks {
    places: Vec<Span>,
    /// Marks that may be gershayim, inches or a quotation.
    unsure: usize,
    /// The places of « and », whichever of the two a language opens with.
    guillemets: [Vec<Span>; 2],
    /// Whether the language may open and close with one and the same guillemet.
    has_one_guillemet: bool,
}

impl Marks {
    /// A mark that pairs with none, when that is sure.
    fn unpaired(&self) -> Option<Span> {
        if self.unsure > 0 {
            return None;
        }
        let [left, right] = &self.guillemets;
        let is_lopsided = left.len() != right.len()
            && !(self.has_one_guillemet && (left.is_empty() || right.is_empty()));
        if is_lopsided || self.places.len() % 2 == 1 {
            let more = if left.len() > right.len() { left } else { right };
            return more.last().or(self.places.last()).copied();
        }
        None
    }
}

fn marks(view: &BeadView<'_>, side: Side, span: Span) -> Marks {
    let text = span.of(view.document_text(side));
    let quotes = view.language(side).orthography.quotes;
    let has_one_guillemet = quotes.contains(&('»', '»'));
    let mut marks = Marks { has_one_guillemet, ..Marks::default() };
    let mut before = [' '; 2];
    for (at, mark) in text.char_indices() {
        let place = Span::new(at, at + mark.len_utf8()).shift(span.start);
        match mark {
            '"' | '“' | '”' | '„' | '״' => {
                let rest = &text[at + mark.len_utf8()..];
                match balance::kind_of(before, rest) {
                    balance::Kind::Quotation => marks.places.push(place),
                    balance::Kind::PartOfWord => {}
                    balance::Kind::Unsure => marks.unsure += 1,
                }
            }
            '«' | '»' => {
                marks.places.push(place);
                marks.guillemets[usize::from(mark == '»')].push(place);
            }
            _ => {}
        }
        before = [before[1], mark];
    }
    marks
}
