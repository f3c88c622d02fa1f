//! Alignments of small texts of our own, and of texts that are odd in some way.
//!
//! Each file of `tests/align` holds two renderings and the beads that are expected: a header
//! `source-language target-language`, the source segments, `---`, the target segments, `---`, the beads.

use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use targum::align::{Alignment, Bead, Options, Warning, align, explain};
use targum::format::links::{links, parse};
use targum::format::plain;
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

fn rendering(text: &str, language: &str) -> Rendering {
    Rendering::new(plain::read_segmented(text.to_owned(), Language::from_tag(language).unwrap()))
}

fn renderings(source: &str, target: &str) -> Pair<Rendering> {
    Pair::new(rendering(source, "he"), rendering(target, "nb"))
}

fn aligned(renderings: &Pair<Rendering>) -> Alignment {
    let alignment = align(renderings.as_ref(), &Options::default());
    let counts = renderings.as_ref().map(|rendering| rendering.segments.len());
    Alignment::new(alignment.beads().to_vec(), counts).unwrap();
    for bead in alignment.beads() {
        assert!((0.0..=1.0).contains(&bead.posterior), "{bead:?}");
    }
    alignment
}

#[test]
fn fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/align");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let (header, rest) = text.split_once('\n').unwrap();
        let (source_language, target_language) = header.split_once(' ').unwrap();
        let parts: Vec<&str> = rest.split("---\n").collect();
        let [source, target, gold] = parts.as_slice() else { panic!("{}", file.display()) };
        let pair =
            Pair::new(rendering(source, source_language), rendering(target, target_language));
        let mut expected = parse(gold).unwrap();
        let mut found = links(&aligned(&pair));
        for link in expected.iter_mut().chain(&mut found) {
            link.posterior = None;
        }
        assert_eq!(found, expected, "{}", file.display());
    }
}

#[test]
fn an_empty_side_gives_skips_and_a_warning() {
    let alignment = aligned(&renderings("שלום.\nמה נשמע?\n", ""));
    assert!(alignment.beads().iter().all(Bead::is_null));
    assert_eq!(alignment.warnings(), [Warning::EmptySide(Side::Target)]);
    aligned(&renderings("", ""));
}

#[test]
fn blank_lines_and_single_characters_are_aligned() {
    aligned(&renderings("\n\nא\n", "a\n\n\n\n\n\n"));
}

#[test]
fn a_side_of_five_times_the_length_is_told() {
    let source = "הכלב נובח בחצר.\n".repeat(4);
    let target: String = (0..30)
        .map(|at| format!("Setning nummer {at} handler om noe helt annet enn hunder.\n"))
        .collect();
    let alignment = aligned(&renderings(&source, &target));
    assert!(
        alignment
            .warnings()
            .iter()
            .any(|warning| matches!(warning, Warning::UnequalLength { longer: Side::Target, .. })),
        "{:?}",
        alignment.warnings()
    );
}

#[test]
fn texts_that_do_not_render_each_other_are_told() {
    let source = "\
        הנגר תיקן את הדלת בבוקר.\n\
        הילדה ציירה סוס כחול, ואחר כך מחקה את כל הציור.\n\
        הגשם פסק רק בערב.\n\
        איש לא ראה את הגנב כשיצא מן החצר האחורית של בית המרקחת.\n\
        בשוק מכרו תותים ודבש.\n\
        למה?\n\
        הרכבת איחרה בשעה שלמה ולכן החמצנו את המופע שחיכינו לו מאז החורף.\n\
        סבתא סרגה צעיף אדום.\n\
        החתול ישן.\n\
        במוזיאון נפתחה תערוכה של כדים עתיקים שנמצאו בקרקעית הים ליד עכו.\n\
        אחי לומד לנגן בכינור, והשכנים כבר מתלוננים.\n\
        הדייגים חזרו בידיים ריקות.\n\
    ";
    let target = "\
        Renten ble satt opp i går etter et langt møte i hovedstyret.\n\
        Hvorfor akkurat nå?\n\
        Partiet mistet flere velgere i nord enn noen hadde trodd, og lederen gikk av samme kveld.\n\
        Oljeprisen steg.\n\
        Avisen kommer ikke ut på papir lenger, bare på nett.\n\
        Kommunen vil rive den gamle skolen.\n\
        Ingen svarte da vi ringte til departementet for å få en forklaring på vedtaket.\n\
        Streiken fortsetter!\n\
        Lærerne krever høyere lønn, kortere uker og mindre klasser før de går tilbake.\n\
        Flyet fra Bodø ble innstilt.\n\
        To menn er siktet for underslag, men begge nekter.\n\
        Været blir bedre mot helgen, sier meteorologen.\n\
    ";
    let alignment = aligned(&renderings(source, target));
    let is_told = |warning: &Warning| matches!(warning, Warning::Unrelated { .. });
    assert!(alignment.warnings().iter().any(is_told), "{:?}", alignment.warnings());
    let related = renderings(
        "החברה נוסדה בשנת 1998.\nהיא מעסיקה 240 עובדים.\nב-2005 עברה החברה ללונדון.\n\
         ב-12 במאי נפתח סניף בפריז.\nההכנסות עלו ב-17 אחוזים.\n",
        "Selskapet ble grunnlagt i 1998.\nDet har 240 ansatte.\nI 2005 flyttet det til London.\n\
         Den 12. mai åpnet en avdeling i Paris.\nInntektene steg med 17 prosent.\n",
    );
    let alignment = aligned(&related);
    assert!(!alignment.warnings().iter().any(is_told), "{:?}", alignment.warnings());
}

#[test]
fn identical_lines_take_bounded_time() {
    let pair =
        renderings(&"אותה שורה שוב.\n".repeat(20_000), &"Samme linje igjen.\n".repeat(20_000));
    let start = Instant::now();
    let alignment = aligned(&pair);
    assert!(start.elapsed() < Duration::from_secs(120));
    assert!(alignment.warnings().contains(&Warning::Repetitive(Side::Source)));
    let linked = alignment.beads().iter().filter(|bead| !bead.is_null()).count();
    assert!(linked > 15_000, "{linked}");
}

#[test]
fn an_explanation_adds_up_and_names_a_runner_up() {
    let pair = renderings(
        "בשנת 1998 נוסדה החברה.\nהיא מעסיקה 240 עובדים.\n",
        "Selskapet ble grunnlagt i 1998.\nDet har 240 ansatte.\n",
    );
    let alignment = aligned(&pair);
    let explanation = explain(pair.as_ref(), &Options::default(), &alignment, 1).unwrap();
    assert_eq!(explanation.chosen.bead.segments, alignment.beads()[1].segments);
    let sum: f64 = explanation.chosen.evidence.iter().map(|evidence| evidence.log_odds).sum();
    assert!((sum - explanation.chosen.log_odds).abs() < 1e-9);
    assert!(explanation.runner_up.unwrap().bead.posterior < explanation.chosen.bead.posterior);
    assert!(explain(pair.as_ref(), &Options::default(), &alignment, 99).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_tiled(
        source in prop::collection::vec("\\PC{0,30}", 0..12),
        target in prop::collection::vec("\\PC{0,30}", 0..12),
    ) {
        let pair = renderings(&(source.join("\n") + "\n"), &(target.join("\n") + "\n"));
        aligned(&pair);
        let swapped = Pair::new(&pair.target, &pair.source);
        align(swapped, &Options::default());
    }
}
