//! The lexica of users: every format says the same things, and what they say reaches the alignment
//! and the audit.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::{Compression, GzBuilder};
use targum::align::Lexicon;
use targum::anchor::TermForm;
use targum::audit::{Glossary, Options, audit};
use targum::bitext::Bitext;
use targum::document::Document;
use targum::error::Result;
use targum::format::{dictd, omw, tbx, term_list};
use targum::knowledge::lexicon::Concept;
use targum::knowledge::termbase::Termbase;
use targum::knowledge::terminology::Terminology;
use targum::lang::Language;
use targum::pair::Pair;
use targum::rendering::Rendering;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/terminology").join(name)
}

fn read(name: &str) -> Result<Terminology> {
    let text = std::fs::read_to_string(path(name)).unwrap();
    if name.ends_with("tbx") { tbx::read(&text) } else { omw::read(&text) }
}

/// One line a concept: its designations, `!` before forbidden and `+` before preferred ones.
fn shown(terminology: &Terminology) -> String {
    let mut lines = String::new();
    for (concept, designations) in terminology.concepts() {
        lines += concept;
        for it in designations {
            let mark = ["+", "", "!"][it.status as usize];
            lines += &format!(" | {} {mark}{}", it.language.code, it.term);
        }
        lines += "\n";
    }
    lines
}

fn languages(source: &str, target: &str) -> Pair<&'static Language> {
    Pair::new(Language::from_tag(source).unwrap(), Language::from_tag(target).unwrap())
}

#[test]
fn termbases_of_both_versions_and_styles() {
    let old = "entry 2 | en blood pressure | nb blodtrykk\n\
               migraine | he +מיגרנה | nb !hodepine | nb migrene\n";
    assert_eq!(shown(&read("v2-dca.tbx").unwrap()), old);
    let new = "tablet | sv +tablett | sv !piller | de Tablette\n";
    assert_eq!(shown(&read("v3-dct.tbx").unwrap()), new);
    assert_eq!(shown(&read("v3-dca.tbx").unwrap()), new);
}

#[test]
fn wordnets_meet_by_synset() {
    let mut both = read("heb.tab").unwrap();
    both.join(read("nob.tab").unwrap());
    let expected =
        "90000001-n | he כלב | nb hund | nb bikkje\n90000002-n | he לחץ דם | nb blodtrykk\n";
    assert_eq!(shown(&both), expected);
}

#[test]
fn a_dictionary_gives_headwords_and_short_translations() {
    let terms = dictd::open(&dictd::index(&path("eng-nob.dict")).unwrap()).unwrap();
    let found: Vec<String> = terms
        .concepts()
        .map(|(_, designations)| {
            let terms: Vec<&str> = designations.iter().map(|it| it.term.as_str()).collect();
            terms.join(" | ")
        })
        .collect();
    let expected = ["blood pressure | blodtrykk", "dog | hund | bikkje | kjøter", "window | vindu"];
    assert_eq!(found, expected);
}

/// The dictionary of the fixtures, compressed as dictzip does: a gzip file with a field `RA` in its
/// header, which has the sizes of chunks.
fn dictzipped() -> Vec<u8> {
    let articles = std::fs::read(path("eng-nob.dict")).unwrap();
    let chunks = [1, 0, 0xe0, 0xe3, 1, 0, 0, 1];
    let field = [&b"RA"[..], &[chunks.len() as u8, 0], &chunks].concat();
    let mut encoder = GzBuilder::new().extra(field).write(Vec::new(), Compression::best());
    encoder.write_all(&articles).unwrap();
    encoder.finish().unwrap()
}

