//! Readers and writers, one file per format.

use std::io::Read as _;
use std::path::Path;

use crate::error::{Error, Result};

pub use article::{Form, Layout, Opened, guess, in_their_places, open, parse, read};

mod article;
pub mod dictd;
mod docx;
pub mod emb;
pub mod encoding;
mod html;
pub mod jsonl;
mod kind;
pub mod ladder;
pub mod links;
mod markdown;
pub mod npy;
pub mod omw;
mod page;
pub mod pair_line;
pub mod plain;
mod raised;
pub mod standoff;
pub mod tbx;
pub mod term_list;
pub mod tmx;
pub mod tsv;
mod units;
pub mod xces;
pub mod xliff;
mod xml;

/// Reads the UTF-8 text of a file; `-` is standard input.
pub fn read_text(path: &Path) -> Result<String> {
    read_bytes(path).and_then(encoding::decode).map_err(|error| error.in_file(path))
}

/// Reads the text of an XML file, in the encoding that it declares.
pub fn read_xml(path: &Path) -> Result<String> {
    read_bytes(path).and_then(encoding::decode_xml).map_err(|error| error.in_file(path))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    if path.is_dir() {
        return Err(Error::expected("a file", "a directory"));
    }
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        return read.map(|_| bytes).map_err(|error| Error::io("read", path, error));
    }
    std::fs::read(path).map_err(|error| Error::io("read", path, error))
}
