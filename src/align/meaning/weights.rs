//! The trained weights of the evidence from embeddings, in log-odds per unit; written by the trainer.

/// How much all other evidence counts beside the meaning, with which it is not independent.
pub(in crate::align) const OTHER: f32 = 1.000;

/// By label.
pub(in crate::align) const WEIGHTS: [(&str, f32); 4] = [
    ("similar meaning", 0.500),
    ("similar meaning, several segments", 0.400),
    ("meaning gained by the least segment", 0.400),
    ("several segments compared by meaning", 0.000),
];
