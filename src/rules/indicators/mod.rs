//! The figures that reports give.

pub mod missing;
