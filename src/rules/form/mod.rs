//! The form of official documents, and what copying did to it.

pub mod brackets;
pub mod date_form;
pub mod document_number;
pub mod doubled_marks;
pub mod end_stop;
pub mod scanned_characters;
pub mod width;
