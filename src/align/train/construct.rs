//! Document pairs whose beads are constructed from line by line translations.

use std::path::Path;

use super::articles::Article;
use crate::format::links::Link;
use crate::format::plain;
use crate::lang::Language;
use crate::pair::Pair;
use crate::rendering::Rendering;

/// SplitMix64, Steele et al. 2014.
pub(super) struct Random(pub u64);

impl Random {
    /// A number from 0 to 1.
    pub fn next(&mut self) -> f64 {
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
pub(super) fn construct(folder: &Path, languages: Pair<&str>, seed: u64) -> Option<Article> {
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
    let name = folder.display().to_string();
    Some(Article { name, renderings: renderings.ok()?, gold, lexicon: None })
}
