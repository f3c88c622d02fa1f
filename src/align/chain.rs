//! A first band of nodes: all of them for a short pair, else a strip along the heaviest chain of rare
//! seeds that both sides share.
//!
//! Source: anchor chaining as in sequence alignment (Abouelhoda and Ohlebusch 2005), heaviest
//! increasing subsequence by a Fenwick tree. Complexity: n log n in the segments. Weakness: a long
//! stretch without rare shared seeds is walked by lengths alone (`walk`), until words are learned that make
//! seeds of their own (`astray`).

use std::ops::Range;

use super::seeds::{Joint, Point, points};
use super::view::Views;
use super::walk::walk;
use crate::pair::Pair;

/// Up to so many nodes the band is the whole lattice.
pub(super) const FULL: usize = 400_000;
/// Least and most half-width of the strip.
const REACH: (f64, f64) = (15.0, 300.0);
/// Nodes on either side of the strip between two points of the chain, at most: where so many segments
/// share nothing, no strip finds what belongs together.
const GAP: f64 = 1_500_000.0;
/// Segments of either side between two points of the chain from which on the strip between them may lose
/// the way.
const LONG: usize = 1000;

/// A first band.
pub(super) struct Course {
    /// The target boundaries to look at, both included, for each source boundary.
    pub rows: Vec<(usize, usize)>,
    /// The points of the chain; none where the band is the whole lattice.
    pub chain: Vec<(usize, usize)>,
    /// Whether both sides have a long stretch without a point.
    pub has_gap: bool,
}

impl Course {
    /// The band of a pair in which some words are known to render each other.
    pub fn new(views: &Views, joint: &Joint) -> Course {
        let Pair { source: n, target: m } = views.sides.as_ref().map(|view| view.len());
        if (n + 1).saturating_mul(m + 1) <= FULL {
            return Course::whole(views);
        }
        let chain = chain(points(views, joint));
        let gaps = gaps(&chain, (n, m));
        let mut guided = chain.clone();
        for &((i0, j0), (i1, j1)) in &gaps {
            let lengths = Pair::new(&views.sides.source.lengths, &views.sides.target.lengths);
            let nodes = walk(Pair::new(&lengths.source[i0..i1], &lengths.target[j0..j1]));
            guided.extend(nodes.iter().map(|&(i, j)| (i0 + i, j0 + j)));
        }
        guided.sort_unstable();
        Course { rows: strip(&guided, n, m), chain, has_gap: !gaps.is_empty() }
    }

    /// The whole lattice.
    pub fn whole(views: &Views) -> Course {
        let Pair { source: n, target: m } = views.sides.as_ref().map(|view| view.len());
        Course { rows: vec![(0, m); n + 1], chain: Vec::new(), has_gap: false }
    }
}

/// The long stretches without a point, by the nodes at their ends.
fn gaps(chain: &[(usize, usize)], end: (usize, usize)) -> Vec<((usize, usize), (usize, usize))> {
    let starts = std::iter::once((0, 0)).chain(chain.iter().copied());
    let ends = chain.iter().copied().chain(std::iter::once(end));
    starts.zip(ends).filter(|(a, b)| (b.0 - a.0).min(b.1 - a.1) > LONG).collect()
}

/// The same for a stretch of each side, from the starts of both; `points` are those of the whole text, by
/// source.
pub(super) fn rows_of(points: &[Point], stretch: Pair<Range<usize>>) -> Vec<(usize, usize)> {
    let Pair { source, target } = stretch;
    let bound = |at: usize| points.partition_point(|point| (point.source as usize) < at);
    let inside = points[bound(source.start)..bound(source.end)].iter().filter_map(|point| {
        let is_inside = target.contains(&(point.target as usize));
        let (source, target) = (source.start as u32, target.start as u32);
        is_inside.then(|| Point {
            source: point.source - source,
            target: point.target - target,
            ..*point
        })
    });
    strip(&chain(inside.collect()), source.len(), target.len())
}

