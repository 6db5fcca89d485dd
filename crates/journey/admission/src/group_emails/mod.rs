//! Writing to a group: composed once in both languages, read as each person gets it, counted, sent through the outbox.

pub mod acts;
pub mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
