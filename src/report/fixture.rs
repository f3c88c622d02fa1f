//! The one bitext and its findings that every renderer is tested on.

use std::io::{self, Write};
use std::path::PathBuf;

use super::Report;
use crate::align::{Alignment, Bead};
use crate::audit::{Accepted, Check, Explanation, Finding, Scope, Severity};
use crate::bitext::Bitext;
use crate::format::plain;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;
use crate::span::Span;

const HEBREW: &str = "\
מגנזיום ושינה
המשתתפים קיבלו 250 מ\"ג מגנזיום מדי ערב במשך שמונה שבועות.
לא נמצאו תופעות לוואי חמורות.
אין ליטול את התכשיר במקרה של אי-ספיקת כליות, ובכל מקרה של ספק יש להתייעץ עם הרופא המטפל.
הירדמות: 17 דקות & <פחות> בממוצע.
";

const NORWEGIAN: &str = "\
Magnesium og søvn
Deltakerne fikk 520 mg magnesium hver kveld i åtte uker.
Det ble ikke funnet alvorlige bivirkninger.
Innsovning: 17 minutter & <mindre> i i gjennomsnitt.
Les mer i brosjyren.
";

const fn check(
    id: &'static str,
    severity: Severity,
    mqm: &'static str,
    its: &'static str,
    finds: &'static str,
) -> Check {
    Check {
        id,
        severity,
        mqm,
        its,
        explanation: Explanation {
            finds,
            matters: "A reader of the target is misled.",
            example: [("he", "12 מטופלים"), ("nb", "21 pasienter")],
            ignores: "Numbers written in words.",
        },
        scope: Scope::Bead(|_| Vec::new()),
    }
}

static NUMBER: Check = check(
    "number-mismatch",
    Severity::Critical,
    "accuracy/mistranslation",
    "mistranslation",
    "A number that differs between the sides.",
);
static MISSING: Check = check(
    "segment-missing",
    Severity::Major,
    "accuracy/omission",
    "omission",
    "Segments of the source that the target does not render.",
);
static ADDED: Check = check(
    "segment-added",
    Severity::Major,
    "accuracy/addition",
    "addition",
    "Segments of the target that render nothing in the source.",
);
static DOUBLED: Check = check(
    "duplicated-word",
    Severity::Minor,
    "fluency/duplication",
    "duplication",
    "A word that stands twice in a row.",
);
/// A check without a finding.
static SILENT: Check = check(
    "date-mismatch",
    Severity::Major,
    "accuracy/mistranslation",
    "mistranslation",
    "A date that differs between the sides.",
);

static CHECKS: [&Check; 5] = [&NUMBER, &SILENT, &MISSING, &ADDED, &DOUBLED];

/// What `write` makes of the fixture.
#[track_caller]
pub(crate) fn rendered(write: impl Fn(&Report<'_>, &mut dyn Write) -> io::Result<()>) -> String {
    let bitext = bitext();
    let (findings, accepted) = findings(&bitext);
    let report = Report::new(&bitext, &CHECKS, &findings, &accepted);
    let mut out = Vec::new();
    write(&report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

pub(crate) fn bitext() -> Bitext {
    let rendering = |text: &str, language, path| {
        let language = Language::from_tag(language).unwrap();
        let mut document = plain::read_segmented(text.to_owned(), language);
        document.origin.path = Some(PathBuf::from(path));
        Rendering::new(document)
    };
    let renderings = Pair::new(
        rendering(HEBREW, "he", "he.txt"),
        rendering(NORWEGIAN, "nb", "tekst/ny, nb.txt"),
    );
    let beads =
        [(0..1, 0..1), (1..2, 1..2), (2..3, 2..3), (3..4, 3..3), (4..5, 3..4), (5..5, 4..5)];
    let beads =
        beads.map(|(source, target)| Bead { segments: Pair::new(source, target), posterior: 0.96 });
    let alignment = Alignment::new(beads.into(), Pair::new(5, 5)).unwrap();
    Bitext { renderings, alignment }
}

/// The open findings and the accepted one.
pub(crate) fn findings(bitext: &Bitext) -> (Vec<Finding>, Vec<Accepted>) {
    let place = |side, text: &str| {
        let whole = &bitext.renderings.side(side).document.text;
        let start = whole.find(text).unwrap();
        Span::new(start, start + text.len())
    };
    let segment = |side, index: usize| bitext.renderings.side(side).segments[index].span;
    let findings = vec![
        Finding::new(&NUMBER, 0.97, "250 of the source is 520 in the target.")
            .in_bead(1)
            .at(Side::Source, place(Side::Source, "250"))
            .at(Side::Target, place(Side::Target, "520"))
            .suggesting("250"),
        Finding::new(&MISSING, 0.91, "1 segment stands on the source side alone.")
            .in_bead(3)
            .at(Side::Source, segment(Side::Source, 3)),
        Finding::new(&DOUBLED, 0.88, "The word \"i\" stands twice, 100 % sure: remove one.")
            .in_bead(4)
            .at(Side::Target, place(Side::Target, "i i"))
            .suggesting("i"),
        Finding::new(&ADDED, 0.5, "1 segment stands on the target side alone.")
            .in_bead(5)
            .at(Side::Target, segment(Side::Target, 4))
            .with_severity(Severity::Note),
    ];
    let accepted = Finding::new(&NUMBER, 0.4, "\"17\" of the source is \"17\" in the target.")
        .in_bead(4)
        .at(Side::Source, place(Side::Source, "17"))
        .at(Side::Target, place(Side::Target, "17"));
    let accepted = Accepted {
        finding: accepted,
        reason: "Both are minutes.".to_owned(),
        author: "Kari Nordmann".to_owned(),
    };
    (findings, vec![accepted])
}