/// Opens the dictionary of the fixtures with other articles, in a folder of the test's own.
fn opened(test: &str, packed: &[u8]) -> Result<Terminology> {
    let folder = std::env::temp_dir().join(format!("targum-{test}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let index = folder.join("eng-nob.index");
    std::fs::copy(path("eng-nob.index"), &index).unwrap();
    std::fs::write(folder.join("eng-nob.dict.dz"), packed).unwrap();
    let terms = dictd::open(&dictd::index(&folder.join("eng-nob.dict.dz")).unwrap());
    std::fs::remove_dir_all(&folder).unwrap();
    terms
}

#[test]
fn a_compressed_dictionary_says_what_the_plain_one_says() {
    let plain = dictd::open(&path("eng-nob.index")).unwrap();
    assert_eq!(opened("packed", &dictzipped()).unwrap(), plain);
}

#[test]
fn a_damaged_dictionary_is_an_error() {
    let packed = dictzipped();
    let mut changed = packed.clone();
    let last = changed.len() - 6;
    changed[last] ^= 1;
    for damaged in [&packed[..packed.len() / 2], &changed, b"no gzip", b""] {
        let message = opened("damaged", damaged).unwrap_err().to_string();
        assert!(message.contains("expected a dictionary compressed by dictzip"), "{message}");
        assert!(!message.contains('\n'), "{message}");
    }
}

const TERMS: &str = "\
concept\the\tnb
# No word of it is in the lexicon.
clasp\tכינמון\tskjelmus|skrampe|!skjelmert
funnel\tגרגולה\tgorgel
spool\tפקקון ירוק\tgrønn korkling
high\tגבוה\thøy|skyskrapende
";

/// Two renderings, with the terms of a terminology.
fn termed(terms: &Terminology, texts: Pair<&str>, codes: Pair<&str>) -> Pair<Rendering> {
    let languages = languages(codes.source, codes.target);
    let termbase = Arc::new(Termbase::new(terms, languages).unwrap());
    texts.zip(languages).map(|(text, language)| {
        Rendering::new(Document::from_lines(text, language)).with_termbase(Arc::clone(&termbase))
    })
}

#[test]
fn a_users_concept_is_found_in_every_form() {
    let terms = term_list::read(TERMS).unwrap();
    let source = "שבכינמונים נשבר הכינמון ליד הפקקון הירוק.";
    let target = "Skjelmusene ble revet av skrampen i gorgelkassa ved den grønne korklingen.";
    let renderings = termed(&terms, Pair::new(source, target), Pair::new("he", "nb"));
    let own = |rendering: &Rendering| -> Vec<(Concept, TermForm, String)> {
        let own = rendering.terms.iter().filter(|term| term.concept.is_own());
        let text = &rendering.document.text;
        own.map(|term| (term.concept, term.form, term.span.of(text).to_owned())).collect()
    };
    let (source, target) = (own(&renderings.source), own(&renderings.target));
    let words = |found: &[(Concept, TermForm, String)]| -> Vec<(TermForm, String)> {
        found.iter().map(|(_, form, word)| (*form, word.clone())).collect()
    };
    use TermForm::{Compound, Inflected};
    let is = |form, word: &str| (form, word.to_owned());
    assert_eq!(
        words(&source),
        [is(Inflected, "שבכינמונים"), is(Inflected, "הכינמון"), is(Inflected, "הפקקון הירוק")]
    );
    assert_eq!(
        words(&target),
        [
            is(Inflected, "Skjelmusene"),
            is(Inflected, "skrampen"),
            is(Compound, "gorgel"),
            is(Inflected, "grønne korklingen")
        ]
    );
    assert_eq!(source[0].0, target[0].0);
    assert_eq!(target[0].0, target[1].0, "synonyms are of one concept");
    assert_eq!(source[2].0, target[3].0);
    assert_ne!(target[0].0, target[2].0);
}

#[test]
fn a_name_of_a_known_concept_is_added_to_it() {
    let terms = term_list::read(TERMS).unwrap();
    let texts = Pair::new("הבית גבוה.", "Huset er skyskrapende.");
    let renderings = termed(&terms, texts, Pair::new("he", "nb"));
    let high = Concept::named("high").unwrap();
    for rendering in [&renderings.source, &renderings.target] {
        assert!(rendering.terms.iter().any(|term| term.concept == high), "{:?}", rendering.terms);
        assert!(rendering.terms.iter().all(|term| !term.concept.is_own()));
    }
}

#[test]
fn a_concept_that_one_language_lacks_is_no_term() {
    let terms = term_list::read("he\tnb\nכינמון\n\tgorgel\n").unwrap();
    assert!(Termbase::new(&terms, languages("he", "nb")).is_none());
}

#[test]
fn a_language_without_a_lexicon_has_the_users_terms() {
    let terms = term_list::read("ru\tnb\nклямпа\tskjelmus\n").unwrap();
    let texts = Pair::new("Вот клямпа.", "Her er skjelmusen.");
    let renderings = termed(&terms, texts, Pair::new("ru", "nb"));
    assert_eq!(renderings.source.terms.len(), 1);
    let concept = renderings.source.terms[0].concept;
    assert!(renderings.target.terms.iter().any(|term| term.concept == concept));
}

#[test]
fn users_terms_align_what_nothing_else_tells_apart() {
    let source = "הכינמון נשבר אתמול.\nהגרגולה נשברה אתמול.\nהפקקון הירוק נשבר אתמול.";
    let target = "Gorgelen gikk i stykker i går.\nDen grønne korklingen gikk i stykker i går.";
    let texts = Pair::new(source, target);
    let beads = |renderings: Pair<Rendering>| -> Vec<Pair<Vec<usize>>> {
        let bitext = Bitext::align(renderings, &Default::default());
        let beads = bitext.alignment.beads().iter();
        beads.map(|bead| bead.segments.clone().map(|range| range.collect())).collect()
    };
    let terms = term_list::read(TERMS).unwrap();
    let right =
        [Pair::new(vec![0], vec![]), Pair::new(vec![1], vec![0]), Pair::new(vec![2], vec![1])];
    assert_eq!(beads(termed(&terms, texts, Pair::new("he", "nb"))), right);
    let languages = languages("he", "nb");
    let plain = texts
        .zip(languages)
        .map(|(text, language)| Rendering::new(Document::from_lines(text, language)));
    assert_ne!(beads(plain), right);
}

/// The checks that fire on two lines, with their suggestions.
fn fired(terms: &Terminology, source: &str, target: &str) -> Vec<(&'static str, Option<String>)> {
    let renderings = termed(terms, Pair::new(source, target), Pair::new("he", "nb"));
    let mut options = Options::default();
    options.glossary.add(terms);
    let findings = audit(&Bitext::align(renderings, &Default::default()), &options);
    findings.into_iter().map(|finding| (finding.check, finding.suggestion)).collect()
}

#[test]
fn the_audit_knows_the_users_concepts() {
    let terms = term_list::read(TERMS).unwrap();
    let fired = |source, target| fired(&terms, source, target);
    // Two that the termbase tells apart.
    assert_eq!(
        fired("הגרגולה נמצאה בבית הישן.", "Skjelmusen ble funnet i det gamle huset."),
        [("term-mismatch", None)]
    );
    // The same, a synonym, a part of a compound, a concept that has no counterpart.
    for target in [
        "Gorgelen ble funnet i det gamle huset.",
        "Gorgelkassa ble funnet i det gamle huset.",
        "Greia ble funnet i det gamle huset.",
    ] {
        assert_eq!(fired("הגרגולה נמצאה בבית הישן.", target), []);
    }
    assert_eq!(fired("הכינמון נמצא בבית.", "Skrampen ble funnet i huset."), []);
    // A forbidden name, alone and in a compound.
    let forbidden = [("forbidden-term", Some("skjelmus".to_owned()))];
    assert_eq!(fired("הכינמון נמצא בבית.", "Skjelmerten ble funnet i huset."), forbidden);
    assert_eq!(fired("הכינמון נמצא בבית.", "Skjelmertkassa ble funnet i huset."), forbidden);
    assert_eq!(fired("הגרגולה נמצאה בבית.", "Gorgelen ble funnet i huset."), []);
}

#[test]
fn a_dictionary_excludes_nothing() {
    let terms = "# x\tnob\n90000001-n\tlemma\tskjelmus\n90000002-n\tlemma\tgorgel\n\
                 90000001-n\theb:lemma\tכינמון\n90000002-n\theb:lemma\tגרגולה\n";
    let terms = omw::read(terms).unwrap();
    assert_eq!(
        fired(&terms, "הגרגולה נמצאה בבית הישן.", "Skjelmusen ble funnet i det gamle huset."),
        []
    );
}

#[test]
fn a_terminology_becomes_pairs_of_stems_in_either_direction() {
    let terms = read("v2-dca.tbx").unwrap();
    let pairs = |source, target| -> Vec<String> {
        let lexicon = Lexicon::from_terminology(&terms, languages(source, target));
        lexicon.entries().map(|(s, t, share)| format!("{s} {t} {share:.2}")).collect()
    };
    assert_eq!(pairs("en", "nb"), ["blood blodt 0.45", "press blodt 0.45"]);
    assert_eq!(pairs("nb", "en"), ["blodt blood 0.45", "blodt press 0.45"]);
    assert!(pairs("en", "fr").is_empty());
}

#[test]
fn a_deprecated_term_is_a_finding_where_the_other_side_has_the_term() {
    let mut glossary = Glossary::default();
    glossary.add(&read("v2-dca.tbx").unwrap());
    let mut options = Options::default();
    options.glossary = glossary;
    let forbidden = |source: &str, target: &str| -> Vec<String> {
        let languages = languages("he", "nb");
        let rendering = |text: &str, language| Rendering::new(Document::from_lines(text, language));
        let renderings =
            Pair::new(rendering(source, languages.source), rendering(target, languages.target));
        let bitext = Bitext::align(renderings, &Default::default());
        let findings = audit(&bitext, &options);
        let named = findings.iter().filter(|finding| finding.check == "forbidden-term");
        named.filter_map(|finding| finding.suggestion.clone()).collect()
    };
    assert_eq!(forbidden("המיגרנה נמשכת יומיים.", "Hodepinen varer i to dager."), ["migrene"]);
    assert!(forbidden("המיגרנה נמשכת יומיים.", "Migrenen varer i to dager.").is_empty());
    assert!(forbidden("כאב הראש נמשך יומיים.", "Hodepinen varer i to dager.").is_empty());
}

#[test]
fn what_is_malformed_is_told_with_its_place() {
    let message = |result: Result<Terminology>| result.unwrap_err().to_string();
    let cut = "<tbx><text><body><conceptEntry>";
    assert!(
        message(tbx::read(cut)).contains("inside <conceptEntry>"),
        "{}",
        message(tbx::read(cut))
    );
    assert!(message(tbx::read("<html></html>")).contains("expected a <tbx> or <martif> element"));
    assert!(message(omw::read("90000001-n\tlemma\thund\n")).contains("expected a first line"));
    let short = message(omw::read("# x\tnob\n90000001-n\thund\n"));
    assert!(short.starts_with("line 2, column 1: expected synset TAB lemma TAB word"), "{short}");
    let outside = dictd::read("dog\tA\tBAA\n", "dog\nhund\n", languages("en", "nb"));
    let outside = message(outside);
    assert!(outside.starts_with("line 1, column 1: expected a place in the 9 bytes"), "{outside}");
}
