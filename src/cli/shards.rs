//! The finished part of a long piece of work, kept so that it can be taken up again.
//!
//! A shard is a file of lines that appears whole. The plan, a text that says what is to be done, is
//! kept by its digest: work that was begun by another plan is not gone on with.

use std::fs;
use std::path::{Path, PathBuf};

use targum::digest::digest;
use targum::error::{Error, Result};

use super::output::to_file;

/// Whether work that was broken off is taken up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// There must be none.
    Afresh,
    /// What is finished stays.
    Resume,
}

/// A folder of shards.
pub struct Shards {
    path: PathBuf,
}

const PLAN: &str = "plan";

impl Shards {
    /// Opens the shards inside `folder` for what `plan` says.
    pub fn open(folder: &Path, plan: &str, start: Start) -> Result<Self> {
        let path = folder.join(".unfinished");
        let digest = digest(plan);
        match fs::read_to_string(path.join(PLAN)) {
            Ok(_) if start == Start::Afresh => Err(Error::expected(
                "no unfinished build",
                "one; go on with --resume or remove the folder",
            )
            .in_file(&path)),
            Ok(begun) if begun != digest => Err(Error::expected(
                "the pairs and options that the build was begun with",
                "others; remove the folder to begin anew",
            )
            .in_file(&path)),
            Ok(_) => Ok(Shards { path }),
            Err(_) => {
                fs::create_dir_all(&path).map_err(|error| Error::io("create", &path, error))?;
                to_file(&path.join(PLAN), |out| out.write_all(digest.as_bytes()))?;
                Ok(Shards { path })
            }
        }
    }

    /// Writes a shard unless it is there; whether it was.
    pub fn write(&self, index: usize, lines: impl FnOnce() -> Vec<String>) -> Result<Found> {
        let path = self.shard(index);
        if path.is_file() {
            return Ok(Found::There);
        }
        let lines = lines();
        to_file(&path, |out| lines.iter().try_for_each(|line| writeln!(out, "{line}")))?;
        Ok(Found::Written)
    }

    /// The lines of a shard.
    pub fn read(&self, index: usize) -> Result<String> {
        let path = self.shard(index);
        fs::read_to_string(&path).map_err(|error| Error::io("read", &path, error))
    }

    /// Removes the shards: the work is done.
    pub fn remove(self) -> Result<()> {
        fs::remove_dir_all(&self.path).map_err(|error| Error::io("remove", &self.path, error))
    }

    fn shard(&self, index: usize) -> PathBuf {
        self.path.join(format!("{index:06}.jsonl"))
    }
}

/// What became of a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It had been written before.
    There,
    /// It was written now.
    Written,
}
