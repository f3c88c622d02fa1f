//! Trains the weights: `cargo test --release --lib align::train -- --ignored --nocapture` rewrites
//! `src/align/weights.rs` from the development data in `../shared/data`.
//!
//! Source: conditional maximum likelihood of a semi-Markov random field (Sarawagi and Cohen 2004),
//! gradient by forward-backward over the free and the gold-constrained lattice, resilient
//! propagation (Riedmiller and Braun 1993), L2 prior. `TARGUM_HOLD_OUT=name` leaves a set out of
//! training, `TARGUM_ROUNDS=0` only measures. Complexity: steps times features times nodes in the
//! band. Weakness: hits are those of the weights at the start of a round.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::evidence::{COUNT, Cover, Feature, Features, Weights, dot, prior, trained};
use super::lattice::{Band, Close, Gains, Scores, shapes};
use super::pass::{GAINS, Passes, decode};
use super::{Alignment, Options};
use crate::evaluate::alignment::{Counts, Link, links, parse};
use crate::format::plain;
use crate::lang::Language;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// A document pair with gold beads.
pub(super) struct Article {
    pub name: String,
    pub renderings: Pair<Rendering>,
    pub gold: Vec<Link>,
}

/// A set of documents that are measured together; `weight` is that of each document in training.
pub(super) struct Set {
    pub name: String,
    pub articles: Vec<Article>,
    pub weight: f64,
}

fn data() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    path.is_dir().then_some(path)
}

fn article(folder: &Path, languages: [&str; 2]) -> Option<Article> {
    let read = |name: String, language: &str| {
        let text = std::fs::read_to_string(folder.join(name)).ok()?;
        let language = Language::from_tag(language).ok()?;
        Some(Rendering::new(plain::read_segmented(text, language)))
    };
    let gold = std::fs::read_to_string(folder.join("gold.txt")).ok()?;
    Some(Article {
        name: folder.display().to_string(),
        renderings: Pair::new(
            read(format!("src.{}.txt", languages[0]), languages[0])?,
            read(format!("tgt.{}.txt", languages[1]), languages[1])?,
        ),
        gold: parse(&gold).ok()?,
    })
}

/// The same article without the target segments for which `drop` holds.
fn without(article: &Article, name: &str, drop: impl Fn(usize, usize) -> bool) -> Article {
    let target = &article.renderings.target;
    let count = target.segments.len();
    let mut kept = String::new();
    let mut new = vec![None; count];
    let mut next = 0;
    for (index, place) in new.iter_mut().enumerate() {
        if !drop(index, count) {
            *place = Some(next);
            next += 1;
            kept.push_str(target.text(index));
            kept.push('\n');
        }
    }
    let document = plain::read_segmented(kept, target.document.language);
    Article {
        name: format!("{} {name}", article.name),
        renderings: Pair::new(article.renderings.source.clone(), Rendering::new(document)),
        gold: article
            .gold
            .iter()
            .map(|link| Link {
                source: link.source.clone(),
                target: link.target.iter().filter_map(|&index| *new.get(index)?).collect(),
                posterior: None,
            })
            .collect(),
    }
}

/// A fixed pseudo-random share of 13 in 100.
fn scattered(index: usize, seed: u64) -> bool {
    Random(index as u64 ^ (seed << 32)).next() < 0.13
}

/// The article with 13 in 100 target segments left out, once for each seed.
fn scatter(article: &Article, from: u64, to: u64) -> Vec<Article> {
    (from..to)
        .map(|seed| without(article, "scattered", |index, _| scattered(index, seed)))
        .collect()
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    out.sort();
    out
}

/// Pairs for which beads are constructed from the line by line translations of NTREX; some have little
/// in common, so that the weights do not count on much.
const CONSTRUCTED: &[&str] =
    &["de-fr", "en-ru", "ar-nb", "fr-sv", "ru-ar", "da-de", "en-ar", "nl-fr", "ja-en", "ru-de"];

/// SplitMix64, Steele et al. 2014.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Splits a line after the comma or semicolon next to its middle.
fn halves(line: &str) -> Option<(&str, &str)> {
    let middle = line.len() / 2;
    let (at, _) = line
        .match_indices([',', ';', ':', '،', '、'])
        .filter(|(at, mark)| line[at + mark.len()..].starts_with(' ') || *mark == "、")
        .min_by_key(|(at, _)| at.abs_diff(middle))?;
    let end = at + line[at..].chars().next()?.len_utf8();
    let (first, second) = (line[..end].trim(), line[end..].trim());
    (first.len() > 8 && second.len() > 8).then_some((first, second))
}

