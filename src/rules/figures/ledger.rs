//! What rules have found before, by the figures that it is of.

use crate::finding::Relation;
use crate::order;
use crate::span::Span;

/// The relations that were found before.
pub struct Ledger<'r> {
    relations: &'r [Relation],
    /// Where each of their figures begins, in the order of the text, and the relation.
    by_place: Vec<(u32, usize)>,
}

impl<'r> Ledger<'r> {
    /// Of some relations.
    #[must_use]
    pub fn of(relations: &'r [Relation]) -> Self {
        let places = |(at, it): (usize, &'r Relation)| it.operands.iter().map(move |operand| (operand.span.start, at));
        let mut by_place: Vec<(u32, usize)> = relations.iter().enumerate().flat_map(places).collect();
        order::sort(&mut by_place, |a, b| a.0.cmp(&b.0));
        Self { relations, by_place }
    }

    /// Those of which the figure at a place is an operand.
    pub fn at(&self, place: Span) -> impl Iterator<Item = &'r Relation> {
        let from = self.by_place.partition_point(|&(start, _)| start < place.start);
        let own = self.by_place[from..].iter().take_while(move |&&(start, _)| start == place.start);
        own.map(|&(_, at)| &self.relations[at])
    }
}
