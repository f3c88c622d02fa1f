//! What is audited: two renderings or a bitext, with the settings for it.

use std::path::{Path, PathBuf};

use clap::Args;
use targum::audit::{Baseline, Config, Finding, audit};
use targum::bitext::Bitext;
use targum::error::{Error, Result};
use targum::format::{self, Layout};
use targum::pair::Pair;

use super::bitext::Format;
use super::input::{Languages, renderings};
use super::lexicon::{self, Lexica};
use super::settings::Settings;
use super::severity::Shown;

#[derive(Args)]
pub struct Subject {
    /// One rendering (text, .html, .md, .docx); or a bitext (.tmx .xlf .tsv .jsonl), and no second file.
    pub source: PathBuf,
    /// The other rendering.
    pub target: Option<PathBuf>,
    #[command(flatten)]
    languages: Languages,
    /// The inputs hold one segment a line.
    #[arg(long, requires = "target")]
    segmented: bool,
    #[command(flatten)]
    lexicon: lexicon::Source,
    #[command(flatten)]
    settings: Settings,
}

/// A bitext, what its audit found, and under which configuration.
pub struct Audited {
    pub bitext: Bitext,
    pub findings: Vec<Finding>,
    pub config: Config,
}

impl Subject {
    /// Reads, aligns where that is needed, and audits.
    pub fn audit(&self, shown: Shown) -> Result<Audited> {
        let mut config = self.settings.load(&self.source)?;
        shown.configure(&mut config);
        let lexica = self.lexicon.load()?;
        config.options.glossary.add(&lexica.terminology);
        let bitext = self.bitext(&config, &lexica)?;
        let findings = audit(&bitext, &config.options);
        Ok(Audited { bitext, findings, config })
    }

    fn bitext(&self, config: &Config, lexica: &Lexica) -> Result<Bitext> {
        let languages = self.languages.clone().or(config.languages);
        let Some(target) = &self.target else {
            let mut bitext = Format::of(&self.source)?.read(&self.source, &languages)?;
            let languages = bitext.renderings.as_ref().map(|rendering| rendering.document.language);
            bitext.renderings = lexica.of_one_pair(languages).find_terms(bitext.renderings);
            return Ok(bitext);
        };
        let layout = if self.segmented { Layout::Segmented } else { Layout::Article };
        let paths = Pair::new(self.source.as_path(), target.as_path());
        let renderings = renderings(paths, layout, &languages)?;
        let mut options = targum::align::Options::default();
        let languages = renderings.as_ref().map(|rendering| rendering.document.language);
        let known = lexica.of_one_pair(languages);
        options.lexicon = known.stems.clone();
        Ok(Bitext::align(known.find_terms(renderings), &options))
    }
}

/// Reads a baseline.
pub fn baseline(path: &Path) -> Result<Baseline> {
    let text = format::read_text(path)?;
    Baseline::parse(&text).map_err(|error: Error| error.in_file(path))
}
