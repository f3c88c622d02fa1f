//! The audit measured on development data, each figure with its floor or ceiling.
//!
//! `cargo test --test audit_figures -- --nocapture --test-threads 1` prints the table;
//! `-- --ignored` writes what `targum explain` tells. Skipped without `../shared`.

mod adjudicated;
mod corpora;
mod omit;
mod plant;
mod reliability;
mod substitute;

use std::collections::BTreeMap;

use adjudicated::Verdicts;
use corpora::{Rows, judged, news, perturbed};
use targum::anchor::Value;
use targum::audit::{CHECKS, Finding, Severity};
use targum::bitext::Bitext;
use targum::pair::Pair;

const PAIRS: [(&str, &str); 5] =
    [("he", "nb"), ("he", "en"), ("nb", "sv"), ("sv", "nl"), ("de", "fr")];

const NUMERIC: [&str; 8] = [
    "number-mismatch", "quantity-mismatch", "unit-mismatch", "range-mismatch", "comparator-flip",
    "percent-dropped", "date-mismatch", "number-format",
];

fn is_numeric(finding: &Finding) -> bool {
    NUMERIC.contains(&finding.check) && is_shown(finding)
}

/// At the severity from which findings fail a run by default.
fn is_serious(finding: &Finding) -> bool {
    finding.severity >= Severity::Major
}

/// At the severity from which findings are shown by default.
fn is_shown(finding: &Finding) -> bool {
    finding.severity >= Severity::SHOWN
}

/// How many rows have a finding that counts.
fn flagged(found: &[Vec<Finding>], counts: fn(&Finding) -> bool) -> Vec<bool> {
    found.iter().map(|findings| findings.iter().any(counts)).collect()
}

fn share(flags: &[bool]) -> f64 {
    flags.iter().filter(|flag| **flag).count() as f64 / flags.len().max(1) as f64
}

fn skipped() {
    eprintln!("skipped: ../shared is absent");
}

/// Prints a figure and checks it.
fn at_most(name: &str, value: f64, ceiling: f64) {
    println!("{name:<58} {value:>7.1}   at most {ceiling}");
    assert!(value <= ceiling, "{name}: {value:.1} is more than {ceiling}");
}

fn at_least(name: &str, value: f64, floor: f64) {
    println!("{name:<58} {value:>7.1}   at least {floor}");
    assert!(value >= floor, "{name}: {value:.1} is less than {floor}");
}

/// Alarms on clean pairs: all of them, and those of the numeric checks that are not known to be true.
#[test]
fn clean_news() {
    let verdicts = Verdicts::read();
    for (source, target, numeric, all, serious) in [
        ("he", "nb", 11.0, 40.0, 24.0),
        ("he", "en", 9.0, 42.0, 24.0),
        ("nb", "sv", 8.0, 35.0, 14.0),
        ("nb", "en", 5.0, 30.0, 9.0),
        ("sv", "nl", 8.0, 43.0, 25.0),
        ("de", "fr", 16.0, 53.0, 31.0),
    ] {
        let Some(rows) = news(Pair::new(source, target)) else { return skipped() };
        let (_, found) = rows.audit();
        let is_false = |(row, findings): (usize, &Vec<Finding>)| {
            let mut numeric = findings.iter().filter(|finding| is_numeric(finding));
            numeric.any(|finding| verdicts.of(&rows, row, finding) != Some(true))
        };
        let wrong: Vec<bool> = found.iter().enumerate().map(is_false).collect();
        let name = format!("per 1000 clean pairs, {source}-{target}");
        at_most(
            &format!("alarms {name}, all checks"),
            1000.0 * share(&flagged(&found, is_shown)),
            all,
        );
        let of_weight = 1000.0 * share(&flagged(&found, is_serious));
        at_most(&format!("alarms {name}, major or worse"), of_weight, serious);
        let of_numbers = 1000.0 * share(&flagged(&found, is_numeric));
        at_most(&format!("alarms {name}, numeric"), of_numbers, numeric);
        at_most(&format!("false alarms {name}, numeric"), 1000.0 * share(&wrong), 5.0);
    }
}

