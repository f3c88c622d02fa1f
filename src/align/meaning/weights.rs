//! The trained weights of the evidence from embeddings, in log-odds per unit; written by the trainer.

/// How much all other evidence counts beside the meaning, with which it is not independent.
pub(in crate::align) const OTHER: f32 = 0.943;

/// By label.
pub(in crate::align) const WEIGHTS: [(&str, f32); 4] = [
    ("similar meaning", 0.155),
    ("similar meaning without the least segment", 0.189),
    ("meaning gained by the least segment", 0.239),
    ("several segments compared by meaning", -0.257),
];
