//! Alignment with vectors that were computed elsewhere: from memory, and from files as the command
//! line takes them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use targum::align::{Alignment, Embeddings, Options, SpanVectors, Vectors, align, explain, unsure};
use targum::format::plain;
use targum::lang::Language;
use targum::pair::Pair;
use targum::rendering::Rendering;

/// Sentences of equal length without a word that the other side has.
const SOURCE: [&str; 6] = [
    "The boat was painted red last spring.",
    "My uncle never learnt how to swim...!",
    "A gull slept on the wooden handrail..",
    "We boiled potatoes in the sea water..",
    "Fog hid the island until the evening.",
    "Nobody heard the bell of the chapel..",
];
const TARGET: [&str; 5] = [
    "Aage vokste opp ved fjorden i Namdal.",
    "Ute falt det snø hele natten igjennom",
    "Kari solgte egg og honning fra gården",
    "Toget var fullt av skiløpere til jul.",
    "Ingen visste hvor nøkkelen hadde hamnet",
];
const DIMENSION: usize = 9;

/// Vectors in which text `k` points along axis `k`, far from the origin along the last axis.
fn vectors(meanings: &[usize], shift: f32) -> Vec<f32> {
    let row = |&meaning: &usize| {
        let mut row = [0.0; DIMENSION];
        (row[meaning], row[DIMENSION - 1]) = (1.0, shift);
        row
    };
    meanings.iter().flat_map(row).collect()
}

fn renderings() -> Pair<Rendering> {
    let read = |lines: &[&str], language: &str| {
        let language = Language::from_tag(language).unwrap();
        Rendering::new(plain::read_segmented(lines.join("\n") + "\n", language))
    };
    Pair::new(read(&SOURCE, "en"), read(&TARGET, "nb"))
}

fn aligned(meanings: &[usize]) -> (Options, Alignment) {
    let side = |meanings: &[usize], shift| {
        let vectors = Vectors::new(vectors(meanings, shift), DIMENSION).unwrap();
        SpanVectors::of_segments(vectors, meanings.len()).unwrap()
    };
    let sides = Pair::new(side(&[0, 1, 2, 3, 4, 5], 3.0), side(meanings, -3.0));
    let mut options = Options::default();
    options.embeddings = Some(Arc::new(Embeddings::new(sides).unwrap()));
    let alignment = align(renderings().as_ref(), &options);
    (options, alignment)
}

fn left_out(alignment: &Alignment) -> Vec<usize> {
    let beads = alignment.beads().iter().filter(|bead| bead.segments.target.is_empty());
    beads.flat_map(|bead| bead.segments.source.clone()).collect()
}

#[test]
fn meaning_tells_which_segment_is_left_out() {
    for gone in 0..SOURCE.len() {
        let meanings: Vec<usize> = (0..SOURCE.len()).filter(|at| *at != gone).collect();
        let (_, alignment) = aligned(&meanings);
        assert_eq!(left_out(&alignment), [gone]);
    }
}

#[test]
fn meaning_is_among_the_reasons() {
    let (options, alignment) = aligned(&[0, 1, 3, 4, 5]);
    let explanation = explain(renderings().as_ref(), &options, &alignment, 0).unwrap();
    let reasons = &explanation.chosen.evidence;
    let meaning = reasons.iter().find(|evidence| evidence.source == "similar meaning").unwrap();
    assert!(meaning.log_odds > 1.0, "{meaning:?}");
}

#[test]
fn an_encoder_is_asked_for_spans_of_the_text() {
    let renderings = renderings();
    let spans = unsure(renderings.as_ref(), &Options::default());
    for (spans, count) in [(&spans.source, SOURCE.len()), (&spans.target, TARGET.len())] {
        assert!(spans.contains(&(0..1)), "{spans:?}");
        assert!(spans.iter().all(|span| !span.is_empty() && span.end <= count), "{spans:?}");
        assert!(spans.is_sorted_by_key(|span| (span.start, span.end)), "{spans:?}");
    }
    let mut texts = 0;
    let encode = |asked: &[String]| {
        texts = asked.len();
        assert!(asked.iter().any(|text| text == SOURCE[0]));
        Vectors::new(vec![1.0; asked.len() * 2], 2)
    };
    let embeddings =
        Embeddings::of_unsure(renderings.as_ref(), &Options::default(), encode).unwrap();
    let sides = embeddings.sides();
    assert_eq!((sides.source.len(), sides.target.len()), (spans.source.len(), spans.target.len()));
    assert_eq!(texts, spans.source.len() + spans.target.len());
}

#[test]
fn overlaps_are_found_by_their_text() {
    let renderings = renderings();
    let both = format!("{}  {}", SOURCE[0], SOURCE[1]);
    let mut lines: Vec<&str> = SOURCE.to_vec();
    lines.extend([both.as_str(), "PAD"]);
    let vectors = |count: usize| Vectors::new(vec![1.0; count * 3], 3).unwrap();
    let spans = SpanVectors::of_texts(&renderings.source, &lines, vectors(8), 6).unwrap();
    assert_eq!((spans.segments(), spans.len()), (6, 7));
    let error = SpanVectors::of_texts(&renderings.source, &lines[1..], vectors(7), 6).unwrap_err();
    let expected =
        format!("expected a line for each segment, found none for segment 0, {:?}", SOURCE[0]);
    assert_eq!(error.to_string(), expected);
}

