//! Two of the same thing: one for the source side, one for the target side.

use serde::{Deserialize, Serialize};

/// Which rendering of a pair is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The first rendering.
    Source,
    /// The second rendering.
    Target,
}

impl Side {
    /// Both sides, source first.
    pub const BOTH: [Side; 2] = [Side::Source, Side::Target];

    /// The opposite side.
    pub fn other(self) -> Side {
        match self {
            Side::Source => Side::Target,
            Side::Target => Side::Source,
        }
    }

    /// `"source"` or `"target"`.
    pub fn name(self) -> &'static str {
        match self {
            Side::Source => "source",
            Side::Target => "target",
        }
    }
}

/// A value for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pair<T> {
    /// The value of the source side.
    pub source: T,
    /// The value of the target side.
    pub target: T,
}

impl<T> Pair<T> {
    /// Pairs a source value with a target value.
    pub const fn new(source: T, target: T) -> Self {
        Pair { source, target }
    }

    /// A pair of what `make` gives for each side.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Pair { source: make(Side::Source), target: make(Side::Target) }
    }

    /// Applies `f` to both values, source first.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Pair<U> {
        Pair { source: f(self.source), target: f(self.target) }
    }

    /// Applies a fallible `f` to both values, source first; the first error ends it.
    pub fn try_map<U, E>(self, mut f: impl FnMut(T) -> Result<U, E>) -> Result<Pair<U>, E> {
        Ok(Pair { source: f(self.source)?, target: f(self.target)? })
    }

    /// Combines the values of two pairs side by side.
    pub fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair { source: (self.source, other.source), target: (self.target, other.target) }
    }

    /// A pair of references.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair { source: &self.source, target: &self.target }
    }

    /// A pair of exclusive references.
    pub fn as_mut(&mut self) -> Pair<&mut T> {
        Pair { source: &mut self.source, target: &mut self.target }
    }

    /// The same values with the sides exchanged.
    pub fn swap(self) -> Pair<T> {
        Pair { source: self.target, target: self.source }
    }

    /// The value of one side.
    pub const fn side(&self, side: Side) -> &T {
        match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        }
    }

    /// The value of one side, exclusively.
    pub fn side_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Source => &mut self.source,
            Side::Target => &mut self.target,
        }
    }
}
