//! The form of official documents, and what copying did to it.

pub mod document_number;
pub mod scanned_characters;
