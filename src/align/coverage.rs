//! How many tokens find a counterpart: in beads that are right, and by chance.

/// Which share of tokens, by their weight, finds a counterpart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coverage {
    /// In beads that are right.
    pub aligned: f32,
    /// In segments that have nothing to do with each other.
    pub chance: f32,
}

/// Tokens that find a counterpart, and all tokens, by weight.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub matched: f32,
    pub weight: f32,
}

impl Tally {
    pub fn add(&mut self, other: Tally, factor: f32) {
        self.matched += factor * other.matched;
        self.weight += factor * other.weight;
    }
}

/// Of all tokens, and of those that have a known translation.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tallies {
    pub all: Tally,
    pub known: Tally,
}

impl Tallies {
    pub fn add(&mut self, other: Tallies, factor: f32) {
        self.all.add(other.all, factor);
        self.known.add(other.known, factor);
    }
}

/// The coverage of all tokens, and of those that have a known translation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coverages {
    pub all: Coverage,
    pub known: Coverage,
}

/// The coverage of beads whose sides are in the scripts of their languages, and of those where a side was
/// left in Latin letters, as code and names are: such a side is found again as it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    pub own: Coverages,
    pub borrowed: Coverages,
}

impl Expected {
    /// What is expected of a pair before anything is aligned.
    pub const PRIOR: Expected = Expected { own: Coverages::PRIOR, borrowed: Coverages::PRIOR };

    /// That of beads with a borrowed side, or without.
    pub fn of(self, is_borrowed: bool) -> Coverages {
        if is_borrowed { self.borrowed } else { self.own }
    }

    /// The same with the chances of another.
    pub fn with_chances_of(self, other: Expected) -> Expected {
        Expected {
            own: self.own.with_chances_of(other.own),
            borrowed: self.borrowed.with_chances_of(other.borrowed),
        }
    }
}

impl Coverages {
    fn with_chances_of(self, other: Coverages) -> Coverages {
        Coverages {
            all: Coverage { chance: other.all.chance, ..self.all },
            known: Coverage { chance: other.known.chance, ..self.known },
        }
    }

    /// What is expected of a pair before anything is aligned.
    pub const PRIOR: Coverages = Coverages {
        all: Coverage { aligned: 0.35, chance: 0.1 },
        known: Coverage { aligned: 0.5, chance: 0.05 },
    };
}

impl Coverage {
    /// Log-likelihood ratio of a share of `weight` tokens, taken as normal with equal variance; more
    /// tokens than some tens tell little more.
    pub fn ratio(self, tally: Tally) -> f32 {
        let Tally { matched, weight } = tally;
        let tokens = weight / (1.0 + weight / 20.0);
        let share = (matched + 0.5 * (self.aligned + self.chance)) / (weight + 1.0);
        let spread = (self.aligned - self.chance).max(0.0);
        spread * (share - (self.aligned + self.chance) / 2.0) * tokens * 4.0
    }
}

/// The gauges of beads without and with a borrowed side.
#[derive(Debug, Default)]
pub(super) struct Gauges {
    own: Gauge,
    borrowed: Gauge,
}

impl Gauges {
    /// The gauge of beads with a borrowed side, or without.
    pub fn of(&mut self, is_borrowed: bool) -> &mut Gauge {
        if is_borrowed { &mut self.borrowed } else { &mut self.own }
    }

    /// The coverages measured.
    pub fn expected(&self) -> Expected {
        Expected { own: self.own.coverage(), borrowed: self.borrowed.coverage() }
    }
}

/// Tokens that find a counterpart where segments render each other, and where they do not.
#[derive(Debug, Default)]
pub(super) struct Gauge {
    pub aligned: Tallies,
    pub chance: Tallies,
}

impl Gauge {
    /// The coverage measured, drawn to what is expected of any pair.
    fn coverage(&self) -> Coverages {
        let share =
            |tally: Tally, prior: f32| (tally.matched + 40.0 * prior) / (tally.weight + 40.0);
        let of = |aligned: Tally, chance: Tally, prior: Coverage| {
            let aligned = share(aligned, prior.aligned).clamp(0.02, 0.85);
            let chance = share(chance, prior.chance).clamp(0.005, 0.5);
            Coverage { aligned, chance: chance.min(aligned) }
        };
        Coverages {
            all: of(self.aligned.all, self.chance.all, Coverages::PRIOR.all),
            known: of(self.aligned.known, self.chance.known, Coverages::PRIOR.known),
        }
    }
}
