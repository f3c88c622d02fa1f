//! A name that the other side does not give, or gives as another.

use crate::anchor::{Name, Value};
use crate::audit::naming::{Certainty, Mention, Unnamed, is_about, lacks_a_place, unnamed};
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::pair::{Pair, Side};

pub(super) static CHECK: Check = Check {
    id: "name-divergence",
    severity: Severity::Major,
    mqm: "accuracy/mistranslation/entity",
    its: "mistranslation",
    explanation: Explanation {
        finds: "A name of a person, place or thing that the other side does not give, in any script.",
        matters: "Another name is another person, town or firm.",
        example: [
            ("nb", "Studien ble ledet av Lindqvist i Trondheim."),
            ("en", "The study was led by Bergman in Trondheim."),
        ],
        ignores: "Transliterations, endings and prefixes, countries in each language, words of the lexicon with a capital, names at the start of a sentence that may be words, and a country that the target adds to the places of the source.",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let Pair { mut source, mut target } = unnamed(view);
    let is_one_script = view.language(Side::Source).script == view.language(Side::Target).script;
    if !is_one_script {
        // Across scripts a name that is not found may be written in an unforeseen way.
        source.retain(|unnamed| unnamed.likeness < UNLIKE);
        target.retain(|unnamed| unnamed.likeness < UNLIKE);
    }
    let mut found = Vec::new();
    let text = |side: Side, mention: &Mention| mention.span.of(view.document_text(side));
    while let Some((a, b)) = replaced(&source, &target) {
        let (a, b) = (source.remove(a).mention, target.remove(b).mention);
        let message = format!(
            "The source names {}, the target {}.",
            text(Side::Source, &a),
            text(Side::Target, &b)
        );
        found.push(
            Finding::new(&CHECK, 0.7, message)
                .in_bead(view.index)
                .at(Side::Source, a.span)
                .at(Side::Target, b.span),
        );
    }
    for (side, lone) in [(Side::Source, source), (Side::Target, target)] {
        for Unnamed { mention, .. } in lone {
            let is_name = mention.certainty == Certainty::Capital;
            let is_added = side == Side::Target && is_explained(view, &mention);
            if !is_name || is_added || is_about(view, side, &mention) {
                continue;
            }
            let other = side.other();
            let name = text(side, &mention);
            let message =
                format!("The {} names {name}; the {} does not.", side.name(), other.name());
            found.push(
                Finding::new(&CHECK, 0.6, message)
                    .in_bead(view.index)
                    .at(side, mention.span)
                    .at_all(other, view.span(other)),
            );
        }
    }
    found
}

/// Whether a mention of the target is a country in addition to all places that the source names;
/// translators add it for readers from elsewhere.
fn is_explained(view: &BeadView<'_>, mention: &Mention) -> bool {
    let is_country = view.anchors().target.iter().any(|anchor| {
        matches!(anchor.value, Value::Name(Name::Territory(_)))
            && anchor.span.overlaps(mention.span)
    });
    is_country && !lacks_a_place(view, Side::Target)
}

/// Log odds below which no word of another script is the name.
const UNLIKE: f64 = -7.0;

/// The first names of each side, one of which stands in the place of the other.
fn replaced(source: &[Unnamed], target: &[Unnamed]) -> Option<(usize, usize)> {
    let sure = |unnamed: &Unnamed| unnamed.mention.certainty == Certainty::Capital;
    let likely = |unnamed: &Unnamed| unnamed.mention.certainty >= Certainty::Initial;
    let pairs = [(true, true), (true, false), (false, true)];
    pairs.into_iter().find_map(|(source_sure, target_sure)| {
        let place = |all: &[Unnamed], is_sure: bool| {
            all.iter().position(|one| if is_sure { sure(one) } else { likely(one) })
        };
        Some((place(source, source_sure)?, place(target, target_sure)?))
    })
}