#[test]
fn planted_numbers() {
    for (source, target) in PAIRS {
        let Some(clean) = news(Pair::new(source, target)) else { return skipped() };
        let (_, before) = clean.audit();
        let before = flagged(&before, is_numeric);
        for (name, spoil) in plant::SPOILS {
            let (planted, origins) = spoilt(&clean, spoil);
            let found = flagged(&planted.audit().1, is_numeric);
            let new: Vec<bool> = origins
                .iter()
                .zip(found)
                .filter(|((row, _), _)| !before[*row])
                .map(|(_, now)| now)
                .collect();
            let name = format!("new alarms %, {source}-{target}, {name} ({})", new.len());
            at_least(&name, 100.0 * share(&new), 98.0);
        }
    }
}

/// The pairs with a number that both sides write, spoilt in the target; the row that each comes
/// from, and the byte of its target where the number stood.
fn spoilt(clean: &Rows, spoil: plant::Spoil) -> (Rows, Vec<(usize, usize)>) {
    let mut rows = Rows { rows: Vec::new(), places: Vec::new(), ..clean.clone() };
    let mut origins = Vec::new();
    for (row, (source, target)) in clean.rows.iter().enumerate() {
        let Some((start, end)) = plant::shared_number(source, target) else { continue };
        let Some(new) = spoil(&target[start..end]) else { continue };
        let spoiled = format!("{}{new}{}", &target[..start], &target[end..]);
        rows.rows.push((source.clone(), spoiled));
        origins.push((row, start));
    }
    (rows, origins)
}

/// Words swapped for words of another meaning in clean pairs: how many are told, by the check on
/// terms or another, and how many clean pairs the check on terms flags.
#[test]
fn swapped_terms() {
    for (source, target, contrasts, fields, alarms) in [
        ("he", "nb", 56.0, 16.0, 6.0),
        ("he", "en", 62.0, 13.0, 6.0),
        ("nb", "sv", 62.0, 13.0, 3.0),
        ("nb", "en", 59.0, 14.0, 2.0),
        ("sv", "nl", 59.0, 17.0, 2.0),
        ("de", "fr", 50.0, 13.0, 5.0),
    ] {
        let Some(clean) = news(Pair::new(source, target)) else { return skipped() };
        let (bitext, before) = clean.audit();
        for ((name, swap), least) in substitute::SWAPS.into_iter().zip([contrasts, fields]) {
            let (planted, places) = substitute::swapped(&clean, &bitext, swap);
            let (spoilt, found) = planted.audit();
            let mut told = Vec::new();
            for (bead, (place, findings)) in places.iter().zip(&found).enumerate() {
                let segments = spoilt.alignment.beads()[bead].segments.target.clone();
                let Some(span) = spoilt.renderings.target.span(segments) else { continue };
                let place = span.start + place.0..span.start + place.1;
                let is_here = findings.iter().any(|finding| {
                    let mut spans = finding.spans.target.iter();
                    spans.any(|at| at.start < place.end && place.start < at.end && *at != span)
                });
                told.push(is_here);
            }
            let name = format!("swapped terms told %, {source}-{target}, {name} ({})", told.len());
            at_least(&name, 100.0 * share(&told), least);
        }
        let is_term = |finding: &Finding| finding.check == "term-mismatch";
        let name = format!("term alarms per 1000 clean pairs, {source}-{target}");
        at_most(&name, 1000.0 * share(&flagged(&before, is_term)), alarms);
    }
}

