//! The figures that reports give.

pub mod missing;
pub mod threshold;
