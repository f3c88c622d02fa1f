//! The development data as documents of ordinary length, each once as it is, with omissions, and with a
//! lexicon learned from documents like it.

use std::sync::Arc;

use rayon::prelude::*;

use super::articles::{Article, Set, scatter, sets, without};
use crate::align::{Alignment, Learner, align};
use crate::format::links::Link;
use crate::format::plain;
use crate::pair::{Pair, Side};
use crate::rendering::Rendering;

/// Parts that a long document is cut into.
pub(in crate::align) const PARTS: usize = 4;

/// The part of an article between two nodes that no gold bead spans.
fn cut(article: &Article, name: String, from: Pair<usize>, to: Pair<usize>) -> Article {
    let renderings = Pair::from_fn(|side| {
        let rendering = article.renderings.side(side);
        let lines: Vec<&str> =
            (*from.side(side)..*to.side(side)).map(|index| rendering.text(index)).collect();
        let language = rendering.document.language;
        Rendering::new(plain::read_segmented(lines.join("\n") + "\n", language))
    });
    let inside = |list: &[usize], side: Side| -> Vec<usize> {
        let range = *from.side(side)..*to.side(side);
        list.iter().filter(|at| range.contains(at)).map(|at| at - range.start).collect()
    };
    let gold = article.gold.iter().filter_map(|link| {
        let source = inside(&link.source, Side::Source);
        let target = inside(&link.target, Side::Target);
        let is_here = !source.is_empty() || !target.is_empty();
        is_here.then_some(Link { source, target, posterior: None })
    });
    Article { name, gold: gold.collect(), renderings, lexicon: None }
}

/// The article in parts of about equal length.
pub(super) fn parts(article: &Article) -> Vec<Article> {
    let counts = article.renderings.as_ref().map(|r| r.segments.len());
    let is_free = |at: Pair<usize>| {
        article.gold.iter().all(|link| {
            let before = |side: Side, list: &[usize]| list.iter().all(|x| x < at.side(side));
            let after = |side: Side, list: &[usize]| list.iter().all(|x| x >= at.side(side));
            (before(Side::Source, &link.source) && before(Side::Target, &link.target))
                || (after(Side::Source, &link.source) && after(Side::Target, &link.target))
        })
    };
    let starts: Vec<Pair<usize>> = article
        .gold
        .iter()
        .filter_map(|link| Some(Pair::new(*link.source.first()?, *link.target.first()?)))
        .filter(|at| is_free(*at))
        .collect();
    let mut cuts = vec![Pair::new(0, 0)];
    for part in 1..PARTS {
        let place = counts.source * part / PARTS;
        cuts.extend(starts.iter().min_by_key(|at| at.source.abs_diff(place)).copied());
    }
    cuts.push(counts);
    cuts.windows(2)
        .enumerate()
        .map(|(part, ends)| cut(article, format!("{} {part}", article.name), ends[0], ends[1]))
        .collect()
}

/// Sets that are trained on a second time, with a lexicon.
const TAUGHT: &[&str] =
    &["constructed en-ru", "constructed ar-nb", "constructed en-ar", "constructed ru-de"];

/// Has the articles learn a lexicon from each other, as `targum learn` does.
fn teach(articles: &mut [Article]) {
    for _ in 0..2 {
        let alignments: Vec<Alignment> = articles
            .par_iter()
            .map(|article| align(article.renderings.as_ref(), &article.options()))
            .collect();
        let mut learner = Learner::new();
        for (article, alignment) in articles.iter().zip(&alignments) {
            learner.add(article.renderings.as_ref(), alignment);
        }
        let lexicon = Arc::new(learner.lexicon());
        articles.iter_mut().for_each(|article| article.lexicon = Some(lexicon.clone()));
    }
}

fn variants(out: &mut Vec<Set>, kind: &str, part: &str, article: Article, weight: f64) {
    let middle = |index: usize, count: usize| {
        let block = count / 4;
        (count - block) / 2 <= index && index < (count - block) / 2 + block
    };
    let mut add = |kind: String, articles: Vec<Article>| {
        let weight = weight / articles.len() as f64;
        out.push(Set { name: format!("{kind} {part}"), articles, weight });
    };
    add(format!("{kind} scattered"), scatter(&article, 11, 17));
    add(format!("{kind} block"), vec![without(&article, "block", middle)]);
    add(kind.to_owned(), vec![article]);
}

/// The sets that weights are trained on; the name of a document that is measured under weights that have
/// not seen it ends in its number.
pub(in crate::align) fn training() -> Vec<Set> {
    let mut out = Vec::new();
    for set in sets() {
        match set.name.as_str() {
            "textberg" => {
                for article in &set.articles {
                    let mut taught = parts(article);
                    teach(&mut taught);
                    for (part, article) in taught.into_iter().enumerate() {
                        let name = format!("textberg learned #{part}");
                        out.push(Set { name, articles: vec![article], weight: 3.0 });
                    }
                    for (part, article) in parts(article).into_iter().enumerate() {
                        variants(&mut out, "textberg", &format!("#{part}"), article, 3.0);
                    }
                }
            }
            "parice" => {
                for (part, article) in set.articles.into_iter().enumerate() {
                    variants(&mut out, "parice", &format!("#{part}"), article, 2.0);
                }
            }
            other if other.contains("textberg") || other.contains("parice") => {}
            name => {
                if TAUGHT.contains(&name) {
                    let mut taught = set.articles.clone();
                    teach(&mut taught);
                    let name = format!("{name} learned");
                    out.push(Set { name, articles: taught, weight: set.weight });
                }
                out.push(set);
            }
        }
    }
    out
}
