//! Words that should not stand as they do.

pub mod contradictory_approximation;
pub mod copied_figures;
pub mod copied_paragraph;
pub mod demands_only;
pub mod doubled_word;
pub mod duplicate_paragraph;
pub mod foreign_place;
pub mod placeholder;
pub mod request;
pub mod typo;
pub mod up_to;
