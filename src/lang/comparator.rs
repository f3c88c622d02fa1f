/// What a text says about a value: "more than", "up to", "about".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparator {
    /// The value itself.
    #[default]
    Equal,
    /// Less than the value.
    Less,
    /// The value or less: "at most", "up to".
    AtMost,
    /// The value or more: "at least".
    AtLeast,
    /// More than the value.
    More,
    /// Near the value.
    About,
}

impl Comparator {
    /// `<`, `≤`, `≥`, `>`, `~` or nothing.
    pub fn sign(self) -> &'static str {
        match self {
            Comparator::Equal => "",
            Comparator::Less => "<",
            Comparator::AtMost => "≤",
            Comparator::AtLeast => "≥",
            Comparator::More => ">",
            Comparator::About => "~",
        }
    }

    /// -1 when it bounds the value from above, 1 when from below, 0 otherwise. Two comparators
    /// contradict each other when their directions are 1 and -1.
    pub fn direction(self) -> i8 {
        match self {
            Comparator::Less | Comparator::AtMost => -1,
            Comparator::More | Comparator::AtLeast => 1,
            Comparator::Equal | Comparator::About => 0,
        }
    }
}
