//! How many tokens find a counterpart: in beads that are right, and by chance.

/// Which share of tokens, by their weight, finds a counterpart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coverage {
    /// In beads that are right.
    pub aligned: f32,
    /// In segments that have nothing to do with each other.
    pub chance: f32,
}

impl Coverage {
    /// What is expected of a pair before anything is aligned.
    pub const PRIOR: Coverage = Coverage { aligned: 0.35, chance: 0.1 };

    /// Log-likelihood ratio of a share of `weight` tokens, taken as normal with equal variance; more
    /// tokens than some tens tell little more.
    pub fn ratio(self, matched: f32, weight: f32) -> f32 {
        let tokens = weight / (1.0 + weight / 20.0);
        let share = (matched + 0.5 * (self.aligned + self.chance)) / (weight + 1.0);
        let spread = (self.aligned - self.chance).max(0.0);
        spread * (share - (self.aligned + self.chance) / 2.0) * tokens * 4.0
    }

    /// What an unmatched token costs.
    pub fn miss(self) -> f32 {
        ((1.0 - self.chance) / (1.0 - self.aligned.max(self.chance))).ln()
    }
}
