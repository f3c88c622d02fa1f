//! The command line of targum.

fn main() {}
