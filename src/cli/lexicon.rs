//! The lexica of the user, each in a format that its content tells.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use targum::align::Lexicon;
use targum::error::Result;
use targum::format::{dictd, omw, read_text, tbx};
use targum::knowledge::terminology::Terminology;
use targum::lang::Language;
use targum::pair::Pair;

/// Where the lexica are.
#[derive(Args)]
pub struct Source {
    /// A lexicon: what `targum learn` wrote, a termbase (TBX), an Open Multilingual Wordnet (.tab, one
    /// file a language) or a dictionary of dictd (.index beside .dict); may be given several times.
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
}

/// What the lexica say.
#[derive(Default)]
pub struct Lexica {
    learned: Lexicon,
    /// Concepts and their terms.
    pub terminology: Terminology,
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
            self.terminology.join(dictd::open(&index)?);
            return Ok(());
        }
        let text = read_text(path)?;
        let terminology = if is_xml(&text) {
            tbx::read(&text)
        } else if omw::is_omw(&text) {
            omw::read(&text)
        } else {
            self.learned.join(Lexicon::parse(&text).map_err(|error| error.in_file(path))?);
            return Ok(());
        };
        self.terminology.join(terminology.map_err(|error| error.in_file(path))?);
        Ok(())
    }

    /// The pairs for two languages, if there are any.
    pub fn pairs(&self, languages: Pair<&'static Language>) -> Option<Arc<Lexicon>> {
        let mut lexicon = self.learned.clone();
        lexicon.join(Lexicon::from_terminology(&self.terminology, languages));
        (!lexicon.is_empty()).then(|| Arc::new(lexicon))
    }
}

/// Whether a text is XML rather than lines.
pub fn is_xml(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}
