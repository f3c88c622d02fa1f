//! The lexica of users: every format says the same things, and what they say reaches the alignment
//! and the audit.

use std::path::{Path, PathBuf};

use targum::align::Lexicon;
use targum::audit::{Glossary, Options, audit};
use targum::bitext::Bitext;
use targum::document::Document;
use targum::error::Result;
use targum::format::{dictd, omw, tbx};
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
