//! A way through a long stretch in which no seeds are shared, by lengths alone: walked from both ends, so
//! that what one side leaves out leads astray only beyond it.
//!
//! Source: Gale and Church 1993, with a window that moves along. Complexity: linear in the stretch, one
//! window of nodes a segment. Weakness: of a stretch that lacks several long parts only what lies before
//! the first and after the last is found.

use super::length::LengthModel;
use crate::pair::Pair;

/// Nodes on either side of the way.
const WINDOW: usize = 100;
/// Source segments that are looked at in one go, and after how many of them the way is settled.
const BLOCK: usize = 400;
const SETTLED: usize = 150;
/// What it costs to leave a segment out, and to take two for one.
const SKIP: f32 = 3.0;
const JOIN: f32 = 3.5;
/// The standard deviation of lengths that tell segments apart, in scalars.
const LEAST_SPREAD: f64 = 2.0;
/// A bead never tells more than this against itself.
const WORST: f32 = -6.0;

/// The nodes that the best ways from both ends pass through, ascending on both sides; none for lengths that
/// do not tell anything.
pub(super) fn walk(lengths: Pair<&[f32]>) -> Vec<(usize, usize)> {
    let backwards = lengths.map(|lengths| lengths.iter().rev().copied().collect::<Vec<f32>>());
    let (first, mut last) =
        rayon::join(|| walk_on(lengths), || walk_on(backwards.as_ref().map(Vec::as_slice)));
    let counts = lengths.map(|lengths| lengths.len());
    for step in &mut last {
        step.node = (counts.source - step.node.0, counts.target - step.node.1);
    }
    // The best change from the way forward to the way backward, neither of which may be taken at all.
    let (mut best, mut held) = ((0, 0), 0.0_f32);
    let mut from = last.len();
    for taken in 0..=first.len() {
        let (node, score) = match taken.checked_sub(1) {
            Some(at) => (first[at].node, first[at].score),
            None => ((0, 0), 0.0),
        };
        while from > 0 && (last[from - 1].node.0 < node.0 || last[from - 1].node.1 < node.1) {
            from -= 1;
        }
        let whole = score + from.checked_sub(1).map_or(0.0, |at| last[at].score);
        if whole > held {
            (best, held) = ((taken, from), whole);
        }
    }
    let nodes = first[..best.0].iter().chain(last[..best.1].iter().rev());
    nodes.map(|step| step.node).collect()
}

/// The standard deviation of lengths.
fn spread(lengths: &[f32]) -> f64 {
    let count = lengths.len().max(1) as f64;
    let mean = lengths.iter().map(|&length| f64::from(length)).sum::<f64>() / count;
    let squares = lengths.iter().map(|&length| (f64::from(length) - mean).powi(2));
    (squares.sum::<f64>() / count).sqrt()
}

/// A node of a way, with the log-likelihood ratio of the way to it.
struct Step {
    node: (usize, usize),
    score: f32,
}

/// Walks from the start of both sides as far as one of them goes.
fn walk_on(lengths: Pair<&[f32]>) -> Vec<Step> {
    let counts = lengths.map(|lengths| lengths.len());
    let mut steps: Vec<Step> = Vec::new();
    let Some(judge) = Judge::new(lengths) else { return steps };
    let (mut origin, mut score) = ((0, 0), 0.0);
    while origin.0 + BLOCK <= counts.source && origin.1 + WINDOW < counts.target {
        let block = Block::new(&judge, origin);
        let Some((node, gained)) = block.settled() else { break };
        if node.1 == origin.1 {
            break;
        }
        (origin, score) = (node, score + gained);
        steps.push(Step { node, score });
    }
    steps
}

/// Judges beads by their lengths.
struct Judge<'a> {
    lengths: Pair<&'a [f32]>,
    model: LengthModel,
    mean: f64,
    deviation: f64,
}

impl<'a> Judge<'a> {
    /// `None` where the lengths tell nothing.
    fn new(lengths: Pair<&'a [f32]>) -> Option<Self> {
        let sums: Pair<f64> =
            lengths.map(|lengths| lengths.iter().map(|&length| f64::from(length)).sum());
        let mean = sums.target / lengths.target.len().max(1) as f64;
        let Pair { source, target: deviation } = lengths.map(spread);
        let tells = source.min(deviation) >= LEAST_SPREAD;
        tells.then(|| Judge { lengths, model: LengthModel::new(sums), mean, deviation })
    }

