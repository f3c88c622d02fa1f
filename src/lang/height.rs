//! Figures that stand above or below the line, by their value.

/// Above: "10⁶".
pub(crate) const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/// Below: "H₂O".
pub(crate) const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

/// The value of a raised figure.
pub(crate) fn raised_digit(c: char) -> Option<u32> {
    RAISED.iter().position(|raised| *raised == c).map(|digit| digit as u32)
}
