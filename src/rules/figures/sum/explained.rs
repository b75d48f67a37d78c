//! Which figures are explained by a sum.

use super::Reading;
use std::collections::{BTreeMap, BTreeSet};

/// The figures whose part in a sum is settled. A part of one sum may still be the total of another.
#[derive(Default)]
pub struct Explained {
    pub totals: BTreeSet<usize>,
    pub parts: BTreeSet<usize>,
    /// The sums that hold, each by the last of its figures.
    held: BTreeMap<usize, Reading>,
    /// A part of a sum that holds, and its total.
    sums: BTreeSet<(usize, usize)>,
}

impl Explained {
    pub fn add(&mut self, reading: &Reading) {
        self.totals.extend(&reading.total);
        self.parts.extend(&reading.parts);
    }

    /// The same of a sum that holds.
    pub fn hold(&mut self, reading: Reading) {
        self.add(&reading);
        if let [total] = reading.total[..] {
            self.sums.extend(reading.parts.iter().map(|&part| (part, total)));
        }
        let last = reading.parts.iter().chain(&reading.total).max().copied();
        self.held.extend(last.map(|last| (last, reading)));
    }

    /// The sum of which the last figure stands right before one.
    pub fn ending_before(&self, at: usize) -> Option<&Reading> {
        self.held.get(&at.checked_sub(1)?)
    }

    /// Whether two figures are parts of one sum.
    pub fn are_beside(&self, one: usize, other: usize) -> bool {
        self.sums.range((one, 0)..(one + 1, 0)).any(|&(_, total)| self.sums.contains(&(other, total)))
    }

    /// Whether one of some figures is the sum of another, among others.
    pub fn sums_up(&self, one: usize, figures: &[usize]) -> bool {
        figures.iter().any(|&sum| self.sums.contains(&(one, sum)))
    }

    pub fn has_parts(&self, parts: &[usize]) -> bool {
        parts.iter().all(|part| self.parts.contains(part))
    }
}
