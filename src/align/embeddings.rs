//! Vectors of text, computed by a sentence encoder, for spans of the segments to align.
//!
//! Source: overlapping spans as in Vecalign (Thompson and Koehn 2019); each side is centred, since the
//! vectors of two languages lie in clouds that are shifted against each other. Complexity: a cosine
//! costs the dimension. Weakness: the mean of a side of few segments is a poor centre.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::error::{Error, Result};
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// Vectors of equal dimension, one a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Vectors {
    dimension: usize,
    values: Vec<f32>,
}

impl Vectors {
    /// Vectors from their `values`, row by row.
    ///
    /// # Errors
    ///
    /// When the values are no whole number of rows of `dimension`, or one of them is not finite.
    pub fn new(values: Vec<f32>, dimension: usize) -> Result<Self> {
        if dimension == 0 || !values.len().is_multiple_of(dimension) {
            return Err(Error::expected(
                format!("rows of {dimension} numbers"),
                format!("{} numbers", values.len()),
            ));
        }
        if let Some(at) = values.iter().position(|value| !value.is_finite()) {
            return Err(Error::expected(
                "finite numbers",
                format!("{} in row {}", values[at], at / dimension),
            ));
        }
        Ok(Vectors { dimension, values })
    }

    /// How many numbers a row has.
    pub fn dimension(&self) -> usize {
        self.dimension
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.values.len() / self.dimension
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// A row.
    pub fn row(&self, index: usize) -> &[f32] {
        &self.values[index * self.dimension..(index + 1) * self.dimension]
    }

    /// The first `count` rows and the rest.
    pub(super) fn split(mut self, count: usize) -> Result<(Vectors, Vectors)> {
        if count > self.len() {
            let expected = format!("at least {count} vectors");
            return Err(Error::expected(expected, self.len().to_string()));
        }
        let values = self.values.split_off(count * self.dimension);
        let rest = Vectors { dimension: self.dimension, values };
        Ok((self, rest))
    }

    /// Gives each row the length 1; rows of zeros stay.
    fn normalise(&mut self) {
        self.values.chunks_exact_mut(self.dimension).for_each(normalise);
    }
}

fn normalise(row: &mut [f32]) {
    let length = dot(row, row).sqrt();
    if length > 1e-12 {
        row.iter_mut().for_each(|value| *value /= length);
    } else {
        row.fill(0.0);
    }
}

/// Eight sums side by side, so that the processor adds them at once, in the same order everywhere.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a, b) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = a.remainder().iter().zip(b.remainder()).map(|(x, y)| x * y).sum();
    let mut sums = [0.0_f32; 8];
    for (a, b) in a.zip(b) {
        for (sum, (x, y)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += x * y;
        }
    }
    sums.iter().sum::<f32>() + rest
}

/// The vectors of spans of the segments of one side.
#[derive(Clone, Debug)]
pub struct SpanVectors {
    vectors: Vectors,
    /// Spans and the row of each, ordered by start, then end.
    rows: Vec<(Range<usize>, usize)>,
}

impl SpanVectors {
    /// One vector for each of `count` segments.
    ///
    /// # Errors
    ///
    /// When there are more or fewer vectors than segments.
    pub fn of_segments(vectors: Vectors, count: usize) -> Result<Self> {
        if vectors.len() != count {
            return Err(Error::expected(
                format!("{count} vectors, one for each segment"),
                vectors.len().to_string(),
            ));
        }
        SpanVectors::new((0..count).map(|at| at..at + 1).collect(), vectors)
    }

    /// One vector for each of the `spans`; of equal spans the last one counts.
    ///
    /// # Errors
    ///
    /// When there are more or fewer vectors than spans.
    pub fn new(spans: Vec<Range<usize>>, mut vectors: Vectors) -> Result<Self> {
        if vectors.len() != spans.len() {
            return Err(Error::expected(
                format!("{} vectors, one for each text", spans.len()),
                vectors.len().to_string(),
            ));
        }
        vectors.normalise();
        let mut rows: Vec<_> =
            spans.into_iter().enumerate().map(|(row, span)| (span, row)).collect();
        rows.sort_by_key(|(span, row)| (span.start, span.end, std::cmp::Reverse(*row)));
        rows.dedup_by(|next, kept| next.0 == kept.0);
        Ok(SpanVectors { vectors, rows })
    }

    /// The vectors of texts, one for each: segments, and neighbours joined by white space. Texts that
    /// are neither, or hold more than `longest` segments, are passed over.
    ///
    /// # Errors
    ///
    /// When there are more or fewer vectors than texts, or a segment is not among the texts.
    pub fn of_texts(
        rendering: &Rendering,
        texts: &[&str],
        vectors: Vectors,
        longest: usize,
    ) -> Result<Self> {
        if vectors.len() != texts.len() {
            let expected = format!("{} vectors, one for each text", texts.len());
            return Err(Error::expected(expected, vectors.len().to_string()));
        }
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let rows: HashMap<String, usize> =
            texts.iter().enumerate().map(|(row, text)| (folded(text), row)).collect();
        let count = rendering.segments.len();
        let (mut spans, mut values) = (Vec::new(), Vec::new());
        for start in 0..count {
            for end in start + 1..=count.min(start + longest) {
                let line = rendering.line(start..end);
                match rows.get(&line) {
                    Some(&row) => {
                        spans.push(start..end);
                        values.extend_from_slice(vectors.row(row));
                    }
                    None if end == start + 1 && !line.is_empty() => {
                        let found = format!("none for segment {start}, \"{line}\"");
                        return Err(Error::expected("a line for each segment", found));
                    }
                    None => {}
                }
            }
        }
        SpanVectors::new(spans, Vectors { dimension: vectors.dimension, values })
    }

