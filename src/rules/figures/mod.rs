//! Figures that contradict each other. Every rule here asks the wording first and the arithmetic
//! second: a relation is asserted only where the text claims it.

pub mod average;
pub mod bound;
pub mod carried_over;
pub mod claim;
pub mod difference;
pub mod equation;
pub mod form_identity;
pub mod growth;
pub mod identity;
pub mod impossible_rate;
pub mod last_year;
pub mod ledger;
pub mod list_count;
pub mod ratio;
pub mod repeat;
pub mod share;
pub mod share_total;
pub mod slip;
pub mod sum;
pub mod table_share;
pub mod table_total;
