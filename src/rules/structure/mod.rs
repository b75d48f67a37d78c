//! What stands where: required contents, headings and their numbers.

pub mod missing_section;
pub mod numbering;
pub mod unheaded_section;
