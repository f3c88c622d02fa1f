//! From arguments to sentence embeddings.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use targum::align::{Embeddings, Options, SpanVectors, Vectors};
use targum::error::{Error, Result};
use targum::format::{emb, npy, read_text};
use targum::pair::{Pair, Side};
use targum::rendering::Rendering;

/// Where vectors of what the segments mean come from.
#[derive(Args)]
pub struct Source {
    /// A sentence encoder that looks where the rest is unsure: a folder with the config.json,
    /// tokenizer.json and model.safetensors of a multilingual E5 model.
    #[arg(long, value_name = "FOLDER", conflicts_with = "embeddings")]
    encoder: Option<PathBuf>,
    /// Vectors of the segments, one a segment: .npy, or float32 numbers without a header.
    #[arg(long, num_args = 2, value_names = ["SOURCE", "TARGET"])]
    embeddings: Option<Vec<PathBuf>>,
    /// The texts that the vectors of --embeddings stand for, one a line: segments, and
    /// neighbours joined by a space, as Vecalign's overlaps.
    #[arg(long, num_args = 2, value_names = ["SOURCE", "TARGET"], requires = "embeddings")]
    overlaps: Option<Vec<PathBuf>>,
}

impl Source {
    /// The vectors, if any were asked for.
    pub fn load(
        &self,
        renderings: Pair<&Rendering>,
        options: &Options,
    ) -> Result<Option<Arc<Embeddings>>> {
        if let Some(folder) = &self.encoder {
            let embeddings = encode(folder, renderings, options)?;
            tell_share(&embeddings, renderings);
            return Ok(Some(Arc::new(embeddings)));
        }
        let Some(paths) = &self.embeddings else { return Ok(None) };
        let at = |side: Side| usize::from(side == Side::Target);
        let vectors = |side: Side| {
            let overlaps = self.overlaps.as_ref().map(|overlaps| overlaps[at(side)].as_path());
            read(&paths[at(side)], overlaps, renderings.side(side), options)
        };
        let sides = Pair::new(vectors(Side::Source)?, vectors(Side::Target)?);
        let embeddings = Embeddings::new(sides).map_err(|error| error.in_file(&paths[1]))?;
        Ok(Some(Arc::new(embeddings)))
    }
}

fn read(
    path: &Path,
    overlaps: Option<&Path>,
    rendering: &Rendering,
    options: &Options,
) -> Result<SpanVectors> {
    let bytes = std::fs::read(path).map_err(|error| Error::io("read", path, error))?;
    let vectors = |count: usize| -> Result<Vectors> {
        if path.extension().is_some_and(|extension| extension == "npy") {
            npy::read(&bytes)
        } else {
            emb::read(&bytes, count)
        }
    };
    let Some(overlaps) = overlaps else {
        let count = rendering.segments.len();
        let spans = vectors(count).and_then(|vectors| SpanVectors::of_segments(vectors, count));
        return spans.map_err(|error| error.in_file(path));
    };
    let texts = read_text(overlaps)?;
    let lines: Vec<&str> = texts.lines().collect();
    let vectors = vectors(lines.len()).map_err(|error| error.in_file(path))?;
    SpanVectors::of_texts(rendering, &lines, vectors, options.max_bead)
        .map_err(|error| error.in_file(overlaps))
}

#[cfg(feature = "encoder")]
fn encode(folder: &Path, renderings: Pair<&Rendering>, options: &Options) -> Result<Embeddings> {
    let encoder = targum::align::Encoder::open(folder)?;
    Embeddings::of_unsure(renderings, options, |texts| encoder.encode(texts))
}

#[cfg(not(feature = "encoder"))]
fn encode(_: &Path, _: Pair<&Rendering>, _: &Options) -> Result<Embeddings> {
    Err(Error::usage(
        "this targum has no encoder; build it with `cargo build --release --features encoder`",
    ))
}

/// Says how much of the text the encoder saw.
fn tell_share(embeddings: &Embeddings, renderings: Pair<&Rendering>) {
    let sides = embeddings.sides();
    for side in Side::BOTH {
        let spans = sides.side(side);
        eprintln!(
            "{}: the encoder saw {} of {} segments, and {} groups of them",
            side.name(),
            spans.segments(),
            renderings.side(side).segments.len(),
            spans.len() - spans.segments()
        );
    }
}
