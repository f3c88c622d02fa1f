//! The one error of the library: what was expected, what was found, and where.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::span::Position;

/// Why a piece of work could not be done.
///
/// Its text is one line, `path:line:column: expected X, found Y`, with lines and columns from 1.
#[derive(Debug)]
pub struct Error {
    kind: Box<ErrorKind>,
    path: Option<PathBuf>,
    position: Option<Position>,
}

/// The result of a fallible function of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug)]
enum ErrorKind {
    Io { doing: &'static str, error: std::io::Error },
    Expected { expected: String, found: String },
    Usage(String),
}

impl Error {
    /// Input that is not what it should be.
    pub fn expected(expected: impl Into<String>, found: impl Into<String>) -> Self {
        Error::from_kind(ErrorKind::Expected { expected: expected.into(), found: found.into() })
    }

    /// A request that cannot be met as it stands; `message` says what to do instead.
    pub fn usage(message: impl Into<String>) -> Self {
        Error::from_kind(ErrorKind::Usage(message.into()))
    }

    /// A failure of the operating system while `doing` ("read", "write", ...) a file.
    pub fn io(doing: &'static str, path: &Path, error: std::io::Error) -> Self {
        Error::from_kind(ErrorKind::Io { doing, error }).in_file(path)
    }

    /// Names the file, unless one is named already.
    #[must_use]
    pub fn in_file(mut self, path: &Path) -> Self {
        self.path.get_or_insert_with(|| path.to_owned());
        self
    }

    /// Names the place, unless one is named already.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        self.position.get_or_insert(position);
        self
    }

    /// A stable word for the kind of failure: `io`, `input` or `usage`.
    pub fn code(&self) -> &'static str {
        match *self.kind {
            ErrorKind::Io { .. } => "io",
            ErrorKind::Expected { .. } => "input",
            ErrorKind::Usage(_) => "usage",
        }
    }

    fn from_kind(kind: ErrorKind) -> Self {
        Error { kind: Box::new(kind), path: None, position: None }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{}:", path.display())?;
            if let Some(at) = self.position {
                write!(f, "{}:{}:", at.line + 1, at.column + 1)?;
            }
            f.write_str(" ")?;
        } else if let Some(at) = self.position {
            write!(f, "line {}, column {}: ", at.line + 1, at.column + 1)?;
        }
        match &*self.kind {
            ErrorKind::Io { doing, error } => write!(f, "could not {doing}: {error}"),
            ErrorKind::Expected { expected, found } => {
                write!(f, "expected {expected}, found {found}")
            }
            ErrorKind::Usage(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.kind {
            ErrorKind::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}
