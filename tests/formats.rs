//! A bitext keeps the words of its two-sided beads through every format that is read and written.

use std::io;
use std::path::Path;

use targum::align::Options;
use targum::bitext::Bitext;
use targum::error::Result;
use targum::format::{jsonl, plain, tmx, tsv, xliff};
use targum::lang::Language;
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

type Write = fn(&Bitext, &mut dyn io::Write) -> io::Result<()>;
type Read = fn(&str, Pair<&'static Language>) -> Result<Bitext>;

const FORMATS: [(&str, Write, Read); 4] = [
    ("tsv", tsv::write, tsv::read),
    ("jsonl", jsonl::write, jsonl::read),
    ("tmx", tmx::write, tmx::read),
    ("xliff", xliff::write, xliff::read),
];

/// One segment a line, with what formats trip over: markup, quotes, backslashes, marks of direction.
const AWKWARD: Pair<&str> = Pair {
    source: "\u{200f}מינון של 5 מ\"ג & יותר <b>\n\"א\"\" | ב\\t\\n ג\n=1+1 'ד' ,;\n]]> &amp; &#10;\n",
    target: "Dose på 5 mg & mer <b>\n\"a\"\" | b\\t\\n c\n=1+1 'd' ,;\n]]> &amp; &#10;\n",
};

#[test]
fn every_format_keeps_the_words_of_every_bead() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/magnesium");
    let article = |code| std::fs::read_to_string(corpus.join(format!("{code}.txt"))).unwrap();
    let languages = Pair::new("he", "nb").map(|code| Language::from_tag(code).unwrap());
    let bitexts = [
        aligned(Pair::new(article("he"), article("nb")), languages, plain::read),
        aligned(AWKWARD.map(str::to_owned), languages, plain::read_segmented),
    ];
    for bitext in &bitexts {
        assert!(words(bitext).len() > 2);
        for (name, write, read) in FORMATS {
            let mut written = Vec::new();
            write(bitext, &mut written).unwrap();
            let again = read(std::str::from_utf8(&written).unwrap(), languages).unwrap();
            assert_eq!(words(&again), words(bitext), "{name}");
        }
    }
}

fn aligned(
    texts: Pair<String>,
    languages: Pair<&'static Language>,
    read: fn(String, &'static Language) -> targum::document::Document,
) -> Bitext {
    let Pair { source, target } = texts;
    let renderings = Pair::new(read(source, languages.source), read(target, languages.target))
        .map(Rendering::new);
    Bitext::align(renderings, &Options::default())
}

/// The words of every bead that has segments on both sides.
fn words(bitext: &Bitext) -> Vec<[Vec<String>; 2]> {
    let beads = bitext.alignment.beads().iter();
    let of = |text: String| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    beads
        .map(|bead| [Side::Source, Side::Target].map(|side| of(bitext.text(bead, side))))
        .filter(|sides| sides.iter().all(|words| !words.is_empty()))
        .collect()
}