/// An article whose lines are merged, split, shifted, left out and exchanged at rates of its own.
fn construct(folder: &Path, languages: Pair<&str>, seed: u64) -> Option<Article> {
    let read = |language: &str| {
        let text = std::fs::read_to_string(folder.join(format!("{language}.txt"))).ok()?;
        Some(text.lines().map(str::to_owned).collect::<Vec<_>>())
    };
    let lines = Pair::new(read(languages.source)?, read(languages.target)?);
    let count = lines.source.len().min(lines.target.len());
    let mut random = Random(seed);
    let (omit, reshape) = (0.15 * random.next().powi(2), 0.1 + 0.5 * random.next());
    let block = (random.next() < 0.3).then(|| {
        let size = (0.1 + 0.2 * random.next()) * count as f64;
        let start = random.next() * (count as f64 - size);
        start as usize..(start + size) as usize
    });
    let mut out: Pair<Vec<String>> = Pair::default();
    let mut gold = Vec::new();
    let mut at = 0;
    while at < count {
        let (mut source, mut target) =
            (vec![lines.source[at].clone()], vec![lines.target[at].clone()]);
        let mut swapped = false;
        if block.as_ref().is_some_and(|block| block.contains(&at)) {
            target.clear();
        } else if random.next() < omit {
            if random.next() < 0.5 { source.clear() } else { target.clear() }
        } else if random.next() < reshape {
            let next = (at + 1 < count).then(|| at + 1);
            let kind = random.next();
            let pieces =
                |line: &String| halves(line).map(|(a, b)| vec![a.to_owned(), b.to_owned()]);
            if let Some(next) = next.filter(|_| kind < 0.65) {
                let (s, t) = (lines.source[next].clone(), lines.target[next].clone());
                at += 1;
                if kind < 0.2 {
                    source.push(s);
                    target = vec![format!("{} {t}", target[0])];
                } else if kind < 0.4 {
                    source = vec![format!("{} {s}", source[0])];
                    target.push(t);
                } else if kind < 0.45 {
                    (source, target) = (vec![source[0].clone(), s], vec![t, target[0].clone()]);
                    swapped = true;
                } else if let Some((a, b)) = halves(&target[0].clone()) {
                    source.push(s);
                    target = vec![a.to_owned(), format!("{b} {t}")];
                } else {
                    at -= 1;
                }
            } else if kind < 0.82 {
                source = pieces(&source[0]).unwrap_or(source);
            } else {
                target = pieces(&target[0]).unwrap_or(target);
            }
        }
        let place = out.as_ref().map(Vec::len);
        let link = |source: std::ops::Range<usize>, target: std::ops::Range<usize>| Link {
            source: source.map(|index| index + place.source).collect(),
            target: target.map(|index| index + place.target).collect(),
            posterior: None,
        };
        if swapped {
            gold.push(link(0..1, 1..2));
            gold.push(link(1..2, 0..1));
        } else {
            gold.push(link(0..source.len(), 0..target.len()));
        }
        out.source.extend(source);
        out.target.extend(target);
        at += 1;
    }
    let renderings = out.zip(languages).try_map(|(lines, language)| {
        let language = Language::from_tag(language).map_err(|_| ())?;
        Ok::<_, ()>(Rendering::new(plain::read_segmented(lines.join("\n") + "\n", language)))
    });
    Some(Article { name: folder.display().to_string(), renderings: renderings.ok()?, gold })
}

