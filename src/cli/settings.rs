//! The configuration of a project: the nearest `targum.toml`.

use std::path::{Path, PathBuf};

use clap::Args;
use targum::audit::{Config, Glossary};
use targum::error::Result;
use targum::format::{read_text, tbx};

use super::lexicon::is_xml;

const NAME: &str = "targum.toml";

/// Where the configuration is.
#[derive(Args)]
pub struct Settings {
    /// The configuration; when left out, the targum.toml beside the input (for a stream, in the
    /// current folder) or the nearest one above.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Settings {
    /// The configuration that holds for a source file; the default where there is none.
    pub fn load(&self, source: &Path) -> Result<Config> {
        let Some(path) = self.config.clone().or_else(|| nearest(source)) else {
            return Ok(Config::default());
        };
        let mut config = Config::parse(&read_text(&path)?).map_err(|error| error.in_file(&path))?;
        if let Some(glossary) = &config.glossary {
            let glossary = path.with_file_name("").join(glossary);
            let text = read_text(&glossary)?;
            let parsed = if is_xml(&text) {
                tbx::read(&text).map(|terminology| {
                    let mut glossary = Glossary::default();
                    glossary.add(&terminology);
                    glossary
                })
            } else {
                Glossary::parse(&text)
            };
            config.options.glossary = parsed.map_err(|error| error.in_file(&glossary))?;
        }
        Ok(config)
    }
}

/// The configuration in the folder of a file, or the nearest one above.
pub fn nearest(file: &Path) -> Option<PathBuf> {
    let folder = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    // Relative folders stay relative while that reaches far enough, for the sake of messages.
    let near = folder.unwrap_or(Path::new(".")).join(NAME);
    if near.is_file() {
        return Some(near.strip_prefix(".").map(Path::to_owned).unwrap_or(near));
    }
    let folder = std::path::absolute(folder.unwrap_or(Path::new("."))).ok()?;
    let mut above = folder.ancestors().skip(1).map(|folder| folder.join(NAME));
    above.find(|path| path.is_file())
}
