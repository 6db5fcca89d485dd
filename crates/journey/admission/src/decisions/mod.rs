//! Answers to those who were not chosen: made ready by one person, sent by another, all at once; and what they want
//! done with what they wrote.

pub mod acts;
pub mod emails;
pub mod model;
mod pages;
mod part;
pub mod rules;
pub mod store;

pub use part::PART;