/// All sets.
pub(super) fn sets() -> Vec<Set> {
    let Some(data) = data() else { return Vec::new() };
    let mut sets = Vec::new();
    if let Some(article) = article(&data.join("textberg/dev"), ["de", "fr"]) {
        let middle = |index: usize, count: usize| {
            let block = count / 4;
            (count - block) / 2 <= index && index < (count - block) / 2 + block
        };
        for (name, omitted) in [
            ("textberg scattered", scatter(&article, 1, 4)),
            ("textberg block", vec![without(&article, "block", middle)]),
            ("textberg", vec![article]),
        ] {
            let weight = 3.0 / omitted.len() as f64;
            sets.push(Set { name: name.into(), articles: omitted, weight });
        }
    }
    let articles: Vec<_> =
        folders(&data.join("parice")).iter().filter_map(|f| article(f, ["en", "is"])).collect();
    let omitted = articles.iter().flat_map(|article| scatter(article, 1, 3)).collect();
    sets.push(Set { name: "parice scattered".into(), articles: omitted, weight: 1.0 });
    sets.push(Set { name: "parice".into(), articles, weight: 4.0 });
    for folder in folders(&data.join("ntrex_nm")) {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let Some((source, target)) = name.split_once('-') else { continue };
        let articles: Vec<_> =
            folders(&folder).iter().filter_map(|f| article(f, [source, target])).collect();
        sets.push(Set { name: format!("ntrex_nm {name}"), articles, weight: 0.5 });
    }
    for (at, name) in CONSTRUCTED.iter().enumerate() {
        let Some((source, target)) = name.split_once('-') else { continue };
        let articles: Vec<_> = folders(&data.join("ntrex"))
            .iter()
            .enumerate()
            .filter(|(index, _)| index % 2 == at % 2)
            .filter_map(|(index, folder)| {
                let seed = (at * 1000 + index) as u64;
                construct(folder, Pair::new(source, target), seed)
            })
            .collect();
        sets.push(Set { name: format!("constructed {name}"), articles, weight: 0.5 });
    }
    sets.retain(|set| !set.articles.is_empty());
    sets
}

/// The lattice of a document with the features of every move.
struct Case {
    scores: Scores,
    /// What the gold allows: as `scores.beads`, `scores.swaps` and the skips.
    allowed: Allowed,
    beads: Vec<(u32, Features)>,
    skips: Pair<Vec<Features>>,
    weight: f64,
}

struct Allowed {
    beads: Vec<bool>,
    swaps: Vec<bool>,
    skips: Pair<Vec<bool>>,
}

/// The gold as beads of adjacent segments, and the segments it says nothing usable about.
struct Gold {
    beads: Vec<Pair<std::ops::Range<usize>>>,
    free: Pair<Vec<bool>>,
    null: Pair<Vec<bool>>,
}

impl Gold {
    fn new(article: &Article) -> Gold {
        let counts = article.renderings.as_ref().map(|r| r.segments.len());
        let mut free = counts.map(|count| vec![true; count]);
        let mut null = counts.map(|count| vec![false; count]);
        let range = |list: &[usize]| {
            let (first, last) = (*list.first()?, *list.last()?);
            (last + 1 - first == list.len()).then_some(first..last + 1)
        };
        let mut beads: Vec<Pair<std::ops::Range<usize>>> = Vec::new();
        for link in &article.gold {
            for (list, side) in [(&link.source, Side::Source), (&link.target, Side::Target)] {
                let other = if side == Side::Source { &link.target } else { &link.source };
                if other.is_empty() {
                    for &index in list {
                        null.side_mut(side)[index] = true;
                        free.side_mut(side)[index] = false;
                    }
                }
            }
            if let (Some(source), Some(target)) = (range(&link.source), range(&link.target))
                && source.len() + target.len() <= 6
            {
                beads.push(Pair::new(source, target));
            }
        }
        beads.sort_by_key(|bead| bead.source.start);
        let crosses = |a: &Pair<std::ops::Range<usize>>, b: &Pair<std::ops::Range<usize>>| {
            (a.source.start < b.source.start) != (a.target.start < b.target.start)
        };
        let is_swap = |a: &Pair<std::ops::Range<usize>>, b: &Pair<std::ops::Range<usize>>| {
            let single =
                |x: &Pair<std::ops::Range<usize>>| x.source.len() == 1 && x.target.len() == 1;
            single(a)
                && single(b)
                && a.source.start.abs_diff(b.source.start) == 1
                && a.target.start.abs_diff(b.target.start) == 1
        };
        let kept: Vec<_> = beads
            .iter()
            .filter(|a| beads.iter().all(|b| *a == b || !crosses(a, b) || is_swap(a, b)))
            .cloned()
            .collect();
        for bead in &kept {
            for side in Side::BOTH {
                for index in bead.side(side).clone() {
                    free.side_mut(side)[index] = false;
                }
            }
        }
        Gold { beads: kept, free, null }
    }
}