/// Sentences and clauses left out of the target of clean pairs: how many are told as a part that is
/// missing, and at the right place where that is known; and the beads left whole that are flagged.
#[test]
fn omitted_parts() {
    for (source, target, sentences, clauses) in [
        ("he", "nb", 50.0, 30.0),
        ("nb", "sv", 65.0, 50.0),
        ("en", "de", 65.0, 20.0),
        ("nb", "en", 65.0, 45.0),
        ("sv", "nl", 50.0, 25.0),
        ("de", "fr", 55.0, 27.0),
    ] {
        let Some(clean) = news(Pair::new(source, target)) else { return skipped() };
        for (name, omit, least) in [
            ("sentence", omit::sentences as fn(&Rows) -> Vec<omit::Omission>, sentences),
            ("clause", omit::clauses, clauses),
        ] {
            let beads = omit(&clean);
            let (mut told, mut alarms) = (Vec::new(), Vec::new());
            for first in omit::passes() {
                let (rows, is_short) = omit::some_shortened(clean.languages, &beads, first);
                let (bitext, found) = rows.audit();
                for (at, findings) in found.iter().enumerate() {
                    let mut parts =
                        findings.iter().filter(|finding| finding.check == "clause-missing");
                    if !is_short[at] {
                        alarms.push(parts.next().is_some());
                        continue;
                    }
                    let segments = bitext.alignment.beads()[at].segments.source.clone();
                    let start = bitext.renderings.source.span(segments).map_or(0, |it| it.start);
                    told.push(parts.any(|part| {
                        let mut spans = part.spans.source.iter();
                        beads[at].lost.is_none_or(|(from, to)| {
                            spans.any(|at| at.start < start + to && start + from < at.end)
                        })
                    }));
                }
            }
            let pair = format!("{source}-{target}, {name}");
            at_least(
                &format!("omissions told %, {pair} ({})", told.len()),
                100.0 * share(&told),
                least,
            );
            at_most(
                &format!("parts told missing per 1000 whole beads, {pair}"),
                1000.0 * share(&alarms),
                10.0,
            );
        }
    }
}

/// Perturbations of translations and the check that should see them.
const PERTURBATIONS: [(&str, &str); 7] = [
    ("codemix", "untranslated"),
    ("negation", "negation-flip"),
    ("antonym", "term-mismatch"),
    ("ne_replaced", "name-divergence"),
    ("repeat2", "duplicated-word"),
    ("repeat4", "duplicated-word"),
    ("punc_addition", "stray-mark"),
];

/// Writes `src/audit/measured.tsv`: for each check, how many faults of its kind are found, and how
/// many clean pairs it flags, over all language pairs. Faults of values are planted, and may be found
/// by any check of values; those of words are the perturbed translations.
#[test]
#[ignore = "writes a file of the repository"]
fn measure() {
    let mut table: BTreeMap<&str, [usize; 4]> =
        CHECKS.iter().map(|check| (check.id, [0; 4])).collect();
    for (source, target) in PAIRS {
        let Some(clean) = news(Pair::new(source, target)) else { return skipped() };
        let (bitext, before) = clean.audit();
        for (id, row) in &mut table {
            row[2] += before.len();
            let alarms = |found: &Vec<Finding>| {
                found.iter().any(|finding| finding.check == *id && is_shown(finding))
            };
            row[3] += before.iter().filter(|found| alarms(found)).count();
        }
        for (_, spoil) in plant::SPOILS {
            let (planted, origins) = spoilt(&clean, spoil);
            let found = flagged(&planted.audit().1, is_numeric);
            for (found, (bead, start)) in found.into_iter().zip(origins) {
                let was = before[bead].iter().any(is_numeric);
                if let Some(row) = table.get_mut(owner(&bitext, bead, start)).filter(|_| !was) {
                    row[0] += 1;
                    row[1] += usize::from(found);
                }
            }
        }
    }
    for (kind, id) in PERTURBATIONS {
        for source in ["he", "nb", "sv", "nl"] {
            let Some((good, bad)) = perturbed(kind, source) else { return skipped() };
            let is_told = |found: &Vec<Finding>| {
                found.iter().any(|finding| finding.check == id && is_shown(finding))
            };
            let (before, now) = (good.audit().1, bad.audit().1);
            let fresh: Vec<_> =
                before.iter().zip(&now).filter(|(before, _)| !is_told(before)).collect();
            if let Some(row) = table.get_mut(id) {
                row[0] += fresh.len();
                row[1] += fresh.iter().filter(|(_, now)| is_told(now)).count();
            }
        }
    }
    let mut text = String::from("# check\tplanted\tcaught\tclean\talarms\n");
    for (id, [planted, caught, clean, alarms]) in table {
        text += &format!("{id}\t{planted}\t{caught}\t{clean}\t{alarms}\n");
    }
    print!("{text}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/audit/measured.tsv");
    std::fs::write(path, text).expect("a file to write");
}

