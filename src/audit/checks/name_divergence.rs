//! A name that the other side does not give, or gives as another.

use crate::anchor::{Anchor, Kind, Value};
use crate::audit::correspondence::{Role, Unit};
use crate::audit::naming::{
    Certainty, Mention, are_aliases, has_all_cities, has_all_places, has_city_of, has_gap,
    is_about, is_city, is_known_in_article, is_vacant, may_be_inflected, strangers, territories,
    unnamed,
};
use crate::audit::unmet::unmet;
use crate::audit::{BeadView, Check, Explanation, Finding, Scope, Severity};
use crate::lang::words::words;
use crate::pair::{Pair, Side};
use crate::span::Span;

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
        ignores: "Transliterations, endings and prefixes, countries in each language, a capital for its government, the first name for the last, words of the lexicon with a capital, a noun in the plural at the start of a sentence, a name left to a pronoun, and a country that the target adds to the places of the source. A note, which is not shown by default: a name that the translator makes explicit beside all that the source says, or leaves to an article that has it on both sides.",
    },
    scope: Scope::Bead(findings),
};

fn findings(view: &BeadView<'_>) -> Vec<Finding> {
    let Pair { mut source, mut target } = unnamed(view);
    source.retain(|mention| !is_label(view, Side::Source, mention));
    target.retain(|mention| !is_label(view, Side::Target, mention));
    if source.is_empty() && target.is_empty() {
        return Vec::new();
    }
    for a in (0..source.len()).rev() {
        let pair = |b: &Mention| are_aliases(view, Pair::new(&source[a], b));
        if let Some(b) = target.iter().position(pair) {
            (_, _) = (source.remove(a), target.remove(b));
        }
    }
    let mut found = Vec::new();
    while let Some((a, b)) = replaced(&source, &target) {
        let (a, b) = (source.remove(a), target.remove(b));
        found.push(exchanged(view, 0.7, &a, &b));
    }
    let mut strangers = Pair::from_fn(|side| {
        let other = if side == Side::Source { &target } else { &source };
        if other.is_empty() { Vec::new() } else { strangers(view, side) }
    });
    let first = |side: Side, unnamed: &[Mention], strangers: &[Mention]| {
        let unknown = unnamed.iter().filter(|mention| mention.concepts.is_empty());
        let mut mentions = unknown.chain(strangers);
        mentions.find(|mention| is_first(view, side, mention)).cloned()
    };
    let begin = Pair::new(
        first(Side::Source, &source, &strangers.source),
        first(Side::Target, &target, &strangers.target),
    );
    if let Pair { source: Some(a), target: Some(b) } = &begin
        && a.certainty.max(b.certainty) > Certainty::Unknown
        && [(Side::Source, a), (Side::Target, b)].iter().all(|&(side, mention)| {
            mention.certainty == Certainty::Unknown || is_name(view, side, mention)
        })
    {
        found.push(exchanged(view, 0.6, a, b));
        source.retain(|mention| mention.span != a.span);
        target.retain(|mention| mention.span != b.span);
        strangers.source.retain(|mention| mention.span != a.span);
        strangers.target.retain(|mention| mention.span != b.span);
    }
    for (side, lone) in [(Side::Source, source), (Side::Target, target)] {
        for mention in lone {
            let is_added = side == Side::Target && is_addition(view, &mention, &strangers.source);
            if !is_sure(view, side, &mention)
                || is_added
                || is_left_out(view, side, &mention)
                || may_be_short_there(view, side, &mention)
            {
                continue;
            }
            let name = mention.span.of(view.document_text(side));
            let (here, there) = (side.name(), side.other().name());
            let message = format!("The {here} names {name}; the {there} does not.");
            found.push(
                Finding::new(&CHECK, 0.6, message)
                    .with_severity(severity(view, side, &mention))
                    .in_bead(view.index)
                    .at(side, mention.span)
                    .at_all(side.other(), view.span(side.other())),
            );
        }
    }
    found
}

