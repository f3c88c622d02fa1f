//! Precision, recall and F1 of sentence boundaries.
//!
//! Boundaries are compared by how many characters other than white space stand before them, so that
//! trimming and folding do not matter (the protocol of the WtP and SaT papers).

/// Counts of boundaries, and the ratios of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In both.
    pub shared: usize,
    /// In the gold.
    pub gold: usize,
    /// In the hypothesis.
    pub hypothesis: usize,
}

impl Counts {
    /// How much of the hypothesis is right, 0 to 1.
    pub fn precision(&self) -> f64 {
        ratio(self.shared, self.hypothesis)
    }

    /// How much of the gold was found, 0 to 1.
    pub fn recall(&self) -> f64 {
        ratio(self.shared, self.gold)
    }

    /// The harmonic mean of precision and recall, 0 to 1.
    pub fn f1(&self) -> f64 {
        ratio(2 * self.shared, self.gold + self.hypothesis)
    }

    fn of(gold: &[usize], hypothesis: &[usize]) -> Counts {
        let shared = hypothesis.iter().filter(|end| gold.binary_search(end).is_ok()).count();
        Counts { shared, gold: gold.len(), hypothesis: hypothesis.len() }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The agreement of two segmentations of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundaryScore {
    /// Boundaries inside paragraphs; the ends of paragraphs come for free and do not count.
    pub inner: Counts,
    /// All boundaries, the end of the text among them.
    pub all: Counts,
}

/// How many characters other than white space stand before the end of each segment; ascending,
/// empty segments left out.
pub fn ends<'t>(segments: impl IntoIterator<Item = &'t str>) -> Vec<usize> {
    let mut total = 0;
    let mut ends = Vec::new();
    for segment in segments {
        let count = segment.chars().filter(|c| !c.is_whitespace()).count();
        if count > 0 {
            total += count;
            ends.push(total);
        }
    }
    ends
}

/// Scores the [`ends`] of a hypothesis. `None` if the two do not hold the same amount of text.
pub fn score(gold: &[usize], hypothesis: &[usize], paragraphs: &[usize]) -> Option<BoundaryScore> {
    if gold.last() != hypothesis.last() {
        return None;
    }
    let inner = |ends: &[usize]| -> Vec<usize> {
        ends.iter().copied().filter(|end| paragraphs.binary_search(end).is_err()).collect()
    };
    Some(BoundaryScore {
        inner: Counts::of(&inner(gold), &inner(hypothesis)),
        all: Counts::of(gold, hypothesis),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_paragraphs_are_free() {
        let gold = ends(["One two.", "Three.", "Four."]);
        let found = ends(["One", "two. Three.", "Four."]);
        let paragraphs = ends(["One two. Three.", "Four."]);
        let score = score(&gold, &found, &paragraphs).unwrap();
        assert_eq!(score.inner, Counts { shared: 0, gold: 1, hypothesis: 1 });
        assert_eq!(score.all, Counts { shared: 2, gold: 3, hypothesis: 3 });
    }

    #[test]
    fn different_texts_have_no_score() {
        assert_eq!(score(&ends(["ab"]), &ends(["abc"]), &[]), None);
    }
}