/// The strip around the corners and the points of a chain.
fn strip(chain: &[(usize, usize)], n: usize, m: usize) -> Vec<(usize, usize)> {
    let mut rows = vec![(m, 0); n + 1];
    let mut corners = vec![(0, 0)];
    corners.extend(
        chain.iter().filter(|point| point.0 > 0 && point.1 > 0 && point.0 < n && point.1 < m),
    );
    corners.push((n, m));
    for pair in corners.windows(2) {
        let ((i0, j0), (i1, j1)) = (pair[0], pair[1]);
        let (height, width) = ((i1 - i0) as f64, (j1 - j0) as f64);
        let reach = (REACH.0
            + 0.2 * height.min(width)
            + 1.5 * (height - width).abs().min(height.max(width) / 3.0))
        .min(REACH.1)
        .min((GAP / height.max(1.0)).max(REACH.0));
        for (i, row) in rows.iter_mut().enumerate().take(i1 + 1).skip(i0) {
            let share = if height > 0.0 { (i - i0) as f64 / height } else { 0.0 };
            let middle = j0 as f64 + share * width;
            // Between two points a path stays in their box.
            let (least, most) = (j0 as f64 - REACH.0, j1 as f64 + REACH.0);
            row.0 = row.0.min((middle - reach).max(least).max(0.0) as usize);
            row.1 = row.1.max((middle + reach).min(most) as usize);
        }
        rows[i0].1 = rows[i0].1.max(if height <= 1.0 { j1 } else { 0 });
    }
    close(&mut rows, m);
    rows
}

/// Makes rows a band: neither end descends, neighbours overlap, both corners are in.
pub(super) fn close(rows: &mut [(usize, usize)], m: usize) {
    let Some(last) = rows.len().checked_sub(1) else { return };
    rows[0].0 = 0;
    rows[last].1 = m;
    let mut high = 0;
    for row in rows.iter_mut() {
        high = high.max(row.1).min(m);
        row.1 = high;
    }
    let mut low = m;
    for at in (0..=last).rev() {
        low = low.min(rows[at].0);
        rows[at].0 = low;
        if at < last && rows[at].1 < rows[at + 1].0 {
            rows[at].1 = rows[at + 1].0;
        }
    }
    let mut high = 0;
    for row in rows.iter_mut() {
        high = high.max(row.1);
        row.1 = high;
    }
}

/// The heaviest chain of points that ascends on both sides, without the points that stand alone.
fn chain(points: Vec<Point>) -> Vec<(usize, usize)> {
    let size = points.iter().map(|point| point.target as usize + 2).max().unwrap_or(1);
    let mut tree: Vec<(f32, u32)> = vec![(0.0, u32::MAX); size + 1];
    let mut before = vec![u32::MAX; points.len()];
    let mut total = vec![0.0_f32; points.len()];
    let mut at = 0;
    while at < points.len() {
        let row = points[at..].iter().take_while(|p| p.source == points[at].source).count();
        for index in at..at + row {
            let mut best = (0.0, u32::MAX);
            let mut place = points[index].target as usize;
            while place > 0 {
                if tree[place].0 > best.0 {
                    best = tree[place];
                }
                place &= place - 1;
            }
            total[index] = best.0 + points[index].weight;
            before[index] = best.1;
        }
        for index in at..at + row {
            let mut place = points[index].target as usize + 1;
            while place < tree.len() {
                if total[index] > tree[place].0 {
                    tree[place] = (total[index], index as u32);
                }
                place += place & place.wrapping_neg();
            }
        }
        at += row;
    }
    let mut last = (0..points.len()).fold(u32::MAX, |best, index| {
        if best == u32::MAX || total[index] > total[best as usize] { index as u32 } else { best }
    });
    let mut chain = Vec::new();
    while let Some(point) = points.get(last as usize) {
        chain.push((point.source as usize, point.target as usize));
        last = before[last as usize];
    }
    chain.reverse();
    supported(&chain)
}

/// The points of a chain that lie near the diagonal of their neighbours.
fn supported(chain: &[(usize, usize)]) -> Vec<(usize, usize)> {
    const SPAN: usize = 4;
    const STRAY: i64 = 12;
    let offset = |point: &(usize, usize)| point.1 as i64 - point.0 as i64;
    chain
        .iter()
        .enumerate()
        .filter(|&(at, point)| {
            let near = |others: &[(usize, usize)]| {
                others.iter().filter(|other| (offset(other) - offset(point)).abs() <= STRAY).count()
            };
            let before = near(&chain[at.saturating_sub(SPAN)..at]);
            let after = near(&chain[at + 1..(at + 1 + SPAN).min(chain.len())]);
            before >= 2 || after >= 2
        })
        .map(|(_, point)| *point)
        .collect()
}