/// The check that a spoilt value belongs to: by what stands at a byte of the target of a bead.
fn owner(bitext: &Bitext, bead: usize, at: usize) -> &'static str {
    let target = &bitext.renderings.target;
    let segments = bitext.alignment.beads()[bead].segments.target.clone();
    let Some(span) = target.span(segments.clone()) else { return "number-mismatch" };
    let anchor = target
        .anchors_in(segments)
        .iter()
        .find(|anchor| anchor.span.range().contains(&(span.start + at)));
    match anchor.map(|anchor| &anchor.value) {
        Some(Value::Date(_)) => "date-mismatch",
        Some(Value::Quantity(quantity)) if quantity.magnitude.high.is_some() => "range-mismatch",
        Some(Value::Number(number)) if number.magnitude.high.is_some() => "range-mismatch",
        Some(Value::Quantity(_)) => "quantity-mismatch",
        _ => "number-mismatch",
    }
}

/// Perturbed translations: the share with an alarm that the good translation does not have, and the
/// alarms on the good ones, by language and over all.
#[test]
fn perturbed_translations() {
    const KINDS: [(&str, f64); 5] = [
        ("numbers_replaced", 97.0),
        ("ne_replaced", 84.0),
        ("ne_removed", 80.0),
        ("negation", 87.0),
        ("addition", 38.0),
    ];
    println!("  {}   clean alarms per 1000", KINDS.map(|(kind, _)| format!("{kind:>17}")).concat());
    let mut caught: [Vec<bool>; KINDS.len()] = Default::default();
    let (mut clean, mut numeric) = (Vec::new(), Vec::new());
    for source in ["he", "nb", "sv", "nl"] {
        let mut row = String::new();
        let mut good_rows = BTreeMap::new();
        for ((kind, _), all) in KINDS.iter().zip(&mut caught) {
            let Some((good, bad)) = perturbed(kind, source) else { return skipped() };
            let (before, after) = (good.audit().1, bad.audit().1);
            let is_told = |told: &Finding, new: &Finding| {
                told.check == new.check && told.message == new.message
            };
            let pairs = before.iter().zip(&after);
            let new: Vec<bool> = pairs
                .map(|(before, after)| {
                    let mut shown = after.iter().filter(|finding| is_shown(finding));
                    shown.any(|new| !before.iter().any(|told| is_told(told, new)))
                })
                .collect();
            row += &format!("{:>17.1}", 100.0 * share(&new));
            all.extend(new);
            let flags = flagged(&before, is_shown).into_iter().zip(flagged(&before, is_numeric));
            good_rows.extend(good.rows.into_iter().zip(flags));
        }
        let (flags, of_values): (Vec<bool>, Vec<bool>) = good_rows.into_values().unzip();
        println!("  {source}{row} {:>10.1}", 1000.0 * share(&flags));
        clean.extend(flags);
        numeric.extend(of_values);
    }
    for ((kind, least), caught) in KINDS.iter().zip(&caught) {
        at_least(&format!("caught %, {kind} ({})", caught.len()), 100.0 * share(caught), *least);
    }
    let name = format!("clean alarms per 1000, all checks ({})", clean.len());
    at_most(&name, 1000.0 * share(&clean), 30.0);
    at_most("clean alarms per 1000, numeric checks", 1000.0 * share(&numeric), 5.0);
}

#[test]
fn human_judgements() {
    let Some((rows, majors)) = judged() else { return skipped() };
    let (_, found) = rows.audit();
    let (mut right, mut all) = (0, 0);
    let mut caught = 0;
    for (findings, majors) in found.iter().zip(&majors) {
        let serious = findings.iter().filter(|finding| is_serious(finding)).count();
        all += serious;
        if !majors.is_empty() {
            right += serious;
            caught += usize::from(serious > 0);
        }
    }
    let wrong = majors.iter().filter(|majors| !majors.is_empty()).count();
    let precision = 100.0 * f64::from(right as u32) / f64::from(all.max(1) as u32);
    println!("  {all} findings, {caught} of {wrong} segments with a major error");
    at_least("judged he-en: precision % by segment", precision, 80.0);
    at_least("judged he-en: recall % by segment", 100.0 * caught as f64 / wrong as f64, 5.0);
}
