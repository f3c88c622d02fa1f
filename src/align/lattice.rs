//! The lattice of all alignments inside a band, and the sums over it.
//!
//! Source: forward-backward over a semi-Markov chain (Sarawagi and Cohen 2004) with the bead shapes
//! of Gale and Church 1993, an affine cost for runs of unaligned segments, and a bead pair for two
//! neighbours that changed places. Complexity: nodes in the band times shapes, in time and memory.
//! Weakness: what leaves the band is not found; text that moved further than one place is not either.

/// A move of the lattice over `source` and `target` segments, both at least 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub source: usize,
    pub target: usize,
}

/// Every bead shape of at most `size` segments in total, smallest first.
pub(super) fn shapes(size: usize) -> Vec<Shape> {
    let mut out = Vec::new();
    for total in 2..=size.max(2) {
        for source in 1..total {
            out.push(Shape { source, target: total - source });
        }
    }
    out
}

/// The nodes to look at: of every source boundary a range of target boundaries.
#[derive(Clone, Debug)]
pub(super) struct Band {
    rows: Vec<(usize, usize)>,
    offsets: Vec<usize>,
}

impl Band {
    /// A band of the ranges `low..=high` given, one per source boundary; both must not descend, and
    /// neighbours must overlap. The first holds 0, the last the last target boundary.
    pub fn new(rows: Vec<(usize, usize)>) -> Band {
        let mut offsets = Vec::with_capacity(rows.len() + 1);
        let mut next = 0;
        for &(low, high) in &rows {
            offsets.push(next);
            next += high + 1 - low;
        }
        offsets.push(next);
        Band { rows, offsets }
    }

    /// All nodes.
    pub fn full(source: usize, target: usize) -> Band {
        Band::new(vec![(0, target); source + 1])
    }

    /// How many nodes.
    pub fn len(&self) -> usize {
        self.offsets.last().copied().unwrap_or(0)
    }

    /// How many source segments.
    pub fn source(&self) -> usize {
        self.rows.len() - 1
    }

    /// How many target segments.
    pub fn target(&self) -> usize {
        self.rows[self.rows.len() - 1].1
    }

    /// The target boundaries of a source boundary, both ends included.
    pub fn row(&self, i: usize) -> (usize, usize) {
        self.rows[i]
    }

    /// The index of a node, if it is in the band.
    pub fn node(&self, i: usize, j: usize) -> Option<usize> {
        let &(low, high) = self.rows.get(i)?;
        (low <= j && j <= high).then(|| self.offsets[i] + j - low)
    }
}

/// Where alignments end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Close {
    /// At the last node of both sides.
    Corner,
    /// At any node of the last row: the text goes on.
    Row,
}

/// The log-odds of every move.
#[derive(Debug)]
pub(super) struct Scores {
    pub band: Band,
    pub close: Close,
    pub shapes: Vec<Shape>,
    /// Of the bead that starts at a node, by node and shape.
    pub beads: Vec<f32>,
    /// Of the two 1-1 beads that cross, by the node before both.
    pub swaps: Vec<f32>,
    /// Of leaving a source segment out.
    pub skip_source: Vec<f32>,
    /// Of leaving a target segment out.
    pub skip_target: Vec<f32>,
    /// Of the first and of each further segment of a run that is left out.
    pub skip_open: f32,
    pub skip_extend: f32,
}

/// The probability of every move.
#[derive(Debug)]
pub(super) struct Posteriors {
    /// By node and shape, the share of crossing beads included.
    pub beads: Vec<f32>,
    pub swaps: Vec<f32>,
    pub skip_source: Vec<f32>,
    pub skip_target: Vec<f32>,
    /// That an alignment passes through a node.
    pub nodes: Vec<f32>,
    /// Expected number of skip runs, and of segments in them.
    pub skip_runs: f64,
    /// Log of the sum over all alignments.
    pub evidence: f64,
}

/// Moves less probable than this, by logarithm, count as impossible.
const LEAST: f64 = -30.0;
const NEVER: f64 = f64::NEG_INFINITY;

/// The log of the sum of the exponentials.
fn log_sum(values: &[f64]) -> f64 {
    let largest = values.iter().copied().fold(NEVER, f64::max);
    if largest == NEVER {
        return NEVER;
    }
    let far = largest - 40.0;
    let sum: f64 =
        values.iter().filter(|value| **value > far).map(|value| (value - largest).exp()).sum();
    largest + sum.ln()
}

/// What a run of moves may end in: a bead, skipped source segments, or skipped target segments
/// (which come after skipped source segments, so that each alignment is one path).
#[derive(Clone, Copy)]
struct States {
    bead: f64,
    source: f64,
    target: f64,
    /// Any of the three, going forward.
    any: f64,
}

const NOWHERE: States = States { bead: NEVER, source: NEVER, target: NEVER, any: NEVER };

