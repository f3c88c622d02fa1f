//! Acronyms of one thing: one throughout on one side, two on the other.
//!
//! The counterpart of an acronym in a bead is the same acronym, or the only one of either side that
//! is left when equal ones are taken away.

use std::collections::BTreeMap;

use super::{Kind, Place, Variation};
use crate::anchor::{Acronym, Anchor, Strength, Value, Writing};
use crate::audit::BeadView;
use crate::bitext::Bitext;
use crate::pair::{Pair, Side};

/// Written form, value and place of the acronyms of a bead, each once.
type Short<'a> = BTreeMap<String, &'a Anchor>;

pub(super) fn find(bitext: &Bitext, side: Side) -> Vec<Variation> {
    let other = side.other();
    // Acronym of the other side, acronym of this side, places.
    let mut usages: BTreeMap<String, BTreeMap<String, Vec<Place>>> = BTreeMap::new();
    let mut partners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (index, bead) in bitext.alignment.beads().iter().enumerate() {
        if bead.is_null() || bead.posterior < 0.5 {
            continue;
        }
        let view = BeadView::new(bitext, index);
        let mut short = Pair::from_fn(|side| acronyms(&view, side));
        let mut pairs = Vec::new();
        let equal: Vec<String> =
            short.source.keys().filter(|form| short.target.contains_key(*form)).cloned().collect();
        for form in equal {
            let both = short.source.remove(&form).zip(short.target.remove(&form));
            let forms = Pair::new(form.clone(), form);
            pairs.extend(both.map(|(source, target)| (Pair::new(source, target), forms)));
        }
        if let (Some((a, source)), Some((b, target))) = (sole(&short.source), sole(&short.target)) {
            pairs.push((Pair::new(source, target), Pair::new(a.clone(), b.clone())));
        }
        for (anchors, forms) in pairs {
            let place = Place { bead: index, spans: anchors.map(|anchor| anchor.span) };
            let (here, there) = (forms.side(side).clone(), forms.side(other).clone());
            partners.entry(here.clone()).or_default().push(there.clone());
            usages.entry(there).or_default().entry(here).or_default().push(place);
        }
    }
    let is_faithful = |there: &String, here: &String| {
        partners.get(here).is_some_and(|all| all.iter().all(|partner| partner == there))
    };
    usages
        .into_iter()
        .filter(|(there, ways)| ways.keys().all(|here| is_faithful(there, here)))
        .filter_map(|(there, mut ways)| {
            let all: Vec<String> = ways.keys().cloned().collect();
            ways.retain(|way, places| {
                places.len() >= 2
                    || *way == there
                    || all.iter().any(|other| other != way && is_slip(way, other))
            });
            Variation::new(side, Kind::Acronym, ways.into_iter().collect())
        })
        .collect()
}

/// Whether two acronyms have the same letters, but for one that is repeated or left out or in
/// another order. A single other acronym beside the same one may be of another thing.
fn is_slip(a: &str, b: &str) -> bool {
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let (a, b) = (letters(a), letters(b));
    let (short, mut long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    for letter in &short {
        let Some(at) = long.iter().position(|other| other == letter) else { return false };
        long.remove(at);
    }
    short.len() >= 3 && long.len() <= 1
}

fn sole<'a, 'b>(short: &'b Short<'a>) -> Option<(&'b String, &'a Anchor)> {
    let mut all = short.iter();
    all.next().filter(|_| all.next().is_none()).map(|(form, anchor)| (form, *anchor))
}

/// The acronyms that a side of a bead surely writes by their letters.
fn acronyms<'a>(view: &BeadView<'a>, side: Side) -> Short<'a> {
    let text = view.document_text(side);
    let mut found = Short::new();
    for anchor in view.anchors().side(side).iter().filter(|a| a.strength == Strength::Firm) {
        let Value::Acronym(Acronym { form, writing: Writing::Short }) = &anchor.value else {
            continue;
        };
        // Endings and articles are in small letters: "FNs", "d'IA".
        let is_cased = |c: &char| c.is_uppercase() || c.is_numeric();
        let capitals: String = anchor.span.of(text).chars().filter(is_cased).collect();
        let written = if capitals.is_empty() { form.to_string() } else { capitals };
        found.entry(written).or_insert(anchor);
    }
    found
}
