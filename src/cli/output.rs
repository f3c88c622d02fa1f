//! Writing that leaves whole files or none.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use targum::error::{Error, Result};
use targum::report::text::Style;

/// Colours on a terminal, unless NO_COLOR is set or the terminal is a dumb one.
pub fn style() -> Style {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if io::stdout().is_terminal() && !is_set("NO_COLOR") && !is_dumb {
        Style::Colour
    } else {
        Style::Plain
    }
}

/// Writes to standard output.
pub fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)
        .and_then(|()| out.flush())
        .map_err(|error| Error::io("write", Path::new("standard output"), error))
}

/// Writes a file by way of a neighbour that takes its name when it is whole; a symbolic link stays, and
/// what it leads to is written. `-` is standard output.
pub fn to_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    if path == Path::new("-") {
        return to_stdout(write);
    }
    if path.is_dir() {
        return Err(Error::expected("a file to write", "a directory").in_file(path));
    }
    let place = fs::canonicalize(path).ok().filter(|place| place.is_file());
    let place = place.as_deref().unwrap_or(path);
    // A device or a pipe takes no other file's name.
    if path.exists() && !path.is_file() {
        let written = File::create(path).and_then(|file| {
            let mut out = BufWriter::new(file);
            write(&mut out).and_then(|()| out.flush())
        });
        return written.map_err(|error| Error::io("write", path, error));
    }
    let part = part_of(place);
    let result = File::create(&part).and_then(|file| {
        let mut out = BufWriter::new(file);
        write(&mut out)?;
        out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&part, place)
    });
    result.map_err(|error| {
        let _ = fs::remove_file(&part);
        Error::io("write", path, error)
    })
}

/// A folder of files that appear together: written beside the folder, moved in when all are whole.
pub struct Folder {
    path: PathBuf,
    part: PathBuf,
    names: Vec<String>,
}

impl Folder {
    /// Opens a folder for writing; `path` may exist as a folder, not as a file.
    pub fn create(path: &Path) -> Result<Self> {
        if path.exists() && !path.is_dir() {
            return Err(Error::expected("a folder to write to", "a file").in_file(path));
        }
        let part = part_of(path);
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part).map_err(|error| Error::io("create", path, error))?;
        Ok(Folder { path: path.to_owned(), part, names: Vec::new() })
    }

    /// Writes a file of the folder.
    pub fn write(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        to_file(&self.part.join(name), write).map_err(|error| error.in_file(&self.path))?;
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Moves the files to where they belong.
    pub fn finish(self) -> Result<()> {
        let moved = fs::create_dir_all(&self.path).and_then(|()| {
            let mut names = self.names.iter();
            names.try_for_each(|name| fs::rename(self.part.join(name), self.path.join(name)))
        });
        moved.map_err(|error| Error::io("write", &self.path, error))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.part);
    }
}

fn part_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.part-{}", std::process::id()))
}

/// Whether the reader of our output went away, which is no error.
pub fn is_closed_pipe(error: &Error) -> bool {
    let source = std::error::Error::source(error);
    source
        .and_then(|error| error.downcast_ref::<io::Error>())
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