impl Scores {
    /// The sums over all alignments. `allowed` may forbid moves: of a bead, by node and shape index.
    pub fn posteriors(&self) -> Posteriors {
        let forward = self.forward();
        let backward = self.backward();
        let band = &self.band;
        let (n, m) = (band.source(), band.target());
        let (low, _) = self.last_row();
        let ends: Vec<f64> =
            (low..=m).filter_map(|j| band.node(n, j)).map(|end| forward[end].any).collect();
        let total = log_sum(&ends);
        let width = self.shapes.len();
        let mut out = Posteriors {
            beads: vec![0.0; self.beads.len()],
            swaps: vec![0.0; self.swaps.len()],
            skip_source: vec![0.0; n],
            skip_target: vec![0.0; m],
            nodes: vec![0.0; band.len()],
            skip_runs: 0.0,
            evidence: total,
        };
        if total == NEVER {
            return out;
        }
        for i in 0..=n {
            let (low, high) = band.row(i);
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                let here = forward[node];
                let any = here.any;
                if any == NEVER {
                    continue;
                }
                let there = backward[node];
                out.nodes[node] = (log_sum(&[
                    here.bead + there.bead,
                    here.source + there.source,
                    here.target + there.target,
                ]) - total)
                    .exp() as f32;
                for (k, shape) in self.shapes.iter().enumerate() {
                    let Some(end) = band.node(i + shape.source, j + shape.target) else { continue };
                    let score = f64::from(self.beads[node * width + k]);
                    let share = any + score + backward[end].bead - total;
                    if share > LEAST {
                        out.beads[node * width + k] += share.exp() as f32;
                    }
                }
                if let Some(end) = band.node(i + 2, j + 2) {
                    let score = f64::from(self.swaps[node]);
                    let share = (any + score + backward[end].bead - total).exp() as f32;
                    out.swaps[node] = share;
                    for cell in [band.node(i, j + 1), band.node(i + 1, j)].into_iter().flatten() {
                        out.beads[cell * width] += share;
                    }
                }
                if let Some(end) = band.node(i + 1, j) {
                    let skip = f64::from(self.skip_source[i]) + backward[end].source - total;
                    let opened = (here.bead + f64::from(self.skip_open) + skip).exp();
                    let extended = (here.source + f64::from(self.skip_extend) + skip).exp();
                    out.skip_source[i] += (opened + extended) as f32;
                    out.skip_runs += opened;
                }
                if let Some(end) = band.node(i, j + 1) {
                    let skip = f64::from(self.skip_target[j]) + backward[end].target - total;
                    let opened =
                        (log_sum(&[here.bead, here.source]) + f64::from(self.skip_open) + skip)
                            .exp();
                    let extended = (here.target + f64::from(self.skip_extend) + skip).exp();
                    out.skip_target[j] += (opened + extended) as f32;
                    out.skip_runs += opened;
                }
            }
        }
        out
    }

    /// The nodes of the last row at which alignments may end.
    fn last_row(&self) -> (usize, usize) {
        let (low, high) = self.band.row(self.band.source());
        match self.close {
            Close::Corner => (high, high),
            Close::Row => (low, high),
        }
    }

    fn forward(&self) -> Vec<States> {
        let band = &self.band;
        let width = self.shapes.len();
        let (open, extend) = (f64::from(self.skip_open), f64::from(self.skip_extend));
        let mut forward = vec![NOWHERE; band.len()];
        let mut terms = Vec::with_capacity(width + 2);
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                terms.clear();
                if i == 0 && j == 0 {
                    terms.push(0.0);
                }
                for (k, shape) in self.shapes.iter().enumerate() {
                    if shape.source > i || shape.target > j {
                        continue;
                    }
                    if let Some(start) = band.node(i - shape.source, j - shape.target) {
                        let score = self.beads[start * width + k];
                        if score > f32::NEG_INFINITY {
                            terms.push(forward[start].any + f64::from(score));
                        }
                    }
                }
                let before = i.checked_sub(2).zip(j.checked_sub(2));
                if let Some(start) = before.and_then(|(i, j)| band.node(i, j)) {
                    terms.push(forward[start].any + f64::from(self.swaps[start]));
                }
                let mut states = NOWHERE;
                states.bead = log_sum(&terms);
                if let Some(before) = i.checked_sub(1).and_then(|i| band.node(i, j)) {
                    let before = forward[before];
                    states.source = log_sum(&[before.bead + open, before.source + extend])
                        + f64::from(self.skip_source[i - 1]);
                }
                if let Some(before) = j.checked_sub(1).and_then(|j| band.node(i, j)) {
                    let before = forward[before];
                    states.target = log_sum(&[
                        before.bead + open,
                        before.source + open,
                        before.target + extend,
                    ]) + f64::from(self.skip_target[j - 1]);
                }
                states.any = log_sum(&[states.bead, states.source, states.target]);
                forward[node] = states;
            }
        }
        forward
    }

    fn backward(&self) -> Vec<States> {
        let band = &self.band;
        let width = self.shapes.len();
        let (open, extend) = (f64::from(self.skip_open), f64::from(self.skip_extend));
        let n = band.source();
        let mut backward = vec![NOWHERE; band.len()];
        let mut terms = Vec::with_capacity(width + 2);
        for i in (0..=n).rev() {
            let (low, high) = band.row(i);
            for j in (low..=high).rev() {
                let Some(node) = band.node(i, j) else { continue };
                terms.clear();
                if i == n && j >= self.last_row().0 {
                    terms.push(0.0);
                }
                for (k, shape) in self.shapes.iter().enumerate() {
                    let score = self.beads[node * width + k];
                    if score == f32::NEG_INFINITY {
                        continue;
                    }
                    if let Some(end) = band.node(i + shape.source, j + shape.target) {
                        terms.push(backward[end].bead + f64::from(score));
                    }
                }
                if let Some(end) = band.node(i + 2, j + 2) {
                    terms.push(backward[end].bead + f64::from(self.swaps[node]));
                }
                let on = log_sum(&terms);
                let source = band
                    .node(i + 1, j)
                    .map_or(NEVER, |end| backward[end].source + f64::from(self.skip_source[i]));
                let target = band
                    .node(i, j + 1)
                    .map_or(NEVER, |end| backward[end].target + f64::from(self.skip_target[j]));
                backward[node] = States {
                    bead: log_sum(&[on, source + open, target + open]),
                    source: log_sum(&[on, source + extend, target + open]),
                    target: log_sum(&[on, target + extend]),
                    any: NEVER,
                };
            }
        }
        backward
    }
}