/// Whether the document writes every word of a mention without a capital too, save one that has the capital
/// of the sentence: "Choose Insert".
fn is_label(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let text = view.document_text(side);
    let begins = usize::from(mention.words.len() > 1 && is_first(view, side, mention));
    !mention.is_territory
        && mention.concepts.is_empty()
        && mention.words[begins..].iter().all(|word| view.is_also_small(side, word.of(text)))
}

/// How much it matters that the other side lacks a mention: nothing is to be repaired where a name
/// that the article has on both sides is left to the context, save a country, or a translator says who or where
/// beside all that the source says.
fn severity(view: &BeadView<'_>, side: Side, mention: &Mention) -> Severity {
    let is_beside_all = || {
        let words = view.correspondence();
        let is_open = |unit: &Unit| {
            unit.role == Role::Content && !unit.has_counterpart && unit.concepts.is_empty()
        };
        is_vacant(view, words, side, mention.span)
            && !words.units.side(side.other()).iter().any(is_open)
    };
    let is_country_left_out = side == Side::Source && mention.is_territory;
    if !is_country_left_out
        && is_known_in_article(view, side, mention)
        && !has_gap(view, side.other())
    {
        Severity::Note
    } else if side == Side::Source || may_stand_for_another(view, mention) {
        CHECK.severity
    } else if is_beside_all() {
        Severity::Note
    } else {
        Severity::Minor
    }
}

/// Whether a mention that the other side lacks is a name for all that can be told by itself: one
/// with a capital of its own, or one that begins the source and in whose place nothing stands.
fn is_sure(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    mention.certainty == Certainty::Capital
        || side == Side::Source
            && is_first(view, side, mention)
            && is_name(view, side, mention)
            && is_missed(view, side, mention)
}

/// Whether nothing stands where the other side should have a name.
fn is_missed(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    has_gap(view, side.other()) || is_vacant(view, view.correspondence(), side, mention.span)
}

/// Whether the other side has an acronym of its own, by which it may call what this side names in
/// several words.
fn may_be_short_there(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    const SHORTEST: usize = 3;
    let is_long = words(mention.span.of(view.document_text(side))).count() > 1;
    let is_name = |anchor: &&Anchor| match &anchor.value {
        Value::Acronym(acronym) => acronym.form.chars().count() >= SHORTEST,
        _ => false,
    };
    is_long && unmet(view, Kind::Acronym).side(side.other()).iter().any(is_name)
}

/// Whether a mention that the target alone has may stand for something of the source: it is a place,
/// which every language can name, the source names a city that the target does not, or a word that may be
/// a name stands unrendered about there. Where names have capitals, one would have been found.
fn may_stand_for_another(view: &BeadView<'_>, mention: &Mention) -> bool {
    mention.is_territory
        || !has_all_cities(view, Side::Target)
        || is_city(mention.span.of(view.document_text(Side::Target)), view.language(Side::Target))
        || has_partner(view, mention, &strangers(view, Side::Source))
}

/// Whether a mention, at the beginning of a sentence or not, is rather a name than a word.
fn is_name(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let word = mention.span.of(view.document_text(side));
    mention.certainty == Certainty::Capital
        || mention.certainty == Certainty::Initial
            && (mention.words.len() > 1
                || word.contains(' ')
                || !may_be_inflected(word, view.language(side)) && !is_plural(view, side, mention))
}

/// Whether a mention is a noun in the plural: "Critics say".
fn is_plural(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let word = mention.span.of(view.document_text(side)).to_lowercase();
    let next = view.words(side).find(|(span, _)| span.start >= mention.span.end);
    view.language(side).inflection.plurals.tell(&word, next.map_or("", |(_, next)| next))
}

/// Whether the other side may do without a name: because the text is about it, save where nothing
/// at all stands in its place.
fn is_left_out(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    is_about(view, side, mention) && (side == Side::Target || !is_missed(view, side, mention))
}

/// Whether a mention of the target may be what the translator added, or the translation of words:
/// unless a word of the source that nothing renders stands where it does.
fn is_addition(view: &BeadView<'_>, mention: &Mention, strangers: &[Mention]) -> bool {
    is_long_title(view, mention)
        || (is_explained(view, mention) || is_title(view, mention))
            && !has_partner(view, mention, strangers)
}