    /// How many segments have a vector of their own.
    pub fn segments(&self) -> usize {
        self.rows.iter().filter(|(span, _)| span.len() == 1).count()
    }

    /// How many spans have a vector.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no span has a vector.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn own(&self, span: &Range<usize>) -> Option<&[f32]> {
        let key = (span.start, span.end);
        let at = self.rows.binary_search_by_key(&key, |(span, _)| (span.start, span.end)).ok()?;
        Some(self.vectors.row(self.rows[at].1))
    }

    /// The vector of a span, of length 1; where it has none of its own, the direction of the sum of its
    /// segments' vectors.
    pub(super) fn get(&self, span: Range<usize>) -> Option<Cow<'_, [f32]>> {
        if let Some(own) = self.own(&span) {
            return Some(Cow::Borrowed(own));
        }
        let mut sum = vec![0.0; self.vectors.dimension];
        for segment in span {
            let own = self.own(&(segment..segment + 1))?;
            sum.iter_mut().zip(own).for_each(|(sum, value)| *sum += value);
        }
        normalise(&mut sum);
        Some(Cow::Owned(sum))
    }

    /// Takes the mean vector of the segments from every vector.
    fn centre(&mut self) {
        let mut mean = vec![0.0_f64; self.vectors.dimension];
        let mut count = 0.0;
        for (_, row) in self.rows.iter().filter(|(span, _)| span.len() == 1) {
            let row = self.vectors.row(*row);
            mean.iter_mut().zip(row).for_each(|(sum, value)| *sum += f64::from(*value));
            count += 1.0;
        }
        if count < 2.0 {
            return;
        }
        for row in self.vectors.values.chunks_exact_mut(mean.len()) {
            row.iter_mut().zip(&mean).for_each(|(value, sum)| *value -= (sum / count) as f32);
        }
        self.vectors.normalise();
    }
}

/// The vectors of both sides, each side centred.
#[derive(Clone, Debug)]
pub struct Embeddings {
    pub(super) sides: Pair<SpanVectors>,
}

impl Embeddings {
    /// Centres both sides.
    ///
    /// # Errors
    ///
    /// When the sides differ in dimension.
    pub fn new(mut sides: Pair<SpanVectors>) -> Result<Self> {
        let dimensions = sides.as_ref().map(|side| side.vectors.dimension);
        if dimensions.source != dimensions.target {
            return Err(Error::expected(
                format!("vectors of {} numbers, as those of the source", dimensions.source),
                format!("{} numbers", dimensions.target),
            ));
        }
        for side in Side::BOTH {
            sides.side_mut(side).centre();
        }
        Ok(Embeddings { sides })
    }

    /// The vectors of each side.
    pub fn sides(&self) -> Pair<&SpanVectors> {
        self.sides.as_ref()
    }

    /// The cosine of two spans, -1 to 1; `None` where one has no vector.
    pub fn cosine(&self, spans: Pair<Range<usize>>) -> Option<f32> {
        let source = self.sides.source.get(spans.source)?;
        let target = self.sides.target.get(spans.target)?;
        Some(dot(&source, &target))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(rows: &[[f32; 2]]) -> SpanVectors {
        let vectors = Vectors::new(rows.concat(), 2).unwrap();
        SpanVectors::of_segments(vectors, rows.len()).unwrap()
    }

    #[test]
    fn clouds_that_are_shifted_are_laid_over_each_other() {
        let here = side(&[[0.9, 0.1], [0.9, -0.1]]);
        let there = side(&[[-0.9, 0.1], [-0.9, -0.1]]);
        let embeddings = Embeddings::new(Pair::new(here, there)).unwrap();
        let cosine = |i: usize, j: usize| embeddings.cosine(Pair::new(i..i + 1, j..j + 1)).unwrap();
        assert!(cosine(0, 0) > 0.99 && cosine(0, 1) < -0.99, "{} {}", cosine(0, 0), cosine(0, 1));
    }

    #[test]
    fn a_span_without_a_vector_has_that_of_its_segments() {
        let vectors = Vectors::new(vec![3.0, 0.0, 0.0, 2.0, -1.0, 0.0], 2).unwrap();
        let spans = SpanVectors::new(vec![0..1, 1..2, 2..4], vectors).unwrap();
        let both = spans.get(0..2).unwrap();
        assert!(both.iter().all(|value| (value - 0.5_f32.sqrt()).abs() < 1e-6), "{both:?}");
        assert_eq!(*spans.get(2..4).unwrap(), [-1.0, 0.0]);
        assert!(spans.get(1..3).is_none());
    }

    #[test]
    fn sides_of_different_dimension_are_told() {
        let wide = SpanVectors::of_segments(Vectors::new(vec![1.0; 3], 3).unwrap(), 1).unwrap();
        let error = Embeddings::new(Pair::new(side(&[[1.0, 0.0]]), wide)).unwrap_err();
        let expected = "expected vectors of 2 numbers, as those of the source, found 3 numbers";
        assert_eq!(error.to_string(), expected);
    }
}