impl Case {
    fn new(article: &Article, weights: &Weights, weight: f64) -> Option<Case> {
        let options = Options::default();
        let passes = Passes::with(article.renderings.as_ref(), &options, *weights);
        let model = passes.model();
        let gold = Gold::new(article);
        let counts = article.renderings.as_ref().map(|r| r.segments.len());
        let band = band(&gold, counts);
        let hits = model.hits(&band, Pair::default());
        let scores = model.scores(
            band,
            &hits,
            Close::Corner,
            shapes(options.max_bead),
            Pair::default(),
            |_, _| true,
        );
        let band = &scores.band;
        let width = scores.shapes.len();
        let mut allowed = Allowed {
            beads: vec![false; scores.beads.len()],
            swaps: vec![false; scores.swaps.len()],
            skips: Pair::from_fn(|side| {
                gold.free
                    .side(side)
                    .iter()
                    .zip(gold.null.side(side))
                    .map(|(a, b)| *a || *b)
                    .collect()
            }),
        };
        let is_gold = |i: std::ops::Range<usize>, j: std::ops::Range<usize>| {
            gold.beads.iter().any(|bead| bead.source == i && bead.target == j)
        };
        let mut beads = Vec::new();
        let mut cover = Cover::default();
        for i in 0..=band.source() {
            let (low, high) = band.row(i);
            for j in low..=high {
                let Some(node) = band.node(i, j) else { continue };
                for (k, &shape) in scores.shapes.iter().enumerate() {
                    let at = node * width + k;
                    if scores.beads[at] == f32::NEG_INFINITY {
                        continue;
                    }
                    let (s, t) = (i..i + shape.source, j..j + shape.target);
                    allowed.beads[at] = is_gold(s.clone(), t.clone())
                        || (gold.free.source[s].iter().all(|free| *free)
                            && gold.free.target[t].iter().all(|free| *free));
                    let features =
                        model.bead(band, &hits, Pair::default(), (i, j), shape, &mut cover);
                    beads.push((at as u32, features));
                }
                allowed.swaps[node] =
                    is_gold(i..i + 1, j + 1..j + 2) && is_gold(i + 1..i + 2, j..j + 1);
            }
        }
        let skips = Pair::from_fn(|side| {
            (0..*counts.side(side)).map(|segment| model.skip(side, segment)).collect()
        });
        let case = Case { scores, allowed, beads, skips, weight };
        let constrained = case.rescored(weights, true).posteriors().evidence;
        if constrained == f64::NEG_INFINITY {
            println!("left out, its gold is no path: {}", article.name);
            return None;
        }
        Some(case)
    }

    /// The lattice under new weights, perhaps with the moves of the gold only.
    fn rescored(&self, weights: &Weights, to_gold: bool) -> Scores {
        let never = f32::NEG_INFINITY;
        let old = &self.scores;
        let width = old.shapes.len();
        let mut beads = vec![never; old.beads.len()];
        for (at, features) in &self.beads {
            beads[*at as usize] = dot(weights, features);
        }
        let mut swaps = vec![never; old.swaps.len()];
        for (node, swap) in swaps.iter_mut().enumerate() {
            if old.swaps[node] != never && (!to_gold || self.allowed.swaps[node]) {
                *swap = weights[Feature::Swap as usize];
            }
        }
        for i in 0..=old.band.source() {
            let (low, high) = old.band.row(i);
            for j in low..=high {
                let Some(node) = old.band.node(i, j) else { continue };
                if swaps[node] != never {
                    for cell in [old.band.node(i, j + 1), old.band.node(i + 1, j)] {
                        swaps[node] += cell.map_or(never, |cell| beads[cell * width]);
                    }
                }
            }
        }
        if to_gold {
            for (bead, allowed) in beads.iter_mut().zip(&self.allowed.beads) {
                if !allowed {
                    *bead = never;
                }
            }
        }
        let skips = Pair::from_fn(|side| {
            let allowed = self.allowed.skips.side(side);
            let skips = self.skips.side(side).iter().zip(allowed);
            skips
                .map(
                    |(features, allowed)| {
                        if to_gold && !allowed { never } else { dot(weights, features) }
                    },
                )
                .collect::<Vec<_>>()
        });
        Scores {
            band: old.band.clone(),
            close: Close::Corner,
            shapes: old.shapes.clone(),
            beads,
            swaps,
            skip_source: skips.source,
            skip_target: skips.target,
            skip_open: weights[Feature::SkipOpen as usize],
            skip_extend: weights[Feature::SkipExtend as usize],
        }
    }

