//! Finds the way again where a long text shares nothing that is rare: words learned from the stretches that
//! were aligned make seeds for the others.
//!
//! Source: bootstrapping of a lexicon and an alignment as in Kay and Röscheisen 1993. Complexity: a chain and
//! a coarse pass a round, a few rounds. Weakness: something must have been aligned to begin with.

use super::Options;
use super::chain::Course;
use super::learn::Example;
use super::pass::{COARSE, Passes};
use super::seeds::Joint;

/// Rounds, at most.
const ROUNDS: usize = 6;
/// A chain must be longer than the one before by so much to be followed, and such a share of its points must
/// lie outside the band.
const GROWTH: f64 = 1.05;
const OUTSIDE: f64 = 0.001;

/// Passes over a pair again along chains of seeds that were learned, as long as they grow from the `points`
/// of the chain so far; what was probable in the last pass, if there was one.
pub(super) fn find(
    passes: &mut Passes,
    mut points: usize,
    options: &Options,
) -> Option<Vec<Example>> {
    let mut examples = None;
    for _ in 0..ROUNDS {
        let course = Course::new(&passes.views, &Joint::new(&passes.views, &passes.learned));
        let outside = course.chain.iter().filter(|(i, j)| {
            let (low, high) = passes.rows[*i];
            !(low..=high).contains(j)
        });
        let found = course.chain.len();
        if (found as f64) < GROWTH * points as f64 + 1.0
            || outside.count() as f64 <= OUTSIDE * found as f64
        {
            break;
        }
        points = found;
        passes.take_rows(course.rows);
        examples = Some(passes.pass(COARSE.min(options.max_bead), options));
        if !course.has_gap {
            break;
        }
    }
    examples
}
