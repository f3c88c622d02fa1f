//! A bitext keeps the words of its two-sided beads through every format that is read and written, an
//! alignment its beads through every form of links.

use std::io;
use std::path::Path;

use targum::align::Options;
use targum::bitext::Bitext;
use targum::error::Result;
use targum::format::{jsonl, ladder, links, plain, tmx, tsv, xces, xliff};
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

#[test]
fn every_form_of_links_keeps_every_bead() {
    let languages = Pair::new("he", "nb").map(|code| Language::from_tag(code).unwrap());
    let bitext = aligned(AWKWARD.map(str::to_owned), languages, plain::read_segmented);
    let added = AWKWARD.target.to_owned() + "På egen hånd.\n";
    let longer = Pair::new(AWKWARD.source.to_owned(), added);
    for bitext in [bitext, aligned(longer, languages, plain::read_segmented)] {
        let beads = |links: Vec<links::Link>| -> Vec<_> {
            links.into_iter().map(|link| (link.source, link.target)).collect()
        };
        let expected = beads(links::links(&bitext.alignment));
        let written = |write: &dyn Fn(&mut dyn io::Write) -> io::Result<()>| {
            let mut written = Vec::new();
            write(&mut written).unwrap();
            String::from_utf8(written).unwrap()
        };
        let lines = written(&|out| links::write(&bitext.alignment, out));
        assert_eq!(beads(links::parse(&lines).unwrap()), expected);
        let rungs = written(&|out| ladder::write(&bitext.alignment, out));
        assert_eq!(beads(ladder::parse(&rungs).unwrap()), expected);
        let xml = written(&|out| xces::write(&bitext, out));
        assert_eq!(beads(xces::parse(&xml).unwrap()), expected);
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