    /// Log of how much likelier a target segment of its length is beside a source segment of its own
    /// than anywhere.
    fn ratio(&self, source: f32, target: f32) -> f32 {
        let lengths = Pair::new(f64::from(source), f64::from(target));
        let apart = self.model.deviation(lengths);
        let spread = self.model.spread(lengths) / self.deviation;
        let anywhere = (lengths.target - self.mean) / self.deviation;
        let ratio = (anywhere.powi(2) - apart.powi(2)) / 2.0 - spread.ln();
        (ratio as f32).max(WORST)
    }
}

/// Moves by the segments they take.
const MOVES: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1)];

/// The best ways from a node, in a window along the diagonal.
struct Block {
    origin: (usize, usize),
    /// The best score at each node and the move to it, a row of the window a segment.
    nodes: Vec<(f32, u8)>,
    /// Target segments for each source segment.
    slope: f64,
}

/// Nodes in a row of the window.
const WIDTH: usize = 2 * WINDOW + 1;

impl Block {
    fn new(judge: &Judge, origin: (usize, usize)) -> Block {
        let Pair { source, target } = judge.lengths;
        let mut block = Block {
            origin,
            nodes: vec![(f32::NEG_INFINITY, 0); WIDTH * (BLOCK + 1)],
            slope: (target.len() as f64 / source.len() as f64).clamp(0.5, 2.0),
        };
        for i in 0..=BLOCK {
            for at in 0..WIDTH {
                let Some(j) = (block.middle(i) + at).checked_sub(WINDOW) else { continue };
                if origin.1 + j > target.len() {
                    break;
                }
                if (i, j) == (0, 0) {
                    block.nodes[at] = (0.0, 0);
                    continue;
                }
                let mut best = (f32::NEG_INFINITY, 0);
                for (index, &(rows, columns)) in MOVES.iter().enumerate() {
                    let (Some(p), Some(q)) = (i.checked_sub(rows), j.checked_sub(columns)) else {
                        continue;
                    };
                    let Some(before) = block.at(p, q).filter(|&before| before > f32::NEG_INFINITY)
                    else {
                        continue;
                    };
                    let (s, t) = (origin.0 + p, origin.1 + q);
                    let gain = match (rows, columns) {
                        (1, 1) => judge.ratio(source[s], target[t]),
                        (1, 2) => judge.ratio(source[s], target[t] + target[t + 1]) - JOIN,
                        (2, 1) => judge.ratio(source[s] + source[s + 1], target[t]) - JOIN,
                        _ => -SKIP,
                    };
                    if before + gain > best.0 {
                        best = (before + gain, index as u8);
                    }
                }
                block.nodes[i * WIDTH + at] = best;
            }
        }
        block
    }

    /// The target boundary in the middle of a row.
    fn middle(&self, i: usize) -> usize {
        (i as f64 * self.slope) as usize
    }

    fn index(&self, i: usize, j: usize) -> Option<usize> {
        let at = (j + WINDOW).checked_sub(self.middle(i)).filter(|at| *at < WIDTH)?;
        Some(i * WIDTH + at)
    }

    fn at(&self, i: usize, j: usize) -> Option<f32> {
        Some(self.nodes[self.index(i, j)?].0)
    }

    /// The node, of both texts, that the best way through the block passes where it is settled, and the
    /// score of the way to it.
    fn settled(&self) -> Option<((usize, usize), f32)> {
        let last = &self.nodes[BLOCK * WIDTH..];
        let best = (0..WIDTH).max_by(|a, b| last[*a].0.total_cmp(&last[*b].0))?;
        if last[best].0 == f32::NEG_INFINITY {
            return None;
        }
        let (mut i, mut j) = (BLOCK, (self.middle(BLOCK) + best).checked_sub(WINDOW)?);
        while i > SETTLED {
            let (_, index) = self.nodes[self.index(i, j)?];
            let (rows, columns) = MOVES[usize::from(index)];
            (i, j) = (i - rows, j - columns);
        }
        Some(((self.origin.0 + i, self.origin.1 + j), self.at(i, j)?))
    }
}