/// What is said of a name of the source in whose place the target has another.
fn exchanged(view: &BeadView<'_>, strength: f64, a: &Mention, b: &Mention) -> Finding {
    let source = a.span.of(view.document_text(Side::Source));
    let target = b.span.of(view.document_text(Side::Target));
    Finding::new(&CHECK, strength, format!("The source names {source}, the target {target}."))
        .in_bead(view.index)
        .at(Side::Source, a.span)
        .at(Side::Target, b.span)
}

/// Whether a mention stands first on its side.
fn is_first(view: &BeadView<'_>, side: Side, mention: &Mention) -> bool {
    let before = |bead: Span| &view.document_text(side)[bead.start..mention.span.start];
    view.span(side).is_some_and(|bead| !before(bead).contains(char::is_alphanumeric))
}

/// Whether a mention of the target is a country in addition to all places that the source names, or
/// that of a city which it names; translators add it for readers from elsewhere.
fn is_explained(view: &BeadView<'_>, mention: &Mention) -> bool {
    let countries = territories(view, Side::Target, mention.span);
    // Parts of the world have numbers.
    let countries = countries.filter(|code| !code.starts_with(|c: char| c.is_ascii_digit()));
    let mut countries = countries.peekable();
    countries.peek().is_some()
        && (has_all_places(view, Side::Target)
            || countries.any(|country| has_city_of(view, Side::Source, country)))
}

/// Whether a mention of the target may be words rather than a name: "Virtual Reality", "Presiding
/// Officer", but not "Professor Lindqvist".
fn is_title(view: &BeadView<'_>, mention: &Mention) -> bool {
    let text = view.document_text(Side::Target);
    let all = words(mention.span.of(text)).count();
    let ends_in_name = mention.words.last().is_some_and(|last| last.end == mention.span.end);
    2 * mention.words.len() <= all && !(ends_in_name && is_of_a_person(view, mention))
}

/// Whether a mention of the target has as many words as the title of a work, few of them names.
fn is_long_title(view: &BeadView<'_>, mention: &Mention) -> bool {
    const LONG: usize = 6;
    let all = words(mention.span.of(view.document_text(Side::Target))).count();
    all >= LONG && 2 * mention.words.len() <= all
}

/// Whether a mention of the target begins with what people are called by: an office, "Mrs".
fn is_of_a_person(view: &BeadView<'_>, mention: &Mention) -> bool {
    const CLASSES: [&str; 3] = ["person", "office", "royal"];
    let first = words(mention.span.of(view.document_text(Side::Target))).next();
    let is_form = |word: &str| {
        let abbreviations = view.language(Side::Target).sentence.abbreviations;
        abbreviations.contains(&word.to_lowercase().as_str())
    };
    first.is_some_and(|(_, word)| is_form(word))
        || view.terms().target.iter().any(|term| {
            let class = term.concept.class();
            term.span.start == mention.span.start
                && CLASSES.iter().any(|ending| class.ends_with(ending))
        })
}

/// Whether one of `strangers` stands on the source about where a mention stands on the target.
fn has_partner(view: &BeadView<'_>, mention: &Mention, strangers: &[Mention]) -> bool {
    const NEAR: f64 = 0.2;
    let place = |side: Side, at: Span| {
        let bead = view.span(side).unwrap_or(at);
        (at.start - bead.start) as f64 / bead.len().max(1) as f64
    };
    let here = place(Side::Target, mention.span);
    strangers.iter().any(|other| (place(Side::Source, other.span) - here).abs() < NEAR)
}

/// The first names of each side, one of which stands in the place of the other.
fn replaced(source: &[Mention], target: &[Mention]) -> Option<(usize, usize)> {
    let sure = |mention: &Mention| mention.certainty == Certainty::Capital;
    let likely = |mention: &Mention| mention.certainty >= Certainty::Initial;
    let pairs = [(true, true), (true, false), (false, true)];
    pairs.into_iter().find_map(|(source_sure, target_sure)| {
        let place = |all: &[Mention], is_sure: bool| {
            all.iter().position(|one| if is_sure { sure(one) } else { likely(one) })
        };
        Some((place(source, source_sure)?, place(target, target_sure)?))
    })
}
