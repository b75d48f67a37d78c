//! Which figures are explained by a sum.

use super::Reading;
use std::collections::BTreeSet;

/// The figures whose part in a sum is settled. A part of one sum may still be the total of another.
#[derive(Default)]
pub struct Explained {
    pub totals: BTreeSet<usize>,
    pub parts: BTreeSet<usize>,
    /// The sums that hold.
    pub held: Vec<Reading>,
}

impl Explained {
    pub fn add(&mut self, reading: &Reading) {
        self.totals.extend(&reading.total);
        self.parts.extend(&reading.parts);
    }

    /// Whether one of some figures is the sum of another, among others.
    pub fn sums_up(&self, one: usize, figures: &[usize]) -> bool {
        self.held.iter().any(|held| held.parts.contains(&one) && held.total.iter().all(|sum| figures.contains(sum)))
    }

    pub fn has_parts(&self, parts: &[usize]) -> bool {
        parts.iter().all(|part| self.parts.contains(part))
    }
}
