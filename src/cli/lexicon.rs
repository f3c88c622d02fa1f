//! The lexica of the user, each in a format that its content tells.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use clap::Args;
use targum::align::Lexicon;
use targum::error::Result;
use targum::format::{dictd, omw, read_text, tbx, term_list};
use targum::knowledge::termbase::Termbase;
use targum::knowledge::terminology::Terminology;
use targum::lang::Language;
use targum::pair::Pair;
use targum::rendering::Rendering;

/// Where the lexica are.
#[derive(Args)]
pub struct Source {
    /// A lexicon: a list of terms (a column a language, tab-separated, the codes in the first line), a
    /// termbase (TBX), an Open Multilingual Wordnet (.tab, one file a language), a dictionary of dictd
    /// (.index beside .dict or .dict.dz), or what `targum learn` wrote; may be given several times.
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
}

/// What the lexica say.
#[derive(Default)]
pub struct Lexica {
    learned: Vec<Lexicon>,
    /// Concepts and their terms.
    pub terminology: Terminology,
    /// Each file with the languages it has words of; of a learned lexicon they may be unknown.
    files: Vec<(PathBuf, Option<BTreeSet<&'static str>>)>,
    /// By the codes of two languages; made once for all documents.
    of_pairs: Mutex<BTreeMap<(&'static str, &'static str), OfPair>>,
}

/// What the lexica say of two languages.
#[derive(Clone)]
pub struct OfPair {
    /// Stems that render each other.
    pub stems: Option<Arc<Lexicon>>,
    termbase: Option<Arc<Termbase>>,
}

impl OfPair {
    /// The renderings with the terms of the lexica.
    pub fn find_terms(&self, renderings: Pair<Rendering>) -> Pair<Rendering> {
        let Some(termbase) = &self.termbase else { return renderings };
        renderings.map(|rendering| rendering.with_termbase(Arc::clone(termbase)))
    }
}

impl Source {
    /// The files, as they were named.
    pub fn files(&self) -> &[PathBuf] {
        &self.lexicon
    }

    /// Reads the lexica.
    pub fn load(&self) -> Result<Lexica> {
        let mut lexica = Lexica::default();
        for path in &self.lexicon {
            lexica.read(path)?;
        }
        Ok(lexica)
    }
}

impl Lexica {
    fn read(&mut self, path: &Path) -> Result<()> {
        if let Some(index) = dictd::index(path) {
            self.join(path, dictd::open(&index)?);
            return Ok(());
        }
        let text = read_text(path)?;
        let terminology = if is_xml(&text) {
            tbx::read(&text)
        } else if omw::is_omw(&text) {
            omw::read(&text)
        } else if term_list::is_term_list(&text) {
            term_list::read(&text)
        } else {
            let lexicon = Lexicon::parse(&text).map_err(|error| error.in_file(path))?;
            let languages = lexicon.languages().map(|Pair { source, target }| [source, target]);
            let codes = languages.map(|both| both.map(|language| language.code).into());
            self.files.push((path.to_owned(), codes));
            self.learned.push(lexicon);
            return Ok(());
        };
        self.join(path, terminology.map_err(|error| error.in_file(path))?);
        Ok(())
    }

    fn join(&mut self, path: &Path, terminology: Terminology) {
        let terms = terminology.concepts().flat_map(|(_, terms)| terms);
        self.files.push((path.to_owned(), Some(terms.map(|term| term.language.code).collect())));
        self.terminology.join(terminology);
    }

    /// What they say of the one pair of languages that is asked for; files that say nothing of it are
    /// told on standard error.
    pub fn of_one_pair(&self, languages: Pair<&'static Language>) -> OfPair {
        self.idle(languages).for_each(|idle| eprintln!("warning: {idle}"));
        self.of(languages)
    }

    /// A line for each file that cannot say anything of two languages.
    fn idle(&self, languages: Pair<&'static Language>) -> impl Iterator<Item = String> {
        let Pair { source, target } = languages;
        self.files.iter().filter_map(move |(path, codes)| {
            let codes = codes.as_ref()?;
            let known = [source, target].iter().filter(|it| codes.contains(it.code)).count();
            // A wordnet has one language a file.
            let is_idle = known < codes.len().clamp(1, 2);
            let path = path.display();
            let has = match codes.len() {
                0 => "no terms".to_owned(),
                _ => format!(
                    "terms of {}, not of {source} and {target}",
                    codes.iter().copied().collect::<Vec<_>>().join(" ")
                ),
            };
            is_idle.then(|| format!("{path}: has {has}; it adds nothing"))
        })
    }

    /// What they say of two languages.
    pub fn of(&self, languages: Pair<&'static Language>) -> OfPair {
        let codes = (languages.source.code, languages.target.code);
        let mut of_pairs = self.of_pairs.lock().unwrap_or_else(PoisonError::into_inner);
        let made = of_pairs.entry(codes).or_insert_with(|| {
            let mut stems = Lexicon::default();
            self.learned.iter().for_each(|lexicon| stems.join(lexicon.of(languages)));
            stems.join(Lexicon::from_terminology(&self.terminology, languages));
            OfPair {
                stems: (!stems.is_empty()).then(|| Arc::new(stems)),
                termbase: Termbase::new(&self.terminology, languages).map(Arc::new),
            }
        });
        made.clone()
    }
}

/// Whether a text is XML rather than lines.
pub fn is_xml(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}