    /// The log-likelihood of the gold and its gradient.
    fn gradient(&self, weights: &Weights) -> (f64, [f64; COUNT]) {
        let mut gradient = [0.0; COUNT];
        let mut likelihood = 0.0;
        for (to_gold, sign) in [(true, self.weight), (false, -self.weight)] {
            let posteriors = self.rescored(weights, to_gold).posteriors();
            likelihood += sign * posteriors.evidence;
            let mut add = |features: &Features, share: f64| {
                for (sum, value) in gradient.iter_mut().zip(features) {
                    *sum += share * f64::from(*value);
                }
            };
            for (at, features) in &self.beads {
                let share = f64::from(posteriors.beads[*at as usize]);
                if share > 1e-9 {
                    add(features, sign * share);
                }
            }
            let mut skipped = 0.0;
            for (side, shares) in
                [(Side::Source, &posteriors.skip_source), (Side::Target, &posteriors.skip_target)]
            {
                for (features, share) in self.skips.side(side).iter().zip(shares) {
                    add(features, sign * f64::from(*share));
                    skipped += f64::from(*share);
                }
            }
            let swaps: f64 = posteriors.swaps.iter().map(|&share| f64::from(share)).sum();
            gradient[Feature::Swap as usize] += sign * swaps;
            gradient[Feature::SkipOpen as usize] += sign * posteriors.skip_runs;
            gradient[Feature::SkipExtend as usize] += sign * (skipped - posteriors.skip_runs);
        }
        (likelihood, gradient)
    }
}

/// All nodes of a short document; of a long one those within 40 of the gold.
fn band(gold: &Gold, counts: Pair<usize>) -> Band {
    const REACH: usize = 40;
    if counts.source * counts.target < 10_000 {
        return Band::full(counts.source, counts.target);
    }
    let mut low = vec![counts.target; counts.source + 1];
    let mut high = vec![0; counts.source + 1];
    (low[0], high[counts.source]) = (0, counts.target);
    for bead in &gold.beads {
        for i in [bead.source.start, bead.source.end] {
            low[i] = low[i].min(bead.target.start.saturating_sub(REACH));
            high[i] = high[i].max((bead.target.end + REACH).min(counts.target));
        }
    }
    for i in 1..=counts.source {
        high[i] = high[i].max(high[i - 1]);
    }
    for i in (0..counts.source).rev() {
        low[i] = low[i].min(low[i + 1]);
    }
    Band::new(low.into_iter().zip(high).collect())
}

fn climb(cases: &[Case], mut weights: Weights, steps: usize) -> Weights {
    const PRIOR: f64 = 1.0;
    let mut sizes = [0.05_f64; COUNT];
    let mut last = [0.0_f64; COUNT];
    for step in 0..steps {
        let parts: Vec<_> = cases.par_iter().map(|case| case.gradient(&weights)).collect();
        let mut likelihood = 0.0;
        let mut gradient = [0.0; COUNT];
        for (value, part) in parts {
            likelihood += value;
            for (sum, value) in gradient.iter_mut().zip(part) {
                *sum += value;
            }
        }
        for f in 0..COUNT {
            gradient[f] -= PRIOR * f64::from(weights[f] - prior(Feature::ALL[f]));
            let turn = gradient[f] * last[f];
            if turn > 0.0 {
                sizes[f] = (sizes[f] * 1.2).min(0.5);
            } else if turn < 0.0 {
                sizes[f] = (sizes[f] * 0.5).max(1e-4);
            }
            if turn < 0.0 {
                last[f] = 0.0;
                continue;
            }
            last[f] = gradient[f];
            if gradient[f] != 0.0 {
                weights[f] += (gradient[f].signum() * sizes[f]) as f32;
            }
        }
        if step % 20 == 0 || step + 1 == steps {
            println!("step {step}: log-likelihood {likelihood:.1}");
        }
    }
    weights
}

fn table(weights: &Weights) -> String {
    let mut out = String::from(
        "//! The trained weight of each piece of evidence, in log-odds per unit; written by the trainer.\n\n\
         /// By label.\npub(super) const WEIGHTS: &[(&str, f32)] = &[\n",
    );
    for (feature, weight) in Feature::ALL.iter().zip(weights) {
        let _ = writeln!(out, "    ({:?}, {weight:.3}),", feature.label());
    }
    out.push_str("];\n");
    out
}