/// A step of a decoded alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Bead(Shape),
    Swap,
    SkipSource,
    SkipTarget,
}

/// How much right beads are worth to the decoder, in expected beads.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gains {
    /// Taken off each bead's probability: a bead less likely than this is better left out.
    pub threshold: f32,
    /// Worth of a rightly skipped segment.
    pub skip: f32,
}

impl Posteriors {
    /// The node in the source rows given that alignments most probably pass through; the last one of
    /// equals.
    pub fn surest_node(&self, band: &Band, rows: std::ops::Range<usize>) -> (usize, usize) {
        let mut best = (rows.start, band.row(rows.start).0);
        let mut most = 0.0;
        for i in rows {
            let (low, high) = band.row(i);
            for j in low..=high {
                let share = band.node(i, j).map_or(0.0, |node| self.nodes[node]);
                if share >= most && share > 0.0 {
                    (best, most) = ((i, j), share);
                }
            }
        }
        best
    }

    /// The alignment from the first node to `end` with the greatest expected gain, as steps with the
    /// node they start at.
    /// Ties go to the smaller shape, then to the bead before the skip.
    pub fn decode(
        &self,
        scores: &Scores,
        gains: Gains,
        end: (usize, usize),
    ) -> Vec<(usize, usize, Step)> {
        let (band, shapes) = (&scores.band, &scores.shapes);
        let width = shapes.len();
        let mut best = vec![f32::NEG_INFINITY; band.len()];
        let mut last = vec![Step::SkipSource; band.len()];
        let bead = |i: usize, j: usize, k: usize| {
            band.node(i, j).map_or(0.0, |node| self.beads[node * width + k]) - gains.threshold
        };
        for i in 0..=end.0 {
            let (low, high) = band.row(i);
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                if i == 0 && j == 0 {
                    best[node] = 0.0;
                    continue;
                }
                let mut offer = |start: Option<usize>, gain: f32, step: Step| {
                    if let Some(start) = start {
                        let value = best[start] + gain;
                        if value > best[node] {
                            best[node] = value;
                            last[node] = step;
                        }
                    }
                };
                for (k, &shape) in shapes.iter().enumerate() {
                    if shape.source <= i && shape.target <= j {
                        let (i, j) = (i - shape.source, j - shape.target);
                        offer(band.node(i, j), bead(i, j, k), Step::Bead(shape));
                    }
                }
                if i >= 2 && j >= 2 {
                    let gain = bead(i - 2, j - 1, 0) + bead(i - 1, j - 2, 0);
                    offer(band.node(i - 2, j - 2), gain, Step::Swap);
                }
                if i >= 1 {
                    let gain = gains.skip * self.skip_source[i - 1];
                    offer(band.node(i - 1, j), gain, Step::SkipSource);
                }
                if j >= 1 {
                    let gain = gains.skip * self.skip_target[j - 1];
                    offer(band.node(i, j - 1), gain, Step::SkipTarget);
                }
            }
        }
        let mut steps = Vec::new();
        let (mut i, mut j) = end;
        while i > 0 || j > 0 {
            let Some(node) = band.node(i, j) else { break };
            let step = last[node];
            let (source, target) = match step {
                Step::Bead(shape) => (shape.source, shape.target),
                Step::Swap => (2, 2),
                Step::SkipSource => (1, 0),
                Step::SkipTarget => (0, 1),
            };
            (i, j) = (i.saturating_sub(source), j.saturating_sub(target));
            steps.push((i, j, step));
        }
        steps.reverse();
        steps
    }
}
