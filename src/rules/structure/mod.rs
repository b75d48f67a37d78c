//! What stands where: required contents, headings and their numbers.

pub mod missing_part;
pub mod missing_section;
pub mod not_a_report;
pub mod numbering;
pub mod task_coverage;
pub mod unheaded_section;