pub(super) fn measure(sets: &[Set], weights: &Weights, gains: Gains) -> Vec<Counts> {
    sets.iter()
        .map(|set| {
            let parts: Vec<(usize, Alignment)> = (0..set.articles.len())
                .into_par_iter()
                .map(|at| {
                    let renderings = set.articles[at].renderings.as_ref();
                    let options = Options::default();
                    let mut passes = Passes::with(renderings, &options, *weights);
                    passes.gains = gains;
                    (at, decode(renderings, &options, &passes))
                })
                .collect();
            let mut counts = Counts::default();
            for (at, alignment) in parts {
                counts.add(&set.articles[at].gold, &links(&alignment));
            }
            counts
        })
        .collect()
}

fn print(sets: &[Set], all: &[Counts]) {
    for (set, counts) in sets.iter().zip(all) {
        let (strict, lax) = (counts.strict(), counts.lax());
        let sure = counts.bins()[9];
        println!(
            "{:22} strict {:.4} {:.4} {:.4}  lax {:.4}  ECE {:.4}  .9-1.0: {:.4} of {}",
            set.name,
            strict.precision,
            strict.recall,
            strict.f1,
            lax.f1,
            counts.calibration_error(),
            sure.right as f64 / sure.beads.max(1) as f64,
            sure.beads,
        );
    }
}

/// Prints the figures for several worths of beads and skips to the decoder.
#[test]
#[ignore = "a table to choose from; needs ../shared/data"]
fn gains() {
    let mut sets = sets();
    sets.retain(|set| set.name.contains("textberg") || set.name.contains("parice"));
    for threshold in [0.1, 0.2, 0.3, 0.4] {
        for skip in [0.25, 0.5, 0.75] {
            println!("threshold {threshold} skip {skip}");
            print(&sets, &measure(&sets, &trained(), Gains { threshold, skip }));
        }
    }
}

/// Prints the figures of all sets: `cargo test --release --lib align::train::figures -- --nocapture`.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow without optimisation")]
fn figures() {
    let mut sets = sets();
    sets.retain(|set| !set.name.starts_with("constructed"));
    if sets.is_empty() {
        println!("skipped: no ../shared/data");
    }
    let all = measure(&sets, &trained(), GAINS);
    print(&sets, &all);
    for (set, counts) in sets.iter().zip(&all) {
        let (strict, lax, calibration) = match set.name.as_str() {
            "textberg" => (0.92, 0.985, 0.03),
            "textberg block" => (0.93, 0.98, 0.035),
            "textberg scattered" => (0.88, 0.97, 0.035),
            "parice" => (0.95, 0.98, 0.05),
            "parice scattered" => (0.90, 0.95, 0.06),
            _ => (0.975, 0.985, 0.025),
        };
        let name = &set.name;
        assert!(counts.strict().f1 >= strict, "{name}: strict {:.4}", counts.strict().f1);
        assert!(counts.lax().f1 >= lax, "{name}: lax {:.4}", counts.lax().f1);
        assert!(counts.calibration_error() <= calibration, "{name}: calibration");
    }
}

#[test]
#[ignore = "rewrites the table of weights; needs ../shared/data"]
fn train() {
    let sets = sets();
    let rounds = std::env::var("TARGUM_ROUNDS").ok().and_then(|r| r.parse().ok()).unwrap_or(2);
    let hold_out = std::env::var("TARGUM_HOLD_OUT").ok();
    let mut weights = trained();
    for round in 0..rounds {
        let cases: Vec<Case> = sets
            .iter()
            .filter(|set| hold_out.as_ref().is_none_or(|name| !set.name.contains(name.as_str())))
            .flat_map(|set| set.articles.iter().map(move |article| (article, set.weight)))
            .collect::<Vec<_>>()
            .into_par_iter()
            .filter_map(|(article, weight)| Case::new(article, &weights, weight))
            .collect();
        println!("round {round}: {} documents", cases.len());
        weights = climb(&cases, weights, 100);
    }
    print!("{}", table(&weights));
    print(&sets, &measure(&sets, &weights, GAINS));
    if rounds > 0 && hold_out.is_none() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/align/weights.rs");
        std::fs::write(path, table(&weights)).unwrap();
    }
}