/// A folder of its own with both texts, segment a line.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("en.txt"), SOURCE.join("\n") + "\n").unwrap();
    std::fs::write(folder.join("nb.txt"), TARGET.join("\n") + "\n").unwrap();
    folder
}

fn targum(folder: &Path, flags: &[&str]) -> Output {
    let files = ["en.txt", "nb.txt", "--source-lang", "en", "--target-lang", "nb"];
    Command::new(env!("CARGO_BIN_EXE_targum"))
        .current_dir(folder)
        .args(["align", "--segmented", "--format", "links"])
        .args(flags)
        .args(files)
        .output()
        .unwrap()
}

fn bytes(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// A .npy file of float32 numbers, version 1.0.
fn npy(values: &[f32]) -> Vec<u8> {
    let shape = format!("({}, {DIMENSION})", values.len() / DIMENSION);
    let header = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}\n");
    let length = (header.len() as u16).to_le_bytes();
    [b"\x93NUMPY\x01\x00", &length[..], header.as_bytes(), &bytes(values)].concat()
}

#[test]
fn vectors_come_from_files() {
    let folder = folder("vectors");
    let (source, target) = (vectors(&[0, 1, 2, 3, 4, 5], 3.0), vectors(&[0, 1, 2, 4, 5], -3.0));
    std::fs::write(folder.join("en.npy"), npy(&source)).unwrap();
    std::fs::write(folder.join("nb.npy"), npy(&target)).unwrap();
    std::fs::write(folder.join("en.emb"), bytes(&source)).unwrap();
    std::fs::write(folder.join("nb.emb"), bytes(&target)).unwrap();
    let from_npy = targum(&folder, &["--embeddings", "en.npy", "nb.npy"]);
    let links = String::from_utf8(from_npy.stdout.clone()).unwrap();
    assert!(links.contains("[3]:[]:"), "{links}");
    let from_emb = targum(&folder, &["--embeddings", "en.emb", "nb.emb"]);
    assert_eq!(from_emb.stdout, from_npy.stdout);
    let overlaps = ["--embeddings", "en.emb", "nb.npy", "--overlaps", "en.txt", "nb.txt"];
    assert_eq!(targum(&folder, &overlaps).stdout, from_npy.stdout);
}

#[test]
fn vectors_that_do_not_fit_are_told() {
    let folder = folder("unfit");
    std::fs::write(folder.join("six.npy"), npy(&vectors(&[0, 1, 2, 3, 4, 5], 1.0))).unwrap();
    std::fs::write(folder.join("six.emb"), bytes(&[1.0; 12])).unwrap();
    for (target, message) in [
        ("six.npy", "six.npy: expected 5 vectors, one for each segment, found 6"),
        ("six.emb", "six.emb: expected 5 vectors of float32 numbers, found 48 bytes"),
        ("nb.txt", "nb.txt: expected 5 vectors of float32 numbers, found "),
    ] {
        let output = targum(&folder, &["--embeddings", "six.npy", target]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(message), "{told}");
    }
}

#[cfg(not(feature = "encoder"))]
#[test]
fn a_build_without_encoder_says_so() {
    let output = targum(&folder("no-encoder"), &["--encoder", "model"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.ends_with("`cargo build --release --features encoder`\n"), "{told}");
}

#[cfg(feature = "encoder")]
#[test]
fn the_encoder_sees_that_languages_say_the_same() {
    let Some(model) = std::env::var_os("TARGUM_ENCODER") else {
        return println!("skipped: no TARGUM_ENCODER");
    };
    let encoder = targum::align::Encoder::open(Path::new(&model)).unwrap();
    let texts =
        ["The cat sleeps on the roof.", "Katten sover på taket.", "Prisene steg igjen i fjor."];
    let texts: Vec<String> = texts.map(str::to_owned).to_vec();
    let vectors = encoder.encode(&texts).unwrap();
    let cosine = |a: usize, b: usize| {
        let dot = |a: usize, b: usize| {
            vectors.row(a).iter().zip(vectors.row(b)).map(|(x, y)| x * y).sum::<f32>()
        };
        dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
    };
    assert!(cosine(0, 1) > cosine(0, 2) + 0.05, "{} {}", cosine(0, 1), cosine(0, 2));
    let alone = encoder.encode(&texts[..1]).unwrap();
    let apart = vectors.row(0).iter().zip(alone.row(0)).map(|(x, y)| (x - y).abs());
    assert!(apart.fold(0.0, f32::max) < 1e-4, "a text's vector depends on the other texts");
    let error = targum::align::Encoder::open(Path::new("nowhere")).unwrap_err();
    assert!(error.to_string().starts_with("nowhere/config.json: could not read"), "{error}");
}
